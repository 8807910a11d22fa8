"""Calendars: one listing for each UID, its rule kept over clock changes, and a broken event alone left out."""

import pytest

from jointly.listings.model import Taken
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ical import MOST_BYTES, read_calendar

WEEKLY = """\
UID:tai-chi
DTSTAMP:20261101T090000Z
DTSTART;TZID=Europe/London:20261006T103000
DTEND;TZID=Europe/London:20261006T113000
RRULE:FREQ=WEEKLY;BYDAY=TU
SUMMARY:Tai chi
LOCATION:Hall\\, 1 High Street\\, Sheffield S1 2HE
GEO:53.38;-1.47
ORGANIZER;CN="Ashford Group":mailto:hello@a.org.uk
CATEGORIES:Gentle movement,urn:jointly:kind:peer-support
CATEGORIES:urn:jointly:condition:back,urn:jointly:facet:step-free
URL:https://a.org.uk/tai-chi"""


def calendar(*events: str, head: str = "") -> bytes:
    body = "\n".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}\nEND:VCALENDAR\n".replace("\n", "\r\n").encode()


@pytest.fixture
def read(feed: FeedFacts, now):
    return lambda *events, head="": read_calendar(calendar(*events, head=head), feed=feed, now=now)


def codes(taken: Taken) -> list[str]:
    return [problem.code for problem in taken.problems]


def starts(taken: Taken) -> list[str]:
    return [f"{each.start:%m-%dT%H:%M} {each.status}" for each in taken.occurrences]


def test_a_sound_series(read):
    (taken,) = read(WEEKLY)
    service = taken.service
    assert codes(taken) == []
    assert starts(taken)[:2] == ["11-24T10:30 scheduled", "12-01T10:30 scheduled"] and len(taken.occurrences) == 12
    assert (service.key, service.kind, service.conditions, service.stated) == (
        "tai-chi",
        "peer-support",
        ("back",),
        {"step-free": True},
    )
    assert (service.place.name, service.place.street, service.place.postcode, service.place.lat) == (
        "Hall",
        "1 High Street, Sheffield",
        "S1 2HE",
        53.38,
    )
    assert (service.organisation.name, service.organisation.email) == ("Ashford Group", "hello@a.org.uk")
    assert [topic.label for topic in service.topics] == ["Gentle movement"]
    assert service.changed_at.isoformat() == "2026-11-01T09:00:00+00:00"


def test_one_date_cancelled_one_moved_one_added_one_left_out(read):
    dates = "EXDATE;TZID=Europe/London:20261215T103000\nRDATE;TZID=Europe/London:20261217T140000"
    cancelled = "UID:tai-chi\nRECURRENCE-ID;TZID=Europe/London:20261124T103000\nSTATUS:CANCELLED\nSUMMARY:Tai chi"
    moved = (
        "UID:tai-chi\nRECURRENCE-ID;TZID=Europe/London:20261201T103000\nDTSTART;TZID=Europe/London:20261202T110000\n"
        "DTEND;TZID=Europe/London:20261202T120000\nSUMMARY:Tai chi\nLOCATION:Park"
    )
    (taken,) = read(f"{WEEKLY}\n{dates}", cancelled, moved)
    assert starts(taken)[:5] == [
        "11-24T10:30 cancelled",
        "12-02T11:00 moved",
        "12-08T10:30 scheduled",
        "12-17T14:00 scheduled",
        "12-22T10:30 scheduled",
    ]
    second = taken.occurrences[1]
    assert (second.original_start.isoformat(), second.place.name) == ("2026-12-01T10:30:00+00:00", "Park")
    assert taken.occurrences[3].end.hour == 15, "an added date lasts as long as the others"


def test_a_later_version_of_an_override_wins(read):
    first = (
        "UID:tai-chi\nSEQUENCE:2\nRECURRENCE-ID;TZID=Europe/London:20261124T103000\nSUMMARY:Tai chi\nSTATUS:CANCELLED"
    )
    older = first.replace("SEQUENCE:2", "SEQUENCE:1").replace("CANCELLED", "CONFIRMED")
    (taken,) = read(WEEKLY, first, older)
    assert starts(taken)[0] == "11-24T10:30 cancelled"


def test_until_as_a_date_keeps_its_day(read):
    (taken,) = read(WEEKLY.replace("BYDAY=TU", "BYDAY=TU;UNTIL=20261201"))
    assert starts(taken) == ["11-24T10:30 scheduled", "12-01T10:30 scheduled"]


