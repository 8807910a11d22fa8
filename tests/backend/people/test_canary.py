"""What somebody wrote is nowhere but where it belongs: marked words in every field of every route, then everything
searched: refusals, headers, logs at their most talkative, the audit, counts, names of files, and every database.
"""

import json
import logging
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from jointly.kit.db import Database, Query
from jointly.openapi import document
from jointly.people.vault_tables import TABLES as VAULT_TABLES
from jointly.tables import TABLES
from support.bodies import bodies, filled
from support.cast import boundless
from support.kinds import BODIES
from support.phone import Phone, at_work, entry, joined
from support.routes import NOBODY
from support.server import Server
from support.service import Service

CANARY = "sciatica~canary"
JSON = {"Content-Type": "application/json"}
IN_CLEAR = {
    ("device", "name"): "what a person calls a device, in the vault, so that the list of sessions can be read",
    ("passkey", "name"): "the same of a passkey",
    ("organisation", "name"): "a leisure centre's name",
    ("service", "settings"): "what anybody may read of the service",
}
"""Columns that hold what was written as it is. Nothing about anybody's health is asked for in them."""


def tries(schema: dict[str, Any], parts: dict[str, Any]) -> list[Any]:
    """A body that fits, and ones that are too long, of the wrong type, with a field too many, and no body at all."""
    fits = filled(schema, parts, CANARY)
    more = fits | {CANARY: CANARY} if isinstance(fits, dict) else [fits]
    return [
        fits,
        filled(schema, parts, CANARY * 600),
        filled(schema, parts, CANARY, wrong=True),
        more,
        CANARY,
        [CANARY],
    ]


def own_words() -> Iterator[tuple[str, dict[str, Any]]]:
    """Bodies that are kept, with the marked words wherever somebody writes in their own."""
    yield "pain", {"score": 4, "regions": [], "note": CANARY}
    yield "about", {"matters": CANARY}
    action = dict.fromkeys(("what", "when", "where"), CANARY) | {"confidence": 7}
    coping = [{"if": CANARY, "then": CANARY}]
    own = dict.fromkeys(("matters", "goal", "helped", "bad_day"), CANARY)
    yield "goal", BODIES["goal"] | own | {"action": action, "coping": coping}
    answered = {"version": 1, "values": {"activity-1": CANARY, "rate-1": 3}, "left": False}
    yield "check-in", BODIES["check-in"] | {"answers": {"own-activities": answered}}
    yield "score", BODIES["score"] | {"version": CANARY, "licence": CANARY}


async def written_everywhere(described: dict[str, Any], people: list[Phone]) -> list[httpx.Response]:
    """The answers to everything that anybody can write."""
    parts, answers = described["components"]["schemas"], []
    for method, path, schema in bodies(described):
        if path == "/api/me/delete":
            continue
        for phone in people:
            for id in (str(NOBODY), phone.person, CANARY):
                address = path.replace("{id}", id).replace("{person}", id).replace("{device}", id)
                for body in tries(schema, parts) if id != CANARY else [{}]:
                    answers.append(await phone.client.request(method, address, json=body, headers=JSON))
    setup = (await people[-1].client.get("/api/service")).json()
    del setup["nhs_login"], setup["map"], setup["whole_postcodes"]
    facts = {part: dict.fromkeys(setup[part], CANARY) for part in ("privacy", "accessibility")}
    helpline = {"name": CANARY, "phone": None, "words": CANARY, "url": None}
    answers.append(await people[-1].client.put("/api/service", json=setup | facts | {"helplines": [helpline]}))
    for phone in people:
        for kind, schema in parts["Bodies"]["properties"].items():
            for body in tries(schema, parts):
                answers.append(await phone.sync(entry(kind=kind, body=body), entry(kind=kind, at=CANARY, body=body)))
        kept = await phone.sync(*(entry(kind=kind, body=body) for kind, body in own_words()))
        assert kept.status_code == 200 and kept.json()["subjects"][0]["refused"] == []
        answers.append(kept)
        share = {"with_kind": "person", "called": CANARY, "why": CANARY, "scopes": ["pain", "notes"]}
        answers.append(await phone.client.put(f"/api/shares/{uuid4()}", json=share))
        for path in ("/api/people", "/api/no-such", "/api/access-log"):
            answers.append(await phone.client.get(path, params={"before": CANARY, "q": CANARY}))
            answers.append(await phone.client.get(f"{path}/{CANARY}", headers={"X-Note": CANARY}))
    return answers


