"""Nothing is kept longer than the service says, and nothing shorter: the clock is moved, and the job runs."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from jointly.jobs import jobs_of
from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.kit.jobs import run_if_due
from jointly.people import limits
from jointly.people.audit_checking import verify
from jointly.people.tables import Attempts, Audit, JoinCode, Share
from jointly.people.vault_tables import Ceremony, Device
from jointly.record import lives, retention
from jointly.record.retention import YEAR
from support.phone import Phone, at_work, code_for, entry, joined, service_code
from support.service import Service

DAY = timedelta(days=1)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Moves the clock on."""

    def move(by: timedelta) -> None:
        moved = clock.now() + by
        monkeypatch.setattr(clock, "now", lambda: moved)

    return move


async def run_job(service: Service) -> None:
    """The daily job, as it is scheduled."""
    [job] = [job for job in jobs_of(service.house) if job.name == "retention"]
    assert await run_if_due(service.house.db, job)


async def exists(phone: Phone, service: Service) -> bool:
    return await service.house.vault.known(UUID(phone.person)) is not None


async def audit_of(service: Service, chain: UUID) -> list[tuple[str, str, str, int]]:
    """What the audit says of what jobs did."""
    async with service.house.db.transaction(subject=chain, purpose="test"):
        rows = await Audit.select().where(Audit.chain == chain, Audit.role == "job")
    return [(row["action"], row["what"], row["purpose"], row["count"]) for row in rows]


async def test_who_was_not_heard_of_for_as_long_as_is_set_is_erased_and_no_day_sooner(service: Service, later):
    async with joined(service) as silent, joined(service) as returns, at_work(service) as advisor:
        await silent.push(entry())
        later(4 * YEAR)
        await joined_again(service, returns)
        later(4 * YEAR - DAY)
        await run_job(service)
        assert await exists(silent, service)
        later(2 * DAY)
        await run_job(service)
        assert not await exists(silent, service)
        assert await exists(returns, service)
        assert await exists(advisor, service), "staff are ended by their managers"
        person = UUID(silent.person)
        assert ("erased", "", "erase", 0) in await audit_of(service, person)
        assert (await silent.sync(entry())).status_code in (401, 410)
        assert (await verify(service.house)).unfit == []


async def test_what_staff_did_in_a_record_keeps_it_and_what_the_operator_did_does_not(service: Service, later):
    async with joined(service) as used, joined(service) as silent:
        later(7 * YEAR)
        async with at_work(service) as advisor:
            opened = await advisor.client.post(
                f"/api/people/{used.person}/emergency", json={"reason": "A call for help"}
            )
            assert opened.status_code == 200, opened.text
        await code_for(service.house, silent.person)
        later(2 * YEAR)
        await run_job(service)
        assert await exists(used, service)
        assert not await exists(silent, service)


async def test_records_that_are_kept_are_in_nobodys_way(service: Service, later, monkeypatch):
    monkeypatch.setattr(retention, "PAGE_PEOPLE", 1)
    monkeypatch.setattr(retention, "ERASED_AT_ONCE", 1)
    async with joined(service) as used, joined(service) as silent, joined(service) as next_day:
        later(7 * YEAR)
        async with at_work(service) as advisor:
            reason = {"reason": "A call for help"}
            await advisor.client.post(f"/api/people/{used.person}/emergency", json=reason)
        later(2 * YEAR)
        for phones in ([used, next_day], [used]):
            await run_job(service)
            assert [phone for phone in (used, silent, next_day) if await exists(phone, service)] == phones
            later(2 * DAY)


async def test_a_revoked_phone_hears_of_it_for_as_long_as_it_may_ask(service: Service, later):
    async with joined(service) as lost, joined(service, await code_for(service.house, lost.person)) as phone:
        assert (await phone.client.post("/api/sessions/end-others", json={})).status_code in (200, 204)
        later(399 * DAY)
        await run_job(service)
        answer = await lost.client.get("/api/me")
        assert (answer.status_code, answer.json()["code"]) == (410, "revoked")
        later(92 * DAY)
        await joined_again(service, phone)
        await run_job(service)
        assert await Device.count().where(Device.revoked_at.is_not_null()) == 0


