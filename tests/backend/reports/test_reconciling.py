"""The unrounded figures are the workers' own lists: counted both ways over random journals.

One way is the service's. The other reads, as a worker does, the record of each person whom the team supports, and
counts the steps that stand in it.
"""

import random
from collections import Counter
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from jointly.people import organisations
from jointly.reports.quarters import quarter_of
from support.phone import Phone, at_work, joined
from support.published import publish

BEGAN = datetime(2025, 1, 3, tzinfo=UTC)
DAYS = 340
WEEKS_12 = timedelta(weeks=12)
PEOPLE = 9
OUTCOMES = ("goals-met", "part-met", "merged", "moved", "disengaged", "declined")
KINDS = ("contact", "attempt", "accept", "accept", "signpost", "suggest", "send", "been", "been", "offer")
LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_figures_are_the_workers_own_lists(board, seed: int):
    dice = random.Random(seed)
    async with AsyncExitStack() as opened:
        worker = await opened.enter_async_context(at_work(board.service, "link-worker", called="Sam"))
        group = (await organisations.make(board.house, session=None, name="Thornbeck Movers")).id
        jo = await opened.enter_async_context(at_work(board.service, "publisher", called="Jo", organisation=group))
        await publish(jo, published=False)
        people = [await opened.enter_async_context(joined(board.service)) for _ in range(PEOPLE)]
        for person in people:
            await live(board, dice, worker, jo, person)
        mine = [await record_of(worker, person) for person in people]
    kept = await board.all_figures()
    listed = by_hand(mine)
    assert endings_of(kept) == ends_by_hand(mine)
    assert {key: counted.total for key, counted in kept.items() if key[1] in LISTED and counted.total} == dict(listed)
    assert sum(listed.values()) > PEOPLE


LISTED = ("referred", "accepted", "arrived", "going", "signposts", "unanswered", "ended")


async def live(board, dice: random.Random, worker: Phone, jo: Phone, person: Phone) -> None:
    """Somebody's year: an episode or two, with steps at random, of which those that the rules refuse change nothing."""
    came = BEGAN
    for _ in range(dice.choice((1, 1, 2))):
        came += timedelta(days=dice.uniform(0, DAYS / 3), seconds=dice.randint(0, 86_400))
        referral, details = uuid7(), {"reason": "Knee pain", "agreed": "asked"}
        said = {"person": person.person, "source": "practice", "details": details}
        answer = await worker.client.put(f"/api/referrals/{referral}", json=said)
        assert answer.status_code == 200, answer.text
        await board.house.db.run(_came, referral, came, group=board.house.service, purpose="test")
        at, suggested = came, []
        for _ in range(dice.randint(3, 14)):
            at += timedelta(days=dice.expovariate(1 / 12))
            await step(board, dice, worker, jo, person, referral, suggested, at)
        at += timedelta(days=1)
        await take(worker, "referrals", referral, at, kind="close", outcome=dice.choice(OUTCOMES))
        came = at


async def step(board, dice, worker, jo, person, referral: UUID, suggested: list[UUID], at: datetime) -> None:
    """One thing happens."""
    kind = dice.choice(
        ("contact", "attempt", "accept", "accept", "signpost", "suggest", "send", "been", "been", "offer")
    )
    if kind == "suggest" or (kind in ("send", "been", "offer") and not suggested):
        one = uuid7()
        thing = {"person": person.person, "referral": str(referral), "kind": dice.choice(("activity", "topic"))}
        thing |= {"thing": str(uuid4()), "name": "Chair yoga"}
        if thing["kind"] == "activity":
            listing, group = await board.house.db.read(_listing, group=board.house.service, purpose="test")
            thing |= {"thing": str(listing), "organisation": str(group)}
        answer = await worker.client.put(f"/api/prescriptions/{one}", json=thing)
        assert answer.status_code == 200, answer.text
        await board.house.db.run(_made, one, at, group=board.house.service, purpose="test")
        suggested.append(one)
    elif kind in ("send", "been", "offer"):
        side = {"offer": {"side": "group"}, "send": {"agreed": True}}.get(kind, {})
        await take(worker, "prescriptions", dice.choice(suggested), at, kind=kind, **side)
    else:
        said = {"contact": {"method": "phone"}, "attempt": {"method": "phone"}, "signpost": {"name": "Citizens Advice"}}
        await take(worker, "referrals", referral, at, kind=kind, **said.get(kind, {}))


