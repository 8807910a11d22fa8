"""PostgreSQL shows the service's role only the rows of whom a transaction is about, whatever its SQL asks for."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest

from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, Database, Query
from jointly.kit.ids import uuid7
from jointly.kit.jobs import Job, run_if_due
from jointly.tables import TABLES
from support.phone import Phone, entry, joined
from support.postgres import APP, Postgres
from support.service import Service

pytestmark = pytest.mark.parametrize("service_settings", ["postgres"], indirect=True)

OF_AN_ORGANISATION = {"publisher", "report"}
"""Tried beside publishing: their rows are an organisation's, and nobody's record."""
REMINDERS = ("reminded", "due", "message", "subscription")
FOR_THEM = {"notice", *REMINDERS}
"""Rows that are for whoever acts, whomever else they concern."""
OF_A_SERVICE = {"figure", "date_change", "date_seen"}
"""Figures, dates that people go to, and those that changed: rows of a service, with no word of anybody's."""
PUT_IN = (
    "share",
    "seen",
    "looked",
    "list_view",
    "referral",
    "prescription",
    "step",
    "task",
    "answer_link",
    "likeness",
    "judged",
    "notice",
    "placed",
    *REMINDERS,
)
"""Tables whose rows are put in by hand."""
FOUND_BY_ITS_CODE_ALONE = {"join_code"}
"""Whoever types a code is nobody yet: its row is found by the digest of the code, and has no word of anybody."""
OF_A_PERSON = {"person", "subject"}
"""What a column that names a person is called. The table `person` itself has an `id`."""
PROTECTED = {
    "person": "id",
    "share": "person",
    "seen": "person",
    "feed": "person",
    "push": "person",
    "version": "person",
    "looked": "person",
    "list_view": "person",
    "audit": "chain",
    **dict.fromkeys(
        ("referral", "prescription", "step", "task", "answer_link", "likeness", "judged", "notice"), "person"
    ),
    "placed": "person",
    **dict.fromkeys(REMINDERS, "person"),
}
"""Each protected table, and its column that says whose a row is. Heads of chains may be read: they say nothing."""


@dataclass
class Two:
    """Two people of whom every protected table has rows."""

    db: Database
    one: UUID
    other: UUID


@pytest.fixture
async def two(service: Service, unbound: Database) -> AsyncIterator[Two]:
    """Two people who wrote; the rows of sharing are put in by hand, as this is about the tables."""
    async with joined(service, called="Ann") as first, joined(service, called="Bea") as second:
        for phone in (first, second):
            await phone.push(entry(), entry())
        one, other = UUID(first.person), UUID(second.person)
        columns = dict(await unbound.read(not_null_columns, purpose="test"))
        for person in (one, other):
            for table in PUT_IN:
                await unbound.run(add_row, table, columns[table].split(), person, purpose="test")
        yield Two(service.house.db, one, other)


VALUES: dict[str, Callable[[], object]] = {
    "uuid": uuid7,
    "bigint": lambda: 1,
    "integer": lambda: 1,
    "timestamp with time zone": clock.now,
    "boolean": lambda: False,
    "character varying": lambda: "x",
    "text": lambda: "{}",
    "bytea": lambda: uuid7().bytes,
    "date": lambda: clock.now().date(),
}


def not_null_columns():
    """Unit: by table, its columns that must have a value, with their types."""
    return (
        yield Query(
            "select table_name, string_agg(column_name || ':' || replace(data_type, ' ', '_'), ' ') "
            "from information_schema.columns where table_schema = 'public' and is_nullable = 'NO' group by table_name"
        )
    )


def add_row(table: str, columns: list[str], person: UUID):
    """Unit: a row of `person` with any values."""
    values = {}
    for column in columns:
        name, _, type = column.partition(":")
        values[name] = person if name == PROTECTED.get(table, "service") else VALUES[type.replace("_", " ")]()
    marks = ", ".join("?" * len(values))
    yield Query(f"insert into {table} ({', '.join(values)}) values ({marks})", tuple(values.values()))


def whose(table: str):
    """Unit: a deliberately wrong query: everybody's rows, with no `where`."""
    rows = yield Query(f"select distinct {PROTECTED[table]} from {table}")
    return {whose for (whose,) in rows}


