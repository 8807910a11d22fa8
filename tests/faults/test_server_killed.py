"""kill -9 of the server under 8 writers: nothing that was acknowledged is lost, nothing is there twice."""

import random
import re
import sqlite3
import threading
import time
from collections import Counter
from contextlib import closing

import httpx
import pytest

from faults.writer import Writer, batch
from support.server import Server

WRITERS = 8


@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.long)])
def test_nothing_acknowledged_is_lost(server: Server, kills: int) -> None:
    code = re.search(r"#(\w{8})", server.run("code", "service").stdout)[1]
    writers = [Writer(server.client(), code) for _ in range(WRITERS)]
    chance = random.Random(kills)
    slowest = 0.0
    for _ in range(kills):
        ending = threading.Event()
        threads = [threading.Thread(target=_write, args=(writer, ending)) for writer in writers]
        for thread in threads:
            thread.start()
        _wait_for_some(writers)
        time.sleep(chance.uniform(0, 0.9))
        server.kill()
        ending.set()
        for thread in threads:
            thread.join()
        server.start()
        slowest = max(slowest, server.started_in_seconds)
    total = 0
    for writer in writers:
        rows = writer.pull_all()
        there = Counter(row["id"] for row in rows)
        assert writer.acknowledged <= set(there)
        assert max(there.values()) == 1
        assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
        total += len(writer.acknowledged)
        writer.client.close()
    server.stop()
    with closing(sqlite3.connect(server.data / "jointly.sqlite3")) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    print(f"{kills} kills, {total} acknowledged entries, 0 lost; slowest start {slowest:.2f} s")
    assert total > 20 * WRITERS * kills / 2, "the writers wrote too little for the test to mean anything"


def _wait_for_some(writers: list[Writer]) -> None:
    """Until as much more was acknowledged as one batch of each: a slow machine takes its time."""
    kept = lambda: sum(len(writer.acknowledged) for writer in writers)  # noqa: E731
    enough, until = kept() + 20 * len(writers), time.monotonic() + 60
    while kept() < enough:
        assert time.monotonic() < until, f"{kept()} of {enough} were acknowledged"
        time.sleep(0.01)


def _write(writer: Writer, ending: threading.Event) -> None:
    while not ending.is_set():
        try:
            writer.send(batch())
        except httpx.HTTPError:
            return
