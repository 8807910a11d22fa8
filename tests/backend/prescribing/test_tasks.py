"""Two of a team keep one task: neither takes the other's words away."""

from typing import Any
from uuid import uuid4

import pytest

from support.phone import Phone, at_work
from support.supported import task_for


@pytest.fixture
async def kim(service):
    """A second link worker."""
    async with at_work(service, "link-worker", called="Kim") as opened:
        yield opened


async def put(by: Phone, story, id: str, status: int = 200, **said: Any) -> dict[str, Any]:
    """One of them sends a task."""
    answer = await by.client.put(f"/api/tasks/{id}", json={"person": story.person.person} | said)
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_a_tick_by_whoever_has_an_older_copy_leaves_the_words_that_stand(story, kim):
    await story.refer()
    id, said = str(uuid4()), task_for(story.person.person)
    was = {name: said[name] for name in ("words", "due_on")}
    await put(story.worker, story, id, **said)
    await put(kim, story, id, words="Ring the church hall, not the village hall", was=was)
    ticked = await put(story.worker, story, id, done=True)
    assert (ticked["words"], bool(ticked["done_at"])) == ("Ring the church hall, not the village hall", True)
    again = await put(kim, story, id, done=True)
    assert again["done_at"] == ticked["done_at"], "it was done when it was first ticked"
    assert (await put(kim, story, id, done=False))["done_at"] is None
    [task] = (await story.support())["tasks"]
    assert task["words"] == ticked["words"]


async def test_a_change_of_an_older_version_is_refused_and_changes_nothing(story, kim):
    await story.refer()
    id, said = str(uuid4()), task_for(story.person.person)
    was = {name: said[name] for name in ("words", "due_on")}
    await put(story.worker, story, id, **said)
    await put(kim, story, id, words="Ring the church hall", was=was)
    for older in (
        {"words": "Ring on Monday", "was": was},
        {"due_on": "2027-01-01", "was": was},
        said,
        said | {"done": True},
    ):
        refused = await put(story.worker, story, id, status=409, **older)
        assert refused["code"] == "task-changed", refused
    [task] = (await story.support())["tasks"]
    assert (task["words"], task["done_at"]) == ("Ring the church hall", None)
    # what was sent and whose answer was lost is sent again: it stands already
    await put(kim, story, id, words="Ring the church hall", was=was)
    # and whoever has seen what stands may change it
    seen = {name: task[name] for name in ("words", "due_on")}
    assert (await put(story.worker, story, id, words="Ring on Monday", was=seen))["words"] == "Ring on Monday"


async def test_a_tick_of_no_task_makes_none(story):
    await story.refer()
    assert (await put(story.worker, story, str(uuid4()), status=404, done=True))["code"] == "no-such-task"
    assert (await story.support())["tasks"] == []
