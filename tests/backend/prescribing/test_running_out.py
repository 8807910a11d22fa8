"""A share that runs out by itself ends what it was for; what is erased leaves nothing behind with others."""

from datetime import timedelta
from uuid import UUID

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people.referred import share
from jointly.prescribing.running_out import end_what_ran_out
from jointly.record import lives


def _runs_out(kind, at):
    yield Query("update share set ends_at = ? where with_kind = ?", (at, kind))


def _all(sql, *values):
    return (yield Query(sql, values))


@pytest.fixture
async def open_story(story):
    referral, sent, here = await story.refer(), await story.prescribe(), await story.prescribe(name="Tai chi")
    await story.step(story.worker, sent, "send")
    return story, referral, sent, here


async def _states(unbound):
    sql = "select id, state, outcome from referral union all select id, state, outcome from prescription"
    rows = await unbound.read(_all, sql, purpose="test")
    return {str(id): (state, outcome) for id, state, outcome in rows}


async def test_when_the_teams_share_runs_out_everything_ends_once(service, open_story, unbound):
    story, *made = open_story
    await unbound.run(_runs_out, "service", clock.now() - timedelta(minutes=1), purpose="test")
    assert (await story.worker.client.get(f"/api/people/{story.person.person}/support")).status_code == 404
    assert await end_what_ran_out(service.house) == 1
    assert await end_what_ran_out(service.house) == 0, "again, it changes nothing"
    assert await _states(unbound) == {one["id"]: ("closed", "withdrawn") for one in made}
    assert {one["state"] for one in await story.on_phone()} == {"closed"}, "their phone hears so too"
    sql = "select side, about from step where kind = 'withdraw'"
    assert sorted(str(about) for side, about in await unbound.read(_all, sql, purpose="test") if side == "service") == (
        sorted(one["id"] for one in made)
    )


async def test_when_a_groups_share_runs_out_only_what_it_was_told_of_ends(service, open_story, unbound):
    _, referral, sent, here = open_story
    await unbound.run(_runs_out, "organisation", clock.now() - timedelta(minutes=1), purpose="test")
    assert await end_what_ran_out(service.house) == 1
    states = await _states(unbound)
    assert (states[sent["id"]], states[here["id"]][0], states[referral["id"]][0]) == (
        ("closed", "withdrawn"),
        "suggested",
        "received",
    )


async def test_a_share_that_runs_on_beside_it_keeps_everything_open(service, open_story, unbound):
    story, referral, *_ = open_story
    past, person = clock.now() - timedelta(minutes=1), UUID(story.person.person)
    await unbound.run(_runs_out, "service", past, purpose="test")
    house = service.house
    await unbound.run(share, person, "service", house.service, None, house.audit_key, clock.now(), purpose="test")
    assert await end_what_ran_out(service.house) == 1
    assert (await _states(unbound))[referral["id"]] == ("received", None)


async def test_who_is_erased_is_named_in_nothing_of_this_room(service, open_story, unbound):
    story, *_ = open_story
    await story.step(story.person, open_story[2], "ask", words="Is there a lift?")
    assert await story.notices(story.worker) == ["support-ask"]
    person = UUID(story.person.person)
    await lives.erase(service.house, person=person, session=None)
    assert await story.notices(story.worker) == []
    for table in ("referral", "prescription", "step", "task", "answer_link", "likeness", "notice"):
        sql = f"select 1 from {table} where person = ?" + (" or subject = ?" if table == "notice" else "")
        values = (person, person) if table == "notice" else (person,)
        assert await unbound.read(_all, sql, *values, purpose="test") == [], table
