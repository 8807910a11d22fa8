"""The list says that a person or a group wrote to the team, until one of the team has seen to it."""


async def wrote(story) -> list[tuple[str, int, str | None]]:
    """What the list says of who wrote: by whom, how many days ago, and about what."""
    [line] = (await story.worker.client.get("/api/caseload")).json()["people"]
    found = [(why["code"], why["days"], why["name"]) for why in line["why"]]
    said = [one for one in found if one[0] in ("wrote", "group-wrote")]
    assert found[: len(said)] == said, "first among the reasons"
    return said


async def test_a_question_and_a_message_are_on_the_list_until_the_team_writes(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    assert await wrote(story) == []
    await story.step(story.person, made, "ask", words="Is there parking?")
    assert await wrote(story) == [("wrote", 0, "Chair yoga")]
    await story.step(story.group, made, "say", words="Can she climb stairs?", to="worker")
    assert await wrote(story) == [("wrote", 0, "Chair yoga"), ("group-wrote", 0, "Chair yoga")]
    await story.step(story.worker, made, "say", words="I will ring.", to="person")
    assert await wrote(story) == []


async def test_a_conversation_is_an_answer_and_what_two_others_write_is_not_for_the_team(story):
    referral = await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    await story.step(story.person, made, "say", words="Is there a lift?", to="group")
    await story.step(story.group, made, "say", words="Yes.", to="person")
    assert await wrote(story) == []
    await story.step(story.person, made, "say", words="Can you ring me?", to="worker")
    assert [code for code, *_ in await wrote(story)] == ["wrote"]
    await story.step(story.worker, referral, "contact", method="phone")
    assert await wrote(story) == []


async def test_what_was_written_of_something_that_is_over_waits_for_nobody(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.person, made, "finish", outcome="done")
    await story.step(story.person, made, "say", words="Thank you.", to="worker")
    assert await wrote(story) == []