async def take(worker: Phone, where: str, of: UUID, at: datetime, **said: Any) -> None:
    """Takes a step if the rules let it be taken."""
    answer = await worker.client.put(f"/api/{where}/{of}/steps/{uuid7()}", json={"at": at.isoformat()} | said)
    assert answer.status_code in (200, 409), answer.text


async def record_of(worker: Phone, person: Phone) -> dict[str, Any]:
    """What a worker reads of somebody."""
    answer = await worker.client.get(f"/api/people/{person.person}/support")
    assert answer.status_code == 200, answer.text
    return answer.json()


def by_hand(records: list[dict[str, Any]]) -> Counter[tuple[date, str]]:
    """What the records come to, by quarter and figure."""
    found: Counter[tuple[date, str]] = Counter()
    for record in records:
        for referral in record["referrals"]:
            for signpost in all_at(referral, "signpost"):
                found[day_of(signpost), "signposts"] += 1
            if referral["outcome"] == "merged":
                continue
            if referral["closed_at"]:
                found[day_of(datetime.fromisoformat(referral["closed_at"])), "ended"] += 1
            came = datetime.fromisoformat(referral["received_at"])
            quarter = day_of(came)
            found[quarter, "referred"] += 1
            accepted = all_at(referral, "accept")
            if not accepted or accepted[0] - came >= WEEKS_12:
                continue
            found[quarter, "accepted"] += 1
            mine = [one for one in record["prescriptions"] if one["referral"] == referral["id"]]
            visits = sorted(at for one in mine if one["kind"] == "activity" for at in all_at(one, "been"))
            if visits and visits[0] - came < WEEKS_12:
                found[quarter, "arrived"] += 1
                found[quarter, "going"] += visits[-1] - visits[0] >= WEEKS_12
        for one in record["prescriptions"]:
            if sent := all_at(one, "send"):
                late = sent[0] + timedelta(days=14)
                answered = [datetime.fromisoformat(step["at"]) for step in one["steps"] if step["side"] == "group"]
                ended = [datetime.fromisoformat(one["closed_at"])] if one["closed_at"] else []
                found[day_of(sent[0]), "unanswered"] += all(at > late for at in answered[:1] + ended)
    return +found


def ends_by_hand(records: list[dict[str, Any]]) -> Counter[tuple[date, str]]:
    """By quarter and by how they ended, the referrals in the records that were closed."""
    closed = [one for record in records for one in record["referrals"] if one["closed_at"]]
    return Counter(
        (day_of(datetime.fromisoformat(one["closed_at"])), one["outcome"])
        for one in closed
        if one["outcome"] != "merged"
    )


def endings_of(kept: dict[tuple[date, str], Any]) -> Counter[tuple[date, str]]:
    """The same, as the service counted it."""
    ended = [(day, counted) for (day, name), counted in kept.items() if name == "ended"]
    return +Counter({(day, how): many for day, counted in ended for how, many in counted.splits["outcome"].items()})


def all_at(of: dict[str, Any], kind: str) -> list[datetime]:
    """When steps of a kind were taken, in the order of the journal."""
    return [datetime.fromisoformat(step["at"]) for step in of["steps"] if step["kind"] == kind]


def day_of(at: datetime) -> date:
    """The first day of the quarter, in London."""
    return quarter_of(at.astimezone(LONDON).date()).from_on


def _came(referral: UUID, at: datetime):
    """Unit: it came then, and not now."""
    yield Query("update referral set received_at = ? where id = ?", (at, referral))


def _made(prescription: UUID, at: datetime):
    """Unit: it was suggested then, and not now."""
    yield Query("update prescription set made_at = ? where id = ?", (at, prescription))


def _listing():
    """Unit: what the group runs, and the group."""
    rows = yield Query("select id, organisation from listing")
    return rows[0]
