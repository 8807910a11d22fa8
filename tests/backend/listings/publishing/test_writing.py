"""Nobody overwrites what is another's, and of two who change the same at the same moment neither change is lost."""

from asyncio import gather
from typing import Any
from uuid import UUID, uuid4, uuid5

import pytest

from backend.listings.publishing.test_publishing import GROUP, NOW, found, publish, publishing
from jointly.kit import clock
from jointly.kit.db import Query
from support.phone import Phone, at_work
from support.service import Service


@pytest.fixture(autouse=True)
def autumn(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


async def status(phone: Phone, path: str, body: dict[str, Any], verb: str = "PUT") -> int:
    return (await phone.client.request(verb, f"/api/publishing/{path}", json=body)).status_code


def _noted(chain: UUID):
    rows = yield Query("select action, subject from audit where chain = ? order by number", (chain,))
    return rows


def before_writing(monkeypatch: pytest.MonkeyPatch, service: Service, first) -> None:
    """What `first` does comes in between, after the next request has read and before it writes."""
    run, waits = service.house.db.run, [first]

    async def late(unit, *args, **who):
        if waits and who.get("purpose") in ("publish", "approve"):
            await waits.pop()()
        return await run(unit, *args, **who)

    monkeypatch.setattr(service.house.db, "run", late)


@pytest.mark.parametrize("approved", [True, False])
async def test_a_listing_that_was_read_from_a_feed_is_nobodys_to_change(service: Service, board, approved: bool):
    on = await board()
    feeds = await on.put("Tai chi of the feed")
    before = [card["name"] for card in await found(service)]
    assert before == ["Tai chi of the feed"]
    async with publishing(service, approved=approved) as hands:
        for published in (True, False):
            assert await status(hands, f"listings/{feeds}", GROUP | {"published": published}) == 404
        for path, body in (
            (f"listings/{feeds}/correct", {}),
            (f"listings/{feeds}/correct/taken-back", {"checked_at": NOW.isoformat()}),
            (f"listings/{feeds}/date", {"start": "2026-10-13T09:30:00Z", "change": "cancelled"}),
        ):
            assert await status(hands, path, body) == 404, path
        named = uuid5(on.source, "one that the feed tells of next week")
        assert await status(hands, f"listings/{named}", GROUP) == 404, "nor is the id of one that is to come"
        assert (await hands.client.get("/api/publishing/board")).json()["listings"] == []
    assert [card["name"] for card in await found(service)] == before


async def test_of_two_who_take_the_same_new_id_at_the_same_moment_one_has_it(service: Service):
    async with publishing(service) as hands, publishing(service, "Others") as others:
        id = uuid4()
        answers = await gather(*(status(each, f"listings/{id}", GROUP) for each in (hands, others) for _ in range(3)))
        assert answers in ([200] * 3 + [404] * 3, [404] * 3 + [200] * 3)
        boards = [(await each.client.get("/api/publishing/board")).json()["listings"] for each in (hands, others)]
        assert sorted(map(len, boards)) == [0, 1]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("correct", {}),
        ("correct/taken-back", {"checked_at": "2026-10-01T09:00:00Z"}),
        ("date", {"start": "2026-10-27T10:30:00Z", "change": "cancelled"}),
    ],
)
async def test_what_was_changed_meanwhile_stays_changed(
    service: Service, monkeypatch: pytest.MonkeyPatch, path: str, body: dict[str, Any]
):
    async with publishing(service) as hands:
        id = (await publish(hands))["id"]

        async def edit() -> None:
            await publish(hands, id, name="A new name")

        before_writing(monkeypatch, service, edit)
        answer = await hands.client.put(f"/api/publishing/listings/{id}/{path}", json=body)
        assert answer.json()["said"]["name"] == "A new name"


async def test_a_yes_of_the_service_does_not_undo_what_the_organisation_says_of_itself_meanwhile(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    profile = {"description": None, "url": None, "email": None, "charity": None}
    async with publishing(service, approved=False) as hands, at_work(service, "lead") as lead:
        assert await status(hands, "profile", profile | {"phone": "0113 496 0001"}) == 200

        async def edit() -> None:
            assert await status(hands, "profile", profile | {"phone": "0113 496 0002"}) == 200

        before_writing(monkeypatch, service, edit)
        assert await status(lead, f"approved/{hands.organisation}", {}) == 204
        assert (await hands.client.get("/api/publishing/board")).json()["profile"]["phone"] == "0113 496 0002"


async def test_the_audit_tells_which_listing_and_what_was_done_to_it(service: Service):
    async with publishing(service) as hands:
        id = (await publish(hands))["id"]
        await publish(hands, id, published=False)
        await publish(hands, id)
        await status(hands, f"listings/{id}/date", {"start": "2026-10-27T10:30:00Z", "change": "cancelled"})
        await status(hands, f"listings/{id}/correct", {})
        await status(hands, f"listings/{id}/correct/taken-back", {"checked_at": NOW.isoformat()})
        who = {"group": service.house.service, "subject": hands.organisation, "purpose": "test"}
        noted = await service.house.db.read(_noted, hands.organisation, **who)
    actions = ["published", "drafted", "published", "changed-date", "confirmed", "took-confirmation-back"]
    assert noted[-6:] == [(action, UUID(id)) for action in actions]
