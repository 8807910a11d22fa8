"""The other side of a journey: the service's office, which makes codes and looks at what the server holds."""

import json
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx

from support.server import Server


@dataclass
class Newcomer:
    """Somebody with a record at the clinic: a code for their phone, and what the server was given beforehand."""

    called: str
    code: str
    person: str
    written: list[dict] = field(default_factory=list)


MOST_ENTRIES = 500
"""As many as one request may bring."""


class Clinic:
    """A service with demonstration data, and Sam, its advisor, signed in at the office."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = server.url
        self.sam = server.client()
        _join(self.sam, self.link_of("Sam").partition("#")[2])

    def close(self) -> None:
        """Sam goes home."""
        self.sam.close()

    def link_of(self, name: str) -> str:
        """The printed link of somebody in the demonstration, by name."""
        return self.server.links()[name]

    def person_code(self, called: str | None = None, *, person: str | None = None) -> str:
        """A code for one new person from the office, or from the operator to open `person` again."""
        if person:
            return self._operator_code(person)
        return self._code(kind="person", called=called)

    def service_code(self) -> str:
        """A code for many new people."""
        return self._code(kind="service")

    def newcomer(self, called: str, *entries: dict) -> Newcomer:
        """Somebody who has `entries` from an earlier phone already, and a new code."""
        with self._signed_in(self.person_code(called)) as phone:
            person = phone.get("/api/me").json()["person"]
            for begin in range(0, len(entries), MOST_ENTRIES):
                self._sync(phone, person, entries[begin : begin + MOST_ENTRIES])
        return Newcomer(called, self.person_code(person=person), person, list(entries))

    def rows_of(self, person: str) -> list[dict]:
        """Every version that the server holds of somebody, as a new phone of theirs would fetch it."""
        rows, more = [], True
        with self._signed_in(self.person_code(person=person)) as phone:
            while more:
                pull = self._sync(phone, person, (), after=rows[-1]["number"] if rows else 0)
                rows, more = rows + pull["rows"], pull["more"]
        return rows

    def share_with_team(self, person: str, *scopes: str) -> None:
        """Somebody shares these parts of their diary with the team, who may write in it too."""
        with self._signed_in(self.person_code(person=person)) as phone:
            given = {"with_kind": "service", "scopes": list(scopes), "may_write": True}
            phone.put(f"/api/shares/{uuid4()}", json=given).raise_for_status()

    def entries_of(self, person: str, kind: str) -> list[dict]:
        """The versions of one kind, in the order in which they came."""
        return [row for row in self.rows_of(person) if row["kind"] == kind]

    @contextmanager
    def signed_in_as(self, name: str) -> Iterator[httpx.Client]:
        """Somebody of the demonstration, on a device of their own."""
        with self._signed_in(self.link_of(name).partition("#")[2]) as client:
            yield client

    @contextmanager
    def signed_in_with(self, code: str) -> Iterator[httpx.Client]:
        """Whoever uses this code, on a new device."""
        with self._signed_in(code) as client:
            yield client

    def lead_makes(self, what: str, **said: str) -> dict:
        """What Priya, the lead, makes for the service: "organisations" or "staff"."""
        with self._signed_in(self.link_of("Priya").partition("#")[2]) as office:
            answer = office.post(f"/api/{what}", json=said)
            answer.raise_for_status()
            return answer.json()

    def access_log(self, name: str) -> list[dict]:
        """What somebody of the demonstration can read about who looked, the newest first."""
        with self._signed_in(self.link_of(name).partition("#")[2]) as phone:
            return phone.get("/api/access-log").json()["rows"]

    def head_count(self) -> int:
        """How many people the office sees."""
        return len(self._people())

    def person_called(self, name: str) -> str:
        """The newest person of that name."""
        return next(each["person"] for each in self._people() if each["called"] == name)

    def let_codes_grow_old(self) -> None:
        """As if the codes that were made so far had ended yesterday."""
        yesterday = datetime.now(UTC) - timedelta(days=1)
        self.server.stop()
        with closing(sqlite3.connect(self.server.data / "jointly.sqlite3")) as database, database:
            database.execute("update join_code set ends_at = ?", (yesterday.isoformat(" ", "seconds"),))
        self.server.start()

    def _people(self) -> list[dict]:
        return self.sam.get("/api/people").json()["people"]

    def _code(self, **asked: str | None) -> str:
        answer = self.sam.post("/api/codes", json={name: value for name, value in asked.items() if value})
        answer.raise_for_status()
        return answer.json()["code"].replace("-", "")

    def _operator_code(self, person: str) -> str:
        arguments = {"role": "patient", "kind": "person", "called": None, "person": person}
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.server.data / "control.sock"))
            line.sendall(json.dumps({"verb": "code", "arguments": arguments}).encode() + b"\n")
            answer = json.loads(line.makefile().readline())
        return answer["done"]["code"].replace("-", "")

    @contextmanager
    def _signed_in(self, code: str) -> Iterator[httpx.Client]:
        with self.server.client() as client:
            _join(client, code)
            yield client

    def _sync(self, phone: httpx.Client, person: str, entries: tuple[dict, ...], *, after: int = 0) -> dict:
        subject = {"subject": person, "grant": 1 if after else 0, "number": after, "entries": list(entries)}
        said = {"device_now": datetime.now(UTC).isoformat(), "epoch": None, "subjects": [subject]}
        answer = phone.post("/api/sync", json=said)
        answer.raise_for_status()
        [pull] = answer.json()["subjects"]
        assert not pull["refused"], pull["refused"]
        return pull


def _join(client: httpx.Client, code: str) -> None:
    client.post("/api/join", json={"code": code, "device": str(uuid4())}).raise_for_status()
