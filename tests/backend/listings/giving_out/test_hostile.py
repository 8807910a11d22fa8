"""Whatever got into a listing is words in every format that goes out: no tag, no script, no line, no formula runs.

Publishers cannot write most of this; here it is put past them.
"""

import json
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.dom.minidom import parseString

import icalendar
import pytest
from msgspec.structs import replace

from backend.listings.giving_out.conftest import ROOT, organisation, place, said, tai_chi
from jointly.content import content_root, messages
from jointly.listings.giving_out import dataset, listed, oruk
from jointly.listings.giving_out.ical import Out, calendar_of
from jointly.listings.giving_out.openactive import series_of, session_of
from jointly.listings.giving_out.plain import line, link, mail, words
from jointly.listings.giving_out.rss import rss_of
from jointly.listings.model import Concept, Service
from support.fixtures import needs_fixtures
from support.given_out import told
from support.leaves import leaves

BAD = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "]]><x/>",
    "<!--",
    "{{7*7}}${7*7}",
    "=cmd|' /C calc'!A0",
    "+1\t@SUM(1)",
    "\r\nSet-Cookie: a=b\r\n\r\nbody",
    "\nEND:VEVENT\nBEGIN:VALARM\nACTION:AUDIO",
    "\u2028\u202eDESREVER\u0000\u0007\ud800\uffff",
    "https://origin.invalid/x",
    '"https://origin.invalid/',
    "&lt;script&gt;&#0;",
    "long " * 2_000,
]
LINKS = [
    "javascript:alert(1)",
    "data:text/html,x",
    "https://a.org.uk/\r\nX:1",
    'https://a"onclick=1',
    "//a.org.uk",
    "x",
]


def hostile(bad: str, address: str) -> Service:
    """A listing whose every word is bad."""
    return tai_chi(
        name=bad or "x",
        summary=bad,
        url=address,
        booking_url=address,
        place=place(name=bad, street=bad, locality=bad, postcode=bad, access_note=bad, url=address, phone=bad),
        organisation=replace(organisation(), name=bad, description=bad, url=address, email=bad, phone=bad),
        contact_name=bad,
        contact_email=bad,
        contact_phone=bad,
        to_bring=bad,
        eligibility=bad,
        languages=(bad,),
        topics=(Concept(label=bad, scheme=bad, id=bad),),
        prices=(replace(tai_chi().prices[0], name=bad, words=bad),),
    )


class Page(HTMLParser):
    """Every element of a page, with what it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


EVERY = [(bad, LINKS[number % len(LINKS)]) for number, bad in enumerate(BAD)]


@pytest.mark.parametrize(("bad", "address"), EVERY, ids=range(len(EVERY)))
def test_json_holds_no_tag_and_no_address_but_of_the_web(bad: str, address: str):
    service = hostile(bad, address)
    date_ = said(service, datetime(2026, 12, 1, 10, 30, tzinfo=UTC), words=bad, name=bad, url=address)
    for made in (series_of(service, ROOT), session_of(service, date_, ROOT), oruk.full(service, ROOT)):
        body = dataset.json_of(made)
        assert not set(b"<>\r\n\x00") & set(body)
        assert address not in [value for _, value in leaves(json.loads(body))]
        for name, value in leaves(json.loads(body)):
            if name in ("url", "website", "schedule_link"):
                assert urlsplit(value).scheme == "https", name


@pytest.mark.parametrize(("bad", "address"), EVERY, ids=range(len(EVERY)))
def test_a_page_has_the_elements_that_we_wrote_and_no_other(bad: str, address: str):
    service = hostile(bad, address)
    off = said(service, datetime(2026, 12, 1, 10, 30, tzinfo=UTC), status="cancelled", words=bad)
    speak = messages(content_root(None), "en")
    html = listed.page(bad, service.organisation.id, [service], {service.id: [off]}, root=ROOT, speak=speak)
    ours = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "ul", "li", "p", "a"}
    for tag, has in Page(html).tags:
        assert tag in ours
        assert not [name for name in has if name.startswith("on")]
        assert has.get("href", ROOT).startswith(ROOT)
    site = Page(dataset.site(bad, ROOT)).tags
    assert [has for tag, has in site if tag == "script"] == [{"type": "application/ld+json"}]
    assert "unsafe" not in listed.POLICY


@pytest.mark.parametrize(("bad", "address"), EVERY, ids=range(len(EVERY)))
def test_a_news_reader_finds_one_item_of_plain_words(bad: str, address: str):
    read = parseString(rss_of(bad, [hostile(bad, address)], root=ROOT))
    assert [child.tagName for child in read.getElementsByTagName("channel")[0].childNodes].count("item") == 1
    [item] = read.getElementsByTagName("item")
    assert [child.tagName for child in item.childNodes] == ["title", "link", "guid", "pubDate", "description"]
    # A description is HTML to those who read it: unescaped once more it still holds no tag.
    assert Page("".join(child.data for child in item.lastChild.childNodes)).tags == []


@pytest.mark.parametrize(("bad", "address"), EVERY, ids=range(len(EVERY)))
def test_a_calendar_holds_its_events_and_nothing_else(bad: str, address: str):
    service = hostile(bad, address)
    off = said(service, datetime(2026, 12, 1, 10, 30, tzinfo=UTC), status="cancelled", words=bad, url=address)
    made = calendar_of(bad, [Out(service, (off,))], root=ROOT)
    assert max(map(len, made.split(b"\r\n"))) <= 75
    read = icalendar.Calendar.from_ical(made)
    assert [part.name for part in read.subcomponents] == ["VTIMEZONE", "VEVENT", "VEVENT"]
    for event in read.walk("VEVENT"):
        assert not event.errors
        assert not event.subcomponents
        assert urlsplit(str(event["URL"])).hostname == urlsplit(ROOT).hostname


@needs_fixtures("that hostile words leave OpenActive's validator without a fault")
def test_openactives_validator_finds_no_fault_in_hostile_words(tmp_path: Path):
    # Postcodes and names of nothing but stray characters are left out: these keep one letter.
    items = [series_of(hostile(f"A{bad}", ""), ROOT) for bad in BAD]
    assert told(tmp_path, items=items)["items"] == [[] for _ in items]


def test_words_keep_their_lines_and_lose_what_is_no_text():
    assert words("One\r\nTwo\tthree\x00\u202e <b>") == "One\nTwo three ‹b›"
    assert line(" One\r\n Two ") == "One Two"
    assert (words("\x00 \n"), line(None)) == (None, None)
    assert [link(address) for address in LINKS] == [None] * len(LINKS)
    assert link("https://a.org.uk/x?y=1&z=%20") == "https://a.org.uk/x?y=1&z=%20"
    assert [mail(address) for address in ("a@b.org", "a b@c.org", "a@b.org\nBcc:c", "<a@b.org>")] == [
        "a@b.org",
        None,
        None,
        None,
    ]
