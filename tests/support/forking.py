"""`jointly` forked from a process that has read it in already (support/preloaded.py), instead of started afresh.

What only a start of its own shows is still tested: tests of starting and of commands ask for it (`afresh`), and so does
whatever starts with other settings of Python.
"""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import IO

JOINTLY = [sys.executable, "-m", "jointly.cli"]
"""What a test starts when it says nothing else."""


class Forked:
    """One process, as far as `subprocess.Popen` is asked about one here."""

    def __init__(self, args: list[str], pid: int, done: int) -> None:
        self.args = args
        self.pid = pid
        self.returncode: int | None = None
        self._done = done

    def poll(self) -> int | None:
        """How it ended, or nothing while it runs."""
        return self.returncode if self.returncode is not None or not self._ended(0) else self._read()

    def wait(self, timeout: float | None = None) -> int:
        """How it ended, once it has."""
        if self.returncode is not None:
            return self.returncode
        if not self._ended(timeout):
            raise subprocess.TimeoutExpired(self.args, timeout or 0)
        return self._read()

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """kill -9."""
        self.send_signal(signal.SIGKILL)

    def _ended(self, seconds: float | None) -> bool:
        return bool(select.select([self._done], [], [], seconds)[0])

    def _read(self) -> int:
        said = os.read(self._done, 16)
        os.close(self._done)
        self.returncode = int(said) if said else -signal.SIGKILL
        return self.returncode


def can_fork(command: list[str], environment: Mapping[str, str]) -> bool:
    """Whether this may be forked: it is the program itself, and Python is to behave as it does here."""
    own = {name: value for name, value in _pythons(environment).items() if name != "PYTHONUNBUFFERED"}
    here = {name: value for name, value in _pythons(os.environ).items() if name != "PYTHONUNBUFFERED"}
    return sys.platform == "linux" and command[: len(JOINTLY)] == JOINTLY and own == here


def fork(
    command: list[str],
    *,
    env: Mapping[str, str],
    cwd: Path,
    streams: tuple[IO, IO, IO],
    ending: signal.Signals = signal.SIGTERM,
) -> Forked:
    """Fork a `jointly` for which `can_fork` holds, with these streams; it gets `ending` when the run dies."""
    asked = {"arguments": command[len(JOINTLY) :], "environment": dict(env), "folder": str(cwd), "ending": ending}
    line, one_at_a_time, _ = _preloaded()
    done, tell = os.pipe()
    with one_at_a_time:
        files = [*(stream.fileno() for stream in streams), tell]
        socket.send_fds(line, [json.dumps(asked).encode()], files)
        os.close(tell)
        said = line.recv(16)
    assert said, "the process that forks has ended"
    return Forked(command, int(said), done)


@cache
def _preloaded() -> tuple[socket.socket, threading.Lock, subprocess.Popen]:
    """The line to this worker's process that forks."""
    line, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    program = Path(__file__).with_name("preloaded.py")
    with its:
        # -P: what lies beside the program is no module of its.
        forks = subprocess.Popen(
            [sys.executable, "-P", str(program), str(its.fileno())],
            pass_fds=[its.fileno()],
            stdin=subprocess.DEVNULL,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
    return line, threading.Lock(), forks


def end() -> None:
    """End this worker's process that forks, if there is one; what it forked ends with it."""
    if _preloaded.cache_info().currsize:
        line, _, forks = _preloaded()
        line.close()
        forks.wait()
        _preloaded.cache_clear()


def _pythons(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith("PYTHON")}
