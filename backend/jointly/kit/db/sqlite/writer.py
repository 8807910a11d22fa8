"""The one thread that writes: it takes what is queued, commits it together, and answers everybody at once."""

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from jointly.kit.db.errors import DatabaseClosed, StorageFailed, StorageFull
from jointly.kit.db.sqlite.answering import Answer, deliver
from jointly.kit.db.sqlite.checkpoints import Checkpoints
from jointly.kit.db.sqlite.failing import failure_of_the_group, storage_failure
from jointly.kit.db.sqlite.lease import Lease
from jointly.kit.db.sqlite.performing import Work, alone, in_savepoint, unit_work
from jointly.kit.db.units import Share

_log = logging.getLogger(__name__)

GROUP_LIMIT = 64
"""A commit with so many units takes no more, so that the first does not wait for ever."""


class Job(NamedTuple):
    """A unit that waits for its turn."""

    future: asyncio.Future
    work: Work
    share: Share | None = None


class _Stop(NamedTuple):
    """The last item of the queue."""

    future: asyncio.Future


class GroupLost(Exception):
    """A unit ended the transaction that it shares, so that nothing of the group can be trusted."""


class Writer:
    """Owns the connection. Everything below `_run` happens on its thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path, on_fatal: Callable[[Exception], None]) -> None:
        self._connection = connection
        self._checkpoints = Checkpoints(connection, path)
        self._on_fatal = on_fatal
        self._queue: SimpleQueue[list[Job] | Lease | _Stop] = SimpleQueue()
        self._gathered: dict[asyncio.AbstractEventLoop, list[Job]] = {}
        self._guard = threading.Lock()
        self._closed = False
        self._held: Lease | _Stop | None = None
        self._failed: StorageFailed | None = None
        self._thread = threading.Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work, share: Share | None = None) -> asyncio.Future:
        """Queue a unit; its future is answered once that is committed. Cancelled before its turn, it is left out.

        With a `share` it may be done together with others of its kind.
        """
        loop = asyncio.get_running_loop()
        job = Job(loop.create_future(), work, share)
        with self._guard:
            self._check_open()
            gathered = self._gathered.setdefault(loop, [])
            gathered.append(job)
        if len(gathered) == 1:
            # What comes in one turn of the event loop goes over together, so that the writer, which takes the
            # interpreter from the loop at every statement, is woken once and finds them all.
            loop.call_soon(self._hand_over, loop)
        return job.future

    def submit_lease(self, lease: Lease) -> None:
        """Queue an exclusive turn."""
        with self._guard:
            self._check_open()
            self._hand_over_all()
            self._queue.put(lease)

    async def close(self) -> None:
        """Do what is queued, then let the connection go."""
        stop = _Stop(asyncio.get_running_loop().create_future())
        with self._guard:
            if self._closed:
                return
            self._closed = True
            self._hand_over_all()
            self._queue.put(stop)
        await stop.future
        self._thread.join()

    def _hand_over(self, loop: asyncio.AbstractEventLoop) -> None:
        with self._guard:
            gathered = self._gathered.pop(loop, [])
            for first in range(0, len(gathered), GROUP_LIMIT):
                self._queue.put(gathered[first : first + GROUP_LIMIT])

    def _hand_over_all(self) -> None:
        """What was gathered comes before what is queued now. The guard is held."""
        for gathered in self._gathered.values():
            self._queue.put(gathered)
        self._gathered.clear()

    def _check_open(self) -> None:
        if self._closed:
            raise DatabaseClosed("the database is closed")

    def _run(self) -> None:
        while True:
            taken = self._take()
            if isinstance(taken, _Stop):
                break
            try:
                self._turn(taken)
            except BaseException as error:
                # Nothing may end this thread: requests would hang for ever.
                self._recover(error)
        self._finish(taken)

    def _turn(self, taken: list[Job] | Lease) -> None:
        if isinstance(taken, Lease):
            self._serve(taken)
        elif taken:
            self._commit(taken)
        else:
            self._checkpoints.when_idle()
            return
        if not self._failed:
            self._checkpoints.after_commit()

    def _take(self) -> list[Job] | Lease | _Stop:
        """Wait for work, and take with it what else is queued. An empty list when it is time for a checkpoint."""
        if self._held is not None:
            held, self._held = self._held, None
            return held
        try:
            first = self._queue.get(timeout=None if self._failed else self._checkpoints.seconds_until_due())
        except Empty:
            return []
        if not isinstance(first, list):
            return first
        group = first
        while len(group) < GROUP_LIMIT and not self._queue.empty():
            item = self._queue.get_nowait()
            if not isinstance(item, list):
                self._held = item
                break
            group += item
        return group

    def _commit(self, group: list[Job]) -> None:
        """One transaction for the group, a savepoint for each unit that is not alone in it."""
        apart = alone if len(group) == 1 else in_savepoint
        try:
            if self._failed:
                raise self._failed
            self._connection.execute("BEGIN IMMEDIATE")
            wanted = [job for job in group if not job.future.cancelled()]
            answers = self._do_together(wanted)
            answers += [self._attempt(job, apart) for job in wanted[len(answers) :]]
            self._connection.execute("COMMIT")
        except BaseException as error:
            self._recover(error)
            deliver(Answer(job.future, error=failure_of_the_group(error)) for job in group)
        else:
            deliver(answers)

    def _attempt(self, job: Job, apart: Callable[[sqlite3.Connection, Work], Any]) -> Answer:
        """Do one unit. Its own failure is its answer; a failure of the storage is everybody's."""
        try:
            return Answer(job.future, apart(self._connection, job.work))
        except BaseException as error:
            self._raise_if_everybodys(error)
            return Answer(job.future, error=error)

    def _do_together(self, jobs: list[Job]) -> list[Answer]:
        """Do several units of one kind in one; no answers when there are none, or when that fails."""
        kinds = {job.share and job.share.all_at_once for job in jobs}
        if len(jobs) < 2 or len(kinds) > 1 or None in kinds:
            return []
        work = unit_work(kinds.pop(), ([job.share.args for job in jobs],))
        try:
            # The first work of its transaction: no savepoint, which would copy every page that it changes.
            values = alone(self._connection, work)
        except BaseException as error:
            self._raise_if_everybodys(error)
            return []
        return [Answer(job.future, value) for job, value in zip(jobs, values, strict=True)]

    def _raise_if_everybodys(self, error: BaseException) -> None:
        """Raise what concerns the whole group: a storage that fails, a transaction that is gone."""
        if isinstance(error, Exception) and (failure := storage_failure(error)):
            raise failure from error
        if not self._connection.in_transaction:
            raise GroupLost("a unit ended the transaction that it shares with others") from error

    def _serve(self, lease: Lease) -> None:
        if lease.granted.cancelled():
            return
        try:
            if self._failed:
                raise self._failed
            lease.serve(self._connection)
        except BaseException as error:
            self._recover(error)
            lease.refuse(error)

    def _recover(self, error: BaseException) -> None:
        """Leave the connection without a transaction, and stop acknowledging when the disk has failed."""
        failure = storage_failure(error) if isinstance(error, Exception) else None
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(failure, StorageFull):
                self._checkpoints.give_back_room()
        except Exception as another:
            failure = StorageFailed(f"{another}, after {error!r}")
        if isinstance(failure, StorageFailed) and not self._failed:
            self._fail(failure)
        elif failure is None:
            _log.error("A group of writes failed: %r", error)

    def _fail(self, failure: StorageFailed) -> None:
        self._failed = failure
        try:
            self._on_fatal(failure)
        except BaseException:
            _log.exception("on_fatal failed")

    def _finish(self, stop: _Stop) -> None:
        error = None
        try:
            self._connection.close()
        except BaseException as closing:
            error = closing
        deliver([Answer(stop.future, error=error)])
