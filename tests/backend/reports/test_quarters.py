"""Quarters of the calendar, as London counts its days."""

from datetime import UTC, date, datetime

from jointly.reports.quarters import Quarter, quarter_of, quarters


def test_every_day_is_in_one_quarter():
    assert quarter_of(date(2026, 1, 1)) == quarter_of(date(2026, 3, 31)) == Quarter(date(2026, 1, 1))
    assert quarter_of(date(2026, 12, 31)) == Quarter(date(2026, 10, 1))
    assert Quarter(date(2026, 10, 1)).after == Quarter(date(2027, 1, 1))
    assert Quarter(date(2028, 1, 1)).to_on == date(2028, 3, 31)


def test_it_begins_and_ends_at_midnight_in_london():
    spring = Quarter(date(2026, 4, 1))
    assert spring.begins == datetime(2026, 3, 31, 23, tzinfo=UTC)
    assert spring.ends == datetime(2026, 6, 30, 23, tzinfo=UTC) == spring.after.begins


def test_a_quarter_that_runs_is_not_there_until_its_last_day_is_over():
    first = date(2025, 11, 20)
    winter = [Quarter(date(2025, 10, 1))]
    assert list(quarters(first, date(2026, 3, 31))) == winter
    assert list(quarters(first, date(2026, 4, 1))) == [*winter, Quarter(date(2026, 1, 1))]
    assert list(quarters(first, first)) == []


def test_a_figure_is_ready_weeks_after_its_quarter():
    assert Quarter(date(2025, 4, 1)).ready_on(13) == date(2025, 9, 30)
