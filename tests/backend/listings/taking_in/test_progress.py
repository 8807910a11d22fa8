"""A long first load tells how far it is and goes on where it was ended; an unchanged last page is not sent again."""

from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from backend.listings.taking_in.conftest import SERIES, Board, got, item, page, series
from jointly.commands import feeds
from jointly.kit import clock
from jointly.kit.fetching import Got
from jointly.listings.taking_in import operating
from jointly.listings.taking_in.intake import Intake, Look

PAGES = 4
LAST = f"{SERIES}?{PAGES}"
SAME = Got(LAST, 304, {}, b"", not_modified=True)


class OnePage(Look):
    """A look that ends after one page, as that of a slow feed does after some seconds."""

    @classmethod
    def of(cls, intake: Intake, length: timedelta) -> Look:
        return Look(intake.now() + length, 1 if length == operating.SLICE else 100)


class Ended(Exception):
    """What ends the command in the middle."""


@pytest.fixture
def run(board: Board, monkeypatch: pytest.MonkeyPatch):
    """Runs `jointly feeds refresh` here, a page at a time; ends it after so many answers."""
    for number in range(PAGES):
        url = f"{SERIES}?{number}" if number else SERIES
        board.net.answers[url] = page(f"{SERIES}?{number + 1}", item(str(number), number, series(str(number))))
    board.net.answers[LAST] = page(LAST)

    @asynccontextmanager
    async def intake_of(_):
        yield board.intake

    monkeypatch.setattr(operating, "intake_of", intake_of)
    monkeypatch.setattr(operating, "Look", OnePage)
    monkeypatch.setattr(clock, "now", lambda: board.now)
    house = type("House", (), {"db": board.db})

    async def refresh(answers: int = 100) -> None:
        left = iter(range(answers))

        async def ask(_, verb: str, **arguments):
            if next(left, None) is None:
                raise Ended
            return await operating.VERBS[verb](house, **arguments)

        monkeypatch.setattr(feeds, "ask", ask)
        await feeds.refresh(type("Chosen", (), {"source": None}))

    return refresh


async def test_progress_is_told_and_a_load_that_was_ended_goes_on_there(board: Board, run, capsys):
    await board.add()
    with pytest.raises(Ended):
        await run(2)
    first = capsys.readouterr().out.splitlines()
    assert [line.partition("  ")[2] for line in first] == [
        "being read: 1 pages, 1 items",
        "being read: 2 pages, 2 items",
    ]
    await run()
    told = capsys.readouterr().out.splitlines()
    assert [line.partition("  ")[2] for line in told[:3]] == [
        "being read: 3 pages, 3 items",
        "being read: 4 pages, 4 items",
        "read to its end: 5 pages, 4 items",
    ]
    assert told[-1].endswith("records made into listings, 0 left")
    assert len(board.net.asked) == len(set(board.net.asked)) == PAGES + 1, "no page was read again"
    assert len(await board.listings()) == PAGES
    board.now += timedelta(days=8)
    with pytest.raises(Ended):
        await run(1)
    assert capsys.readouterr().out.endswith("being read: 1 pages, 1 items of about 4\n"), "how long it is, is known now"


async def test_a_last_page_that_is_as_it_was_is_asked_for_with_conditions(board: Board):
    marked = {"etag": '"1"', "last-modified": "Sat, 21 Nov 2026 11:00:00 GMT"}
    board.net.answers |= {SERIES: got(SERIES, page(LAST, item("1", 1, series("1"))), etag='"0"')}
    board.net.answers[LAST] = [got(LAST, page(LAST), **marked), SAME, SAME, got(LAST, page(SERIES, item("2", 2)))]
    id = await board.add()
    feed = await board.read(id)
    assert (feed.state, feed.etag, feed.last_modified) == ("up-to-date", *marked.values())
    for _ in range(2):
        board.now += timedelta(hours=1)
        feed = await board.read(id)
        assert (feed.state, feed.up_to_date_at, feed.asked_at, feed.pages) == ("up-to-date", board.now, board.now, 2)
        assert timedelta(minutes=15) <= feed.ask_again_at - board.now <= timedelta(hours=1)
    assert board.net.conditions == [(None, None), (None, None), *[tuple(marked.values())] * 2]
    assert await board.faults(id) == {}
    feed = await board.read(id, pages=1)
    assert (feed.etag, feed.last_modified) == (None, None), "what is not the last page any more has no condition"


async def test_an_answer_that_nobody_asked_a_condition_of_is_no_page(board: Board):
    board.net.answers[SERIES] = SAME._replace(url=SERIES)
    feed = await board.read(await board.add())
    assert (feed.state, feed.up_to_date_at) == ("backoff", None)
