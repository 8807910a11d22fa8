"""Units about single dates and reports of listings that are published here, or anywhere."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.errors import Refusal

MOST = 200
"""Reports on one list."""
MOST_OPEN = 20
"""Reports of one listing by the public that wait for an answer: who reads 20 knows."""
ANSWERED, UNANSWERED = timedelta(days=90), timedelta(days=366)
"""For so long words that somebody wrote about a listing are kept."""


def next_dates(listings: Sequence[UUID], now: datetime):
    """Unit: the next date of each that is not cancelled."""
    if not listings:
        return {}
    rows = yield Query(
        f"select listing, start from dated where listing in ({_marks(listings)}) and start >= ? "  # nosec B608 # every value is bound
        "and status <> 'cancelled' order by start desc",
        (*listings, now),
    )
    return dict(rows)


def open_reports(listings: Sequence[UUID]):
    """Unit: how many reports of each nobody has answered."""
    if not listings:
        return {}
    rows = yield Query(
        f"select listing, count(*) from report where listing in ({_marks(listings)}) and answered_at is null "  # nosec B608 # every value is bound
        "group by listing",
        tuple(listings),
    )
    return dict(rows)


def add(row: tuple):
    """Unit: keeps a report of a listing that people can find; gives whether it did, once or again.

    Of one listing the public's word is kept so many times until somebody answers: a 409 says that it is known.
    """
    id, listing, staff = row[0], row[1], row[5]
    there = yield Query("select id from listing where id = ? and state in ('shown', 'cancelled')", (listing,))
    if not there:
        return False
    known = yield Query("select id from report where id = ?", (id,))
    if known:
        return True
    if staff is None:
        [(count,)] = yield Query(
            "select count(*) from report where listing = ? and staff is null and answered_at is null", (listing,)
        )
        if count >= MOST_OPEN:
            raise Refusal(409, "known-already")
    yield Query(
        "insert into report (id, listing, what, happened_on, words, staff, made_at) values (?, ?, ?, ?, ?, ?, ?) "
        "on conflict (id) do nothing",
        row,
    )
    return True


def forget(now: datetime):
    """Unit: reports that were answered long ago, those that nobody answered for longer, and those of what is not there
    any more are kept no longer; gives how many."""
    rows = yield Query(
        "delete from report where answered_at < ? or made_at < ? "
        "or not exists (select 1 from listing where listing.id = report.listing) returning id",
        (now - ANSWERED, now - UNANSWERED),
    )
    return len(rows)


def reports_of(organisation: UUID | None, service: UUID):
    """Unit: reports about what an organisation runs, or about all that a service answers for when none is given; those
    to answer first."""
    mine, value = _of(organisation, service)
    rows = yield Query(
        "select r.id, r.listing, l.name, l.card, r.what, r.happened_on, r.words, r.staff, r.made_at, r.answered_at, "  # nosec B608 # every value is bound
        "r.answer "
        f"from report r join listing l on l.id = r.listing where {mine} "
        f"order by r.answered_at is not null, r.made_at desc limit {MOST}",
        (value,),
    )
    return rows


def to_look_at(organisation: UUID | None, service: UUID):
    """Unit: how many reports nobody has answered, about what an organisation runs or a service answers for."""
    mine, value = _of(organisation, service)
    [(count,)] = yield Query(
        f"select count(*) from report r join listing l on l.id = r.listing where r.answered_at is null and {mine}",  # nosec B608 # every value is bound
        (value,),
    )
    return count


def answer(id: UUID, organisation: UUID | None, service: UUID, said: str, now: datetime):
    """Unit: a report is answered by whoever runs it, or by the service; gives the listing, none when there was nothing
    to answer."""
    mine, value = _of(organisation, service)
    rows = yield Query(
        "update report set answered_at = ?, answer = ? where id = ? and answered_at is null "  # nosec B608 # every value is bound
        f"and listing in (select l.id from listing l where {mine}) returning listing",
        (now, said, id, value),
    )
    return rows[0][0] if rows else None


def _of(organisation: UUID | None, service: UUID) -> tuple[str, UUID]:
    """What limits `listing l` to those of an organisation, or to what a service answers for, with its one value.

    Services may share a database. Each answers for its own organisations, and all for what is read from feeds.
    """
    if organisation:
        return "l.organisation = ?", organisation
    return "not exists (select 1 from organisation o where o.id = l.organisation and o.service <> ?)", service


def _marks(ids: Sequence[UUID]) -> str:
    return ", ".join("?" * len(ids))
