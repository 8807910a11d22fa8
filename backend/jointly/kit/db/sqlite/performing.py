"""Running statements on a SQLite connection, on the thread that owns it."""

import sqlite3
from collections.abc import Callable
from itertools import chain
from typing import Any

from jointly.kit.db.sqlite.failing import named
from jointly.kit.db.units import Many, Query, Step, Unit, drive, unknown_step

Work = Callable[[sqlite3.Connection], Any]
"""Something to do on a connection; it runs on the connection's thread."""


def unit_work(unit: Unit, args: tuple) -> Work:
    """A unit, ready to be given a connection."""

    def work(connection: sqlite3.Connection) -> Any:
        def perform(step: Step) -> list[tuple] | None:
            try:
                if type(step) is Query:
                    return connection.execute(step.sql, step.parameters).fetchall()
                if type(step) is Many:
                    _perform_many(connection, step)
                    return None
            except sqlite3.Error as error:
                raise named(error) from error
            raise unknown_step(step)

        return drive(unit, args, perform)

    return work


_AT_ONCE = (256, 64)
"""Rows of one statement: as many as go, and then what is left. 256 × 16 columns is far below SQLite's limit of 32,766
parameters, and few different statements are ever prepared."""


def _perform_many(connection: sqlite3.Connection, step: Many) -> None:
    """Plain inserts go many rows to a statement: between two statements other threads get their turn first."""
    place = step.place
    if not place:
        connection.executemany(step.sql, step.rows)
        return
    rows = list(step.rows)
    first = 0
    while first < len(rows):
        left = len(rows) - first
        size = next((size for size in _AT_ONCE if size <= left), left)
        some = rows[first : first + size]
        connection.execute(step.sql + f", {place}" * (size - 1), tuple(chain.from_iterable(some)))
        first += size


def rows_work(sql: str, parameters: Any = ()) -> Work:
    """One statement of Piccolo's, answered with a dict for each row; errors are the driver's, as Piccolo's are."""

    def work(connection: sqlite3.Connection) -> list[dict[str, Any]]:
        return fetch_dicts(connection.execute(sql, parameters))

    return work


def fetch_dicts(cursor: sqlite3.Cursor, size: int | None = None) -> list[dict[str, Any]]:
    """The rows of a cursor, all or the next `size`, as dicts; none when the statement has no result."""
    if cursor.description is None:
        cursor.fetchall()
        return []
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall() if size is None else cursor.fetchmany(size)
    return [dict(zip(names, row, strict=True)) for row in rows]


def in_savepoint(connection: sqlite3.Connection, work: Work) -> Any:
    """Do the work so that, when it fails, what came before it in the transaction stays."""
    connection.execute("SAVEPOINT unit")
    try:
        answer = work(connection)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO unit")
            connection.execute("RELEASE unit")
        raise
    connection.execute("RELEASE unit")
    return answer


def alone(connection: sqlite3.Connection, work: Work) -> Any:
    """Do the work in a transaction that it shares with nobody; when it fails, an empty transaction takes its place.

    A savepoint would keep a copy of every page that the work changes, a quarter of the time of a small commit.
    """
    try:
        return work(connection)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
            connection.execute("BEGIN IMMEDIATE")
        raise


def in_snapshot(connection: sqlite3.Connection, work: Work) -> Any:
    """Do the work on one consistent state, and let go of it at once: a long read stops the WAL from being reset."""
    connection.execute("BEGIN")
    try:
        return work(connection)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
