"""Whether work is still taken, and whether any is under way."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from jointly.kit.db.errors import DatabaseClosed


class Open:
    """Counts the work under way. Asyncpg's pool turns away who waits for a connection when it closes; this does not."""

    def __init__(self) -> None:
        self._under_way = 0
        self._ended = False
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def work(self) -> Iterator[None]:
        """Around each piece of work. `DatabaseClosed` when none is taken any more."""
        if self._ended:
            raise DatabaseClosed("the database is closed")
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def end(self) -> None:
        """Take no more work, and wait for what is under way."""
        self._ended = True
        await self._idle.wait()
