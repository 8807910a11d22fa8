"""The audit's chains: whatever an attacker with the whole database does to a row, working them out again finds it."""

import hashlib
import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from jointly.jobs import jobs_of
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from jointly.kit.jobs import run_if_due
from jointly.people import audit, audit_checking
from jointly.people.audit_checking import remember_heads, verify
from jointly.people.house import House
from jointly.record import lives
from support.phone import entry, joined
from support.service import Service

GUARDS = {
    "sqlite": ("drop trigger if exists audit_not_changed", "drop trigger if exists audit_not_deleted"),
    "postgres": ("alter table audit disable trigger user",),
}


@pytest.fixture
async def chain(service: Service) -> AsyncIterator[UUID]:
    """The chain of a person who did a few things, with the heads remembered."""
    async with joined(service, called="Ann") as phone:
        for _ in range(4):
            await phone.push(entry())
        await remember_heads(service.house)
        yield UUID(phone.person)


@pytest.fixture
def attack(service: Service, request: pytest.FixtureRequest) -> Callable[..., None]:
    """Runs SQL as somebody who has the whole database, and puts its guards aside first."""
    settings, kind = service.settings, service.house.db.kind

    def do(*statements: str) -> None:
        if kind == "postgres":
            name = settings.database_url.rpartition("/")[2]
            for statement in (*GUARDS[kind], *statements):
                request.getfixturevalue("postgres").sql(statement, database=name)
            return
        with closing(sqlite3.connect(settings.database, isolation_level=None, timeout=10)) as thief:
            for statement in (*GUARDS[kind], *statements):
                thief.execute(statement)

    return do


async def unfit(house: House, exported=None) -> list[tuple[UUID, int, str]]:
    return [tuple(one) for one in (await verify(house, exported)).unfit]


async def test_what_was_written_fits_and_goes_on_fitting(service: Service, chain: UUID):
    house = service.house
    exported = await audit_checking.heads(house)
    assert exported[chain].number > 4
    await lives.erase(house, person=chain, session=None)
    found = await verify(house, exported)
    assert (found.unfit, found.rows > exported[chain].number) == ([], True)
    assert await remember_heads(house) == 0


async def test_the_database_itself_says_no(service: Service, chain: UUID):
    for sql in ("update audit set count = 0 where chain = ?", "delete from audit where chain = ?"):

        def unit(sql=sql):
            yield Query(sql, (chain,))

        with pytest.raises(Exception, match=r"audit rows stay|permission denied"):
            await service.house.db.run(unit, subject=chain, purpose="attack")


@pytest.mark.parametrize(
    "change", ["action = 'looked'", "count = 7", "actor = null", "what = 'pain'", "at = '2026-01-01'"]
)
async def test_an_edited_row_is_found(service: Service, chain: UUID, attack, change: str):
    attack(f"update audit set {change} where number = 3 and chain = '{chain}'")
    assert await unfit(service.house) == [(chain, 3, "changed")]


async def test_a_forged_row_with_a_plain_hash_is_found_whatever_the_head_says(service: Service, chain: UUID, attack):
    head = (await audit_checking.heads(service.house))[chain]
    number, at = head.number + 1, audit.to_the_millisecond(clock.now())
    event = audit.Event(chain, None, audit.OPERATOR, None, chain, "read", "pain", 1, "care")
    facts = json.dumps([number, round(at.timestamp() * 1000), *event], default=str, separators=(",", ":"))
    hash = blob(service, hashlib.sha256(head.hash + facts.encode()).digest())
    attack(
        "insert into audit (id, chain, number, at, role, subject, action, what, count, purpose, hash) values "
        f"('{uuid7()}', '{chain}', {number}, '{at}', 'operator', '{chain}', 'read', 'pain', 1, 'care', {hash})",
        f"update chain set number = {number}, hash = {hash} where id = '{chain}'",
    )
    assert await unfit(service.house) == [(chain, number, "changed")]


async def test_a_missing_row_is_found(service: Service, chain: UUID, attack):
    attack(f"delete from audit where number = 3 and chain = '{chain}'")
    assert await unfit(service.house) == [(chain, 3, "missing")]


async def test_rows_that_changed_places_are_found(service: Service, chain: UUID, attack):
    attack(
        f"update audit set number = 1000 where number = 2 and chain = '{chain}'",
        f"update audit set number = 2 where number = 3 and chain = '{chain}'",
        f"update audit set number = 3 where number = 1000 and chain = '{chain}'",
    )
    assert await unfit(service.house) == [(chain, 2, "changed")]


async def test_a_cut_tail_is_found_with_and_without_its_head(service: Service, chain: UUID, attack, tmp_path: Path):
    house = service.house
    exported = await audit_checking.heads(house)
    attack(f"delete from audit where number > 3 and chain = '{chain}'")
    assert await unfit(house) == [(chain, 4, "missing")]
    cut = f"(select hash from audit where chain = '{chain}' and number = 3)"
    attack(f"update chain set number = 3, hash = {cut} where id = '{chain}'")
    assert await unfit(house) == [(chain, 4, "missing")], "the vault remembers"
    await house.vault.database.run(forget, purpose="attack")
    assert await unfit(house) == [], "who has the vault too hides it on this machine"
    assert await unfit(house, exported) == [(chain, 4, "missing")], "and not from what was kept elsewhere"


async def test_going_on_with_a_cut_chain_hides_nothing(service: Service, chain: UUID, attack):
    house = service.house
    cut = f"(select hash from audit where chain = '{chain}' and number = 3)"
    attack(
        f"delete from audit where number > 3 and chain = '{chain}'",
        f"update chain set number = 3, hash = {cut} where id = '{chain}'",
    )
    furthest = (await audit_checking.remembered_heads(house))[chain].number
    for _ in range(furthest):
        await audit.keep(house, audit.did(None, "listed", chain=chain, subject=chain, purpose="test"))
    assert await remember_heads(house) == 1, "the hourly job says so, and keeps what it knew"
    assert await unfit(house) == [(chain, furthest, "remembered")]


async def test_a_chain_that_is_gone_with_its_head_is_found(service: Service, chain: UUID, attack):
    attack(f"delete from audit where chain = '{chain}'", f"delete from chain where id = '{chain}'")
    assert await unfit(service.house) == [(chain, 1, "missing")]


async def test_the_job_remembers_heads_each_hour(service: Service, monkeypatch: pytest.MonkeyPatch):
    house = service.house
    [job] = [job for job in jobs_of(house) if job.name == "audit-heads"]
    async with joined(service) as phone:
        assert await run_if_due(house.db, job)
        before = (await audit_checking.remembered_heads(house))[UUID(phone.person)]
        await phone.push(entry())
        later = clock.now() + timedelta(hours=1)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert await run_if_due(house.db, job)
        assert (await audit_checking.remembered_heads(house))[UUID(phone.person)].number == before.number + 1


def blob(service: Service, value: bytes) -> str:
    """Bytes as SQL writes them."""
    return f"x'{value.hex()}'" if service.house.db.kind == "sqlite" else f"'\\x{value.hex()}'"


def forget():
    """Unit: what somebody does who has the vault too."""
    yield Query("delete from audit_head", ())