def test_single_events(read):
    plain = "UID:{}\nDTSTAMP:20261101T090000Z\nSUMMARY:Talk\nLOCATION:Hall\nDTSTART{}"
    utc, day, floating, unknown, past = read(
        plain.format("a", ":20261201T100000Z\nDURATION:PT90M"),
        plain.format("b", ";VALUE=DATE:20261205"),
        plain.format("c", ":20261201T100000"),
        plain.format("d", ";TZID=Nowhere:20261201T100000"),
        plain.format("e", ":20261101T100000Z"),
    )
    assert (starts(utc), utc.occurrences[0].end.hour, codes(utc)) == (["12-01T10:00 scheduled"], 11, [])
    assert (starts(day), (day.occurrences[0].end - day.occurrences[0].start).days) == (["12-05T00:00 scheduled"], 1)
    assert (starts(floating), codes(floating)) == (["12-01T10:00 scheduled"], ["zone-missing"])
    assert (starts(unknown), codes(unknown)) == (["12-01T10:00 scheduled"], ["schedule-zone-unknown"])
    assert (past.service.status, codes(past)) == ("inactive", ["schedule-over"])


def test_a_single_event_far_ahead_is_kept_without_dates(read):
    (taken,) = read("UID:a\nSUMMARY:Talk\nLOCATION:Hall\nDTSTART:20270601T100000Z")
    assert (taken.service.status, taken.occurrences) == ("active", ())


def test_the_zone_of_a_calendar_is_meant_where_it_writes_utc(read):
    series = WEEKLY.replace(";TZID=Europe/London:20261006T103000", ":20261006T093000Z", 1).replace(
        ";TZID=Europe/London:20261006T113000", ":20261006T103000Z"
    )
    (with_zone,) = read(series, head="X-WR-TIMEZONE:Europe/London\n")
    assert starts(with_zone)[0] == "11-24T10:30 scheduled"
    (without,) = read(series)
    assert starts(without)[0] == "11-24T09:30 scheduled", "a rule in UTC does not follow the clocks"


def test_one_broken_event_does_not_harm_the_others(read):
    broken = "UID:b\nSUMMARY:No start"
    rule = "UID:c\nSUMMARY:Too often\nLOCATION:Hall\nDTSTART:20261201T100000Z\nRRULE:FREQ=SECONDLY"
    made = read(broken, WEEKLY, rule)
    assert [codes(taken) for taken in made] == [["event-without-start"], [], ["rule-too-frequent"]]
    assert [bool(taken.service) for taken in made] == [False, True, True]


def test_who_runs_it(read):
    def runs(organiser):
        (taken,) = read(f"UID:a\nSUMMARY:Talk\nLOCATION:Hall\nDTSTART:20261201T100000Z\n{organiser}")
        return taken.service.organisation

    page = runs("ORGANIZER;CN=Group:https://group.org.uk/")
    assert (page.name, page.url, page.email) == ("Group", "https://group.org.uk/", None)
    assert runs("ORGANIZER:mailto:x@a.org.uk").name == runs("X-NOBODY:x").name == "Ashford Leisure"


def test_what_is_private_is_left_out(read):
    (taken,) = read(WEEKLY + "\nCLASS:PRIVATE")
    assert (taken.service, codes(taken)) == (None, ["event-private"])


def test_a_cancelled_series(read):
    (taken,) = read(WEEKLY + "\nSTATUS:CANCELLED")
    assert taken.service.status == "cancelled" and {each.status for each in taken.occurrences} == {"cancelled"}


@pytest.mark.parametrize(
    "where, attendance, join",
    [
        ("LOCATION:Online", "online", None),
        ("LOCATION:https://zoom.us/j/1", "online", "https://zoom.us/j/1"),
        ("LOCATION:Hall\nCONFERENCE;VALUE=URI:https://zoom.us/j/1", "mixed", "https://zoom.us/j/1"),
        ("CONFERENCE;VALUE=URI:https://zoom.us/j/1", "online", "https://zoom.us/j/1"),
        ("LOCATION:Hall", "in-person", None),
    ],
)
def test_where_it_is(read, where, attendance, join):
    (taken,) = read(f"UID:a\nSUMMARY:Talk\nDTSTART:20261201T100000Z\n{where}")
    assert (taken.service.attendance, taken.service.join_url) == (attendance, join)


def test_a_change_for_all_later_dates_is_told(read):
    change = "UID:tai-chi\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261201T103000\nSUMMARY:Qigong"
    (taken,) = read(WEEKLY, change)
    assert codes(taken) == ["event-range-not-read"]
    assert [each.name for each in taken.occurrences[:3]] == [None, "Qigong", None]


def test_too_large_a_calendar_is_not_parsed(feed: FeedFacts, now):
    (taken,) = read_calendar(b"x" * (MOST_BYTES + 1), feed=feed, now=now)
    assert (taken.service, codes(taken)) == (None, ["calendar-too-long"])
