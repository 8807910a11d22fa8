"""Time that goes by for a service, without waiting for it: what would be due later is due now."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

from support.push.waiting import until
from support.server import Server

NEXT = "select id, person from due where state = 'waiting' and kind = ? order by at limit 1"


def let_the_next_be_due(server: Server, kind: str) -> None:
    """As if the time of the next reminder of a kind had come, while the service was away for a moment."""
    until(lambda: f"  {kind} " in server.run("reminders", "dry-run", "--hours", "72").stdout, f"a plan with {kind}")
    server.stop()
    now = datetime.now(UTC).isoformat(" ", "microseconds")
    with closing(sqlite3.connect(server.data / "jointly.sqlite3")) as database, database:
        [[id, person]] = database.execute(NEXT, (kind,)).fetchall()
        database.execute("update due set at = ? where id = ?", (now, id))
        database.execute("update reminded set next_at = ? where person = ?", (now, person))
    server.start()
