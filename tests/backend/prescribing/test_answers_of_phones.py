"""What a phone sends is taken whatever its clock and its keyboard did: no answer ever makes a sync fail."""

from datetime import UTC, datetime, timedelta

import pytest

from jointly.kit import clock
from jointly.prescribing.answering import plain
from jointly.prescribing.schemas import NewStep
from support.phone import entry, numbers_of


@pytest.fixture
async def made(story):
    """Something that was suggested, which no organisation here runs."""
    await story.refer()
    return await story.prescribe(organisation=None)


def reply(made, answer: str, words: str | None = None, *, when: dict | None = None, **said):
    """An entry of the person's phone, of now unless `when` says otherwise."""
    body = {"prescription": made["id"], "answer": answer} | said | ({"words": words} if words else {})
    return entry(kind="answer", body=body, **when or {})


async def send(story, *entries, **changes) -> None:
    """Sends them as one sync, in which every one of them is kept."""
    pull = await story.person.push(*entries, **changes)
    assert (pull["refused"], sorted(numbers_of(pull))) == ([], list(range(len(entries))))


async def steps(story) -> list[dict]:
    [suggestion] = (await story.support())["prescriptions"]
    return suggestion["steps"]


def time_of(step: dict) -> datetime:
    return datetime.fromisoformat(step["at"])


async def test_the_answer_of_a_phone_whose_clock_is_fast_is_taken_at_the_right_time(story, made):
    now = clock.now()
    ahead = now + timedelta(hours=5)
    said = ahead - timedelta(minutes=30)
    yes = reply(made, "yes", when={"at": said.isoformat(timespec="seconds")})
    await send(story, yes, device_now=ahead.isoformat())
    [step] = await steps(story)
    assert step["kind"] == "yes"
    assert abs(time_of(step) - (now - timedelta(minutes=30))) < timedelta(minutes=1)


async def test_a_day_that_has_not_come_yet_is_now_at_the_latest(story, made):
    # this evening, picked by hand, and a clock that was put right after the answer was written
    evening = (clock.now() + timedelta(hours=20)).isoformat(timespec="seconds")
    await send(story, reply(made, "yes", when={"at": evening, "picked": True}))
    await send(story, reply(made, "ask", "Is there a lift?", when={"at": "2099-01-01T10:00:00Z"}))
    assert [step["kind"] for step in await steps(story)] == ["yes", "ask"]
    for step in await steps(story):
        assert clock.now() - timedelta(minutes=1) < time_of(step) <= clock.now()


async def test_an_answer_from_before_it_was_suggested_is_no_earlier_than_a_step_can_be(story, made):
    made_at = datetime.fromisoformat(made["made_at"])
    for at in ("0001-01-01T00:00:00+14:00", "1970-01-01T00:00:00Z"):
        await send(story, reply(made, "ask", "Is it far?", when={"at": at}))
    day_before = (made_at - timedelta(hours=20)).isoformat(timespec="seconds")
    await send(story, reply(made, "yes", when={"at": day_before}))
    *early, yes = await steps(story)
    assert {time_of(step) for step in early} == {made_at - timedelta(days=1)}
    assert time_of(yes) == datetime.fromisoformat(day_before)


async def test_words_are_taken_without_what_no_step_takes(story, made):
    typed = "Yes\r\nI will\rcome\x0bat ten\x00!\x1b\x7f\x85"
    yes = reply(made, "yes", typed)
    await send(story, yes)
    [step] = await steps(story)
    assert (step["kind"], step["said"]["words"]) == ("yes", "Yes\nI will\ncome\nat ten !")
    # the entry stays as it was written, and their phone shows what the team reads
    rows = await story.person.everything()
    assert [row["body"]["words"] for row in rows if row["kind"] == "answer"] == [typed]
    [shown] = await story.on_phone()
    assert shown["steps"][0]["words"] == step["said"]["words"]


async def test_words_that_nobody_can_read_are_no_words(story, made):
    await send(story, reply(made, "yes", " \r\n\x0b \u200b\u00a0"))
    await send(story, reply(made, "ask", "\x00\x01"), reply(made, "say", "\t \n", to="worker"))
    assert [(step["kind"], step["said"]) for step in await steps(story)] == [("yes", {})]


async def test_what_cannot_be_a_step_becomes_a_message_with_its_words(story, made):
    nowhere = "2026-13-45T99:99:99Z"
    far = [f"{year}-01-01T00:00:00+14:00" for year in ("0001", "1970", "9999")] + ["9999-12-31T23:59:59-14:00"]
    unsent = [reply(made, "book", start=start) for start in (nowhere, *far)]
    unsent += [reply(made, "book"), reply(made, "finish"), reply(made, "missed"), reply(made, "been", start=far[2])]
    await send(story, *unsent)
    assert await steps(story) == [], "without words they stay entries"
    said = [reply(made, "book", f"Starts {start}", start=start) for start in (nowhere, *far)]
    said.append(reply(made, "say", "To nobody named"))
    last = reply(made, "yes", "All right.")
    await send(story, *said, last)
    await send(story, *said, last)  # a lost answer, and the same again
    found = await steps(story)
    expected = [(one["id"], "say", one["body"]["words"]) for one in said] + [(last["id"], "yes", "All right.")]
    assert [(step["id"], step["kind"], step["said"]["words"]) for step in found] == expected
    assert {step["said"].get("to") for step in found[:-1]} == {"worker"}
    assert (await story.notices(story.worker)).count("support-say") == len(said)


async def test_too_late_is_a_message_and_one_for_nobody_is_an_entry(story, made):
    await story.step(story.worker, made, "finish", outcome="done", side="person")
    late = reply(made, "no", "I have moved away.")
    lost = [reply({"id": story.person.person}, "no", "Nobody knows it."), reply(made, "no"), reply(made, "yes", "\r")]
    await send(story, *lost, late, entry())
    [_, step] = await steps(story)
    assert (step["id"], step["kind"], step["said"]["words"]) == (late["id"], "say", "I have moved away.")
    kept = {row["id"] for row in await story.person.everything() if row["kind"] == "answer"}
    assert kept == {one["id"] for one in (*lost, late)}


async def test_a_visit_on_a_day_that_cannot_be_counts_from_the_first_that_can(story, made):
    # a phone that thinks it is 1970 marks a visit: that somebody came is not lost
    await send(story, reply(made, "been", start="1970-01-01T10:00:00Z"))
    [suggestion] = (await story.support())["prescriptions"]
    assert (suggestion["state"], suggestion["visits"]) == ("going", 1)
    [step] = suggestion["steps"]
    assert time_of(step) == datetime.fromisoformat(made["made_at"]) - timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hello", "Hello"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("\x1ca\x1db\x1ec\x1fd\x0ce", "a\nb\nc d\ne"),
        ("tab\tstays", "tab\tstays"),
        ("👩‍👧 ya", "👩‍👧 ya"),
        ("\u200b", None),
        ("\u2028\u00a0", None),
        ("", None),
    ],
)
def test_what_is_read_of_typed_words(typed: str, read: str | None):
    assert plain(typed) == read


def test_no_character_is_left_that_a_step_refuses():
    for code in range(0x250):
        words = plain(f"a{chr(code)}b")
        assert NewStep(kind="note", at=datetime.now(UTC), words=words).words == words, code
