"""Two services in one database with everybody in them, and all that one of them must never see of the other.

The second service is served by an application of its own on the same databases, as a process of it would be.
"""

import sys
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Set
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from jointly.app import create_app
from jointly.kit import clock
from jointly.kit.db import Database, Query
from jointly.kit.ids import uuid7
from jointly.kit.metering import Meter
from jointly.people.credentials import StoredPasskey, keep_passkey
from jointly.people.house import House, Noted
from jointly.people.limits import Limit
from jointly.people.tables import Organisation
from jointly.people.vault_tables import TABLES as VAULT_TABLES
from jointly.tables import TABLES
from support.phone import Phone, at_work, entry, joined
from support.published import WORDS, approve, publish, published
from support.service import Service
from support.supported import WORDS as SUPPORTED
from support.supported import refer, suggest, supported

STAFF_ROLES = ("advisor", "link-worker", "lead", "administrator")


@dataclass
class Other:
    """Somebody with a full record: the ids by which it could be asked for, and words that only they may see.

    `ids` are by what they name; `words` by the field they stand in.
    """

    ids: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def hidden(self, text: str, *, seen: Set[str] = frozenset(), sent: Set[str] = frozenset()) -> list[str]:
        """What of it stands in `text`: words and ids, but for those that may be `seen` or were `sent`."""
        told = text.lower()
        known = self.words | {name: str(id) for name, id in self.ids.items()}
        return [
            name for name, value in known.items() if name not in seen and name not in sent and value.lower() in told
        ]


@dataclass
class Cast:
    """Everybody: actors of the first service by their role, the two others, and actors of the second service."""

    service: Service
    actors: dict[str, Phone]
    same: Other
    elsewhere: Other
    strangers: dict[str, Phone]
    own: dict[str, Any]
    """Ids that the patient among the actors has, with an episode and a suggestion, and `shown`: the publisher's."""


