"""Reading RPDE feeds: the rules of `listings.md` 3.1 and 3.2, on both databases."""

from datetime import timedelta

import pytest

from backend.listings.taking_in.conftest import HOST, LICENCE, SERIES, Board, got, item, page, series
from jointly.kit.fetching import Failed, Refused

P2, P3, P4 = (f"{SERIES}?afterTimestamp={number}&afterId={{a+b}}" for number in (2, 3, 4))


def a(key: str, modified, name: str | None = None, **also) -> dict:
    """An item that is a class of our own."""
    return item(key, modified, series(name or key, **also))


async def test_a_feed_is_read_to_its_end_and_its_addresses_are_followed_as_they_are(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1), a("2", 2)), P2: page(P3), P3: page(P3)}
    feed = await board.read(await board.add())
    assert (feed.state, feed.cursor, feed.pages, feed.items) == ("up-to-date", P3, 3, 2)
    assert board.net.asked == [SERIES, P2, P3]
    assert timedelta(minutes=15) <= feed.ask_again_at - board.now <= timedelta(hours=1)
    assert await board.faults() == {}


async def test_every_place_that_a_look_ends_at_is_gone_on_from(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1)), P2: page(P3, a("2", 2)), P3: page(P4, a("3", 3)), P4: page(P4)}
    id = await board.add()
    for place in (P2, P3, P4):
        feed = await board.read(id, pages=1)
        assert (feed.state, feed.cursor, feed.ask_again_at) == ("running", place, board.now)
    assert (await board.read(id, pages=1)).state == "up-to-date"
    assert board.net.asked == [SERIES, P2, P3, P4]


@pytest.mark.parametrize(
    ("known", "then", "kept"),
    [
        (576460752303423489, 576460752303423488, "576460752303423489"),
        (576460752303423488, 576460752303423489, "576460752303423489"),
        (9, 10, "10"),
        ("2014-09-15T09:12:51.706+01:00", "2014-09-15T09:12:51.705+01:00", "2014-09-15T09:12:51.706+01:00"),
        ("9", "10", "9"),
        (10, "2026", "2026"),
        ("2026", 10, "10"),
        (5, 5, "5"),
    ],
)
async def test_the_newest_counts(board: Board, known, then, kept):
    board.net.answers |= {SERIES: page(P2, a("1", known)), P2: page(P3, a("1", then)), P3: page(P3)}
    await board.read(await board.add())
    assert {key: row[1] for key, row in (await board.records()).items()} == {"1": kept}


async def test_a_deletion_takes_away_and_an_older_copy_does_not_bring_back(board: Board):
    board.net.answers |= {
        SERIES: page(P2, a("1", 10), a("2", 11)),
        P2: page(P3, item("1", 12), a("1", 9)),
        P3: page(P4, a("1", 8), item("9", 13)),
        P4: page(P4),
    }
    id = await board.add()
    await board.read(id, pages=1)
    await board.derive(id)
    assert await board.listings() == {"Class 1": "shown", "Class 2": "shown"}
    await board.read(id)
    await board.derive(id)
    assert await board.listings() == {"Class 1": "gone", "Class 2": "shown"}
    assert await board.records() == {"1": (True, "12", "gone"), "2": (False, "11", "used"), "9": (True, "13", "gone")}
    assert await board.faults(id) == {"wrap-twice": 1, "wrap-older": 2}
    assert await board.rows("select count(*) from find") == [(1,)]


async def test_what_is_deleted_can_come_back(board: Board):
    board.net.answers |= {SERIES: page(P2, item("1", 5)), P2: page(P3, a("1", 6)), P3: page(P3)}
    id = await board.add()
    await board.read(id)
    await board.derive(id)
    assert await board.listings() == {"Class 1": "shown"}


async def test_once_a_week_it_is_read_anew_and_what_is_not_there_any_more_goes(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1), a("2", 2)), P2: page(P2)}
    id = await board.add()
    await board.read(id)
    await board.derive(id)
    board.now += timedelta(days=6, hours=23)
    await board.read(id)
    assert board.net.asked == [SERIES, P2, P2]
    board.now += timedelta(hours=1)
    board.net.answers[SERIES] = page(P2, a("2", 2))
    feed = await board.read(id)
    assert (feed.run, feed.state, feed.expected) == (2, "up-to-date", 2)
    assert board.net.asked[3:] == [SERIES, P2]
    assert await board.derive(id) == 1
    assert await board.listings() == {"Class 1": "gone", "Class 2": "shown"}


