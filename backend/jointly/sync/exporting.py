"""Verbs: all that is held of a person, given to themselves."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec
from pydantic import BaseModel

from jointly.kit import clock
from jointly.people import audit, holdings, setup, sharing
from jointly.people.access import need
from jointly.people.access_log import access_log
from jointly.people.house import House
from jointly.people.names import name_of, names
from jointly.people.vault import Session
from jointly.prescribing import own
from jointly.record import reading
from jointly.record.schemas import Row
from jointly.reminders import service as reminders
from jointly.sync.kinds import view_of

AT_ONCE = 2
"""Exports that one process makes at a time: each holds a whole record in memory, some 50 MB for ten full years."""
_turn = asyncio.Semaphore(AT_ONCE)

By = Mapping[UUID, str]


class Held(msgspec.Struct, frozen=True):
    """A person's record: the versions of each entry in the order of their numbers, and what those who wrote are called.

    `called` is what the person themselves is called.
    """

    entries: dict[UUID, list[Row]]
    by: dict[UUID, str]
    called: str | None


async def everything(house: House, *, session: Session, left_out: str) -> bytes:
    """All that is held of whoever is signed in, as JSON: who they are, how they sign in, shares, who looked, their
    social prescribing record, and every entry with all its versions, who wrote each and how. `left_out` says in words
    what of the social prescribing record their team decides about."""
    async with _turn:
        held = await record_of(house, session=session, what="json")
        document = {
            "made_at": clock.rfc3339(clock.now()),
            "service": (await setup.present(house)).name,
            "person": {"id": session.person, "called": held.called, "role": session.role}
            | await holdings.who_is_held(house, session=session),
            **await holdings.ways_in(house, session=session),
            "shares_given": await sharing.all_given(house, session=session),
            "shares_received": await sharing.received(house, session=session),
            "read_by": await holdings.who_read(house, session=session),
            "access_log": await _whole_log(house, session),
            "reminders": await reminders.held(house, session=session),
            "support": {"left_out": left_out} | await own.held(house, session=session),
            "names": held.by,
            "entries": [
                {"id": id, "kind": versions[0].kind, "versions": versions} for id, versions in held.entries.items()
            ],
        }
        return await asyncio.to_thread(msgspec.json.encode, document, enc_hook=_plain)


async def record_of(house: House, *, session: Session, what: str) -> Held:
    """The whole record of whoever is signed in. That it was exported, and as what, is noted before it is given."""
    person = session.person
    access = await need(house, session=session, subject=person)
    view = view_of(access)
    assert view, "one's own record is open to oneself"  # nosec B101 # and without a view, nothing is read
    key = await house.vault.key(person)
    entries: defaultdict[UUID, list[Row]] = defaultdict(list)
    after, more, count = 0, True, 0
    while more:
        page = await reading.page(house, key, session=session, access=access, view=view, after=after, skip=set())
        for row in page.rows:
            entries[row.entry or row.id].append(row)
        after, more, count = page.number, page.more, count + len(page.rows)
    event = audit.did(session, "exported", chain=person, subject=person, what=[what], count=count, purpose="export")
    await audit.keep(house, event)
    others = {row.by for versions in entries.values() for row in versions} - {person}
    called = await name_of(house, person)
    by = await names(house, others)
    return Held(dict(entries), by | ({person: called} if called else {}), called)


async def _whole_log(house: House, session: Session) -> list[BaseModel]:
    found: list[BaseModel] = []
    before, more = None, True
    while more:
        page = await access_log(house, session=session, before=before, routine=True)
        found += page.rows
        before, more = (page.rows[-1].number if page.rows else None), page.more
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise NotImplementedError(type(value).__name__)
