"""W3: 50 people, one connection each, who push batches of 20 new entries as fast as they are taken.

    python tests/bench load [--pairs 5] [--rounds 40] [--postgres]

Ours has everything on: sign-in, validation, sealing, the feed, a durable commit. express-pouchdb signs nobody in
and does not wait for the disk. With `--postgres` ours runs on a PostgreSQL that does.
"""

import argparse
import asyncio
import random
import shutil
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from time import perf_counter

import uvloop

from bench import entries
from bench.conditions import reported
from bench.durable_postgres import start_durable
from bench.ours import Ours
from bench.pouch import Pouch
from bench.verdicts import Verdicts, percentile
from bench.wire import Connection
from support.postgres import OWNER, Postgres, as_role

CLIENTS = 50
BATCH = 20
WARM_UP = 5
FASTER, ON_POSTGRES = 1.5, 600


@dataclass
class Figures:
    """One turn: how much was taken in a second, and how long one batch waited."""

    batches: int
    a_second: float
    p50: float
    p99: float

    def __str__(self) -> str:
        waits = f"p50 {self.p50 * 1000:5.1f} ms, p99 {self.p99 * 1000:6.1f} ms"
        return f"{self.a_second:7,.0f} batches/s, {waits}, {self.batches:,} batches, 0 errors"


async def turn(contender, rounds: int, seeds: random.Random, watch=None) -> Figures:
    """One closed loop; people, databases and bodies are made before the clock starts."""
    diaries = [await contender.diary() for _ in range(CLIENTS)]
    bodies = []
    for diary in diaries:
        entered = entries.some(seeds.getrandbits(60), BATCH * (WARM_UP + rounds))
        bodies.append(diary.pushes(entered, BATCH))
    connections = [await Connection.open(contender.port) for _ in diaries]
    expect = contender.pushed_status
    warm = [_loop(connection, asked[:WARM_UP], expect) for connection, asked in zip(connections, bodies, strict=True)]
    await asyncio.gather(*warm)
    watching = watch(contender.pid) if watch else None
    began = perf_counter()
    loops = [_loop(connection, asked[WARM_UP:], expect) for connection, asked in zip(connections, bodies, strict=True)]
    done = await asyncio.gather(*loops)
    seconds = perf_counter() - began
    if watching:
        print(watching())
    for diary, (_, answers), connection in zip(diaries, done, connections, strict=True):
        diary.pushed(answers, BATCH * rounds)
        connection.close()
    waits = [wait for one, _ in done for wait in one]
    return Figures(len(waits), len(waits) / seconds, median(waits), percentile(waits, 0.99))


async def _loop(connection: Connection, asked: Sequence[bytes], expect: int):
    waits, answers = [], []
    for request in asked:
        began = perf_counter()
        answers.append(await connection.ask(request, expect=expect))
        waits.append(perf_counter() - began)
    return waits, answers


def counting_syncs(pid: int):
    """Attach strace to the server; what is returned detaches it and gives its count of durable writes."""
    command = ["strace", "-f", "-c", "-e", "trace=fdatasync,fsync", "-p", str(pid)]
    process = Popen(command, stderr=PIPE, text=True)

    def counted() -> str:
        process.send_signal(signal.SIGINT)
        return process.communicate()[1]

    return counted


async def served(contender, rounds: int, seeds: random.Random, watch=None) -> Figures:
    """Start the contender, load it, end it."""
    await contender.start()
    try:
        return await turn(contender, rounds, seeds, watch)
    finally:
        await contender.stop()


def postgres_environment(postgres: Postgres, folder: Path, name: str) -> dict[str, str]:
    """Fresh databases for a service, and its key."""
    key = folder / f"{name}.key"
    key.write_bytes(random.SystemRandom().randbytes(32))
    key.chmod(0o600)
    main, vault = postgres.for_app()
    return {
        "JOINTLY_DATABASE_URL": main,
        "JOINTLY_OWNER_DATABASE_URL": as_role(main, OWNER),
        "JOINTLY_VAULT_URL": vault,
        "JOINTLY_MASTER_KEY_FILE": str(key),
    }


async def run(chosen: argparse.Namespace) -> int:
    """The workload; gives how many targets were missed."""
    verdicts, seeds = Verdicts(), random.Random(chosen.seed)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        what = f"W3: {CLIENTS} people × batches of {BATCH}" + (" on PostgreSQL" if chosen.postgres else "")
        stack.enter_context(reported(what, seed=chosen.seed, folder=folder))
        postgres = start_durable(folder / "postgres") if chosen.postgres else None
        if postgres:
            stack.callback(postgres.stop)

        def ours(name: str) -> Ours:
            return Ours(folder / name, postgres_environment(postgres, folder, name) if postgres else None)

        mine, theirs = [], []
        for pair in range(1, chosen.pairs + 1):
            for contender, figures in ((ours(f"ours-{pair}"), mine), (Pouch(folder / f"pouch-{pair}"), theirs)):
                figures.append(await served(contender, chosen.rounds, seeds))
                print(f"pair {pair} {contender.name:24} ({contender.durability}): {figures[-1]}", flush=True)
        _decide(verdicts, mine, theirs, on_postgres=bool(postgres))
        await _prove(ours("proof"), chosen.rounds, seeds, postgres)
    return verdicts.missed


def _decide(verdicts: Verdicts, mine: list[Figures], theirs: list[Figures], *, on_postgres: bool) -> None:
    rates = [[one.a_second for one in side] for side in (mine, theirs)]
    waits = [[one.p99 for one in side] for side in (mine, theirs)]
    if on_postgres:
        verdicts.figure("batches/s on PostgreSQL (median)", median(rates[0]), at_least=ON_POSTGRES)
        return
    verdicts.ratio("batches/s against express-pouchdb", *rates, at_least=FASTER)
    verdicts.ratio("p99 in s against express-pouchdb", *waits, at_most=1)


async def _prove(contender: Ours, rounds: int, seeds: random.Random, postgres: Postgres | None) -> None:
    """One more run, watched and so not timed: how often the disk was waited for."""
    if postgres:
        asked = "select sum(fsyncs) from pg_stat_io where object = 'wal'"
        before = int(postgres.sql(asked))
        figures = await served(contender, rounds, seeds)
        print(f"durable: {int(postgres.sql(asked)) - before} fsyncs of the log in a run of {figures.batches:,} batches")
    elif shutil.which("strace"):
        figures = await served(contender, rounds, seeds, watch=counting_syncs)
        print(f"durable: the calls above were made for {figures.batches:,} batches, in groups of up to 64")
    else:
        print("durable: not counted, strace is not on this machine")


def main() -> None:
    """Read the choices and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32))
    parser.add_argument("--postgres", action="store_true")
    sys.exit(1 if uvloop.run(run(parser.parse_args())) else 0)


if __name__ == "__main__":
    main()
