"""A message to the team is due to be looked at on the day it comes, and once the team writes it has been seen to."""

from datetime import date, timedelta

from jointly.kit import clock
from jointly.prescribing.rules.prescription import NEXT_DAYS
from jointly.prescribing.stepping import today


def days(suggestion) -> int | None:
    """In how many days somebody looks again."""
    said = suggestion["next_on"]
    return said and (date.fromisoformat(said) - today(clock.now())).days


async def stands(story) -> dict:
    [suggestion] = (await story.support())["prescriptions"]
    return suggestion


async def reasons(story) -> list[str]:
    [line] = (await story.worker.client.get("/api/caseload")).json()["people"]
    return [why["code"] for why in line["why"]]


async def test_a_message_to_the_team_is_on_the_list_that_day_and_an_answer_takes_it_off(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    await story.step(story.group, made, "wait")
    for by in (story.person, story.group):
        assert "look-again" not in await reasons(story)
        await story.step(by, made, "say", words="Can you ring me?", to="worker")
        assert days(await stands(story)) == 0
        assert "look-again" in await reasons(story)
        await story.step(story.worker, made, "say", words="I will.", to="person")
        assert days(await stands(story)) == NEXT_DAYS["waiting"]


async def test_a_group_that_is_written_to_has_the_days_that_it_has_to_answer(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    await story.step(story.person, made, "been")
    await story.step(story.person, made, "ask", words="Is there parking?")
    await story.step(story.worker, made, "say", words="Is there parking?", to="group")
    assert days(await stands(story)) == NEXT_DAYS["sent"]


async def test_what_two_others_write_and_what_is_not_due_moves_no_day(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    later = (today(clock.now()) + timedelta(days=40)).isoformat()
    await story.step(story.worker, made, "say", words="See you.", to="person", next_on=later)
    await story.step(story.person, made, "say", words="Is there a lift?", to="group")
    await story.step(story.group, made, "say", words="Yes.", to="person")
    await story.step(story.worker, made, "say", words="Good luck.", to="person")
    assert (await stands(story))["next_on"] == later


async def test_a_message_after_the_end_is_due_to_nobody(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.person, made, "finish", outcome="done")
    await story.step(story.person, made, "say", words="Thank you.", to="worker")
    assert (await stands(story))["next_on"] is None