@pytest.mark.parametrize("table", PROTECTED)
async def test_a_query_without_a_where_gives_the_subjects_rows_alone(two: Two, unbound: Database, table: str):
    assert {two.one, two.other} <= await unbound.read(whose, table, purpose="test"), "both have rows"
    assert await two.db.read(whose, table, purpose="test") == set(), "nobody was named"
    assert await two.db.read(whose, table, actor=two.one, subject=uuid4(), purpose="test") == (
        {two.one} if table in FOR_THEM else set()
    )
    for person in (two.one, two.other):
        assert await two.db.read(whose, table, subject=person, purpose="test") == {person}
        assert await two.db.read(whose, table, subject=person, purpose="test", open_rows=True) == set()
    async with two.db.transaction(subject=two.one, purpose="test"):
        assert await two.db.run(whose, table, purpose="test") == {two.one}
        # Inside a transaction another subject is not taken over: it stays whose it was.
        assert await two.db.run(whose, table, subject=two.other, purpose="test") == {two.one}
    # Outside a transaction nobody is ever named, whoever had the connection before.
    assert {id for row in await rows_outside(two.db, table) for id in row.values()} == set()


async def rows_outside(db: Database, table: str) -> list[dict]:
    """What Piccolo sees with no transaction, on every connection of the pool."""
    [model] = [model for model in TABLES if model._meta.tablename == table]
    rows: list[dict] = []
    for _ in range(12):
        rows += await model.raw(f"select {PROTECTED[table]} from {table}")
    return rows


@pytest.mark.parametrize("table", sorted(PROTECTED.keys() - {"audit"}))
async def test_rows_of_others_cannot_be_changed_taken_or_given_away(two: Two, unbound: Database, table: str):
    column = PROTECTED[table]
    before = await unbound.read(everything, table, purpose="test")
    me = {"actor": two.one, "subject": two.one, "purpose": "test"}
    for sql in (
        f"update {table} set {column} = {column} where {column} = ?",
        f"delete from {table} where {column} = ?",
    ):
        assert await two.db.run(changed, f"{sql} returning 1", two.other, **me) == 0
        assert await two.db.run(changed, f"{sql} returning 1", two.other, purpose="test") == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await two.db.run(changed, f"update {table} set {column} = ? returning 1", two.other, **me)
    assert await unbound.read(everything, table, purpose="test") == before


async def test_nothing_can_be_put_into_the_diary_of_another(two: Two, unbound: Database):
    columns = dict(await unbound.read(not_null_columns, purpose="test"))
    for table in sorted(PROTECTED.keys() - {"audit"}):
        given = (table, columns[table].split(), two.other)
        before = await unbound.read(everything, table, purpose="test")
        for subject in (two.one, None):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await two.db.run(add_row, *given, subject=subject, purpose="test")
        assert await unbound.read(everything, table, purpose="test") == before


def everything(table: str):
    """Unit: every row of a table, as text."""
    rows = yield Query(f"select row::text from {table} row order by 1")
    return [row for (row,) in rows]


def changed(sql: str, *parameters):
    """Unit: how many rows a statement changed."""
    return len((yield Query(sql, parameters)))


async def test_rows_of_a_service_are_shown_to_that_service_alone(two: Two, unbound: Database):
    columns, service = dict(await unbound.read(not_null_columns, purpose="test")), uuid7()
    for table in sorted(OF_A_SERVICE):
        await unbound.run(add_row, table, columns[table].split(), service, purpose="test")
        sql = f"select service from {table}"
        assert await two.db.run(changed, sql, group=service, purpose="test") == 1, table
        for stranger in ({}, {"group": uuid4()}, {"subject": service, "actor": service}):
            assert await two.db.run(changed, sql, **stranger, purpose="test") == 0, table


async def test_every_table_that_names_a_person_has_a_forced_policy(two: Two, unbound: Database):
    """A table that comes later and forgets it fails here."""
    rows = await unbound.read(protection, purpose="test")
    assert {name for name, *_ in rows} >= {table._meta.tablename for table in TABLES}
    naked = {
        name
        for name, columns, safe in rows
        if not safe and (set(columns.split()) & {*OF_A_PERSON} or name in PROTECTED)
    }
    assert naked == FOUND_BY_ITS_CODE_ALONE
    tried = {*PROTECTED, *OF_AN_ORGANISATION, *OF_A_SERVICE, "chain"}
    assert {name for name, _, safe in rows if safe} == tried, "each of them is tried"
    open_to_all = await unbound.read(open_policies, purpose="test")
    public = [("chain", "chain_heads", "r"), ("publisher", "publisher_approved", "r")]
    assert sorted(open_to_all) == public, "no other policy lets everybody's rows through"


