"""What a source writes, however wrong, costs little, makes no more than the most, and is told with a remedy."""

import re
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

import jointly.listings.dates
from jointly.listings.dates.expanding import MOST, occurrences_of
from jointly.listings.dates.naming import named_start, occurrence_id
from jointly.listings.dates.patterns import pattern_of, runs_days
from jointly.listings.dates.problems import REMEDIES
from jointly.listings.dates.rrule import lines_of
from jointly.listings.model import DAYS, Occurrence, Schedule
from support.schedules import ID

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANY_DAY = st.dates() | st.sampled_from((date.min, date.max))
ANY_INSTANT = st.datetimes(timezones=st.just(UTC))
ANY_SCHEDULE = st.builds(
    Schedule,
    id=st.just(ID),
    start_on=st.none() | ANY_DAY,
    start=st.none() | st.text(max_size=6) | st.sampled_from(("00:00", "10:30", "23:59")),
    end=st.none() | st.text(max_size=6) | st.sampled_from(("00:00", "11:30")),
    minutes=st.none() | st.integers(-(10**12), 10**12),
    zone=st.text(max_size=20) | st.sampled_from(("Europe/London", "Europe", "/etc/passwd", "Pacific/Apia", "\0")),
    every=st.none() | st.sampled_from(("day", "week", "month")),
    interval=st.integers(-(10**12), 10**12) | st.integers(1, 3),
    days=st.lists(st.sampled_from(DAYS), max_size=8).map(tuple),
    month_days=st.lists(st.integers(-40, 40), max_size=4).map(tuple),
    weeks=st.lists(st.integers(-7, 7), max_size=4).map(tuple),
    ends_on=st.none() | ANY_DAY,
    count=st.none() | st.integers(-5, 10**12),
    except_on=st.lists(ANY_DAY, max_size=2).map(tuple),
    except_at=st.lists(ANY_INSTANT | st.datetimes(), max_size=2).map(tuple),
    id_template=st.none() | st.text(max_size=30),
    valid_from=st.none() | ANY_DAY,
)


@settings(max_examples=200, deadline=None, database=None)
@given(st.lists(ANY_SCHEDULE, max_size=3), st.lists(ANY_INSTANT, max_size=3), st.text())
def test_no_schedule_makes_it_fall_over(schedules: list[Schedule], starts: list[datetime], key: str) -> None:
    explicit = [Occurrence(id=ID, original_start=at, start=at) for at in starts]
    dates, problems = occurrences_of(ID, schedules, now=NOW, explicit=explicit)
    until = NOW + timedelta(weeks=12)
    assert all(one.start <= until and (one.end or one.start) > NOW for one in dates)
    assert len({one.original_start for one in dates}) == len(dates)
    assert {found.code for found in problems} <= REMEDIES.keys()
    for schedule in schedules:
        pattern_of(schedule)
        lines_of(schedule, today=NOW.date())
    assert 1 <= runs_days(schedules) <= 365
    named_start(key, schedules)


def test_the_first_500_dates_are_kept() -> None:
    schedules = [
        Schedule(id=ID, start_on=date(2026, 11, 1), start=f"{hour:02}:00", end=f"{hour:02}:30", every="day")
        for hour in range(24)
    ]
    dates, problems = occurrences_of(ID, schedules, now=NOW)
    assert len(dates) == MOST
    assert [(found.code, found.found) for found in problems] == [("occurrences-too-many", str(12 * 7 * 24 + 1))]
    assert dates[-1].start < NOW + timedelta(days=22)


def test_a_hostile_schedule_costs_little() -> None:
    """A rule that never matches, and counts in their millions from long ago: another reader looks to the year 9999."""
    hostile = [
        {"every": "day", "interval": 7, "days": ("mon",), "start_on": date(2026, 1, 6)},
        {"every": "month", "interval": 12, "month_days": (30,), "start_on": date(2026, 2, 1)},
        {"every": "day", "count": 10**12, "start_on": date(1970, 1, 1)},
        {"every": "day", "interval": 7, "days": ("mon",), "count": 5, "start_on": date(1970, 1, 6)},
    ]
    began = time.process_time()
    for said in hostile:
        occurrences_of(ID, [Schedule(id=ID, start="10:30", **said)], now=NOW)
    assert time.process_time() - began < 1


def test_an_id_is_the_same_from_each_reading() -> None:
    start = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
    assert (
        occurrence_id(ID, start)
        == occurrence_id(ID, start.astimezone())
        == UUID("54657649-aab0-5e6c-bf8c-fc6d2973438d")
    )
    assert occurrence_id(ID, start) != occurrence_id(ID, start + timedelta(minutes=1))


def test_a_name_must_be_the_template_filled_in() -> None:
    schedules = [
        Schedule(id=ID),
        Schedule(id=ID, id_template="https://a.example/no-date"),
        Schedule(id=ID, id_template="https://a.example/{startDate}/x?again={startDate}"),
    ]
    start = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
    words = "2026-11-24T10:30:00Z"
    assert named_start(f"https://a.example/{words}/x?again={words}", schedules) == start
    for key in (
        f"https://a.example/{words}/x",
        f"https://a.example/{words}/x?again=2026-11-24T10:30:01Z",
        f"https://a.example/{words}/x?again={words}#more",
        "https://a.example/2026-13-24T10:30:00Z/x?again=2026-13-24T10:30:00Z",
        "https://a.example/{startDate}/x?again={startDate}",
        "",
    ):
        assert named_start(key, schedules) is None


def test_every_code_has_a_remedy_and_every_remedy_a_code() -> None:
    source = "".join(path.read_text() for path in Path(jointly.listings.dates.__file__).parent.glob("*.py"))
    used = set(re.findall(r'(?:problem|NotUnderstood)\(\s*"([a-z-]+)"', source)) | {"rule-not-understood"}
    assert used == REMEDIES.keys()
    assert all(len(code) <= 40 for code in REMEDIES)
