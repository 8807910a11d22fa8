"""What no form would send, to every route that takes a body: it is refused, or kept as it is, and never breaks."""

import json
from typing import Any

import pytest

from jointly.openapi import document
from support.cast import boundless
from support.phone import Phone, at_work, joined
from support.routes import api_routes
from support.service import Service

JSON = {"Content-Type": "application/json"}
NO_JSON = [b"", b"{", b"\x00", b"\xff\xfe", b'"\xed\xa0\x80"', b"[" * 100_000, b'{"a":' * 100_000, b"NaN", b"1" * 5000]
ODD = ["\x00", "a\x00b", "\ud800", "\U0010ffff", "\u202egnol", "a" * 100_000, "", " ", "%00", "'; drop table person --"]


def filled(schema: dict[str, Any], parts: dict[str, Any], odd: str) -> Any:
    """A body of the right shape with `odd` in the place of every text that is not one of a few words."""
    if "$ref" in schema:
        return filled(parts[schema["$ref"].rpartition("/")[2]], parts, odd)
    for word in ("oneOf", "anyOf"):
        if word in schema:
            return filled(schema[word][0], parts, odd)
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    kind = schema.get("type")
    match kind[0] if isinstance(kind, list) else kind:
        case "object":
            return {name: filled(inner, parts, odd) for name, inner in schema.get("properties", {}).items()} or {
                odd: odd
            }
        case "array":
            return [filled(schema.get("items", {}), parts, odd)]
        case "string":
            hints = {"uuid": "0198a6f0-0000-4000-8000-000000000000", "date-time": "2026-11-22T10:00:00+00:00"}
            return hints.get(schema.get("format", ""), odd)
        case "integer" | "number":
            return 2**63
        case "boolean":
            return True
    return odd


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
    parts = described["components"]["schemas"]
    asked = 0
    for route in api_routes(service.app):
        operation = described["paths"].get(route.path, {}).get(route.method.lower(), {})
        schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        if schema is None or route.operation == "delete_me":
            continue
        for phone in people:
            for odd in ODD:
                body = as_json(filled(schema, parts, odd))
                answer = await phone.client.request(route.method, route.at(), content=body, headers=JSON)
                assert answer.status_code < 500, (route.name, odd[:20], answer.text)
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
