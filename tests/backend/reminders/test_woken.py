"""What comes from outside somebody's phone is told at once: no phone has to be on, and nobody has to look it up."""

from uuid import UUID, uuid4

from jointly.kit.ids import uuid7
from jointly.notices import units as notices
from support.phone import Phone, at_work
from support.reminded import Kept, MovedClock, dispatcher_of, rehearsed, wishes
from support.service import Service
from support.supported import happened, refer, suggest


async def heard(service: Service, person: str, kind: str, moved: MovedClock) -> None:
    """A notice is written for somebody, as other rooms do it, with no change in their record."""
    new = notices.New(UUID(person), kind, uuid4(), None, uuid4())
    await service.house.db.run(
        notices.put, service.house.service, moved.now, [new], group=service.house.service, purpose="test"
    )


async def test_a_notice_is_told_when_it_comes(service: Service, rose: Phone, moved: MovedClock, push: Kept) -> None:
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes())
    await dispatcher.look()
    for kind, title in (
        ("support-off", "Something you booked has changed"),
        ("support-say", "There is a message for you"),
    ):
        moved.by(minutes=20)
        await heard(service, rose.person, kind, moved)
        moved.by(seconds=1)
        for _ in range(3):
            await dispatcher.look()
        assert [one["title"] for one in push.take()] == [title]


async def test_one_in_quiet_hours_waits_for_their_end(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(quiet={"from": "07:00", "to": "08:30"}))
    await dispatcher.look()
    moved.by(minutes=20)
    await heard(service, rose.person, "support-say", moved)
    for _ in range(3):
        await dispatcher.look()
        moved.by(minutes=20)
    assert push.take() == []
    moved.by(minutes=20)
    await dispatcher.look()
    assert len(push.take()) == 1


async def test_who_was_never_reminded_is_not_told(service: Service, rose: Phone, moved: MovedClock, push: Kept) -> None:
    dispatcher = dispatcher_of(service, push)
    await heard(service, rose.person, "support-say", moved)
    for _ in range(3):
        moved.by(hours=1)
        await dispatcher.look()
    assert push.take() == []


async def test_a_visit_that_one_books_oneself_is_reminded_of_from_then_on(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    """Not by an entry of the phone: what is booked is written into the record here, and no notice tells oneself."""
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(kinds=["session"]))
    await dispatcher.look()
    async with at_work(service, "link-worker") as worker:
        suggestion = await suggest(worker, rose.person, referral=await refer(worker, rose.person))
    moved.by(minutes=20)
    await dispatcher.look()
    booked = happened("book", start="2026-03-17T10:00:00+00:00")
    answer = await rose.client.put(f"/api/prescriptions/{suggestion}/steps/{uuid7()}", json=booked)
    assert answer.status_code == 200, answer.text
    said = [one["at"][:16] for one in await rehearsed(rose, 3)]
    assert said == ["2026-03-16T18:00", "2026-03-17T08:00"]
    found = []
    for _ in range(6 * 30):
        moved.by(minutes=10)
        await dispatcher.look()
        found += [moved.now.isoformat()[:16] for _ in push.take()]
    assert found == said
