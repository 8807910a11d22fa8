"""Coordinates, dates, money and ages: what is kept of them, and what is told."""

from datetime import UTC, date, datetime

import pytest

from jointly.listings.reading.ages import age_range, ages
from jointly.listings.reading.coordinates import point
from jointly.listings.reading.moments import clock, day, minutes, moment, when_changed
from jointly.listings.reading.money import fee_words, pence, says_free


def codes(problems) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "lat, lon, kept, told",
    [
        (53.38, -1.47, (53.38, -1.47), []),
        ("53.38", "-1.47", (53.38, -1.47), []),
        (-0.71382, 51.51039, (51.51039, -0.71382), ["coordinates-swapped"]),
        (0, 0, None, ["coordinates-zero"]),
        ("0", 0.0, None, ["coordinates-zero"]),
        (100, 101, None, ["coordinates-outside"]),
        (48.85, 2.35, None, ["coordinates-outside"]),
        (51.5, None, None, ["coordinates-wrong"]),
        ("x", "y", None, ["coordinates-wrong"]),
        (float("nan"), 1, None, ["coordinates-wrong"]),
        ({}, [], None, ["coordinates-wrong"]),
        (None, None, None, []),
    ],
)
def test_coordinates(lat, lon, kept, told):
    problems = []
    assert point(lat, lon, problems) == kept
    assert codes(problems) == told


@pytest.mark.parametrize(
    "given, kept, told",
    [
        ("2026-12-03T19:00:00Z", "2026-12-03T19:00:00+00:00", []),
        ("2026-07-01T18:00:00+01:00", "2026-07-01T17:00:00+00:00", []),
        ("2014-09-15T09:12:51.706+01:00", None, ["date-too-early"]),
        ("2026-07-01T18:00:00", "2026-07-01T17:00:00+00:00", ["zone-missing"]),
        ("2026-12-17T19:00", "2026-12-17T19:00:00+00:00", ["zone-missing"]),
        ("2026-12-17", None, ["date-without-time"]),
        ("0001-01-01T00:00:00Z", None, ["date-too-early"]),
        ("9999-12-31T23:59:59-12:00", None, []),
        ("2026-02-30T10:00:00Z", None, ["date-wrong"]),
        ("next Tuesday", None, ["date-wrong"]),
        ("2026-W48-2", None, ["date-wrong"]),
        (1790000000, None, ["date-wrong"]),
        (None, None, []),
    ],
)
def test_instants(given, kept, told):
    problems = []
    found = moment(given, problems)
    assert (found.isoformat() if found else None) == kept
    assert codes(problems) == told


def test_a_clock_that_an_autumn_night_has_twice_is_its_first():
    assert moment("2026-10-25T01:30:00", []).isoformat() == "2026-10-25T00:30:00+00:00"
    assert moment("2026-03-29T01:30:00", []).isoformat() == "2026-03-29T01:30:00+00:00"


def test_days_and_clocks():
    assert day("2026-12-24T10:00:00Z", []) == date(2026, 12, 24)
    assert day("24/12/2026", problems := []) is None and codes(problems) == ["date-wrong"]
    given = ("10:30", "9:05", "10:30:00", "10:30:00+00:00", "6.30pm", "12:15 am", "24:00", "2026-01-05T18:30:00")
    wanted = ["10:30", "09:05", "10:30", "10:30", "18:30", "00:15", "00:00", "18:30"]
    assert [clock(each, []) for each in given] == wanted
    wrong = ("25:00", "10:61", "half past ten", "13:00pm", "")
    assert [clock(each, []) for each in wrong] == [None] * 5


def test_lengths():
    given = ("PT45M", "PT1H0M", "PT1H", "pt1h30m", "P1D", "PT0S")
    assert [minutes(each, []) for each in given] == [45, 60, 60, 90, 1440, None]
    assert minutes("P126D", problems := []) is None and codes(problems) == ["duration-of-course"]
    assert minutes("an hour", problems := []) is None and codes(problems) == ["duration-wrong"]
    assert minutes("P", problems := []) is None and codes(problems) == ["duration-wrong"]


def test_when_something_was_changed():
    at = datetime(2020, 6, 25, 11, 9, 26, tzinfo=UTC)
    assert when_changed(1593083366) == when_changed(1593083366000) == when_changed("1593083366") == at
    assert when_changed("2020-07-10T14:44:38.042Z").isoformat() == "2020-07-10T14:44:38.042000+00:00"
    unknown = (247302, 576460752303423489, None, {}, "x", "0001-01-01T00:00:00+14:00")
    assert [when_changed(each) for each in unknown] == [None] * 6


@pytest.mark.parametrize(
    "given, kept, told",
    [
        (6.9, 690, []),
        (0, 0, []),
        (3, 300, []),
        (0.29, 29, []),
        ("5.00", 500, ["price-is-text"]),
        ("£5", 500, ["price-is-text"]),
        ("1,000", 100_000, ["price-is-text"]),
        ("Free", 0, ["price-is-text"]),
        ("ask us", None, ["price-is-text", "price-wrong"]),
        (-1, None, ["price-wrong"]),
        (10**12, None, ["price-wrong"]),
        ("1e999999", None, ["price-is-text", "price-wrong"]),
        ("NaN", None, ["price-is-text", "price-wrong"]),
        (float("inf"), None, []),
        (True, None, []),
        (None, None, []),
    ],
)
def test_money(given, kept, told):
    problems = []
    assert pence(given, problems) == kept
    assert codes(problems) == told


def test_fees_in_words():
    assert fee_words("Come along. It is £6-00 for members. Bring water.") == "It is £6-00 for members."
    assert fee_words("50p for tea") == "50p for tea"
    assert [fee_words(each) for each in ("All free", "£0 to pay", "It costs £0.00.", "Over 50s", None)] == [None] * 5
    assert [says_free(each) for each in ("Free", "free of charge.", "No charge", "£0.00")] == [True] * 4
    assert not says_free("Free for members, £3 for others")


@pytest.mark.parametrize(
    "given, kept, told",
    [
        ({"minValue": 18, "maxValue": 30}, (18, 30), []),
        ({"minValue": 16}, (16, None), []),
        ({"minValue": -1, "maxValue": -1}, (None, None), []),
        ({"minValue": 0, "maxValue": 0}, (None, None), []),
        ("18", (18, None), ["age-is-text"]),
        ("18+", (18, None), ["age-is-text"]),
        ("16-25 years", (16, 25), ["age-is-text"]),
        ("adults", (None, None), ["age-is-text", "age-wrong"]),
        ({"minValue": 30, "maxValue": 18}, (None, None), ["age-wrong"]),
        ({"minValue": 18, "maxValue": 999}, (18, None), ["age-wrong"]),
        (None, (None, None), []),
    ],
)
def test_ages(given, kept, told):
    problems = []
    assert age_range(given, problems) == kept
    assert codes(problems) == told


def test_minus_one_is_no_age():
    assert ages(-1, 100, []) == (None, 100)
