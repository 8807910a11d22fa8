"""Many people who are reminded: written as the service keeps what they chose, and their phones subscribed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from jointly.kit.db import Many, Query
from jointly.kit.ids import uuid7
from jointly.kit.push import endpoint
from jointly.kit.sealing import SealingKey, new_key
from jointly.people.house import House
from jointly.record.keeping import place_of
from jointly.reminders.handing_over import sealed_endpoint
from jointly.reminders.rules.slots import id_of, key_of
from support.push_browser import Browser, base64url
from support.reminded import WEEK

ZONE = "Etc/UTC"


@dataclass
class Person:
    """Somebody, the times of day at which they are reminded, and where."""

    times: tuple[str, ...]
    browsers: dict[UUID, Browser]
    """By the device."""
    email: str | None
    mobile: str | None
    id: UUID
    secret: bytes
    """What the keys of their slots are made with."""

    def slot(self, day: str, time: str) -> UUID:
        """The id of what is due at one of the times."""
        return id_of(key_of(self.secret, "exercise", "", f"{day}T{time}"))

    def entries(self) -> dict[str, dict[str, Any]]:
        """The bodies of what they chose, by kind."""
        said = {"key": base64url(self.secret), "zone": ZONE, "kinds": ["exercise"]}
        days = {day: list(self.times) for day in WEEK}
        return {
            "reminding": said | {"email": self.email, "mobile": self.mobile},
            "plan": {"programme": "knee-hip", "started_on": "2026-01-01", "days": days, "paused": None},
        }


async def keep(house: House, people: list[Person], now: datetime) -> None:
    """Writes them, each to be planned at this time."""
    secrets = {one.id: new_key() for one in people}
    await house.vault.database.run(_accounts, house, people, secrets, now, purpose="test")
    for one in people:
        key = SealingKey(secrets[one.id])
        await house.db.run(_person, house, one, key, now, subject=one.id, group=house.service, purpose="test")


def _accounts(house: House, people: list[Person], secrets: dict[UUID, bytes], now: datetime):
    wrapped = {person: house.vault._master.seal(secret, person.bytes) for person, secret in secrets.items()}
    yield Many(
        "insert into account (person, service, role, wrapped, made_at) values (?, ?, ?, ?, ?)",
        [(one.id, house.service, "patient", wrapped[one.id], now) for one in people],
    )
    yield Many(
        "insert into device (id, person, token_hash, name, method, made_at, signed_in_at, heard_at, ends_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (device, one.id, device.bytes, "", "code", now, now, now, now.replace(year=now.year + 1))
            for one in people
            for device in one.browsers
        ],
    )


def _person(house: House, one: Person, key: SealingKey, now: datetime):
    yield Query("insert into person (id, service, role) values (?, ?, 'patient')", (one.id, house.service))
    at = now.isoformat(timespec="seconds")
    bodies = [(uuid7(), number, *said) for number, said in enumerate(one.entries().items(), 1)]
    yield Query("insert into feed (person, number) values (?, ?)", (one.id, len(bodies)))
    yield Many(
        "insert into version (id, person, number, push, kind, at, zone, picked, how, sealed) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (id, one.id, number, number, kind, at, ZONE, False, "self", _sealed(key, one.id, id, body))
            for id, number, kind, body in bodies
        ],
    )
    yield Query(
        "insert into reminded (person, service, number, changed_at, next_at) values (?, ?, -1, ?, ?)",
        (one.id, house.service, now, now),
    )
    yield Many(
        "insert into subscription (device, person, service, sealed, mark, key, state, made_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (device, one.id, house.service, _endpoint(house, device, browser), device.bytes, _key(house), "ok", now)
            for device, browser in one.browsers.items()
        ],
    )


def _sealed(key: SealingKey, person: UUID, id: UUID, body: dict[str, Any]) -> bytes:
    return key.seal(msgspec.json.encode(body), place_of(person, None, id))


def _endpoint(house: House, device: UUID, browser: Browser) -> bytes:
    to = endpoint(browser.url, browser.p256dh, browser.auth, more_hosts=frozenset())
    return sealed_endpoint(house.index_key, device, to)


def _key(house: House) -> str:
    assert house.push_keys
    return house.push_keys.current.id
