"""Whatever takes a date away, those who were going and their worker hear of it: exactly those, and once."""

from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.model import Occurrence, Organisation
from jointly.listings.model import Service as Listed
from jointly.listings.showing import Shown, hide, show
from jointly.prescribing.groups import cancelled
from support.phone import Phone, joined
from support.published import LISTING, START, approve, publish
from support.service import Service

WEEK = timedelta(days=7)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIRST = START.date().isoformat()


def runs(day: datetime = START, start: str = "10:30", **said: Any) -> list[dict[str, Any]]:
    """Each week on the day of the week of `day`."""
    return [{"first": FIRST, "start": start, "end": "12:00", "every": "week", "days": [DAYS[day.weekday()]]} | said]


@pytest.fixture
async def people(story, service: Service):
    """Four more people with a phone: who booked the week after, who goes anyway, and who goes elsewhere."""
    async with AsyncExitStack() as opened:
        yield [await opened.enter_async_context(joined(service)) for _ in range(3)]


async def book(story, thing: str, at: datetime, person: Phone | None = None, *, been: bool = False) -> dict[str, Any]:
    """Somebody has booked a visit, or goes there already."""
    who = {"person": person.person} if person else {}
    await story.refer(**who)
    group = {"organisation": str(story.organisation)} if thing in story.theirs else {"organisation": None}
    made = await story.prescribe(thing=thing, **who, **group)
    await story.step(story.worker, made, "book", start=at.isoformat())
    if been:
        now = clock.now().isoformat()
        await story.step(story.worker, made, "been", start=now, side="person")
    return made


async def all_told(story, people) -> dict[str, list[str]]:
    """Everybody's notices that a date is off, or on again."""
    of = dict(zip(("first", "later", "goer", "elsewhere"), (story.person, *people), strict=True)) | {
        "worker": story.worker
    }
    return {
        name: [kind for kind in await story.notices(phone) if kind in ("support-off", "support-on", "support-offer")]
        for name, phone in of.items()
    }


@pytest.fixture
async def listing(story, service: Service, people) -> str:
    """Something that the group runs each week; one person is booked on its first date, one on its second, one goes, and
    one is booked on something else of theirs on the same day."""
    await approve(service, story.organisation)
    made, other = await publish(story.group, runs=runs()), await publish(story.group, runs=runs())
    story.theirs = {made, other}
    later, goer, elsewhere = people
    await book(story, made, START)
    await book(story, made, START + WEEK, later)
    await book(story, made, START, goer, been=True)
    await book(story, other, START, elsewhere)
    return made


async def say(story, listing: str, **said: Any) -> None:
    answer = await story.group.client.put(f"/api/publishing/listings/{listing}", json=LISTING | said)
    assert answer.status_code == 200, answer.text


NOBODY = {"first": [], "later": [], "goer": [], "elsewhere": [], "worker": []}
OFF = ["support-off"]
ALL_OF_IT = NOBODY | {"first": OFF, "later": OFF, "goer": OFF, "worker": OFF * 3}


async def _deleted(story, listing: str) -> None:
    answer = await story.group.client.request("DELETE", f"/api/publishing/listings/{listing}", json={})
    assert answer.status_code == 204, answer.text


async def _hidden(story, listing: str) -> None:
    await say(story, listing, runs=runs(), published=False)


async def _other_day(story, listing: str) -> None:
    await say(story, listing, runs=runs(START + timedelta(days=1)))


@pytest.mark.parametrize("withdraw", [_deleted, _hidden, _other_day])
async def test_a_listing_that_is_withdrawn_or_planned_anew(story, service: Service, people, listing, withdraw):
    await withdraw(story, listing)
    assert await all_told(story, people) == ALL_OF_IT
    [suggestion] = (await story.support())["prescriptions"]
    assert (suggestion["state"], suggestion["first_at"]) == ("offered", None)
    assert [(step["kind"], step["called"]) for step in suggestion["steps"]][-1] == ("off", "Jo")
    assert await cancelled.tell(service.house) == 0
    assert await all_told(story, people) == ALL_OF_IT


async def test_a_plan_that_ends_earlier_is_told_to_who_came_later_alone(story, people, listing):
    await say(story, listing, runs=runs(last=FIRST))
    told = NOBODY | {"later": OFF, "goer": OFF, "worker": OFF * 2}
    assert await all_told(story, people) == told
    await say(story, listing, runs=runs(last=FIRST), summary="Talk with others, and tea.")
    assert await all_told(story, people) == told


async def test_another_time_of_the_same_day_is_offered(story, people, listing):
    await say(story, listing, runs=runs(start="11:15"))
    assert await all_told(story, people) == ALL_OF_IT
    [suggestion] = (await story.support())["prescriptions"]
    step = suggestion["steps"][-1]
    assert (step["kind"], datetime.fromisoformat(step["said"]["start"])) == ("off", START.replace(hour=11, minute=15))