async def test_a_walk_that_ends_in_the_middle_takes_nothing_away(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1)), P2: page(P3, a("2", 2)), P3: page(P3)}
    id = await board.add()
    await board.read(id)
    board.now += timedelta(days=8)
    board.net.answers |= {SERIES: page(P2, a("3", 3)), P2: Failed(P2, "status", None, 500)}
    assert (await board.read(id)).state == "backoff"
    assert {key for key, row in (await board.records()).items() if not row[0]} == {"1", "2", "3"}
    board.net.answers[P2] = page(P3)
    assert (await board.read(id)).state == "up-to-date"
    assert {key for key, row in (await board.records()).items() if not row[0]} == {"3"}


async def test_a_feed_that_is_empty_of_a_sudden_is_down_and_loses_nothing(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1)), P2: page(P2)}
    id = await board.add()
    before = await board.read(id)
    board.now += timedelta(days=8)
    board.net.answers[SERIES] = page(SERIES)
    feed = await board.read(id)
    assert (feed.state, feed.up_to_date_at) == ("up-to-date", before.up_to_date_at)
    assert {key: row[0] for key, row in (await board.records()).items()} == {"1": False}
    assert await board.faults(id) == {"feed-empty": 1}


async def test_a_last_page_that_names_itself_is_an_end_and_what_a_walk_did_not_see_goes(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1), a("2", 2)), P2: page(P2, a("3", 3), item("9", 3))}
    id = await board.add()
    feed = await board.read(id)
    await board.derive(id)
    assert (feed.state, feed.up_to_date_at) == ("self-loop", board.now)
    board.now += timedelta(days=8)
    board.net.answers |= {SERIES: page(P2, a("2", 2)), P2: page(P2, a("3", 3), a("4", 4))}
    feed = await board.read(id)
    assert (feed.state, feed.run, feed.up_to_date_at) == ("self-loop", 2, board.now)
    await board.derive(id)
    shown = dict.fromkeys(("Class 2", "Class 3", "Class 4"), "shown")
    assert await board.listings() == shown | {"Class 1": "gone"}
    # Between two walks it is asked for what is new, and nothing goes.
    board.now += timedelta(minutes=30)
    board.net.answers[P2] = page(P2, a("5", 5))
    await board.read(id)
    await board.derive(id)
    assert await board.listings() == shown | {"Class 1": "gone", "Class 5": "shown"}


async def test_a_feed_that_breaks_off_in_the_middle_is_not_fresh_and_loses_nothing(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1)), P2: page(P3, a("2", 2)), P3: page(P3)}
    id = await board.add()
    fresh = (await board.read(id)).up_to_date_at
    for _ in range(3):
        board.now += timedelta(days=8)
        board.net.answers |= {SERIES: page(P2, a("3", 3)), P2: page(None, a("4", 4))}
        feed = await board.read(id)
        assert (feed.state, feed.up_to_date_at) == ("stalled", fresh)
    assert not any(gone for gone, *_ in (await board.records()).values())
    board.net.answers[SERIES] = page(SERIES, a("1", 1))
    board.now += timedelta(days=8)
    feed = await board.read(id)
    assert (feed.state, feed.up_to_date_at) == ("self-loop", fresh), "its first page names itself"


async def test_an_older_copy_does_not_win_when_all_is_read_anew(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 10, "New"), item("2", 11), a("3", 12, "Last")), P2: page(P2)}
    id = await board.add()
    await board.read(id)
    await board.derive(id)
    before = await board.records()
    board.now += timedelta(days=8)
    stale = page(P2, a("1", 9, "Stale"), a("2", 9, "Stale"), a("3", 12, "Last"))
    board.net.answers |= {SERIES: stale, P2: Failed(P2, "status", None, 500)}
    assert (await board.read(id)).state == "backoff", "the newer copy may be on the page that did not come"
    await board.derive(id)
    assert await board.records() == before
    board.net.answers[P2] = page(P3, a("1", 10, "New"), item("2", 11))
    board.net.answers[P3] = page(P3)
    assert (await board.read(id)).state == "up-to-date"
    await board.derive(id)
    assert await board.records() == before
    assert await board.listings() == {"Class New": "shown", "Class Last": "shown"}
    assert await board.faults(id) == {"wrap-older": 2, "source-unanswered": 1}


