"""From records to listings, a batch at a time: only from what is kept, so that doing it again gives the same rows."""

import asyncio
import logging
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jointly.listings.model import Problem, Taken
from jointly.listings.reading import ical, oruk, oruk1
from jointly.listings.reading.ids import service_id
from jointly.listings.taking_in import deriving_units as units
from jointly.listings.taking_in.groups import Derived, Lists, Row, Told, as_shown, data_of, derive_group, refused
from jointly.listings.taking_in.intake import PURPOSE, Intake, Look
from jointly.listings.taking_in.pinning import pinned
from jointly.listings.taking_in.sources import Source, sources

log = logging.getLogger("jointly")

BATCH = 400
"""Records that are looked for at once; their groups are made one after the other."""
GROUPS = 25
ROWS = 1_500
"""Groups that are made together, and children that those have together: what is held in memory at once."""
MOST_CHILDREN = 3_000
"""Of one parent."""
AGAIN = 5_000
MOST_ROLLED = 2_000
"""Records that are marked at once, and listings of a source that one run takes to their next date."""


async def derive(intake: Intake, source: Source, look: Look) -> int:
    """Makes listings of what waits in a source, until there is none or the look is over. Gives how many records."""
    done = 0
    lists = Lists(intake.activities, intake.outcodes)
    while look.goes_on(intake):
        rows = await intake.db.read(units.waiting_work, source.id, BATCH, purpose=PURPOSE)
        if not rows:
            break
        made = _of_feed if source.kind == "rpde" else _of_services
        await made(intake, source, rows, lists)
        done += len(rows)
    return done


async def derive_again(intake: Intake, source: Source) -> None:
    """Marks every record of a source, so that all is derived again."""
    after: UUID | None = UUID(int=0)
    while after is not None:
        after = await intake.db.run(units.do_again, source.id, after, AGAIN, purpose=PURPOSE)


async def roll_forward(intake: Intake, source: Source) -> int:
    """Marks listings that are found by a date that has passed, or whose dates do not reach far enough any more, to be
    derived again. Gives how many."""
    facts = (source.id, source.kind, source.dataset, intake.now(), MOST_ROLLED)
    return await intake.db.run(units.roll_forward, *facts, purpose=PURPOSE)


async def _of_feed(intake: Intake, source: Source, rows: Sequence[Row], lists: Lists) -> None:
    kin = [one for one in await intake.db.read(sources, purpose=PURPOSE) if one.dataset == source.dataset]
    facts = {one.id: one.facts for one in kin}
    names = list(dict.fromkeys(row.group for row in rows if row.data_id or row.parent))
    sizes = await intake.db.read(units.sizes, source.dataset, names, purpose=PURPOSE) if names else {}
    for some in _in_parts(names, sizes):
        after = UUID(int=0)
        if sizes.get(some[0], 0) > MOST_CHILDREN:
            now = intake.now()
            after = await intake.db.run(units.thin_out, source.dataset, some[0], MOST_CHILDREN, now, purpose=PURPOSE)
            if after is None:
                continue
        found = await intake.db.read(units.members, source.dataset, some, after, purpose=PURPOSE)
        made = await pinned(intake, await asyncio.to_thread(_derived, some, found, facts, lists, intake))
        await _keep(intake, made)
    nameless = [row for row in rows if not (row.data_id or row.parent)]
    made = Derived([], [], [Told(row, "gone" if row.gone else "refused") for row in nameless])
    await _keep(intake, made)


async def _keep(intake: Intake, made: Derived) -> None:
    """Keeps what was made. Where the database does not take it, each group goes by itself, and those that it does not
    take are refused: nothing that one of them holds keeps the others from being found."""
    try:
        await intake.db.run(units.keep_derived, made, intake.now(), purpose=PURPOSE)
    except Exception as fault:
        log.error("records that were derived could not be kept together: %s", type(fault).__name__)
        for part in made.parts():
            try:
                await intake.db.run(units.keep_derived, part, intake.now(), purpose=PURPOSE)
            except Exception as fault:
                told = [refused(one.row, fault) for one in part.told]
                await intake.db.run(units.keep_derived, Derived([], [], told), intake.now(), purpose=PURPOSE)