async def test_what_was_hidden_by_mistake_is_offered_again(story, people, listing):
    await _hidden(story, listing)
    await say(story, listing, runs=runs())
    offered = [*OFF, "support-offer"]
    told = {"first": offered, "later": offered, "goer": ["support-off", "support-on"]}
    assert {name: (await all_told(story, people))[name] for name in told} == told


async def test_who_booked_at_a_time_of_their_own_hears_when_all_of_it_goes(story, people, listing):
    """A date far off, or a time that was agreed: none of the listing's dates says anything of it."""
    made = (await story.support())["prescriptions"][0]
    await story.step(story.worker, made, "book", start=(START + timedelta(days=2)).isoformat())
    await _other_day(story, listing)
    assert (await all_told(story, people))["first"] == []
    await _deleted(story, listing)
    assert (await all_told(story, people))["first"] == OFF


async def test_what_nobody_confirmed_is_not_said_to_be_off(story, service: Service, people, listing):
    await service.house.db.run(hide, [UUID(listing)], "hidden", purpose="test")
    assert await cancelled.tell(service.house) == 0
    assert await all_told(story, people) == NOBODY


class Feed:
    """A class of a feed, with a date in each of three weeks."""

    def __init__(self, service: Service) -> None:
        self.house, self.source, self.now = service.house, uuid4(), clock.now()
        by = Organisation(id=uuid4(), name="Leeds Leisure")
        self.listed = Listed(
            id=uuid4(), key="tai-chi", kind="activity", name="Tai chi", organisation=by, changed_at=self.now
        )

    def dates(self, weeks=(0, 1, 2), off=()) -> tuple[Occurrence, ...]:
        """Those of some weeks; some of them cancelled."""
        return tuple(
            Occurrence(
                id=uuid5(self.listed.id, str(week)),
                original_start=START + WEEK * week,
                start=START + WEEK * week,
                status="cancelled" if week in off else "scheduled",
                explicit=True,
            )
            for week in weeks
        )

    async def read(self, **said: Any) -> int:
        """The feed is read; gives how many dates were told of."""
        shown = Shown(self.listed, self.dates(**said), self.source, "shown", (), 7, None)
        await self.house.db.run(show, [shown], clock.now(), purpose="test")
        return await cancelled.tell(self.house)

    async def do(self, sql: str, *values: Any) -> None:
        def unit():
            yield Query(sql, values)

        await self.house.db.run(unit, purpose="test")


@pytest.fixture
async def feed(story, service: Service, people) -> Feed:
    """Read once; somebody is booked on each of the first two dates, and somebody goes."""
    found, story.theirs = Feed(service), set()
    await found.do(
        "insert into source (id, kind, url, dataset, name, publisher, added_at, state, run, fails, pages, items) "
        "values (?, 'rpde', 'https://feeds.example/a', ?, '', '', ?, 'up-to-date', 1, 0, 1, 1)",
        found.source,
        found.source,
        found.now,
    )
    await found.read()
    later, goer, _ = people
    thing = str(found.listed.id)
    await book(story, thing, START)
    await book(story, thing, START + WEEK, later)
    await book(story, thing, START, goer, been=True)
    return found


@pytest.mark.parametrize("said", [{"off": (0,)}, {"weeks": (1, 2)}])
async def test_a_feed_that_cancels_or_deletes_a_date(story, people, feed: Feed, said):
    assert await feed.read(**said) == 1
    told = NOBODY | {"first": OFF, "goer": OFF, "worker": OFF * 2}
    assert await all_told(story, people) == told
    assert await feed.read(**said) == 0
    assert await all_told(story, people) == told


@pytest.mark.parametrize("state", ["gone", "cancelled"])
async def test_a_feed_that_cancels_or_deletes_a_series(story, people, feed: Feed, state):
    await feed.house.db.run(hide, [feed.listed.id], state, purpose="test")
    await cancelled.tell(feed.house)
    assert await all_told(story, people) == ALL_OF_IT
    assert await cancelled.tell(feed.house) == 0


async def test_nobody_is_told_while_a_feed_is_being_read_is_down_or_was_taken_away(story, people, feed: Feed):
    record = uuid4()
    await feed.do(
        "insert into record (id, source, key, first_seen_at, seen_at, work) values (?, ?, 'a', ?, ?, 1)",
        *(record, feed.source, feed.now, feed.now),
    )
    for state in ("gone", "unread"):
        await feed.house.db.run(hide, [feed.listed.id], state, purpose="test")
        assert await cancelled.tell(feed.house) == 0
    await feed.do("delete from listing where id = ?", feed.listed.id)
    await feed.do("delete from dated where listing = ?", feed.listed.id)
    assert await cancelled.tell(feed.house) == 0
    assert await all_told(story, people) == NOBODY
