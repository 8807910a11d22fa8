"""A process that has read the whole program in, and forks for every `jointly` that the run asks it for.

Reading in takes most of a start: two seconds of work, hundreds of times in a run. What is forked does the rest as any
start does, in a session, a folder and an environment of its own, and ends as any Python process ends. It is run by
`support.forking`, with the number of the socket on which it is asked; it ends when nobody holds the other side.
"""

import contextlib
import ctypes
import gc
import json
import os
import pkgutil
import select
import signal
import socket
import sys
import time
from functools import cache
from importlib import import_module

PR_SET_PDEATHSIG = 1
LONGEST = 1 << 20
"""Bytes of what is asked: arguments and environment."""


def read_in() -> None:
    """Everything that a start reads, the checkout's content too, which is frozen."""
    import jointly.commands
    import jointly.content

    jointly.content.load = cache(jointly.content.load)
    for module in pkgutil.iter_modules(jointly.commands.__path__, "jointly.commands."):
        import_module(module.name)
    for name in ("cli", "serving", "demo.people", "demo.listings"):
        import_module(f"jointly.{name}")
    jointly.content.load(jointly.content.content_root(None))
    gc.collect()
    gc.freeze()


def forked(line: socket.socket) -> list[str]:
    """Forks whenever it is asked to; returns in what was forked, with its arguments."""
    told_of_ends, tell = os.pipe()
    os.set_blocking(tell, False)
    signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    running: dict[int, int] = {}
    while True:
        ready, _, _ = select.select([line, told_of_ends], [], [])
        if told_of_ends in ready:
            os.read(told_of_ends, 4096)
            _tell_who_ended(running)
        if line not in ready:
            continue
        said, files, _, _ = socket.recv_fds(line, LONGEST, 4)
        if not said:
            os._exit(0)
        asked, (*streams, done) = json.loads(said), files
        if (process := os.fork()) == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for file in (told_of_ends, tell, done, *running.values()):
                os.close(file)
            line.close()
            _become(asked, streams)
            return asked["arguments"]
        running[process] = done
        for file in streams:
            os.close(file)
        line.send(str(process).encode())


def _tell_who_ended(running: dict[int, int]) -> None:
    for process in list(running):
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            done = running.pop(process)
            # Whoever asked may have gone without waiting for it.
            with contextlib.suppress(BrokenPipeError):
                os.write(done, str(os.waitstatus_to_exitcode(status)).encode())
            os.close(done)


def _become(asked: dict, streams: list[int]) -> None:
    """What a process that is started is given: its session, its streams, its folder and its environment."""
    os.setsid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, asked["ending"])
    for place, file in enumerate(streams):
        os.dup2(file, place)
        os.close(file)
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    os.chdir(asked["folder"])


if __name__ == "__main__":
    read_in()
    arguments = forked(socket.socket(fileno=int(sys.argv[1])))
    sys.argv[1:] = arguments
    from jointly.cli import main

    main()
