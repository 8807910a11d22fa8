"""All that a real round trip needs, in one folder that goes away: a desktop, a push service, and its browser."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from anyio.from_thread import BlockingPortal, start_blocking_portal
from playwright.sync_api import Playwright

from support.devices import PLACE
from support.push.browser import Browser, Chromium
from support.push.chromium_service import ChromiumService
from support.push.desktop import Desktop, a_desktop
from support.push.firefox import Firefox
from support.push.firefox_service import FirefoxService

Kind = Literal["chromium", "firefox"]


@dataclass(frozen=True)
class Rig:
    """`portal` leads into the event loop of `service` and of whatever else a test serves beside it."""

    portal: BlockingPortal
    service: ChromiumService | FirefoxService
    desktop: Desktop
    browser: Browser


@contextmanager
def a_rig(kind: Kind, playwright: Playwright) -> Iterator[Rig]:
    """The browser is open. Everything listens on 127.0.0.1 and has ended afterwards.

    The folder is not pytest's: its path would be too long for the sockets that are in it.
    """
    with TemporaryDirectory(prefix="push", ignore_cleanup_errors=True) as made, start_blocking_portal() as portal:
        folder = Path(made)
        with a_desktop(portal, folder) as desktop:
            here = {"DBUS_SESSION_BUS_ADDRESS": desktop.address, "TMPDIR": made, "TZ": PLACE["timezone_id"]}
            environment = os.environ | here
            service = ChromiumService() if kind == "chromium" else FirefoxService()
            with portal.wrap_async_context_manager(service.running(folder)):
                profile = folder / kind
                if isinstance(service, ChromiumService):
                    browser: Browser = Chromium(playwright, profile, service, environment)
                else:
                    browser = Firefox(portal, profile, service, environment)
                try:
                    browser.open()
                    yield Rig(portal, service, desktop, browser)
                finally:
                    browser.close()
