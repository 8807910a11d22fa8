"""kill -9 in the middle of a first load: it goes on at the page where it was, and no row is lost or there twice."""

import json
import random
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from support import processes
from support.server import Server

ITEMS, TOMBSTONES, SIZE = 1_200, 24, 50
PAGES = ITEMS // SIZE + 1
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


class Handler(BaseHTTPRequestHandler):
    """Serves the feed, and notes where each request was."""

    def do_GET(self) -> None:
        """Answers with the page that begins after so many items."""
        at = int(self.path.partition("at=")[2] or 0)
        self.server.asked.append(at)
        some = [self._item(number) for number in range(at, min(at + SIZE, ITEMS))]
        next = f"http://127.0.0.1:{self.server.server_port}/feed?at={at + len(some)}"
        body = json.dumps({"next": next, "items": some, "license": LICENCE}).encode()
        # Some answers are on their way when the reader is killed, and some are being kept.
        time.sleep(0.01)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _item(self, number: int) -> dict:
        wrap = {"id": number, "kind": "SessionSeries", "modified": 1_790_000_000_000 + number}
        if number >= ITEMS - TOMBSTONES:
            return wrap | {"state": "deleted"}
        return wrap | {"state": "updated", "data": {"@type": "SessionSeries", "@id": f"urn:s:{number}", "name": "Walk"}}

    def log_message(self, *_) -> None:
        """Says nothing."""


@pytest.fixture
def publisher() -> Iterator[ThreadingHTTPServer]:
    """A sound feed on loopback; `asked` are the places that were asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def start_reading(server: Server, log: Path) -> subprocess.Popen:
    """`jointly feeds refresh`, in a process of its own."""
    command = [*server.jointly, "feeds", "refresh"]
    return processes.start(command, log=log, env=server.environment, cwd=server.data.parent)


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=pytest.mark.long)])
def test_a_first_load_that_is_killed_goes_on_at_its_page(make_server, publisher, tmp_path: Path, kills: int) -> None:
    server: Server = make_server(environment={"JOINTLY_FEEDS_PRIVATE_HOSTS": "127.0.0.1"})
    server.run("feeds", "add", f"http://127.0.0.1:{publisher.server_port}/feed")
    chance, log = random.Random(kills), tmp_path / "refresh.log"
    del publisher.asked[:]
    for kill in range(kills):
        process = start_reading(server, log)
        target = (kill + 1) * (PAGES - 4) // (kills + 1)
        processes.wait_until(lambda at=target: at * SIZE in publisher.asked, process, log=log)
        time.sleep(chance.uniform(0, 0.02))
        process.kill()
        process.wait()
        with closing(sqlite3.connect(server.data / "jointly.sqlite3")) as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
            [(cursor, pages, items)] = database.execute("select cursor, pages, items from source where kind = 'rpde'")
            [(rows,)] = database.execute("select count(*) from record")
        # The place that is kept and the rows that are kept tell the same.
        assert (int(cursor.partition("at=")[2]), items, rows) == (pages * SIZE, pages * SIZE, pages * SIZE)
    done = server.run("feeds", "refresh").stdout
    assert f"{PAGES} pages, {ITEMS:,} items" in done
    with closing(sqlite3.connect(server.data / "jointly.sqlite3")) as database:
        counts = dict(database.execute("select gone, count(*) from record group by gone"))
        assert counts == {0: ITEMS - TOMBSTONES, 1: TOMBSTONES}
        assert database.execute("select count(distinct key) from record").fetchone() == (ITEMS,)
        assert database.execute("select count(*) from listing").fetchone() == (ITEMS - TOMBSTONES,)
    # Nothing was read again but what was on its way at a kill.
    assert len(publisher.asked) <= PAGES + 2 * kills
