"""The words that listings have, as a process remembers them: looked through beside the event loop, and never for long.

A word that was typed is compared with tens of thousands. That is done on a thread, some at a time, so that everybody
else's turn comes in between; what was found for a word is remembered for as long as the words are.
"""

import asyncio
import time
from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from jointly.kit.db import Database
from jointly.listings.finding import reading
from jointly.listings.finding.words import closest, mistakes_in

FRESH_SECONDS = 300
"""For so long a process forgives typing mistakes by the words it has read."""
FRESH_WHILE_EMPTY = 1
TOGETHER = 2_000
"""Words that are compared in one go: a millisecond or two."""
MOST_REMEMBERED = 5_000


class Vocabulary:
    """`counts` are the words that listings have, with how many have each."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self.words = sorted(counts)
        self.known_answers: dict[str, list[str]] = {}

    def begins(self, word: str) -> bool:
        """Whether some listing has a word that begins so."""
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at].startswith(word)

    async def stand_ins(self, word: str) -> list[str]:
        """What is looked for in place of a typed word: itself when some listing has a word that begins so, else the
        closest ones; see `words.closest`."""
        if self.begins(word) or not mistakes_in(word):
            return [word]
        if word not in self.known_answers:
            found = await asyncio.to_thread(self._closest, word)
            if len(self.known_answers) < MOST_REMEMBERED:
                self.known_answers[word] = found
            return found
        return self.known_answers[word]

    def _closest(self, word: str) -> list[str]:
        near: dict[str, int] = {}
        for start in range(0, len(self.words), TOGETHER):
            near |= dict.fromkeys(closest(word, self.words[start : start + TOGETHER], self.counts), 0)
            time.sleep(0)  # another thread's turn
        return closest(word, list(near), self.counts) or [word]


class _Read(NamedTuple):
    at: float
    vocabulary: Vocabulary


_read: WeakKeyDictionary[Database, _Read] = WeakKeyDictionary()


async def vocabulary_now(db: Database, **who) -> Vocabulary:
    """The words that listings have now, or had some minutes ago."""
    known = _read.get(db)
    fresh = FRESH_SECONDS if known and known.vocabulary.words else FRESH_WHILE_EMPTY
    if known is None or time.monotonic() - known.at > fresh:
        counts = await db.read(reading.words, **who)
        known = _read[db] = _Read(time.monotonic(), await asyncio.to_thread(Vocabulary, counts))
    return known.vocabulary
