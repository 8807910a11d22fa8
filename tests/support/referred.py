"""Many people who were referred, with what they say of themselves: written as the service keeps it, all at once."""

import random
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from jointly.kit.db import Many
from jointly.kit.ids import uuid7
from jointly.kit.sealing import SealingKey, new_key
from jointly.people.house import House
from jointly.record.keeping import place_of

AGES = ("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+")


class Referred(NamedTuple):
    """One of them. Times are days after the referral came; none for what did not happen."""

    received_at: datetime
    about: dict[str, Any] | None
    contact: float | None = None
    accepted: float | None = None
    first_visit: float | None = None
    last_visit: float | None = None
    scopes: str = "about support"
    outcome: str | None = None
    organisation: UUID | None = None
    sent: float | None = None
    answered: float | None = None
    check_ins: tuple[tuple[datetime, dict[str, int]], ...] = ()
    closed: float | None = None


def someone(dice: random.Random, received_at: datetime, *, check_ins: float = 0) -> Referred:
    """Somebody as people are: most are answered, some go somewhere, some stay. The share `check_ins` has two."""
    contact = dice.expovariate(1 / 9) if dice.random() < 0.9 else None
    accepted = contact + dice.expovariate(1 / 12) if contact is not None and dice.random() < 0.8 else None
    first = accepted + dice.expovariate(1 / 20) if accepted is not None and dice.random() < 0.6 else None
    last = first + dice.expovariate(1 / 70) if first is not None else None
    about = {
        "age_band": dice.choices(AGES, (2, 4, 8, 14, 20, 24, 14, 5))[0],
        "sex": dice.choices(("female", "male", "other", "not-said"), (60, 36, 1, 3))[0],
        "ethnicity": dice.choices(("White British", "Indian", "Black Caribbean", "mixed"), (80, 12, 6, 2))[0],
        "postcode": f"TB{dice.randint(1, 9)} {dice.randint(1, 9)}{dice.choice('ABDEFGH')}{dice.choice('ABDEFGH')}",
    }
    shares = dice.random() < check_ins
    days = (received_at + timedelta(days=2), received_at + timedelta(days=60))
    scored = tuple((day, {name: dice.randint(0, 10) for name in SCORED}) for day in days) if shares else ()
    scopes = "about checkins support" if shares else "about support"
    return Referred(received_at, about, contact, accepted, first, last, scopes, check_ins=scored)


SCORED = ("average", "satisfied", "worthwhile", "happy", "anxious")


async def keep(house: House, people: Iterable[Referred]) -> list[UUID]:
    """Writes them; gives their ids, in order."""
    some = list(people)
    ids = [uuid7() for _ in some]
    keys = {person: new_key() for person in ids}
    sealing = {person: SealingKey(secret) for person, secret in keys.items()}
    accounts = [
        (person, house.service, "patient", house.vault._master.seal(secret, person.bytes), one.received_at)
        for (person, secret), one in zip(keys.items(), some, strict=True)
    ]
    await house.vault.database.run(_accounts, accounts, purpose="test")
    for start in range(0, len(some), 5_000):
        part = list(zip(ids[start : start + 5_000], some[start : start + 5_000], strict=True))
        await _keep_part(house, part, sealing)
    return ids


async def _keep_part(house: House, part: list[tuple[UUID, Referred]], keys: dict[UUID, SealingKey]) -> None:
    service, referrals = house.service, {person: uuid7() for person, _ in part}
    rows: dict[str, list[tuple]] = {"person": [], "share": [], "referral": [], "prescription": [], "version": []}
    for person, one in part:
        at = _times(one)
        times = (one.received_at, at(one.contact), at(one.accepted), one.outcome, at(one.closed))
        visits = (
            one.received_at,
            at(one.sent),
            at(one.answered),
            at(one.first_visit),
            at(one.last_visit or one.first_visit),
        )
        rows["person"].append((person, service, "patient"))
        rows["share"].append((uuid7(), person, "service", service, one.scopes, False, service, one.received_at))
        rows["referral"].append(
            (referrals[person], person, service, "practice", "closed" if one.outcome else "active", service, *times)
        )
        if one.first_visit is not None or one.sent is not None:
            rows["prescription"].append(
                (uuid7(), person, service, referrals[person], one.organisation, *ACTIVITY, service, *visits)
            )
        if one.about is not None:
            rows["version"].append(_version(person, keys[person], 1, "about", one.received_at, one.about))
        for number, (day, values) in enumerate(one.check_ins, start=2):
            rows["version"].append(_version(person, keys[person], number, "check-in", day, _check_in(day, values)))
    if house.db.kind == "sqlite":
        await house.db.run(_rows, rows, group=service, purpose="test")
        return
    for table in ("person", "share", "referral", "prescription"):
        await house.db.run(_rows, {table: rows[table]}, group=service, purpose="test")
    for row in rows["version"]:
        await house.db.run(_rows, {"version": [row]}, subject=row[1], purpose="test")


def _times(one: Referred) -> Callable[[float | None], datetime | None]:
    return lambda days: None if days is None else one.received_at + timedelta(days=days)


def _version(person: UUID, key: SealingKey, number: int, kind: str, at: datetime, body: dict[str, Any]) -> tuple:
    id = uuid7()
    sealed = key.seal(msgspec.json.encode(body), place_of(person, None, id))
    return (id, person, number, number, kind, at.isoformat(timespec="seconds"), "Europe/London", False, "self", sealed)


def _check_in(day: datetime, values: dict[str, int]) -> dict[str, Any]:
    ons4 = {name: values[name] for name in SCORED[1:] if name in values}
    pain = {"average": values["average"]} if "average" in values else {}
    answers = {"pain-nrs": pain, "ons4": ons4}
    return {
        "pathway": "joint-pain-advisor",
        "version": 1,
        "contact": "start",
        "with": "alone",
        "state": "done",
        "on": day.date().isoformat(),
        "answers": {slug: {"version": 1, "values": each, "left": False} for slug, each in answers.items() if each},
        "topics": [],
        "refers": [],
        "goal_reviewed": False,
    }


ACTIVITY = ("activity", "yoga", "going")
_COLUMNS = {
    "person": "id, service, role",
    "share": "id, person, with_kind, with_id, scopes, may_write, given_by, given_at",
    "referral": "id, person, service, source, state, owner, received_at, first_contact_at, accepted_at, outcome, "
    "closed_at, attempts, steps",
    "prescription": "id, person, service, referral, organisation, kind, thing, state, owner, made_at, sent_at, "
    "answered_at, first_been_at, last_been_at, visits, missed, steps",
    "version": "id, person, number, push, kind, at, zone, picked, how, sealed",
}
_NONE = {"referral": (0, 0), "prescription": (0, 0, 0)}


def _rows(rows: dict[str, list[tuple]]):
    for table, some in rows.items():
        width = _COLUMNS[table].count(",") + 1
        marks = ", ".join("?" * width)
        values = [(*row, *_NONE.get(table, ())) for row in some]
        if values:
            yield Many(f"insert into {table} ({_COLUMNS[table]}) values ({marks})", values)


def _accounts(rows: list[tuple]):
    yield Many("insert into account (person, service, role, wrapped, made_at) values (?, ?, ?, ?, ?)", rows)
