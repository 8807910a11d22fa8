"""Counts anew how many listings have each word, so that the words of what is listed no more are not meant by anybody's
typing mistake for ever.

A word that no listing has is first counted as 0, and goes when it still is the next time: one that came back in between
is told by `showing.show`, and never lost.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.listings.finding.words import vocabulary_of
from jointly.people.house import House

LISTINGS = 500
TOGETHER = 1_000
PURPOSE = {"purpose": "count words"}


async def count_words(house: House) -> int:
    """Sets every count that is not right; gives how many those were."""
    known = await house.db.read(_known, **PURPOSE)
    counts: Counter[str] = Counter()
    after: UUID | None = UUID(int=0)
    while after is not None:
        texts, after = await house.db.read(_texts, after, **PURPOSE)
        await asyncio.to_thread(_add, counts, texts)
    wrong = {word: counts[word] for word, count in known.items() if counts[word] != count or not count}
    for some in _parts(wrong):
        await house.db.run(_set, some, **PURPOSE)
    return len(wrong)


def _add(counts: Counter[str], texts: Sequence[str]) -> None:
    for text in texts:
        counts.update(vocabulary_of([text]))


def _parts(wrong: Mapping[str, int]) -> Iterator[list[tuple[str, int]]]:
    """In one order, so that of two who write none waits for the other for ever."""
    every = iter(sorted(wrong.items()))
    while some := list(islice(every, TOGETHER)):
        yield some


def _known():
    """Unit: every word, with its count."""
    rows = yield Query("select word, count from word")
    return dict(rows)


def _texts(after: UUID):
    """Unit: what is searched of some listings, and the last of them; none at the end."""
    rows = yield Query(
        "select listing, min(words) from find where listing > ? group by listing order by listing limit ?",
        (after, LISTINGS),
    )
    return [text for _, text in rows], rows[-1][0] if len(rows) == LISTINGS else None


def _set(counted: list[tuple[str, int]]):
    """Unit: these are the counts. What was 0 before, and is, goes."""
    yield Many("delete from word where word = ? and count = 0", [(word,) for word, count in counted if not count])
    yield Many("update word set count = ? where word = ?", [(count, word) for word, count in counted])