@pytest.mark.parametrize("known", ["ahead of time", "of another count"])
async def test_a_time_that_a_whole_walk_did_not_see_again_is_forgotten(board: Board, known: str):
    ahead = int((board.now + timedelta(days=3000)).timestamp() * 1000) if known == "ahead of time" else 900
    again = 1795000000000 if known == "ahead of time" else 1
    board.net.answers |= {SERIES: page(P2, a("1", ahead), item("2", ahead)), P2: page(P2)}
    id = await board.add()
    await board.read(id)
    board.now += timedelta(days=8)
    board.net.answers[SERIES] = page(P2, a("1", again, "Right"), a("2", again))
    assert (await board.read(id)).state == "up-to-date"
    assert {key: row[:2] for key, row in (await board.records()).items()} == {"1": (False, ""), "2": (True, "")}
    assert (await board.faults(id))["wrap-older"] == 2
    board.net.answers |= {P2: page(P3, a("2", again + 1)), P3: page(P3)}
    await board.read(id)
    assert (await board.records())["2"][:2] == (False, str(again + 1)), "the next copy counts"
    board.now += timedelta(days=8)
    await board.read(id)
    await board.derive(id)
    assert await board.listings() == {"Class Right": "shown", "Class 2": "shown"}


async def test_tombstones_are_kept_for_thirty_days(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1), item("2", 2)), P2: page(P2)}
    id = await board.add()
    for days, kept in ((0, {"1", "2"}), (29, {"1", "2"}), (8, {"1"})):
        board.now += timedelta(days=days)
        if days == 8:
            board.net.answers[SERIES] = page(P2, a("1", 1))
        await board.read(id)
        await board.derive(id)
        assert set(await board.records()) == kept


async def test_two_that_read_the_same_feed_do_not_disturb_each_other(board: Board):
    board.net.answers |= {SERIES: page(P2, a("1", 1)), P2: page(P3, a("2", 2)), P3: page(P3)}
    id = await board.add()
    other = Board.beside(board)
    await board.read(id, pages=1)
    late = await board.source(id)
    await other.read(id)
    from jointly.listings.taking_in.intake import Look
    from jointly.listings.taking_in.rpde import read_feed

    after = await read_feed(board.intake, late, Look(board.now + timedelta(hours=1), 5))
    assert (after.state, after.cursor, after.pages, after.items) == ("up-to-date", P3, 3, 2)


async def test_waiting_grows_and_is_what_the_host_asks_for(board: Board):
    id = await board.add()
    board.net.answers[SERIES] = Failed(SERIES, "status", 900, 429)
    feed = await board.read(id)
    assert timedelta(minutes=15) <= feed.ask_again_at - board.now <= timedelta(minutes=17)
    board.net.answers[SERIES] = Failed(SERIES, "status", None, 503)
    feed = await board.read(id)
    assert timedelta(minutes=60) <= feed.ask_again_at - board.now <= timedelta(minutes=120)
    board.net.answers[SERIES] = Failed(SERIES, "timeout")
    waits = []
    for _ in range(40):
        feed = await board.read(id)
        waits.append(feed.ask_again_at - board.now)
    assert waits == sorted(waits)
    assert waits[0] < timedelta(minutes=8)
    assert waits[10] == timedelta(hours=1)
    assert waits[-1] == timedelta(days=1)
    board.net.answers |= {SERIES: page(P2, a("1", 1)), P2: page(P2)}
    assert (await board.read(id)).fails == 0


async def test_a_slip_is_tried_again_at_once_and_a_refusal_is_not(board: Board):
    slip = Failed(SERIES, "cut-off")
    board.net.answers |= {SERIES: [slip, slip, page(SERIES)]}
    assert (await board.read(await board.add())).state == "up-to-date"
    assert len(board.paused) == 2
    board.net.answers[P2] = Refused(P2, "private")
    feed = await board.read(await board.add(P2))
    assert (feed.state, board.net.asked.count(P2)) == ("blocked", 1)


async def test_a_licence_on_the_page_is_kept_and_a_wrong_type_told(board: Board):
    board.net.answers[SERIES] = got(SERIES, page(SERIES), "text/plain")
    id = await board.add()
    await board.read(id)
    assert await board.faults(id) == {"type-of-answer": 1}
    assert (await board.source(id)).licence == LICENCE
    assert HOST in SERIES
