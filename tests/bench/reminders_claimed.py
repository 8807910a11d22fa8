"""W10: one million reminders that are all due, as after an outage, scanned and claimed by two processes.

    python tests/bench reminders_claimed [--people 250000] [--each 4]

Each process looks as `jointly serve` does, again and again, until there is nothing more. A person's reminders that are
due at once are one telling; it is claimed when it is committed, on a PostgreSQL that waits for the disk, that they are
told, with the message that says so in the list of the app. Nothing is sent: that is `push` and `reminders_in_time`.
Time is taken from when both have their databases open until the last of both has found nothing more.
"""

import argparse
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import uvloop

from bench.conditions import load, reported
from bench.reminded import SPAWN, cpu_of, fill, stand, with_house
from bench.verdicts import Verdicts
from jointly.content import content_root, messages
from jointly.reminders.dispatching import Dispatcher
from jointly.reminders.outlets import Outlets
from jointly.settings import Settings

GOAL = 60.0
PROCESSES = 2


def dispatch(told: Connection, settings: Settings) -> None:
    """One process: says that it is ready, waits for the word, and says how many it told in how many CPU seconds."""

    async def work(house):
        dispatcher = Dispatcher(house, {}, messages(content_root(None), "en"), Outlets())
        told.send(None)
        told.recv()
        cpu = time.process_time()
        while await dispatcher.look():
            pass
        return dispatcher.counted["due_told"], time.process_time() - cpu

    told.send(uvloop.run(with_house(settings, work)))


def run(chosen: argparse.Namespace) -> int:
    """Fills, claims and counts; gives how many targets were missed."""
    with tempfile.TemporaryDirectory() as name, stand(Path(name)) as here:
        # Four times, a quarter of an hour apart, the last of them just now.
        fill(here, chosen.people, chosen.each, "now() - interval '1 hour'", "s * interval '15 minutes'")
        with reported(f"W10: {chosen.people * chosen.each:,} reminders claimed", seed=0, folder=Path(name)):
            lines = [SPAWN.Pipe() for _ in range(chosen.processes)]
            processes = [SPAWN.Process(target=dispatch, args=(its, here.settings), daemon=True) for _, its in lines]
            for process in processes:
                process.start()
            for ours, _ in lines:
                ours.recv()
            print(f"load as it begins {load()}", flush=True)
            began, before = time.perf_counter(), cpu_of(here.postgres)
            for ours, _ in lines:
                ours.send(None)
            found = [ours.recv() for ours, _ in lines]
            took, theirs = time.perf_counter() - began, cpu_of(here.postgres) - before
        for count, cpu in found:
            print(f"a process told {count:,} in {cpu:.1f} s of its CPU")
        print(f"PostgreSQL took {theirs:.1f} s of CPU")
        counts = here.sql(
            "select count(*), count(distinct telling), count(distinct person) from due where state = 'told'",
            "select count(*) from message where state = 'sent' and channel = 'list'",
        )
        print(f"told, tellings, people; messages: {counts.split()}")
        whole = f"{chosen.people * chosen.each}|{chosen.people}|{chosen.people}\n{chosen.people}"
        assert counts == whole, "not each was told once"
        verdicts = Verdicts()
        verdicts.figure("seconds", took, at_most=GOAL)
        return verdicts.missed


def main() -> None:
    """Read the choices, run, and end with 1 when the target was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=250_000)
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--processes", type=int, default=PROCESSES)
    raise SystemExit(1 if run(parser.parse_args()) else 0)


if __name__ == "__main__":
    main()
