"""Every address below /open, with listings whose every word is hostile, each answer read by other people's parsers.

Publishers cannot write such words, so they are put past what they write with.
"""

import json
import xml.etree.ElementTree as xml
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid5

import httpx
import icalendar
import pytest
from msgspec.structs import replace

from backend.listings.giving_out.conftest import NAMES, said
from backend.listings.giving_out.test_feeds import Clock
from backend.listings.giving_out.test_hostile import BAD, LINKS, Page, hostile, leaves
from backend.listings.publishing.test_publishing import publish, publishing
from jointly.kit import clock
from jointly.listings.giving_out import files_api, openactive_api
from jointly.listings.publishing import units
from support.phone import joined
from support.service import ORIGIN, Service

NAME = "</title></script><script>alert(1)</script>\r\nX-Evil: 1"
PATHS = ("..%2f..%2fetc%2fpasswd", "%00", "%2e%2e", "a%5cb", "%0d%0aX-Evil:1", "<script>", "%e2%80%ae", "x.ics")
PLANNED = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
OURS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "ul", "li", "p", "a", "dl", "dt", "dd"}


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    made.now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


def storable(text: str) -> str:
    """What a database can hold of it: no zero byte, no half of a character."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def is_html(answer: httpx.Response) -> None:
    """A page of our own elements; what runs is none of them."""
    for tag, has in Page(answer.text).tags:
        if tag == "script":
            assert has == {"type": "application/ld+json"}
            continue
        assert tag in OURS, tag
        assert not [name for name in has if name.startswith("on")]
        href = has.get("href") or ""
        assert href.startswith((ORIGIN, "https://", "/", "#", "")), href
        assert not href.lower().startswith(("javascript", "data", "vbscript"))
    for part in answer.text.split('<script type="application/ld+json">')[1:]:
        is_json(json.loads(part.partition("</script>")[0]))
    assert "script-src" not in answer.headers["content-security-policy"] or "unsafe" not in answer.headers[
        "content-security-policy"
    ].replace("wasm-unsafe-eval", "")


def is_json(value: object) -> None:
    """Words that are no tag, and addresses of the web."""
    for name, leaf in leaves(value):
        if isinstance(leaf, str):
            assert not set(leaf) & set("<>\r\x00\x1b\u202e\u2028"), (name, leaf)
            assert not leaf.lower().startswith(("javascript:", "data:", "vbscript:")), (name, leaf)


def is_calendar(answer: httpx.Response) -> None:
    """Events alone, each line as long as it may be, and the same when its lines are unfolded."""
    assert b"\n" not in answer.content.replace(b"\r\n", b"")
    assert max(map(len, answer.content.split(b"\r\n"))) <= 75
    read = icalendar.Calendar.from_ical(answer.content)
    assert {part.name for part in read.subcomponents} <= {"VTIMEZONE", "VEVENT"}
    for event in read.walk("VEVENT"):
        assert not event.subcomponents
        assert not event.errors
        assert str(event["URL"]).startswith((f"{ORIGIN}/near/", "https://hands.example/"))
        assert not {"ATTACH", "ACTION", "TRIGGER", "ATTENDEE"} & set(event)


def is_news(answer: httpx.Response) -> None:
    """Items of five plain parts; a description is HTML to its readers, and holds no tag."""
    read = xml.fromstring(answer.content)  # no declaration of entities is in it, as is seen below
    assert b"<!DOCTYPE" not in answer.content
    assert b"<!ENTITY" not in answer.content
    items = read.findall("channel/item")
    assert len(items) > len(BAD)
    for item in items:
        assert [child.tag for child in item] == ["title", "link", "guid", "pubDate", "description"]
        assert item.findtext("link", "").startswith(f"{ORIGIN}/near/")
        assert Page(item.findtext("description", "")).tags == []


CHECKS = {
    "text/html": is_html,
    "application/json": lambda answer: is_json(json.loads(answer.content)),
    "application/ld+json": lambda answer: is_json(json.loads(answer.content)),
    "application/vnd.openactive.rpde+json": lambda answer: is_json(json.loads(answer.content)),
    "text/calendar": is_calendar,
    "application/rss+xml": is_news,
}


def addresses(service: Service) -> set[str]:
    """Every address below /open that the app answers at."""
    return {route.path for route in service.app.routes if route.path.startswith("/open")}


async def filled(service: Service, organisation, time: Clock) -> str:
    """Hostile listings of an organisation, one of each sort, with a date that is off and one that is moved."""
    for number, bad in enumerate(map(storable, BAD)):
        made = hostile(bad, LINKS[number % len(LINKS)])
        id = uuid5(NAMES, f"hostile {number}")
        by = replace(made.organisation, id=organisation)
        made = replace(made, id=id, key=str(id), organisation=by, changed_at=time.now, checked_at=time.now)
        off = said(made, PLANNED, status="cancelled", words=bad, name=bad, url=LINKS[0])
        who = {"group": service.house.service, "purpose": "test"}
        await service.house.db.run(units.put, [made], time.now, [off], **who)
    return str(id)


STOP = "/open/reminders/stop/{token:str}"
"""Leads to a page of the app, and to nothing else whatever stands in it."""


async def test_every_open_address_is_inert(service: Service, time: Clock, monkeypatch: pytest.MonkeyPatch):
    async def present(_: object) -> SimpleNamespace:
        return SimpleNamespace(name=NAME)

    for module in (files_api, openactive_api):
        monkeypatch.setattr(module, "present", present)
    async with publishing(service, NAME) as hands:
        await publish(hands)
        id = await filled(service, hands.organisation, time)
    time.on(seconds=3)
    async with joined(service, called=NAME) as phone:
        made = await phone.client.post("/api/reminders/calendar", json={})
        own = made.json()["address"].rpartition("/")[2]
    async with service.client() as nobody:
        listed = (await nobody.get("/open/oruk/service_at_locations")).json()["contents"]
        first = {
            "/open/oruk/services/{id:str}": id,
            "/open/oruk/service_at_locations/{id:str}": listed[0]["id"],
            "/open/oruk/taxonomies/{id:str}": (await nobody.get("/open/oruk/taxonomies")).json()["contents"][0]["id"],
            "/open/oruk/taxonomy_terms/{id:str}": (await nobody.get("/open/oruk/taxonomy_terms")).json()["contents"][0][
                "id"
            ],
            "/open/ical/{file:str}": f"{id}.ics",
            "/open/ical/organisation/{file:str}": f"{hands.organisation}.ics",
            "/open/list/{organisation:uuid}": str(hands.organisation),
            "/open/reminders/{file:str}": own,
            STOP: "abc",
        }
        seen = set()
        for path in sorted(addresses(service)):
            before, gap, _ = path.partition("{")
            answer = await nobody.get(f"{before}{first[path]}" if gap else path)
            if path == STOP:
                assert (answer.status_code, answer.headers["location"]) == (303, "/stop-emails#abc")
            else:
                assert answer.status_code == 200, path
                kind = answer.headers["content-type"].partition(";")[0]
                CHECKS[kind](answer)
                seen.add(kind)
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "x-evil" not in answer.headers
            for trick in PATHS if gap else ():
                refused = await nobody.get(f"{before}{trick}")
                assert refused.status_code in (400, 404), (path, trick)
                assert "x-evil" not in refused.headers
                assert "<script" not in refused.text
        assert seen == set(CHECKS), "every sort of answer was looked at"
        services = (await nobody.get("/open/oruk/services", params={"per_page": 500})).json()
        assert services["total_items"] == len(BAD) + 1, "nothing was left out"
        for sent in (*BAD, NAME):
            query = {"search": storable(sent)[:150], "postcode": storable(sent)[:150]}
            answer = await nobody.get("/open/oruk/services", params={"search": query["search"]})
            is_json(answer.json())
            assert (await nobody.get("/open/oruk/service_at_locations", params=query)).status_code == 400
            again = await nobody.get(
                "/open/openactive/session-series",
                params={"afterTimestamp": 1, "afterId": sent[:150].encode("utf-8", "ignore")},
            )
            assert again.status_code in (200, 400)
            if again.status_code == 200:
                is_json(again.json())
