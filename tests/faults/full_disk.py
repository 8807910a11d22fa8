"""A disk without a byte left: a real one where this run may mount it, else pages that are told there is no room."""

import os
import subprocess
from pathlib import Path

from playwright.sync_api import Page

NO_ROOM = """() => {
  window.writes = { put: IDBObjectStore.prototype.put, add: IDBObjectStore.prototype.add };
  for (const write of ["put", "add"]) IDBObjectStore.prototype[write] = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
}"""
ROOM = "Object.assign(IDBObjectStore.prototype, writes)"
MOUNT = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs"]


class Disk:
    """32 MB at `folder` while it is entered. `kind` says whether it is real."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.film = folder / "film"

    def __enter__(self) -> "Disk":
        self.folder.mkdir()
        allowed = os.geteuid() == 0
        self.real = allowed and not subprocess.run([*MOUNT, str(self.folder)], capture_output=True).returncode
        self.kind = "a disk filled to the last byte" if self.real else "IndexedDB without room (no disk may be mounted)"
        return self

    def __exit__(self, *_: object) -> None:
        if self.real:
            subprocess.run(["umount", "--lazy", str(self.folder)], check=True)

    def fill(self, page: Page) -> None:
        """Leaves no room for what `page` stores."""
        if not self.real:
            page.evaluate(NO_ROOM)
            return
        with self.film.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"film" * 1_024)
            except OSError:
                return

    def make_room(self) -> None:
        """Deletes what filled the disk; a page that was only told of it has to be loaded again."""
        self.film.unlink(missing_ok=True)
