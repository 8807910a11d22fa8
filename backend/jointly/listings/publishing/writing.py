"""Units that change what an organisation publishes: they take its row first, and change what is there then.

Two people of one organisation, the jobs and the service's yes wait for each other at that row, so that nobody's change
is lost, and what somebody may change is decided in the transaction that changes it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from uuid import UUID

from msgspec.structs import replace

from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.dates.naming import occurrence_id
from jointly.listings.model import Occurrence, Organisation, Schedule, Service, decode_organisation
from jointly.listings.publishing import units
from jointly.listings.publishing.following import follow
from jointly.listings.publishing.forgetting import remove
from jointly.listings.publishing.making import organisation_of, profile_of
from jointly.listings.publishing.schemas import DateChange, Profile

NOTHING_SAID = Profile(description=None, url=None, email=None, phone=None, charity=None)
Make = Callable[[Organisation, Sequence[Schedule]], Service]


def named(organisation: UUID):
    """Unit: an organisation as its listings name it, and whether the service said yes to it; 404 for none."""
    found = yield from units.profile(organisation)
    if found is None:
        raise Refusal(404, "no-such-organisation")
    name, body, approved_at = found
    profile = profile_of(decode_organisation(body)) if body else NOTHING_SAID
    return organisation_of(organisation, name, profile), approved_at is not None


def put_listing(id: UUID, organisation: UUID, make: Make, now: datetime):
    """Unit: a listing of this organisation is as it is made from now on; an id that is another's is a 404."""
    kept = yield from _held(id, organisation)
    if kept is None:
        yield from _free(id)
        yield from _room(organisation)
    by, _ = yield from named(organisation)
    made = make(by, kept.service.schedules if kept else ())
    if kept is not None:
        yield from follow(made)
    yield from units.put([made], now, by="group")


def confirm(id: UUID, organisation: UUID, now: datetime):
    """Unit: it is still correct."""
    kept = yield from _own(id, organisation)
    yield from units.put([replace(kept.service, checked_at=now)], now, by="group")


def found_right(id: UUID, by: units.By, now: datetime):
    """Unit: somebody who looked found it right; for what is published here that is as good as a "still correct"."""
    kept = yield from units.listing(id)
    if kept is None:
        return
    yield from units.standing([kept.service.organisation.id])
    kept = yield from units.listing(id)
    if kept is not None:
        yield from units.put([replace(kept.service, checked_at=now)], now, by=by)


def take_back(id: UUID, organisation: UUID, before: datetime, now: datetime):
    """Unit: it is as fresh as it was before, and never fresher."""
    kept = yield from _own(id, organisation)
    checked_at = min(before, kept.service.checked_at or before)
    yield from units.put([replace(kept.service, checked_at=checked_at)], now)


def delete(id: UUID, organisation: UUID, now: datetime):
    """Unit: a listing is gone for good."""
    yield from _own(id, organisation)
    yield from remove([id], now)


def change_date(id: UUID, organisation: UUID, start: datetime, change: DateChange, now: datetime):
    """Unit: one date is cancelled, moved or as usual again; 404 for a date that there is not."""
    kept = yield from _own(id, organisation)
    usual, _ = occurrences_of(id, kept.service.schedules, now=now)
    said = yield from units.said_dates(id, now)
    there = next((one for one in usual if one.original_start == start), None) or said.get(start)
    if there is None:
        raise Refusal(404, "no-such-date")
    # Calendars and feeds learn of it by when the listing changed.
    changed = replace(kept.service, changed_at=now)
    if change.change is None:
        yield from units.forget_date(id, start)
        yield from units.put([changed], now)
        return
    moved = change.change == "moved"
    one = Occurrence(
        id=occurrence_id(id, start),
        original_start=start,
        start=change.to_start.astimezone(UTC) if moved else there.start,
        end=change.to_end.astimezone(UTC) if moved else there.end,
        status=change.change,
        explicit=True,
        words=change.words,
    )
    yield from units.put([changed], now, [one])


def _own(id: UUID, organisation: UUID):
    kept = yield from _held(id, organisation)
    if kept is None:
        raise Refusal(404, "no-such-listing")
    return kept


def _held(id: UUID, organisation: UUID):
    """The listing as it is now, none when there is none; 404 for another's as for none: who drafts what is not told."""
    stands = yield from units.standing([organisation])
    if stands.get(organisation) == "ended":
        raise Refusal(404, "no-such-organisation")
    rows = yield Query(
        "select s.kind, l.organisation from listing l join source s on s.id = l.source where l.id = ?", (id,)
    )
    if rows and rows[0] != ("here", organisation):
        raise Refusal(404, "no-such-listing")
    return (yield from units.listing(id)) if rows else None


def _room(organisation: UUID):
    """Makes sure that what an organisation publishes can all be read, and that no sign-in fills the disk with it."""
    [(count,)] = yield Query(
        "select count(*) from listing where organisation = ? and source in (select id from source where kind = 'here')",
        (organisation,),
    )
    if count >= units.MOST:
        raise Refusal(409, "too-many-listings")


def _free(id: UUID):
    """Makes sure that nobody else takes this new id meanwhile: those who write new ones wait for each other.

    Ids of what is read from feeds are made from names (version 5), so whoever knows the name knows the id before the
    feed tells of it: they are no ids for what is published here.
    """
    yield Query("update source set run = run where kind = 'here'")
    taken = yield Query("select id from listing where id = ?", (id,))
    if taken or id.version == 5:
        raise Refusal(404, "no-such-listing")
