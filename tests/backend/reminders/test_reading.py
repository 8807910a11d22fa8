"""What of a record becomes which wish and which fact."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from jointly.content.pathway_models import PathwayFacts
from jointly.reminders import reading
from jointly.reminders.reading import Record, Standing
from jointly.reminders.rules.facts import News, OwnDay, Visit
from support.phone import Phone, correction, entry, joined
from support.reminded import MovedClock, exercised
from support.sealed_rows import SealedRows
from support.service import Service
from support.shipped import shipped_content

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AT = "2026-11-20T09:00:00+00:00"
LATER = "2026-11-21T09:00:00+00:00"
WISHED = {"key": "AAECAwQFBgcICQoLDA0ODw", "zone": "Europe/London", "kinds": ["exercise"]}
EXERCISE = {"programme": "knee-hip", "exercise": "sit-to-stand", "level": 1, "gentle": False, "outcome": "skipped"}
EXERCISE |= {"sets": 0, "pain": None, "effort": None, "confident": None}
ON = {"pathway": "low-back", "version": 1, "variant": None, "started_on": "2026-11-01", "extra": [], "ended": None}
CHECK_IN = {"pathway": "low-back", "version": 1, "contact": "baseline", "with": "alone", "state": "done"}
CHECK_IN |= {"on": "2026-11-20", "answers": {}, "topics": [], "refers": [], "goal_reviewed": False}
SUGGESTED = {"kind": "activity", "thing": "walk", "name": "Walk", "state": "booked"}


@pytest.fixture
def rows() -> SealedRows:
    return SealedRows()


def standing(rows: SealedRows, news: list[tuple[UUID, str, datetime]] | None = None) -> Standing:
    content = shipped_content()
    pathways: dict[str, PathwayFacts] = {slug: one.facts for slug, one in content.pathways.items()}
    return reading.standing_of(Record(1, rows.rows, news or []), rows.key, pathways, NOW)


def plan(*times: str, **changes: Any) -> dict[str, Any]:
    return {"programme": "back", "started_on": "2026-11-01", "days": {"mon": list(times)}, "paused": None} | changes


def test_an_empty_record_says_nothing(rows: SealedRows) -> None:
    found = standing(rows)
    assert (found.wishes, found.entry, found.names) == (None, None, {})
    assert found.facts == reading.Facts()


def test_wishes_are_those_that_were_written_last(rows: SealedRows) -> None:
    rows.write("reminding", WISHED | {"zone": "Asia/Kolkata"}, LATER)
    rows.write("reminding", WISHED, AT)
    assert standing(rows).wishes.zone.key == "Asia/Kolkata"


def test_wishes_as_the_rule_has_them(rows: SealedRows) -> None:
    more = {"week": {"day": "sun", "time": "18:30"}, "quiet": {"from": "21:00", "to": "08:00"}}
    rows.write("reminding", WISHED | more | {"paused_until": "2026-12-01"}, AT)
    wishes = standing(rows).wishes
    assert wishes.secret == bytes(range(16))
    assert (wishes.week, wishes.quiet) == (("sun", time(18, 30)), (time(21), time(8)))
    assert (wishes.kinds, wishes.paused_until) == ({"exercise"}, date(2026, 12, 1))


def test_the_later_of_two_is_later_as_an_instant_and_not_as_a_text(rows: SealedRows) -> None:
    rows.write("plan", plan("10:00"), "2026-11-20T23:30:00-05:00")
    rows.write("plan", plan("11:00"), "2026-11-21T00:30:00+00:00")
    assert standing(rows).facts.times.days == {"mon": (time(10),)}


def test_a_plan_is_the_newest_and_its_newest_version(rows: SealedRows) -> None:
    first = rows.write("plan", plan("09:00"), AT)
    rows.correct(first, plan("10:00"), LATER)
    rows.write("plan", plan("07:00"), "2026-11-19T09:00:00+00:00")
    assert standing(rows).facts.times.days == {"mon": (time(10),)}


def test_a_plan_that_is_deleted_leaves_the_one_before(rows: SealedRows) -> None:
    rows.write("plan", plan("07:00"), "2026-11-19T09:00:00+00:00")
    rows.correct(rows.write("plan", plan("09:00"), AT), None)
    assert standing(rows).facts.times.days == {"mon": (time(7),)}
    rows.correct(rows.rows[0].id, None)
    assert standing(rows).facts.times is None


def test_a_break_is_in_the_plan(rows: SealedRows) -> None:
    rows.write("plan", plan("09:00", paused={"from": "2026-11-23", "until": None}), AT)
    times = standing(rows).facts.times
    assert (times.paused_from, times.paused_until) == (date(2026, 11, 23), None)
    assert times.on(date(2026, 11, 22), "mon") == (time(9),)
    assert times.on(date(2026, 11, 23), "mon") == times.on(date(2026, 10, 31), "mon") == ()


def test_an_exercise_counts_at_its_own_local_time_however_it_went(rows: SealedRows) -> None:
    rows.write("exercise", EXERCISE, "2026-11-22T08:40:59-05:00")
    rows.write("exercise", EXERCISE | {"outcome": "done", "sets": 2}, "2026-11-22T18:05:00+00:00")
    assert standing(rows).facts.exercised == {date(2026, 11, 22): (time(8, 40), time(18, 5))}


def test_a_corrected_time_counts_and_a_deleted_entry_does_not(rows: SealedRows) -> None:
    moved = rows.write("exercise", EXERCISE, "2026-11-22T08:40:00+00:00")
    rows.correct(moved, EXERCISE, "2026-11-21T17:00:00+00:00")
    rows.correct(rows.write("exercise", EXERCISE, "2026-11-22T09:00:00+00:00"), None)
    assert standing(rows).facts.exercised == {date(2026, 11, 21): (time(17),)}


def test_a_bad_day_is_the_day_that_it_says(rows: SealedRows) -> None:
    rows.write("bad-day", {"on": "2026-11-23"}, AT)
    rows.correct(rows.write("bad-day", {"on": "2026-11-24"}, AT), None)
    assert standing(rows).facts.bad_days == {date(2026, 11, 23)}


def test_a_damaged_entry_is_passed_over_and_hides_no_other(rows: SealedRows) -> None:
    damaged = rows.write("plan", plan("09:00"), LATER)
    rows.write("plan", plan("10:00"), AT)
    rows.write("own-date", {"on": "2026-11-30", "what": 7}, AT)  # what no program of ours wrote
    own = rows.write("own-date", {"on": "2026-12-03", "at": "09:30", "what": "Blood test"}, AT)
    rows.damage(damaged)
    found = standing(rows)
    assert found.facts.times.days == {"mon": (time(10),)}
    assert found.facts.own_days == (OwnDay(str(own), date(2026, 12, 3), time(9, 30)),)
    assert found.names == {str(own): "Blood test"}


def test_of_an_entry_whose_last_version_is_damaged_the_one_before_counts(rows: SealedRows) -> None:
    first = rows.write("plan", plan("09:00"), AT)
    rows.damage(rows.correct(first, plan("10:00")))
    assert standing(rows).facts.times.days == {"mon": (time(9),)}


def test_a_visit_is_booked_moved_and_called_off(rows: SealedRows) -> None:
    id = rows.write("prescription", SUGGESTED | {"state": "sent"}, AT)
    assert (standing(rows).facts.visits, standing(rows).names) == ((), {str(id): "Walk"})
    rows.correct(id, SUGGESTED | {"start": "2026-11-24T10:30:00+01:00"})
    assert standing(rows).facts.visits == (Visit(str(id), datetime(2026, 11, 24, 9, 30, tzinfo=UTC)),)
    rows.correct(id, SUGGESTED | {"start": "2026-11-25T10:30:00+00:00"})
    assert standing(rows).facts.visits == (Visit(str(id), datetime(2026, 11, 25, 10, 30, tzinfo=UTC)),)
    rows.correct(id, SUGGESTED | {"start": "2026-11-25T10:30:00+00:00", "state": "closed"})
    assert standing(rows).facts.visits == ()


def test_a_visit_that_began_or_has_no_time_is_none(rows: SealedRows) -> None:
    rows.write("prescription", SUGGESTED | {"start": NOW.isoformat()}, AT)
    rows.write("prescription", SUGGESTED, AT)
    assert standing(rows).facts.visits == ()


def test_a_check_in_that_is_done_is_done_and_one_that_was_begun_is_not(rows: SealedRows) -> None:
    rows.write("pathway", ON, AT)
    begun = rows.write("check-in", CHECK_IN | {"state": "open"}, AT)
    [on] = standing(rows).facts.pathways
    assert (on.done, on.started_on, on.ended) == (frozenset(), date(2026, 11, 1), None)
    assert on.windows[0].contact == "baseline"
    rows.correct(begun, CHECK_IN)
    assert standing(rows).facts.pathways[0].done == {"baseline"}
    assert standing(rows).facts.told_how_it_was == {date(2026, 11, 20)}


def test_a_pathway_that_is_started_once_more_begins_with_nothing_done(rows: SealedRows) -> None:
    rows.write("pathway", ON | {"started_on": "2026-01-05"}, "2026-01-05T09:00:00+00:00")
    rows.write("check-in", CHECK_IN | {"on": "2026-01-06"}, "2026-01-06T09:00:00+00:00")
    rows.write("pathway", ON, AT)
    done = {on.started_on: on.done for on in standing(rows).facts.pathways}
    assert done == {date(2026, 1, 5): {"baseline"}, date(2026, 11, 1): frozenset()}


def test_a_pathway_that_ended_says_so_and_one_that_nobody_knows_is_none(rows: SealedRows) -> None:
    rows.write("pathway", ON | {"ended": {"on": "2026-11-20", "why": "early"}}, AT)
    rows.write("pathway", ON | {"pathway": "of-another-service"}, AT)
    assert [(on.pathway, on.ended) for on in standing(rows).facts.pathways] == [("low-back", date(2026, 11, 20))]


def test_news_is_a_change_or_a_reply(rows: SealedRows) -> None:
    ids = [uuid4(), uuid4()]
    found = standing(rows, [(ids[0], "support-off", NOW), (ids[1], "support-say", NOW)])
    assert found.facts.news == (News(str(ids[0]), "change", NOW), News(str(ids[1]), "reply", NOW))


async def facts(service: Service, phone: Phone, now: datetime) -> reading.Facts:
    """What the record in the database says."""
    person, house = UUID(phone.person), service.house
    record = await house.db.read(reading.record_of, person, now, subject=person, group=house.service, purpose="test")
    return reading.standing_of(record, await house.vault.key(person), {}, now).facts


async def test_what_is_long_past_is_not_read_but_what_was_moved_there_is(
    service: Service, rose: Phone, moved: MovedClock
) -> None:
    today = moved.now
    long_ago = exercised(today - timedelta(days=20))
    moved_back = exercised(today)
    await rose.push(long_ago, moved_back, exercised(today - timedelta(days=1)))
    assert set((await facts(service, rose, today)).exercised) == {today.date(), today.date() - timedelta(days=1)}
    # it was a week earlier, says a correction: nothing was done today
    earlier = (today - timedelta(days=7)).isoformat(timespec="seconds")
    await rose.push(correction(moved_back, at=earlier, body=moved_back["body"]))
    assert today.date() not in (await facts(service, rose, today)).exercised
    # and the one of long ago was today's
    await rose.push(correction(long_ago, at=today.isoformat(timespec="seconds"), body=long_ago["body"]))
    assert today.date() in (await facts(service, rose, today)).exercised


async def test_only_ones_own_record_is_read(service: Service, rose: Phone, moved: MovedClock) -> None:
    await rose.push(entry(kind="own-date", body={"on": "2026-03-20", "at": None, "what": "Blood test"}))
    async with joined(service) as other:
        assert (await facts(service, other, moved.now)).own_days == ()
    assert len((await facts(service, rose, moved.now)).own_days) == 1
