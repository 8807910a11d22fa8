"""The usual ways to look for what is near, over the same rows: an index of places first, then the rows that it gives.

Each gives the nearest 20 rows of all that fit. They read a listing of many rows as often as it has rows, and so do less
than ours, which gives each listing once.
"""

import sqlite3
from math import cos, radians
from pathlib import Path

from bench.towns import Search, Session
from jointly.kit.db import Database, Query
from jointly.listings.finding.searching import Ask
from jointly.listings.finding.words import plain
from jointly.listings.geo import box_around

AWAY = "(s.lat - ?) * (s.lat - ?) + (s.lon - ?) * (s.lon - ?) * ?"


class RStarTree:
    """SQLite's own index of places, in two dimensions, its boxes joined to the rows as its documentation does."""

    name = "R*Tree"

    def __init__(self, path: Path, every: list[Session], facets: list[int]) -> None:
        self.db = sqlite3.connect(path)
        self.db.execute("create virtual table place using rtree(id, south, north, west, east)")
        self.db.execute("create table session (id integer primary key, listing, day, lat, lon, facets, words)")
        rows = [(at, one.lat, one.lat, one.lon, one.lon) for at, one in enumerate(every)]
        self.db.executemany("insert into place values (?, ?, ?, ?, ?)", rows)
        rows = [
            (at, one.listing.bytes, one.day, one.lat, one.lon, bits, plain(one.name))
            for at, (one, bits) in enumerate(zip(every, facets, strict=True))
        ]
        self.db.executemany("insert into session values (?, ?, ?, ?, ?, ?, ?)", rows)
        self.db.execute("analyze")
        self.db.commit()

    async def __call__(self, one: Search, ask: Ask) -> list:
        box, values, word = _parts(one, ask)
        return self.db.execute(
            f"select s.listing, s.lat, s.lon from place cross join session s on s.id = place.id "
            f"where north >= ? and south <= ? and east >= ? and west <= ? and s.day = ? and s.facets & ? = ? "
            f"and s.words like ? and {AWAY} <= ? order by {AWAY} limit 20",
            (
                *(box.south, box.north, box.west, box.east, one.day, ask.all_of, ask.all_of, word),
                *(*values, (box.north - one.lat) ** 2, *values),
            ),
        ).fetchall()


class Gist:
    """PostgreSQL's GiST index over points, asked with a box. It is the kind of index that PostGIS uses, with the same
    two steps (boxes in the index, then the rows), on PostgreSQL's own types: PostGIS itself has to be installed beside
    PostgreSQL, and its measure of distance costs more."""

    name = "GiST of points"

    def __init__(self, db: Database) -> None:
        self.db = db

    @classmethod
    async def made(cls, db: Database) -> "Gist":
        """The index, over the rows that are there."""
        for statement in (
            "create table session as select listing, day, lat, lon, facets, words, point(lon, lat) as at from find",
            "create index session_at on session using gist (at)",
            "vacuum analyze session",
        ):
            await db.engine.run_ddl(statement)
        return cls(db)

    async def __call__(self, one: Search, ask: Ask) -> list:
        return await self.db.read(_gist, one, ask, purpose="bench", open_rows=True)


def _gist(one: Search, ask: Ask):
    """Unit: the nearest 20 rows."""
    box, values, word = _parts(one, ask)
    rows = yield Query(
        f"select s.listing, s.lat, s.lon from session s where s.at <@ box(point(?, ?), point(?, ?)) and s.day = ? "
        f"and s.facets & ? = ? and s.words like ? and {AWAY} <= ? order by {AWAY} limit 20",
        (
            *(box.west, box.south, box.east, box.north, one.day, ask.all_of, ask.all_of, word),
            *(*values, (box.north - one.lat) ** 2, *values),
        ),
    )
    return rows


def _parts(one: Search, ask: Ask):
    word = f"% {one.word}%" if one.word else "%"
    return box_around(one.lat, one.lon, ask.km), (one.lat, one.lat, one.lon, one.lon, cos(radians(one.lat)) ** 2), word
