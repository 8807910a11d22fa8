"""A hostile feed: whatever is put into whatever field becomes inert text, or nothing, and is told."""

import json
import re

import pytest

from jointly.listings.model import Taken, encode
from jointly.listings.reading import openactive, oruk, oruk1
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ical import read_calendar

TAG = re.compile(r"<[a-zA-Z/!?]")
ATTACKS = {
    "script": "<script>alert(1)</script>",
    "end of script": "</script><script>alert(1)</script>",
    "escaped": "&lt;img src=x onerror=alert(1)&gt;",
    "escaped twice": "&amp;lt;svg onload=alert(1)&amp;gt;",
    "unclosed": "Hi <img src=x onerror=alert(1)",
    "drawing": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "mathematics": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x&gt;">',
    "split": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "null": "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "style": "<style>@import 'https://evil.net'</style>",
}


def everything(attack: str) -> dict:
    """An OpenActive series with the attack in each field."""
    return {
        "@type": "SessionSeries",
        "@id": f"https://a.org.uk/{attack}",
        "name": f"Tai chi {attack}",
        "description": attack,
        "url": attack,
        "image": attack,
        "activity": [{"prefLabel": attack, "@id": attack, "inScheme": attack}, attack],
        "category": attack,
        "location": {
            "name": attack,
            "url": attack,
            "telephone": attack,
            "address": attack,
            "amenityFeature": [{"name": attack, "value": True}],
        },
        "organizer": {"name": attack, "description": attack, "email": attack, "url": attack, "logo": attack},
        "offers": [{"price": 1, "name": attack, "description": attack, "url": attack, "priceCurrency": attack}],
        "level": attack,
        "attendeeInstructions": attack,
        "accessibilityInformation": attack,
        "schedulingNote": attack,
        "virtualLocation": {"url": attack},
        "subEvent": [
            {"startDate": "2026-12-01T10:00:00Z", "name": attack, "url": attack, "location": {"name": attack}}
        ],
    }


def kept(taken: Taken) -> list[str]:
    """Every text of what is shown, with the name of its field, the source's own ids apart: those only ever name."""
    found: list[str] = []

    def walk(value, name=""):
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, key)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, name)
        elif isinstance(value, str) and name not in ("key", "id"):
            found.append(value)

    for part in (taken.service, *taken.occurrences):
        walk(json.loads(encode(part)) if part else None)
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_field_of_openactive_keeps_markup(feed: FeedFacts, now, attack: str):
    taken = openactive.read_series(everything(ATTACKS[attack]), (), feed=feed, now=now)
    assert taken.service.name.startswith("Tai chi")
    assert len(taken.occurrences) == 1
    assert [text for text in kept(taken) if TAG.search(text) or "\x00" in text] == []
    assert {"html-in-text", "url-wrong"} <= {problem.code for problem in taken.problems}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("read", [oruk.read_service, oruk1.read_service], ids=["version 3", "version 1"])
def test_no_field_of_open_referral_keeps_markup(feed: FeedFacts, now, read, attack: str):
    bad = ATTACKS[attack]
    service = {
        "id": bad,
        "name": f"Talking {bad}",
        "description": bad,
        "url": bad,
        "email": bad,
        "fees": bad,
        "alert": bad,
        "eligibility_description": bad,
        "eligibilitys": [{"eligibility": bad}],
        "organization": {"id": bad, "name": bad, "description": bad, "website": bad},
        "contacts": [{"name": bad, "phones": [{"number": bad}]}],
        "languages": [{"name": bad, "language": bad}],
        "cost_options": [{"amount": 5, "option": bad, "amount_description": bad}],
        "schedules": [{"byday": "TU", "opens_at": "10:00", "description": bad, "notes": bad, "attending_type": bad}],
        "service_at_locations": [
            {"location": {"name": bad, "accessibility": [{"description": bad}], "addresses": [{"address_1": bad}]}}
        ],
        "attributes": [{"taxonomy_term": {"name": bad, "taxonomy": bad}}],
        "service_taxonomys": [{"taxonomy": {"name": bad, "vocabulary": bad}}],
    }
    taken = read(service, feed=feed, now=now)
    assert taken.service.name.startswith("Talking")
    assert [text for text in kept(taken) if TAG.search(text) or "\x00" in text] == []


