"""Where a channel waits for others' servers: threads of its own, so that one that hangs holds up nothing else."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

MOST_AT_ONCE = 8
"""Messages of one channel that are under way in this process."""

T = TypeVar("T")


class Late(Exception):
    """Nothing was answered in time. `is_begun` is whether a thread had taken the work up."""

    def __init__(self, *, is_begun: bool) -> None:
        super().__init__()
        self.is_begun = is_begun


class Threads:
    """A few threads, each with one message at a time. What waits for its turn has all its time before it."""

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix=name)
        self._turns = asyncio.Semaphore(MOST_AT_ONCE)

    async def run(self, work: Callable[[], T], *, seconds: float, cut: Callable[[], None] | None = None) -> T:
        """What `work` answers, in a thread. `cut` has to make it end at once, with an answer that is true: it is called
        when the time is over or nobody waits any more. Without it, raises `Late` when the time is over."""
        async with self._turns:
            begun = self._pool.submit(work)
            answer = asyncio.wrap_future(begun)
            try:
                await asyncio.wait({answer}, timeout=seconds)
                if not answer.done():
                    if cut is None:
                        raise Late(is_begun=not begun.cancel())
                    cut()
                return await answer
            except asyncio.CancelledError:
                if cut is not None:
                    cut()
                raise

    def close(self) -> None:
        """No more work is taken, and none is waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)
