"""Two that derive the same source at once, as the job and a command of the operator do: the later view stays."""

from collections.abc import Callable
from uuid import UUID

import pytest

from backend.listings.taking_in.conftest import SERIES, SESSIONS, Board, item, page, series, session
from jointly.listings.taking_in import deriving
from jointly.listings.taking_in import deriving_units as units


async def begun(board: Board, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable) -> None:
    """Derives, with something that happens after the records were read and before what they make is kept."""
    whole = units.keep_derived
    waits = [meanwhile]

    async def run(unit, *args, **how):
        if unit is whole and waits:
            await waits.pop()()
        return await usual(unit, *args, **how)

    usual = board.db.run
    monkeypatch.setattr(board.db, "run", run, raising=False)
    for id, *_ in await board.rows("select id from source order by added_at, id"):
        await deriving.derive(board.intake, await board.source(id), deriving.Look(board.now.replace(year=2030)))
    assert not waits


async def come(board: Board, id, *items: dict) -> None:
    """Something new comes, and is derived."""
    feed = await board.source(id)
    board.net.answers |= {feed.cursor: page(f"{feed.cursor}+", *items), f"{feed.cursor}+": page(f"{feed.cursor}+")}
    await board.read(id)
    await board.derive(id)


async def feeds(board: Board, *dates: dict) -> tuple:
    """A class and its dates, read but not derived."""
    first = page(f"{SERIES}?e", item("1", 1, series("1", eventSchedule=None)))
    board.net.answers |= {SERIES: first, f"{SERIES}?e": page(f"{SERIES}?e")}
    board.net.answers |= {SESSIONS: page(f"{SESSIONS}?e", *dates), f"{SESSIONS}?e": page(f"{SESSIONS}?e")}
    classes, sessions = await board.add(SERIES), await board.add(SESSIONS)
    for id in (classes, sessions):
        await board.read(id)
    return classes, sessions


def dated(name: str, modified: int, start: str) -> dict:
    return item(name, modified, session(name, "1", start=start), kind="ScheduledSession")


async def test_a_class_that_was_deleted_meanwhile_stays_away(board: Board, monkeypatch):
    classes, _ = await feeds(board, dated("s1", 1, "2026-11-24T10:30:00Z"))
    await board.derive(classes)
    await board.db.run(units.do_again, classes, UUID(int=0), 10, purpose="test")
    await begun(board, monkeypatch, lambda: come(board, classes, item("1", 2)))
    assert await board.listings() == {"Class 1": "gone"}
    assert await board.rows("select count(*) from find") == [(0,)]


async def test_a_date_that_came_meanwhile_stays(board: Board, monkeypatch):
    _, sessions = await feeds(board, dated("s1", 1, "2026-11-24T10:30:00Z"))
    await begun(board, monkeypatch, lambda: come(board, sessions, dated("s2", 2, "2026-12-01T10:30:00Z")))
    assert [start.day for start, _ in await board.dates("Class 1")] == [24, 1]
    assert await board.rows("select count(*) from record where work > 0") == [(0,)]


async def test_a_class_that_changed_meanwhile_is_derived_once_more(board: Board, monkeypatch):
    classes, _ = await feeds(board, dated("s1", 1, "2026-11-24T10:30:00Z"))

    async def renamed() -> None:
        feed = await board.source(classes)
        changed = item("1", 2, series("1", name="Renamed", eventSchedule=None))
        board.net.answers |= {feed.cursor: page(f"{SERIES}?f", changed), f"{SERIES}?f": page(f"{SERIES}?f")}
        await board.read(classes)

    await begun(board, monkeypatch, renamed)
    assert await board.listings() == {"Renamed": "shown"}
    assert {outcome for *_, outcome in (await board.records()).values()} == {"used"}
