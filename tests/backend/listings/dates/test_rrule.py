"""iCalendar's rules: ours read back are what was written, and each way in which real ones differ is read or refused."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jointly.listings.dates.days import days_of
from jointly.listings.dates.rrule import lines_of
from jointly.listings.dates.rrule_reading import schedule_of
from jointly.listings.model import Schedule
from support.schedules import ID, event_of, schedules

LONDON = ZoneInfo("Europe/London")
TUESDAY = datetime(2026, 9, 1, 10, 30, tzinfo=LONDON)
FLOATING = TUESDAY.replace(tzinfo=None)
TODAY = date(2026, 11, 21)


def read_back(lines: tuple[str, ...]) -> Schedule:
    """The schedule that icalendar's parser and our reader find in these lines."""
    event = event_of(lines).events[0]
    found = event.get("EXDATE", [])
    dates = [one.dt for each in (found if isinstance(found, list) else [found]) for one in each.dts]
    schedule, problems = schedule_of(
        ID,
        start=event["DTSTART"].dt,
        end=event["DTEND"].dt if "DTEND" in event else None,
        length=event["DURATION"].dt if "DURATION" in event else None,
        rule=event["RRULE"].to_ical().decode() if "RRULE" in event else None,
        exceptions=dates,
    )
    assert problems == []
    return schedule


@settings(max_examples=80, deadline=None, database=None)
@given(schedules())
def test_what_is_written_is_read_back(schedule: Schedule) -> None:
    lines = lines_of(schedule, today=TODAY)
    if not lines:
        return
    again = read_back(lines)
    far = schedule.start_on + timedelta(days=900)
    off = set(schedule.except_on)
    assert [day for day in days_of(again, schedule.start_on, far) if day not in again.except_on] == [
        day for day in days_of(schedule, schedule.start_on, far) if day not in off
    ]
    if again.start_on == schedule.start_on and not (schedule.count and schedule.ends_on):
        assert msgspec.structs.replace(again, days=tuple(again.days)) == schedule
    assert lines_of(again, today=TODAY) == lines


def test_one_date_needs_no_rule() -> None:
    schedule = Schedule(id=ID, start_on=TODAY, start="10:30", end="11:30")
    lines = lines_of(schedule, today=TODAY)
    assert lines == ("DTSTART;TZID=Europe/London:20261121T103000", "DTEND;TZID=Europe/London:20261121T113000")
    assert read_back(lines) == schedule


def test_the_first_line_is_a_day_on_which_it_runs() -> None:
    schedule = Schedule(
        id=ID, start_on=date(2026, 11, 25), start="10:30", every="week", interval=2, days=("mon",), count=3
    )
    assert lines_of(schedule, today=TODAY) == (
        "DTSTART;TZID=Europe/London:20261207T103000",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3",
    )


def test_what_was_counted_before_it_was_valid_stays_counted() -> None:
    schedule = Schedule(
        id=ID, start_on=date(2026, 11, 3), valid_from=date(2026, 11, 12), start="10:30", every="week", count=4
    )
    assert lines_of(schedule, today=TODAY) == (
        "DTSTART;TZID=Europe/London:20261117T103000",
        "RRULE:FREQ=WEEKLY;COUNT=2",
    )


