"""Units of publishing: what an organisation says, and everything derived of it, in one transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from msgspec.structs import replace

from jointly.kit.db import Query
from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.dates.patterns import runs_days
from jointly.listings.giving_out.feeding import SHOWN, Given, feed_items, has_run
from jointly.listings.model import Occurrence, Organisation, Service, decode_occurrence, decode_service, encode
from jointly.listings.publishing.making import OWN_GROUPS
from jointly.listings.rules import Checked, freshness
from jointly.listings.showing import Shown, State, show

MOST = 500
"""Listings of one organisation."""
Stands = Literal["approved", "ended"]
By = Literal["group", "worker"]
"""Who found a listing right: whoever runs it, or somebody who works for the service."""


class Kept(NamedTuple):
    """A listing as it is kept."""

    service: Service
    state: State
    checked_at: datetime | None
    runs_days: int


def own_source(id: UUID, service: UUID, now: datetime):
    """Unit: makes sure of the source that stands for this service itself.

    Its id and its address are both unique: of two who make it at once the second may meet either.
    """
    yield Query(
        "insert into source (id, kind, url, dataset, name, publisher, added_at, state, run, fails, pages, items) "
        "values (?, 'here', ?, ?, '', '', ?, 'here', 1, 0, 0, 0) on conflict do nothing",
        (id, f"here:{service}", id, now),
    )


def profile(organisation: UUID):
    """Unit: an organisation's name, its public side and since when it is approved."""
    rows = yield Query(
        "select o.name, p.body, p.approved_at from organisation o left join publisher p on p.organisation = o.id "
        "where o.id = ? and o.ended_at is null",
        (organisation,),
    )
    return rows[0] if rows else None


def keep_profile(organisation: Organisation, now: datetime):
    """Unit: the public side; every listing of the organisation says the same from then on, and has changed with it."""
    yield from standing([organisation.id])
    yield Query(
        "insert into publisher (organisation, body, changed_at) values (?, ?, ?) on conflict (organisation) "
        "do update set body = excluded.body, changed_at = excluded.changed_at",
        (organisation.id, encode(organisation), now),
    )
    kept = yield from listings_of(organisation.id)
    said = [one.service for one in kept if one.service.organisation != organisation]
    yield from put([replace(one, organisation=organisation, changed_at=now) for one in said], now)


def listings_of(organisation: UUID):
    """Unit: what an organisation publishes here, newest first."""
    rows = yield Query(
        "select body, state, checked_at, runs_days from listing where organisation = ? "
        "and source in (select id from source where kind = 'here') order by made_at desc, id limit ?",
        (organisation, MOST),
    )
    return [Kept(decode_service(body), *rest) for body, *rest in rows]


def listing(id: UUID):
    """Unit: one that is published here; none when there is none."""
    rows = yield Query(
        "select body, state, checked_at, runs_days from listing where id = ? "
        "and source in (select id from source where kind = 'here')",
        (id,),
    )
    return Kept(decode_service(rows[0][0]), *rows[0][1:]) if rows else None


def put(services: Sequence[Service], now: datetime, changes: Iterable[Occurrence] = (), by: By | None = None):
    """Unit: listings as they are from now on, with their dates; what was said of single dates stays.

    `changes` are dates that are said anew; they belong to the one listing that is given then. `by` says who found these
    listings right now; without it that stays as it was.
    """
    if not services:
        return
    organisations = sorted({one.organisation.id for one in services})
    stands = yield from standing(organisations)
    sources = yield from _sources(organisations)
    before = yield from _before([one.id for one in services])
    shown, given = [], []
    for service in services:
        said = yield from said_dates(service.id, now)
        said |= {one.original_start: one for one in changes}
        dates, _ = occurrences_of(service.id, service.schedules, now=now, explicit=said.values())
        near = {one.original_start for one in dates}
        # A date that was moved beyond what is shown stays said, or it would be as usual again.
        dates += [one for start, one in said.items() if start not in near and one.start > now]
        every = runs_days(service.schedules)
        state = state_of(service, dates, stands=stands.get(service.organisation.id), every=every, now=now)
        was, checked_by = before.get(service.id, (None, None))
        if state in SHOWN and was not in SHOWN:
            # Who asks for what has changed since last time has not seen it yet.
            service = replace(service, changed_at=max(now, service.changed_at))
        groups = tuple(concept.id for concept in service.topics if concept.scheme == OWN_GROUPS)
        checked_by = by or checked_by or "group"
        shown.append(
            Shown(service, tuple(dates), sources[service.organisation.id], state, groups, every, None, checked_by)
        )
        given.append(Given(service, state, tuple(said.values())))
    yield from show(shown, now)
    yield from feed_items(given, now)


def _sources(organisations: Sequence[UUID]):
    """Unit: of each organisation the source that stands for its own service; a database may be two services'."""
    marks = ", ".join("?" * len(organisations))
    rows = yield Query(
        "select o.id, s.id from organisation o join source s on s.url = 'here:' || cast(o.service as text) "  # nosec B608 # every value is bound
        f"where o.id in ({marks})",
        tuple(organisations),
    )
    return dict(rows)


def state_of(
    service: Service, dates: Iterable[Occurrence], *, stands: Stands | None, every: int, now: datetime
) -> State:
    """Whether it is found: it is published and not over, its organisation is approved and works with the service, and
    somebody said lately that it is right. `dates` are those to come."""
    if stands == "ended":
        return "gone"
    if service.status == "inactive" or has_run(service, dates, now):
        return "hidden"
    if stands != "approved":
        return "waiting"
    stale = service.checked_at and freshness(Checked(service.checked_at, True, every), now) == "hidden"
    return "hidden" if stale else "cancelled" if service.status == "cancelled" else "shown"


def forget_date(listing: UUID, original_start: datetime):
    """Unit: what was said of one date is taken back: it is as the others again."""
    yield Query("delete from dated where listing = ? and original_start = ?", (listing, original_start))


def said_dates(listing: UUID, now: datetime):
    """Unit: what was said of single dates to come, by the start that each would have had."""
    rows = yield Query(
        "select body from dated where listing = ? and explicit = ? and (start >= ? or original_start >= ?)",
        (listing, True, now, now),
    )
    dates = (decode_occurrence(body) for (body,) in rows)
    return {one.original_start: one for one in dates}


def standing(organisations: Sequence[UUID]):
    """Unit: how these organisations stand with the service; takes their rows, so that none ends meanwhile.

    Whoever takes rows of listings too takes them after these.
    """
    if not organisations:
        return {}
    marks = ", ".join("?" * len(organisations))
    rows = yield Query(
        f"update organisation set ended_at = ended_at where id in ({marks}) returning id, ended_at",  # nosec B608 # every value is bound
        tuple(organisations),
    )
    approved = yield Query(
        f"select organisation from publisher where approved_at is not null and organisation in ({marks})",  # nosec B608 # every value is bound
        tuple(organisations),
    )
    found: dict[UUID, Stands] = {id: "approved" for (id,) in approved}
    return found | {id: "ended" for id, ended_at in rows if ended_at}


def _before(ids: Sequence[UUID]):
    """The state of each that there is, and who found it right last."""
    marks = ", ".join("?" * len(ids))
    rows = yield Query(f"select id, state, checked_by from listing where id in ({marks})", tuple(ids))  # nosec B608 # every value is bound
    return {id: (state, checked_by) for id, state, checked_by in rows}
