"""The list of those whom the team supports stands whatever was suggested to them."""

from uuid import uuid4

import pytest


@pytest.mark.parametrize("thing", ["chair-yoga", "a" * 80, "-", "0" * 31])
async def test_an_activity_that_no_listing_can_be_is_in_no_directory(story, thing: str):
    await story.refer()
    made = await story.prescribe(organisation=None, thing=thing)
    gone = await story.prescribe(organisation=None, name="Tai chi", thing=str(uuid4()))
    for one in (made, gone):
        await story.step(story.worker, one, "send")
    answer = await story.worker.client.get("/api/caseload")
    assert answer.status_code == 200, answer.text
    [line] = answer.json()["people"]
    stale = {why["about"] for why in line["why"] if why["code"] == "stale"}
    assert stale == {made["id"], gone["id"]}
