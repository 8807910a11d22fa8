"""W4: what a durable commit of 20 rows costs through the engine, against bare sqlite3 with the same SQL and settings.

    python tests/bench/engine.py [--pairs 5] [--commits 2000]

One commit upserts 20 new rows of 9 columns by a unique id, where the newer edit wins. The two take turns, each on
a fresh file with its rows made beforehand, and the median of the pairs' ratios decides: the engine may take 1.5
times as long. Eight callers of the engine share commits; bare sqlite3 has one caller all the same, because several
threads of it only wait for each other's lock.
"""

import argparse
import asyncio
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from uuid import uuid4

import uvloop

from jointly.kit.db import Many, Query, open_database

GOAL = 1.5
ROWS = 20
WARM_UP = 200
CREATE = """create table entry (
    id text primary key, person text not null, kind text not null, at text not null, edited integer not null,
    device text not null, number integer not null, hash blob not null, body blob not null)"""
UPSERT = """insert into entry (id, person, kind, at, edited, device, number, hash, body)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do update set kind = excluded.kind, at = excluded.at, edited = excluded.edited,
        device = excluded.device, number = excluded.number, hash = excluded.hash, body = excluded.body
    where excluded.edited > entry.edited"""
SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = 1", "cache_size = -65536", "mmap_size = 0")

Batch = list[tuple]


def new_batch() -> Batch:
    """20 new rows of about 350 bytes each."""
    person, at = str(uuid4()), "2026-11-21 08:00:00+00:00"
    return [
        (str(uuid4()), person, "pain", at, number, "0a1b2c3d", number, os.urandom(16), os.urandom(200))
        for number in range(ROWS)
    ]


def bare(path: Path, batches: list[Batch]) -> float:
    """Seconds for all batches, a commit each, on one connection of the standard library."""
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(f"pragma {setting}")
    connection.execute(CREATE)

    def commit(batch: Batch) -> None:
        connection.execute("begin immediate")
        connection.executemany(UPSERT, batch)
        connection.execute("commit")

    for batch in batches[:WARM_UP]:
        commit(batch)
    began = time.perf_counter()
    for batch in batches[WARM_UP:]:
        commit(batch)
    seconds = time.perf_counter() - began
    check(connection.execute("select count(*) from entry").fetchall(), batches)
    connection.close()
    return seconds


def create():
    """A unit that makes the table."""
    yield Query(CREATE)


def upsert(batch: Batch):
    """A unit that commits one batch."""
    yield Many(UPSERT, batch)


def count():
    """A unit that counts the rows."""
    return (yield Query("select count(*) from entry"))


async def engine(path: Path, batches: list[Batch], callers: int) -> float:
    """Seconds for all batches through `db.run`, shared by so many callers."""
    db = await open_database(path)
    await db.run(create, purpose="bench")
    waiting = iter(batches[:WARM_UP])

    async def caller() -> None:
        for batch in waiting:
            await db.run(upsert, batch, purpose="bench")

    await asyncio.gather(*(caller() for _ in range(callers)))
    waiting = iter(batches[WARM_UP:])
    began = time.perf_counter()
    await asyncio.gather(*(caller() for _ in range(callers)))
    seconds = time.perf_counter() - began
    check(await db.read(count, purpose="bench"), batches)
    await db.close()
    return seconds


def check(found: list[tuple], batches: list[Batch]) -> None:
    """A run that lost rows has measured nothing."""
    if found != [(len(batches) * ROWS,)]:
        raise SystemExit(f"void: {found} rows instead of {len(batches) * ROWS}")


def on_fresh_file(measure: Callable[[Path], float]) -> float:
    """Measure on a file that is removed again, on the same disk as the repository's temporary files."""
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder) / "bench.sqlite3")


def compare(callers: int, pairs: int, commits: int) -> float:
    """Take turns, print each pair, and return the median ratio of the times."""
    ratios = []
    print(f"\n{callers} caller{'s' if callers > 1 else ''}: commits/s of {ROWS} rows\n  bare   engine   engine's time")
    for _ in range(pairs):
        batches = [new_batch() for _ in range(WARM_UP + commits)]
        direct = on_fresh_file(lambda path, batches=batches: bare(path, batches))
        ours = on_fresh_file(lambda path, batches=batches: run(engine(path, batches, callers)))
        ratios.append(ours / direct)
        print(f"{commits / direct:6.0f}   {commits / ours:6.0f}   x {ours / direct:.2f}", flush=True)
    print(f"median of the ratios: x {median(ratios):.2f} (goal: at most x {GOAL})")
    return median(ratios)


def run(main) -> float:
    """On the server's own event loop."""
    return uvloop.run(main)


def syncs_a_second() -> float:
    """fdatasync calls a second on this disk, each after a page of writing."""
    with tempfile.NamedTemporaryFile() as file:
        began = time.perf_counter()
        for _ in range(500):
            os.pwrite(file.fileno(), bytes(4096), 0)
            os.fdatasync(file.fileno())
        return 500 / (time.perf_counter() - began)


def main() -> None:
    """Print where this ran, both comparisons, and end with 1 when a goal is missed."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pairs", type=int, default=5)
    options.add_argument("--commits", type=int, default=2000)
    chosen = options.parse_args()
    print(f"Python {platform.python_version()}, sqlite_version {sqlite3.sqlite_version}, {os.cpu_count()} cores")
    print(f"load before {os.getloadavg()[0]:.2f}, {syncs_a_second():.0f} fdatasync/s, synchronous=FULL on both")
    missed = [callers for callers in (1, 8) if compare(callers, chosen.pairs, chosen.commits) > GOAL]
    print(f"\nload after {os.getloadavg()[0]:.2f}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
