"""How somebody is supported is on the list of those alone whom they let support them."""

from datetime import timedelta
from uuid import UUID

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from support.phone import at_work, joined
from support.supported import refer, suggest, task_for


async def lines(reader) -> dict[str, dict]:
    answer = await reader.client.get("/api/caseload")
    assert answer.status_code == 200, answer.text
    return {line["called"]: line for line in answer.json()["people"]}


def codes(line: dict) -> set[str]:
    return {one["code"] for one in line["why"]}


def end_support(column: str, at, person: UUID):
    """Unit: the share that a referral brought is over, by this column alone."""
    sql = f"update share set {column} = ? where person = ? and with_kind = 'service' and scopes like '%support%'"
    yield Query(sql, (at, person))


@pytest.fixture
async def three(service, advisor, share):
    """Ann shares both, Bea her check-ins alone, Cyd lets the team support her alone. Ann and Cyd have a task that is
    due, and said no to a suggestion."""
    async with (
        joined(service, called="Ann") as ann,
        joined(service, called="Bea") as bea,
        joined(service, called="Cyd") as cyd,
    ):
        for phone in (ann, bea):
            await share(phone)
        for phone in (ann, cyd):
            await refer(advisor, phone.person)
            made = await suggest(advisor, phone.person)
            said = {"kind": "no", "at": clock.now().isoformat()}
            path = f"/api/prescriptions/{made}/steps/{uuid7()}"
            assert (await phone.client.put(path, json=said)).status_code == 200
            task = await advisor.client.put(f"/api/tasks/{made}", json=task_for(phone.person))
            assert task.status_code == 200
        yield ann, bea, cyd


OF_SUPPORT = {"task", "not-for-me", "supported", "not-spoken", "next", "arrived", "look-again"}


async def test_each_line_says_whether_support_is_shared(advisor, three):
    found = await lines(advisor)
    assert {name: line["supported"] for name, line in found.items()} == {"Ann": True, "Bea": False, "Cyd": True}
    for name in ("Ann", "Cyd"):
        assert found[name]["support"]["owner"] == advisor.person
        assert {"task", "not-for-me"} <= codes(found[name])
    assert found["Bea"]["support"] is None and not codes(found["Bea"]) & OF_SUPPORT


@pytest.mark.parametrize("column", ["ended_at", "ends_at"])
async def test_when_that_share_is_over_nothing_of_it_is_shown_at_once(advisor, three, unbound, column):
    for phone in (three[0], three[2]):
        past = clock.now() - timedelta(seconds=1)
        await unbound.run(end_support, column, past, UUID(phone.person), purpose="test")
    found = await lines(advisor)
    assert set(found) == {"Ann", "Bea"}, "Cyd shares nothing any more"
    for line in found.values():
        assert (line["supported"], line["support"]) == (False, None)
        assert not codes(line) & OF_SUPPORT


async def test_a_share_by_name_of_check_ins_shows_its_reader_no_support(service, advisor, three, share, unbound):
    ann = three[0]
    await unbound.run(end_support, "ended_at", clock.now(), UUID(ann.person), purpose="test")
    async with at_work(service, "advisor", called="Kim") as kim:
        await share(ann, with_kind="person", with_id=kim.person)
        line = (await lines(kim))["Ann"]
        assert (line["supported"], line["support"]) == (False, None) and not codes(line) & OF_SUPPORT
