"""Somebody who changes their mind again and again, and what was said to come of it each time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from jointly.reminders.dispatching import Dispatcher
from support.phone import Phone, correction, entry
from support.reminded import Kept, MovedClock, exercised, plan, rehearsed, utc, wishes

SECOND = timedelta(seconds=1)
TOGETHER = timedelta(minutes=10)


@dataclass
class Foretold:
    """One thing that a rehearsal says will be told."""

    at: datetime
    until: datetime


@dataclass
class Rehearsing:
    """A phone, and everything that was told to it; each change is one request, and is rehearsed at once."""

    phone: Phone
    clock: MovedClock
    dispatcher: Dispatcher
    push: Kept
    last: dict[str, dict[str, Any]] = field(default_factory=dict)
    zone: str = "Europe/London"
    tellings: list[tuple[datetime, set[str]]] = field(default_factory=list)
    """The rehearsal: when, and what at once."""
    foretold: dict[str, Foretold] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    """What was due before the last change and nobody looked for: it may still be told, or not any more."""
    told: set[str] = field(default_factory=set)

    async def change(self, what: str, said: dict[str, Any]) -> None:
        """Writes one entry, or corrects or deletes what was written of it before."""
        if what == "exercise":
            sent = exercised(self.clock.now.astimezone(ZoneInfo(self.zone)))
        elif what == "bad-day":
            sent = entry(kind="bad-day", body={"on": self.clock.now.astimezone(ZoneInfo(self.zone)).date().isoformat()})
        else:
            sent = self._again(what, said)
        await self.phone.push(sent)
        now = self.clock.now
        late = {key for key, one in self.foretold.items() if one.at <= now} | self.left
        await self.rehearse()
        self.left = late - self.told - self.foretold.keys()

    def _again(self, what: str, said: dict[str, Any]) -> dict[str, Any]:
        if what == "wishes":
            self.zone = said.get("zone", "Europe/London")
            made = wishes(**said)
        elif what == "plan":
            made = plan(*said["times"])
        else:
            made = entry(kind="own-date", body=said or None)
        before = self.last.get(what)
        if before is None and not said:
            return entry()  # nothing to delete: pain is written down instead
        changed = {"body": made.get("body")}
        sent = correction(before, **changed) if before else made
        self.last[what] = sent
        if not said:
            del self.last[what]
        return sent

    async def rehearse(self) -> None:
        """Asks what will be told from now on."""
        said = await rehearsed(self.phone, 4)
        self.tellings = [(utc(one["at"]), {item["key"] for item in one["items"]}) for one in said]
        self.foretold = {}
        for one in said:
            for item in one["items"]:
                assert item["key"] not in self.foretold, "said once"
                at = utc(one["at"])
                self.foretold[item["key"]] = Foretold(at, utc(item["until"]))

    async def watched(self, until: datetime, more: Iterable[datetime] = ()) -> None:
        """Somebody looks all the while: every telling comes when it was said, as it was said, and no other."""
        begin = self.clock.now
        times = {at + SECOND for at, _ in self.tellings} | {at - SECOND for at, _ in self.tellings} | set(more)
        found: list[tuple[datetime, set[str]]] = []
        for at in sorted(one for one in times if begin < one <= until):
            self.clock.to(at)
            found += [(at - SECOND, keys) for keys in await self.look()]
        expected = [(at, keys) for at, keys in self.tellings if begin < at + SECOND <= until]
        came = [(at, keys - self.left) for at, keys in found if keys - self.left]
        assert came == expected, f"{came} came, and {expected} was said"
        self.clock.to(until)

    async def alone(self, until: datetime) -> None:
        """Nobody looks for a while, and then once: what is still useful is told, together, and nothing else."""
        self.clock.to(until)
        found = set().union(*await self.look())
        useful = {key: one for key, one in self.foretold.items() if one.until > until and key not in self.told - found}
        lost = {key for key, one in useful.items() if one.at <= until} - found
        assert not lost, f"lost: {lost}"
        soon = {key for key, one in useful.items() if one.at <= until + TOGETHER}
        assert found <= soon | self.left, "nothing of a time before the change"

    async def look(self) -> list[set[str]]:
        """One look: the keys of each telling, none of which was told before."""
        await self.dispatcher.look()
        found = [set(one["data"]["keys"]) for one in self.push.take()]
        for keys in found:
            assert not keys & self.told, "told twice"
            assert keys <= self.foretold.keys() | self.left, "never foretold"
            self.told |= keys
        return found
