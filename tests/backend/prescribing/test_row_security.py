"""On PostgreSQL the database itself shows social prescribing only to whom it is about and to whom it says."""

from uuid import UUID, uuid4

import asyncpg
import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people import audit, audit_checking
from support.service import Service
from support.supported import task_for

pytestmark = pytest.mark.parametrize("service_settings", ["postgres"], indirect=True)

SUPPORT = ("referral", "prescription", "step", "task", "answer_link", "likeness", "notice")
"""Every table of this room, and the notices."""
TOLD = {"prescription", "step"}
"""What a group has rows of, once it was told."""


def people(table: str):
    """Unit: a deliberately wide query: whose rows there are, with no `where`."""
    return {person for (person,) in (yield Query(f"select distinct person from {table}"))}


def changed(sql: str):
    """Unit: how many rows a statement changes."""
    return len((yield Query(sql)))


@pytest.fixture
async def told(service: Service, story, unbound):
    """The story, with a row in each table: the group was told of one suggestion and not of another."""
    await story.refer()
    await story.prescribe()
    sent = await story.prescribe(name="Tai chi")
    await story.step(story.worker, sent, "send")
    task = await story.worker.client.put(f"/api/tasks/{uuid4()}", json=task_for(story.person.person))
    assert task.status_code == 200
    person, now, service_id = UUID(story.person.person), clock.now(), service.house.service
    async with unbound.transaction(purpose="test"):
        await unbound.run(_more, person, service_id, UUID(sent["id"]), UUID(story.worker.person), now, purpose="test")
    return story


def _more(person, service, prescription, worker, now):
    yield Query(
        "insert into answer_link (digest, prescription, person, service, made_by, made_at, ends_at, ended) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        (b"digest", prescription, person, service, worker, now, now, False),
    )
    yield Query(
        "insert into likeness (id, person, service, kind, digest) values (?, ?, ?, ?, ?)",
        (uuid4(), person, service, "born", b"digest"),
    )


async def test_a_row_is_shown_for_its_person_and_for_its_service_and_for_nobody_else(service: Service, told):
    house, person = service.house, UUID(told.person.person)
    for table in SUPPORT:
        assert await house.db.read(people, table, subject=person, purpose="test") == {person}, table
        assert person in await house.db.read(people, table, group=house.service, purpose="test"), table
        for stranger in ({}, {"actor": uuid4(), "subject": uuid4(), "group": uuid4()}, {"actor": person}):
            seen = await house.db.read(people, table, **stranger, purpose="test")
            assert seen == ({person} if table == "notice" and stranger.get("actor") == person else set()), table


async def test_a_group_is_shown_what_it_was_told_of_alone(service: Service, told):
    house, person, group = service.house, UUID(told.person.person), told.organisation
    for table in SUPPORT:
        seen = await house.db.read(people, table, group=group, purpose="test")
        assert seen == ({person} if table in TOLD else set()), table

    def names():
        return (yield Query("select sent_at is not null from prescription"))

    assert await house.db.read(names, group=group, purpose="test") == [(True,)], "of two, the one that was sent"


async def test_only_their_own_service_adds_to_the_chain_of_somebody(service: Service, told):
    house, person = service.house, UUID(told.person.person)
    event = audit.did(None, "read", chain=person, subject=person, what=["support"], count=1, purpose="test")

    def note():
        yield from audit.note(house.audit_key, clock.now(), [event])

    def heads():
        return (yield Query("select number from chain where id = ?", (person,)))

    before = await house.db.read(heads, purpose="test")
    for stranger in ({}, {"group": uuid4()}, {"actor": person}, {"subject": uuid4(), "group": told.organisation}):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await house.db.run(note, **stranger, purpose="test")
    assert await house.db.read(heads, purpose="test") == before
    await house.db.run(note, group=house.service, purpose="test")
    assert await house.db.read(heads, purpose="test") == [(before[0][0] + 1,)]
    # and adding is all: it reads nothing of that chain, and takes nobody's
    rows = "select 1 from audit where chain <> ?"
    seen = await house.db.read(lambda: (yield Query(rows, (house.service,))), group=house.service, purpose="test")
    assert seen == []
    taken = "update chain set id = ? where id = ? returning 1"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await house.db.run(lambda: (yield Query(taken, (uuid4(), person))), group=house.service, purpose="test")
    assert (await audit_checking.verify(house)).unfit == []


async def test_nobody_else_changes_or_adds_a_row(service: Service, told):
    house = service.house
    for table in SUPPORT:
        for sql in (f"update {table} set service = service returning 1", f"delete from {table} returning 1"):
            assert await house.db.run(changed, sql, group=uuid4(), purpose="test") == 0, sql
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await house.db.run(
            _more, UUID(told.person.person), house.service, uuid4(), uuid4(), clock.now(), group=uuid4(), purpose="test"
        )
