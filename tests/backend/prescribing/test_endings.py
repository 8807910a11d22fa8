"""What has ended stays as it ended, and only the team says who has something in hand, and until when."""

from datetime import timedelta
from uuid import uuid4

from jointly.kit import clock


async def test_a_message_after_the_end_does_not_end_it_again(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.person, made, "finish", outcome="done")
    [before] = (await story.support())["prescriptions"]
    after = await story.step(story.person, made, "say", words="Thank you.", to="worker")
    assert (after["state"], after["outcome"], after["closed_at"]) == ("closed", "done", before["closed_at"])


async def test_nobody_outside_the_team_gives_something_away_or_puts_it_off_for_ever(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    for by in (story.person, story.group):
        said = {"words": "Hello.", "to": "worker", "owner": str(uuid4())}
        assert (await story.step(by, made, "say", status=409, **said))["code"] == "step-not-yours"
    await story.step(story.worker, made, "say", words="Hello.", to="person", owner=str(uuid4()), status=404)
    far = (clock.now().date() + timedelta(days=400)).isoformat()
    for by in (story.worker, story.person, story.group):
        refused = await story.step(by, made, "say", words="Hello.", to="worker", next_on=far, status=400)
        assert refused["code"] == "step-far"
    [now] = (await story.support())["prescriptions"]
    assert now["owner"] == story.worker.person
