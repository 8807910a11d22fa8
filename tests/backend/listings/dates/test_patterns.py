"""How a schedule is told, and how often "still correct?" is asked of it."""

from datetime import date

import pytest

from jointly.listings.dates.patterns import Pattern, pattern_of, runs_days
from jointly.listings.model import DAYS, Schedule
from support.schedules import ID

TUESDAY = date(2026, 11, 24)


def schedule(**said) -> Schedule:
    """A schedule with these fields."""
    return Schedule(id=ID, **said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"every": "week", "days": ("thu", "tue")}, {"every": "week", "days": ("tue", "thu")}),
        ({"days": ("tue",)}, {"every": "week", "days": ("tue",)}),
        ({"every": "week", "start_on": TUESDAY}, {"every": "week", "days": ("tue",), "first": TUESDAY}),
        ({"every": "week", "interval": 2, "days": ("tue",)}, {"every": "week", "interval": 2, "days": ("tue",)}),
        ({"every": "week", "days": DAYS}, {"every": "day"}),
        ({"every": "day"}, {"every": "day"}),
        ({"every": "week", "interval": 2, "days": DAYS}, {"every": "week", "interval": 2, "days": DAYS}),
        ({"every": "month", "days": ("tue",), "weeks": (1,)}, {"every": "month", "days": ("tue",), "weeks": (1,)}),
        ({"every": "month", "month_days": (-1,)}, {"every": "month", "month_days": (-1,)}),
        ({"every": "month", "start_on": TUESDAY}, {"every": "month", "month_days": (24,), "first": TUESDAY}),
        ({"start_on": TUESDAY}, {"every": "once", "first": TUESDAY}),
        ({"every": "day", "ends_on": TUESDAY, "usual": True}, {"every": "day", "last": TUESDAY, "usual": True}),
    ],
)
def test_how_it_repeats(said: dict, told: dict) -> None:
    assert pattern_of(schedule(**said)) == Pattern(**told)


@pytest.mark.parametrize(
    ("said", "clocks"),
    [
        ({"start": "10:30", "end": "11:30"}, ("10:30", "11:30")),
        ({"start": "10:30", "minutes": 90}, ("10:30", "12:00")),
        ({"start": "10:30", "end": "11:30", "minutes": 90}, ("10:30", "12:00")),
        ({"start": "22:30", "minutes": 120}, ("22:30", None)),
        ({"start": "10:30", "minutes": 181440}, ("10:30", None)),
        ({"start": "10:30", "end": "09:30"}, ("10:30", None)),
        ({"start": "10:30"}, ("10:30", None)),
        ({"end": "11:30"}, (None, "11:30")),
        ({}, (None, None)),
    ],
)
def test_from_when_to_when(said: dict, clocks: tuple) -> None:
    told = pattern_of(schedule(every="week", **said))
    assert (told.start, told.end) == clocks


@pytest.mark.parametrize(
    ("patterns", "days"),
    [
        ([{"every": "day"}], 1),
        ([{"every": "week", "days": ("tue",)}], 7),
        ([{"every": "week"}], 7),
        ([{"days": ("tue", "thu")}], 4),
        ([{"every": "week", "days": ("tue",)}, {"every": "week", "days": ("thu",)}], 4),
        ([{"every": "week", "interval": 2}], 14),
        ([{"every": "month"}], 30),
        ([{"every": "month", "days": ("tue",), "weeks": (1, 3)}], 15),
        ([{"every": "month", "days": ("tue",)}], 7),
        ([{"every": "month", "interval": 60}], 365),
        ([{"every": "week", "days": ("tue",), "usual": True}], 7),
        ([{"start_on": TUESDAY}], 30),
        ([{"every": "week", "interval": 0}], 30),
        ([], 30),
    ],
)
def test_how_often_it_runs(patterns: list[dict], days: int) -> None:
    assert runs_days([schedule(**said) for said in patterns]) == days