async def test_the_devices_of_somebody_erased_lose_their_names_at_once_and_go_when_they_end(service: Service, later):
    async with joined(service, device_name="Ann's phone") as phone:
        await lives.erase(service.house, person=UUID(phone.person), session=None)
        [left] = await Device.select(Device.name)
        assert left["name"] == ""
        later(399 * DAY)
        await run_job(service)
        assert (await phone.client.get("/api/me")).status_code == 410
        later(2 * DAY)
        await run_job(service)
        assert await Device.count() == 0


async def test_a_shorter_period_that_a_manager_sets_counts_from_the_next_run(service: Service, later):
    async with joined(service) as phone, at_work(service, "lead") as lead:
        document = (await lead.client.get("/api/service")).json()
        del document["nhs_login"], document["map"], document["whole_postcodes"]
        document["retention"]["record_years"] = 1
        assert (await lead.client.put("/api/service", json=document)).status_code == 200
        later(YEAR + 2 * DAY)
        await run_job(service)
        assert not await exists(phone, service)


async def test_codes_shares_and_sessions_go_when_their_time_is_over(service: Service, later):
    house = service.house
    async with joined(service) as phone:
        person = UUID(phone.person)
        kept = await joined_again(service, phone)
        ended, running = str(uuid7()), str(uuid7())
        for id in (ended, running):
            share = {"with_kind": "service", "with_id": None, "scopes": ["pain"]}
            assert (await phone.client.put(f"/api/shares/{id}", json=share)).status_code == 200
            if id == ended:
                await phone.client.request("DELETE", f"/api/shares/{id}", json={})
        await service_code(house)
        await Ceremony(id=b"begun", purpose="sign-in", challenge=b"c", ends_at=clock.now()).save()
        await limits.spend(house, "test", limits.Limit(tries=3, seconds=1))

        later(119 * DAY)  # a service's code is good for 90 days, and kept for 30 more
        await run_job(service)
        assert await JoinCode.count() == 2
        later(2 * DAY)
        await run_job(service)
        assert await JoinCode.count() == 0
        assert await Ceremony.count() == 0
        assert not await Attempts.exists().where(Attempts.key == "test")

        later(timedelta(days=400 + 90))  # sessions end after 400 days and are kept for 90 more
        await run_job(service)
        left = await Device.select(Device.id).where(Device.person == person)
        assert [row["id"] for row in left] == [kept], "the newest says when they were last heard of"

        assert await shares_of(service, person) == 2
        later(timedelta(days=200))
        await run_job(service)
        assert await shares_of(service, person) == 1
        assert await audit_of(service, person) == [("deleted", "shares", "keep to the periods", 1)]
        said = {what for _, what, _, _ in await audit_of(service, house.service)}
        assert said == {"codes", "sessions"}
        assert (await verify(house)).unfit == []


async def joined_again(service: Service, phone: Phone) -> UUID:
    """Another device of the same person, the newest; gives its id."""
    vault, device = service.house.vault, uuid7()
    await vault.sign_in(person=UUID(phone.person), device=device, name="", method="code")
    return device


async def shares_of(service: Service, person: UUID) -> int:
    async with service.house.db.transaction(subject=person, purpose="test"):
        return await Share.count().where(Share.person == person)


async def test_sessions_of_staff_are_over_within_hours_and_go_when_the_period_is(service: Service, later):
    async with at_work(service) as advisor:
        later(timedelta(hours=13))
        kept = uuid7()
        await service.house.vault.sign_in(person=UUID(advisor.person), device=kept, name="", method="passkey")
        later(89 * DAY)
        await run_job(service)
        assert await Device.count() == 2
        later(2 * DAY)
        await run_job(service)
        assert [row["id"] for row in await Device.select(Device.id)] == [kept]


async def test_a_running_service_has_its_jobs_waiting(service: Service):
    waiting = {task.get_name() for task in asyncio.all_tasks()}
    assert (
        {job.name for job in jobs_of(service.house)}
        == {
            "audit-heads",
            "dates-off",
            "feeds",
            "feeds-out",
            "figures",
            "published",
            "reminded",
            "retention",
            "shares-over",
            "unpublished",
        }
        <= waiting
    )
