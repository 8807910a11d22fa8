"""A service sets itself up: managers alone, checked, followed by every process without a restart, said in the audit."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest

from jointly.kit.db import Query
from jointly.people import setup
from jointly.people.house import Noted
from jointly.people.setup_schemas import defaults
from jointly.settings import Settings
from support.phone import at_work, code_for, joined, service_code
from support.service import Service, application, running

HELPLINE = {"name": "Ask Jo", "phone": "0800 12 34", "words": "About your plan", "url": "https://jo.example/help"}


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch):
    """What another process changed is seen at once, and not after the few seconds that it may take."""
    monkeypatch.setattr(setup, "CACHED_SECONDS", 0.0)


async def said(client: httpx.AsyncClient, **changes: Any) -> dict[str, Any]:
    """What a manager's screen would send: all that is set, with changes."""
    found = (await client.get("/api/service")).json()
    del found["nhs_login"], found["map"], found["whole_postcodes"]
    return found | changes


async def test_anybody_reads_it_and_only_managers_who_proved_to_be_there_change_it(service: Service):
    async with service.client() as nobody:
        before = await said(nobody)
        assert (await nobody.put("/api/service", json=before)).status_code == 401
    assert (before["name"], before["helplines"], before["privacy"]["controller"]) == ("Jointly", [], None)
    assert before["looks_at_list"] is None, "nobody says when until the service does"
    for role in ("advisor", "link-worker", "publisher"):
        async with at_work(service, role) as worker:
            assert (await worker.client.put("/api/service", json=before)).json()["code"] == "not-allowed"
    async with joined(service) as phone:
        assert (await phone.client.put("/api/service", json=before)).json()["code"] == "not-allowed"
    async with at_work(service, "lead") as lead:
        await service.house.vault.database.run(_unprove, purpose="test")
        service.house.vault._sessions.clear()
        assert (await lead.client.put("/api/service", json=before)).status_code == 403


async def test_name_and_colours_are_followed_by_another_process_without_a_restart(service: Service):
    async with at_work(service, "lead") as lead, _another_process(service) as other:
        told = await lead.client.put("/api/service", json=await said(lead.client, name="Café Ünited", brand="#102030"))
        assert told.status_code == 200
        async with other.client() as client:
            theme, manifest = await client.get("/theme.css"), (await client.get("/manifest.webmanifest")).json()
            assert "--brand:#102030" in theme.text
            assert '--service-name:"Café Ünited"' in theme.text
            assert (manifest["name"], manifest["theme_color"]) == ("Café Ünited", "#102030")
            assert (await client.get("/api/service")).json()["name"] == "Café Ünited"
            look = await client.post("/api/join/look", json={"code": await service_code(service.house)})
            assert look.json()["service"] == "Café Ünited"
        assert (await lead.client.get("/api/me")).json()["service"] == "Café Ünited"


async def test_what_was_not_changed_on_the_screen_follows_the_environment(service: Service):
    async with at_work(service, "lead") as lead:
        await lead.client.put("/api/service", json=await said(lead.client, helplines=[HELPLINE]))
    settings = service.settings.model_copy(update={"name": "Knees of Kent", "brand": "#203040"})
    async with _another_process(service, settings) as other, other.client() as client:
        found = (await client.get("/api/service")).json()
        assert (found["name"], found["brand"], found["helplines"]) == ("Knees of Kent", "#203040", [HELPLINE])


BAD: list[dict[str, Any]] = [
    {"name": ""},
    {"name": "n" * 41},
    {"name": "two\nlines"},
    {"brand": "#e0e0e0"},
    {"brand_dark": "#101010"},
    {"accent": "red"},
    {"accent": "#12345"},
    {"helplines": [HELPLINE] * 11},
    {"looks_at_list": ""},
    {"looks_at_list": "w" * 201},
    {"looks_at_list": "two\nlines"},
    {"helplines": [HELPLINE | {"url": "http://jo.example"}]},
    {"helplines": [HELPLINE | {"url": "https://jo@evil.example"}]},
    {"helplines": [HELPLINE | {"phone": "call me"}]},
    {"retention": {"record_years": 0, "code_days": 30, "session_days": 90, "share_days": 730}},
    {"retention": {"record_years": 8, "code_days": 30, "session_days": 90, "share_days": 9999}},
    {"retention": {"record_years": 8}},
    {"unknown": 1},
]


async def test_what_would_not_do_is_refused_and_changes_nothing(service: Service):
    async with at_work(service, "administrator") as manager:
        before = await said(manager.client)
        for change in BAD:
            answer = await manager.client.put("/api/service", json=before | change)
            assert answer.status_code == 400, change
        assert await said(manager.client) == before


async def test_setting_up_is_in_the_services_audit_with_what_changed_and_none_of_the_words(service: Service):
    async with at_work(service, "lead", called="Lee") as lead:
        document = await said(lead.client, helplines=[HELPLINE], name="Better Knees")
        assert (await lead.client.put("/api/service", json=document)).status_code == 200
        log = (await lead.client.get("/api/audit")).json()
        [row] = [row for row in log["rows"] if row["action"] == "set-up"]
        assert (row["what"], row["called"], row["role"]) == (["helplines", "name"], "Lee", "lead")
        assert log["rows"][0]["action"] == "listed", "reading the audit is in it, before it is given"
        assert "Ask Jo" not in str(log)
    async with joined(service, await code_for(service.house)) as phone, at_work(service) as advisor:
        for somebody in (phone, advisor):
            assert (await somebody.client.get("/api/audit")).status_code == 403


async def test_the_audit_comes_in_pages(service: Service, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("jointly.people.service_log.PAGE", 2)
    async with at_work(service, "lead") as lead:
        for number in range(3):
            await lead.client.post("/api/organisations", json={"name": f"Pool {number}"})
        numbers, before, more = [], None, True
        first = (await lead.client.get("/api/audit")).json()["rows"][0]["number"]
        while more:
            page = (await lead.client.get("/api/audit", params={"before": before} if before else {})).json()
            numbers += [row["number"] for row in page["rows"]]
            before, more = numbers[-1], page["more"]
        assert numbers[0] > first
        assert numbers == list(range(numbers[0], 0, -1))
        for strange, status in (("0", 200), ("-1", 200), (str(2**70), 200), ("none", 400)):
            assert (await lead.client.get("/api/audit", params={"before": strange})).status_code == status


@asynccontextmanager
async def _another_process(service: Service, settings: Settings | None = None) -> AsyncIterator[Service]:
    """Another application on the same databases: on PostgreSQL with connections of its own; a SQLite file has one
    process, so there it shares them and has nothing noted yet."""
    chosen = settings or service.settings
    if service.house.db.kind == "postgres":
        async with running(chosen) as other:
            yield other
        return
    looks = {name: getattr(chosen, name) for name in ("name", "brand", "brand_dark", "accent")}
    app = application(chosen)
    app.state.house = replace(service.house, defaults=defaults(**looks), noted=Noted())
    yield Service(app, chosen)


def _unprove():
    yield Query("update device set proved_at = null", ())
