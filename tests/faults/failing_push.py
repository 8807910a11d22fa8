"""A push service that fails one time in five, in every way that is documented, and remembers what it was asked."""

import random
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from support.push_browser import Browser
from support.push_service import CLOSES, HANGS, Asked, PushService, Reply

FAILS = 0.2
WAYS: dict[str, Reply] = {
    "404": Reply(404),
    "410": Reply(410),
    "400": Reply(400),
    "401": Reply(401),
    "403": Reply(403),
    "413": Reply(413),
    "429": Reply(429, ("Retry-After: 20",)),
    "500": Reply(500),
    "503": Reply(503, ("Retry-After: 45",)),
    "301": Reply(301, ("Location: https://localhost/elsewhere",)),
    "307": Reply(307, ("Location: https://localhost/elsewhere",)),
    "hangs": HANGS,
    "closes": CLOSES,
    "taken, and the answer lost": CLOSES,
    "taken, and the line cut": Reply(201, how="cuts"),
}
ENDS = frozenset({"404", "410", "400", "401", "403"})
"""After these nothing more is sent to a browser, until it subscribes anew."""


class Came(NamedTuple):
    """One request: for which browser and telling, how it was answered, and what it said where it was taken."""

    url: str
    topic: str | None
    answered: str
    said: dict | None


class FailingPush(PushService):
    """`came` has every request, in order. A browser that was said to be gone stays so."""

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder)
        self.came: list[Came] = []
        self.is_failing = True
        self._chance = random.Random(seed)
        self._ways = cycle(WAYS)

    def reply_to(self, asked: Asked) -> Reply:
        """Fails, or does what it should."""
        browser = self._browsers.get(self.stands_for + asked.path)
        way = next(self._ways) if self.is_failing and self._chance.random() < FAILS else None
        if browser is None or browser.gone:
            reply, answered, said = Reply(410), "410", None
        elif way is None or way.startswith("taken"):
            reply, said = Reply(self._take(asked)), None
            answered = str(reply.status)
            if reply.status == 201:
                [pushed] = self.deliver(browser)
                reply, answered, said = WAYS[way] if way else reply, way or "201", pushed.json["notification"]
        else:
            reply, answered, said = WAYS[way], way, None
            browser.gone = way in ("404", "410")
        self.came.append(Came(self.stands_for + asked.path, asked.headers.get("topic"), answered, said))
        return reply

    def answers_to(self, browser: Browser) -> set[str]:
        """How it was answered to what came for a browser."""
        return {one.answered for one in self.came if one.url == browser.url}
