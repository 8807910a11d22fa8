"""Staff and organisations: who may invite and end whom, and that an ending is felt at once and said in the audit."""

from uuid import uuid4

import httpx
import pytest

from support.phone import Phone, at_work, joined
from support.service import Service


async def delete(manager: Phone, path: str) -> httpx.Response:
    """Every change says that it is JSON, so that no form of another site can make one."""
    return await manager.client.request("DELETE", path, json={})


async def actions(manager: Phone) -> list[tuple[str, list[str]]]:
    """What the service's audit says, newest first, without what was only read."""
    rows = (await manager.client.get("/api/audit")).json()["rows"]
    return [(row["action"], row["what"]) for row in rows if row["action"] != "listed"]


async def test_an_invitation_is_for_a_passkey_and_opens_nothing_by_itself(service: Service):
    async with at_work(service, "lead") as lead, service.client() as client:
        answer = await lead.client.post("/api/staff", json={"role": "advisor", "called": "Sam"})
        assert answer.status_code == 200
        code = answer.json()
        assert code["kind"] == "invitation"
        joining = await client.post("/api/join", json={"code": code["code"], "device": str(uuid4())})
        assert (joining.status_code, joining.json()["code"]) == (403, "needs-passkey")
        listed = (await lead.client.get("/api/staff")).json()["staff"]
        [sam] = [one for one in listed if one["called"] == "Sam"]
        assert (sam["role"], sam["joined_at"], sam["ended_at"]) == ("advisor", None, None)
        assert ("invited", ["advisor"]) in await actions(lead)
        assert "Sam" not in str(await actions(lead))


async def test_a_lead_neither_makes_nor_ends_an_administrator_and_nobody_ends_themselves(service: Service):
    new = {"role": "administrator", "called": "Ada"}
    async with at_work(service, "lead") as lead, at_work(service, "administrator") as administrator:
        assert (await lead.client.post("/api/staff", json=new)).json()["code"] == "administrators-only"
        assert (await delete(lead, f"/api/staff/{administrator.person}")).json()["code"] == "administrators-only"
        for one in (lead, administrator):
            assert (await delete(one, f"/api/staff/{one.person}")).json()["code"] == "not-yourself"
        assert (await administrator.client.post("/api/staff", json=new)).status_code == 200
        assert (await delete(administrator, f"/api/staff/{lead.person}")).status_code == 204
        assert (await lead.client.get("/api/me")).status_code == 410


async def test_an_ending_is_felt_at_once_and_by_the_device(service: Service):
    async with at_work(service, "lead") as lead, at_work(service, "advisor") as advisor:
        assert (await delete(lead, f"/api/staff/{advisor.person}")).status_code == 204
        answer = await advisor.client.get("/api/people")
        assert (answer.status_code, answer.json()["code"]) == (410, "revoked")
        assert (await delete(lead, f"/api/staff/{advisor.person}")).status_code == 204, "again is harmless"
        assert (await actions(lead)).count(("ended", ["advisor"])) == 1
        [ended] = [one for one in (await lead.client.get("/api/staff")).json()["staff"] if one["ended_at"]]
        assert ended["person"] == advisor.person


async def test_staff_alone_can_be_ended_here_and_everybody_else_is_unknown(service: Service):
    async with at_work(service, "lead") as lead, joined(service) as phone:
        for person in (phone.person, str(uuid4())):
            answer = await delete(lead, f"/api/staff/{person}")
            assert (answer.status_code, answer.json()["code"]) == (404, "no-such-person")
        assert (await phone.client.get("/api/me")).status_code == 200


@pytest.mark.parametrize("role", ["advisor", "link-worker", "publisher"])
async def test_who_is_no_manager_sees_and_changes_none_of_it(service: Service, role: str):
    async with at_work(service, role) as worker, joined(service) as phone:
        for somebody in (worker, phone):
            asked = (
                ("GET", "/api/staff", None),
                ("POST", "/api/staff", {"role": "advisor", "called": "Eve"}),
                ("DELETE", f"/api/staff/{worker.person}", {}),
                ("POST", "/api/organisations", {"name": "Pool"}),
                ("DELETE", f"/api/organisations/{uuid4()}", {}),
            )
            for method, path, body in asked:
                answer = await somebody.client.request(method, path, json=body)
                assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed"), path


async def test_a_publisher_belongs_to_an_organisation_and_ends_with_it(service: Service):
    async with at_work(service, "lead") as lead:
        pool = (await lead.client.post("/api/organisations", json={"name": "Hove Pool"})).json()
        new = {"role": "publisher", "called": "Pat"}
        assert (await lead.client.post("/api/staff", json=new)).json()["code"] == "publisher-of-what"
        assert (await lead.client.post("/api/staff", json=new | {"organisation": pool["id"]})).status_code == 200
        advisor = {"role": "advisor", "called": "Sam", "organisation": pool["id"]}
        assert (await lead.client.post("/api/staff", json=advisor)).json()["code"] == "publisher-of-what"
        elsewhere = new | {"organisation": str(uuid4())}
        assert (await lead.client.post("/api/staff", json=elsewhere)).json()["code"] == "no-such-organisation"

        async with at_work(service, "publisher", organisation=pool["id"]) as publisher:
            assert (await publisher.client.get("/api/organisation/people")).status_code == 200
            assert (await delete(lead, f"/api/organisations/{pool['id']}")).status_code == 204
            assert (await publisher.client.get("/api/organisation/people")).status_code == 410
        again = await lead.client.post("/api/staff", json=new | {"organisation": pool["id"]})
        assert again.json()["code"] == "no-such-organisation"
        said = await actions(lead)
        assert said.count(("ended", ["publisher"])) == 2
        assert ("ended-organisation", []) in said


async def test_everybody_signed_in_sees_the_organisations_that_work_here_and_managers_those_that_did(service: Service):
    async with at_work(service, "lead") as lead, joined(service) as phone:
        made = [
            (await lead.client.post("/api/organisations", json={"name": name})).json()["id"] for name in ("One", "Two")
        ]
        await delete(lead, f"/api/organisations/{made[0]}")
        seen = [
            {one["name"] for one in (await who.client.get("/api/organisations")).json()["organisations"]}
            for who in (phone, lead)
        ]
        assert seen == [{"Two"}, {"One", "Two"}]


async def test_what_people_share_with_an_organisation_ends_with_it(service: Service):
    async with at_work(service, "lead") as lead, joined(service) as ann, joined(service) as bea:
        pools = [(await lead.client.post("/api/organisations", json={"name": name})).json()["id"] for name in "AB"]
        for phone in (ann, bea):
            for pool in pools:
                share = {"with_kind": "organisation", "with_id": pool, "scopes": []}
                assert (await phone.client.put(f"/api/shares/{uuid4()}", json=share)).status_code == 200
        for _ in range(2):
            assert (await delete(lead, f"/api/organisations/{pools[0]}")).status_code == 204
        for phone in (ann, bea):
            given = (await phone.client.get("/api/shares")).json()["given"]
            assert {one["with_id"]: one["ended_at"] is None for one in given} == {pools[0]: False, pools[1]: True}
            log = (await phone.client.get("/api/access-log")).json()["rows"]
            assert [row["by"] for row in log if row["action"] == "withdrew"] == [lead.person]
