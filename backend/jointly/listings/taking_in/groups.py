"""Records that belong together become one listing: a parent with its children, or what stands alone. Pure."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from jointly.content.activities import Activities
from jointly.content.outcodes import Outcodes
from jointly.listings.dates.expanding import WEEKS
from jointly.listings.dates.patterns import runs_days
from jointly.listings.model import Problem, Service, Taken
from jointly.listings.reading.activities import groups_of
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ids import service_id
from jointly.listings.reading.locating import located
from jointly.listings.reading.merging import UPWARDS
from jointly.listings.reading.moments import when_changed
from jointly.listings.reading.openactive import read_series
from jointly.listings.showing import Shown, State
from jointly.listings.taking_in.faults import OfRecord

SESSION = "ScheduledSession"
SKIPPED = frozenset({"Slot", "FacilityUse", "IndividualFacilityUse"})
MOST_LOOKED_AT = 100
"""Children that are read singly to find out whose a fault is."""
STATES: Mapping[str, State] = {"active": "shown", "cancelled": "cancelled", "inactive": "hidden"}


class Row(NamedTuple):
    """A record as deriving needs it. `data` is none for a tombstone."""

    id: UUID
    source: UUID
    key: str
    kind: str
    modified: str
    number: int | None
    gone: bool
    data: str | None
    data_id: str | None
    parent: str | None
    seen_at: datetime
    work: int

    @property
    def group(self) -> str:
        """What its group is called: the parent of a session, else itself."""
        return (self.parent if self.is_child else None) or self.data_id or str(self.id)

    @property
    def is_child(self) -> bool:
        """Whether it is a date of something else."""
        return self.kind == SESSION and self.parent is not None


class Told(NamedTuple):
    """What became of a record, as it was seen at that time. `listings` are those that its group makes or takes away:
    they stay as they are where a record of the group is not as it was seen any more."""

    row: Row
    outcome: str
    problems: tuple[Problem, ...] = ()
    listings: tuple[UUID, ...] = ()


class Derived(NamedTuple):
    """What records became: listings to show, others to take away, and what to keep of each record."""

    shown: list[Shown]
    hidden: list[UUID]
    told: list[Told]

    @property
    def faults(self) -> list[OfRecord]:
        """What is wrong with each record."""
        return [OfRecord(one.row.source, one.row.id, one.row.key, one.problems) for one in self.told]

    def parts(self) -> Iterator["Derived"]:
        """Each group by itself."""
        parts: dict[tuple[UUID, ...] | UUID, list[Told]] = {}
        for one in self.told:
            parts.setdefault(one.listings or one.row.id, []).append(one)
        for told in parts.values():
            ids = set(told[0].listings)
            shown = [one for one in self.shown if one.service.id in ids]
            yield Derived(shown, [id for id in self.hidden if id in ids], told)


class Lists(NamedTuple):
    """Lists of content that listings are looked up in."""

    activities: Activities
    outcodes: Outcodes


def derive_group(name: str, rows: Sequence[Row], facts: Mapping[UUID, FeedFacts], lists: Lists, now) -> Derived:
    """One group of an RPDE dataset. `rows` are all records that are called `name` or have it as their parent, and
    the parents of those; `facts` are those of each source."""
    made = _derive_group(name, rows, facts, lists, now)
    ids = (*made.hidden, *(one.service.id for one in made.shown))
    return made._replace(told=[one._replace(listings=ids) for one in made.told])


def _derive_group(name: str, rows: Sequence[Row], facts: Mapping[UUID, FeedFacts], lists: Lists, now) -> Derived:
    made = Derived([], [], [Told(row, "gone") for row in rows if row.gone])
    here = [row for row in rows if not row.gone]
    empty = [row for row in here if row.data is None]
    made.told.extend(Told(row, "refused") for row in empty)
    members = [row for row in here if row.data is not None and row.group == name]
    children = [row for row in members if row.is_child]
    parents = sorted((row for row in members if not row.is_child), key=_newest, reverse=True)
    dataset = next(iter(facts.values())).dataset
    skipped = [row for row in parents if row.kind in SKIPPED]
    made.told.extend(Told(row, "skipped") for row in skipped)
    parents = [row for row in parents if row.kind not in SKIPPED]
    made.told.extend(Told(row, "refused", (Problem(code="id-doubled", found=name),)) for row in parents[1:])
    parent = parents[0] if parents else None
    hidden = service_id(dataset, name)
    if parent is None and not any(_embeds(row) for row in children):
        made.told.extend(Told(row, "waiting") for row in children)
        made.hidden.append(hidden)
        return made
    lead = parent or children[0]
    above = next((row for row in here if parent and row.data and row.data_id == parent.parent != name), None)
    taken, problems = _read(parent, children, above, facts[lead.source], now)
    used = "used" if taken.service else "skipped" if _is_skipped(taken) else "refused"
    group = [*parents[:1], *children]
    made.told.extend(Told(row, used, tuple(problems.get(row.id, ()))) for row in group)
    if taken.service is None:
        made.hidden.append(hidden)
        return made
    if taken.service.id != hidden:
        made.hidden.append(hidden)
    made.shown.append(as_shown(taken, lead.source, lists, now))
    return made


def refused(row: Row, fault: Exception) -> Told:
    """That nothing can be made of a record, as something went wrong here."""
    problem = Problem(code="reading-failed", found=type(fault).__name__)
    return Told(row, "gone" if row.gone else "refused", () if row.gone else (problem,))


def as_shown(taken: Taken, source: UUID, lists: Lists, now: datetime) -> Shown:
    """What was read as it is to be found: on the map, in its groups."""
    taken = located(taken, lists.outcodes)
    service: Service = taken.service
    return Shown(
        service,
        taken.occurrences,
        source,
        STATES[service.status],
        groups_of(service, lists.activities),
        runs_days(service.schedules),
        now + timedelta(weeks=WEEKS),
    )


def data_of(row: Row) -> Any:
    """What a record holds, with an id that stays where its source gave none. None for what cannot be read."""
    try:
        data = msgspec.json.decode(row.data or "null")
    except (msgspec.MsgspecError, ValueError, RecursionError):
        try:
            data = json.loads(row.data or "null", parse_constant=lambda _: None)
        except (ValueError, RecursionError):
            return None
    if isinstance(data, dict) and row.data_id and row.data_id == f"{row.source} {row.key}":
        return {**data, "@id": row.data_id}
    return data


def _read(
    parent: Row | None, children: Sequence[Row], above: Row | None, feed: FeedFacts, now: datetime
) -> tuple[Taken, dict[UUID, list[Problem]]]:
    """The listing of a group, and whose its faults are."""
    whole = data_of(parent) if parent else None
    if above and isinstance(whole, dict):
        name = next((name for name in UPWARDS if name in whole), UPWARDS[0])
        whole = {**whole, name: data_of(above)}
    sessions = [data_of(child) for child in children]
    changed = max(filter(None, (_changed_at(row) for row in (parent, *children) if row)), default=None)
    taken = read_series(whole, sessions, feed=feed, now=now, changed_at=changed)
    lead = parent or children[0]
    if not taken.problems or not children or (parent is None and len(children) == 1):
        return taken, {lead.id: _with_id(lead, taken.problems)}
    # A fault of one session is told of that session: without its children the parent does not have it.
    first = whole if parent else None
    alone = read_series(first, sessions[:1] if first is None else [], feed=feed, now=now, changed_at=changed)
    own = [problem for problem in taken.problems if problem in alone.problems]
    rest = [problem for problem in taken.problems if problem not in alone.problems]
    told: dict[UUID, list[Problem]] = {lead.id: _with_id(lead, own)}
    for child, session in list(zip(children, sessions, strict=True))[:MOST_LOOKED_AT] if rest else ():
        with_it = read_series(first, [session], feed=feed, now=now, changed_at=changed).problems
        of_child = [problem for problem in with_it if problem in rest]
        if of_child:
            told.setdefault(child.id, []).extend(of_child)
    found = [problem for problems in told.values() for problem in problems]
    told[lead.id].extend(problem for problem in rest if problem not in found)
    return taken, told


def _with_id(row: Row, problems: Sequence[Problem]) -> list[Problem]:
    missing = row.data_id == f"{row.source} {row.key}"
    return [*problems, *([Problem(code="id-missing", found=row.key)] if missing else [])]


def _changed_at(row: Row) -> datetime | None:
    """When the source changed it: as it says, else when it came."""
    return when_changed(row.number if row.number is not None else row.modified) or row.seen_at


def _newest(row: Row) -> tuple:
    return row.number or 0, row.modified, row.key


def _embeds(row: Row) -> bool:
    """Whether a session holds its series, and does not only name it."""
    data = data_of(row)
    found = next((data[name] for name in UPWARDS if name in data), None) if isinstance(data, dict) else None
    found = next((one for one in found if isinstance(one, dict)), None) if isinstance(found, list) else found
    return isinstance(found, dict) and bool(found.keys() - {"@id", "id", "@type", "type", "@context"})


def _is_skipped(taken: Taken) -> bool:
    return any(problem.code == "kind-not-used" for problem in taken.problems)
