"""W5 over HTTP: POST /api/listings/find, 16 at once, to a server as it is shipped, with 200,000 sessions.

    python tests/bench directory_http [--postgres] [--sessions 200000] [--searches 1500] [--pairs 5] [--rounds 4]

2,000 answers a second, of which 99 in 100 within 20 ms. In turns with it the same framework is asked that decodes the
same bodies, looks nothing up and answers with as many bytes: what is left is what looking costs. Client and server
share the machine, so rates are lower bounds. Each request says that it comes from one of many addresses, as it would
behind a proxy, since one address may not ask as much in ten minutes.
"""

import argparse
import asyncio
import random
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import uuid4

import msgspec
import uvloop

from bench.bare_answers import Bare
from bench.conditions import reported
from bench.directory import ask_of, facets_of, fill_database
from bench.durable_postgres import start_durable
from bench.load import postgres_environment
from bench.ours import Ours
from bench.towns import SEARCHES, SESSIONS, Search, Session, searches, sessions
from bench.verdicts import Verdicts, percentile
from bench.wire import Connection, request
from jointly import settings
from jointly.kit import clock
from jointly.kit.db import Database, Many, Query, open_database
from jointly.listings.cards import Card, When, encode_card
from jointly.listings.dates.patterns import Pattern
from jointly.listings.facets import BIT, CONDITIONS, GROUPS
from jointly.listings.finding.words import plain, vocabulary_of
from jointly.listings.model import DAYS, Place, Price

AT_ONCE, ADDRESSES = 16, 500
A_SECOND, P99_MS = 2_000, 20
WORDS = "A friendly class for all, standing or seated, at your own pace. First-timers are met at the door. " * 3


def card(one: Session, source) -> bytes:
    """A listing as most are: a place, a pattern, dates, a price and some words; 1.2 kB."""
    now = clock.now()
    dates = tuple(When(id=uuid4(), start=now, end=now) for _ in range(4))
    pattern = Pattern(every="week", days=(DAYS[one.day],), start=f"{one.minute // 60:02}:{one.minute % 60:02}")
    place = Place(id=uuid4(), name="Town hall", street="1 The Headrow", postcode="LS1 1UR", lat=one.lat, lon=one.lon)
    return encode_card(
        Card(
            id=one.listing,
            kind="activity",
            name=one.name,
            by="Thornbeck Leisure",
            organisation=source,
            source=source,
            attendance="in-person",
            facets=facets_of(one),
            place=place,
            patterns=(pattern,),
            dates=dates,
            prices=(Price(pence=0 if one.free else 450),),
            summary=WORDS,
            phone="0113 496 0000",
            url="https://leisure.example/classes",
        )
    )


def keep(source, rows):
    """Unit: what is read of the listings that were found, and their source."""
    now = clock.now()
    yield Query(
        "insert into source (id, kind, url, dataset, name, publisher, added_at, state, run, fails, pages, items, "
        "up_to_date_at) values (?, 'rpde', 'https://feeds.example/', ?, '', 'Thornbeck Leisure', ?, 'up-to-date', 1, "
        "0, 1, 1, ?) on conflict (id) do nothing",
        (source, source, now, now),
    )
    yield Many(
        "insert into listing (id, source, organisation, kind, name, state, body, card, made_at, changed_at, runs_days) "
        "values (?, ?, ?, 'activity', ?, 'shown', '', ?, ?, ?, 7)",
        [(id, source, source, name, card, now, now) for id, name, card in rows],
    )


def keep_words(every):
    """Unit: the words that listings have."""
    yield Many("insert into word (word, count) values (?, 1)", [(word,) for word in every])


async def fill_service(db: Database, every: Sequence[Session]) -> None:
    """The rows that searches read, and each listing once."""
    await fill_database(db, list(every))
    source, once = uuid4(), list({one.listing: one for one in every}.values())
    for start in range(0, len(once), 5_000):
        rows = [(one.listing, one.name, card(one, source).decode()) for one in once[start : start + 5_000]]
        await db.run(keep, source, rows, purpose="bench")
    await db.run(keep_words, sorted(vocabulary_of(plain(one.name) for one in once)), purpose="bench")
    await db.engine.run_ddl("vacuum analyze listing" if db.kind == "postgres" else "analyze listing")


