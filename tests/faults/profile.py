"""A browser whose storage outlives it, and that can be killed like an app that a phone throws out of memory."""

import contextlib
import os
import signal
import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Playwright

from support.chromium import launch_profile
from support.devices import PHONE, PLACE


class Profile:
    """One phone's browser in `folder`. `page` is there while it is open."""

    def __init__(self, playwright: Playwright, folder: Path) -> None:
        self.playwright = playwright
        self.folder = folder
        self.context: BrowserContext | None = None

    def open(self) -> Page:
        """Starts the browser on the folder as it is."""
        self.context = launch_profile(self.playwright, self.folder, **PHONE, **PLACE)
        self.context.set_default_timeout(10_000)
        return self.context.pages[0]

    def kill(self) -> None:
        """kill -9 of every process of this browser, found by the folder in its command line."""
        while found := self._processes():
            for process in found:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            time.sleep(0.01)

    def forget(self) -> None:
        """After a kill: lets go of what Playwright held, and of the locks that only a closing browser takes away."""
        with contextlib.suppress(Error):
            self.context.close()
        self.context = None
        for lock in self.folder.glob("Singleton*"):
            lock.unlink()

    def close(self) -> None:
        """Closes the browser in order, if it is open."""
        if self.context is not None:
            self.context.close()
            self.context = None

    def _processes(self) -> list[int]:
        mark = f"--user-data-dir={self.folder}".encode()
        return [int(process.name) for process in Path("/proc").glob("[0-9]*") if _runs_with(process, mark)]


def _runs_with(process: Path, mark: bytes) -> bool:
    try:
        return mark in (process / "cmdline").read_bytes().split(b"\0")
    except OSError:  # it has ended meanwhile
        return False
