"""Units that count what is wrong: of a source as a whole by code, of a record anew each time it is read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.kit.ids import uuid7
from jointly.listings.model import Problem
from jointly.listings.taking_in.pages import Odd

LONGEST_FOUND = 200
LONGEST_ITEM = 300
_INSERT = (
    "insert into fault (id, source, record, code, item, found, count, first_at, last_at) "
    "values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class OfRecord(NamedTuple):
    """What is wrong with one record, as its last reading told."""

    source: UUID
    record: UUID
    key: str
    problems: Sequence[Problem]


def count_odd(source: UUID, odd: Sequence[Odd], now: datetime):
    """Unit: counts faults of a source: one row a code, with the last item that had it."""
    counts = Counter(one.code for one in odd)
    last = {one.code: one for one in odd}
    for code, count in counts.items():
        one = last[code]
        item, found = _short(one.item, LONGEST_ITEM), _short(one.found, LONGEST_FOUND)
        rows = yield Query(
            "update fault set count = count + ?, item = ?, found = ?, last_at = ? "
            "where source = ? and record is null and code = ? returning id",
            (count, item, found, now, source, code),
        )
        if not rows:
            yield Query(_INSERT, (uuid7(), source, None, code, item, found, count, now, now))


def put_faults(faults: Iterable[OfRecord], now: datetime):
    """Unit: what is wrong with these records from now on, one row a code; what was before is no more."""
    faults = list(faults)
    for start in range(0, len(faults), 500):
        ids = [one.record for one in faults[start : start + 500]]
        marks = ", ".join("?" * len(ids))
        yield Query(f"delete from fault where record in ({marks})", ids)  # nosec B608 # every value is bound
    yield Many(_INSERT, [row for one in faults for row in _rows(one, now)])


def _rows(one: OfRecord, now: datetime):
    counts = Counter(problem.code for problem in one.problems)
    first = {problem.code: problem for problem in reversed(one.problems)}
    for code, count in counts.items():
        found = _short(first[code].found or "", LONGEST_FOUND)
        yield (uuid7(), one.source, one.record, code, _short(one.key, LONGEST_ITEM), found, count, now, now)


def _short(text: str, longest: int) -> str:
    """What can be kept and shown on one line."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text[: 2 * longest])
    return plain.encode("utf-8", "replace").decode()[:longest]
