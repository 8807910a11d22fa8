"""What comes while another process makes somebody's plan is in that plan, or in the next one at once."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from jointly.notices import units as notices
from jointly.reminders import planning, units
from jointly.reminders.manner import opened
from support.phone import Phone, at_work
from support.reminded import Kept, MovedClock, dispatcher_of, person_of, plan, wishes
from support.service import Service


async def _run(service: Service, unit, *args):
    house = service.house
    return await house.db.run(unit, *args, group=house.service, purpose="test")


async def heard(service: Service, rose: Phone, moved: MovedClock) -> None:
    """Something that she booked is off."""
    new = notices.New(person_of(rose), "support-off", uuid4(), None, uuid4())
    await _run(service, notices.put, service.house.service, moved.now, [new])


def once_after_reading(patched: pytest.MonkeyPatch, then: Callable[[], Awaitable]) -> None:
    """Something happens between reading a record for a plan and writing the plan."""
    whole, left = planning.plan_of, [then]

    async def slow(*args):
        found = await whole(*args)
        while left:
            await left.pop()()
        return found

    patched.setattr(planning, "plan_of", slow)


async def test_news_that_another_process_took_up_while_a_plan_was_made_is_told_at_once(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    dispatcher, other = dispatcher_of(service, push), dispatcher_of(service, push)
    await rose.push(wishes(), plan("09:00"))

    async def meanwhile() -> None:
        moved.by(seconds=1)
        await heard(service, rose, moved)
        await other.look()
        assert push.take() == [], "this process has her"

    once_after_reading(monkeypatch, meanwhile)
    await dispatcher.look()
    moved.by(seconds=1)
    await dispatcher.look()
    assert [one["data"]["kinds"] for one in push.take()] == [["change"]]
    moved.by(minutes=1)
    await dispatcher.look()
    assert push.take() == []


async def test_a_plan_of_a_process_that_lost_somebody_is_not_taken(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It read the record before the news; who has her now has planned it, for the end of her quiet hours."""
    dispatcher, other = dispatcher_of(service, push), dispatcher_of(service, push)
    await rose.push(wishes(quiet={"from": "06:00", "to": "08:00"}))

    async def meanwhile() -> None:
        moved.by(minutes=3)
        await heard(service, rose, moved)
        await other.look()

    once_after_reading(monkeypatch, meanwhile)
    await dispatcher.look()
    moved.by(hours=1)
    await dispatcher.look()
    assert [one["data"]["kinds"] for one in push.take()] == [["change"]]


async def test_wishes_of_staff_that_come_while_their_plan_is_made_are_kept(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    async with at_work(service, "link-worker") as worker:
        person, shares = person_of(worker), service.house.db.kind == "postgres"
        lease = moved.now + timedelta(minutes=2)

        async def wish(time: str) -> None:
            said = {"kinds": ["due"], "time": time, "days": ["mon"]}
            assert (await worker.client.put("/api/reminders/rounds", json=said)).status_code == 204

        await wish("08:00")
        [taken] = await _run(service, units.take, moved.now, lease, moved.now, 10, shares)
        moved.by(seconds=1)
        await wish("09:30")
        given = (person, service.house.service, lease, 0, moved.now, [], frozenset(), taken.sealed)
        assert await _run(service, units.replan, *given)
        [(kept,)] = await service.house.db.read(units.sealed_of, person, group=service.house.service, purpose="test")
        assert opened(service.house.index_key, kept).rounds.time == "09:30"
