"""No health content in a log, URL or error: canaries in every field, and every word the service says searched."""

import json
import logging
from typing import Any
from uuid import UUID

import httpx
import pytest

from jointly.kit.db import Database, Query
from support.phone import PAIN, correction, entry, joined
from support.routes import api_routes
from support.service import Service

CANARY = "sciatica~canary"


def canaries(value: Any) -> Any:
    """The same, with a canary in the place of every text."""
    match value:
        case dict():
            return {name: canaries(inner) for name, inner in value.items()} | {CANARY: CANARY}
        case list():
            return [*map(canaries, value), CANARY]
        case _:
            return CANARY


def each_field_replaced(version: dict[str, Any]) -> list[dict[str, Any]]:
    """The version again and again, with a canary in one field at a time. Its id is not content: it names the entry."""
    fields = [*(name for name in version if name != "id"), "previous", "entry", "how", "picked", "gone", CANARY]
    return [version | {name: canaries(version.get(name))} for name in fields]


def note(**changes: Any) -> dict[str, Any]:
    """An entry whose note is a canary."""
    return entry(body=PAIN | {"note": CANARY} | changes)


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture) -> Any:
    """Everything that was logged or printed, at the most talkative level."""
    caplog.set_level(logging.DEBUG)

    def everything() -> str:
        ours = [record for record in caplog.records if not record.name.startswith("httpx")]  # the test's own client
        return "\n".join([*(f"{record.getMessage()} {vars(record)}" for record in ours), *capfd.readouterr()])

    return everything


async def test_refusals_and_errors_never_repeat_what_was_sent(service: Service, heard):
    answers: list[httpx.Response] = []
    async with joined(service, called=CANARY) as phone:
        client = phone.client
        tried = [*each_field_replaced(note()), correction(note(), body=canaries(PAIN)), canaries({"a": [1]})]
        tried += [note(score=11), note(regions=[CANARY + "!"]), note(extra=CANARY), note() | {"kind": CANARY}]
        for wrong in tried:
            answers.append(await phone.sync(wrong))
            assert answers[-1].json()["subjects"][0]["refused"], wrong
        half = json.dumps(phone.request(note()))[:-40].encode()
        answers.append(await client.post("/api/sync", content=half, headers={"Content-Type": "application/json"}))
        answers.append(await client.post("/api/sync", json=canaries(phone.request(note()))))
        answers.append(await phone.sync(note(), device_now=CANARY))
        for path in ("/api/join", "/api/join/look", "/api/codes", "/api/sign-out/x"):
            answers.append(await client.post(path, json={"code": CANARY, "called": CANARY * 9, "device": CANARY}))
        answers.append(await client.put("/api/me", json={"called": CANARY * 9}))
        answers.append(await client.get(f"/api/{CANARY}", params={"q": CANARY}))
        answers.append(await client.get(f"/assets/{CANARY}.js"))
    for answer in answers:
        assert CANARY not in answer.text + str(answer.headers), (answer.request.url, answer.text)
    assert CANARY not in heard()


@pytest.mark.parametrize(
    "damage",
    ["drop table version", "alter table version rename column sealed to unsealed", "drop table feed"],
)
async def test_an_error_of_the_database_says_nothing_of_what_was_being_written(
    service: Service, unbound: Database, heard, damage: str
):
    async with joined(service, called=CANARY) as phone:
        await phone.push(note())
        await unbound.run(broken, damage, purpose="test")
        pushed = await phone.sync(note(), note())
        pulled = await phone.sync(number=0)
    for answer in (pushed, pulled):
        assert answer.status_code in (500, 503)
        assert set(answer.json()) == {"status", "code", "message"}
        assert CANARY not in answer.text
    told = heard()
    assert "failed" in told or "refused" in told, "somebody running it learns that it broke"
    assert CANARY not in told


def broken(damage: str):
    """Unit: breaks the database."""
    yield Query(damage)


async def test_a_closed_database_is_told_as_try_later(service: Service, heard):
    async with joined(service) as phone:
        await service.house.db.close()
        answer = await phone.sync(note())
        assert (answer.status_code, answer.json()["code"]) == (503, "try-later")
        assert int(answer.headers["retry-after"]) > 0
    assert CANARY not in heard()


async def test_an_address_of_the_api_carries_ids_and_no_words(service: Service):
    for route in api_routes(service.app):
        for name, kind in route.ids.items():
            assert kind is UUID or (route.path, name) == ("/api/passkeys/{id}", "id"), route
