"""One of the team says that they looked at a care card that was shown: once, for the whole team, and in the audit."""

from uuid import uuid4

from jointly.kit.db import Query
from support.phone import Phone, at_work, correction, joined
from support.service import Service


async def test_looked_at_is_said_once_and_takes_the_reason_away(service: Service, advisor: Phone, share, listed, wrote):
    async with joined(service, called="Ann") as ann, at_work(service, "link-worker", called="Lee") as lee:
        await share(ann)
        card = wrote.showing(2)
        await ann.push(card, correction(card, body={**card["body"], "did": "called"}))
        [line] = (await listed(advisor))["people"]
        assert line["why"][0]["code"] == "safety" and line["safety"][0]["did"] == "called"
        assert line["why"][0]["entry"] == line["safety"][0]["entry"] == card["id"]
        first = await advisor.client.put(f"/api/caseload/looked/{card['id']}", json={})
        assert first.status_code == 200 and first.json()["called"] == "Sam"
        again = await lee.client.put(f"/api/caseload/looked/{card['id']}", json={})
        assert again.json() == first.json(), "who looked first stays"
        [line] = (await listed(lee))["people"]
        assert codes(line) == ["not-started"]
        assert line["safety"][0]["looked"] == first.json(), "it stays on the list, and says who looked"
        marks = (await lee.client.get(f"/api/people/{ann.person}/looked")).json()["looked"]
        assert marks == [{**first.json(), "entry": card["id"], "times": 1}]
        rows = (await ann.client.get("/api/access-log")).json()["rows"]
        told = [(row["called"], row["what"]) for row in rows if row["action"] == "looked-at"]
        assert told == [("Sam", ["safety"])], "the person reads that somebody looked, once"


async def test_a_yes_that_is_given_again_is_to_be_looked_at_again(
    service: Service, advisor: Phone, share, listed, wrote
):
    async with joined(service, called="Ann") as ann, at_work(service, "link-worker", called="Lee") as lee:
        await share(ann)
        card = wrote.showing(40)
        await ann.push(card)
        await advisor.client.put(f"/api/caseload/looked/{card['id']}", json={})
        [line] = (await listed(advisor))["people"]
        assert (codes(line), line["safety"]) == (["not-started"], []), "it was shown too long ago"
        # when the same yes is given in the same check-in 38 days later
        again = wrote.showing(2)["body"]["shown_at"]
        await ann.push(correction(card, body={**card["body"], "did": "called", "again": [again]}))
        # then the one event is on the list once more, with its new day, as nobody has looked since
        [line] = (await listed(advisor))["people"]
        assert (codes(line), line["why"][0]["days"]) == (["safety", "not-started"], 2)
        [shown] = line["safety"]
        assert (shown["entry"], shown["shown_at"], shown["looked"]) == (card["id"], again, None)
        # and who looks now takes it away
        second = await lee.client.put(f"/api/caseload/looked/{card['id']}", json={})
        assert second.json()["called"] == "Lee"
        [line] = (await listed(advisor))["people"]
        assert codes(line) == ["not-started"] and line["safety"][0]["looked"] == second.json()
        [mark] = (await lee.client.get(f"/api/people/{ann.person}/looked")).json()["looked"]
        assert (mark["called"], mark["times"]) == ("Lee", 2)


def codes(line: dict) -> list[str]:
    """The reasons of a line."""
    return [one["code"] for one in line["why"]]


async def test_only_a_shown_card_of_somebody_who_shares_can_be_looked_at(
    service: Service, advisor: Phone, share, wrote
):
    async with joined(service, called="Ann") as ann, joined(service, called="Bea") as bea:
        id = await share(ann)
        start, card, not_shared = wrote.pathway(3), wrote.showing(1), wrote.showing(1)
        await ann.push(start, card)
        await bea.push(not_shared)
        later = correction(card, body={**card["body"], "did": "dismissed"})
        await ann.push(later)
        for entry in (start["id"], not_shared["id"], later["id"], str(uuid4())):
            assert (await advisor.client.put(f"/api/caseload/looked/{entry}", json={})).status_code == 404
        assert (await advisor.client.get(f"/api/people/{bea.person}/looked")).status_code == 404
        gone = await ann.client.delete(f"/api/shares/{id}", headers={"Content-Type": "application/json"})
        assert gone.status_code == 204
        assert (await advisor.client.put(f"/api/caseload/looked/{card['id']}", json={})).status_code == 404


async def test_who_looked_is_erased_with_the_person(service: Service, advisor: Phone, share, wrote, unbound):
    async with joined(service, called="Ann") as ann:
        await share(ann)
        card = wrote.showing(1)
        await ann.push(card)
        await advisor.client.put(f"/api/caseload/looked/{card['id']}", json={})
        assert await unbound.read(looked_rows, purpose="test") == 1
        assert (await ann.client.post("/api/me/delete", json={"sure": True})).status_code < 300
    assert await unbound.read(looked_rows, purpose="test") == 0


def looked_rows():
    """Unit: how many rows there are."""
    return (yield Query("select count(*) from looked"))[0][0]
