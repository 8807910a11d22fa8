"""Hostile sources from end to end: what they send is inert where it is searched, kept, and told to operators."""

import json
import re
import unicodedata
from itertools import cycle
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import UUID, uuid5

import pytest

from backend.listings.reading.test_hostile import ATTACKS, everything
from backend.listings.taking_in.conftest import DATASET, HOST, NOW, SERIES, Board, got, item, page, series
from backend.listings.taking_in.test_services import listed, whole
from jointly.commands import feeds
from jointly.kit import clock
from jointly.listings.reading.cleaning import key
from jointly.listings.taking_in.discovery import discover
from jointly.listings.taking_in.operating import feeds_list, feeds_report
from support.leaves import leaves
from support.service import Service

TAG = re.compile(r"<[a-zA-Z/!?]")
WORDS = ATTACKS | {
    "formula": '=HYPERLINK("http://evil.net","x")',
    "formula after a tab": "\t+1@SUM(1)",
    "calendar lines": "Walk\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\n ATTACH:x",
    "headers": "Walk\r\nSet-Cookie: a=b\r\n\r\n<html>",
    "terminal": "\x1b[2J\x1b]0;owned\x07\x9b31m\x1b]8;;http://evil.net\x1b\\",
    "turned round": "\u202ecilam\u2066\u2028\u2029\ufeff\u200b",
    "half a character": "\ud83d Walk",
    "template": "{{constructor.constructor('alert(1)')()}}${7*7}",
}
LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "vbscript:x",
    "https://user:secret@evil.net/",
    "http://127.0.0.1/",
    'https://evil.net/"onclick="alert(1)',
    "//evil.net/x",
    "\x01javascript:alert(1)",
    "https://evil.net/a\nb",
    "file:///etc/passwd",
)
IDS = (
    "../../../etc/passwd",
    "..",
    ".",
    "%2e%2e%2f",
    "a\\..\\b",
    "x?y=1#z",
    "a/b;c",
    "\u202e",
    "javascript:1",
    "C:x",
    "~",
)
ADDRESSES = {"url", "booking_url", "publisher_url", "licence", "join_url", "logo", "image"}


def calendar(words: str, link: str) -> bytes:
    """A calendar with one event of these words, written as such things are written."""
    text = words.encode("utf-8", "replace").decode().replace("\r", "").replace("\n", "\\n").replace(",", "\\,")
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", f"UID:{text}", "DTSTAMP:20261101T000000Z")
    lines += ("DTSTART:20261124T103000Z", f"SUMMARY:Walk {text}", f"DESCRIPTION:{text}", f"LOCATION:{text}")
    return "\r\n".join((*lines, f"URL:{link}".replace("\n", ""), "END:VEVENT", "END:VCALENDAR", "")).encode()


async def served(board: Board) -> None:
    """A source of each kind, every item of which is bad in its own way."""
    bad = [json.loads(json.dumps(everything(words))) for words in WORDS.values()]
    linked = [
        series(f"link {n}", url=link, image=link, offers={"price": 1, "url": link}) for n, link in enumerate(LINKS)
    ]
    named = [series(f"id {n}", **{"@id": id}) for n, id in enumerate(IDS)]
    rows = [item(data["@id"], number, data, kind="<svg>") for number, data in enumerate((*bad, *linked, *named), 1)]
    board.net.answers |= {SERIES: page(f"{SERIES}?2", *rows), f"{SERIES}?2": page(f"{SERIES}?2")}
    sources = [await board.add()]
    for kind, api in (("oruk3", f"{HOST}/v3/services"), ("oruk1", f"{HOST}/v1/services")):
        ids = [*WORDS.values(), *IDS]
        board.net.answers[f"{api}?page=1&per_page=50"] = listed(1, 1, *((id, None) for id in ids))
        for number, (id, words) in enumerate(zip(ids, cycle(WORDS.values()))):
            whole_one = hostile_service(id, words, LINKS[number % len(LINKS)])
            board.net.answers[f"{api}/{quote(key(id) or '', safe='')}"] = whole_one
        sources.append(await board.add(api, kind, uuid5(DATASET, kind)))
    for number, words in enumerate(WORDS.values()):
        url = f"{HOST}/{number}.ics"
        board.net.answers[url] = got(url, calendar(words, LINKS[number % len(LINKS)]), "text/calendar")
        sources.append(await board.add(url, "ical"))
    for id in sources:
        await board.read(id)
        await board.derive(id)


def hostile_service(id: str, words: str, link: str) -> dict[str, Any]:
    """A service of Open Referral UK whose every word is bad."""
    place = {"id": id, "name": words, "latitude": 53.8, "longitude": -1.55, "addresses": [{"address_1": words}]}
    return whole(
        id,
        name=f"Walk {words}",
        description=words,
        url=link,
        email=words,
        fees_description=words,
        organization={"id": id, "name": words, "description": words, "website": link, "logo": link},
        service_at_locations=[{"id": id, "location": place}],
        contacts=[{"id": id, "name": words, "email": words, "phones": [{"number": words}]}],
        attributes=[{"taxonomy_term": {"id": id, "name": words, "term_uri": link}}],
        cost_options=[{"id": id, "amount": 1, "option": words, "amount_description": words}],
    )