def boundless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes every limit away, wherever a module holds one: a test asks more in a second than a person in a year."""
    for name, module in list(sys.modules.items()):
        if name.startswith("jointly."):
            for attribute, value in list(vars(module).items()):
                if isinstance(value, Limit):
                    monkeypatch.setattr(module, attribute, Limit(10**9, value.seconds))
    monkeypatch.setattr("jointly.people.limits.OF_OPERATION", {})
    monkeypatch.setattr("jointly.listings.publishing.reporting.MOST_OPEN", 10**9)


@asynccontextmanager
async def gathered(service: Service) -> AsyncIterator[Cast]:
    """The whole cast, with what each of them has."""
    async with AsyncExitStack() as opened:
        second = await opened.enter_async_context(second_service(service))
        mine = await _organisation(service.house, "mine")
        ann = await opened.enter_async_context(joined(service, called="Ann"))
        actors = {"patient": ann}
        for role in STAFF_ROLES:
            actors[role] = await opened.enter_async_context(at_work(service, role, called=f"Staff {role}"))
        actors["publisher"] = await opened.enter_async_context(
            at_work(service, "publisher", called="Pub", organisation=mine)
        )
        await approve(service, mine)
        shown = await publish(actors["publisher"])
        own = {"shown": shown, "share": str(uuid4()), "entry": entry(), "service_share": str(uuid4())}
        await ann.push(own["entry"])
        await _share(ann, own["service_share"], with_kind="service", scopes=["pain"], may_write=True)
        await _share(ann, own["share"], with_kind="person", called="Joan", scopes=["pain"], may_write=True)
        code = (await ann.client.post(f"/api/shares/{own['share']}/code", json={})).json()["code"]
        actors["carer"] = await opened.enter_async_context(joined(service, code, called="Joan"))
        own["shared_episode"] = await refer(actors["link-worker"], ann.person)
        own["shared_suggestion"] = await suggest(actors["link-worker"], ann.person)
        same = await _other(service, opened, "same")
        elsewhere = await _other(second, opened, "elsewhere")
        strangers = {"patient": await opened.enter_async_context(joined(second, called="Cyd"))}
        for role in STAFF_ROLES:
            strangers[role] = await opened.enter_async_context(at_work(second, role, called=f"Their {role}"))
        there = UUID(elsewhere.ids["organisation"])
        strangers["publisher"] = await opened.enter_async_context(at_work(second, "publisher", organisation=there))
        elsewhere.ids["staff"] = strangers["advisor"].person
        yield Cast(service, actors, same, elsewhere, strangers, own)


@asynccontextmanager
async def second_service(first: Service) -> AsyncIterator[Service]:
    """Another service on the same databases."""
    house = replace(first.house, service=uuid7(), noted=Noted(), meter=Meter())
    await house.db.run(_add_service, house.service, purpose="test")
    app = create_app(first.settings, house=house)
    async with app.lifespan():
        yield Service(app, first.settings)


async def rows_of(main: Database, vault: Database, other: Other) -> set[tuple[str, ...]]:
    """Every row of either database that is theirs, or names them: the table, then each column as text.

    A version of somebody else's that says it follows one of theirs is not: whoever wrote it chose that.
    """
    ids = {str(id) for id in other.ids.values()}
    found = set()
    for db, tables in ((main, TABLES), (vault, VAULT_TABLES)):
        # A job keeps the head of everybody's chain, whenever its time comes.
        for table in (one._meta.tablename for one in tables if one._meta.tablename != "audit_head"):
            columns = "id, person, number, sealed, at, zone, push" if table == "version" else "*"
            rows = await db.read(_everything, table, columns, purpose="test")
            found |= {(table, *told) for row in rows if ids & set(told := [_said(value) for value in row])}
    assert len(found) > 10, "the comparison looks at something"
    return found


async def _other(service: Service, opened: AsyncExitStack, mark: str) -> Other:
    """A patient with an entry, a share of each sort, a passkey and a device, and two organisations with what they
    publish, and somebody else whom the service supports, each with words of its own."""
    fields = ("called", "device_name", "note", "matters", "why", "carer", "passkey_name", "organisation_name")
    other = Other(words={name: f"Zz{mark}{name}" for name in (*fields, *WORDS, *SUPPORTED)})
    phone = await opened.enter_async_context(
        joined(service, called=other.words["called"], device_name=other.words["device_name"])
    )
    organisation = await _organisation(service.house, other.words["organisation_name"])
    note = entry(body={"score": 7, "regions": [], "note": other.words["note"]})
    await phone.push(note, entry(kind="about", body={"matters": other.words["matters"]}))
    share, referral = str(uuid4()), str(uuid4())
    said = {"why": other.words["why"], "called": other.words["carer"]}
    await _share(phone, share, with_kind="person", scopes=["pain", "notes"], **said)
    await _share(phone, referral, with_kind="organisation", with_id=str(organisation), scopes=["pain"])
    key = StoredPasskey(
        *(uuid4().bytes, UUID(phone.person), b"public", 0, "multi_device", True, ""),
        *(other.words["passkey_name"], clock.now(), None),
    )
    await keep_passkey(service.house, key)
    other.ids = {
        "person": phone.person,
        "entry": note["id"],
        "share": share,
        "referral": referral,
        "device": (await phone.client.get("/api/me")).json()["device"],
        "passkey": urlsafe_b64encode(key.id).decode().rstrip("="),
        "organisation": str(organisation),
    }
    newcomer = await _organisation(service.house, other.words["newcomername"])
    other.ids |= await published(service, opened, organisation, newcomer, other.words)
    other.ids |= await supported(service, opened, organisation, other.ids["listing"], other.words)
    return other


async def _organisation(house: House, name: str) -> UUID:
    id = uuid7()
    async with house.db.transaction(purpose="test"):
        await Organisation(id=id, service=house.service, name=name, made_at=clock.now()).save()
    return id


async def _share(phone: Phone, id: str, **wanted: Any) -> None:
    answer = await phone.client.put(f"/api/shares/{id}", json=wanted)
    assert answer.status_code == 200, answer.text


def _add_service(id: UUID):
    later = clock.now().replace(year=2099)  # the first service is the oldest
    yield Query("insert into service (id, made_at, settings) values (?, ?, '{}')", (id, later))


def _everything(table: str, columns: str):
    return (yield Query(f"select {columns} from {table}"))


def _said(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return urlsafe_b64encode(bytes(value)).decode().rstrip("=")
    return str(value)
