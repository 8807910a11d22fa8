"""W1: a year of diary from one phone, read by a second one, and one new entry; against express-pouchdb and Kinto.

    python tests/bench year [--pairs 5] [--each 3] [--without-kinto]

Ours goes up in batches of 500; express-pouchdb is timed at 500 and at 100 and its better time counts.
Every pair starts both servers afresh; `each` is the number of years pushed and pulled in one turn, whose median
is the turn's figure.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import uvloop

from bench import entries
from bench.conditions import reported
from bench.durable_postgres import start_durable
from bench.kinto import Kinto
from bench.ours import Ours
from bench.pouch import Pouch
from bench.verdicts import Verdicts
from bench.wire import Connection

UP = 80_000
PUSH_TO_POUCH, PULL_TO_POUCH, PUSH_TO_KINTO = 0.6, 0.35, 0.01


@dataclass
class Leg:
    """What one part of the workload took, headers counted in the bytes."""

    seconds: float
    requests: int
    up: int
    down: int

    def __str__(self) -> str:
        return f"{self.seconds * 1000:8.1f} ms, {self.requests} requests, {self.up:,} B up, {self.down:,} B down"


@dataclass
class Turn:
    """One contender's figures: push, pull, one new entry."""

    push: Leg
    pull: Leg
    one: Leg


async def turn(contender, size: int, each: int, seeds: random.Random) -> Turn:
    """Push and pull `each` years of their own people; the medians."""
    await _once(contender, size, seeds.getrandbits(60))
    turns = [await _once(contender, size, seeds.getrandbits(60)) for _ in range(each)]
    return Turn(*(_middle([getattr(one, leg) for one in turns]) for leg in ("push", "pull", "one")))


async def _once(contender, size: int, seed: int) -> Turn:
    year, new = entries.year(seed), entries.some(seed + 1, 1)
    diary = await contender.diary()
    second = await contender.second_device(diary)
    expect = contender.pushed_status
    push, answers = await leg(contender.port, sending(diary.pushes(year, size), expect))
    diary.pushed(answers, len(year))
    pull, pages = await leg(contender.port, second.pull)
    second.pulled(pages, year)
    one, answers = await leg(contender.port, sending(diary.pushes(new, size), expect))
    diary.pushed(answers, 1)
    return Turn(push, pull, one)


def sending(requests: Sequence[bytes], expect: int):
    """Work for `leg`: ask these one after the other."""

    async def send(connection: Connection):
        return [await connection.ask(request, expect=expect) for request in requests]

    return send


async def leg(port: int, work):
    """Time `work` on a fresh connection, connecting included."""
    began = perf_counter()
    connection = await Connection.open(port)
    answer = await work(connection)
    seconds = perf_counter() - began
    connection.close()
    return Leg(seconds, connection.requests, connection.up, connection.down), answer


def _middle(legs: list[Leg]) -> Leg:
    legs.sort(key=lambda leg: leg.seconds)
    return legs[len(legs) // 2]


async def served(contender, work, *args):
    """Start the contender, do the work with it, end it."""
    await contender.start()
    try:
        return await work(contender, *args)
    finally:
        await contender.stop()


def shown(pair: int, name: str, figures: Turn) -> None:
    """One contender's lines of a pair."""
    print(f"pair {pair} {name:34} push {figures.push}")
    print(f"{'':41} pull {figures.pull}")
    print(f"{'':41} one  {figures.one}", flush=True)


async def against_pouch(folder: Path, pairs: int, each: int, seeds: random.Random, verdicts: Verdicts) -> None:
    """The pairs against express-pouchdb, and the verdicts."""
    ours, theirs = [], []
    for pair in range(1, pairs + 1):
        contender = Ours(folder / f"ours-{pair}")
        ours.append(await served(contender, turn, 500, each, seeds))
        shown(pair, f"{contender.name} ({contender.durability}), 500", ours[-1])
        both = []
        for size in (500, 100):
            contender = Pouch(folder / f"pouch-{pair}-{size}")
            both.append(await served(contender, turn, size, each, seeds))
            shown(pair, f"{contender.name} ({contender.durability}), {size}", both[-1])
        theirs.append(
            Turn(*(min((getattr(one, leg) for one in both), key=_seconds) for leg in ("push", "pull", "one")))
        )
    verdicts.figure("requests of the push", max(one.push.requests for one in ours), at_most=3)
    verdicts.figure("bytes of the push", max(one.push.up for one in ours), at_most=UP)
    verdicts.figure("requests of the pull", max(one.pull.requests for one in ours), at_most=1)
    verdicts.figure("requests of one new entry", max(one.one.requests for one in ours), at_most=1)
    for leg, target in (("push", PUSH_TO_POUCH), ("pull", PULL_TO_POUCH)):
        seconds = [[getattr(one, leg).seconds for one in side] for side in (ours, theirs)]
        verdicts.ratio(f"{leg} in s against express-pouchdb", *seconds, at_most=target)


def _seconds(leg: Leg) -> float:
    return leg.seconds


async def against_kinto(folder: Path, pairs: int, seeds: random.Random, verdicts: Verdicts) -> None:
    """The pairs against Kinto, a year each, and the verdict. Kinto takes its largest batch, 100."""
    postgres = start_durable(folder / "postgres")
    ours, theirs = [], []
    try:
        for pair in range(1, pairs + 1):
            contender = Ours(folder / f"ours-kinto-{pair}")
            ours.append(await served(contender, turn, 500, 3, seeds))
            shown(pair, f"{contender.name} ({contender.durability}), 500", ours[-1])
            contender = Kinto(folder / f"kinto-{pair}", postgres)
            theirs.append(await served(contender, _once, 100, seeds.getrandbits(60)))
            shown(pair, f"{contender.name} ({contender.durability}), 100", theirs[-1])
    finally:
        postgres.stop()
    seconds = [[one.push.seconds for one in side] for side in (ours, theirs)]
    verdicts.ratio("push in s against Kinto", *seconds, at_most=PUSH_TO_KINTO)


async def run(chosen: argparse.Namespace) -> int:
    """The workload; gives how many targets were missed."""
    verdicts = Verdicts()
    with TemporaryDirectory() as made:
        folder = Path(made)
        with reported("W1: a year of diary", seed=chosen.seed, folder=folder):
            seeds = random.Random(chosen.seed)
            await against_pouch(folder, chosen.pairs, chosen.each, seeds, verdicts)
            if not chosen.without_kinto:
                await against_kinto(folder, chosen.pairs, seeds, verdicts)
    return verdicts.missed


def main() -> None:
    """Read the choices and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32))
    parser.add_argument("--without-kinto", action="store_true")
    sys.exit(1 if uvloop.run(run(parser.parse_args())) else 0)


if __name__ == "__main__":
    main()