def inert(told: Any) -> None:
    """No leaf is markup, turns a line, moves a cursor, or is an address of anything but a public page."""
    for name, value in leaves(told):
        if not isinstance(value, str):
            continue
        assert not TAG.search(value), (name, value)
        assert not [one for one in value if one != "\n" and unicodedata.category(one) in ("Cc", "Cf", "Cs")], (
            name,
            value,
        )
        if name in ADDRESSES:
            parts = urlsplit(value)
            assert (parts.scheme in ("http", "https"), "@" in parts.netloc) == (True, False), (name, value)
            assert not set(value) & set("\"'<>` \\"), (name, value)
        if name in ("id", "organisation", "source", "listing"):
            UUID(value)


@pytest.fixture
async def board(service: Service, monkeypatch: pytest.MonkeyPatch) -> Board:
    """A running service that took all of it in."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    made = Board(service.house)
    await served(made)
    return made


async def test_what_hostile_sources_send_is_words_wherever_it_is_read(service: Service, board: Board):
    async with service.client() as nobody:
        around = {"lat": 53.8, "lon": -1.55, "km": 30}
        found, more = [], True
        while more:
            answer = await nobody.post("/api/listings/find", json={"around": around, "page": len(found)})
            assert answer.headers["content-type"].startswith("application/json")
            assert answer.headers["x-content-type-options"] == "nosniff"
            found.append(json.loads(answer.content))
            more = found[-1]["more"]
        area = json.loads((await nobody.post("/api/listings/area", json=around)).content)
        ids = [id for (id,) in await board.rows("select id from listing where state = 'shown'")]
        ones = [json.loads((await nobody.get(f"/api/listings/{id}")).content) for id in ids]
    assert len(ids) > 100, "it was taken in, not left out"
    assert len(area["cards"]) > 80
    assert len(ones) == len(ids)
    inert(found)
    inert(area)
    inert(ones)
    async with service.client() as nobody:
        for path in ("session-series", "scheduled-sessions"):
            assert (await nobody.get(f"/open/openactive/{path}")).json()["items"] == []
        assert (await nobody.get("/open/oruk/services")).json()["contents"] == [], "others' listings are not given out"


async def test_ids_with_tricks_lead_nowhere_else(board: Board):
    for url in board.net.asked:
        for api in (f"{HOST}/v3/services/", f"{HOST}/v1/services/"):
            if url.startswith(api):
                id = url.removeprefix(api)
                assert id not in ("", ".", "..")
                assert not set(id) & set("/\\?#;"), url
        assert url.startswith((f"{HOST}/v", SERIES, f"{HOST}/")), url


async def test_what_an_operator_is_told_moves_no_cursor_and_forges_no_line(
    service: Service, board: Board, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    evil = "Evil\x1b[2J\nadded 12345678  rpde  Forged\u202e"
    about = {
        "@type": "Dataset",
        "@id": "x",
        "name": f"<b>{evil}</b>",
        "publisher": {"name": f"<script>1</script>{evil}", "url": "javascript:alert(1)"},
        "license": 'https://evil.net/"onclick=x',
        "distribution": [{"additionalType": f"https://openactive.io/{evil}", "contentUrl": f"{HOST}/a?\x1b[2J"}],
    }
    board.net.answers[f"{HOST}/"] = got(f"{HOST}/", about)
    found = await discover(board.intake, f"{HOST}/")
    assert [(one.publisher_url, one.licence) for one in found.found] == [(None, None)]
    assert not TAG.search(f"{found.found[0].name} {found.found[0].publisher}")
    house = service.house
    added = [{"id": "1", "kind": "rpde", "name": one.name + evil, "url": one.url} for one in found.found]
    answers = {
        "feeds_add": {"told": [*found.told, evil], "added": added, "known": 1},
        "feeds_list": await feeds_list(house),
        "feeds_report": await feeds_report(house, source=None),
        "feeds_refresh": {"feeds": [(await feeds_list(house))["feeds"][0] | {"state": evil}], "going": []},
        "feeds_derive": {"done": 1, "left": 0},
        "feeds_remove": {"removed": evil},
    }
    answers["feeds_report"]["feeds"].append(
        {
            "id": "2",
            "name": evil,
            "url": evil,
            "state": evil,
            "faults": [{"count": 1, "code": evil, "item": evil} | {"found": evil, "remedy": "Mend it."}],
        }
    )

    async def ask(_, verb: str, **__):
        return answers[verb]

    monkeypatch.setattr(feeds, "ask", ask)
    chosen = type("Chosen", (), {"url": evil, "source": None, "again": False})
    for run in (feeds.add, feeds.show, feeds.report, feeds.refresh, feeds.derive, feeds.remove):
        await run(chosen)
    told = capsys.readouterr().out
    assert "html-in-text" in told
    assert "Evil" in told
    assert [one for one in told if one != "\n" and not one.isprintable()] == []
    assert [line for line in told.splitlines() if line.startswith("added 12345678")] == []