def asked_with(one: Search, chance: random.Random) -> bytes:
    """The request of a search, from some address."""
    ask = ask_of(one)
    names = [name for name in ("free", "step-free") if ask.all_of & BIT[name]]
    groups = [name for name in (*GROUPS, *CONDITIONS) if ask.all_of & BIT[name]]
    around = {"lat": one.lat, "lon": one.lon, "km": ask.km}
    look = {"around": around, "days": [one.day], "all_of": [*names, *groups], "words": one.word or ""}
    number = chance.randrange(ADDRESSES)
    return request(
        "POST",
        "/api/listings/find",
        msgspec.json.encode(look),
        content_type="application/json",
        sec_fetch_site="same-origin",
        x_forwarded_for=f"198.51.{number // 250}.{number % 250}",
    )


async def turn(port: int, every: Sequence[bytes], rounds: int) -> tuple[float, float, float, int]:
    """16 connections share the requests, `rounds` times over. Gives answers a second, p50 and p99 in milliseconds, and
    bytes an answer."""
    connections = [await Connection.open(port) for _ in range(AT_ONCE)]
    waits: list[float] = []
    sizes: list[int] = []

    async def loop(connection: Connection, mine: Sequence[bytes], waits: list[float]) -> None:
        for asked in mine:
            began = perf_counter()
            answer = await connection.ask(asked)
            waits.append((perf_counter() - began) * 1_000)
            sizes.append(len(answer.body))

    async def all_loops(waits: list[float], times: int) -> None:
        parts = [list(every[first::AT_ONCE]) * times for first in range(AT_ONCE)]
        await asyncio.gather(*(loop(each, part, waits) for each, part in zip(connections, parts, strict=True)))

    await all_loops([], 1)
    sizes.clear()
    began = perf_counter()
    await all_loops(waits, rounds)
    seconds = perf_counter() - began
    for connection in connections:
        connection.close()
    return len(waits) / seconds, median(waits), percentile(waits, 0.99), round(mean(sizes))


async def run(choices: argparse.Namespace) -> int:
    """The workload; gives how many targets were missed."""
    chance, verdicts = random.Random(7), Verdicts()
    asked = [asked_with(one, chance) for one in searches(choices.searches)]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        what = f"W5 over HTTP, {AT_ONCE} at once" + (" on PostgreSQL" if choices.postgres else "")
        stack.enter_context(reported(what, seed=5, folder=folder))
        environment = {"JOINTLY_TRUSTED_PROXIES": "127.0.0.1"}
        if choices.postgres:
            postgres = start_durable(folder / "cluster")
            stack.callback(postgres.stop)
            environment |= postgres_environment(postgres, folder, "ours")
        ours = Ours(folder / "ours", environment)
        ours.server.run("migrate")
        where = settings.read(ours.server.environment).owner_database_url or str(ours.server.data / "jointly.sqlite3")
        db = await open_database(where)
        await fill_service(db, list(sessions(choices.sessions)))
        await db.close()
        ours.server.start()
        stack.callback(ours.server.stop)
        size = (await turn(ours.port, asked, 1))[-1]
        bare = stack.enter_context(Bare(folder, size))
        print(
            f"{choices.sessions:,} sessions, {len(asked) * choices.rounds:,} searches a turn, {size:,} bytes an answer"
        )
        sides: list[list[tuple[float, float, float, int]]] = [[], []]
        for pair in range(1, choices.pairs + 1):
            for name, port, side in (("Jointly", ours.port, sides[0]), ("bare Litestar", bare.port, sides[1])):
                side.append(await turn(port, asked, choices.rounds))
                rate, p50, p99, _ = side[-1]
                print(f"pair {pair} {name:14} {rate:7,.0f}/s, p50 {p50:5.2f} ms, p99 {p99:6.2f} ms", flush=True)
    rates, p99s = ([[each[at] for each in side] for side in sides] for at in (0, 2))
    verdicts.figure("answers a second (median)", median(rates[0]), at_least=A_SECOND)
    verdicts.figure("p99 in ms (median)", median(p99s[0]), at_most=P99_MS)
    ratio = median(mine / theirs for mine, theirs in zip(*rates, strict=True))
    print(f"{ratio:.2f} of the rate of the bare framework (median of pairs)")
    return verdicts.missed


def main() -> None:
    """Read the choices, run, and end with 1 when a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    parser.add_argument("--searches", type=int, default=SEARCHES)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=4)
    sys.exit(1 if uvloop.run(run(parser.parse_args())) else 0)


if __name__ == "__main__":
    main()
