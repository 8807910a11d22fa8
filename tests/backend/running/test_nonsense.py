"""What no form would send, to every route that takes a body: it is refused, or kept as it is, and never breaks."""

import json
import re
from typing import Any

import pytest

from jointly.openapi import document
from support.bodies import bodies, filled
from support.cast import boundless
from support.phone import Phone, at_work, joined
from support.routes import NOBODY, api_routes
from support.service import Service

JSON = {"Content-Type": "application/json"}
NO_JSON = [b"", b"{", b"\x00", b"\xff\xfe", b'"\xed\xa0\x80"', b"[" * 100_000, b'{"a":' * 100_000, b"NaN", b"1" * 5000]
ODD = ["\x00", "a\x00b", "\ud800", "\U0010ffff", "\u202egnol", "a" * 100_000, "", " ", "%00", "'; drop table person --"]


def as_json(value: Any) -> bytes:
    """JSON as a careless program writes it: a lone half of a letter as \\ud800."""
    return json.dumps(value).encode()


@pytest.fixture
async def people(service: Service, monkeypatch: pytest.MonkeyPatch):
    """A patient, an advisor and a lead, who may ask as often as they like."""
    boundless(monkeypatch)
    async with joined(service) as patient, at_work(service) as advisor, at_work(service, "lead") as lead:
        yield [patient, advisor, lead]


async def test_what_is_no_json_is_refused_by_every_route(service: Service, people: list[Phone]):
    for route in api_routes(service.app):
        if route.changes and route.operation not in ("sign_out", "end_other_sessions"):
            for phone in people:
                for body in NO_JSON:
                    answer = await phone.client.request(route.method, route.at(), content=body, headers=JSON)
                    assert answer.status_code < 500, (route.name, body[:20], answer.text)


async def test_odd_texts_in_every_field_are_refused_or_kept(service: Service, people: list[Phone]):
    described = document(service.app)
    asked = 0
    for method, path, schema in bodies(described):
        if path == "/api/me/delete":
            continue
        address = re.sub(r"{\w+}", str(NOBODY), path)
        for phone in people:
            for odd in ODD:
                body = as_json(filled(schema, described["components"]["schemas"], odd))
                answer = await phone.client.request(method, address, content=body, headers=JSON)
                assert answer.status_code < 500, (path, odd[:20], answer.text)
                asked += answer.status_code < 400
    assert asked > 20, "some of it is good enough to be kept"
    for phone in people:
        assert (await phone.client.get("/api/me")).status_code == 200


async def test_odd_texts_in_addresses_are_unknown(service: Service, people: list[Phone]):
    for route in api_routes(service.app):
        for name in route.ids:
            for odd in ("%00", "a%00b", "%ed%a0%80", "%ff", "..", "%2e%2e%2f", "'--", "9" * 400, "%F0%9F%98%80"):
                for phone in people:
                    answer = await phone.client.request(
                        route.method, route.at(**{name: odd}), content=b"{}", headers=JSON
                    )
                    assert 400 <= answer.status_code < 500, (route.name, odd, answer.text)
        if not route.changes and "open_to_all" not in route.guards:
            for before in ("-1", "9" * 19, "9" * 40, "x", "%00", "1e400"):
                answers = [await phone.client.get(f"{route.at()}?before={before}") for phone in people]
                assert max(answer.status_code for answer in answers) < 500, (route.name, before)
