"""Referrals: an organisation sees whom it may welcome, and the person can read that it did."""

from uuid import UUID, uuid4

import pytest

from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.people.tables import Organisation
from jointly.sync import opening
from support.phone import Phone, at_work, correction, entry, joined
from support.service import Service


@pytest.fixture
async def ann(service: Service):
    """A patient."""
    async with joined(service, called="Ann") as phone:
        yield phone


async def refer(phone: Phone, organisation: UUID, **changes) -> None:
    """What somebody does who lets an organisation know of them."""
    share = {"with_kind": "organisation", "with_id": str(organisation), "scopes": []} | changes
    assert (await phone.client.put(f"/api/shares/{uuid4()}", json=share)).status_code == 200


async def test_an_organisation_sees_what_a_referral_needs(service: Service, ann: Phone):
    organisation, other = uuid7(), uuid7()
    async with service.house.db.transaction(purpose="test"):
        for id in (organisation, other):
            await Organisation(id=id, service=service.house.service, name="Pool", made_at=clock.now()).save()
    about = entry(kind="about", body={"adjustments": ["step-free"], "reach_at": "07700 900123", "matters": "my dog"})
    await ann.push(about)
    changed = {"adjustments": ["step-free", "seated"], "reach_at": "07700 900123"}
    await ann.push(correction(about, body=changed))
    await refer(ann, organisation, scopes=["pain", "notes"])
    async with (
        at_work(service, "publisher", organisation=organisation) as pool,
        at_work(service, "publisher", organisation=other) as gym,
    ):
        [person] = (await pool.client.get("/api/organisation/people")).json()["people"]
        assert person == {
            "person": ann.person,
            "called": "Ann",
            "adjustments": ["step-free", "seated"],
            "other_adjustments": None,
        }
        assert (await gym.client.get("/api/organisation/people")).json()["people"] == []
        log = (await ann.client.get("/api/access-log")).json()["rows"]
        [read] = [(row["by"], row["what"], row["purpose"]) for row in log if row["action"] == "read"]
        assert read == (pool.person, ["referral"], "referral")
        assert (await pool.client.get(f"/api/people/{ann.person}/record")).status_code == 403
        [pull] = (await pool.sync(subject=ann.person)).json()["subjects"]
        assert (pull["withdrawn"], pull["rows"]) == (True, [])


async def test_who_takes_a_referral_back_meanwhile_is_left_out_and_the_rest_is_there(service, ann: Phone, monkeypatch):
    organisation, bea = uuid7(), uuid7()
    async with service.house.db.transaction(purpose="test"):
        await Organisation(id=organisation, service=service.house.service, name="Pool", made_at=clock.now()).save()
    await refer(ann, organisation)
    first_asked = opening.records.shared_with

    async def a_moment_ago(*args, **given):
        return [UUID(other.person), bea, *await first_asked(*args, **given)]

    monkeypatch.setattr(opening.records, "shared_with", a_moment_ago)
    async with joined(service) as other, at_work(service, "publisher", organisation=organisation) as pool:
        answer = await pool.client.get("/api/organisation/people")
        assert answer.status_code == 200, answer.text
        assert [one["person"] for one in answer.json()["people"]] == [ann.person]
        log = (await other.client.get("/api/access-log")).json()["rows"]
        assert not [row for row in log if row["action"] == "read"], "nothing of theirs was given"
