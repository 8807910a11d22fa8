"""Our calendars: two readers of others find the same instants in them over both clock changes, and each date's fate."""

from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.listings.giving_out.conftest import ROOT, organisation, peers, place, said, schedule, tai_chi, with_dates
from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.giving_out.ical import Out, calendar_of
from jointly.listings.giving_out.ical_lines import folded, text
from jointly.listings.publishing.following import followed
from support.given_out import told

FIRST, LAST = datetime(2026, 10, 1, tzinfo=UTC), datetime(2027, 11, 15, tzinfo=UTC)
"""Over three changes of the clocks."""
ONCE = tai_chi(schedules=(schedule(every=None, days=(), interval=1, count=1, ends_on=date(2026, 10, 6)),))
TWICE_A_WEEK = schedule(days=("tue", "sun"), interval=1, start="00:30", end="02:30", except_on=(date(2027, 1, 3),))
CALENDARS = {
    "fortnightly, one cancelled and one moved": [with_dates(tai_chi())],
    "monthly, first and last": [Out(peers())],
    "twice a week at night": [Out(tai_chi(schedules=(TWICE_A_WEEK,)))],
    "once": [Out(ONCE)],
    "all of them": [with_dates(tai_chi()), Out(peers())],
    "nothing": [],
}


def calendar(name: str) -> bytes:
    return calendar_of("Ashford Leisure", CALENDARS[name], root=ROOT)


def ours(outs: list[Out]) -> list[datetime]:
    """The starts that people are shown here."""
    return sorted(
        one.start
        for out in outs
        for one in occurrences_of(out.service.id, out.service.schedules, now=FIRST, weeks=58, explicit=out.said)[0]
        if one.status != "cancelled" and FIRST <= one.start < LAST
    )