def _in_parts(names: Sequence[str], sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """Groups that are made together; one that is too large is alone."""
    part: list[str] = []
    held = 0
    for name in names:
        size = sizes.get(name, 0) + 1
        if part and (len(part) == GROUPS or held + size > ROWS):
            yield part
            part, held = [], 0
        part.append(name)
        held += size
    if part:
        yield part


def _derived(names: Sequence[str], found: Sequence[Row], facts, lists: Lists, intake: Intake) -> Derived:
    """What these groups make, together. A record is told of once, in its own group."""
    now, whole = intake.now(), Derived([], [], [])
    for name in names:
        own = {row.parent for row in found if row.group == name}
        rows = [row for row in found if row.group == name or row.data_id in own]
        made = _group(name, rows, facts, lists, now)
        whole.shown.extend(made.shown)
        whole.hidden.extend(made.hidden)
        whole.told.extend(one for one in made.told if one.row.group == name)
    shown = {one.service.id for one in whole.shown}
    whole.hidden[:] = [id for id in whole.hidden if id not in shown]
    return whole


def _group(name: str, rows: Sequence[Row], facts, lists: Lists, now) -> Derived:
    """One group; what cannot be read at all does not keep the others from being read."""
    try:
        return derive_group(name, rows, facts, lists, now)
    except Exception as fault:  # whatever somebody's data makes our reading do
        log.error("a group of records could not be read: %s", type(fault).__name__)
        return Derived([], [], [refused(row, fault) for row in rows])


async def _of_services(intake: Intake, source: Source, rows: Sequence[Row], lists: Lists) -> None:
    """Records that stand alone: a service of Open Referral UK each, or a whole calendar."""
    for start in range(0, len(rows), GROUPS):
        some = await intake.db.read(units.with_data, [row.id for row in rows[start : start + GROUPS]], purpose=PURPOSE)
        had = await intake.db.read(units.listed, source.id, purpose=PURPOSE) if source.kind == "ical" else set()
        made = await pinned(intake, await asyncio.to_thread(_alone, source, some, had, lists, intake))
        await _keep(intake, made)


def _alone(source: Source, rows: Sequence[Row], had: set[UUID], lists: Lists, intake: Intake) -> Derived:
    now, made = intake.now(), Derived([], [], [])
    for row in rows:
        taken = [] if row.gone or row.data is None else _taken(source, row, intake)
        shown = {one.service.id: as_shown(one, source.id, lists, now) for one in taken if one.service}
        made.shown.extend(shown.values())
        problems: tuple[Problem, ...] = tuple(problem for one in taken for problem in one.problems)
        own = {service_id(source.dataset, row.data_id)} if row.data_id else set()
        hidden = (had | own) - shown.keys()
        made.hidden.extend(hidden)
        outcome = "gone" if row.gone else "used" if shown else "refused"
        made.told.append(Told(row, outcome, problems, (*shown, *hidden)))
    return made


def _taken(source: Source, row: Row, intake: Intake) -> list[Taken]:
    now = intake.now()
    try:
        return _read(source, row, now)
    except Exception as fault:  # whatever somebody's data makes our reading do
        log.error("a record could not be read: %s", type(fault).__name__)
        return [Taken(service=None, problems=(Problem(code="reading-failed", found=type(fault).__name__),))]


def _read(source: Source, row: Row, now: datetime) -> list[Taken]:
    if source.kind == "ical":
        return ical.read_calendar((row.data or "").encode(), feed=source.facts, now=now)
    read = oruk1.read_service if source.kind == "oruk1" else oruk.read_service
    return [read(data_of(row), feed=source.facts, now=now)]
