"""What is done with an operator's deciles in the database: taken all at once, read, taken away."""

from collections.abc import Mapping
from datetime import datetime

from jointly.kit.db import Many, Query

PURPOSE = "deprivation by postcode"


def take(tally: str, outcodes: Mapping[str, bytes], at: datetime):
    """Unit: puts them in the place of all that were there. It is one transaction: half of an import is never there."""
    yield from drop()
    yield Many("insert into deprivation (outcode, body) values (?, ?)", list(outcodes.items()))
    yield Query("insert into deprivation_import (id, body, taken_at) values (1, ?, ?)", (tally, at))


def drop():
    """Unit: takes all of them away; says whether there were any."""
    gone = yield Query("delete from deprivation_import returning id")
    yield Query("delete from deprivation")
    return bool(gone)


def about():
    """Unit: what they were taken from and when, and how many bytes they have; none when there are none."""
    found = yield Query("select body, taken_at from deprivation_import")
    if not found:
        return None
    [(size,)] = yield Query("select coalesce(sum(length(body)), 0) from deprivation")
    return (*found[0], int(size))


def rows():
    """Unit: by outcode its row of bytes; some 6 MB for England, for a job that asks for all of it."""
    return dict((yield Query("select outcode, body from deprivation")))