def theirs(made: bytes) -> list[datetime]:
    """Those that icalendar with recurring-ical-events finds."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(made)).between(FIRST, LAST)
    return sorted(each["DTSTART"].dt.astimezone(UTC) for each in found if each.get("STATUS") != "CANCELLED")


def test_both_readers_find_the_instants_that_are_shown_here(tmp_path: Path):
    made = [calendar(name).decode() for name in CALENDARS]
    found = told(tmp_path, calendars=made, until=f"{LAST:%Y-%m-%dT%H:%M:%SZ}")
    for (name, outs), starts in zip(CALENDARS.items(), found["starts"], strict=True):
        expected = ours(outs)
        assert theirs(calendar(name)) == expected, name
        assert [datetime.fromisoformat(start) for start in starts] == expected, name
    assert len(ours(CALENDARS["twice a week at night"])) > 70, "there was something to compare"


def test_a_change_raises_what_tells_calendars_of_it_and_a_name_stays():
    before = icalendar.Calendar.from_ical(calendar_of("x", [Out(tai_chi())], root=ROOT))
    later = tai_chi(changed_at=datetime(2026, 11, 21, 8, tzinfo=UTC))
    after = icalendar.Calendar.from_ical(calendar_of("x", [Out(later)], root=ROOT))
    [old], [new] = before.walk("VEVENT"), after.walk("VEVENT")
    assert new["SEQUENCE"] > old["SEQUENCE"]
    assert new["LAST-MODIFIED"].dt > old["LAST-MODIFIED"].dt
    assert new["UID"] == old["UID"]


def test_a_date_that_is_cancelled_or_moved_is_an_event_of_its_own_under_the_same_name():
    events = icalendar.Calendar.from_ical(calendar("fortnightly, one cancelled and one moved")).walk("VEVENT")
    main, cancelled, moved = events
    assert main["UID"] == cancelled["UID"] == moved["UID"]
    assert cancelled["STATUS"] == "CANCELLED"
    assert cancelled["RECURRENCE-ID"].dt == cancelled["DTSTART"].dt == datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
    assert (moved["RECURRENCE-ID"].dt, moved["DTSTART"].dt) == (
        datetime(2026, 12, 15, 10, 30, tzinfo=UTC),
        datetime(2026, 12, 16, 14, tzinfo=UTC),
    )
    assert str(cancelled["DESCRIPTION"]).startswith("The hall is shut")


def test_a_date_that_no_schedule_plans_any_more_is_on_by_itself_unless_it_is_cancelled():
    moved_on = tai_chi(schedules=(schedule(days=("fri",)),))
    out = Out(moved_on, with_dates(tai_chi()).said)
    events = icalendar.Calendar.from_ical(calendar_of("x", [out], root=ROOT)).walk("VEVENT")
    assert [event.get("RECURRENCE-ID") for event in events] == [None, None]
    assert events[1]["DTSTART"].dt == datetime(2026, 12, 16, 14, tzinfo=UTC)
    assert events[0]["UID"] != events[1]["UID"]


def test_nothing_that_was_said_of_another_pattern_stands_beside_the_one_there_is_now():
    before, fridays = with_dates(tai_chi()), tai_chi(schedules=(schedule(days=("fri",)),))
    later = tai_chi(schedules=(schedule(start="11:00"),))
    for changed, fates in ((fridays, [None]), (later, [None, "CANCELLED", "CONFIRMED"])):
        out = Out(changed, tuple(followed(changed, before.said)))
        events = icalendar.Calendar.from_ical(calendar_of("x", [out], root=ROOT)).walk("VEVENT")
        assert [str(event["STATUS"]) if "RECURRENCE-ID" in event else None for event in events] == fates
        assert len({event["UID"] for event in events}) == 1


def test_a_listing_that_has_stopped_is_cancelled_as_a_whole():
    made = calendar_of("x", [Out(tai_chi(status="cancelled"))], root=ROOT)
    assert [event["STATUS"] for event in icalendar.Calendar.from_ical(made).walk("VEVENT")] == ["CANCELLED"]


def test_it_has_the_shape_that_the_standard_asks_for():
    made = calendar("all of them")
    lines = made.split(b"\r\n")
    assert lines.pop() == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for event in icalendar.Calendar.from_ical(made).walk("VEVENT"):
        assert event["UID"]
        assert event["DTSTAMP"]
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    assert b"TZID:Europe/London" in lines
    assert b"secret-room" not in made, "the link to join is for members"


def test_nothing_that_was_written_begins_a_line_or_a_parameter():
    name = 'Joints"\r\nATTENDEE:mailto:x@evil.org.uk\nBEGIN:VALARM'
    hostile = tai_chi(
        name=name,
        summary=f"One\r\nBEGIN:VEVENT\rUID:1;2,3\\n\u2028END:VCALENDAR {name}",
        organisation=organisation(name + ";X=Y:mailto:me"),
        url="https://a.org.uk/\r\nX-EVIL:1",
        place=place(name=name, street="1, Back; Street"),
        contact_name=name,
    )
    date_ = said(hostile, datetime(2026, 12, 1, 10, 30, tzinfo=UTC), words=name, name=name, url="javascript:alert(1)")
    made = calendar_of(name, [Out(hostile, (date_,))], root=ROOT)
    read = icalendar.Calendar.from_ical(made)
    assert [part.name for part in read.subcomponents] == ["VTIMEZONE", "VEVENT", "VEVENT"]
    for event in read.walk("VEVENT"):
        assert not event.errors
        assert not {"ATTENDEE", "X-EVIL"} & set(event)
        assert not event.subcomponents
        assert dict(event["ORGANIZER"].params).keys() == {"CN"}
        assert str(event["URL"]).startswith(f"{ROOT}/near/")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_comes_back_as_it_was_but_for_what_is_no_text(words: str):
    made = folded(["BEGIN:VEVENT", f"SUMMARY:{text(words)}", "END:VEVENT"])
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    read = icalendar.Event.from_ical(made)
    assert list(read) == ["SUMMARY"]
    kept = [letter for letter in str(read["SUMMARY"]) if letter.isalnum()]
    assert kept == [letter for letter in words if letter.isalnum()]
