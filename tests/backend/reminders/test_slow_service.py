"""A push service that hangs holds up nobody else, and what it hangs on goes out once."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from jointly.kit.db import Query
from jointly.kit.push import Answer, Endpoint, Message
from jointly.reminders import carrying, handing_over, message_units, running
from support.phone import Phone, joined
from support.reminded import Kept, MovedClock, dispatcher_of, plan, subscribe, told, utc, wishes
from support.service import Service

SOON = 60
"""Seconds, real ones, in which everything here is long over."""


class Hanging(Kept):
    """A push service that holds on to what goes to the first browser, until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.holds = asyncio.Event()
        self.let_go = asyncio.Event()

    async def send(self, to: Endpoint, message: Message, key_id: str) -> Answer:
        self.asked += 1
        if to.url.endswith("/a"):
            self.holds.set()
            await self.let_go.wait()
        return await super().send(to, message, key_id)


@pytest.fixture
async def ann(service: Service, moved: MovedClock) -> AsyncIterator[Phone]:
    """Somebody else, pushed to by a service that is well."""
    async with joined(service) as phone:
        await subscribe(phone, service.house, "well")
        yield phone


async def rose_hangs(service: Service, rose: Phone, ann: Phone, moved: MovedClock, push: Hanging):
    """A dispatcher that has Rose's push on its way, while Ann's is due five minutes later."""
    await rose.push(wishes(), plan("09:00"))
    await ann.push(wishes(key="B" * 21 + "A"), plan("09:05"))
    moved.to(utc("2026-03-16T08:00:00+00:00"))
    dispatcher = dispatcher_of(service, push)
    await dispatcher.look()
    moved.to(utc("2026-03-16T09:00:01+00:00"))
    async with asyncio.timeout(SOON):
        await dispatcher.look_on()
        await push.holds.wait()
    return dispatcher


async def next_tries(service: Service) -> list:
    """When what is on its way would be taken for lost."""

    def unit():
        return (yield Query("select next_at from message where state = 'sending'"))

    rows = await service.house.db.read(unit, group=service.house.service, purpose="test")
    return [at for (at,) in rows]


async def test_others_are_told_while_one_service_hangs(
    service: Service, rose: Phone, ann: Phone, moved: MovedClock
) -> None:
    push = Hanging()
    dispatcher = await rose_hangs(service, rose, ann, moved, push)
    assert push.sent == []
    moved.to(utc("2026-03-16T09:05:01+00:00"))
    async with asyncio.timeout(SOON):
        while not push.sent:
            await dispatcher.look_on()
            await asyncio.sleep(0)
    assert [to.url[-4:] for _, to, _ in push.sent] == ["well"]
    push.let_go.set()
    await dispatcher.finish()
    assert (push.asked, len(push.sent)) == (2, 2)
    assert [(one["channel"], one["state"]) for one in await told(rose)] == [("push", "sent")]


async def test_what_is_slow_is_not_taken_for_lost_here_or_elsewhere(
    service: Service, rose: Phone, ann: Phone, moved: MovedClock
) -> None:
    push, other = Hanging(), Kept()
    dispatcher = await rose_hangs(service, rose, ann, moved, push)
    elsewhere = dispatcher_of(service, other)
    [before] = await next_tries(service)
    for _ in range(3):
        # longer than a lease, in steps in which this process says again that it is on its way
        moved.by(seconds=70)
        async with asyncio.timeout(SOON):
            while await next_tries(service) == [before]:
                await asyncio.sleep(0.05)
        [before] = await next_tries(service)
        assert before > moved.now
        await elsewhere.look()
        await dispatcher.look_on()
    assert [other.take(), push.asked] == [[], 1]
    # even if its lease runs out, the process that has it does not begin anew
    moved.by(minutes=5)
    await dispatcher.look_on()
    push.let_go.set()
    await dispatcher.finish()
    assert [to.url[-2:] for _, to, _ in push.sent if not to.url.endswith("well")] == ["/a"]


