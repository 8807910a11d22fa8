"""Files served from memory: the built app, content packs and what settings make. Read once, packed once."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from jointly.kit.gzip import WORTH_IT

PACKABLE = ("text/", "application/json", "application/manifest+json", "image/svg+xml", "text/javascript")
FOR_EVER = "public, max-age=31536000, immutable"
CHECK_FIRST = "no-cache"


@dataclass(frozen=True, slots=True)
class File:
    """One file: its bytes, packed bytes where that helps, and how long a browser may keep it."""

    plain: bytes
    packed: bytes | None
    media_type: str
    etag: str
    cache_control: str


def file_of(plain: bytes, media_type: str, *, for_ever: bool = False) -> File:
    """A `File` of `plain`. `for_ever` is for names that hold a hash of the content."""
    packed = gzip.compress(plain, 9, mtime=0) if len(plain) >= WORTH_IT and media_type.startswith(PACKABLE) else None
    return File(
        plain=plain,
        packed=packed if packed and len(packed) < len(plain) else None,
        media_type=media_type,
        etag=f'"{hashlib.sha256(plain).hexdigest()[:16]}"',
        cache_control=FOR_EVER if for_ever else CHECK_FIRST,
    )


def files_below(folder: Path) -> dict[str, File]:
    """Every file below `folder` by its URL path. Names under `/assets/` hold a hash and never change."""
    return {
        path: file_of(found.read_bytes(), _media_type(found), for_ever=path.startswith("/assets/"))
        for found in sorted(folder.rglob("*"))
        if found.is_file()
        for path in ["/" + found.relative_to(folder).as_posix()]
    }


def _media_type(path: Path) -> str:
    known = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml"}
    return known.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
