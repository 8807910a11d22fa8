"""Opening somebody's record: the newest first, and with them how things stand, however long ago that was written."""

from collections.abc import AsyncIterator

import pytest

from support.kinds import BODIES
from support.phone import Phone, at_work, correction, entry, joined
from support.service import Service

SCOPES = ["pain", "exercise", "checkins", "notes"]


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """4 versions a page, as if a diary of 2,000 were long ago."""
    monkeypatch.setattr("jointly.record.opening.PAGE_ROWS", 4)


@pytest.fixture
async def sam(service: Service) -> AsyncIterator[Phone]:
    """An advisor."""
    async with at_work(service, called="Sam") as phone:
        yield phone


async def opened(reader: Phone, phone: Phone, scopes: list[str], **asked: int) -> dict:
    """What the reader is shown of this person's record, who shares these parts of it."""
    given = {"with_kind": "service", "scopes": scopes}
    share = await phone.client.put(f"/api/shares/{entry()['id']}", json=given)
    assert share.status_code == 200, share.text
    answer = await reader.client.get(f"/api/people/{phone.person}/record", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def kinds(rows: list[dict]) -> list[str]:
    """What the rows are, the newest first."""
    return [row["kind"] for row in rows]


def plan() -> dict:
    return entry(kind="plan", body=BODIES["plan"])


async def test_the_plan_of_long_ago_comes_with_the_newest_page(service: Service, sam: Phone):
    async with joined(service, called="Ann") as ann:
        old, goal = plan(), entry(kind="goal", body=BODIES["goal"])
        await ann.push(old, entry(), goal)
        await ann.push(*(entry() for _ in range(3)))
        changed = correction(old, body=BODIES["plan"] | {"exercises": ["bridge"]})
        await ann.push(changed)
        page = await opened(sam, ann, SCOPES)
        assert kinds(page["rows"]) == ["plan", "pain", "pain", "pain"]
        assert [row["id"] for row in page["standing"]] == [goal["id"], old["id"]]
        assert (page["more"], page["whole"]) == (True, True)
        assert page["rows"][0]["entry"] == old["id"], "a correction and what it corrects are both there"
        # and the pages before it are pages alone
        older = await opened(sam, ann, SCOPES, before=page["rows"][-1]["number"])
        assert (kinds(older["rows"]), older["standing"], older["more"]) == (["goal", "pain", "plan"], [], False)


async def test_only_what_is_shared_stands(service: Service, sam: Phone):
    async with joined(service, called="Ann") as ann:
        await ann.push(plan(), entry(kind="goal", body=BODIES["goal"]), *(entry() for _ in range(5)))
        assert (await opened(sam, ann, ["pain"]))["standing"] == []
        assert kinds((await opened(sam, ann, ["pain", "checkins"]))["standing"]) == ["goal"]


async def test_what_stands_has_an_end_too_and_it_is_said(service: Service, sam: Phone):
    async with joined(service, called="Ann") as ann:
        await ann.push(*(plan() for _ in range(9)))
        page = await opened(sam, ann, SCOPES)
        assert (len(page["rows"]), len(page["standing"]), page["whole"]) == (4, 4, False)


async def test_a_short_record_is_given_once(service: Service, sam: Phone):
    async with joined(service, called="Ann") as ann:
        await ann.push(plan(), entry())
        page = await opened(sam, ann, SCOPES)
        assert (kinds(page["rows"]), page["standing"], page["more"], page["whole"]) == (
            ["pain", "plan"],
            [],
            False,
            True,
        )
