"""What is done is not planned, in every worked case of tests/verification/reminder-done.yaml; and which exercise time
an entry was for, whatever the times are."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jointly.content.pathway_models import PathwayFacts
from jointly.reminders.reading import Record, standing_of
from jointly.reminders.rules.done import done_slots
from jointly.reminders.rules.local import DAYS
from jointly.reminders.rules.planning import planned
from support.sealed_rows import SealedRows
from support.shipped import yaml_of

CASES = yaml_of("tests/verification/reminder-done.yaml")["cases"]
NOT_PLANNED = {
    # The phone asks what is done; here a contact before one that was done is behind the person, and is not asked for.
    "da4694ed-9e0c-4ca6-83f4-5939edb09acd": "Another contact's check-in is not this one's",
}
PLANNED = [case for case in CASES if case["id"] not in NOT_PLANNED and case["slots"][0]["kind"] != "reply"]
BEGIN = datetime(2026, 10, 1, tzinfo=UTC)
CONTACTS = (("baseline", 0, 15), ("three-weeks", 18, 28))


def pathway(slug: str) -> PathwayFacts:
    contacts = tuple(
        {"slug": name, "due_from_day": first, "due_to_day": last, "only_for": (), "measures": (), "goal_review": True}
        for name, first, last in CONTACTS
    )
    review = {"approved": False, "by": None, "role": None, "on": None, "next_due": None, "evidence": ()}
    given_ = {"slug": slug, "version": 1, "contacts": contacts, "variants": ()}
    return PathwayFacts(**given_, early_finish_from="baseline", review=review)


def record_of(case: dict[str, Any]) -> SealedRows:
    """The entries of a case, with a plan of its exercise times and the wish to hear of everything."""
    rows = SealedRows()
    days: dict[str, list[str]] = {}
    weekly = None
    for slot in case["slots"]:
        weekday = DAYS[date.fromisoformat(slot["local"][:10]).weekday()]
        if slot["kind"] == "exercise":
            days.setdefault(weekday, []).append(slot["local"][11:])
        if slot["kind"] == "week":
            weekly = {"day": weekday, "time": "18:00"}
    plan = {"programme": "p", "started_on": "2026-01-01", "days": days, "paused": None}
    kinds = ["exercise", "check-in", "session", "date"]
    wished = {"key": "AAECAwQFBgcICQoLDA0ODw", "zone": "Europe/London", "kinds": kinds, "week": weekly}
    rows.write("plan", plan, "2026-01-01T09:00:00+00:00")
    rows.write("reminding", wished, "2026-01-01T09:00:00+00:00")
    for one in case["entries"]:
        id = rows.write(one["kind"], one["body"], one["at"], id=one.get("id"))
        if one.get("gone"):
            rows.correct(id, None)
    return rows


@pytest.mark.parametrize("case", PLANNED, ids=[case["says"] for case in PLANNED])
def test_what_is_done_is_not_planned(case: dict[str, Any]) -> None:
    rows = record_of(case)
    pathways = {slug: pathway(slug) for slug in ("jpa", "back")}
    standing = standing_of(Record(9, rows.rows, []), rows.key, pathways, BEGIN)
    plan = planned(standing.wishes, standing.facts, BEGIN.date(), date(2026, 12, 31))
    found = {(one.kind, one.about, one.local) for one in plan}
    slots = [(slot["kind"], slot["about"], slot["local"]) for slot in case["slots"]]
    assert [place for place, slot in enumerate(slots) if slot not in found] == case["done"]


def test_case_ids_are_unique_and_nearly_all_are_tried_here() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 20
    assert len(PLANNED) >= len(CASES) - 2
    assert {case["id"]: case["says"] for case in CASES if case["id"] in NOT_PLANNED} == NOT_PLANNED


times = some.times().map(lambda at: at.replace(second=0, microsecond=0))


def minutes(at: time) -> int:
    return at.hour * 60 + at.minute


@given(some.lists(times, min_size=1, max_size=4, unique=True), times)
def test_an_entry_is_for_one_time_and_none_is_nearer(slots: list[time], at: time) -> None:
    [found] = done_slots(slots, [at])
    away = abs(minutes(found) - minutes(at))
    nearer = [slot for slot in slots if abs(minutes(slot) - minutes(at)) < away]
    earlier = [slot for slot in slots if abs(minutes(slot) - minutes(at)) == away and slot < found]
    assert nearer == earlier == []


@given(some.lists(times, max_size=4), some.lists(times, max_size=5), times)
def test_more_entries_never_undo_one(slots: list[time], entered: list[time], more: time) -> None:
    before = done_slots(slots, entered)
    assert before <= done_slots(slots, [*entered, more]) <= frozenset(slots)
    assert len(before) <= len(entered)


def test_without_times_nothing_is_done() -> None:
    assert done_slots([], [time(9)]) == frozenset()
