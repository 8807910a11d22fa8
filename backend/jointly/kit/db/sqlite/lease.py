"""Holding the writer for one transaction of ordinary Piccolo queries.

The lease waits in the writer's queue like any unit. When its turn comes the writer thread begins a transaction
and does what the lease asks, and nothing else, until it is ended or its time is up.
"""

import asyncio
import sqlite3
import threading
import time
from queue import Empty, SimpleQueue
from typing import Any

from jointly.kit.db.errors import DatabaseError, TransactionOver, TransactionTimedOut
from jointly.kit.db.sqlite.answering import Answer, deliver
from jointly.kit.db.sqlite.failing import failure_of_the_group, storage_failure
from jointly.kit.db.sqlite.performing import Work


class _End:
    """The last thing asked of a lease."""

    def __init__(self, commit: bool) -> None:
        self.commit = commit


class Lease:
    """One exclusive turn. The methods of the first half belong to the event loop, `serve` to the writer thread."""

    def __init__(self, limit_seconds: float) -> None:
        self.granted: asyncio.Future = asyncio.get_running_loop().create_future()
        self._unanswered = [self.granted]
        self._limit_seconds = limit_seconds
        self._asked: SimpleQueue[tuple[asyncio.Future, Work | _End]] = SimpleQueue()
        self._over: DatabaseError | None = None
        self._guard = threading.Lock()

    def ask(self, work: Work) -> asyncio.Future:
        """Have the work done on the writer's connection; the future carries its answer."""
        return self._put(work)

    def end(self, commit: bool) -> asyncio.Future:
        """Commit or roll back. It happens even when nobody waits for the future, as after a cancellation."""
        return self._put(_End(commit))

    @property
    def is_over(self) -> bool:
        """True once it was ended, timed out, or undone."""
        return self._over is not None

    def _put(self, request: Work | _End) -> asyncio.Future:
        future = asyncio.get_running_loop().create_future()
        with self._guard:
            if self._over is None:
                self._asked.put((future, request))
                return future
        deliver([_too_late(future, request, self._over)])
        return future

    def refuse(self, error: BaseException) -> None:
        """The turn never comes, or the storage ended it."""
        self._finish(failure_of_the_group(error))
        deliver(Answer(future, error=failure_of_the_group(error)) for future in self._unanswered)

    def serve(self, connection: sqlite3.Connection) -> None:
        """Begin, do what is asked, end. Raises only what the storage itself raises."""
        connection.execute("BEGIN IMMEDIATE")
        deadline = time.monotonic() + self._limit_seconds
        deliver([Answer(self.granted)])
        try:
            while self._over is None:
                try:
                    future, request = self._asked.get(timeout=max(0.0, deadline - time.monotonic()))
                except Empty:
                    self._finish(TransactionTimedOut(f"held for more than {self._limit_seconds:g} s, so rolled back"))
                    return
                self._answer(connection, future, request)
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def _answer(self, connection: sqlite3.Connection, future: asyncio.Future, request: Work | _End) -> None:
        try:
            value = self._end(connection, request) if isinstance(request, _End) else self._do(connection, request)
        except BaseException as error:
            if self._over is not None and storage_failure(self._over):
                # The writer comes first, because it may have to stop; then `refuse` answers.
                self._unanswered.append(future)
                raise self._over from error
            deliver([Answer(future, error=error)])
        else:
            deliver([Answer(future, value)])

    def _do(self, connection: sqlite3.Connection, work: Work) -> Any:
        try:
            return work(connection)
        except BaseException as error:
            failure = storage_failure(error) if isinstance(error, Exception) else None
            if failure:
                self._finish(failure)
                raise failure from error
            raise
        finally:
            # Some errors make SQLite roll back by itself; later queries would then commit one by one.
            if not connection.in_transaction:
                self._finish(TransactionOver("the database undid this transaction"))

    def _end(self, connection: sqlite3.Connection, end: _End) -> None:
        try:
            connection.execute("COMMIT" if end.commit else "ROLLBACK")
        except sqlite3.Error as error:
            failure = storage_failure(error)
            self._finish(failure or TransactionOver(f"the commit failed: {error}"))
            if failure:
                raise failure from error
            raise
        self._finish(TransactionOver("this transaction has ended"))

    def _finish(self, reason: DatabaseError) -> None:
        """Nothing more is done. Requests that wait already are answered with the reason, later ones at once."""
        with self._guard:
            if self._over is not None:
                return
            self._over = reason
        answers = []
        while not self._asked.empty():
            answers.append(_too_late(*self._asked.get_nowait(), reason))
        deliver(answers)


def _too_late(future: asyncio.Future, request: Work | _End, reason: DatabaseError) -> Answer:
    """The answer after the end. A rollback has nothing left to do; the rest is told why, each its own instance."""
    if isinstance(request, _End) and not request.commit:
        return Answer(future)
    return Answer(future, error=type(reason)(*reason.args))