def assert_untold(answers: list[httpx.Response]) -> None:
    """No refusal repeats what it refuses, nothing is in a header, and enough of both sorts was met."""
    for answer in answers:
        assert CANARY not in str(answer.headers), answer.request.url
        assert answer.status_code < 400 or CANARY not in answer.text, (answer.request.url, answer.text)
    kept = [answer for answer in answers if answer.status_code < 300 and answer.request.method != "GET"]
    assert len(kept) > 15
    assert {answer.status_code for answer in answers} >= {400, 403, 404}


@pytest.fixture
async def people(service: Service, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[Phone]]:
    """A patient, an advisor and a lead."""
    boundless(monkeypatch)
    async with (
        joined(service, called=CANARY, device_name=CANARY) as patient,
        at_work(service, called=CANARY) as advisor,
        at_work(service, "lead", called=CANARY) as lead,
    ):
        yield [patient, advisor, lead]


async def test_what_is_written_is_in_no_refusal_log_or_plain_column(
    service: Service,
    people: list[Phone],
    unbound: Database,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture,
):
    caplog.set_level(logging.DEBUG)
    capfd.readouterr()
    assert_untold(await written_everywhere(document(service.app), people))
    ours = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]
    told = "\n".join([*(f"{record.getMessage()} {vars(record)}" for record in ours), *capfd.readouterr()])
    assert CANARY not in told
    found = await columns_with_canary(unbound, TABLES) | await columns_with_canary(
        service.house.vault.database, VAULT_TABLES
    )
    assert {("device", "name"), ("organisation", "name"), ("service", "settings")} <= found, "the search finds"
    assert found <= IN_CLEAR.keys()


async def columns_with_canary(db: Database, tables: tuple) -> set[tuple[str, str]]:
    """The tables and columns in which the marked words stand as they are."""
    found = set()
    for table in tables:
        for column in table._meta.columns:
            name = column._meta.db_column_name
            values = await db.read(_column, table._meta.tablename, name, purpose="test")
            if any(CANARY.encode() in _bytes(value) for value in values):
                found.add((table._meta.tablename, name))
    return found


def _column(table: str, column: str):
    rows = yield Query(f'select "{column}" from "{table}"')
    return [value for (value,) in rows]


def _bytes(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


TALKATIVE = "import logging; logging.basicConfig(level=1); from jointly.cli import main; raise SystemExit(main())"


async def test_a_server_that_logs_all_it_can_says_nothing_of_it(make_server: Callable[..., Server]):
    server = make_server(environment={"PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1"})
    server.jointly = [sys.executable, "-c", TALKATIVE]
    with server:
        code = server.run("code", "service").stdout.splitlines()[0]
        with server.client() as client:
            me = client.post("/api/join", json={"code": code, "device": str(uuid4()), "called": CANARY}).json()
            note = entry(body={"score": 4, "regions": [], "note": CANARY})
            push = {"subject": me["person"], "grant": 0, "number": 0, "entries": [note, {"id": CANARY}]}
            asked = {"device_now": note["at"], "epoch": None, "subjects": [push]}
            assert client.post("/api/sync", json=asked).json()["subjects"][0]["numbers"] == [[0, 1, 1]]
            for path in ("/api/join", "/api/join/look", "/api/me", "/api/sync", f"/api/{CANARY}", "/api/sign-in"):
                for body in ({"code": CANARY}, CANARY, {CANARY: [CANARY]}, asked | {"epoch": CANARY}):
                    for method in ("POST", "PUT"):
                        answer = client.request(method, path, json=body, params={"q": CANARY})
                        assert CANARY not in answer.text + str(answer.headers), (method, path)
            client.post("/api/sync", content=json.dumps(asked)[:-9], headers=JSON)
    logged = server.logged()
    assert "DEBUG" in logged, "it did talk"
    assert CANARY not in logged
    files = [file for file in server.data.rglob("*") if file.is_file()]
    assert len(files) >= 3
    assert [file.name for file in files if CANARY in file.name or CANARY.encode() in file.read_bytes()] == []
