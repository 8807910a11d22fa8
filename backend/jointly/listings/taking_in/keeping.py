"""Units that keep what a source said: a page and the place after it in one transaction, so that no end loses either."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.kit.ids import uuid7
from jointly.listings.reading.ids import service_id
from jointly.listings.showing import hide
from jointly.listings.taking_in.faults import count_odd
from jointly.listings.taking_in.modified import Modified, is_older
from jointly.listings.taking_in.pages import Item, Odd
from jointly.listings.taking_in.sources import Source

TOGETHER = 500
"""Records asked for with one statement."""
OF_DATASET = "exists (select 1 from source s where s.id = record.source and s.dataset = ?)"
"""Said so, SQLite finds the few records by their names; for `source in (…)` it goes through whole sources."""
TO_DO = "work = case when work < 30000 then work + 1 else 1 end"
"""Another number each time, so that whoever is deriving the record as it was finds that it is to be done again."""
_INSERT = (
    "insert into record (id, source, key, kind, modified, modified_number, gone, data, data_id, parent, run, "
    "first_seen_at, seen_at, work, outcome) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE = (
    "update record set kind = ?, modified = ?, modified_number = ?, gone = ?, data = ?, data_id = ?, parent = ?, "
    f"run = ?, seen_at = ?, {TO_DO} where id = ?"  # nosec B608 # TO_DO is a constant above, every value is bound
)


class Kept(NamedTuple):
    """A record as it is kept, as far as a new copy of it is compared with it."""

    id: UUID
    key: str
    kind: str
    modified: str
    number: int | None
    gone: bool
    data: str | None
    data_id: str | None
    parent: str | None
    run: int


class Took(NamedTuple):
    """What one page brought."""

    new: int = 0
    changed: int = 0


class _Sorted(NamedTuple):
    new: list[Item]
    changed: list[tuple[Kept, Item]]
    seen: list[UUID]
    doubted: list[UUID]
    odd: list[Odd]


def keep_page(
    source: Source,
    items: Sequence[Item],
    odd: Sequence[Odd],
    after: Mapping[str, Any],
    now: datetime,
    seen: Sequence[str] = (),
):
    """Unit: keeps a page and goes on to `after`, columns of the source. Gives what it brought, or none when somebody
    else went on from the same place, or the source was taken away. `seen` are keys of what is as it was."""
    names = ", ".join(f"{name} = ?" for name in after)
    moved = yield Query(
        f"update source set {names}, fails = 0, asked_at = ?, pages = pages + 1, items = items + ? "  # nosec B608 # every value is bound
        "where id = ? and run = ? and coalesce(cursor, '') = ? and stopped_at is null returning id",
        (*after.values(), now, len(items) + len(seen), source.id, source.run, source.cursor or ""),
    )
    if not moved:
        return None
    yield from _saw(source, seen)
    took = yield from keep_items(source, items, odd, now)
    return took


def keep_last(source: Source, items: Sequence[Item], now: datetime, seen: Sequence[str] = ()):
    """Unit: keeps what the last page of a walk brought, before what the walk did not see is dropped; `keep_page` keeps
    it again, and tells what is odd, with the end. Whether this process is still the one that reads."""
    still = yield Query(
        "update source set asked_at = ? where id = ? and run = ? and coalesce(cursor, '') = ? and stopped_at is null "
        "returning id",
        (now, source.id, source.run, source.cursor or ""),
    )
    if still:
        yield from _saw(source, seen)
        yield from keep_items(source, items, (), now, told=False)
    return bool(still)


def keep_items(source: Source, items: Sequence[Item], odd: Sequence[Odd], now: datetime, *, told: bool = True):
    """Unit: keeps items, each the newest that is known of it. What is odd is counted unless it is not to be `told`."""
    all_odd, new, changed = list(odd), 0, 0
    for start in range(0, len(items), TOGETHER):
        some = items[start : start + TOGETHER]
        known = yield from _known(source.id, [item.key for item in some])
        found = _sort(source, some, known)
        yield Many(_INSERT, [_row(source, item, now) for item in found.new])
        yield Many(_UPDATE, [_changed_row(source, kept, item, now) for kept, item in found.changed])
        for ids, run in ((found.seen, source.run), (found.doubted, -source.run)):
            if ids:
                marks = ", ".join("?" * len(ids))
                yield Query(f"update record set run = ? where id in ({marks})", (run, *ids))  # nosec B608 # every value is bound
        yield from _call_kin(source, found, now)
        all_odd += found.odd
        new, changed = new + len(found.new), changed + len(found.changed)
    yield from count_odd(source.id, all_odd if told else (), now)
    return Took(new, changed)


def _saw(source: Source, keys: Sequence[str]):
    for some in _chunks(keys):
        marks = ", ".join("?" * len(some))
        yield Query(
            f"update record set run = ? where source = ? and key in ({marks})",  # nosec B608 # every value is bound
            (source.run, source.id, *some),
        )


def _known(source: UUID, keys: Sequence[str]):
    marks = ", ".join("?" * len(keys))
    rows = yield Query(
        "select id, key, kind, modified, modified_number, gone, data, data_id, parent, run "  # nosec B608 # every value is bound
        f"from record where source = ? and key in ({marks})",
        (source, *keys),
    )
    return {row[1]: Kept(*row) for row in rows}


def _sort(source: Source, items: Sequence[Item], known: Mapping[str, Kept]) -> _Sorted:
    """What is new, what is changed, what was seen again as it was, and of what only an older copy was seen."""
    found = _Sorted([], [], [], [], [])
    for item in items:
        kept = known.get(item.key)
        if kept is None:
            found.new.append(item)
            continue
        older = is_older(item.modified, Modified(kept.modified, kept.number))
        # In a feed the newer copy may still come. Lists have each service once, as it is.
        if older and (source.kind == "rpde" or kept.run == source.run):
            found.odd.append(Odd("wrap-older", item.key, item.modified.text))
            if kept.run not in (source.run, -source.run):
                found.doubted.append(kept.id)
            continue
        without_data = not item.gone and item.data is None
        if without_data or (item.gone == kept.gone and item.data == kept.data and _same(item, kept)):
            if kept.run != source.run:
                found.seen.append(kept.id)
            continue
        found.changed.append((kept, item))
    return found


def _same(item: Item, kept: Kept) -> bool:
    return item.modified == Modified(kept.modified, kept.number) and (item.gone or item.kind == kept.kind)


def _row(source: Source, item: Item, now: datetime) -> tuple:
    own = item.data_id or (fallback_id(source, item.key) if item.data is not None else None)
    work, outcome = (0, "gone") if item.gone else (1, "")
    return (
        uuid7(),
        source.id,
        item.key,
        item.kind,
        item.modified.text,
        item.modified.number,
        item.gone,
        item.data,
        own,
        item.parent,
        source.run,
        now,
        now,
        work,
        outcome,
    )


def _changed_row(source: Source, kept: Kept, item: Item, now: datetime) -> tuple:
    """A tombstone keeps how others name it, so that what was made of it is found and taken away."""
    names = (
        (kept.kind, kept.data_id, kept.parent)
        if item.gone
        else (item.kind, item.data_id or fallback_id(source, item.key), item.parent)
    )
    kind, data_id, parent = names
    return (
        kind,
        item.modified.text,
        item.modified.number,
        item.gone,
        item.data,
        data_id,
        parent,
        source.run,
        now,
        kept.id,
    )


def fallback_id(source: Source, key: str) -> str:
    """The id of an item whose data has none: unlike all others in its dataset."""
    return f"{source.id} {key}"


def _call_kin(source: Source, found: _Sorted, now: datetime):
    """What belongs to a changed item is to be derived again, and so is what it belonged to before."""
    kept_and_new = [(kept, *_names(source, item, kept)) for kept, item in found.changed]
    parents = {name for kept, name, _ in kept_and_new if name} | {kept.data_id for kept, *_ in kept_and_new}
    parents |= {item.data_id for item in found.new if item.data_id}
    left = {kept.parent for kept, _, parent in kept_and_new if kept.parent and kept.parent != parent}
    yield from _mark(source, "parent", parents | left, now)
    yield from _mark(source, "data_id", left, now)
    lost = {kept.data_id for kept, name, _ in kept_and_new if kept.data_id and kept.data_id != name}
    yield from hide([service_id(source.dataset, name) for name in sorted(lost)], "gone")


def _names(source: Source, item: Item, kept: Kept) -> tuple[str | None, str | None]:
    if item.gone:
        return kept.data_id, kept.parent
    return item.data_id or fallback_id(source, item.key), item.parent


def _mark(source: Source, column: str, names: set[str | None], now: datetime):
    """Unit: these are to be derived. What came with this very page nobody derives yet, so it is not written again.

    A name at a time: a list of hundreds makes PostgreSQL go through a whole table that it has not counted yet.
    """
    yield Many(
        f"update record set {TO_DO} where {column} = ? and gone = ? and (work = 0 or first_seen_at < ?) "  # nosec B608 # every value is bound
        f"and {OF_DATASET}",
        [(name, False, now, source.dataset) for name in sorted(name for name in names if name)],
    )


def _chunks(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), TOGETHER):
        yield names[start : start + TOGETHER]