def protection():
    """Unit: each table with its columns, and whether it has a policy and row security is enabled and forced."""
    return (
        yield Query(
            "select relname::text, "
            "(select string_agg(attname, ' ') from pg_attribute where attrelid = c.oid and attnum > 0), "
            "relrowsecurity and relforcerowsecurity and exists (select 1 from pg_policy where polrelid = c.oid) "
            "from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"
        )
    )


def open_policies():
    """Unit: policies that ask nothing of what the transaction said. Those of adding ask it of the new row alone."""
    return (
        yield Query(
            "select polrelid::regclass::text, polname::text, polcmd::text from pg_policy "
            "where coalesce(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid), 'true') "
            "not like '%current_setting(%'"
        )
    )


FORBIDDEN = [
    "alter table version disable row level security",
    "alter table version no force row level security",
    "drop policy version_rows on version",
    "create policy mine on version using (true)",
    "alter policy version_rows on version using (true)",
    f"alter role {APP} bypassrls",
    "set role jointly_owner",
    "set role postgres",
    "alter table version owner to jointly_app",
    "create table stolen as select 1",
    "truncate version",
    "truncate audit",
    "update audit set what = ''",
    "delete from audit",
    "drop trigger audit_stays on audit",
    "alter table audit disable trigger all",
    "set session_replication_role = replica",
    "insert into migration (name) values ('x')",
]


async def test_the_role_can_neither_lift_row_security_nor_change_the_audit(two: Two, unbound: Database):
    before = await unbound.read(everything, "audit", purpose="test")
    me = {"actor": two.one, "subject": two.one, "purpose": "test"}
    for sql in FORBIDDEN:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await two.db.run(changed, sql, **me)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        # Not lifted: PostgreSQL then refuses the query in place of filtering it.
        await two.db.run(without_row_security, **me)
    assert await unbound.read(everything, "audit", purpose="test") == before
    with pytest.raises(ConstraintBroken, match="audit rows stay"):
        await unbound.run(changed, "delete from audit", purpose="test")


def without_row_security():
    """Unit: asks for everybody's rows with row security off."""
    yield Query("set local row_security = off")
    yield Query("select * from version")


async def test_whoever_acts_for_a_service_or_a_share_sees_no_diary(service: Service, two: Two):
    """The group shows who is there, not what they wrote; being named in a share shows the share alone."""
    group = {"actor": uuid4(), "group": service.house.service, "purpose": "test"}
    assert await two.db.read(whose, "person", **group) == {two.one, two.other}
    for table in PROTECTED.keys() - {"person", "audit"}:
        assert await two.db.read(whose, table, **group) == set(), table
    assert not {two.one, two.other} & await two.db.read(whose, "audit", **group)


async def test_a_job_sees_no_more_than_a_request(two: Two):
    seen: list[set[UUID]] = []

    async def look() -> None:
        seen.extend([await two.db.read(whose, table, purpose="job") for table in PROTECTED])

    assert await run_if_due(two.db, Job("look", timedelta(hours=1), look))
    assert seen == [set()] * len(PROTECTED)


async def test_an_id_that_somebody_else_has_is_refused_among_many(service: Service, two: Two):
    """Row security hides whose it is, so which ids are taken is found by trying."""
    async with joined(service) as owner, joined(service) as phone:
        theirs = [entry() for _ in range(3)]
        await owner.push(*theirs)
        mine = [entry() for _ in range(17)]
        sent = [*mine[:4], theirs[0], *mine[4:9], theirs[1], theirs[2], *mine[9:]]
        pull = await phone.push(*sent)
        assert sorted(refused["id"] for refused in pull["refused"]) == sorted(one["id"] for one in theirs)
        assert {refused["code"] for refused in pull["refused"]} == {"not-yours"}
        assert (pull["head"], phone.number) == (17, 17)
        assert await ids(phone) == [one["id"] for one in mine]
        again = await phone.push(*sent, entry())
        assert (again["head"], len(again["refused"])) == (18, 3)
        assert await ids(owner) == [one["id"] for one in theirs]


async def ids(phone: Phone) -> list[str]:
    """Every id of a feed, in its order, which has no gap."""
    rows = await phone.everything()
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    return [row["id"] for row in rows]


def test_the_tests_run_as_a_role_that_row_security_binds(service_settings, postgres: Postgres):
    assert f"//{APP}" in service_settings.database
    told = postgres.sql(f"select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = '{APP}'")
    assert told == "f"
