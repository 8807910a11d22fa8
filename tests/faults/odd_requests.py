"""Asks every operation of the API's document what nobody thought of, as a patient, an advisor and a lead.

schemathesis makes requests that fit the document and ones that do not. Reading it in takes 2 seconds, so a test
imports this module when it runs.
"""

import json
import re
import time
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, CheckContext, GenerationMode, Response
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    AcceptedNegativeData,
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from jointly.people.cookies import COOKIE
from support.pwa_build import PWA
from support.server import Server


def nonsense_is_refused(ctx: CheckContext, response: Response, case: Case) -> bool | None:
    """That what does not fit the document is refused. A format is no more than a hint: an id may lack its dashes. And a
    list with one number in it is that number on its way, in a query."""
    try:
        return negative_data_rejection(ctx, response, case) if response.status_code < 400 else None
    except AcceptedNegativeData as accepted:
        in_query = re.search(r"parameter `(\w+)` in query", accepted.message)
        bare = in_query and _is_one_number((case.query or {}).get(in_query[1]))
        if "violates `format`" not in accepted.message and not bare:
            raise
        return None


def _is_one_number(listed: object) -> bool:
    held = listed
    while isinstance(held, list) and len(held) == 1:
        held = held[0]
    return isinstance(listed, list) and isinstance(held, int | float) and held == int(held)


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    nonsense_is_refused,
]
PEOPLE = {"patient": "Margaret", "advisor": "Sam", "lead": "Priya"}
LAST = ("POST /api/sessions/end-others", "POST /api/me/delete")
"""These end every session of an account: Dev's, when all else was asked."""
DOCUMENT = json.loads((PWA / "openapi.json").read_text(encoding="utf-8"))
GUARDED = {
    f"{method.upper()} {path}"
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
    if operation.pop("security", None)  # signing in is ours to do
}
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


class Asker:
    """People of the demonstration who ask one operation, each with a session of their own: some operations end it."""

    def __init__(self, server: Server, operation: str) -> None:
        self.server = server
        self.operation = operation
        self.asked = 0
        self.people: dict[str, str] = {}
        self.signed_in: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
        links = server.links()
        for role, name in (PEOPLE | {"patient": "Dev"} if operation in LAST else PEOPLE).items():
            with server.client() as client:
                code = urlsplit(links[name]).fragment
                joined = client.post("/api/join", json={"code": code, "device": str(uuid4())})
                assert joined.status_code == 200, joined.text
            self.people[role] = joined.json()["person"]
            own = {"Origin": server.url, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
            token = {"X-Jointly-CSRF": joined.json()["csrf"]}
            self.signed_in[role] = own | token, {COOKIE: joined.cookies[COOKIE]}

    def ask(self, case: Case, role: str, *, known: bool) -> None:
        """Sends one request and checks its answer. `known` puts people in it who exist."""
        if known:
            case.path_parameters = self.named(case.path_parameters, "person", self.people["patient"])
            case.body = self.named(case.body, "person", self.people["patient"])
            if isinstance(case.body, dict) and isinstance(case.body.get("subjects"), list):
                case.body["subjects"] = [self.named(one, "subject", self.people[role]) for one in case.body["subjects"]]
        headers, cookies = self.signed_in[role]
        case.headers = {name: value for name, value in (case.headers or {}).items() if name not in headers}
        self.asked += 1
        case.call_and_validate(base_url=self.server.url, headers=headers, cookies=cookies, checks=CHECKS, timeout=20)
        answer = case.call(base_url=self.server.url, headers=headers, timeout=20)
        assert self.operation not in GUARDED or answer.status_code in (401, 404), (
            f"without a session: {answer.status_code}"
        )

    @staticmethod
    def named(holder: Any, name: str, id: str) -> Any:
        """The same with this id where there was one."""
        return holder | {name: id} if isinstance(holder, dict) and _is_id(holder.get(name)) else holder


def _is_id(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(UUID(value))
    except ValueError:
        return False


def fuzz(server: Server, subtests: pytest.Subtests, *, examples: int, chosen: int | None) -> None:
    """Asks every operation `examples` times in each mode; `chosen` is where chance begins, none for anywhere."""
    operations = sorted((found.ok() for found in SCHEMA.get_all_operations()), key=lambda one: one.label in LAST)
    assert len(operations) > 45
    # Everybody signs in first: guessing codes soon shuts the door of this address.
    askers = [Asker(server, operation.label) for operation in operations]
    for operation, asker in zip(operations, askers, strict=True):
        for mode in MODES if operation.body or operation.path_parameters or operation.query else MODES[:1]:
            start = time.time_ns() if chosen is None else chosen
            if (operation.label, mode) == ("DELETE /api/passkeys/{id}", GenerationMode.NEGATIVE):
                continue  # any text is an id of a passkey that nobody has
            with subtests.test(operation.label, mode=mode.value, start=start):
                ask_often(asker, operation.as_strategy(generation_mode=mode), examples=examples, start=start)
    print(f"{sum(asker.asked for asker in askers)} requests over {len(operations)} operations")
    logged = server.logged()
    assert "failed" not in logged and "Traceback" not in logged, logged[-3000:]


def ask_often(asker: Asker, cases: st.SearchStrategy[Case], *, examples: int, start: int) -> None:
    """Asks one operation with many cases; raises an `AssertionError` with what is wrong."""

    @seed(start)
    @settings(max_examples=examples, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=cases, role=st.sampled_from(sorted(PEOPLE)), known=st.booleans())
    def asked(case: Case, role: str, known: bool) -> None:
        asker.ask(case, role, known=known)

    try:
        asked()
    except FailureGroup as group:
        raise AssertionError("\n".join(f"{one.title}: {one.message}" for one in group.exceptions)) from None
