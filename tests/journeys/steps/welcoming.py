"""Jo, who welcomes people at a group, and somebody who is sent there: what happens before the screens are looked at."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import httpx
from msgspec.structs import replace
from playwright.sync_api import Page

from jointly.kit.ids import uuid7
from jointly.listings.model import decode_occurrence, encode
from journeys.clinic import Clinic, Newcomer
from journeys.steps.working import at_work
from support.published import LISTING

LONDON = ZoneInfo("Europe/London")
PASSED_ON = {"words": "Comes by bus.", "contact": "Text 07700 900123", "adjustments": "A seat by the door"}


class Welcome:
    """A session of Jo's that begins later today, or in some days, and people who are sent to it. Sam is their worker.

    Late at night today's began at noon, as it has to end on its day: who needs one to come takes another day.
    """

    def __init__(self, clinic: Clinic, session: str = "Tea and stretches", *, in_days: int = 0) -> None:
        self.clinic, self.session = clinic, f"{session} {uuid4().hex[:4]}"
        now = datetime.now(LONDON)
        self.start = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        if in_days or self.start.date() != now.date() or self.start.hour == 23:
            self.start = now.replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=in_days)
        with self._jo() as jo:
            self.organisation = _asked(jo.get("/api/publishing/board"))["organisation"]
            self.listing = str(uuid4())
            runs = {
                "first": self.start.date().isoformat(),
                "start": f"{self.start:%H:%M}",
                "end": "23:59",
                "every": None,
            }
            said = LISTING | {"name": self.session, "runs": [runs]}
            _asked(jo.put(f"/api/publishing/listings/{self.listing}", json=said))

    def sent(self, called: str, *, booked: bool = False) -> tuple[Newcomer, str]:
        """Somebody new who is sent to the session; gives them and their suggestion."""
        who = self.clinic.newcomer(called)
        sam, person = self.clinic.sam, {"person": who.person}
        referral = person | {"source": "practice", "details": {"agreed": "asked"}}
        _asked(sam.put(f"/api/referrals/{uuid7()}", json=referral))
        made = str(uuid7())
        suggestion = person | {"kind": "activity", "thing": self.listing, "organisation": self.organisation}
        suggestion |= {"name": self.session, "start": self.start.isoformat(), "why": "A secret of theirs."}
        _asked(sam.put(f"/api/prescriptions/{made}", json=suggestion))
        self.step(sam, made, "send", agreed=True, **PASSED_ON)
        if booked:
            with self._jo() as jo:
                self.step(jo, made, "book", start=self.start.isoformat())
        return who, made

    def booked_yesterday(self, made: str) -> None:
        """As if the session had taken place late yesterday too, and somebody's first visit had been booked for then."""
        start = (self.start - timedelta(days=1)).replace(hour=23, minute=58)
        with closing(sqlite3.connect(self.clinic.server.data / "jointly.sqlite3")) as database, database:
            [(body,)] = database.execute("select body from dated where listing = ?", (self.listing,))
            at, id = start.astimezone(UTC), uuid4()
            date = replace(decode_occurrence(body), id=id, original_start=at, start=at, end=at + timedelta(minutes=1))
            instant = at.isoformat(" ")
            row = (str(id), self.listing, instant, instant, date.status, date.explicit, encode(date))
            database.execute("insert into dated values (?, ?, ?, ?, ?, ?, ?)", row)
        with self._jo() as jo:
            self.step(jo, made, "book", start=start.isoformat())

    def support_of(self, who: Newcomer) -> dict[str, Any]:
        """Their one suggestion as the worker reads it."""
        [made] = _asked(self.clinic.sam.get(f"/api/people/{who.person}/support"))["prescriptions"]
        return made

    def step(self, client: httpx.Client, made: str, kind: str, **said: Any) -> None:
        """Somebody takes a step."""
        body = {"kind": kind, "at": datetime.now(UTC).isoformat()} | said
        _asked(client.put(f"/api/prescriptions/{made}/steps/{uuid7()}", json=body))

    def at_the_door(self, page: Page) -> Page:
        """Jo, on her first screen."""
        return at_work(page, self.clinic, "Jo", "What you run")

    def _jo(self):
        return self.clinic.signed_in_as("Jo")


def _asked(answer: httpx.Response) -> dict[str, Any]:
    assert answer.is_success, answer.text
    return answer.json() if answer.content else {}
