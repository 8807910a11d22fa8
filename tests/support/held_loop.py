"""One browser for all journeys of a worker, though other tests run event loops of their own between them.

Playwright's blocking interface runs its event loop for as long as it is started, under everything else in its thread,
and asyncio runs no second loop below a first. To start it and a browser anew for each module takes a second of work;
instead, between modules, the thread is told that no loop runs. Playwright's own then stands still, as it does anyway
whenever nobody asks anything of Playwright.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from playwright.sync_api import Browser, Playwright, sync_playwright

from support import chromium


class HeldLoop:
    """Starts Playwright and the browser when they are first asked for."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None

    @cached_property
    def playwright(self) -> Playwright:
        """Playwright, while it is held."""
        started = sync_playwright().start()
        self._loop = asyncio.get_running_loop()
        return started

    @cached_property
    def browser(self) -> Browser:
        """A headless Chromium, while Playwright is held."""
        return chromium.launch(self.playwright)

    @contextmanager
    def held(self) -> Iterator[None]:
        """The time in which Playwright may be asked."""
        asyncio._set_running_loop(self._loop)
        try:
            yield
        finally:
            asyncio._set_running_loop(None)

    def end(self) -> None:
        """Close what was started."""
        if self._loop is not None:
            with self.held():
                if "browser" in vars(self):
                    self.browser.close()
                self.playwright.stop()
