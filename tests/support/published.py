"""What organisations publish, for tests of who may see it: a listing, a draft, one that waits, and a report."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from jointly.kit import clock
from support.phone import Phone, at_work
from support.service import Service

START = (clock.now().astimezone(ZoneInfo("Europe/London")) + timedelta(days=6)).replace(
    hour=10, minute=30, second=0, microsecond=0
)
"""When what is published here is on: once, within the week that a register looks ahead, at every hour of a day."""
LEEDS = {"lat": 53.8, "lon": -1.55}
NOBODY_SAID = {"description": None, "url": None, "email": None, "phone": None, "charity": None}
_RUNS = {"first": START.date().isoformat(), "start": "10:30", "end": "12:00", "every": None}
_NOT_SAID = (
    *("join_url", "activity", "referral", "eligibility", "to_bring", "capacity", "min_age", "max_age", "gender"),
    *("contact", "phone", "email", "url", "booking_url"),
)
LISTING: dict[str, Any] = {
    "name": "Sore hands",
    "kind": "peer-support",
    "summary": "Talk with others.",
    "attendance": "in-person",
    "where": {"name": "Hall", "street": "1 Main Street", "town": "Leeds", "postcode": "LS1 1UR", "access": None},
    "runs": [_RUNS],
    "stated": {},
    "published": True,
    **{name: [] for name in ("costs", "conditions", "groups", "languages")},
    **dict.fromkeys(_NOT_SAID),
}
WORDS = (
    *("listingname", "listingcontact", "draftname", "draftcontact", "draftdate"),
    *("newcomername", "waitingname", "waitingcontact", "reportwords"),
)
"""Fields with words of their own: of the listing that is shown, the draft and its cancelled date, an organisation that
waits for the service's yes and its listing, and a report."""


async def publish(phone: Phone, **said: Any) -> str:
    """A publisher's listing; gives its id."""
    id = str(uuid4())
    answer = await phone.client.put(f"/api/publishing/listings/{id}", json=LISTING | said)
    assert answer.status_code == 200, answer.text
    return id


async def approve(service: Service, organisation: UUID) -> None:
    """The service says yes to who publishes for the first time."""
    async with at_work(service, "lead") as lead:
        answer = await lead.client.put(f"/api/publishing/approved/{organisation}", json={})
        assert answer.status_code == 204, answer.text


async def published(
    service: Service, opened: AsyncExitStack, organisation: UUID, newcomer: UUID, words: Mapping[str, str]
) -> dict[str, str]:
    """Ids of what two organisations of a service publish: one that it said yes to, and one that waits."""
    await approve(service, organisation)
    phone = await opened.enter_async_context(at_work(service, "publisher", organisation=organisation))
    new = await opened.enter_async_context(at_work(service, "publisher", organisation=newcomer))
    said = {
        of: {"name": words[f"{of}name"], "contact": words[f"{of}contact"]} for of in ("listing", "draft", "waiting")
    }
    ids = {
        "listing": await publish(phone, **said["listing"]),
        "draft": await publish(phone, published=False, **said["draft"]),
        "waiting": await publish(new, **said["waiting"]),
        "newcomer": str(newcomer),
        "report": str(uuid4()),
    }
    draft = f"/api/publishing/listings/{ids['draft']}"
    cancelled = {"start": START.isoformat(), "change": "cancelled", "words": words["draftdate"]}
    answer = await phone.client.put(f"{draft}/date", json=cancelled)
    assert answer.status_code == 200, answer.text
    [date] = (await phone.client.get(f"{draft}/dates")).json()
    report = {"listing": ids["listing"], "what": "other", "on": None, "words": words["reportwords"]}
    async with service.client() as nobody:
        answer = await nobody.put(f"/api/publishing/reports/{ids['report']}", json=report)
        assert answer.status_code == 204, answer.text
    return ids | {"date": date["id"]}
