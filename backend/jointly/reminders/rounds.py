"""The reminders of staff and of groups: at a time of their own, and only when there is something to look at."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit.db import Query
from jointly.people.house import House
from jointly.reminders.manner import Rounds
from jointly.reminders.reading import CHANGES, Standing
from jointly.reminders.rules.facts import Facts, News, RoundTimes
from jointly.reminders.rules.local import LONDON, time_of, zone_called
from jointly.reminders.rules.planning import Wishes

TO_GROUP = frozenset({"support-send", "support-book"})
"""Notices with which a group hears of somebody new."""


def rounds_of(house: House, person: UUID, rounds: Rounds, news: Sequence[tuple[UUID, str, datetime]]) -> Standing:
    """The wishes of one of the staff, as everybody's are."""
    wishes = Wishes(
        secret=house.index_key.digest(b"rounds" + person.bytes),
        zone=zone_called(rounds.zone),
        kinds=frozenset(rounds.kinds),
        quiet=rounds.quiet and (time_of(rounds.quiet.from_), time_of(rounds.quiet.to)),
    )
    told = tuple(News(str(id), _kind(kind), at) for id, kind, at in news)
    facts = Facts(rounds=RoundTimes(frozenset(rounds.days), time_of(rounds.time)), news=told)
    return Standing(wishes, facts, None, {})


def _kind(notice: str) -> str:
    if notice in CHANGES:
        return "change"
    return "referral" if notice in TO_GROUP else "reply"


def worth(person: UUID, kind: str, now: datetime):
    """Unit: whether there is anything of this kind to look at: for one of the staff referrals that no group answered in
    time, and people or tasks that are due; for a publisher listings to be confirmed."""
    if kind == "confirm":
        rows = yield Query(CONFIRM, (person,))
        return any(checked is None or checked + timedelta(days=days) <= now for checked, days in rows)
    today = now.astimezone(LONDON).date()
    for query in ASKED[kind]:
        if (yield Query(query, (person, today))):
            return True
    return False


_MINE = "select 1 from prescription where owner = ? and next_on <= ? and state"
ASKED = {
    "unanswered": (f"{_MINE} in ('sent', 'seen') limit 1",),
    "due": (
        f"{_MINE} not in ('sent', 'seen', 'closed') limit 1",
        "select 1 from task where owner = ? and due_on <= ? and done_at is null limit 1",
    ),
}
CONFIRM = (
    "select checked_at, runs_days from listing where state = 'shown' and organisation in "
    "(select organisation from person where id = ?) limit 200"
)
