"""A group is named with a suggestion only when it runs what is suggested: nobody else may be told of somebody."""

from uuid import uuid4

import pytest

from jointly.people import organisations
from support.cast import second_service
from support.phone import at_work
from support.published import publish


async def refused(story, **changes) -> None:
    answer = await story.prescribe(status=404, **changes)
    assert answer["code"] == "no-such-organisation"


async def test_only_who_runs_the_listing_may_be_named(story, service):
    await story.refer()
    other = await organisations.make(service.house, session=None, name="Elsewhere")
    async with at_work(service, "publisher", organisation=other.id) as stranger:
        theirs = await publish(stranger, published=False)
        await refused(story, organisation=str(other.id))
        await refused(story, thing=theirs)
        made = await story.prescribe(thing=theirs, organisation=str(other.id))
        assert (made["thing"], made["organisation"]) == (theirs, str(other.id))
    made = await story.prescribe(thing=theirs, organisation=None)
    assert made["organisation"] is None, "anything may be suggested, and nobody is told"
    assert len((await story.support())["prescriptions"]) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"thing": str(uuid4())},
        {"thing": "chair-yoga"},
        {"kind": "topic", "thing": "pacing"},
        {"kind": "programme"},
        {"organisation": str(uuid4())},
    ],
    ids=["unknown listing", "no listing", "topic", "programme with a listing's id", "unknown organisation"],
)
async def test_nothing_else_names_a_group(story, changes):
    await story.refer()
    await refused(story, **changes)
    assert (await story.support())["prescriptions"] == []


async def test_a_group_that_works_here_no_more_or_with_another_service_is_not_named(story, service):
    await story.refer()
    async with second_service(service) as second:
        far = await organisations.make(second.house, session=None, name="Far away")
        async with at_work(second, "publisher", organisation=far.id) as stranger:
            theirs = await publish(stranger, published=False)
        await refused(story, thing=theirs, organisation=str(far.id))
    async with at_work(service, "lead") as lead:
        ended = await lead.client.request("DELETE", f"/api/organisations/{story.organisation}", json={})
        assert ended.status_code == 204
    await refused(story)
