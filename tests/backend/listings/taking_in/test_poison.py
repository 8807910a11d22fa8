"""What nothing can be made of keeps neither the rest of its source, nor another source, from being read."""

import json
from datetime import timedelta

import pytest

from backend.listings.taking_in.conftest import HOST, SERIES, Board, item, page, series
from jointly.kit.fetching import Failed
from jointly.kit.ids import uuid7
from jointly.listings.taking_in import groups
from jointly.listings.taking_in.discovery import discover
from jointly.listings.taking_in.refreshing import refresh
from jointly.listings.taking_in.sources import add

P2 = f"{SERIES}?2"
NUL, HALF = "\0", "\ud800"
LIST, CALENDAR = f"{HOST}/api/services", f"{HOST}/club.ics"


def spoilt(value, bad: str):
    """The same with something bad in every text of it and every name of its own."""
    if isinstance(value, dict):
        return {name: spoilt(part, bad) for name, part in value.items()} | {f"x{bad}": bad}
    if isinstance(value, list):
        return [spoilt(part, bad) for part in value]
    return f"{value[:3]}{bad}{value[3:]}" if isinstance(value, str) and not value.startswith("http") else value


@pytest.mark.parametrize("bad", [NUL, HALF, "\x1b\x7f\u2028"], ids=["nul", "half", "control"])
async def test_no_letter_spoils_a_feed(board: Board, bad: str):
    """Each of the texts of an item, of a page and of a tombstone has it in turn."""
    items = [item("sound", 1, series("sound"))]
    for number, name in enumerate(series("1"), start=2):
        whole = series(str(number))
        items.append(item(f"{name}{number}", number, whole | {name: spoilt(whole[name], bad)}))
    of = f"{HOST}/series/{bad}"
    items.append(item(f"of{bad}", 30, series("30", **{"@id": of}), kind=f"Session{bad}Series"))
    items.append(item(f"date{bad}", 31, {"@type": f"Scheduled{bad}Session", "@id": f"a{bad}b", "superEvent": of}))
    items.append(item("type", 32, series("32", **{"@type": f"{bad}"}), kind=bad))
    items.append(item(f"gone{bad}", f"{bad}2026", kind=bad))
    board.net.answers |= {SERIES: page(P2, *items, license=f"https://licence.example/{bad}"), P2: page(P2)}
    id = await board.add()
    await refresh(board.intake)
    feed = await board.source(id)
    assert (feed.state, feed.fails) == ("up-to-date", 0)
    assert "Class sound" in await board.listings()
    assert await board.rows("select count(*) from record where work > 0") == [(0,)]
    assert "reading-failed" not in await board.faults(id)
    for table, columns in (
        ("record", "key, kind, data_id, parent"),
        ("listing", "name, body"),
        ("find", "words, words"),
    ):
        for row in await board.rows(f"select {columns} from {table}"):
            assert NUL not in "".join(text or "" for text in row)


@pytest.mark.parametrize("bad", [NUL, HALF], ids=["nul", "half"])
async def test_no_letter_spoils_a_directory_or_a_calendar(board: Board, bad: str):
    service = {"id": f"a{bad}", "name": f"Walk{bad}ing", "organization": {"id": f"o{bad}", "name": f"Age {bad}Well"}}
    at = f"{LIST}?page=1&per_page=50"
    board.net.answers |= {
        at: json.dumps({"total_items": 2, "contents": [service, {"id": "b", "name": "Singing"}], "last_page": True}),
        f"{LIST}/b": {"id": "b", "name": "Singing", "organization": {"id": "o", "name": "Age Well"}},
    }
    board.net.answers |= {
        url: json.dumps(service) for url in (f"{LIST}/a", f"{LIST}/a%00", f"{LIST}/a%3F", f"{LIST}/a%EF%BF%BD")
    }
    club = f"BEGIN:VEVENT\r\nUID:o{bad}e\r\nSUMMARY:Da{bad}nce\r\nDTSTART:20261124T103000Z\r\nEND:VEVENT\r\n"
    board.net.answers[CALENDAR] = f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:C{bad}\r\n{club}END:VCALENDAR\r\n".encode(
        errors="surrogatepass"
    )
    for url, kind in ((LIST, "oruk3"), (CALENDAR, "ical")):
        id = await board.add(url, kind)
        await refresh(board.intake)
        assert (await board.source(id)).state == "up-to-date", kind
        assert "reading-failed" not in await board.faults(id)
    assert {"Singing"} < set(await board.listings())
    assert len(await board.listings()) == 3


