"""Files that a command's arguments name, and files that it hands over."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jointly.settings import Settings


def absolute(text: str) -> Path:
    """The path so that it means the same to a server that was started elsewhere."""
    return Path(text).expanduser().absolute()


@contextmanager
def handed_over(settings: Settings, called: str, body: bytes) -> Iterator[Path]:
    """A file that the server can read and nobody else, for as long as the block lasts."""
    folder = settings.data if settings.data.is_dir() else None
    descriptor, name = tempfile.mkstemp(prefix=called, dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
        yield Path(name)
    finally:
        Path(name).unlink()
