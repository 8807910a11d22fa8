"""Units of work: generator functions that yield SQL and are sent the answers.

    def append(person, rows):
        [(head,)] = yield Query("insert into counter … returning number", (person, len(rows)))
        yield Many("insert into version (…) values (?, ?, …)", rows)
        return head

The same unit runs on SQLite (inside the writer thread, never waiting for the event loop) and on
PostgreSQL. A unit computes and yields, nothing else: it may be run again after a deadlock. A statement
that fails fails its unit: the error is thrown in at the `yield`, so that `finally` runs, but a unit
that swallows it fails all the same, because PostgreSQL would not let it go on.
"""

import re
from collections.abc import Awaitable, Callable, Generator, Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from asyncpg.pgproto.pgproto import UUID as FastUUID


class Apart(Exception):
    """Raised by a unit that does several at once, for a mixture that has to be done one by one."""


class Query(NamedTuple):
    """One statement with `?` for each parameter. The answer is a list of plain tuples, empty without a result."""

    sql: str
    parameters: Sequence[Any] = ()


class Many(NamedTuple):
    """One statement run for each row of parameters. It has no answer."""

    sql: str
    rows: Iterable[Sequence[Any]]

    @property
    def place(self) -> str | None:
        """The `(?, ?, …)` at the end of a plain insert of one row, for which an engine has something faster."""
        found = _ONE_ROW.search(self.sql)
        return found and found[1]


_ONE_ROW = re.compile(r"\bvalues\s*(\([?,\s]+\))\s*$", re.IGNORECASE)

Step = Query | Many
Steps = Generator[Step, Any, Any]
Unit = Callable[..., Steps]


class Share(NamedTuple):
    """What one unit brings to a unit that does several of its kind at once: that unit, and its own arguments."""

    all_at_once: Callable[[Sequence[tuple]], Steps]
    args: tuple


def together(all_at_once: Callable[[Sequence[tuple]], Steps]) -> Callable[[Unit], Unit]:
    """Marks a unit of which those that wait at the same time may be done in a few statements instead of a few each.

    `all_at_once` is given the arguments of each, and returns their answers in that order. If it raises, nothing
    of it stays and each is done by itself. SQLite does so: every statement there lets another thread in, and
    waiting for one's turn again costs more than the statement.
    """

    def mark(unit: Unit) -> Unit:
        unit.all_at_once = all_at_once
        return unit

    return mark


def share_of(unit: Unit, args: tuple) -> Share | None:
    """What the unit brings, if it is marked with `together`."""
    all_at_once = getattr(unit, "all_at_once", None)
    return Share(all_at_once, args) if all_at_once else None


def stored(id: UUID) -> UUID:
    """The same id as the database gives it back: equal, and several times faster to store, compare and hash."""
    return FastUUID(id.bytes)


def drive(unit: Unit, args: tuple, perform: Callable[[Step], Any]) -> Any:
    """Run a unit to its end on this thread; `perform` does a step and returns its answer."""
    steps = begin(unit, args)
    answer = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as end:
            return end.value
        try:
            answer = perform(step)
        except Exception as error:
            _fail(steps, error)


async def drive_async(unit: Unit, args: tuple, perform: Callable[[Step], Awaitable[Any]]) -> Any:
    """The same for a driver that answers asynchronously."""
    steps = begin(unit, args)
    answer = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as end:
            return end.value
        try:
            answer = await perform(step)
        except BaseException as error:
            _fail(steps, error)


def begin(unit: Unit, args: tuple) -> Steps:
    """Call the unit; a function that is no generator is a mistake, whatever it returns."""
    steps = unit(*args)
    if not isinstance(steps, Generator):
        raise TypeError(f"a unit must be a generator function, and {unit!r} is not")
    return steps


def unknown_step(step: object) -> TypeError:
    """The error for a unit that yields anything but `Query` and `Many`."""
    return TypeError(f"a unit yields Query or Many, not {step!r}")


def _fail(steps: Steps, error: BaseException) -> None:
    """Throw a statement's error into its unit and raise it, whatever the unit makes of it.

    Only an error of the unit's own, raised in answer, takes its place.
    """
    try:
        steps.throw(error)
    except StopIteration:
        pass
    else:
        steps.close()
    raise error
