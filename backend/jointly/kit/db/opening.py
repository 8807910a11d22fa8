"""Opening a database by its address."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from jointly.kit.db.database import Database
from jointly.kit.db.postgres.database import open_postgres
from jointly.kit.db.sqlite.database import open_sqlite
from jointly.kit.db.sqlite.failing import stop_process


async def open_database(
    where: str | Path,
    *,
    limit_seconds: float = 30.0,
    synchronous: Literal["FULL", "OFF"] = "FULL",
    readers: int = 3,
    pool_size: int = 10,
    on_fatal: Callable[[Exception], None] = stop_process,
) -> Database:
    """Open the database at a `postgres://` URL, a `sqlite:///` URL or a file path (made if there is none).

    `limit_seconds` bounds a transaction. SQLite only: `synchronous="OFF"` gives up durability and is for tests
    that do not ask for it; `readers` is the number of reading threads; `on_fatal` is told when the disk reports
    an error, and ends the process unless replaced. PostgreSQL only: `pool_size` connections at most.
    Raises `AlreadyOpen` when another process has the SQLite file.
    """
    address = str(where)
    if address.startswith(("postgres://", "postgresql://")):
        return await open_postgres(address, limit_seconds=limit_seconds, pool_size=pool_size)
    path = Path(address.removeprefix("sqlite:///"))
    return open_sqlite(path, limit_seconds=limit_seconds, synchronous=synchronous, readers=readers, on_fatal=on_fatal)
