"""An invented diary that could be somebody's: slow gains, 2 bad days, a missed week, notes in her own words."""

import json
import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from jointly.content.models import ProgrammeFacts

Entry = tuple[datetime, str, bytes]

BAD_DAYS = (11, 33)
AWAY = range(22, 29)
"""Days after the start: a week at her daughter's."""
NOTES = {
    2: "Stiff getting out of bed, better after moving about.",
    11: "Hardly slept. Did the gentle ones.",
    19: "Walked to the shop and back without stopping.",
    33: "Long car journey yesterday.",
    47: "Stairs at the library were all right.",
}
EXERCISE_DAYS = (0, 2, 4)
"""Days of her week, which begins on the weekday the demonstration was made: so there is something to do today."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MORE_AT = {20: 2, 43: 3}
"""Day on which she chose the next level."""


def eight_weeks(programme: ProgrammeFacts, since: datetime, today: datetime) -> list[Entry]:
    """Margaret's diary from `since` until yesterday, in order. Today is an exercise day, still to be done."""
    dice = random.Random("Margaret")  # nosec B311 # an invented diary, the same each time; no secret
    entries: list[Entry] = [_at(since, 9, 12, "plan", _plan(programme, since, today))]
    level = 1
    for day in range((today - since).days):
        date = since + timedelta(days=day)
        if day in AWAY:
            continue
        if day in MORE_AT:
            level = MORE_AT[day]
            entries += [_at(date, 9, 40, "level", _level(programme, slug, level)) for slug in programme.exercises[:4]]
        entries += list(_day(programme, dice, day, date, level))
    return entries


def first_day(programme: ProgrammeFacts, since: datetime, today: datetime) -> list[Entry]:
    """Dev's diary: he joined yesterday and logged his pain twice."""
    entries = [
        _at(since, 18, 5, "plan", _plan(programme, since, today)),
        _at(
            since,
            18,
            9,
            "pain",
            {"score": 6, "regions": ["left-knee", "lower-back"], "note": "First time writing this down."},
        ),
        _at(today, 7, 45, "pain", {"score": 5, "regions": ["left-knee"]}),
    ]
    return [entry for entry in entries if entry[0] <= today]


def _day(programme: ProgrammeFacts, dice: random.Random, day: int, date: datetime, level: int) -> Iterator[Entry]:
    bad = day in BAD_DAYS
    pain = max(1, min(9, round(5.6 - day * 0.045 + dice.gauss(0, 0.8) + 2.5 * bad)))
    if dice.random() < 0.85 or bad or day in NOTES:
        regions = ["right-knee", "right-hip"] if dice.random() < 0.4 else ["right-knee"]
        yield _at(date, 8, dice.randrange(5, 50), "pain", {"score": pain, "regions": regions} | _note(day))
    if bad:
        yield _at(date, 9, 2, "bad-day", {"on": date.date().isoformat()})
    if day % 7 in EXERCISE_DAYS or bad:
        slugs = programme.gentle.exercises if bad else programme.exercises
        for place, slug in enumerate(slugs):
            here = level if slug in programme.exercises[:4] else 1
            yield _at(date, 10, 2 + 3 * place, "exercise", _exercise(programme, slug, here, dice, pain, bad))
    if day and (day - 1) % 7 in EXERCISE_DAYS:
        settled = {"on": (date - timedelta(days=1)).date().isoformat(), "settled": dice.random() < 0.93}
        yield _at(date, 8, 55, "settled", settled)


def _exercise(programme: ProgrammeFacts, slug: str, level: int, dice: random.Random, pain: int, bad: bool) -> dict:
    outcome = dice.choices(("done", "part", "skipped"), (88, 9, 3))[0]
    return {
        "programme": programme.slug,
        "exercise": slug,
        "level": level,
        "gentle": bad,
        "outcome": outcome,
        "sets": {"done": 2, "part": 1, "skipped": 0}[outcome],
        "pain": None if outcome == "skipped" else max(0, min(5, pain - dice.randrange(1, 4))),
        "effort": None if outcome == "skipped" else dice.randrange(3, 7),
        "confident": None if outcome == "skipped" else dice.random() < 0.9,
    }


def _plan(programme: ProgrammeFacts, since: datetime, today: datetime) -> dict:
    days = {WEEKDAYS[(today.weekday() + day) % 7]: ["10:00"] for day in EXERCISE_DAYS}
    return {"programme": programme.slug, "started_on": since.date().isoformat(), "days": days, "paused": None}


def _level(programme: ProgrammeFacts, slug: str, level: int) -> dict:
    return {"programme": programme.slug, "exercise": slug, "level": level, "choice": "up", "rule": "up"}


def _note(day: int) -> dict:
    return {"note": NOTES[day]} if day in NOTES else {}


def _at(date: datetime, hour: int, minute: int, kind: str, body: dict) -> Entry:
    # The wall clock of that day: a summer day keeps its summer offset.
    return date.replace(hour=hour, minute=minute, second=0, microsecond=0, fold=0), kind, json.dumps(body).encode()
