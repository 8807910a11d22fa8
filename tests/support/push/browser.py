"""What a round trip asks of a browser, and a whole Chromium that does it."""

from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import BrowserContext, Page, Playwright

from support.chromium import ARGUMENTS
from support.devices import PLACE
from support.push.chromium_service import ChromiumService
from support.push.programs import CHROMIUM, path_of
from support.push.waiting import until

NOT_HERE = "--disable-background-networking"
"""It keeps Chromium from its push service, so neither we nor Playwright give it."""


class Browser(Protocol):
    """A browser on a folder that keeps what its pages store, also when it is closed and opened again."""

    def open(self) -> None:
        """Starts it, with one empty page."""

    def close(self) -> None:
        """Ends it in order; its service keeps what is for it. Nothing to do if it is not open."""

    def goto(self, url: str) -> None:
        """Opens an address in its page, until it is loaded."""

    def evaluate(self, expression: str) -> Any:
        """What an expression gives on the page, once it is there if it is a promise; as JSON would bring it."""

    def addresses(self) -> list[str]:
        """The addresses of all its pages."""

    def stop_workers(self) -> None:
        """Every worker ends, as when it had nothing to do for a while."""


class Chromium:
    """A `Browser`, driven by Playwright: `page` has the rest of it, while it is open.

    Its context is a persistent one. Others are incognito, in which nobody may subscribe.
    """

    def __init__(
        self, playwright: Playwright, folder: Path, service: ChromiumService, environment: dict[str, str]
    ) -> None:
        self._playwright, self._folder, self._service = playwright, folder, service
        self._environment = environment
        self._context: BrowserContext | None = None

    @property
    def page(self) -> Page:
        """The page that it started with."""
        assert self._context is not None, "it is closed"
        return self._context.pages[0]

    def open(self) -> None:
        """See `Browser`."""
        ours = [argument for argument in ARGUMENTS if argument != NOT_HERE]
        self._context = self._playwright.chromium.launch_persistent_context(
            self._folder,
            executable_path=path_of(CHROMIUM),
            args=[*ours, *self._service.arguments],
            ignore_default_args=[NOT_HERE],
            permissions=["notifications"],
            env=dict(self._environment),
            **PLACE,
        )

    def close(self) -> None:
        """See `Browser`."""
        if self._context is not None:
            self._context.close()
            self._context = None

    def goto(self, url: str) -> None:
        """See `Browser`."""
        self.page.goto(url)

    def evaluate(self, expression: str) -> Any:
        """See `Browser`."""
        return self.page.evaluate(expression)

    def addresses(self) -> list[str]:
        """See `Browser`."""
        return [page.url for page in self._context.pages] if self._context and self._listen() else []

    def stop_workers(self) -> None:
        """See `Browser`."""
        tools = self.page.context.new_cdp_session(self.page)
        states: dict[str, str] = {}

        def notice(told: dict[str, Any]) -> None:
            states.update({version["versionId"]: version["runningStatus"] for version in told["versions"]})

        tools.on("ServiceWorker.workerVersionUpdated", notice)

        def have_stopped() -> bool:
            # Again and again: what a page asks for meanwhile starts its worker anew.
            tools.send("ServiceWorker.stopAllWorkers")
            return self._listen() and set(states.values()) == {"stopped"}

        tools.send("ServiceWorker.enable")
        until(have_stopped, "the workers to stop")
        tools.detach()

    def _listen(self) -> bool:
        """Playwright hears of what happened only while it is asked something."""
        return self.page.evaluate("true")