@pytest.mark.parametrize("bad", [NUL, HALF], ids=["nul", "half"])
async def test_no_letter_spoils_what_is_found(board: Board, bad: str):
    feed = {"additionalType": f"https://openactive.io/Session{bad}Series", "contentUrl": f"{SERIES}"}
    about = {"@type": "Dataset", "@id": f"https://d{bad}", "name": f"a{bad}", "url": bad, "license": f"https://x{bad}"}
    about |= {"publisher": {"name": f"P{bad}", "url": f"https://p.example/{bad}"}, "distribution": [feed]}
    board.net.answers["https://data.example/"] = json.dumps(about)
    found = await discover(board.intake, "https://data.example/")
    added = await board.db.run(add, [(uuid7(), one) for one in found.found], board.now, purpose="test")
    assert len(added) == 1


@pytest.mark.parametrize("next", [f"{SERIES}?a\0b", f"{SERIES}?\ud800", "\0", f"\0{SERIES}"])
async def test_a_next_page_that_is_no_address_leaves_what_was_read(board: Board, next: str):
    board.net.answers[SERIES] = page(next, item("1", 1, series("1")))
    id = await board.add()
    await refresh(board.intake)
    feed = await board.source(id)
    assert feed.state in ("blocked", "stalled", "gone", "self-loop", "running", "backoff")
    assert await board.listings() == {"Class 1": "shown"}
    assert "reading-failed" not in await board.faults(id)


@pytest.mark.parametrize(
    "odd",
    [
        b"NaN",
        b"1e999",
        b"[NaN, 1e999]",
        b'["\xff", -1e999]',
        b"-Infinity",
        b'{"x":' * 900 + b"1e999" + b"}" * 900,
        b"9" * 5000,
        b"[" * 5000 + b"]" * 5000,
    ],
    ids=["nan", "huge", "both", "stray", "infinity", "deep", "long", "deeper"],
)
async def test_odd_numbers_and_depths_spoil_no_page(board: Board, odd: bytes):
    whole = json.dumps(page(P2, item("1", 1, series("1")), item("2", 2, series("2", name="NAME")))).encode()
    board.net.answers |= {SERIES: whole.replace(b'"NAME"', odd), P2: page(P2)}
    id = await board.add()
    await refresh(board.intake)
    feed = await board.source(id)
    if odd[:2] == b"[[":
        assert (feed.state, await board.faults(id)) == ("backoff", {"page-unreadable": 1})
        return
    assert (feed.state, feed.fails) == ("up-to-date", 0)
    assert "Class 1" in await board.listings()


async def test_a_source_that_goes_wrong_here_is_put_off_and_told(board: Board, monkeypatch):
    def broken(_: int):
        raise RuntimeError("what somebody wrote")

    board.net.answers |= {SERIES: broken, P2: page(P2, item("1", 1, series("1")))}
    bad = await board.add()
    for fails in (1, 2, 3):
        await refresh(board.intake)
        feed = await board.source(bad)
        assert (feed.state, feed.fails) == ("backoff", fails)
        assert feed.ask_again_at - board.now > timedelta(seconds=30)
        board.now = feed.ask_again_at
    assert await board.faults(bad) == {"reading-failed": 3}
    assert await board.rows("select found from fault") == [("RuntimeError",)]
    board.net.answers[SERIES] = [Failed(SERIES, "status", None, 503)]
    await refresh(board.intake)
    assert (await board.source(bad)).fails == 4


async def test_what_cannot_be_kept_of_one_class_keeps_no_other_away(board: Board, monkeypatch):
    usual = groups.as_shown

    def spoils(taken, *rest):
        shown = usual(taken, *rest)
        return shown._replace(state="\ud800") if taken.service.name == "Class 2" else shown

    monkeypatch.setattr(groups, "as_shown", spoils)
    whole = page(P2, *(item(str(number), number, series(str(number))) for number in (1, 2, 3)))
    board.net.answers |= {SERIES: whole, P2: page(P2)}
    id = await board.add()
    await refresh(board.intake)
    listings = await board.listings()
    assert listings == {"Class 1": "shown", "Class 3": "shown"}
    assert await board.faults(id) == {"reading-failed": 1}
    assert await board.rows("select count(*) from record where work > 0") == [(0,)]
