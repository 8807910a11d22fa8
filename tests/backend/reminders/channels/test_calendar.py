"""A calendar of reminders: two readers of others find each at its instant, in every zone and over each clock change."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from jointly.reminders.channels.calendar import MOST_ITEMS, Item, calendar_of
from jointly.reminders.channels.calendar_zones import changes, zone_lines
from support.given_out import told

HOST, CHANGED = "msk.example", datetime(2026, 11, 22, 8, tzinfo=UTC)
TITLE, WHY = "Time for something you planned", "You asked to be reminded at this time."
ZONES = sorted(
    name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix", "right"))
)


def at(text: str) -> datetime:
    """What clocks show, without a zone."""
    return datetime.fromisoformat(text)


def item(uid: str, start: datetime, zone: str = "Europe/London", minutes: int = 20) -> Item:
    return Item(uid, start, zone, minutes, TITLE, WHY)


def made(items: Sequence[Item]) -> bytes:
    return calendar_of("Reminders", items, host=HOST, changed_at=CHANGED)


def read(calendar: bytes) -> dict[str, icalendar.Event]:
    """The events by the uid that they were given."""
    events = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    return {str(event["UID"]).removesuffix(f"@{HOST}"): event for event in events}


def every_half_hour(first: date, last: date, zone: str) -> list[Item]:
    starts = [
        datetime.combine(first, time()) + timedelta(minutes=30 * step) for step in range((last - first).days * 48)
    ]
    return [item(f"i{start:%Y%m%dT%H%M}", start, zone) for start in starts]


NIGHTS = {
    "spring in London": every_half_hour(date(2027, 3, 27), date(2027, 3, 30), "Europe/London"),
    "autumn in London": every_half_hour(date(2026, 10, 24), date(2026, 10, 27), "Europe/London"),
    "half an hour on Lord Howe": every_half_hour(date(2026, 10, 3), date(2026, 10, 6), "Australia/Lord_Howe"),
    "no summer in Kolkata": every_half_hour(date(2026, 10, 24), date(2026, 10, 26), "Asia/Kolkata"),
    "round Ramadan in Casablanca": every_half_hour(date(2027, 2, 6), date(2027, 2, 9), "Africa/Casablanca"),
}


def test_both_readers_find_each_at_its_instant(tmp_path: Path, node_test_packages: Path):
    calendars = [made(night) for night in NIGHTS.values()]
    found = told(tmp_path, calendars=[one.decode() for one in calendars], until="2030-01-01T00:00:00Z")["starts"]
    for (name, night), calendar, starts in zip(NIGHTS.items(), calendars, found, strict=True):
        expected = sorted(one.at for one in night)
        assert [datetime.fromisoformat(start) for start in starts] == expected, name
        between = recurring_ical_events.of(icalendar.Calendar.from_ical(calendar)).between(
            expected[0] - timedelta(days=1), expected[-1] + timedelta(days=1)
        )
        assert sorted(event["DTSTART"].dt.astimezone(UTC) for event in between) == expected, name


def test_what_a_spring_night_leaves_out_is_an_hour_later_and_what_autumn_has_twice_is_its_first():
    spring, autumn = at("2027-03-28T01:30"), at("2026-10-25T01:30")
    found = read(made([item("spring", spring), item("autumn", autumn)]))
    assert found["spring"]["DTSTART"].dt.astimezone(UTC) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert found["autumn"]["DTSTART"].dt.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert item("x", spring).at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_each_turn_of_the_clocks_is_told_by_the_clocks_before_it():
    lines = list(zone_lines("Europe/London", datetime(2026, 6, 1, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)))
    assert (
        "\n".join(lines)
        == """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:20260530T010000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20261025T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20270328T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