def test_exceptions_are_written_as_the_start_they_take_out() -> None:
    schedule = Schedule(
        id=ID,
        start_on=date(2026, 6, 2),
        start="11:00",
        every="week",
        days=("tue",),
        ends_on=date(2026, 11, 3),
        except_at=(datetime(2026, 7, 7, 11, tzinfo=UTC),),
    )
    assert lines_of(schedule, today=TODAY)[1:] == (
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261103T235959Z",
        "EXDATE;TZID=Europe/London:20260707T110000",
    )


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(id=ID, start_on=TODAY, start="10:30", every="week", usual=True),
        Schedule(id=ID, start_on=TODAY, every="week"),
        Schedule(id=ID, start_on=TODAY, start="10:30", every="month", interval=12, month_days=(-31,), weeks=(9,)),
        Schedule(id=ID, start_on=date(2026, 2, 1), start="10:30", every="month", interval=12, month_days=(30,)),
    ],
)
def test_what_makes_no_dates_has_no_lines(schedule: Schedule) -> None:
    assert lines_of(schedule, today=TODAY) == ()


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", {"every": "week", "days": ("tue",)}),
        ("rrule:freq=weekly;byday=tu,th;interval=2;", {"every": "week", "interval": 2, "days": ("tue", "thu")}),
        ("FREQ=DAILY;COUNT=10", {"every": "day", "count": 10}),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", {"every": "month", "days": ("tue",), "weeks": (1, 3)}),
        ("FREQ=MONTHLY;BYDAY=-1FR", {"every": "month", "days": ("fri",), "weeks": (-1,)}),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", {"every": "month", "days": ("tue",), "weeks": (1,)}),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", {"every": "month", "month_days": (15, -1)}),
        ("FREQ=MONTHLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12", {"every": "month", "days": ("tue",)}),
        ("FREQ=YEARLY", {"every": "month", "interval": 12}),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=1TU", {"every": "month", "interval": 12, "days": ("tue",), "weeks": (1,)}),
        ("FREQ=WEEKLY;UNTIL=20261103", {"every": "week", "ends_on": date(2026, 11, 3)}),
        ("FREQ=WEEKLY;UNTIL=20261103T103000Z", {"every": "week", "ends_on": date(2026, 11, 3)}),
        ("FREQ=WEEKLY;UNTIL=20261103T000000Z", {"every": "week", "ends_on": date(2026, 11, 2)}),
        ("FREQ=WEEKLY;UNTIL=20261103T235959", {"every": "week", "ends_on": date(2026, 11, 3)}),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", {"every": "week", "ends_on": date(9999, 12, 31)}),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", {"every": "week", "interval": 2}),
        ("FREQ=WEEKLY;BYDAY=TU;WKST=SU", {"every": "week", "days": ("tue",)}),
    ],
)
def test_a_rule_is_read(rule: str, fields: dict) -> None:
    schedule, problems = schedule_of(ID, start=TUESDAY, rule=rule)
    base = Schedule(id=ID, start_on=date(2026, 9, 1), start="10:30")
    assert (schedule, problems) == (msgspec.structs.replace(base, **fields), [])


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=SECONDLY", "rule-too-frequent"),
        ("FREQ=HOURLY;COUNT=3", "rule-too-frequent"),
        ("FREQ=WEEKLY;INTERVAL=0", "schedule-interval-wrong"),
        ("FREQ=YEARLY;INTERVAL=900", "schedule-interval-wrong"),
        ("FREQ=WEEKLY;INTERVAL=-1", "rule-not-understood"),
        ("FREQ=WEEKLY;UNTIL=soon", "rule-not-understood"),
        ("FREQ=WEEKLY;UNTIL=20261341", "rule-not-understood"),
        ("FREQ=MONTHLY;BYDAY=1MO,3TH", "rule-not-understood"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "rule-not-understood"),
        ("FREQ=MONTHLY;BYMONTH=3;BYDAY=1TU", "rule-not-understood"),
        ("FREQ=YEARLY;BYDAY=20MO", "rule-not-understood"),
        ("FREQ=YEARLY;BYMONTHDAY=1", "rule-not-understood"),
        ("FREQ=YEARLY;BYWEEKNO=20", "rule-not-understood"),
        ("FREQ=WEEKLY;BYHOUR=9,10", "rule-not-understood"),
        ("FREQ=WEEKLY;BYMONTHDAY=13", "rule-not-understood"),
        ("FREQ=WEEKLY;BYDAY=2TU", "rule-not-understood"),
        ("FREQ=WEEKLY;FREQ=DAILY", "rule-not-understood"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU", "rule-not-understood"),
        ("FREQ=WEEKLY;WKST=XX", "rule-not-understood"),
        ("BYDAY=TU", "rule-not-understood"),
        ("every Tuesday", "rule-not-understood"),
        ("FREQ=MONTHLY;BYMONTHDAY=" + ",".join(["1"] * 2000), "rule-not-understood"),
    ],
)
def test_a_rule_that_cannot_be_kept_makes_no_schedule(rule: str, code: str) -> None:
    schedule, problems = schedule_of(ID, start=TUESDAY, rule=rule)
    assert schedule is None
    assert [found.code for found in problems] == [code]
    assert len(problems[0].found) <= 200


@pytest.mark.parametrize(
    ("until", "code", "last"),
    [
        ("20261103T093000Z", "rule-until-hour-early", date(2026, 11, 3)),
        ("20261104T093000Z", None, date(2026, 11, 3)),
        ("", "rule-until-empty", None),
    ],
)
def test_an_until_that_is_nearly_right(until: str, code: str | None, last: date | None) -> None:
    schedule, problems = schedule_of(ID, start=TUESDAY, rule=f"FREQ=WEEKLY;BYDAY=TU;UNTIL={until}")
    assert [found.code for found in problems] == ([code] if code else [])
    assert schedule.ends_on == last


