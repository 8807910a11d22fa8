"""Wishes and facts out of somebody's record, or, for staff, out of what they set here."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, TypeVar
from uuid import UUID

from jointly.checkins.rules import windows_of
from jointly.checkins.schemas import CheckIn
from jointly.checkins.schemas import OnPathway as PathwayEntry
from jointly.content.pathway_models import PathwayFacts
from jointly.diary.schemas import Exercise, Pain
from jointly.kit.db import Query
from jointly.kit.sealing import SealingKey
from jointly.notices import units as notices
from jointly.plans.schemas import BadDay, Plan
from jointly.prescribing.entries import Prescribed
from jointly.record.merged import Read, Sealed, read
from jointly.record.schemas import Body
from jointly.reminders.entries import OwnDate, Reminding
from jointly.reminders.rules.facts import Facts, News, OnPathway, OwnDay, Times, Visit
from jointly.reminders.rules.local import time_of, zone_called
from jointly.reminders.rules.planning import NEWS_FOR, Wishes
from jointly.reminders.rules.slots import secret_of

B = TypeVar("B", bound=Body)
KEPT: dict[str, type[Body]] = {
    "reminding": Reminding,
    "own-date": OwnDate,
    "plan": Plan,
    "pathway": PathwayEntry,
    "check-in": CheckIn,
    "prescription": Prescribed,
}
"""Kinds of which all entries matter, however old."""
RECENT: dict[str, type[Body]] = {"exercise": Exercise, "pain": Pain, "bad-day": BadDay}
"""Kinds of which only those of the last days matter."""
DAYS_BACK = timedelta(days=2)
_ALL, _NEW = (", ".join(f"'{kind}'" for kind in kinds) for kinds in (KEPT, RECENT))
_COLUMNS = ", ".join(Sealed._fields)
CHANGES = frozenset({"support-off", "support-on"})
"""Notices that something booked is off, or on after all."""


class Record(NamedTuple):
    """What of a record matters here: the number of its feed, its sealed versions, and what its person has not seen."""

    number: int
    rows: list[Sealed]
    news: list[tuple[UUID, str, datetime]]


class Standing(NamedTuple):
    """Wishes and facts as they stand. `wishes` are none for who never turned reminders on. `entry` is the wishes' own
    entry, and `names` are what visits and dates are called, by the id of their entry."""

    wishes: Wishes | None
    facts: Facts
    entry: Reminding | None
    names: Mapping[str, str]


def record_of(person: UUID, now: datetime):
    """Unit: what a plan is made from, on one snapshot."""
    found = yield Query("select number from feed where person = ?", (person,))
    since = (now - DAYS_BACK - timedelta(days=1)).date().isoformat()
    rows = yield Query(
        f"select {_COLUMNS} from version where person = ? and (kind in ({_ALL}) or (kind in ({_NEW}) and at >= ?))",  # nosec B608 # the names are ours, every value is bound
        (person, since),
    )
    news = yield from notices.unseen(person, now - NEWS_FOR)
    return Record(found[0][0] if found else 0, [Sealed(*row) for row in rows], news)


def standing_of(record: Record, key: SealingKey, pathways: Mapping[str, PathwayFacts], now: datetime) -> Standing:
    """What a record says. An entry that cannot be read is passed over, as it is everywhere."""
    entries = read(record.rows, key, KEPT | RECENT)
    wished = _newest(entries, Reminding)
    names = {str(one.id): one.body.name for one in entries if isinstance(one.body, Prescribed)}
    names |= {str(one.id): one.body.what for one in entries if isinstance(one.body, OwnDate)}
    facts = _facts(entries, record.news, pathways, now)
    return Standing(wished and wishes_of(wished), facts, wished, names)


def wishes_of(entry: Reminding) -> Wishes:
    """The wishes that an entry states."""
    return Wishes(
        secret=secret_of(entry.key),
        zone=zone_called(entry.zone),
        kinds=frozenset(entry.kinds),
        week=entry.week and (entry.week.day, time_of(entry.week.time)),
        quiet=entry.quiet and (time_of(entry.quiet.from_), time_of(entry.quiet.to)),
        paused_until=entry.paused_until,
    )


def _of(entries: Sequence[Read], kind: type[B]) -> list[tuple[Read, B]]:
    return [(one, one.body) for one in entries if isinstance(one.body, kind)]


def _newest(entries: Sequence[Read], kind: type[B]) -> B | None:
    """The one that was written last: of two phones that both began, the later counts."""
    return max(
        _of(entries, kind), key=lambda one: (datetime.fromisoformat(one[0].at), one[0].id), default=(None, None)
    )[1]


def _facts(
    entries: Sequence[Read],
    news: Sequence[tuple[UUID, str, datetime]],
    pathways: Mapping[str, PathwayFacts],
    now: datetime,
) -> Facts:
    plan = _newest(entries, Plan)
    exercised: dict[date, list[time]] = {}
    for one, _ in _of(entries, Exercise):
        exercised.setdefault(one.day, []).append(time_of(one.at[11:16]))
    said = {one.day for one, _ in _of(entries, Pain)} | {body.on for _, body in _of(entries, CheckIn)}
    return Facts(
        times=plan and _times(plan),
        bad_days=frozenset(body.on for _, body in _of(entries, BadDay)),
        exercised={day: tuple(times) for day, times in exercised.items()},
        pathways=tuple(_pathways(entries, pathways)),
        visits=tuple(_visits(entries, now)),
        own_days=tuple(
            OwnDay(str(one.id), body.on, time_of(body.at) if body.at else None) for one, body in _of(entries, OwnDate)
        ),
        told_how_it_was=frozenset(said),
        news=tuple(News(str(id), "change" if kind in CHANGES else "reply", at) for id, kind, at in news),
    )


def _times(plan: Plan) -> Times:
    days = {day: tuple(time_of(at) for at in times) for day, times in plan.days.items()}
    paused = plan.paused
    return Times(days, plan.started_on, paused and paused.from_, paused and paused.until)


def _pathways(entries: Sequence[Read], pathways: Mapping[str, PathwayFacts]) -> Iterator[OnPathway]:
    done: dict[str, set[str]] = {}
    for _, body in _of(entries, CheckIn):
        if body.state == "done":
            done.setdefault(body.pathway, set()).add(body.contact)
    for _, body in _of(entries, PathwayEntry):
        if known := pathways.get(body.pathway):
            ended = body.ended.on if body.ended else None
            contacts = frozenset(done.get(body.pathway, ()))
            yield OnPathway(body.pathway, windows_of(known, body.variant), body.started_on, ended, contacts)


def _visits(entries: Sequence[Read], now: datetime) -> Iterator[Visit]:
    for one, body in _of(entries, Prescribed):
        if body.state == "booked" and body.start and (start := datetime.fromisoformat(body.start)) > now:
            yield Visit(str(one.id), start.astimezone(UTC))
