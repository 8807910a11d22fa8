"""A few threads, each with a connection of its own that only reads."""

import asyncio
import sqlite3
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from jointly.kit.db.errors import DatabaseClosed
from jointly.kit.db.sqlite.answering import Answer, deliver
from jointly.kit.db.sqlite.connecting import INLINE_CACHE_KIB, connect_reader
from jointly.kit.db.sqlite.performing import Work, in_snapshot


class Readers:
    """Each piece of work gets one consistent snapshot. What waits is taken in turn by whichever thread is free."""

    def __init__(self, path: Path, count: int) -> None:
        self._queue: SimpleQueue[tuple[asyncio.Future, Work] | None] = SimpleQueue()
        self._guard = threading.Lock()
        self._closed = False
        self._inline = connect_reader(path, INLINE_CACHE_KIB)
        self._inline_guard = threading.Lock()
        self._threads = [self._start(connect_reader(path), number) for number in range(count)]

    def submit(self, work: Work) -> asyncio.Future:
        """Have the work done on a reading thread; the future carries its answer."""
        future = asyncio.get_running_loop().create_future()
        with self._guard:
            if self._closed:
                raise DatabaseClosed("the database is closed")
            self._queue.put((future, work))
        return future

    def inline(self, work: Work) -> Any:
        """Do the work here and now, for reads so short that asking a thread would take longer."""
        with self._inline_guard:
            if self._closed:
                raise DatabaseClosed("the database is closed")
            return in_snapshot(self._inline, work)

    async def close(self) -> None:
        """Finish what is queued, then end the threads."""
        with self._guard:
            if self._closed:
                return
            self._closed = True
            for _ in self._threads:
                self._queue.put(None)
        for thread in self._threads:
            await asyncio.to_thread(thread.join)
        with self._inline_guard:
            self._inline.close()

    def _start(self, connection: sqlite3.Connection, number: int) -> threading.Thread:
        thread = threading.Thread(target=self._run, args=(connection,), name=f"sqlite-reader-{number}", daemon=True)
        thread.start()
        return thread

    def _run(self, connection: sqlite3.Connection) -> None:
        while (asked := self._queue.get()) is not None:
            future, work = asked
            if future.cancelled():
                continue
            try:
                answer = Answer(future, in_snapshot(connection, work))
            except BaseException as error:
                answer = Answer(future, error=error)
            deliver([answer])
        connection.close()
