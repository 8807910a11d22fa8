"""Of what the demonstration's people wish to be reminded: entries as their phones would write them, and Sam's rounds.

Nobody of them has a phone that is pushed to: what comes due is told in the app's own list, until somebody turns
reminders on in a browser.
"""

import json
from datetime import datetime, timedelta
from secrets import token_urlsafe
from uuid import UUID

from jointly.demo.diary import Entry
from jointly.demo.sharing import session_of
from jointly.people.house import House
from jointly.reminders import service
from jointly.reminders.schemas import RoundsWished
from jointly.reminders.units import sealed_of

KEY_BYTES = 16
ZONE = "Europe/London"
BLOOD_TEST_DAYS = 9
"""How many days from today Margaret's own date is."""


def margarets(since: datetime, today: datetime) -> list[Entry]:
    """Her exercises, a question on Sundays and a blood test; quiet at night. She chose it on the day she began."""
    chosen = since.replace(hour=11, minute=20, second=0, microsecond=0, fold=0)
    written = (today - timedelta(days=2)).replace(hour=16, minute=40, second=0, microsecond=0, fold=0)
    wishes = _wishes("exercise", "session", "change", "date")
    wishes |= {"week": {"day": "sun", "time": "18:00"}, "quiet": {"from": "21:00", "to": "08:00"}}
    test = {"on": (today + timedelta(days=BLOOD_TEST_DAYS)).date().isoformat(), "what": "Blood test", "at": "09:30"}
    return [_entry(chosen, "reminding", wishes), _entry(written, "own-date", test)]


def devs(since: datetime) -> list[Entry]:
    """Check-ins and nothing else: none is planned for him yet, so that nothing is to come."""
    return [
        _entry(since.replace(hour=18, minute=15, second=0, microsecond=0, fold=0), "reminding", _wishes("check-in"))
    ]


async def fill_rounds(house: House, *, sam: UUID) -> None:
    """On weekdays at half past eight Sam hears who waits for an answer and who is due; what Sam set later stays."""
    if await house.db.read(sealed_of, sam, group=house.service, purpose="demonstration") in ([], [(None,)]):
        wished = RoundsWished(kinds=["unanswered", "due"])
        await service.wish_rounds(house, session=session_of(house, sam, "advisor"), wished=wished)


def _wishes(*kinds: str) -> dict:
    return {"key": token_urlsafe(KEY_BYTES), "zone": ZONE, "kinds": list(kinds), "detailed": False}


def _entry(at: datetime, kind: str, body: dict) -> Entry:
    return at, kind, json.dumps(body).encode()
