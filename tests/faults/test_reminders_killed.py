"""kill -9 of two dispatchers under load, with a push service that fails one time in five in every documented way."""

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest

from faults import many_reminded
from faults.dispatchers import Dispatchers, MovedClock
from faults.failing_push import ENDS, WAYS, FailingPush
from faults.many_reminded import Person
from jointly.house import close_house, open_house
from jointly.kit.ids import uuid7
from jointly.reminders.handing_over import MOST_TRIES, WRITTEN_AT_ONCE
from jointly.reminders.rules.slots import key_from
from jointly.settings import Settings
from support.postgres import Postgres
from support.service import settings_for

DAY = datetime(2027, 3, 1, tzinfo=UTC)
WAVES, OUTAGE = (9, 13), 17
"""Hours in which people are reminded while dispatchers are killed, and one in which none runs."""
MINUTES = 5


class Message(NamedTuple):
    """A row of the database."""

    id: UUID
    telling: UUID
    channel: str
    device: UUID | None
    state: str
    fault: str


@dataclass
class Service:
    """A service's databases, and the people whom it reminds."""

    settings: Settings
    postgres: Postgres
    push: FailingPush
    folder: Path
    people: list[Person]

    @property
    def database(self) -> str:
        """The name of the main one."""
        return self.settings.database.rpartition("/")[2]

    def rows(self, sql: str) -> list[list[str]]:
        """What the superuser reads."""
        return [line.split("|") for line in self.postgres.sql(sql, database=self.database).splitlines()]


@pytest.fixture
def push(tmp_path: Path) -> Iterator[FailingPush]:
    """It fails from the first request on."""
    with FailingPush(tmp_path, seed=7) as service:
        yield service


@pytest.fixture
def service(
    request: pytest.FixtureRequest, postgres: Postgres, migrated: str, push: FailingPush, tmp_path: Path
) -> Iterator[Service]:
    """So many people, with no browser to three: two of five have none."""
    databases = postgres.for_app(template=migrated)
    settings = settings_for(tmp_path / "data", postgres=databases)
    chance = random.Random(request.param)
    service = Service(settings, postgres, push, tmp_path, [])
    asyncio.run(_fill(service, request.param, chance))
    yield service
    postgres.drop_database(*databases)


async def _fill(service: Service, count: int, chance: random.Random) -> None:
    house = await open_house(service.settings)
    assert house.push_keys
    try:
        for number in range(count):
            times = tuple(f"{hour:02}:{chance.randrange(MINUTES):02}" for hour in (*WAVES, OUTAGE))
            browsers = {uuid7(): service.push.subscribe(house.push_keys.current.public) for _ in range(number % 5 % 4)}
            email = f"person{number}@example.org" if number % 3 else None
            mobile = f"+4477009{number:05}" if number % 5 == 0 else None
            service.people.append(Person(times, browsers, email, mobile, uuid7(), chance.randbytes(16)))
        await many_reminded.keep(house, service.people, DAY + timedelta(hours=8))
    finally:
        await close_house(house)