def test_no_field_of_a_calendar_keeps_markup_or_adds_lines(feed: FeedFacts, now):
    bad = "<script>alert(1)</script>\\nEND:VEVENT\\nBEGIN:VEVENT\\nATTENDEE:mailto:x@evil.net"
    fields = "".join(f"{name}:{bad}\r\n" for name in ("DESCRIPTION", "LOCATION", "CATEGORIES", "CONTACT"))
    calendar = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:../../x\r\nDTSTART:20261201T100000Z\r\n"
        f"SUMMARY:Tai chi {bad}\r\n{fields}URL:javascript:alert(1)\r\nIMAGE:data:image/svg+xml,x\r\n"
        'ORGANIZER;CN="<b>A</b>":javascript:x\r\nATTENDEE;CN=Ann Lee:mailto:ann@a.org.uk\r\n'
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (taken,) = read_calendar(calendar.encode(), feed=feed, now=now)
    assert taken.service.key == "../../x"
    assert [text for text in kept(taken) if TAG.search(text)] == []
    assert "\n" not in taken.service.name + taken.service.place.name
    assert "Ann Lee" not in repr(taken) and "ann@a.org.uk" not in repr(taken)
    assert (taken.service.url, taken.service.image) == (None, None)


@pytest.mark.parametrize(
    "formula", ['=HYPERLINK("https://evil.net","x")', "+44", "-2+3", "@SUM(1)", "\t=1", "=cmd|' /C calc'!A0"]
)
def test_formulas_stay_text(feed: FeedFacts, now, formula: str):
    """They are text here; whoever writes a spreadsheet marks them as text there."""
    taken = openactive.read_series({"@id": "x", "name": formula}, (), feed=feed, now=now)
    assert taken.service.name == formula.strip()


@pytest.mark.parametrize(
    "id",
    ["../../etc/passwd", "..\\..\\x", "/etc/passwd\x00.json", "%2e%2e%2f", "a" * 5_000, "C:\\x", "'; drop table x;--"],
)
def test_ids_are_never_more_than_names(feed: FeedFacts, now, id: str):
    taken = openactive.read_series(
        {"@id": id, "name": "Tai chi", "location": {"@id": id, "name": "Hall"}}, (), feed=feed, now=now
    )
    assert len(taken.service.key) <= 1_000 and "\x00" not in taken.service.key
    assert re.fullmatch(r"[0-9a-f-]{36}", str(taken.service.id)) and re.fullmatch(
        r"[0-9a-f-]{36}", str(taken.service.place.id)
    )


def test_zones_are_not_paths(feed: FeedFacts, now):
    schedule = {"startDate": "2026-12-01", "startTime": "10:00", "endTime": "11:00", "byDay": "TU"}
    for zone in ("../../../etc/passwd", "/etc/localtime", "posix/../../x", "Europe", "\x00"):
        item = {"@id": "x", "name": "Tai chi", "eventSchedule": {**schedule, "scheduleTimezone": zone}}
        assert openactive.read_series(item, (), feed=feed, now=now).service.schedules[0].zone == "Europe/London"


def test_nesting_without_end(feed: FeedFacts, now):
    chain: object = {"name": "Top"}
    for _ in range(400):
        chain = {"superEvent": chain}
    assert openactive.read_series({"@id": "x", **chain}, (), feed=feed, now=now).service is None
    text: object = "Tai chi"
    for _ in range(400):
        text = [text]
    assert openactive.read_series({"@id": "x", "name": text}, (), feed=feed, now=now).service is None
