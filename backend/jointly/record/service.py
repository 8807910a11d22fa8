"""Verbs: seal versions and keep them in a person's feed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from jointly.kit.db import ConstraintBroken, stored
from jointly.kit.sealing import SealingKey
from jointly.people.house import House
from jointly.record import keeping
from jointly.record.keeping import Author, Kept, Prepared, place_of
from jointly.record.schemas import NewVersion


def prepare(
    key: SealingKey, person: UUID, index: int, version: NewVersion, corrected_at: datetime | None, body: bytes | None
) -> Prepared:
    """Seals a checked version for its place. `body` is its canonical JSON, or none for a deletion."""
    id = stored(version.id)
    entry = stored(version.entry) if version.entry else None
    sealed = None if body is None else key.seal(body, place_of(person, entry, id))
    return Prepared(index, id, entry, version, corrected_at, body, sealed)


async def keep(house: House, *, author: Author, batch: Sequence[Prepared], received_at: datetime) -> Kept:
    """Keeps a batch in one transaction: new versions get the next numbers, a version kept before keeps its own.

    Raises `Gone` when the person was erased.
    Each stands alone: refusal codes are `id-reused` (the id has other content), `not-yours` (the id is somebody
    else's) and `other-kind` (an entry cannot change its kind).
    """
    check = any(item.entry for item in batch)
    who = {"actor": author.session.person, "subject": author.person, "purpose": "sync"}
    sent = keeping.Sent(author, batch, received_at, house.audit_key, check)
    if not check:
        try:
            return await house.db.run(keeping.keep, sent, **who)
        except ConstraintBroken:
            pass
    # An id is there already: some of this was sent before, or is somebody else's. That is rare, and looking for it
    # each time would take longer than all the rest.
    try:
        return await house.db.run(keeping.keep, sent._replace(check=True), **who)
    except ConstraintBroken:
        return await _keep_the_rest(house, sent._replace(check=True), who)


async def _keep_the_rest(house: House, sent: keeping.Sent, who: dict) -> Kept:
    """Keeps a batch with ids that are taken by rows which row security does not show: they are somebody else's.

    Which ones is found by halves, in one transaction that has the feed's row from the start.
    """
    async with house.db.transaction(**who):
        found = await house.db.run(keeping.keep, sent._replace(batch=()), **who)
        waiting = [sent.batch]
        while waiting:
            part = waiting.pop()
            try:
                kept = await house.db.run(keeping.keep, sent._replace(batch=part), **who)
            except ConstraintBroken:
                if len(part) == 1:
                    found.refused[part[0].index] = "not-yours"
                else:
                    middle = len(part) // 2
                    waiting += [part[middle:], part[:middle]]
            else:
                found.numbers.update(kept.numbers)
                found.refused.update(kept.refused)
                found = replace(found, head=kept.head)
    return found
