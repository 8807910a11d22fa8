"""On PostgreSQL the database itself shows a list only what people share with it, while the share runs."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from support.phone import Phone, entry, joined
from support.service import Service

pytestmark = pytest.mark.parametrize("service_settings", ["postgres"], indirect=True)


def kinds(table: str = "version"):
    """Unit: a deliberately wide query: everybody's rows, with no `where`."""
    rows = yield Query(f"select person, {'kind' if table == 'version' else 'entry::text'} from {table}")
    return set(rows)


async def test_only_what_a_running_share_names_is_shown(service: Service, advisor: Phone, share, wrote, unbound):
    house = service.house
    as_reader = {"actor": UUID(advisor.person), "group": house.service, "purpose": "test"}
    async with joined(service) as ann, joined(service) as bea, joined(service) as cyd:
        for phone in (ann, bea, cyd):
            await phone.push(entry(), wrote.pathway(3), wrote.showing(1))
        assert await house.db.read(kinds, **as_reader) == set(), "nobody shares anything yet"
        await share(ann, may_write=True)
        await share(bea, scopes=["pain", "exercise", "notes"])
        await share(cyd, with_kind="person", with_id=advisor.person)
        one, other = UUID(ann.person), UUID(cyd.person)
        mine, by_name = {(one, "pathway"), (one, "safety")}, {(other, "pathway"), (other, "safety")}
        assert await house.db.read(kinds, **as_reader) == mine | by_name, "and no pain"
        assert await house.db.read(kinds, **as_reader | {"actor": uuid4()}) == mine
        assert await house.db.read(kinds, **as_reader | {"group": uuid4()}) == by_name
        assert await house.db.read(kinds, purpose="test") == set()
        for sql in ("update version set kind = 'pain'", "delete from version"):
            assert await house.db.run(rows_of, f"{sql} returning 1", **as_reader) == 0, (
                "to be read, never to be changed"
            )
        for ended in ({"ended_at": clock.now()}, {"ends_at": clock.now() - timedelta(seconds=1)}):
            await unbound.run(end_all, *next(iter(ended.items())), purpose="test")
            assert await house.db.read(kinds, **as_reader) == set()


async def test_who_looked_is_shown_to_those_with_a_share_alone(service: Service, advisor: Phone, share, wrote):
    house = service.house
    async with joined(service) as ann:
        await share(ann)
        card = wrote.showing(1)
        await ann.push(card)
        assert (await advisor.client.put(f"/api/caseload/looked/{card['id']}", json={})).status_code == 200
        found = {(UUID(ann.person), card["id"])}
        assert await house.db.read(kinds, "looked", actor=uuid4(), group=house.service, purpose="test") == found
        assert await house.db.read(kinds, "looked", actor=uuid4(), group=uuid4(), purpose="test") == set()


def rows_of(sql: str):
    """Unit: how many rows a statement gives."""
    return len((yield Query(sql)))


def end_all(column: str, at):
    """Unit: every share is over, by this column alone."""
    yield Query("update share set ended_at = ?, ends_at = ?", (at, None) if column == "ended_at" else (None, at))
