"""Two dispatchers on one PostgreSQL that a test starts, kills and moves through time."""

import json
import os
import signal
import struct
import subprocess
import sys
import time
from collections import Counter
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from faults.failing_push import FailingPush
from support import processes
from support.postgres import Postgres
from support.repository import ROOT
from support.service import ORIGIN

STILL = 0.4
"""Seconds without any progress, after which the clock is moved: somebody may wait for it."""


class MovedClock:
    """What time it is for the dispatchers: this instant and as many seconds as the file says."""

    def __init__(self, file: Path, start: datetime) -> None:
        self._file = file
        self.to(start)

    @property
    def now(self) -> datetime:
        """What it shows."""
        return datetime.fromtimestamp(time.time() + self._ahead, UTC)

    def to(self, at: datetime) -> None:
        """Sets it."""
        self.by(at.timestamp() - time.time(), since=0)

    def by(self, seconds: float, since: float | None = None) -> None:
        """Moves it on."""
        self._ahead = (self._ahead if since is None else since) + seconds
        # Written over, never anew: the dispatchers have it mapped.
        with self._file.open("r+b" if self._file.exists() else "wb") as opened:
            opened.write(struct.pack("d", self._ahead))


class Dispatchers(AbstractContextManager):
    """`with Dispatchers(…) as two:`; `kills` counts what was killed."""

    def __init__(self, folder: Path, database: str, vault: str, push: FailingPush, clock: MovedClock) -> None:
        self._folder, self.clock, self.kills = folder, clock, 0
        self.log = folder / "dispatchers.log"
        environment = {
            "JOINTLY_DATA": str(folder / "data"),
            "JOINTLY_ORIGIN": ORIGIN,
            "JOINTLY_DATABASE_URL": database,
            "JOINTLY_VAULT_URL": vault,
        }
        given = {"environment": environment, "instead": push.instead, "folder": str(folder)}
        self._command = [sys.executable, "-m", "faults.dispatch", json.dumps(given)]
        self._certificate = str(push.certificate)
        self._running: list[int] = []

    def __enter__(self) -> "Dispatchers":
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                cwd=ROOT / "tests",
                env=os.environ | {"SSL_CERT_FILE": self._certificate},
            )
        return self

    def __exit__(self, *_: object) -> None:
        for process in list(self._running):
            self._kill(process)
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def start(self, count: int = 2) -> None:
        """Starts what is missing, and waits until all of them look."""
        new: list[int] = []
        while len(self._running) < count:
            assert self._process.stdin and self._process.stdout
            self._process.stdin.write("\n")
            self._process.stdin.flush()
            new.append(int(self._process.stdout.readline()))
            self._running.append(new[-1])
        processes.wait_until(
            lambda: all((self._folder / str(process)).exists() for process in new), self._process, log=self.log
        )

    def kill(self, count: int) -> None:
        """kill -9 of so many, the one that is there longest first."""
        for process in self._running[:count]:
            self._kill(process)
            self.kills += 1

    def _kill(self, process: int) -> None:
        os.kill(process, signal.SIGKILL)
        self._running.remove(process)
        (self._folder / str(process)).unlink(missing_ok=True)

    def settle(self, postgres: Postgres, database: str, seconds: float = 60) -> None:
        """Waits until nothing is left to do at the time that the clock shows; moves it on while nothing happens."""
        until, before, since = time.monotonic() + seconds, None, time.monotonic()
        while (left := self._left(postgres, database)) != "0|0|0":
            now = time.monotonic()
            assert now < until, (
                f"left of what is due, of messages and of people: {left}\n{self.log.read_text()[-4000:]}"
            )
            if left != before:
                before, since = left, now
            elif now - since > STILL:
                self.clock.by(30)
                since = now
            time.sleep(0.05)

    def _left(self, postgres: Postgres, database: str) -> str:
        now = f"'{self.clock.now.isoformat()}'"
        return postgres.sql(
            f"select (select count(*) from due where state = 'waiting' and at <= {now}), "
            "(select count(*) from message where state = 'sending'), "
            f"(select count(*) from reminded where next_at <= {now})",
            database=database,
        )

    def noted(self) -> Counter[tuple[str, str]]:
        """How often e-mail and SMS went out, by the channel and the message."""
        notes = self._folder / "notes"
        lines = notes.read_text().splitlines() if notes.exists() else []
        return Counter((channel, message) for channel, _, message in map(str.split, lines))
