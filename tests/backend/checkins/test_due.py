"""Which contact is due meets every worked case in tests/verification/due.yaml, and holds whatever the days are."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jointly.checkins.rules import Window, standing, windows_of
from jointly.content.pathway_models import PathwayFacts
from support.shipped import yaml_of

FILE = yaml_of("tests/verification/due.yaml")
CASES = FILE["cases"]
REVIEW = {"approved": False, "by": None, "role": None, "on": None, "next_due": None, "evidence": ()}
START = date(2026, 3, 1)


def facts_of(name: str) -> PathwayFacts:
    """A pathway of the worked cases, as its content would be read."""
    contacts = tuple(
        {**contact, "only_for": tuple(contact["only_for"]), "measures": (), "goal_review": True}
        for contact in FILE["pathways"][name]
    )
    variants = tuple({"slug": slug} for slug in ("low", "medium", "high"))
    given = {"slug": "tried", "version": 1, "contacts": contacts, "variants": variants}
    return PathwayFacts(**given, early_finish_from="baseline", review=REVIEW)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_the_contact_due_is_the_one_the_worked_case_says(case):
    found = standing(
        windows_of(facts_of(case["pathway"]), case["variant"]),
        started_on=date.fromisoformat(case["started_on"]),
        ended=case["ended"] and date.fromisoformat(case["ended"]),
        done=set(case["done"]),
        today=date.fromisoformat(case["today"]),
    )
    assert {
        "state": found.state,
        "contact": found.contact,
        "from": found.from_ and found.from_.isoformat(),
        "to": found.to and found.to.isoformat(),
        "days": found.days,
    } == case["expect"]


def test_case_ids_are_unique_and_enough_of_each_state():
    assert len({case["id"] for case in CASES}) == len(CASES) >= 15
    states = Counter(case["expect"]["state"] for case in CASES)
    assert states.keys() == {"due", "overdue", "not-yet", "finished"}
    assert min(states.values()) >= 5


@some.composite
def pathways(draw: some.DrawFn) -> tuple[Window, ...]:
    """Windows that do not overlap, one after the other."""
    steps = draw(some.lists(some.tuples(some.integers(0, 60), some.integers(0, 60)), min_size=1, max_size=6))
    windows, day = [], -1
    for number, (gap, length) in enumerate(steps):
        from_ = day + 1 + gap
        day = from_ + length
        windows.append(Window(f"contact-{number}", from_, day))
    return tuple(windows)


days = some.integers(-10, 800).map(lambda number: START + timedelta(days=number))
dones = some.sets(some.sampled_from([f"contact-{number}" for number in range(6)]))


@given(pathways(), dones, days)
def test_what_is_said_fits_the_window(pathway, done, today):
    found = standing(pathway, started_on=START, ended=None, done=done, today=today)
    if found.state == "finished":
        assert pathway[-1].contact in done
        return
    assert found.contact not in done
    window = next(each for each in pathway if each.contact == found.contact)
    from_, to = (START + timedelta(days=number) for number in (window.from_day, window.to_day))
    assert (found.from_, found.to) == (from_, to)
    expected = {"not-yet": from_ - today, "due": to - today, "overdue": today - to}[found.state]
    assert timedelta(days=found.days) == expected
    assert {"not-yet": today < from_, "due": from_ <= today <= to, "overdue": today > to}[found.state]


@given(pathways(), dones, days, days)
def test_an_end_always_finishes(pathway, done, today, ended):
    assert standing(pathway, started_on=START, ended=ended, done=done, today=today).state == "finished"


@given(pathways(), dones, some.lists(days, min_size=2).map(sorted))
def test_as_days_go_by_nobody_is_sent_back(pathway, done, looked):
    places = {window.contact: place for place, window in enumerate(pathway)}
    found = [standing(pathway, started_on=START, ended=None, done=done, today=today) for today in looked]
    at = [places.get(each.contact, len(pathway)) for each in found]
    assert at == sorted(at)


@given(pathways(), dones, days)
def test_doing_what_is_due_moves_on(pathway, done, today):
    before = standing(pathway, started_on=START, ended=None, done=done, today=today)
    if before.contact:
        after = standing(pathway, started_on=START, ended=None, done=done | {before.contact}, today=today)
        assert after.contact != before.contact
