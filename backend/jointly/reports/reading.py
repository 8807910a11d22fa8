"""The units that read what is counted, of one quarter and one service. Nothing of it leaves this room as it is."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from jointly.kit.db import Query
from jointly.people.rules import ABOUT
from jointly.reports.counting import Episode, Sending
from jointly.reports.quarters import ZONE

CHECKINS = "checkins"


AboutRow = tuple[UUID, UUID | None, UUID, bytes | None]
"""The last version of what somebody says of themselves: person, entry, id, and what is sealed; none when they took it
back. Rows stay plain tuples here: there are some ten thousands of them."""
CheckInRow = tuple[UUID, int, UUID, UUID | None, UUID | None, str, str, bytes | None]
"""A version of a check-in: person, number, id, entry, previous, kind, time, and what is sealed."""


def first_on(service: UUID):
    """Unit: the first day of which there is anything, a referral or a figure; none when there is nothing."""
    came = yield Query(
        "select received_at from referral where service = ? order by received_at limit 1",
        (service,),
    )
    kept = yield Query("select quarter from figure where service = ? order by quarter limit 1", (service,))
    days = [*(at.astimezone(ZONE).date() for (at,) in came), *(day for (day,) in kept)]
    return min(days, default=None)


def episodes(service: UUID, begins: datetime, ends: datetime):
    """Unit: the referrals that came between two moments, without those that were one with another."""
    rows = yield Query(
        "select id, person, received_at, first_contact_at, accepted_at from referral where service = ? "
        "and received_at >= ? and received_at < ? and (outcome is null or outcome <> 'merged')",
        (service, begins, ends),
    )
    been = yield Query(
        "select referral, first_been_at, last_been_at from prescription where service = ? and kind = 'activity' "
        "and first_been_at >= ? and referral in "
        "(select id from referral where service = ? and received_at >= ? and received_at < ?)",
        (service, begins, service, begins, ends),
    )
    visits: dict[UUID, tuple[datetime, datetime]] = {}
    for referral, *both in been:
        first, last = visits.get(referral, both)
        visits[referral] = (min(first, both[0]), max(last, both[1]))
    return [Episode(*row, *visits.get(row[0], (None, None))) for row in rows]


def signposted(service: UUID, begins: datetime, ends: datetime):
    """Unit: of each signpost that was given between two moments, to whom."""
    rows = yield Query(
        "select person from step where service = ? and kind = 'signpost' and at >= ? and at < ?",
        (service, begins, ends),
    )
    return [person for (person,) in rows]


def sendings(service: UUID, begins: datetime, ends: datetime):
    """Unit: the activities that organisations were told of between two moments."""
    rows = yield Query(
        "select organisation, sent_at, answered_at, closed_at from prescription where service = ? "
        "and sent_at >= ? and sent_at < ? and organisation is not null",
        (service, begins, ends),
    )
    return [Sending(*row) for row in rows]


def endings(service: UUID, begins: datetime, ends: datetime):
    """Unit: how the referrals ended that were closed between two moments, without those that were one with another."""
    rows = yield Query(
        "select outcome from referral where service = ? and closed_at >= ? and closed_at < ? "
        "and outcome is not null and outcome <> 'merged'",
        (service, begins, ends),
    )
    return [outcome for (outcome,) in rows]


_SHARING = (
    "(select person from share where with_kind = 'service' and with_id = ? and ended_at is null "
    "and (ends_at is null or ends_at > ?) and ' ' || scopes || ' ' like ?)"
)


def abouts(service: UUID, now: datetime):
    """Unit: what everybody says of themselves who lets the service know it, by person."""
    rows = yield Query(
        f"select person, entry, id, sealed from version where kind = 'about' and person in {_SHARING} order by number",  # nosec B608 # the names are ours, every value is bound
        (service, now, f"% {ABOUT} %"),
    )
    return {row[0]: row for row in rows}


def check_ins(service: UUID, now: datetime):
    """Unit: every version of the check-ins of those who were referred and let the service see them."""
    rows = yield Query(
        "select person, number, id, entry, previous, kind, at, sealed from version where kind = 'check-in' "  # nosec B608 # the names are ours, every value is bound
        f"and person in {_SHARING} and person in (select person from referral where service = ?)",
        (service, now, f"% {CHECKINS} %", service),
    )
    return rows


def placed(service: UUID, quarter: date):
    """Unit: in which categories the referrals of a quarter were counted before."""
    rows = yield Query(
        "select referral, person, sealed from placed where service = ? and quarter = ?", (service, quarter)
    )
    return {referral: (person, sealed) for referral, person, sealed in rows}


def figures(service: UUID, since: date):
    """Unit: the figures that are kept, by quarter and name."""
    rows = yield Query("select quarter, name, body from figure where service = ? and quarter >= ?", (service, since))
    return {(quarter, name): body for quarter, name, body in rows}


def called(organisations: Iterable[UUID]):
    """Unit: what organisations are called."""
    found = {}
    for one in organisations:
        rows = yield Query("select name from organisation where id = ?", (one,))
        found |= {str(one): name for (name,) in rows}
    return found
