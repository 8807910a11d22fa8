"""The units of the list: a fixed number of statements, however many people are on it.

On PostgreSQL row security shows these rows by a policy of their own: see migration m0006.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.caseload import supporting
from jointly.caseload.supporting import NOBODY, Supports
from jointly.checkins.schemas import CheckIn, OnPathway
from jointly.kit.db import Query
from jointly.people.access import given
from jointly.people.rules import SUPPORT, Actor, access_of
from jointly.plans.goals import Goal
from jointly.record.merged import Sealed
from jointly.record.schemas import Body
from jointly.safety.schemas import Safety

KINDS: dict[str, type[Body]] = {"pathway": OnPathway, "check-in": CheckIn, "goal": Goal, "safety": Safety}
"""The kinds of entry that the list is made from. All of them are shared as `checkins`."""

MOST = 300
"""People on one list."""
SCOPE = "checkins"
_KINDS = ", ".join(f"'{kind}'" for kind in sorted(KINDS))
_COLUMNS = ", ".join(Sealed._fields)


class Sharer(NamedTuple):
    """Somebody who shares check-ins with the reader, lets the team support them, or both: since when, since when they
    share check-ins, their name as it is kept, and whether they let the team support them."""

    person: UUID
    shared_at: datetime
    checkins_at: datetime | None
    called: bytes | None
    supported: bool


class Look(NamedTuple):
    """Who looked at a showing, when, and how often it had been shown by then."""

    by: UUID
    at: datetime
    times: int


class Found(NamedTuple):
    """All that is read for one list, on one snapshot. `more` says that there are more people than it holds."""

    sharers: list[Sharer]
    rows: list[Sealed]
    looked: dict[UUID, Look]
    supports: Supports
    more: bool


def find(actor: Actor, now: datetime):
    """Unit: everybody who shares check-ins with the actor or is supported by the team, with what the list is made
    from. Of more than it holds, it keeps those whom the actor has in hand, then those whom nobody has, then those who
    began to last."""
    sharers = yield from _sharers(actor, now)
    if len(sharers) > MOST:
        sharers = yield from _theirs_first(sharers, actor)
    listed = sharers[:MOST]
    if not listed:
        return Found([], [], {}, NOBODY, False)
    people = padded([one.person for one in listed])
    marks = ", ".join("?" * len(people))
    # The kinds are written out, so that the index of them alone serves: a diary has thousands of other rows.
    versions = yield Query(
        f"select {_COLUMNS} from version where kind in ({_KINDS}) and person in ({marks})",  # nosec B608 # the names are ours, every value is bound
        people,
    )
    looked = yield Query(f"select entry, by, at, times from looked where person in ({marks})", people)  # nosec B608 # the names are ours, every value is bound
    shares_checkins = {one.person for one in listed if one.checkins_at}
    rows = [Sealed(*row) for row in versions if row[0] in shares_checkins]
    # How somebody is supported is for whom they let support them: check-ins alone show nothing of it.
    supported = [one.person for one in listed if one.supported]
    supports = yield from supporting.find(padded(supported), now)
    return Found(listed, rows, {entry: Look(*look) for entry, *look in looked}, supports, len(sharers) > MOST)


def _sharers(actor: Actor, now: datetime):
    """Who lets the actor see check-ins or support them, by a share with the service or by name: no emergency."""
    rows = yield Query(
        "select share.id, share.with_kind, share.with_id, share.scopes, share.may_write, share.ends_at, "
        "share.ended_at, share.given_at, person.id, person.called from share join person on person.id = share.person "
        "where share.with_id in (?, ?) and share.with_kind in ('service', 'person') and share.ended_at is null "
        "and person.service = ? order by share.given_at desc, share.id",
        (actor.service, actor.person, actor.service),
    )
    shares: dict[UUID, list[tuple]] = {}
    for *share, given_at, person, called in rows:
        shares.setdefault(person, []).append((given(*share), given_at, called))
    found = []
    for person, each in shares.items():
        access = access_of(actor, person, [share for share, _, _ in each], now)
        if access and access.as_ == "staff" and access.scopes & {SCOPE, SUPPORT}:
            since = min(given_at for share, given_at, _ in each if share.scopes & {SCOPE, SUPPORT})
            began = [given_at for share, given_at, _ in each if SCOPE in share.scopes]
            checkins_at = min(began) if SCOPE in access.scopes else None
            found.append(Sharer(person, since, checkins_at, each[0][2], SUPPORT in access.scopes))
    return found


def _theirs_first(sharers: list[Sharer], actor: Actor):
    """The same people, in the order in which they are kept."""
    rows = yield Query(
        "select person, owner from referral where service = ? and state <> 'closed' and owner in (?, ?)",
        (actor.service, actor.person, actor.service),
    )
    owners = dict(rows)
    places = {actor.person: 0, actor.service: 1}
    return sorted(sharers, key=lambda one: places.get(owners.get(one.person), 2) if one.supported else 2)


def padded(people: Sequence[UUID]) -> list[UUID]:
    """The last is asked for again up to a power of two, so that few different statements are ever prepared."""
    return [*people, *people[-1:] * ((1 << (len(people) - 1).bit_length()) - len(people))]


def showing(person: UUID, entry: UUID):
    """Unit: every version of one entry about a care card."""
    kept = "person = ? and kind = 'safety' and (id = ? or entry = ?)"
    rows = yield Query(f"select {_COLUMNS} from version where {kept}", (person, entry, entry))  # nosec B608 # the names are ours, every value is bound
    return [Sealed(*row) for row in rows]


def whose_showing(entry: UUID):
    """Unit: whose entry about a care card this is; none when it is none, or its owner shares nothing here."""
    rows = yield Query("select person from version where id = ? and kind = 'safety' and entry is null", (entry,))
    return rows[0][0] if rows else None
