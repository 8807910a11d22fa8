"""Handing answers from a database thread to the coroutines that wait for them."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, NamedTuple

from jointly.kit.db.sqlite.failing import as_deliverable


class Answer(NamedTuple):
    """What became of one request: a value, or an error."""

    future: asyncio.Future
    value: Any = None
    error: BaseException | None = None


def deliver(answers: Iterable[Answer]) -> None:
    """Wake all who wait, with one call into each of their event loops. A loop that has ended is nobody's loss."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_loop[answer.future.get_loop()].append(answer)
    for loop, its_answers in by_loop.items():
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_settle, its_answers)


def _settle(answers: list[Answer]) -> None:
    for future, value, error in answers:
        if future.done():
            continue
        if error is None:
            future.set_result(value)
        else:
            future.set_exception(as_deliverable(error))
