"""The app in a browser of a round trip, by what people press: the same steps in Chromium and in Firefox."""

import json
from typing import Any

from journeys.steps import joining
from support.push.browser import Browser
from support.push.waiting import until

PRESS = """(words) => {
  const all = [...document.querySelectorAll("main button, main a")];
  const found = all.find((each) => each.textContent.trim() === words && each.getAttribute("aria-disabled") !== "true");
  found?.click();
  return Boolean(found);
}"""
SAYS = "(words) => document.body.innerText.includes(words)"
ANSWER = """async (path) => {
  const { csrf } = await (await fetch("/api/me")).json();
  return (await fetch(path, { headers: { "X-Jointly-CSRF": csrf } })).json();
}"""


class App:
    """`url` is the service's; a page of it is open once somebody signed in."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self._url = browser, url

    def sign_in(self, code: str) -> None:
        """Joins with a code, says "Not now" to what is asked once, and waits until the phone has its worker."""
        self.open(f"/join#{code}")
        self.press("Open my record")
        until(lambda: self._browser.evaluate(f"({joining.ANSWERED})()"), "the code to be used")
        self._browser.evaluate(f"({joining.PUT_OFF})()")
        self.says("Today")
        until(lambda: self._browser.evaluate("navigator.serviceWorker.controller !== null"), "the worker")

    def open(self, path: str) -> None:
        """Opens a screen from cold: each is a start of the app."""
        self._browser.goto(f"{self._url}{path}")

    def leave(self) -> None:
        """No page of the app is open any more."""
        self._browser.goto("about:blank")

    def press(self, words: str) -> None:
        """Presses a button or a link, once it is there and can be pressed."""
        until(lambda: self._call(PRESS, words), f"a button {words!r}")

    def says(self, words: str) -> None:
        """These words are on the screen."""
        until(lambda: self._call(SAYS, words), f"the words {words!r}")

    def turn_reminders_on(self) -> None:
        """As somebody does, to the end: the service knows what is wished, and where this browser is reached."""
        self.open("/more/reminders")
        self.press("Turn on reminders")
        self.says("Received")
        until(lambda: self.devices(), "the service to be told of this browser")

    def devices(self) -> list[dict[str, Any]]:
        """Where the service would push to."""
        return self._call(ANSWER, "/api/reminders")["devices"]

    def told(self) -> list[dict[str, Any]]:
        """What the service says that it told, the newest first."""
        return self._call(ANSWER, "/api/reminders/told")["told"]

    def _call(self, function: str, given: str) -> Any:
        return self._browser.evaluate(f"({function})({json.dumps(given)})")
