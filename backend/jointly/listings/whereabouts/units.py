"""What is done with an operator's postcodes in the database: taken all at once, asked for, taken away."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from jointly.kit.db import Many, Query

PURPOSE = "find postcodes"
CHUNK = 500
"""Outcodes that are asked for at once."""


def take(tally: str, outcodes: Mapping[str, bytes], at: datetime):
    """Unit: puts them in the place of all that were there. It is one transaction: half of an import is never there."""
    yield from drop()
    yield Many("insert into postcodes (outcode, body) values (?, ?)", list(outcodes.items()))
    yield Query("insert into postcode_import (id, body, taken_at) values (1, ?, ?)", (tally, at))


def drop():
    """Unit: takes all of them away; says whether there were any."""
    gone = yield Query("delete from postcode_import returning id")
    yield Query("delete from postcodes")
    return bool(gone)


def about():
    """Unit: what they were taken from and when, and how many bytes they have; none when there are none."""
    found = yield Query("select body, taken_at from postcode_import")
    if not found:
        return None
    [(size,)] = yield Query("select coalesce(sum(length(body)), 0) from postcodes")
    return (*found[0], int(size))


def is_there():
    """Unit: whether there are any."""
    found = yield Query("select 1 from postcode_import where id = 1")
    return bool(found)


def rows(outcodes: Sequence[str]):
    """Unit: by outcode its row of bytes, as far as they are there."""
    found: dict[str, bytes] = {}
    for start in range(0, len(outcodes), CHUNK):
        some = outcodes[start : start + CHUNK]
        marks = ", ".join("?" * len(some))
        sql = f"select outcode, body from postcodes where outcode in ({marks})"  # nosec B608 # every value is bound
        found |= dict((yield Query(sql, some)))
    return found
