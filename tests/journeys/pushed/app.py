"""The app in a browser of a round trip, by what people press: the same steps in Chromium and in Firefox."""

import json
from typing import Any

from journeys.steps import joining
from journeys.steps.reminding import BOX
from support.push.browser import Browser
from support.push.waiting import until

PRESS = """(words) => {
  const all = [...document.querySelectorAll("main button, main a")];
  const found = all.find((each) => each.textContent.trim() === words && each.getAttribute("aria-disabled") !== "true");
  found?.click();
  return Boolean(found);
}"""
CHOOSE = """(words) => {
  const all = [...document.querySelectorAll("main label")];
  const found = all.find((each) => each.textContent.trim() === words)?.querySelector("input");
  if (found && !found.checked) found.click();
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

    def sign_in_at_work(self, code: str) -> None:
        """The same for one of the staff, who begins with their people."""
        self.open(f"/join#{code}")
        self.press("Open the demonstration")
        self.says("People and codes")
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

    def press_on(self, words: str, then: str) -> None:
        """Presses a button until the screen says what comes then: the player takes a quick tap for a second one."""
        until(lambda: self._call(SAYS, then) or (self._call(PRESS, words) and self._call(SAYS, then)), f"then {then!r}")

    def choose(self, words: str) -> None:
        """Ticks what has this label."""
        until(lambda: self._call(CHOOSE, words), f"a choice {words!r}")

    def says(self, words: str) -> None:
        """These words are on the screen."""
        until(lambda: self._call(SAYS, words), f"the words {words!r}")

    def turn_reminders_on(self) -> None:
        """As somebody does, to the end: the service knows what is wished, and where this browser is reached."""
        self.open("/more/reminders")
        self.press("Turn on reminders")
        self.says("Received")
        until(lambda: self.devices(), "the service to be told of this browser")

    def turn_on_here(self) -> None:
        """For somebody who has reminders, but not on this device."""
        self.open("/more/reminders")
        self.press("Turn on for this device")
        until(lambda: self.devices(), "the service to be told of this browser")

    def holds_everything(self) -> None:
        """All that it needs without a signal has come."""
        until(lambda: self._browser.evaluate(f"({joining.PACKS_ARE_HERE})()"), "the exercises to be here")

    def exercise(self, slug: str, *, sets: int) -> None:
        """Does an exercise to its end, and says no more than that."""
        self.open(f"/exercise/{slug}")
        self.press("Start")
        for done in range(1, sets):
            self.press_on("Done this set", "Skip the rest")
            self.press_on("Skip the rest", f"Set {done + 1} of {sets}")
        self.press_on("Done this set", "How did it go?")
        self.press("Save exercise")

    def knows_done(self, key: str) -> None:
        """The worker can know that this is done."""
        until(lambda: key in self._call(BOX, "done"), f"{key} to be done")

    def devices(self) -> list[dict[str, Any]]:
        """Where the service would push to."""
        return self._call(ANSWER, "/api/reminders")["devices"]

    def told(self) -> list[dict[str, Any]]:
        """What the service says that it told, the newest first."""
        return self._call(ANSWER, "/api/reminders/told")["told"]

    def _call(self, function: str, given: str) -> Any:
        return self._browser.evaluate(f"({function})({json.dumps(given)})")
