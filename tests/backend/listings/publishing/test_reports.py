"""Reports are written down without a sign-in: only of what people can find, so many, and not for ever."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.listings.publishing.test_publishing import NOW, found, publish, publishing
from backend.listings.publishing.test_writing import _noted
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.publishing import reporting
from support.phone import Phone, at_work
from support.service import Service


@pytest.fixture(autouse=True)
def autumn(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def said(listing: str, **changes: Any) -> dict[str, Any]:
    return {"listing": listing, "what": "was-not-on", "on": "2026-10-11", "words": "The door was shut"} | changes


async def report(client: Any, body: dict[str, Any], path: str = "", id: UUID | None = None) -> int:
    return (await client.put(f"/api/publishing/reports/{id or uuid4()}{path}", json=body)).status_code


async def told(phone: Phone) -> list[dict[str, Any]]:
    return (await phone.client.get("/api/publishing/reports")).json()


async def test_one_address_says_so_many_things_in_ten_minutes(service: Service):
    async with publishing(service) as hands, service.client() as nobody:
        listings = [(await publish(hands))["id"] for _ in range(2)]
        answers = [await report(nobody, said(listings[number % 2])) for number in range(21)]
        assert answers == [204] * 20 + [429]


async def test_of_one_listing_so_many_words_of_the_public_wait_and_the_team_is_heard_all_the_same(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reporting, "MOST_OPEN", 2)
    async with publishing(service) as hands, at_work(service) as sam, service.client() as nobody:
        listing, first = (await publish(hands))["id"], uuid4()
        assert await report(nobody, said(listing), id=first) == 204
        assert [await report(nobody, said(listing)) for _ in range(2)] == [204, 409]
        assert await report(nobody, said(listing), id=first) == 204, "sent again it is the same one"
        assert await report(sam.client, said(listing), "/from-staff") == 204
        assert len(await told(hands)) == 3
        path = f"/api/publishing/reports/{first}/answer"
        assert (await hands.client.put(path, json={"answer": "put-right"})).status_code == 204
        assert await report(nobody, said(listing)) == 204, "after an answer there is something to say again"


async def test_a_draft_and_what_waits_cannot_be_reported_and_a_rival_is_not_of_the_team(service: Service):
    async with (
        publishing(service) as hands,
        publishing(service, "New", approved=False) as new,
        at_work(service) as sam,
        service.client() as nobody,
    ):
        draft, waits = (await publish(hands, published=False))["id"], (await publish(new))["id"]
        for listing in (draft, waits):
            assert await report(nobody, said(listing)) == 404
            assert await report(sam.client, said(listing), "/from-staff") == 404
        listing = (await publish(hands))["id"]
        assert await report(new.client, said(listing), "/from-staff") == 403
        assert await report(new.client, said(listing)) == 204
        assert [one["by_staff"] for one in await told(hands)] == [False]


@pytest.mark.parametrize(("role", "by"), [("publisher", "group"), ("link-worker", "worker")])
async def test_it_was_right_is_as_good_as_still_correct_and_says_who_found_it_so(
    service: Service, monkeypatch: pytest.MonkeyPatch, role: str, by: str
):
    async with publishing(service) as hands:
        listing, id = (await publish(hands))["id"], uuid4()
        async with service.client() as nobody:
            await report(nobody, said(listing), id=id)
        monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=20))
        of = {"organisation": hands.organisation} if role == "publisher" else {}
        async with at_work(service, role, **of) as answers:
            path = f"/api/publishing/reports/{id}/answer"
            assert (await answers.client.put(path, json={"answer": "was-right"})).status_code == 204
        [card] = await found(service)
        assert (card["checked_by"], card["checked_at"]) == (by, (NOW + timedelta(days=20)).strftime("%FT%TZ"))
        async with at_work(service, "publisher", organisation=hands.organisation) as later:
            body = {"start": "2026-11-10T10:30:00Z", "change": "cancelled"}
            await later.client.put(f"/api/publishing/listings/{listing}/date", json=body)
            assert [one["checked_by"] for one in await found(service)] == [by], (
                "a date that is off is no look at it all"
            )
            await later.client.put(f"/api/publishing/listings/{listing}/correct", json={})
        assert [one["checked_by"] for one in await found(service)] == ["group"]


async def test_the_audit_tells_who_of_the_team_reported_and_who_answered(service: Service):
    async with publishing(service) as hands, at_work(service) as sam:
        listing, id = (await publish(hands))["id"], uuid4()
        assert await report(sam.client, said(listing), "/from-staff", id) == 204
        path = f"/api/publishing/reports/{id}/answer"
        assert (await hands.client.put(path, json={"answer": "noted"})).status_code == 204
        for chain, action in ((service.house.service, "reported"), (hands.organisation, "answered-report")):
            noted = await service.house.db.read(_noted, chain, group=chain, purpose="test")
            assert (action, UUID(listing)) in noted


async def test_words_of_reports_are_kept_no_longer_than_they_are_of_use(service: Service):
    def count():
        rows = yield Query("select count(*) from report")
        return rows[0][0]

    async with publishing(service) as hands, service.client() as nobody:
        listing, answered = (await publish(hands))["id"], uuid4()
        await report(nobody, said(listing))
        await report(nobody, said(listing), id=answered)
        await hands.client.put(f"/api/publishing/reports/{answered}/answer", json={"answer": "noted"})
    who = {"group": service.house.service, "purpose": "test"}
    left = []
    for days in (90, 91, 366, 367):
        await service.house.db.run(reporting.forget, NOW + timedelta(days=days), **who)
        left.append(await service.house.db.read(count, **who))
    assert left == [2, 1, 1, 0]
