"""Phones and desktops: browser contexts that share nothing, watched for errors that nobody would see."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 1}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PLACE = {"locale": "en-GB", "timezone_id": "Europe/London"}


class Devices:
    """Makes devices. `faults` collects uncaught errors and breaches of the content-security policy."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.faults: list[str] = []
        self._contexts: list[BrowserContext] = []

    def phone(self, **options: Any) -> Page:
        """A new phone with nothing on it; options are Playwright's, such as `base_url` or `color_scheme`."""
        return self._page(PHONE | options)

    def desktop(self, **options: Any) -> Page:
        """A new desktop with nothing on it."""
        return self._page(DESKTOP | options)

    def close(self) -> None:
        """Close all devices, and fail if anything went wrong on their pages unseen."""
        for context in self._contexts:
            context.close()
        assert not self.faults, "errors on the page:\n" + "\n".join(self.faults)

    def _page(self, options: dict[str, Any]) -> Page:
        context = self.browser.new_context(**(PLACE | options))
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on("console", self._listen)
        page = context.new_page()
        # What a screen reader is told stands on the page a second time, and for a moment only: a text is what is seen.
        find, seen = page.get_by_text, page.locator(":not(.heard)")
        page.get_by_text = lambda text, **how: find(text, **how).and_(seen)
        return page

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.faults.append(message.text)
