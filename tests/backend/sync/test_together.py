"""Many at once: numbers of one person's feed are given once each, without a gap, whatever runs beside."""

import asyncio

from support.phone import Phone, code_for, entry, joined, numbers_of
from support.service import Service


async def test_8_pushes_of_one_person_at_once_get_every_number_once(service: Service, phone: Phone):
    batches = [[entry() for _ in range(7)] for _ in range(8)]
    pulls = [answer.json()["subjects"][0] for answer in await asyncio.gather(*(phone.sync(*some) for some in batches))]
    given = sorted(number for pull in pulls for number in numbers_of(pull).values())
    assert given == list(range(1, 57))
    rows = await phone.everything()
    assert [row["number"] for row in rows] == given
    by_id = {row["id"]: row["number"] for row in rows}
    for batch, pull in zip(batches, pulls, strict=True):
        assert {place: by_id[batch[place]["id"]] for place in range(7)} == numbers_of(pull)


async def test_the_same_batch_sent_5_times_at_once_is_kept_once(phone: Phone):
    batch = [entry() for _ in range(6)]
    answers = await asyncio.gather(*(phone.sync(*batch) for _ in range(5)))
    assert {str(answer.json()["subjects"][0]["numbers"]) for answer in answers} == {"[[0, 1, 6]]"}
    assert len(await phone.everything()) == 6


async def test_a_phone_that_pulls_while_others_push_misses_nothing(service: Service, phone: Phone):
    async with joined(service, await code_for(service.house, phone.person)) as reader:
        seen: list[int] = []

        async def push_all() -> None:
            await asyncio.gather(*(phone.sync(entry(), entry()) for _ in range(20)))

        pushing = asyncio.create_task(push_all())
        while len(seen) < 40:
            seen += [row["number"] for row in (await reader.push())["rows"]]
        await pushing
    assert seen == list(range(1, 41))


async def test_two_people_at_once_have_feeds_of_their_own(service: Service, phone: Phone):
    async with joined(service) as other:
        await asyncio.gather(*(one.sync(entry()) for one in (phone, other) for _ in range(5)))
        for one in (phone, other):
            assert [row["number"] for row in await one.everything()] == [1, 2, 3, 4, 5]


async def test_pushes_of_many_people_at_once_are_each_answered_for_themselves(service: Service, phone: Phone):
    async with joined(service) as again, joined(service) as thief, joined(service) as mixed:
        mine, sent = entry(), entry()
        await phone.push(mine)
        await again.push(sent)
        pushes = {
            phone: [entry(), entry()],
            again: [sent, entry()],
            thief: [entry(), entry(id=mine["id"])],
            mixed: [entry(), entry(body={"score": 11, "regions": []}), entry()],
        }
        answers = await asyncio.gather(*(one.sync(*entries) for one, entries in pushes.items()))
        pulls = dict(zip(pushes, (answer.json()["subjects"][0] for answer in answers), strict=True))
        assert {one: numbers_of(pull) for one, pull in pulls.items()} == {
            phone: {0: 2, 1: 3},
            again: {0: 1, 1: 2},
            thief: {0: 1},
            mixed: {0: 1, 2: 2},
        }
        assert [refused["code"] for refused in pulls[thief]["refused"]] == ["not-yours"]
        assert [refused["code"] for refused in pulls[mixed]["refused"]] == ["bad-value"]
        for one, count in ((phone, 3), (again, 2), (thief, 1), (mixed, 2)):
            assert [row["number"] for row in await one.everything()] == list(range(1, count + 1))
