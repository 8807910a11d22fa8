"""Dispatchers that can be killed. Each line on stdin forks one from this process, which has read all of it in; its
number is told on stdout, and it makes a file of that name once it looks.

Run as a program with `Given` as JSON. What is its own here is the clock, which the test moves, short waits for answers,
and what stands in for e-mail and SMS; what is dispatched, and when, is the product's.
"""

import asyncio
import ctypes
import mmap
import os
import random
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from jointly import settings
from jointly.content import content_root, messages
from jointly.house import close_house, open_house
from jointly.kit import clock
from jointly.kit.push import Sender
from jointly.kit.push.limits import Limits
from jointly.reminders.channels import Outcome, Words
from jointly.reminders.dispatching import Dispatcher
from jointly.reminders.outlets import Outlets
from jointly.reminders.running import keep_looking

PR_SET_PDEATHSIG = 1
SOON = Limits(connect=1, read=0.3, whole=2, rest=0.2, longest_rest=1)
"""Seconds of our own, for what a push service would be given minutes: the clock that the test moves is not this one."""
EVERY = 0.02


class Given(msgspec.Struct):
    """Settings by their variables, what stands in for push services, and the folder of clock, notes and marks."""

    environment: dict[str, str]
    instead: dict[str, str]
    folder: str


class Noted:
    """A channel that notes whom it wrote to, at once and for good. One time in five it says that nothing went out, and
    one in twenty that nobody knows."""

    def __init__(self, name: Literal["email", "sms"], notes: Path) -> None:
        self.name = name
        self._notes = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._chance = random.Random(os.getpid())

    async def send(self, to: str, words: Words, *, reference: str) -> Outcome:
        """Takes as long as a line to somewhere else does."""
        await asyncio.sleep(self._chance.uniform(0, 0.05))
        what = self._chance.random()
        if what < 0.2:
            return Outcome.WAIT
        os.write(self._notes, f"{self.name} {to} {reference}\n".encode())
        await asyncio.sleep(self._chance.uniform(0, 0.05))
        return Outcome.UNKNOWN if what < 0.25 else Outcome.SENT

    async def close(self) -> None:
        """Nothing to close."""


def moved_clock(file: Path) -> Callable[[], datetime]:
    """This instant and as many seconds as the file says: eight bytes, which the test changes while all run."""
    with file.open("rb") as opened:
        seconds = mmap.mmap(opened.fileno(), 8, access=mmap.ACCESS_READ)
    return lambda: datetime.now(UTC) + timedelta(seconds=struct.unpack("d", seconds[:8])[0])


async def dispatch(given: Given, speak) -> None:
    """One dispatcher, until it is killed."""
    folder = Path(given.folder)
    clock.now = moved_clock(folder / "clock")
    house = await open_house(settings.read(given.environment))
    assert house.push_keys
    channels = {name: Noted(name, folder / "notes") for name in ("email", "sms")}
    try:
        async with Sender(house.push_keys, "mailto:ops@example.org", instead=given.instead, limits=SOON) as sender:
            dispatcher = Dispatcher(house, {}, speak, Outlets(sender, channels))
            (folder / str(os.getpid())).touch()
            await keep_looking(dispatcher, asyncio.Event(), EVERY)
    finally:
        await close_house(house)


def main(given: Given) -> None:
    """Forks for each line."""
    speak = messages(content_root(None), "en")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            with suppress(KeyboardInterrupt):
                asyncio.run(dispatch(given, speak))
            os._exit(0)
        print(child, flush=True)


if __name__ == "__main__":
    main(msgspec.json.decode(sys.argv[1], type=Given))
