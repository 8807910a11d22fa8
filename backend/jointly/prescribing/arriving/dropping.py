"""What an operator can do with referrals that come as files: a verb that `jointly referrals take` asks for each.

The shape of one referral is `Dropped`. Its id is the sender's own: taken twice, it is one referral.
"""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID, uuid5

from pydantic import StringConstraints, ValidationError

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people.house import House
from jointly.people.referrers_schemas import ReferrerSource
from jointly.people.schemas import Wire
from jointly.prescribing.arriving import alike, service
from jointly.prescribing.arriving.schemas import NewArrival
from jointly.prescribing.schemas import Name

OwnId = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[^\x00-\x1f]*$")
]


class Dropped(Wire):
    """One referral of a file. `id` is what its sender calls it, and `organisation` who the sender is."""

    id: OwnId
    source: ReferrerSource
    organisation: Name
    who: NewArrival


async def referral_take(house: House, *, referral: Any) -> dict:
    """Takes one referral in: `number`, whether it was here `before`, and how many known people may be `alike`.

    Raises a `Refusal`, or a `ValueError` that names each field that does not fit, and nothing of what is in it.
    """
    try:
        new = Dropped.model_validate(referral)
    except ValidationError as fault:
        raise ValueError("; ".join(sorted({_told(one) for one in fault.errors()}))) from None
    id = uuid5(house.service, f"file/{new.organisation}/{new.id}")
    if kept := await service.kept(house, id):
        return {"number": kept.number, "before": True, "alike": 0}
    more = {"method": "file", "organisation": new.organisation}
    made = await service.arrive(house, session=None, id=id, source=new.source, who=new.who, more=more)
    who = {"group": house.service, "purpose": "take referrals"}
    count = await house.db.read(_alike, id, house.service, clock.now(), **who)
    return {"number": made.number, "before": False, "alike": count}


def _told(fault) -> str:
    where = ".".join(str(part) for part in fault["loc"]) or "the referral"
    return f"{where}: {_WORDS.get(fault['type'], 'not as it is described')}"


_WORDS = {
    "missing": "missing",
    "extra_forbidden": "not a field of a referral",
    "string_too_long": "too long",
    "string_too_short": "empty",
    "date_from_datetime_parsing": "not a date: write it as 1951-03-04",
    "date_parsing": "not a date: write it as 1951-03-04",
    "literal_error": "not one of the words that may stand here",
}


def _alike(referral: UUID, service: UUID, now: datetime):
    rows = yield Query("select person from referral where id = ?", (referral,))
    pairs = yield from alike.pairs([person for (person,) in rows], service, now)
    return len({other for _, other, _ in pairs})


VERBS = {"referral_take": referral_take}
