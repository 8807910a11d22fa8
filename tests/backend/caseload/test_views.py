"""A worker names ways of looking at the list: kept for them alone, at most twenty, on whatever device they open it."""

from typing import Any
from uuid import uuid4

import httpx

from jointly.kit.db import Database, Query
from jointly.kit.ids import uuid7
from support.phone import Phone, at_work
from support.service import Service

LATE = {"name": "Late ones", "filter": "overdue", "column": "check-in", "up": False}


async def put(worker: Phone, id: Any, view: dict | None) -> httpx.Response:
    return await worker.client.put(f"/api/caseload/views/{id}", json={"view": view})


async def views(worker: Phone) -> list[dict]:
    answer = await worker.client.get("/api/caseload/views")
    assert answer.status_code == 200, answer.text
    return answer.json()["views"]


async def test_a_view_is_named_changed_and_taken_away(advisor: Phone):
    one, other = str(uuid7()), str(uuid7())
    kept = await put(advisor, one, LATE)
    assert kept.json()["views"] == await views(advisor) == [{"id": one, **LATE}]
    assert (await put(advisor, one, LATE)).status_code == 200, "asking again is harmless"
    await put(advisor, other, LATE | {"name": "  My people ", "filter": "mine"})
    await put(advisor, one, LATE | {"up": True})
    assert [(view["name"], view["up"]) for view in await views(advisor)] == [("Late ones", True), ("My people", False)]
    for _ in range(2):
        assert [view["id"] for view in (await put(advisor, one, None)).json()["views"]] == [other]


async def test_a_view_is_its_workers_own(service: Service, advisor: Phone):
    mine = uuid7()
    await put(advisor, mine, LATE)
    async with at_work(service, "link-worker", called="Lee") as lee:
        assert await views(lee) == []
        answer = await put(lee, mine, LATE | {"name": "Taken over"})
        assert (answer.status_code, answer.json()["code"]) == (409, "view-id-reused")
        assert (await put(lee, mine, None)).json()["views"] == []
    assert [view["name"] for view in await views(advisor)] == ["Late ones"]


async def test_twenty_are_enough_and_names_are_told_apart(advisor: Phone):
    ids = [uuid7() for _ in range(20)]
    for number, id in enumerate(ids):
        assert (await put(advisor, id, LATE | {"name": f"List {number}"})).status_code == 200
    many = await put(advisor, uuid4(), LATE)
    assert (many.status_code, many.json()["code"]) == (409, "views-many")
    assert "Delete one first" in many.json()["message"]
    same = await put(advisor, ids[0], LATE | {"name": "LIST 7"})
    assert (same.status_code, same.json()["code"]) == (409, "view-name")
    assert (await put(advisor, ids[0], LATE | {"name": "List 0", "filter": "due"})).status_code == 200, "one is changed"


async def test_what_is_no_view_is_refused(advisor: Phone):
    for wrong in ({"name": " "}, {"name": "x" * 41}, {"filter": "worst"}, {"column": "score"}, {"find": "Margaret"}):
        assert (await put(advisor, uuid4(), LATE | wrong)).status_code == 400, wrong
    assert await views(advisor) == []


async def test_its_name_is_sealed_and_goes_with_the_worker(service: Service, unbound: Database, advisor: Phone):
    await put(advisor, uuid7(), LATE)

    def rows():
        return (yield Query("select person, sealed from list_view"))

    [(whose, sealed)] = await unbound.read(rows, purpose="test")
    assert str(whose) == advisor.person and b"Late" not in bytes(sealed)


async def test_only_those_who_have_a_list_name_views_of_it(service: Service):
    async with at_work(service, "lead", called="Priya") as lead:
        assert (await put(lead, uuid7(), LATE)).status_code == 403
        assert (await lead.client.get("/api/caseload/views")).status_code == 403
