"""Processes that tests start: on loopback, and never outliving the run, not even one that is killed."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from support import forking

Process = subprocess.Popen | forking.Forked
PR_SET_PDEATHSIG = 1


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(
    command: list[str], *, log: Path, ending: signal.Signals = signal.SIGTERM, afresh: bool = False, **options: Any
) -> Process:
    """Start a process whose output is added to `log`; on Linux it gets `ending` when the run dies.

    `jointly` itself is forked from a process that has read it in, where that can be, unless it is to begin `afresh`.

    Its own session keeps Ctrl-C for the run, whose fixtures then end it in order. Start it from the main thread: the
    kernel counts the end of the starting thread as the parent's death.
    """
    with log.open("ab") as output:
        if not afresh and options.keys() == {"env", "cwd"} and forking.can_fork(command, options["env"]):
            with Path(os.devnull).open() as nothing:
                return forking.fork(command, streams=(nothing, output, output), ending=ending, **options)
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_dying_with_parent(ending) if sys.platform == "linux" else None,
            **options,
        )


def run(
    command: list[str], *, env: Mapping[str, str], cwd: Path, seconds: float, afresh: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, forked as in `start`, and give what it printed."""
    if afresh or not forking.can_fork(command, env):
        quiet = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True}
        return subprocess.run(command, env=env, cwd=cwd, timeout=seconds, **quiet)
    with Path(os.devnull).open() as nothing, TemporaryFile("w+") as output, TemporaryFile("w+") as errors:
        process = forking.fork(command, env=env, cwd=cwd, streams=(nothing, output, errors))
        try:
            code = process.wait(seconds)
        finally:
            process.kill()
        said = [file.read() for file in (output, errors) if not file.seek(0)]
    return subprocess.CompletedProcess(command, code, *said)


def stop(process: Process, how: signal.Signals = signal.SIGTERM, *, seconds: float = 15) -> int:
    """End a process and return its exit code; one that does not listen is killed, and that is an error."""
    if process.poll() is None:
        process.send_signal(how)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise AssertionError(f"{process.args} did not end within {seconds} s of {how.name}") from None


def wait_until(ready: Callable[[], bool], process: Process, *, log: Path, seconds: float = 30) -> None:
    """Wait until `ready()`; if the process ends first or time runs out, fail with the end of its log."""
    deadline = time.monotonic() + seconds
    while not ready():
        ended = process.poll() is not None
        if ended or time.monotonic() > deadline:
            what = f"ended with {process.returncode}" if ended else f"was not ready after {seconds} s"
            raise AssertionError(f"{process.args} {what}:\n{log.read_text(errors='replace')[-4000:]}")
        time.sleep(0.02)


def _dying_with_parent(ending: signal.Signals) -> Callable[[], None]:
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(PR_SET_PDEATHSIG, int(ending))
