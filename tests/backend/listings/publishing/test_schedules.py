"""A pattern keeps its name in people's calendars, whatever is said beside it."""

from typing import Any
from uuid import UUID

import icalendar
import pytest

from backend.listings.publishing.test_publishing import GROUP, NOW, publish, publishing
from jointly.kit import clock
from jointly.listings.publishing.schedules import runs_of, schedules_of
from jointly.listings.publishing.schemas import Runs
from support.service import Service

ID = UUID("0197a000-0000-7000-8000-000000000000")


def runs(**changes: Any) -> Runs:
    return Runs(**GROUP["runs"][0] | changes)


TUESDAY, THURSDAY, SUNDAY = runs(), runs(first="2026-10-15", days=["thu"]), runs(first="2026-10-18", days=["sun"])


def names(said: list[Runs], before=()) -> list[UUID]:
    made = schedules_of(said, ID, before)
    assert [runs_of(one) for one in made] == said
    assert len({one.id for one in made}) == len(made)
    return [one.id for one in made]


def test_a_pattern_that_is_said_as_before_is_the_same_wherever_it_stands():
    before = schedules_of([TUESDAY, THURSDAY], ID, ())
    tuesday, thursday = (one.id for one in before)
    assert names([THURSDAY], before) == [thursday]
    assert names([THURSDAY, TUESDAY], before) == [thursday, tuesday]
    assert names([SUNDAY, TUESDAY, THURSDAY], before)[1:] == [tuesday, thursday]
    assert names([TUESDAY, TUESDAY], before) == [tuesday, thursday], "the second one takes the place of what went"


def test_a_pattern_that_was_changed_takes_the_place_of_the_one_most_like_it_and_another_is_new():
    before = schedules_of([TUESDAY, THURSDAY], ID, ())
    tuesday, thursday = (one.id for one in before)
    later = runs(first="2026-10-15", days=["thu"], start="11:00")
    assert names([later, TUESDAY], before) == [thursday, tuesday]
    assert names([later, SUNDAY], before) == [thursday, tuesday]
    new = names([TUESDAY, THURSDAY, SUNDAY], before)
    assert new[:2] == [tuesday, thursday]
    without = schedules_of([THURSDAY], ID, before)
    assert names([SUNDAY, THURSDAY], without)[1] == thursday


async def test_a_second_time_stays_itself_in_a_calendar_when_the_first_is_taken_away(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(clock, "now", lambda: NOW)

    async def uids(id: str) -> dict[str, str]:
        async with service.client() as nobody:
            made = icalendar.Calendar.from_ical((await nobody.get(f"/open/ical/{id}.ics")).content)
        return {f"{event['DTSTART'].dt:%a}": str(event["UID"]) for event in made.walk("VEVENT")}

    tuesday, thursday = (one.model_dump(mode="json") for one in (TUESDAY, THURSDAY))
    async with publishing(service) as hands:
        id = (await publish(hands, runs=[tuesday, thursday]))["id"]
        before = await uids(id)
        await publish(hands, id, runs=[thursday])
        assert await uids(id) == {"Thu": before["Thu"]}
