"""The real application on a real socket in this process, so that a restart takes milliseconds and not a second.

Only the process is missing: databases, files, HTTP and the start are those of `jointly serve`. That it survives
kill -9 is another test's matter.
"""

import asyncio
import threading
from contextlib import nullcontext
from pathlib import Path
from socket import socket
from uuid import UUID

import uvicorn
from litestar import Litestar

from jointly.kit.db import Query
from jointly.operations import code
from jointly.people.house import House
from jointly.record import lives
from jointly.restoring import restore
from jointly.settings import read
from support.processes import free_port
from support.service import application


class NearServer:
    """Starts, stops, backs up and restores one service in `folder`, again and again."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.folder = folder / "data"
        self.copy = folder / "copy.sqlite3"
        self.settings = read({"JOINTLY_DATA": str(self.folder), "JOINTLY_PORT": str(self.port)})
        self.app: Litestar = application(self.settings)
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self._running: _Server | None = None
        self._ended = None
        self.start()

    @property
    def house(self) -> House:
        """What the running service holds."""
        return self.app.state.house

    def start(self) -> None:
        """Starts on the files as they are."""
        if self._running is None:
            self._ended = self._call(self._start())

    def stop(self) -> None:
        """Ends in order."""
        if self._running is not None:
            self.loop.call_soon_threadsafe(self._running.told_to_end.set)
            self._call(asyncio.wait_for(self._ended, 15))
            self._running = None

    def restart(self) -> None:
        """Ends and starts again."""
        self.stop()
        self.start()

    def join_code(self) -> str:
        """A code that opens a new record, many times."""
        return self._call(code(self.house, role="patient", kind="service", called=None, person=None))["code"]

    def person_code(self, person: str) -> str:
        """A code that opens the record of `person` once more."""
        return self._call(code(self.house, role="patient", kind="person", called=None, person=person))["code"]

    def back_up(self) -> None:
        """Copies the database; the copy takes the place of an earlier one."""
        self.copy.unlink(missing_ok=True)
        self._call(self.house.db.backup_to(self.copy))

    def restore(self) -> None:
        """Puts the copy back, as an operator does: stop, restore, start."""
        self.stop()
        self._call(restore(self.settings, self.copy))
        self.start()

    def erase(self, person) -> None:
        """Erases somebody for good."""
        self._call(lives.erase(self.house, person=person, session=None))

    def rows_of(self, person: str) -> list[tuple[int, str]]:
        """Number and version id of everything the service keeps of a person, in order."""
        rows = self.unit(_rows_of, UUID(person))
        return [(number, str(version)) for number, version in rows]

    def unit(self, unit, *arguments):
        """Runs a unit on the service's own writer."""
        return self._call(self.house.db.run(unit, *arguments, purpose="fault"))

    def close(self) -> None:
        """Ends the service and its loop."""
        self.stop()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    def _call(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(60)

    async def _start(self) -> asyncio.Task:
        self._running = _Server(
            uvicorn.Config(
                self.app,
                host="127.0.0.1",
                port=self.port,
                access_log=False,
                log_config=None,
                timeout_graceful_shutdown=2,
            )
        )
        task = asyncio.create_task(self._running.serve())
        while not self._running.started:
            if task.done():
                await task
            await asyncio.sleep(0.002)
        return task


def _rows_of(person: UUID):
    rows = yield Query("select number, id from version where person = ? order by number", (person,))
    return rows


class _Server(uvicorn.Server):
    """uvicorn that ends when told, not at its next look at the clock, and leaves signals to the tests."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.told_to_end = asyncio.Event()

    async def main_loop(self) -> None:
        await self.told_to_end.wait()

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """As uvicorn does it, without the pauses: thousands of histories end a server several times each."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        async with asyncio.timeout(2):
            while self.server_state.connections or self.server_state.tasks:
                await asyncio.sleep(0.001)
        await self.lifespan.shutdown()

    def capture_signals(self) -> nullcontext:
        return nullcontext()
