"""PostgreSQL shows an organisation its own rows of publishing alone, whatever the SQL asks for."""

from uuid import uuid4

import asyncpg
import pytest

from backend.listings.publishing.test_publishing import NOW, publish, publishing
from backend.listings.publishing.test_reports import report, said
from jointly.kit import clock
from jointly.kit.db import Query
from support.service import Service

pytestmark = pytest.mark.parametrize("service_settings", ["postgres"], indirect=True)
PROFILE = {"description": "Hello", "url": None, "email": None, "phone": None, "charity": None}


@pytest.fixture(autouse=True)
def autumn(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def asked(sql: str, *values):
    """Unit: a deliberately wrong query, with no `where`."""
    return (yield Query(sql, values))


async def test_an_organisation_sees_and_changes_its_own_rows_alone(service: Service):
    async with (
        publishing(service) as hands,
        publishing(service, "Others") as others,
        publishing(service, "New", approved=False) as new,
        service.client() as nobody,
    ):
        three = (hands, others, new)
        for each in three:
            assert (await each.client.put("/api/publishing/profile", json=PROFILE)).status_code == 200
        listings = [(await publish(each))["id"] for each in (hands, others)]
        for listing in listings:
            assert await report(nobody, said(listing)) == 204
    db, approved = service.house.db, {hands.organisation, others.organisation}

    async def seen(column: str, table: str, **who):
        return {row[0] for row in await db.read(asked, f"select {column} from {table}", **who, purpose="test")}

    assert await seen("organisation", "publisher") == approved, "what the service said yes to is public"
    assert await seen("listing", "report") == set()
    for each in three:
        mine = {"group": each.organisation}
        assert await seen("organisation", "publisher", **mine) == approved | {each.organisation}
    for each, listing in zip((hands, others), listings, strict=True):
        assert {str(id) for id in await seen("listing", "report", group=each.organisation)} == {listing}
    everything = {"group": service.house.service}
    assert await seen("organisation", "publisher", **everything) == {each.organisation for each in three}
    assert len(await seen("listing", "report", **everything)) == 2

    mine = {"group": hands.organisation, "purpose": "test"}
    for sql in ("update publisher set changed_at = changed_at", "delete from publisher"):
        changed = await db.run(
            asked, f"{sql} where organisation <> ? returning organisation", hands.organisation, **mine
        )
        assert changed == []
    assert len(await db.run(asked, "delete from report returning id", **mine)) == 1
    row = "insert into publisher (organisation, body, changed_at) values (?, ?, ?)"
    for who in (mine, {"purpose": "test"}):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await db.run(asked, row, uuid4(), "{}", NOW, **who)