async def test_a_full_hand_waits(
    service: Service, rose: Phone, ann: Phone, moved: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    push = Hanging()
    dispatcher = await rose_hangs(service, rose, ann, moved, push)
    monkeypatch.setattr(carrying, "MOST_IN_HAND", 1)
    moved.to(utc("2026-03-16T09:05:01+00:00"))
    looking = asyncio.create_task(dispatcher.look_on())
    await asyncio.wait([looking], timeout=0.2)
    assert not looking.done() and push.asked == 1
    push.let_go.set()
    async with asyncio.timeout(SOON):
        await looking
        await dispatcher.finish()
    assert len(push.sent) == 2


async def test_one_service_has_only_so_much_of_the_hand(
    service: Service, rose: Phone, ann: Phone, moved: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ann's browser has the same push service: hers waits in the database, and not in the hand."""
    push = Hanging()
    monkeypatch.setattr(handing_over, "MOST_AT_ONE_SERVICE", 1)
    dispatcher = await rose_hangs(service, rose, ann, moved, push)
    moved.to(utc("2026-03-16T09:05:01+00:00"))
    await dispatcher.look_on()
    async with asyncio.timeout(SOON):
        while not dispatcher.counted["messages_sending"]:
            await asyncio.sleep(0.01)
    assert push.asked == 1
    push.let_go.set()
    await dispatcher.finish()
    moved.by(minutes=1)
    await dispatcher.look()
    assert [to.url[-2:] for _, to, _ in push.sent] == ["/a", "ll"]


async def test_what_is_on_its_way_at_the_end_is_cut_off_and_tried_again(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "FINISH_WITHIN", 0.1)
    await rose.push(wishes(), plan("09:00"))
    moved.to(utc("2026-03-16T09:00:01+00:00"))
    slow, state = Hanging(), service.app.state
    before = asyncio.all_tasks()
    outlets = dispatcher_of(service, slow)._outlets
    async with asyncio.timeout(SOON):
        async with running.dispatching(state.house, state.pathways, state.speak, outlets, every=0.01):
            await slow.holds.wait()
    assert not [one for one in asyncio.all_tasks() - before if "reminders" in one.get_name()]
    await dispatcher_of(service, push).look()
    assert push.take() == []
    moved.by(minutes=3)
    await dispatcher_of(service, push).look()
    assert len(push.take()) == 1


async def test_what_breaks_holds_up_nobody_else(
    service: Service, rose: Phone, ann: Phone, moved: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    push = Kept()
    await rose.push(wishes(), plan("09:00"))
    await ann.push(wishes(key="B" * 21 + "A"), plan("09:00"))
    moved.to(utc("2026-03-16T09:00:01+00:00"))
    dispatcher, sends = dispatcher_of(service, push), push.send

    async def breaks(to: Endpoint, *given) -> Answer:
        if to.url.endswith("/a"):
            raise RuntimeError("an endpoint")
        return await sends(to, *given)

    with monkeypatch.context() as patched:
        patched.setattr(push, "send", breaks)
        await dispatcher.look()
    assert (len(push.take()), [one["state"] for one in await told(rose)]) == (1, ["waiting"])
    moved.by(minutes=1)
    await dispatcher.look()
    assert (len(push.take()), [one["state"] for one in await told(rose)]) == (1, ["sent"])


async def test_what_cannot_be_written_down_is_counted_and_tried_again(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rose.push(wishes(), plan("09:00"))
    moved.to(utc("2026-03-16T09:00:01+00:00"))
    dispatcher = dispatcher_of(service, push)

    def breaks(*given):
        raise RuntimeError("a disk")
        yield

    with monkeypatch.context() as patched:
        patched.setattr(message_units, "settle", breaks)
        await dispatcher.look()
    assert (dispatcher.counted["hand_overs_failed"], len(push.take())) == (1, 1)
    moved.by(minutes=3)
    await dispatcher.look()
    assert len(push.take()) == 1, "under the same topic and tag"
    assert [one["state"] for one in await told(rose)] == ["sent"]
