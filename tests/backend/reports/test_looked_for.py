"""What people near a group were looking for reaches it by squares, with small numbers hidden, and never changes."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from jointly.kit.db import Many
from jointly.kit.ids import uuid7
from jointly.listings.facets import GROUPS
from jointly.people import organisations
from jointly.reports.looked_for.service import last_ready, told
from jointly.reports.looked_for.squares import TALL, square_of
from jointly.reports.quarters import ZONE, Quarter
from support.phone import at_work
from support.published import approve, publish
from support.service import Service

QUARTER = last_ready(datetime.now(ZONE).date())


@pytest.fixture
async def group(service: Service):
    """Jo, who runs something in the water and a walk, both in Leeds."""
    made = await organisations.make(service.house, session=None, name="Thornbeck Movers")
    await approve(service, made.id)
    async with at_work(service, "publisher", organisation=made.id) as phone:
        phone.water = await publish(phone, groups=["water"])
        phone.walk = await publish(phone, groups=["walking", "social"])
        yield phone


async def suggested(service: Service, thing: str, people: int, *, full: int = 0, after_days: int = 3) -> list[UUID]:
    """So many people to whom this was suggested in the quarter; some of them heard that it is full."""
    house, at = service.house, QUARTER.begins + timedelta(days=10)
    ids, persons = [uuid7() for _ in range(people)], [uuid4() for _ in range(people)]

    answered = list(zip(ids, persons, strict=True))[:full]

    def _write():
        yield Many(
            "insert into prescription (id, person, service, kind, thing, state, owner, made_at, visits, missed, steps) "
            "values (?, ?, ?, 'activity', ?, 'sent', ?, ?, 0, 0, 0)",
            [(id, person, house.service, thing, person, at) for id, person in zip(ids, persons, strict=True)],
        )
        said = at + timedelta(days=after_days)
        yield Many(
            "insert into step (id, about, person, service, number, kind, side, by, at, received_at) "
            "values (?, ?, ?, ?, 1, 'full', 'group', ?, ?, ?)",
            [(uuid7(), id, who, house.service, who, said, said) for id, who in answered],
        )

    await house.db.run(_write, group=house.service, purpose="test")
    return persons


async def asked(phone) -> dict:
    """All that a group is told."""
    answer = await phone.client.get("/api/looked-for")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def near(phone) -> dict:
    """The one square that a group is told of."""
    [square] = (await asked(phone))["near"]
    return square


@pytest.fixture
async def there(service: Service):
    """Pat, whose group meets in Ilkley, a square away, and in Leeds."""
    made = await organisations.make(service.house, session=None, name="Wharfe Walkers")
    await approve(service, made.id)
    async with at_work(service, "publisher", organisation=made.id) as phone:
        phone.moor = await publish(phone, groups=["walking"], where=ILKLEY)
        phone.online = await publish(phone, groups=["walking"], attendance="online", where=None, join_url=JOIN)
        yield phone


ILKLEY = {"name": "Moor café", "street": "1 Wells Road", "town": "Ilkley", "postcode": "LS29 9JB", "access": None}
JOIN = "https://walks.example/join"


async def test_wishes_are_told_by_sort_and_small_numbers_are_not(service: Service, group):
    await suggested(service, group.water, 41, full=12)
    await suggested(service, group.walk, 33, full=9)
    other = await publish(group, groups=[])
    await suggested(service, other, 3)
    table = await near(group)
    rows = {row["group"]: (row["wishes"], row["no_place"]) for row in table["rows"]}
    assert table["places"] == ["Hall"]
    assert table["wishes"] == 75 and table["no_place"] == 20
    assert rows["other"][0] == "*"
    # one small number alone could be worked out from the total: a second one is hidden
    assert [wishes for wishes, _ in rows.values()].count("*") >= 2
    whole = await asked(group)
    assert (whole["first_on"], whole["last_on"]) == (QUARTER.from_on.isoformat(), QUARTER.to_on.isoformat())
    # it is kept: what is written down late makes no second edition
    await suggested(service, group.water, 20)
    assert await asked(group) == whole


async def test_a_group_is_told_of_what_was_suggested_near_its_own_places(service: Service, group, there):
    await suggested(service, group.walk, 40)
    await suggested(service, there.moor, 20, full=10)
    await suggested(service, there.online, 30)
    await suggested(service, str(uuid4()), 50)  # which is gone: nobody knows where it was
    leeds, ilkley = await near(group), await near(there)
    assert (leeds["places"], leeds["wishes"], leeds["no_place"]) == (["Hall"], 40, 0)
    assert (ilkley["places"], ilkley["wishes"], ilkley["no_place"]) == (["Moor café"], 20, 10)
    # who comes to Leeds too is told of both, each by itself: never a sum of them
    await publish(there, groups=["walking"])
    assert sorted((await asked(there))["near"], key=lambda one: one["wishes"]) == [ilkley, leeds]


async def test_small_numbers_of_one_square_are_not_told_by_another(service: Service, group, there):
    await suggested(service, group.walk, 40)
    await suggested(service, there.moor, 3)
    assert (await near(there))["wishes"] == "*"
    assert (await near(group))["wishes"] == 40, "and nobody is told of 43 in all"


async def test_an_answer_after_four_weeks_does_not_count(service: Service, group):
    await suggested(service, group.water, 30, full=20, after_days=29)
    table = await near(group)
    assert (table["wishes"], table["no_place"]) == (30, 0)


async def test_nothing_was_suggested(group):
    table = await near(group)
    assert (table["wishes"], table["no_place"], table["rows"]) == (0, 0, [])


async def test_who_has_no_place_is_told_of_none(service: Service):
    made = await organisations.make(service.house, session=None, name="Newcomers")
    async with at_work(service, "publisher", organisation=made.id) as phone:
        assert (await asked(phone))["near"] == []


def test_squares_meet_and_have_nothing_in_common():
    assert square_of(53.8, -1.55) == square_of(53.7, -1.6) != square_of(53.92, -1.83)
    edge = 298 * TALL
    assert square_of(edge, -1.55) != square_of(edge - 1e-9, -1.55)
    assert square_of(53.8, 0.0) != square_of(53.8, -1e-9)


async def test_only_groups_read_it_here(service: Service):
    async with at_work(service, "link-worker") as worker:
        assert (await worker.client.get("/api/looked-for")).status_code == 403


def test_a_quarter_is_told_once_everybody_in_it_had_four_weeks():
    assert last_ready(date(2026, 11, 4)) == Quarter(date(2026, 4, 1))
    assert last_ready(date(2026, 11, 5)) == Quarter(date(2026, 7, 1))
    assert last_ready(date(2027, 1, 1)) == Quarter(date(2026, 7, 1))


def test_somebody_alone_is_never_told():
    shown = told(["Hall"], {GROUPS[0]: (1, 1), GROUPS[1]: (40, 0)})
    assert all(row.wishes == "*" and row.no_place in ("*", None) for row in shown.rows)
