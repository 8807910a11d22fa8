"""How values go into SQLite and come out: Piccolo's storage, read several times faster.

Piccolo's own converters cost about 2 µs a value. These give equal values (asyncpg's `UUID` is a
`uuid.UUID`, made ten times faster) and are registered over them, for the whole process.
"""

import sqlite3
from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID

from asyncpg.pgproto.pgproto import UUID as FastUUID

# Registers its own converters when it is imported, so that ours must come after.
from piccolo.engine import sqlite as piccolo_sqlite

_TRUTHS = {b"0": False, b"1": True}


@lru_cache(maxsize=4096)
def _uuid(stored: bytes) -> UUID:
    """The last ones are kept: an entry's id stands in its row twice, and whose it is in every row."""
    return FastUUID(stored.decode())


@lru_cache(maxsize=256)
def _instant(stored: bytes) -> datetime:
    """Piccolo stores UTC with its offset; a text without one is read as UTC, as Piccolo reads it."""
    instant = datetime.fromisoformat(stored.decode())
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _truth(stored: bytes) -> bool:
    return _TRUTHS[stored] if stored in _TRUTHS else piccolo_sqlite.convert_boolean_out(stored)


def _stored_instant(instant: datetime) -> str:
    """As Piccolo stores it. Only UTC is remembered: the two 01:30s of an autumn night in London count as equal keys."""
    if instant.tzinfo is not UTC:
        return piccolo_sqlite.convert_datetime_in(instant)
    # Whole seconds are what phones write down, each its own; they are written faster than they are remembered.
    return _stored_utc(instant) if instant.microsecond else instant.isoformat(" ")


@lru_cache(maxsize=256)
def _stored_utc(instant: datetime) -> str:
    """The rows of one write mostly share an instant, so the last ones are kept."""
    return instant.isoformat(" ")


def register() -> None:
    """Make every SQLite connection of this process speak this way."""
    # Python makes an int of an integer by itself, in a fifth of the time.
    sqlite3.converters.pop("INTEGER", None)
    sqlite3.register_converter("UUID", _uuid)
    sqlite3.register_converter("BOOLEAN", _truth)
    sqlite3.register_converter("TIMESTAMPTZ", _instant)
    sqlite3.register_adapter(FastUUID, str)
    sqlite3.register_adapter(datetime, _stored_instant)
    # Without an adapter a bool is asked three questions before it is stored as a number.
    sqlite3.register_adapter(bool, int)