@pytest.mark.parametrize(
    ("service", "kills"), [(120, 8), pytest.param(1_500, 120, marks=pytest.mark.long)], indirect=["service"]
)
def test_each_is_told_once_whatever_is_killed(service: Service, kills: int) -> None:
    clock = MovedClock(service.folder / "clock", DAY + timedelta(hours=WAVES[0], minutes=-2))
    chance = random.Random(kills)
    where = (service.settings.database, service.settings.vault)
    with Dispatchers(service.folder, *where, service.push, clock) as two:
        for hour in WAVES:
            clock.to(DAY + timedelta(hours=hour, minutes=-2))
            _kill_and_kill(two, clock, kills // len(WAVES), chance)
            two.settle(service.postgres, service.database, seconds=60 + kills)
            assert clock.now < DAY + timedelta(hours=hour + 3), "all of it was of use when it was told"
        two.kill(2)
        clock.to(DAY + timedelta(hours=OUTAGE + 4))
        two.start()
        two.settle(service.postgres, service.database)
        noted, died = two.noted(), two.kills
        assert "could not be looked at" not in two.log.read_text()
    each_slot_was_told_in_one_telling(service)
    messages = [
        Message(UUID(id), UUID(telling), channel, UUID(device) if device else None, state, fault)
        for id, telling, channel, device, state, fault in service.rows(
            "select id, telling, channel, device, state, fault from message"
        )
    ]
    every_telling_came_through(service, messages)
    each_browser_was_told(service, messages)
    nothing_else_was_sent_twice(messages, noted, died)
    there_was_no_storm(service, messages, died)


def _kill_and_kill(two: Dispatchers, clock: MovedClock, kills: int, chance: random.Random) -> None:
    """Kills one, and now and then both, in the middle of what is due as the clock is moved on."""
    before = two.kills
    while two.kills - before < kills:
        two.start()
        clock.by(60 * (MINUTES + 3) / kills)
        time.sleep(chance.uniform(0.02, 0.3))
        two.kill(chance.choice((1, 1, 2)))
    two.start()


def each_slot_was_told_in_one_telling(service: Service) -> None:
    """Every slot of the hours in which somebody ran was told, once; those of the outage are late, and were not."""
    rows = service.rows("select id, state, telling from due where state <> 'waiting'")
    found = {UUID(id): (state, telling) for id, state, telling in rows}
    day = DAY.date().isoformat()
    told = {one.slot(day, time) for one in service.people for time in one.times[: len(WAVES)]}
    late = {one.slot(day, one.times[-1]) for one in service.people}
    assert {id for id, (state, _) in found.items() if state == "told"} == told
    assert {id for id, (state, _) in found.items() if state == "late"} == late
    assert set(found) == told | late
    tellings: defaultdict[str, set[str | None]] = defaultdict(set)
    for one in service.push.came:
        for key in one.said["data"]["keys"] if one.said else ():
            tellings[key].add(one.topic)
    assert tellings.keys() <= {key_from(id) for id in told}
    assert [key for key, topics in tellings.items() if len(topics) > 1] == []
    # The same shows on a phone that was pushed to twice: one topic at the service, one tag on the screen.
    shown = {(one.url, one.topic, one.said["tag"]) for one in service.push.came if one.said}
    assert len({(url, topic) for url, topic, _ in shown}) == len({(url, tag) for url, _, tag in shown}) == len(shown)


def every_telling_came_through(service: Service, messages: list[Message]) -> None:
    """Each by some channel, or into the list of the app; nothing is still on its way."""
    told = {UUID(telling) for (telling,) in service.rows("select distinct telling from due where state = 'told'")}
    assert {one.state for one in messages} <= {"sent", "failed", "dead"}
    assert {one.telling for one in messages if one.state == "sent"} == told == {one.telling for one in messages}
    assert [one for one in messages if one.state == "dead" and one.fault != "too-big"] == []


def each_browser_was_told(service: Service, messages: list[Message]) -> None:
    """A browser got what was handed over to it; where it did not, its service had said that it never will."""
    browsers = {device: browser for one in service.people for device, browser in one.browsers.items()}
    taken = Counter(one.url for one in service.push.came if one.said)
    pushed = [one for one in messages if one.channel == "push"]
    sent = Counter(one.device for one in pushed if one.state == "sent")
    topics = {(one.url, one.topic) for one in service.push.came if one.said}
    for device, browser in browsers.items():
        assert len({topic for url, topic in topics if url == browser.url}) >= sent[device], taken[browser.url]
    for one in pushed:
        answers = service.push.answers_to(browsers[one.device])
        assert one.state == "sent" or answers & (ENDS | {"413"}), one
    alive = [device for device, browser in browsers.items() if not service.push.answers_to(browser) & (ENDS | {"413"})]
    assert min(sent[device] for device in alive) == max(sent[device] for device in alive) == len(WAVES)
    assert len(alive) > len(browsers) / 2, "too few browsers were left for the test to mean anything"


def nothing_else_was_sent_twice(messages: list[Message], noted: Counter[tuple[str, str]], died: int) -> None:
    """E-mail and SMS went out once at most, each of them written down, and all but what went out as somebody died."""
    written = {(one.channel, one.id.hex): one for one in messages if one.channel in ("email", "sms")}
    assert set(noted) <= set(written)
    assert max(noted.values()) == 1
    assert max(Counter((one.channel, one.telling) for one in written.values()).values()) == 1
    print(f"{len(noted)} of {len(written)} e-mails and SMS went out once, the others not")
    assert len(written) - len(noted) <= WRITTEN_AT_ONCE * died, "more was lost than what was just going out"
    assert len(noted) > len(written) / 2 > 0


def there_was_no_storm(service: Service, messages: list[Message], died: int) -> None:
    """Each message was tried a few times at most, and all of them together not much more often than the service asked
    for by failing and the kills by forgetting."""
    came = service.push.came
    most = max(Counter((one.url, one.topic) for one in came).values())
    pushed = [one for one in messages if one.channel == "push"]
    answers = Counter(one.answered for one in came)
    told = ", ".join(f"{answer} {count}" for answer, count in sorted(answers.items()))
    print(f"{died} dispatchers killed; {len(came)} requests for {len(pushed)} pushes, {most} for one at most: {told}")
    assert answers.keys() >= WAYS.keys(), "not all ways to fail were met"
    assert most <= MOST_TRIES
    assert len(came) <= 2 * len(pushed)
