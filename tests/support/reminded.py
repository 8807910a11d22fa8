"""Somebody who is reminded, a clock that can be moved, and a push service that keeps what it is given."""

import base64
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from jointly.kit import clock
from jointly.kit.push import Answer, Endpoint, Message, Outcome
from jointly.people.house import House
from jointly.reminders.channels import Outcome as Written
from jointly.reminders.channels import Words
from jointly.reminders.dispatching import Dispatcher
from jointly.reminders.outlets import Outlets
from support.phone import Phone, entry
from support.service import Service

KEY = "AAECAwQFBgcICQoLDA0ODw"
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class MovedClock:
    """The time that the service goes by."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, start: datetime) -> None:
        self.now = start
        monkeypatch.setattr(clock, "now", lambda: self.now)

    def to(self, at: datetime) -> None:
        self.now = at

    def by(self, **more: float) -> None:
        self.now += timedelta(**more)


@dataclass
class Kept:
    """A sender that keeps what it is given. `answers` are what the next ones get; after them all are taken."""

    answers: list[Answer] = field(default_factory=list)
    sent: list[tuple[datetime, Endpoint, Message]] = field(default_factory=list)

    async def send(self, to: Endpoint, message: Message, key_id: str) -> Answer:
        answer = self.answers.pop(0) if self.answers else Answer(Outcome.SENT, 201)
        if answer.outcome is Outcome.SENT:
            self.sent.append((clock.now(), to, message))
        return answer

    def take(self) -> list[dict[str, Any]]:
        """The notifications since the last time, in order."""
        found = [json.loads(message.text)["notification"] for _, _, message in self.sent]
        self.sent.clear()
        return found


@dataclass
class Letters:
    """An e-mail channel that keeps what it is given, while its server is not `down`."""

    name: str = "email"
    down: bool = False
    sent: list[tuple[str, Words]] = field(default_factory=list)

    async def send(self, to: str, words: Words, *, reference: str) -> Written:
        if self.down:
            return Written.WAIT
        self.sent.append((to, words))
        return Written.SENT

    async def close(self) -> None:
        """Nothing is open."""


def browser_keys() -> tuple[str, str]:
    """A browser's point and secret, in base64url."""
    point = ec.generate_private_key(ec.SECP256R1()).public_key()
    raw = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return tuple(base64.urlsafe_b64encode(one).decode().rstrip("=") for one in (raw, os.urandom(16)))


def dispatcher_of(service: Service, sender: Kept | None, **outlets: Any) -> Dispatcher:
    """One that looks when it is told to."""
    state = service.app.state
    return Dispatcher(state.house, state.pathways, state.speak, Outlets(sender, **outlets))


async def subscribe(phone: Phone, house: House, name: str = "a") -> None:
    """The phone is pushed to from now on."""
    p256dh, auth = browser_keys()
    said = {"endpoint": f"https://fcm.googleapis.com/fcm/send/{name}", "p256dh": p256dh, "auth": auth}
    answer = await phone.client.put("/api/reminders/device", json=said | {"key": house.push_keys.current.public})
    assert answer.status_code == 204, answer.text


def wishes(**changes: Any) -> dict[str, Any]:
    """An entry that wishes for everything, in London, without quiet hours."""
    kinds = ["exercise", "check-in", "session", "change", "reply", "date"]
    at = clock.now().isoformat(timespec="seconds")
    return entry(kind="reminding", at=at, body={"key": KEY, "zone": "Europe/London", "kinds": kinds} | changes)


def plan(*times: str, days: tuple[str, ...] = WEEK, **changes: Any) -> dict[str, Any]:
    """An entry with exercise times."""
    body = {
        "programme": "knee-hip",
        "started_on": "2026-01-01",
        "days": {day: list(times) for day in days},
        "paused": None,
    }
    return entry(kind="plan", at=clock.now().isoformat(timespec="seconds"), body=body | changes)


def exercised(at: datetime) -> dict[str, Any]:
    """An exercise, done at a local time."""
    body = {
        "programme": "knee-hip",
        "exercise": "sit-to-stand",
        "level": 1,
        "gentle": False,
        "outcome": "done",
        "sets": 1,
        "pain": None,
        "effort": None,
        "confident": None,
    }
    return entry(kind="exercise", at=at.isoformat(timespec="seconds"), body=body)


async def rehearsed(phone: Phone, days: int = 14) -> list[dict[str, Any]]:
    """What will be told, as the person can read it."""
    answer = await phone.client.get(f"/api/reminders/rehearsal?days={days}")
    assert answer.status_code == 200, answer.text
    return answer.json()["tellings"]


async def told(phone: Phone) -> list[dict[str, Any]]:
    """What was told, the oldest first."""
    return list(reversed((await phone.client.get("/api/reminders/told")).json()["told"]))


def instants(start: datetime, hours: float, step: timedelta) -> Iterator[datetime]:
    """Moments to look at."""
    at = start
    while at < start + timedelta(hours=hours):
        yield at
        at += step


def utc(text: str) -> datetime:
    """An instant."""
    return datetime.fromisoformat(text).astimezone(UTC)


def person_of(phone: Phone) -> UUID:
    """Whose phone it is."""
    return UUID(phone.person)
