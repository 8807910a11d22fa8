"""Migrates a new SQLite database and is killed at its k-th statement, for many k; then migrates what is left.

Run as a program with a folder and the step from one k to the next: for each k it forks one process that is killed and
one that goes on, because importing all of it again takes much longer than migrating. Prints how many statements and
kills there were and, for every k whose schema is not that of an undisturbed migration, the k.
"""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import jointly.tables  # noqa: F401  imported once, before any fork
from jointly.kit.db import open_database
from jointly.migrating import migrate

Statement = Callable[[str], None]


def main(folder: Path, step: int) -> None:
    """Prints {"statements": n, "kills": m, "different": [k…]} on stdout."""
    whole = folder / "whole.sqlite3"
    assert _forked(whole, None) == 0
    wanted, different, kills = _schema(whole), [], 0
    for statement in count(1, step):
        path = folder / f"{statement}.sqlite3"
        killed = _forked(path, statement) == -signal.SIGKILL
        if not killed:
            break
        kills += 1
        if _forked(path, None) != 0 or _schema(path) != wanted:
            different.append(statement)
    print(json.dumps({"statements": statement - 1, "kills": kills, "different": different}))


def _forked(path: Path, killed_at: int | None) -> int:
    """Migrates in a process of its own; gives its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            asyncio.run(_migrate(path, killed_at))
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


async def _migrate(path: Path, killed_at: int | None) -> None:
    if killed_at is not None:
        _watch_connections(_kill_at(killed_at))
    db = await open_database(str(path))
    await migrate(db)
    await db.close()


def _kill_at(number: int) -> Statement:
    """Ends this very process when so many statements of any connection have come; before the last is run."""
    numbers = count(1)

    def look(_statement: str) -> None:
        if next(numbers) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return look


def _watch_connections(look: Statement) -> None:
    connect = sqlite3.connect

    def watched(*arguments, **options) -> sqlite3.Connection:
        connection = connect(*arguments, **options)
        connection.set_trace_callback(look)
        return connection

    sqlite3.connect = watched


def _schema(path: Path) -> list:
    """Every table and index as SQLite itself describes it, and which migrations count as done."""
    with closing(sqlite3.connect(path)) as database:
        made = database.execute("select type, name, sql from sqlite_master order by type, name").fetchall()
        done = database.execute("select name from migration order by id").fetchall()
    return [made, done]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
