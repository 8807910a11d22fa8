"""Reminders on a phone: what somebody wished, a worker reached by the browser's debugger, and what it shows."""

import json
from contextlib import suppress
from time import monotonic
from typing import Any

from playwright.sync_api import Page, Worker

from jointly.reminders.rules.slots import key_of, secret_of
from journeys.steps.moving import until
from journeys.written import ZONE, written

KEY = "AAECAwQFBgcICQoLDA0ODw"
KINDS = ["exercise", "check-in", "session", "change", "reply", "date"]
SECONDS = 30


def wishes(**changes: Any) -> dict:
    """How somebody wishes to be reminded, as an earlier phone of theirs wrote it."""
    return written("reminding", {"key": KEY, "zone": ZONE, "kinds": KINDS, "detailed": False} | changes, days_ago=1)


def slot(kind: str, about: str, local: str) -> str:
    """The key of a slot, as the service works it out."""
    return key_of(secret_of(KEY), kind, about, local)


def message(*keys: str, token: str = "", to: str = "/", **changes: Any) -> str:
    """A push as the service sends it."""
    data = {
        "token": token,
        "keys": list(keys),
        "kinds": ["exercise"],
        "title_done": "Already done",
        "body_done": "Rest",
    }
    actions = [{"action": "done", "title": "Done"}, {"action": "later", "title": "Later"}]
    said = {"title": "Time for something you planned", "body": "Open it", "lang": "en-GB", "dir": "ltr"}
    said |= {"navigate": to, "tag": f"tag-{'-'.join(keys) or token}", "data": data, "actions": actions, "silent": False}
    return json.dumps({"web_push": 8030, "notification": said | changes})


class PhoneWorker:
    """The worker of a phone that holds the app. The phone needs a whole Chromium, and leave to notify."""

    def __init__(self, page: Page) -> None:
        self.page = page
        until(page, ACTIVE, seconds=SECONDS)  # the browser drops what comes for a worker that is still being installed
        self._devtools = page.context.new_cdp_session(page)
        found: list[dict] = []
        self._devtools.on("ServiceWorker.workerRegistrationUpdated", lambda said: found.extend(said["registrations"]))
        self._devtools.send("ServiceWorker.enable")
        self._displayed: list[str] = []
        self._devtools.on("BackgroundService.backgroundServiceEventReceived", self._hear)
        self._devtools.send("BackgroundService.startObserving", {"service": "notifications"})
        self._devtools.send("BackgroundService.setRecording", {"shouldRecord": True, "service": "notifications"})
        end = monotonic() + SECONDS
        while not (here := [each for each in found if not each["isDeleted"]]):
            assert monotonic() < end, "the debugger tells of no worker"
            page.wait_for_timeout(50)  # in which the debugger is heard
        self._registration = here[-1]["registrationId"]
        self.origin = page.evaluate("() => location.origin")

    @property
    def worker(self) -> Worker:
        """The worker itself, which the browser ends and starts again."""
        return self.page.context.service_workers[-1]

    def gets(self, text: str) -> None:
        """What a push service would hand over."""
        where = {"origin": self.origin, "registrationId": self._registration}
        self._devtools.send("ServiceWorker.deliverPushMessage", {**where, "data": text})

    def shows(self, title: str) -> dict:
        """The notification with this title, once it is in sight. The debugger says that it was displayed: Chromium
        forgets one that is asked for between being kept and being displayed."""
        end = monotonic() + SECONDS
        while title not in self._displayed:
            assert monotonic() < end, f"not displayed: {title}; {self._displayed}"
            self.page.wait_for_timeout(50)  # in which the debugger is heard
        until(self.page, SHOWN, title, seconds=SECONDS)
        return next(one for one in self.in_sight() if one["title"] == title)

    def _hear(self, said: dict) -> None:
        event = said["backgroundServiceEvent"]
        if event["eventName"] == "Notification displayed":
            self._displayed += [each["value"] for each in event["eventMetadata"] if each["key"] == "Title"]

    def in_sight(self) -> list[dict]:
        """Every notification that is in sight."""
        return self.page.evaluate(IN_SIGHT)

    def click(self, title: str, action: str = "") -> None:
        """Press a notification, or one of its buttons; done when the worker is. It cannot open a window for this."""
        self.worker.evaluate(CLICK, [title, action])

    def asks(self, answer: int | None) -> None:
        """From here on what the worker asks of the service gets this answer, or none; it is noted."""
        self.worker.evaluate(ASKS, answer)

    def asked(self) -> list[dict]:
        """What it has asked since then: the address, and what it sent."""
        return self.worker.evaluate("() => self.asked ?? []")

    def forgets(self) -> None:
        """The browser ends the worker, as it does soon when nothing is to do; the next event starts another."""
        with suppress(Exception):
            self._devtools.send("ServiceWorker.stopAllWorkers")


ACTIVE = "async () => (await navigator.serviceWorker.ready).active.state === 'activated'"
IN_SIGHT = """async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(
  ({ title, body, tag, silent, data, actions, lang }) =>
    ({ title, body, tag, silent, data, lang, actions: actions.map(({ action, title }) => [action, title]) }))"""
SHOWN = """async (title) =>
  (await (await navigator.serviceWorker.ready).getNotifications()).some((one) => one.title === title)"""
CLICK = """async ([title, action]) => {
  const notification = (await registration.getNotifications()).find((one) => one.title === title);
  const event = new NotificationEvent("notificationclick", { notification, action });
  const work = [];
  Object.defineProperty(event, "waitUntil", { value: (promise) => work.push(promise) });
  self.dispatchEvent(event);
  await Promise.allSettled(work);
}"""
ASKS = """(answer) => {
  self.asked = [];
  self.fetch = async (url, how = {}) => {
    self.asked.push({ url: String(url), body: how.body ? JSON.parse(how.body) : null, credentials: how.credentials });
    if (answer === null) throw new TypeError("no signal");
    return new Response(null, { status: answer });
  };
}"""

BOX = """(name) => new Promise((found, failed) => {
  const opening = indexedDB.open("jointly-reminders");
  opening.onerror = failed;
  opening.onsuccess = () => {
    const box = opening.result;
    if (!box.objectStoreNames.contains(name)) return box.close(), found([]);
    const store = box.transaction(name).objectStore(name);
    const asked = name === "done" ? store.getAllKeys() : store.getAll();
    asked.onerror = failed;
    asked.onsuccess = () => { box.close(); found(asked.result); };
  };
})"""


def in_box(page: Page, name: str) -> list:
    """What lies in the clear beside the diary: "done", "said" or "tapped"."""
    return page.evaluate(BOX, name)


def is_known_done(page: Page, key: str) -> None:
    """Wait until the phone's worker can know that this is done."""
    until(page, f"async (key) => (await ({BOX})('done')).includes(key)", key)
