"""W2: the year of diary over a slow phone's line (see slow_line.py), beside express-pouchdb over the same line.

    python tests/bench slow_phone [--pairs 3]

Every leg is timed from connecting to the last byte; both push in batches of 500.
"""

import argparse
import random
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import uvloop

from bench import entries
from bench.conditions import reported
from bench.ours import Ours
from bench.pouch import Pouch
from bench.slow_line import SlowLine
from bench.verdicts import Verdicts
from bench.year import Turn, leg, sending, served, shown

PUSH, PULL, ONE = 2.0, 1.2, 0.5


async def turn(contender, seed: int) -> Turn:
    """Push, pull by a second device, one new entry: each over a line of its own."""
    year, new = entries.year(seed), entries.some(seed + 1, 1)
    diary = await contender.diary()
    second = await contender.second_device(diary)
    expect = contender.pushed_status
    async with SlowLine(contender.port) as line:
        push, answers = await leg(line.port, sending(diary.pushes(year, 500), expect))
        diary.pushed(answers, len(year))
        pull, pages = await leg(line.port, second.pull)
        second.pulled(pages, year)
        one, answers = await leg(line.port, sending(diary.pushes(new, 1), expect))
        diary.pushed(answers, 1)
    return Turn(push, pull, one)


async def run(chosen: argparse.Namespace) -> int:
    """The workload; gives how many targets were missed."""
    verdicts, seeds = Verdicts(), random.Random(chosen.seed)
    with TemporaryDirectory() as made:
        folder = Path(made)
        with reported("W2: a year of diary on a slow phone", seed=chosen.seed, folder=folder):
            ours: list[Turn] = []
            theirs: list[Turn] = []
            for pair in range(1, chosen.pairs + 1):
                for contender, turns in ((Ours(folder / f"ours-{pair}"), ours), (Pouch(folder / f"p-{pair}"), theirs)):
                    turns.append(await served(contender, turn, seeds.getrandbits(60)))
                    shown(pair, contender.name, turns[-1])
            for name, target in (("push", PUSH), ("pull", PULL), ("one", ONE)):
                mine, other = ([getattr(one, name).seconds for one in side] for side in (ours, theirs))
                ratio = median(our / their for our, their in zip(mine, other, strict=True))
                print(f"{name}: ours {median(mine):.3f} s, theirs {median(other):.3f} s, ratio {ratio:.3f};", end=" ")
                verdicts.figure("ours in s", median(mine), at_most=target)
    return verdicts.missed


def main() -> None:
    """Read the choices and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32))
    sys.exit(1 if uvloop.run(run(parser.parse_args())) else 0)


if __name__ == "__main__":
    main()
