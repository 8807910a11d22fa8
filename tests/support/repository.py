"""What is in the repository: its root, and the files that git tracks or would track."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ("package-lock.json", "requirements.lock", "openapi.json", "schema.d.ts")


@cache
def tracked_files() -> tuple[Path, ...]:
    """Files tracked by git, and new ones that .gitignore does not name; those deleted on disk are left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(ROOT / name for name in sorted(listed.split("\0")) if name and (ROOT / name).is_file())


def files_under(folder: str, *endings: str) -> list[Path]:
    """Tracked files of one folder whose names end in one of the endings."""
    return [file for file in tracked_files() if file.is_relative_to(ROOT / folder) and file.name.endswith(endings)]


def named(file: Path) -> str:
    """The file's path from the root, for messages and test names."""
    return file.relative_to(ROOT).as_posix()


def text_of(file: Path) -> str | None:
    """The file's text, or None if it is not text."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