END:VTIMEZONE"""
    )


def offset_by_observances(lines: list[str], local: datetime) -> timedelta:
    """What the text of a VTIMEZONE alone says, read the slow way: the last onset that the clocks have shown."""
    best, onset, to = None, None, None
    for line in lines:
        name, _, value = line.partition(":")
        if name == "DTSTART":
            onset = datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007
        elif name == "TZOFFSETTO":
            seconds = int(value[1:3]) * 3600 + int(value[3:5]) * 60 + int(value[5:] or 0)
            to = timedelta(seconds=-seconds if value[0] == "-" else seconds)
        elif name == "END" and value in ("STANDARD", "DAYLIGHT") and onset <= local and (not best or onset > best[0]):
            best = (onset, to)
    assert best is not None, "there is something to go by"
    return best[1]


@given(zone=st.sampled_from(ZONES), first=st.datetimes(at("2000-01-01T00:00"), at("2040-01-01T00:00")), data=st.data())
@settings(max_examples=150)
def test_the_text_of_a_zone_is_right_for_every_time_in_it(zone: str, first: datetime, data: st.DataObject):
    clocks = ZoneInfo(zone)
    start = first.replace(microsecond=0, tzinfo=UTC)
    end = start + timedelta(days=data.draw(st.integers(0, 800)))
    lines = list(zone_lines(zone, start, end))
    turns = list(changes(clocks, start, end))
    about = [start, end, *turns, *(turn - timedelta(seconds=1) for turn in turns)]
    about.append(start + (end - start) * data.draw(st.floats(0, 1)))
    for instant in about:
        local = instant.astimezone(clocks)
        naive = local.replace(tzinfo=None)
        if local.fold == 0:
            assert naive - offset_by_observances(lines, naive) == instant.replace(tzinfo=None) or is_twice(
                clocks, naive
            ), instant


def is_twice(clocks: ZoneInfo, naive: datetime) -> bool:
    """Whether the clocks show it twice: which one a calendar means is then by rule, not by the text of its zone."""
    both = {naive.replace(tzinfo=clocks, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return len(both) == 2


@given(zones=st.lists(st.sampled_from(ZONES), min_size=1, max_size=4), data=st.data())
@settings(max_examples=60)
def test_whatever_is_planned_is_found_once_at_its_instant(zones: list[str], data: st.DataObject):
    starts = st.datetimes(at("2026-01-01T00:00"), at("2029-01-01T00:00")).map(
        lambda start: start.replace(second=0, microsecond=0)
    )
    items = [
        Item(f"u{number}", data.draw(starts), zone, data.draw(st.integers(0, 1440)), TITLE, data.draw(st.text()))
        for number, zone in enumerate(zones)
    ]
    found = read(made(items))
    assert found.keys() == {one.uid for one in items}
    for one in items:
        event = found[one.uid]
        assert event["DTSTART"].dt.astimezone(UTC) == one.at
        assert event.get("DURATION", icalendar.vDuration(timedelta())).dt == timedelta(minutes=one.minutes)
        assert event["SUMMARY"] == TITLE


def test_an_event_rings_says_why_and_is_private():
    event = read(made([item("a", at("2026-12-03T09:00"))]))["a"]
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (TITLE, WHY)
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
    [alarm] = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt, alarm["DESCRIPTION"]) == ("DISPLAY", timedelta(), TITLE)


def test_a_reader_is_asked_to_look_again_every_hour():
    calendar = icalendar.Calendar.from_ical(made([]))
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert calendar["X-WR-CALNAME"] == "Reminders"
    assert not calendar.walk("VEVENT")


def test_the_same_items_are_the_same_bytes_in_any_order():
    items = [*NIGHTS["spring in London"], *NIGHTS["no summer in Kolkata"]]
    assert made(items) == made(items[::-1])


@given(title=st.text(min_size=1), why=st.text())
def test_no_words_begin_a_line_or_another_event(title: str, why: str):
    try:
        one = Item("a", at("2026-12-03T09:00"), "Europe/London", 20, title, why)
    except ValueError:
        return
    calendar = made([one])
    assert max(map(len, calendar.split(b"\r\n"))) <= 75
    assert calendar.count(b"\nBEGIN:") == made([item("a", one.start)]).count(b"\nBEGIN:")
    assert read(calendar).keys() == {"a"}


@pytest.mark.parametrize(
    "change",
    [
        {"uid": ""},
        {"uid": "a b"},
        {"uid": "a\r\nX:1"},
        {"uid": "x" * 65},
        {"start": datetime(2026, 12, 3, 9, tzinfo=UTC)},
        {"start": at("0001-01-01T00:00")},
        {"zone": "Nowhere/Land"},
        {"zone": "../../etc/passwd"},
        {"zone": "Europe/London\r\nX:1"},
        {"zone": ""},
        {"minutes": -1},
        {"minutes": 1441},
        {"title": " \x00 "},
    ],
    ids=str,
)
def test_what_no_calendar_can_hold_is_refused(change: dict[str, object]):
    right = {"uid": "a", "start": at("2026-12-03T09:00"), "zone": "Europe/London", "minutes": 20, "title": TITLE}
    assert Item(**right)
    with pytest.raises(ValueError, match="item"):
        Item(**right | change)


def test_a_calendar_has_bounds():
    start = at("2026-01-01T00:00")
    with pytest.raises(ValueError, match="at most"):
        made([item(f"u{number}", start) for number in range(MOST_ITEMS + 1)])
    with pytest.raises(ValueError, match="uid of its own"):
        made([item("a", start), item("a", start + timedelta(hours=1))])
    with pytest.raises(ValueError, match="days"):
        made([item("a", start), item("b", at("2036-01-01T00:00"))])
