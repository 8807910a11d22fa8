"""Units that put listings where they are found, and take them away: the same for what is read and what is published.

Everything derived of one listing is written in the transaction that changes it: its row, its dates and what searches
read are never out of step.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.kit.ids import uuid7
from jointly.listings.cards import card_of, encode_card
from jointly.listings.facets import facets_of
from jointly.listings.finding.rows import rows_of, words_of
from jointly.listings.finding.words import vocabulary_of
from jointly.listings.model import Occurrence, Service, encode

State = Literal["shown", "waiting", "hidden", "unread", "cancelled", "gone"]
TOGETHER = 200
"""Listings written with one statement a table."""
UPSERT = (
    "insert into listing (id, source, organisation, kind, name, state, body, card, made_at, changed_at, checked_at, "
    "checked_by, runs_days, expanded_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "on conflict (id) do update set source = excluded.source, organisation = excluded.organisation, "
    "kind = excluded.kind, name = excluded.name, state = excluded.state, body = excluded.body, card = excluded.card, "
    "changed_at = excluded.changed_at, checked_at = excluded.checked_at, checked_by = excluded.checked_by, "
    "runs_days = excluded.runs_days, expanded_until = excluded.expanded_until"
)
DATE = (
    "insert into dated (id, listing, original_start, start, status, explicit, body) values (?, ?, ?, ?, ?, ?, ?) "
    "on conflict (id) do update set start = excluded.start, status = excluded.status, explicit = excluded.explicit, "
    "body = excluded.body"
)
FIND = (
    "insert into find (id, listing, day, lat, lon, facets, minute, next_at, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Shown(NamedTuple):
    """A listing as it is to be found. `groups` are the groups of its activities; `until` how far its dates go."""

    service: Service
    occurrences: tuple[Occurrence, ...]
    source: UUID
    state: State
    groups: tuple[str, ...]
    runs_days: int
    until: datetime | None
    checked_by: Literal["group", "worker"] | None = None


def show(listings: Sequence[Shown], now: datetime):
    """Unit: these listings are found as they are given from now on. Dates that have begun stay as they were."""
    for start in range(0, len(listings), TOGETHER):
        yield from _show(listings[start : start + TOGETHER], now)


def hide(listings: Sequence[UUID], state: State):
    """Unit: these are found no more; what is known of them stays."""
    for start in range(0, len(listings), TOGETHER):
        some = listings[start : start + TOGETHER]
        marks = ", ".join("?" * len(some))
        yield Query(f"update listing set state = ? where id in ({marks})", (state, *some))  # nosec B608 # every value is bound
        yield Query(f"delete from find where listing in ({marks})", tuple(some))  # nosec B608 # every value is bound


def _show(listings: Sequence[Shown], now: datetime):
    listings = yield from _without_others(listings)
    if not listings:
        return
    ids = [one.service.id for one in listings]
    marks = ", ".join("?" * len(ids))
    yield Query(f"delete from find where listing in ({marks})", tuple(ids))  # nosec B608 # every value is bound
    yield Query(f"delete from dated where listing in ({marks}) and start >= ?", (*ids, now))  # nosec B608 # every value is bound
    facets = [facets_of(one.service, one.groups) for one in listings]
    yield Many(UPSERT, [_row(one, bits, now) for one, bits in zip(listings, facets, strict=True)])
    yield Many(DATE, [_date(one, date) for one in listings for date in one.occurrences])
    finds = [
        (uuid7(), one.service.id, row.day, row.lat, row.lon, bits, row.minute, row.next_at, words)
        for one, bits in zip(listings, facets, strict=True)
        if one.state == "shown"
        for words in (words_of(one.service),)
        for row in rows_of(one.service, one.occurrences, now)
    ]
    yield Many(FIND, finds)
    words = sorted(vocabulary_of(row[-1] for row in finds))
    yield Many(
        "insert into word (word, count) values (?, 1) on conflict (word) do update set count = 1 where word.count = 0",
        [(word,) for word in words],
    )


def _without_others(listings: Sequence[Shown]):
    """Those whose id no other dataset has: a listing may move between the feeds of one dataset, and to no other."""
    marks = ", ".join("?" * len(listings))
    kept = yield Query(
        f"select l.id, l.source, s.dataset from listing l join source s on s.id = l.source where l.id in ({marks})",  # nosec B608 # every value is bound
        tuple(one.service.id for one in listings),
    )
    before = {id: (source, dataset) for id, source, dataset in kept}
    datasets: dict[UUID, UUID] = dict(before.values())
    for source in {one.source for one in listings} - set(datasets) if before else ():
        found = yield Query("select id, dataset from source where id = ?", (source,))
        datasets |= dict(found)
    return [
        one for one in listings if one.service.id not in before or before[one.service.id][1] == datasets.get(one.source)
    ]


def _row(one: Shown, facets: int, now: datetime) -> tuple:
    service = one.service
    card = card_of(
        service,
        one.occurrences,
        source=one.source,
        facets=facets,
        runs_days=one.runs_days,
        now=now,
        checked_by=one.checked_by,
    )
    return (
        service.id,
        one.source,
        service.organisation.id,
        service.kind,
        service.name[:200],
        one.state,
        encode(service),
        encode_card(card).decode(),
        now,
        service.changed_at,
        service.checked_at,
        one.checked_by,
        one.runs_days,
        one.until and one.until.date(),
    )


def _date(one: Shown, date: Occurrence) -> tuple:
    return date.id, one.service.id, date.original_start, date.start, date.status, date.explicit, encode(date)
