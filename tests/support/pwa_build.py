"""The built PWA: made anew when its sources differ from those that the built files were made from."""

import hashlib
from pathlib import Path

from support.node import ensure_packages, only_one_in
from support.repository import ROOT
from web_build import build_pages

PWA = ROOT / "pwa"
BUILT = ROOT / "backend" / "jointly" / "static"
MADE_FROM = BUILT / ".made-from"


def ensure_built() -> Path:
    """The folder of built files, up to date; raises WebBuildFailed with the tool's output."""
    ensure_packages(PWA)
    with only_one_in(PWA):
        sources = sources_hash()
        if not (MADE_FROM.is_file() and MADE_FROM.read_text() == sources and (BUILT / "sw.js").is_file()):
            build_pages(PWA, BUILT)
            MADE_FROM.write_text(sources)
    return BUILT


def sources_hash() -> str:
    """One hash over the names and bytes of everything a build reads: times of change say nothing after a clone."""
    digest = hashlib.sha256()
    for file in _sources():
        data = file.read_bytes()
        digest.update(f"{file.relative_to(ROOT)}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _sources() -> list[Path]:
    top = [file for file in PWA.iterdir() if file.is_file()]
    folders = (PWA / "src", PWA / "public", ROOT / "content" / "messages")
    return sorted(top + [file for folder in folders for file in folder.rglob("*") if file.is_file()])
