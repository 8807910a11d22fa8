"""W6: the first load of a feed of 200,000 items from loopback, with the guarded client, into a database on disk.

    python tests/bench feeds [--postgres] [--items 200000] [--derive]

The feed is served by a process of its own, in pages of 500 that it makes beforehand: one class with 19 sessions, again
and again. Taking it in
(asking, reading, keeping each page with its place in a transaction) has to do 5,000 items a second or more, and memory
stays flat: the most that the process ever held may be 20 MB more at the end than after the first quarter, by which the
database's cache of pages is full. Making listings of it is timed apart, with `--derive`, and has no target.
"""

import argparse
import json
import multiprocessing
import resource
import tempfile
import time
from contextlib import ExitStack
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import uuid4

import uvloop

from bench.conditions import reported
from bench.durable_postgres import start_durable
from bench.verdicts import Verdicts
from jointly.content import content_root
from jointly.kit import clock
from jointly.kit.db import Database, open_database
from jointly.kit.fetching import Fetcher
from jointly.kit.ids import uuid7
from jointly.listings.taking_in.deriving import derive
from jointly.listings.taking_in.intake import Intake, Look, lists_of
from jointly.listings.taking_in.rpde import read_feed
from jointly.listings.taking_in.sources import Found, Source, add, source
from jointly.migrating import migrate

ITEMS, SIZE, FAMILY = 200_000, 500, 20
GOAL_A_SECOND, GOAL_GROWTH = 5_000, 20_000_000
FIRST = 1_790_000_000_000
HOST = "127.0.0.1"
CLASS = {
    "@context": ["https://openactive.io/", "https://openactive.io/ns-beta"],
    "@type": "SessionSeries",
    "activity": [
        {
            "@type": "Concept",
            "@id": "https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f",
            "prefLabel": "Tai Chi",
            "inScheme": "https://openactive.io/activity-list",
        }
    ],
    "description": "A gentle class for everybody, standing or seated. " * 8,
    "organizer": {"@type": "Organization", "@id": "https://leisure.example/", "name": "Leeds Leisure"},
    "offers": [{"@type": "Offer", "name": "Adult", "price": 4.5, "priceCurrency": "GBP"}] * 3,
    "location": {
        "@type": "Place",
        "name": "Town hall",
        "address": {"@type": "PostalAddress", "streetAddress": "1 The Headrow", "postalCode": "LS1 1UR"},
    },
}
"""About as long as what leisure centres send."""


class Handler(BaseHTTPRequestHandler):
    """Serves the feed; the place is in the address."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers with a page."""
        body = self.server.pages[self.path]
        self.send_response(200)
        self.send_header("Content-Type", "application/vnd.openactive.rpde+json; version=1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        """Says nothing."""


def item(number: int) -> dict:
    """A class, or one of its sessions."""
    family, place = divmod(number, FAMILY)
    series = f"https://leisure.example/series/{family}"
    if place == 0:
        where = {"@type": "GeoCoordinates", "latitude": 50.5 + family % 500 / 100, "longitude": -3 + family % 300 / 100}
        data = CLASS | {"@id": series, "name": f"Tai chi {family}", "location": CLASS["location"] | {"geo": where}}
    else:
        start = clock.now().replace(hour=place, minute=30, second=0, microsecond=0) + timedelta(weeks=place % 12)
        data = {
            "@type": "ScheduledSession",
            "@id": f"https://leisure.example/session/{number}",
            "superEvent": series,
            "startDate": start.isoformat(),
            "endDate": (start + timedelta(hours=1)).isoformat(),
            "duration": "PT1H",
            "maximumAttendeeCapacity": 20,
            "remainingAttendeeCapacity": number % 20,
            "eventStatus": "https://schema.org/EventScheduled",
        }
    kind = data["@type"]
    return {"state": "updated", "kind": kind, "id": f"{kind}-{number}", "modified": FIRST + number, "data": data}


def page(at: int, items: int, port: int) -> bytes:
    """The items from a number on; the one after the last is empty and names itself."""
    end = min(at + SIZE, items)
    next = f"http://{HOST}:{port}/feed/{end}"
    some = [item(number) for number in range(at, end)]
    return json.dumps({"next": next, "items": some, "license": "CC BY 4.0"}).encode()


def serve(told: Connection, items: int) -> None:
    """The publisher's process: makes its pages, tells its port, and serves until it is ended."""
    server = ThreadingHTTPServer((HOST, 0), Handler)
    places = sorted({*range(0, items, SIZE), items})
    server.pages = {f"/feed/{at}": page(at, items, server.server_port) for at in places}
    told.send(server.server_port)
    server.serve_forever()


def resident() -> int:
    """Bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def peak() -> int:
    """The most bytes of memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


async def load(intake: Intake, feed: Source, items: int) -> tuple[float, int]:
    """Reads the feed to its end; gives the seconds, and by how much the peak of memory grew after the first quarter."""
    began, first = time.perf_counter(), 0
    while feed.state != "up-to-date":
        feed = await read_feed(intake, feed, Look(intake.now() + timedelta(hours=1), max(1, items // SIZE // 8)))
        first = first or (peak() if feed.items >= items // 4 else 0)
        print(f"  {feed.pages:,} pages, {feed.items:,} items, peak {peak() / 1e6:,.0f} MB", flush=True)
    assert feed.items == items, feed
    return time.perf_counter() - began, peak() - first


async def run_on(db: Database, choices: argparse.Namespace, port: int) -> int:
    """The workload on one database; gives how many targets were missed."""
    verdicts = Verdicts()
    await migrate(db)
    found = Found("rpde", f"http://{HOST}:{port}/feed/0", uuid4(), "Leeds Leisure")
    [id] = await db.run(add, [(uuid7(), found)], clock.now(), purpose="bench")
    async with Fetcher(agent="Jointly bench", private_hosts=[HOST]) as fetcher:
        intake = Intake(db, fetcher, *lists_of(content_root()))
        seconds, grown = await load(intake, await db.read(source, id, purpose="bench"), choices.items)
        verdicts.figure("items a second", choices.items / seconds, at_least=GOAL_A_SECOND)
        verdicts.figure("peak of memory above that of the first quarter, MB", grown / 1e6, at_most=GOAL_GROWTH / 1e6)
        if choices.derive:
            began, before = time.perf_counter(), resident()
            done = await derive(intake, await db.read(source, id, purpose="bench"), Look.of(intake, timedelta(hours=9)))
            seconds = time.perf_counter() - began
            print(f"listings made of {choices.items / seconds:,.0f} records a second ({done:,} looked for)")
            print(f"memory more than before that: {(resident() - before) / 1e6:,.0f} MB")
    return verdicts.missed


async def run(choices: argparse.Namespace) -> int:
    """Opens a database on disk, and runs there."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        publisher = multiprocessing.get_context("spawn").Process(
            target=serve, args=(theirs, choices.items), daemon=True
        )
        publisher.start()
        stack.callback(publisher.kill)
        if choices.postgres:
            postgres = start_durable(folder / "cluster")
            stack.callback(postgres.stop)
            where = postgres.create_database()
        else:
            where = str(folder / "feeds.sqlite3")
        db = await open_database(where)
        try:
            with reported(f"W6: first load of {choices.items:,} items", seed=0, folder=folder, database=db.version):
                return await run_on(db, choices, ours.recv())
        finally:
            await db.close()


def main() -> None:
    """Read the choices, run, and end with 1 when a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--items", type=int, default=ITEMS)
    parser.add_argument("--derive", action="store_true")
    raise SystemExit(1 if uvloop.run(run(parser.parse_args())) else 0)


if __name__ == "__main__":
    main()