@pytest.mark.parametrize(
    ("start", "zone", "rule", "told", "codes"),
    [
        (TUESDAY, None, "FREQ=DAILY", ("10:30", "Europe/London", False), []),
        (FLOATING, None, None, ("10:30", "Europe/London", True), []),
        (FLOATING, "America/New_York", None, ("10:30", "America/New_York", False), []),
        (FLOATING, "Moon/Base", None, ("10:30", "Europe/London", True), ["schedule-zone-unknown"]),
        (datetime(2026, 9, 1, 9, 30, tzinfo=UTC), None, None, ("10:30", "Europe/London", False), []),
        (datetime(2026, 9, 1, 9, 30, tzinfo=UTC), None, "FREQ=DAILY", ("09:30", "UTC", False), []),
        (
            datetime(2026, 9, 1, 12, 30, tzinfo=timezone(timedelta(hours=3))),
            None,
            None,
            ("10:30", "Europe/London", True),
            ["schedule-zone-unknown"],
        ),
        (date(2026, 9, 1), None, None, ("00:00", "Europe/London", True), []),
    ],
)
def test_the_zone_of_a_start(start: date, zone: str | None, rule: str | None, told: tuple, codes: list[str]) -> None:
    schedule, problems = schedule_of(ID, start=start, zone=zone, rule=rule)
    assert (schedule.start, schedule.zone, schedule.zone_assumed) == told
    assert schedule.start_on == date(2026, 9, 1)
    assert [found.code for found in problems] == codes


@pytest.mark.parametrize(
    ("end", "length", "said"),
    [
        (TUESDAY + timedelta(hours=1), None, ("11:30", None)),
        (TUESDAY + timedelta(hours=20), None, (None, 1200)),
        (datetime(2026, 9, 1, 10, 30, tzinfo=UTC), None, ("11:30", None)),
        (None, timedelta(minutes=45), (None, 45)),
        (TUESDAY, None, (None, None)),
        (TUESDAY - timedelta(hours=1), None, (None, None)),
        (date(2026, 9, 2), None, (None, None)),
        (None, None, (None, None)),
    ],
)
def test_the_end_of_a_date(end: date | None, length: timedelta | None, said: tuple) -> None:
    schedule, problems = schedule_of(ID, start=TUESDAY, end=end, length=length)
    assert (schedule.end, schedule.minutes) == said
    assert [found.code for found in problems] == (["schedule-end-before-start"] if end and said == (None, None) else [])


def test_a_date_without_a_time_lasts_its_days() -> None:
    for end, minutes in ((None, 1440), (date(2026, 9, 1), 1440), (date(2026, 9, 4), 4320)):
        assert schedule_of(ID, start=date(2026, 9, 1), end=end)[0].minutes == minutes


def test_exceptions_are_days_where_that_says_all() -> None:
    given = [
        date(2026, 9, 8),
        datetime(2026, 9, 15, 10, 30, tzinfo=LONDON),
        datetime(2026, 9, 22, 9, 30, tzinfo=UTC),
        FLOATING + timedelta(weeks=4),
        datetime(2026, 10, 6, 8, 0, tzinfo=UTC),
        FLOATING.replace(year=1),
    ]
    schedule, _ = schedule_of(ID, start=TUESDAY, rule="FREQ=WEEKLY", exceptions=given)
    assert schedule.except_on == (date(2026, 9, 8), date(2026, 9, 15), date(2026, 9, 22), date(2026, 9, 29))
    assert schedule.except_at == (datetime(2026, 10, 6, 8, 0, tzinfo=UTC),)


def test_of_too_many_exceptions_the_latest_stay() -> None:
    given = [date(2026, 9, 1) + timedelta(number) for number in range(1500)]
    schedule, problems = schedule_of(ID, start=TUESDAY, rule="FREQ=DAILY", exceptions=given)
    assert schedule.except_on == tuple(given[500:])
    assert [found.code for found in problems] == ["rule-exceptions-too-many"]


@settings(max_examples=150, deadline=None, database=None)
@given(
    st.lists(
        st.builds(
            "{}={}".format,
            st.sampled_from(("FREQ", "BYDAY", "UNTIL", "COUNT", "INTERVAL", "BYMONTHDAY", "BYSETPOS", "WKST", "X")),
            st.sampled_from(("WEEKLY", "MONTHLY", "YEARLY", "TU", "2TU,MO", "SU", "0", "-1", "31", "99999999", ""))
            | st.text(),
        ),
        max_size=5,
    ).map(";".join),
    st.datetimes() | st.dates() | st.datetimes(timezones=st.timezones()),
    st.none() | st.datetimes() | st.dates() | st.datetimes(timezones=st.timezones()),
)
def test_nothing_that_is_written_makes_it_fall_over(rule: str, start: date, end: date | None) -> None:
    schedule, problems = schedule_of(ID, start=start, end=end, rule=rule, exceptions=[start, *([end] if end else [])])
    assert schedule or problems
    if schedule:
        lines_of(schedule, today=TODAY)
