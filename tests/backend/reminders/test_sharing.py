"""Several processes share the work: what one does while another has somebody is neither lost nor done twice."""

import asyncio
from datetime import timedelta
from uuid import uuid4

from jointly.kit.push import Answer, Outcome
from jointly.notices import units as notices
from jointly.reminders import message_units, units
from jointly.reminders.message_units import MessageRow, Settled
from support.phone import Phone
from support.reminded import Kept, MovedClock, dispatcher_of, person_of, plan, told, utc, wishes
from support.service import Service


async def _run(service: Service, unit, *args):
    house = service.house
    return await house.db.run(unit, *args, group=house.service, purpose="test")


async def test_news_is_told_at_the_next_look(service: Service, rose: Phone, moved: MovedClock, push: Kept) -> None:
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(), plan("09:00"))
    await dispatcher.look()
    moved.by(minutes=20)
    said = notices.New(person_of(rose), "support-off", uuid4(), None, uuid4())
    await _run(service, notices.put, service.house.service, moved.now, [said])
    await dispatcher.look()
    assert [one["data"]["kinds"] for one in push.take()] == [["change"]]
    moved.by(minutes=1)
    await dispatcher.look()
    assert push.take() == []


async def test_who_is_woken_while_somebody_has_them_stays_awake(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    await rose.push(wishes(), plan("09:00"))
    await dispatcher_of(service, push).look()
    rest, person, shares = moved.now + timedelta(hours=12), person_of(rose), service.house.db.kind == "postgres"
    await _run(service, units.wake, service.house.service, [person], moved.now)

    async def taken():
        lease = moved.now + timedelta(minutes=2)
        return [one.person for one in await _run(service, units.take, moved.now, lease, moved.now, 10, shares)]

    assert await taken() == [person]
    assert await taken() == [], "nobody else takes her"
    moved.by(seconds=1)
    await _run(service, notices.record_changed, person, moved.now)
    assert await taken() == []
    await _run(service, units.let_go, [person], rest)
    assert await taken() == [person], "there is something new to do for her"
    await _run(service, units.let_go, [person], rest)
    assert await taken() == [], "nothing until nine o'clock"
    moved.to(utc("2026-03-16T09:00:00+00:00"))
    assert await taken() == [person]


async def test_of_two_pushes_that_fail_at_once_in_two_processes_one_email_is_made(
    service: Service, rose: Phone, moved: MovedClock
) -> None:
    person = person_of(rose)

    def row(telling, channel: str, device=None) -> MessageRow:
        times = (moved.now, moved.now + timedelta(hours=1))
        return MessageRow(uuid4(), telling, person, channel, device, "exercise", *times, 0)

    made = []
    for _ in range(20):
        telling = uuid4()
        pushes = [row(telling, "push", uuid4()) for _ in range(2)]
        await _run(service, message_units.add, service.house.service, pushes)
        others = {telling: [row(telling, "email"), row(telling, "list")]}
        shares = service.house.db.kind == "postgres"
        found = await asyncio.gather(
            *(
                _run(service, message_units.settle, service.house.service, [settled], [], [], others, shares)
                for settled in (Settled(one.id, "failed", fault="gone") for one in pushes)
            )
        )
        made += [[one.channel for some in found for one in some]]
    assert made == [["email"]] * 20


async def test_what_one_process_sent_is_not_sent_again_because_a_slower_one_failed(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    await rose.push(wishes(), plan("09:00"))
    moved.to(utc("2026-03-16T09:00:01+00:00"))
    dispatcher = dispatcher_of(service, push)
    push.answers = [Answer(Outcome.FAILED, 503)]
    await dispatcher.look()
    moved.by(minutes=1)
    [slow] = await _run(service, message_units.take_again, moved.now, 10, service.house.db.kind == "postgres")
    moved.by(minutes=3)
    await dispatcher.look()
    assert len(push.take()) == 1
    late = [Settled(slow.id, "dead", fault="failed-none")]
    await _run(service, message_units.settle, service.house.service, late, [], [], {}, False)
    assert [(one["channel"], one["state"]) for one in await told(rose)] == [("push", "sent")]
