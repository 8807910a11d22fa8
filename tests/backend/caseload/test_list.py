"""An advisor's list: who is on it and why, worked out from people's own entries when it is asked for."""

from contextlib import AsyncExitStack

from support.cast import second_service
from support.phone import Phone, at_work, correction, joined
from support.service import Service

JSON = {"Content-Type": "application/json"}


def by_name(found: dict) -> dict[str, dict]:
    """Lines by what people are called."""
    return {line["called"]: line for line in found["people"]}


def codes(line: dict) -> list[tuple[str, int]]:
    """The reasons of a line with their days."""
    return [(one["code"], one["days"]) for one in line["why"]]


async def test_whose_turn_it_is_and_why(service: Service, advisor: Phone, share, listed, wrote):
    async with AsyncExitStack() as opened:
        people = {
            name: await opened.enter_async_context(joined(service, called=name))
            for name in ("Ann", "Bea", "Cyd", "Dev")
        }
        for phone in people.values():
            await share(phone)
        await people["Ann"].push(wrote.pathway(21), wrote.check_in("baseline", 20), wrote.goal(3))
        await people["Bea"].push(wrote.pathway(24))
        await people["Cyd"].push(wrote.showing(2), wrote.pathway(10), wrote.check_in("baseline", 9))
        found = await listed(advisor)
    assert [line["called"] for line in found["people"]] == ["Cyd", "Bea", "Ann", "Dev"], "by the printed rules"
    lines = by_name(found)
    assert codes(lines["Cyd"]) == [("safety", 2), ("not-yet", 8)]
    assert codes(lines["Bea"]) == [("overdue", 10)]
    assert codes(lines["Ann"]) == [("due", 7), ("review", 3)]
    assert codes(lines["Dev"]) == [("not-started", 0)]
    ann = lines["Ann"]
    assert (ann["pathway"], ann["variant"], ann["goals"], ann["last_check_in"]) == (
        "joint-pain-advisor",
        None,
        1,
        wrote.on(20),
    )
    assert ann["standing"] == {
        "state": "due",
        "contact": "three-weeks",
        "from": wrote.on(3),
        "to": wrote.on(-7),
        "days": 7,
    }
    assert ann["last_heard_at"]
    [card] = lines["Cyd"]["safety"]
    said = (card["card"], card["trigger"], card["did"], card["looked"])
    assert said == ("hot-joint", "hot-joint-swelling", "shown", None)
    assert (lines["Dev"]["pathway"], lines["Dev"]["standing"], found["more"]) == (None, None, False)
    assert found["order"][0] == "safety" and found["looks_at_list"] is None


async def test_a_correction_counts_and_what_was_deleted_does_not(
    service: Service, advisor: Phone, share, listed, wrote
):
    async with joined(service, called="Ann") as ann:
        await share(ann)
        start, goal = wrote.pathway(24), wrote.goal(3)
        await ann.push(start, goal)
        ended = {**start["body"], "ended": {"on": wrote.on(0), "why": "early"}}
        await ann.push(
            correction(start, body=ended),
            correction(goal, gone=True, body=None),
        )
        [line] = (await listed(advisor))["people"]
    assert codes(line) == [("finished", 0)] and line["goals"] == 0


async def test_a_second_time_on_a_pathway_begins_anew(service: Service, advisor: Phone, share, listed, wrote):
    async with joined(service, called="Ann") as ann:
        await share(ann)
        first = wrote.pathway(300, ended={"on": wrote.on(100), "why": "finished"})
        await ann.push(first, wrote.check_in("baseline", 299), wrote.pathway(2))
        [line] = (await listed(advisor))["people"]
    assert codes(line) == [("due", 12)] and line["standing"]["contact"] == "baseline"


async def test_a_pathway_that_the_content_does_not_have_is_said_as_that(
    service: Service, advisor: Phone, share, listed, wrote
):
    async with joined(service, called="Ann") as ann:
        await share(ann)
        await ann.push(wrote.pathway(5, pathway="elsewhere"))
        [line] = (await listed(advisor))["people"]
    assert codes(line) == [("other", 0)] and line["pathway"] == "elsewhere" and line["standing"] is None


async def test_only_who_shares_check_ins_is_on_it(service: Service, advisor: Phone, share, listed, wrote):
    async with AsyncExitStack() as opened:
        names = ("Nothing", "Pain alone", "By name", "With another", "Carer alone")
        people = [await opened.enter_async_context(joined(service, called=name)) for name in names]
        other = await opened.enter_async_context(at_work(service, called="Kim"))
        for phone in people:
            await phone.push(wrote.pathway(3))
        _nothing, pain, by_name_, with_another, carer = people
        await share(pain, scopes=["pain", "exercise", "notes"])
        await share(by_name_, with_kind="person", with_id=advisor.person)
        await share(with_another, with_kind="person", with_id=other.person)
        await share(carer, with_kind="person", called="Joan")
        assert [line["called"] for line in (await listed(advisor))["people"]] == ["By name"]
        assert [line["called"] for line in (await listed(other))["people"]] == ["With another"]


async def test_a_share_that_is_withdrawn_or_over_takes_the_line_away_at_once(
    service: Service, advisor: Phone, share, listed, wrote
):
    async with joined(service, called="Ann") as ann, joined(service, called="Bea") as bea:
        id, _ = await share(ann), await share(bea)
        await ann.push(wrote.pathway(3))
        assert set(by_name(await listed(advisor))) == {"Ann", "Bea"}
        assert (await ann.client.delete(f"/api/shares/{id}", headers=JSON)).status_code == 204
        assert set(by_name(await listed(advisor))) == {"Bea"}
        await share(ann, scopes=["pain"])
        assert set(by_name(await listed(advisor))) == {"Bea"}


async def test_an_erased_person_is_gone_from_it(service: Service, advisor: Phone, share, listed, wrote):
    async with joined(service, called="Ann") as ann:
        await share(ann)
        await ann.push(wrote.pathway(3))
        assert (await ann.client.post("/api/me/delete", json={"sure": True})).status_code < 300
        assert (await listed(advisor))["people"] == []


async def test_another_service_sees_nothing(service: Service, advisor: Phone, share, listed, wrote):
    async with second_service(service) as second, joined(service, called="Ann") as ann, at_work(second) as stranger:
        await share(ann)
        card = wrote.showing(1)
        await ann.push(wrote.pathway(3), card)
        assert len((await listed(advisor))["people"]) == 1
        assert (await listed(stranger))["people"] == []
        answer = await stranger.client.put(f"/api/caseload/looked/{card['id']}", json={})
        assert answer.status_code == 404


async def test_reading_the_list_is_one_row_in_the_services_audit(
    service: Service, advisor: Phone, share, listed, unbound
):
    async with joined(service, called="Ann") as ann, at_work(service, "lead") as lead:
        await share(ann)
        before = (await ann.client.get("/api/access-log")).json()["rows"]
        await listed(advisor)
        rows = (await lead.client.get("/api/audit")).json()["rows"]
        found = [row for row in rows if row["action"] == "listed" and "caseload" in row["what"]]
        assert [(row["called"], row["count"], row["purpose"]) for row in found] == [("Sam", 1, "care")]
        assert (await ann.client.get("/api/access-log")).json()["rows"] == before, "a list is no opened record"


async def test_the_list_is_for_those_whom_people_share_with(service: Service):
    for role in ("lead", "administrator"):
        async with at_work(service, role) as staff:
            assert (await staff.client.get("/api/caseload")).status_code == 403
    async with joined(service) as phone:
        assert (await phone.client.get("/api/caseload")).status_code == 403
