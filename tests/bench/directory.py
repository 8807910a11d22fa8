"""W5: what is on near somebody, among 200,000 sessions over the UK: radius, day and facets, in process.

    python tests/bench directory [--postgres] [--sessions 200000] [--searches 1500]

Each search asks for the nearest 20 and is timed alone. The median may be 0.2 ms and the 99th percentile 4 ms on SQLite,
0.3 and 8 ms on PostgreSQL. The same searches go to the usual alternative over the same rows, in turns: an R*Tree on
SQLite, a GiST index of points on PostgreSQL. The ratios are noted. Answers are checked first against a plain loop over
all sessions. Over HTTP it is measured by `directory_http`.
"""

import argparse
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import uvloop

from bench.conditions import reported
from bench.directory_rivals import Gist, RStarTree
from bench.durable_postgres import start_durable
from bench.towns import SEARCHES, SESSIONS, Search, Session, brute_force, searches, sessions
from bench.verdicts import Verdicts, percentile
from jointly.kit.db import Database, Many, open_database
from jointly.kit.ids import uuid7
from jointly.listings.facets import BIT, CONDITIONS, GROUPS
from jointly.listings.finding.searching import Ask, search
from jointly.listings.finding.words import plain
from jointly.listings.geo import km_between
from jointly.migrating import migrate

GOALS = {"sqlite": (0.2, 4.0), "postgres": (0.3, 8.0)}
KIND_BITS = [BIT[name] for name in (*GROUPS, *CONDITIONS)][:20]
NEXT_AT = 1_800_000_000
CHECKED, WARM_UP = 150, 200


def facets_of(one: Session) -> int:
    """The bits of a session: its kind, and what is stated."""
    return KIND_BITS[one.kind] | (BIT["free"] if one.free else 0) | (BIT["step-free"] if one.step_free else 0)


def ask_of(one: Search) -> Ask:
    """The search as the service asks it."""
    bits = (BIT["free"] if one.free else 0) | (BIT["step-free"] if one.step_free else 0)
    return Ask(
        lat=one.lat,
        lon=one.lon,
        km=one.miles * 1.609344,
        days=(one.day,),
        all_of=bits | (KIND_BITS[one.kind] if one.kind is not None else 0),
        words=((one.word,),) if one.word else (),
        now=NEXT_AT - 3_600,
    )


def fill(rows):
    """Unit: the table that searches read."""
    columns = "id, listing, day, lat, lon, facets, minute, next_at, words"
    yield Many(f"insert into find ({columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


async def fill_database(db: Database, every: list[Session]) -> None:
    """The rows, and what an operator's database does by itself soon after."""
    for start in range(0, len(every), 5_000):
        rows = [
            (uuid7(), one.listing, one.day, one.lat, one.lon, facets_of(one), one.minute, NEXT_AT, plain(one.name))
            for one in every[start : start + 5_000]
        ]
        await db.run(fill, rows, purpose="bench")
    await db.engine.run_ddl("vacuum analyze find" if db.kind == "postgres" else "analyze find")


async def measure(db: Database, asked: list[Search], rival: RStarTree | Gist) -> tuple[list[float], list[float]]:
    """Milliseconds of each search, ours and the rival's in turns."""
    ours, theirs = [], []
    for one in [*asked[:WARM_UP], *asked]:
        ask = ask_of(one)
        began = time.perf_counter()
        await db.read(search, ask, db.kind, purpose="bench", inline=True, open_rows=True)
        then = time.perf_counter()
        await rival(one, ask)
        ours.append((then - began) * 1_000)
        theirs.append((time.perf_counter() - then) * 1_000)
    return ours[WARM_UP:], theirs[WARM_UP:]


async def check(db: Database, every: list[Session], one: Search) -> None:
    """The answer is the nearest 20 that the plain loop finds."""
    found, more = await db.read(search, ask_of(one), db.kind, purpose="bench")
    most = one.miles * 1.609344
    away = (km_between(one.lat, one.lon, each.lat, each.lon) for each in brute_force(every, one))
    within = sorted(km for km in away if km <= most)
    assert (len(found), more) == (min(20, len(within)), len(within) > 20), (one, found, within[:20])
    for mine, theirs in zip(found, within, strict=False):
        assert abs(mine.km - theirs) < 0.003 * max(theirs, 0.1), (one, mine, theirs)


async def run(choices: argparse.Namespace) -> int:
    """The workload; gives how many targets were missed."""
    every, asked = list(sessions(choices.sessions)), list(searches(choices.searches))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stack.enter_context(reported("W5: what is near", seed=5, folder=folder))
        where = str(folder / "directory.sqlite3")
        if choices.postgres:
            postgres = start_durable(folder / "cluster")
            stack.callback(postgres.stop)
            where = postgres.create_database()
        db = await open_database(where)
        try:
            await migrate(db)
            print(db.version, f"{len(every):,} sessions, {len(asked):,} searches")
            await fill_database(db, every)
            for one in asked[:CHECKED]:
                await check(db, every, one)
            facets = [facets_of(one) for one in every]
            rival = await Gist.made(db) if choices.postgres else RStarTree(folder / "rtree.sqlite3", every, facets)
            ours, theirs = await measure(db, asked, rival)
        finally:
            await db.close()
    return decide(db.kind, ours, theirs, rival.name)


def decide(kind: str, ours: list[float], theirs: list[float], rival: str) -> int:
    """Say how it was; gives how many targets were missed."""
    verdicts = Verdicts()
    for share, most in zip((0.5, 0.99), GOALS[kind], strict=True):
        mine, their = percentile(ours, share), percentile(theirs, share)
        verdicts.figure(f"{share:.0%} of searches, ms", mine, at_most=most)
        print(f"  {rival}: {their:.3f} ms, ours over theirs {mine / their:.2f}")
    pairs = [mine / their for mine, their in zip(ours, theirs, strict=True)]
    print(f"each search against its pair: median {median(pairs):.2f} of the time of {rival}")
    return verdicts.missed


def main() -> None:
    """Read the choices, run, and end with 1 when a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    parser.add_argument("--searches", type=int, default=SEARCHES)
    raise SystemExit(1 if uvloop.run(run(parser.parse_args())) else 0)


if __name__ == "__main__":
    main()
