"""What is due is told: when the rehearsal said, once, and not when it is done."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from jointly.kit.push import Answer, Outcome
from jointly.reminders import planning
from support.phone import Phone, correction, entry, joined
from support.reminded import (
    KEY,
    Kept,
    MovedClock,
    dispatcher_of,
    exercised,
    plan,
    rehearsed,
    told,
    utc,
    wishes,
)
from support.service import Service

LONDON = ZoneInfo("Europe/London")


async def test_what_is_rehearsed_is_what_is_then_told(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    """Two weeks, over the night on which the clocks go forward, with a digest in it and quiet hours."""
    dispatcher = dispatcher_of(service, push)
    await rose.push(
        wishes(week={"day": "sun", "time": "09:05"}, quiet={"from": "20:00", "to": "08:00"}),
        plan("06:30", "09:00", "21:00"),
    )
    said = await rehearsed(rose)
    assert {one["local"][11:] for one in said} == {"08:00", "09:00"}, "6:30 waits for 8:00, and 21:00 for nothing"
    assert [len(one["items"]) for one in said if one["local"].startswith("2026-03-29T09")] == [2], "a digest"
    assert {one["at"][11:16] for one in said if one["local"] == "2026-03-29T08:00"} == {"07:00"}, "in summer time"
    found: list[tuple[str, list[str]]] = []
    for at in moments(moved.now, [datetime.fromisoformat(one["at"]) for one in said]):
        moved.to(at)
        await dispatcher.look()
        found += [(at.strftime("%Y-%m-%dT%H:%M"), one["data"]["keys"]) for one in push.take()]
    assert found == [(one["at"][:16], [item["key"] for item in one["items"]]) for one in said]


def moments(start: datetime, times: list[datetime]) -> list[datetime]:
    """A second after each time, a second before it, and each hour besides."""
    hours = [start + timedelta(hours=hour) for hour in range(14 * 24)]
    near = [at + timedelta(seconds=by) for at in times for by in (-1, 1)]
    return [at for at in sorted({*hours, *near}) if at < start + timedelta(days=14)]


async def test_done_a_second_before_is_not_told(service: Service, rose: Phone, moved: MovedClock, push: Kept) -> None:
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(), plan("09:00", "17:00"))
    await dispatcher.look()
    moved.to(utc("2026-03-16T08:59:59+00:00"))
    await rose.push(exercised(moved.now.astimezone(LONDON)))
    moved.to(utc("2026-03-16T09:00:01+00:00"))
    await dispatcher.look()
    assert push.take() == []
    # and the one in the afternoon still comes, once
    moved.to(utc("2026-03-16T17:00:01+00:00"))
    for _ in range(3):
        await dispatcher.look()
    assert [one["title"] for one in push.take()] == ["Time for something you planned"]


async def test_after_an_outage_only_what_is_still_useful_is_told_at_once(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(week={"day": "mon", "time": "08:00"}), plan("09:00", "10:30", "17:00"))
    await dispatcher.look()
    # nobody looks for half a day: 9:00 was of use until 10:30, and 10:30 until 13:30
    moved.to(utc("2026-03-16T12:00:00+00:00"))
    await dispatcher.look()
    [one] = push.take()
    assert (one["title"], len(one["data"]["keys"])) == ("2 things that you planned", 2)
    assert dispatcher.counted["due_late"] == 1


async def test_editing_a_rule_never_tells_of_the_past(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    first = plan("09:00")
    await rose.push(wishes(), first)
    moved.to(utc("2026-03-16T09:00:05+00:00"))
    await dispatcher.look()
    assert len(push.take()) == 1
    # when the time is moved to one that is past, and then to one that comes
    moved.to(utc("2026-03-16T10:00:00+00:00"))
    second = correction(first, body=plan("09:30")["body"], at=moved.now.isoformat(timespec="seconds"))
    await rose.push(second)
    await dispatcher.look()
    assert push.take() == []
    third = correction(second, body=plan("11:00")["body"], at=moved.now.isoformat(timespec="seconds"))
    await rose.push(third)
    await dispatcher.look()
    moved.to(utc("2026-03-16T11:00:01+00:00"))
    await dispatcher.look()
    assert len(push.take()) == 1


async def test_a_time_that_was_chosen_is_told_though_something_else_was_written_before_anybody_looked(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    first = plan("17:00")
    await rose.push(wishes(), first)
    await dispatcher.look()
    moved.to(utc("2026-03-16T09:00:00+00:00"))
    second = correction(first, body=plan("09:05", "17:00")["body"], at=moved.now.isoformat(timespec="seconds"))
    await rose.push(second)
    # when a minute after it she writes how it is, and moves a time to one before
    moved.to(utc("2026-03-16T09:06:00+00:00"))
    await rose.push(entry())
    third = correction(second, body=plan("09:05", "09:03")["body"], at=moved.now.isoformat(timespec="seconds"))
    await rose.push(third)
    await dispatcher.look()
    [one] = push.take()
    assert [item["local"][11:] for item in (await told(rose))[-1]["items"]] == ["09:05"]
    assert len(one["data"]["keys"]) == 1, "nothing of a time that was past when it was chosen"
    moved.to(utc("2026-03-16T17:00:01+00:00"))
    await dispatcher.look()
    assert push.take() == []


async def test_a_change_while_a_plan_is_made_is_not_forgotten(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    dispatcher = dispatcher_of(service, push)
    first = plan("17:00")
    await rose.push(wishes(), first)
    await dispatcher.look()
    await rose.push(entry())
    whole, left = planning.plan_of, ["09:00"]

    async def slow(*args):
        found = await whole(*args)
        while left:
            moved.by(seconds=1)
            await rose.push(correction(first, body=plan(left.pop())["body"]))
        return found

    monkeypatch.setattr(planning, "plan_of", slow)
    moved.to(utc("2026-03-16T08:59:58+00:00"))
    await dispatcher.look()
    assert left == [] and push.take() == []
    moved.by(seconds=60)
    await dispatcher.look()
    assert len(push.take()) == 1


async def test_who_travels_is_told_by_the_clock_there_and_nothing_twice(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    first = wishes()
    await rose.push(first, plan("09:00"))
    moved.to(utc("2026-03-16T09:00:05+00:00"))
    await dispatcher.look()
    assert len(push.take()) == 1
    await rose.push(correction(first, body=wishes(zone="America/New_York")["body"]))
    for hours in range(12):
        moved.to(utc("2026-03-16T09:00:05+00:00") + timedelta(hours=hours))
        await dispatcher.look()
    assert push.take() == [], "9:00 of this day was told in London"
    moved.to(utc("2026-03-17T13:00:05+00:00"))
    await dispatcher.look()
    assert len(push.take()) == 1


async def test_a_pause_and_a_bad_day_are_kept(service: Service, rose: Phone, moved: MovedClock, push: Kept) -> None:
    await rose.push(wishes(paused_until="2026-03-18"), plan("09:00"))
    assert [one["local"] for one in await rehearsed(rose, 3)] == ["2026-03-18T09:00"]
    bad = {"kind": "bad-day", "body": {"on": "2026-03-18"}}
    moved.to(utc("2026-03-18T07:00:00+00:00"))
    await rose.push(plan("09:00") | bad)
    assert [one["local"][:10] for one in await rehearsed(rose, 2)] == ["2026-03-19"]


async def test_a_token_says_shown_done_and_later_once(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(), plan("09:00"))
    moved.to(utc("2026-03-16T09:00:01+00:00"))
    await dispatcher.look()
    [first] = push.take()

    async def says(said: str, token: str) -> None:
        # a browser that is not signed in: the app may be closed, and the session over
        async with service.client() as client:
            given = {"token": token, "said": said, "at": moved.now.isoformat()}
            assert (await client.post("/api/reminders/said", json=given)).status_code == 204

    for said in ("shown", "later", "later"):
        await says(said, first["data"]["token"])
    assert (await rose.client.get("/api/reminders")).json()["reached_at"] is not None
    assert [one["local"] for one in await rehearsed(rose, 1)] == ["2026-03-16T10:00", "2026-03-17T09:00"]
    moved.by(hours=1)
    await dispatcher.look()
    [again] = push.take()
    assert again["tag"] != first["tag"]
    assert again["data"]["keys"] == first["data"]["keys"] != [], "a phone on which it was done meanwhile says so"
    # done from there: it is in what was told, and does not come again
    await says("done", again["data"]["token"])
    await says("later", again["data"]["token"])
    moved.by(hours=2)
    await dispatcher.look()
    assert push.take() == []
    assert [(one["channel"], one["done_at"] is not None) for one in await told(rose)] == [
        ("push", False),
        ("push", True),
    ]
    # and a token that is none changes nothing
    await says("done", again["data"]["token"][:-2] + "AA")
    await says("done", "nonsense")


async def test_what_was_told_can_be_answered_from_the_list_as_on_its_notification(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(week={"day": "mon", "time": "08:00"}), plan("09:00", "17:00"))

    async def tell_at(at: str) -> list[dict]:
        moved.to(utc(f"2026-03-16T{at}+00:00"))
        await dispatcher.look()
        return [one["answer"] for one in await told(rose)]

    [week] = await tell_at("08:00:01")
    assert week["says"] == ["later"], "nobody can say of a question that it is done"
    [_, exercise] = await tell_at("09:00:01")
    assert exercise["says"] == ["done", "later"]
    assert exercise["token"] == push.take()[-1]["data"]["token"], "the same as on the notification"
    assert exercise["until"].startswith("2026-03-16T12:00:00")
    said = {"token": exercise["token"], "said": "later", "at": moved.now.isoformat()}
    async with service.client() as client:
        (await client.post("/api/reminders/said", json=said)).raise_for_status()
    [_, put_off] = await told(rose)
    assert (put_off["answer"], put_off["done_at"]) == (None, None)
    assert put_off["later_at"].startswith("2026-03-16T09:00:01")
    # it comes again in an hour, when it can be answered anew, until it is of no use any more
    answers = await tell_at("10:00:05")
    assert [one and one["says"] for one in answers] == [["later"], None, ["done", "later"]]
    answers = await tell_at("16:00:00")
    assert [one and one["says"] for one in answers] == [["later"], None, None]
    # and it is in no copy of what is held
    copy = (await rose.client.get("/api/me/export")).text
    assert '"later_at"' in copy and exercise["token"] not in copy


async def test_what_just_happened_is_not_put_off(service: Service, rose: Phone, moved: MovedClock, push: Kept) -> None:
    dispatcher = dispatcher_of(service, push)
    (await rose.client.post("/api/reminders/test", json={})).raise_for_status()
    await dispatcher.look()
    [test] = await told(rose)
    assert test["answer"] is None


async def test_a_browser_that_is_gone_is_forgotten_and_a_service_that_fails_is_asked_again(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(), plan("09:00", "17:00"))
    moved.to(utc("2026-03-16T09:00:01+00:00"))
    push.answers = [
        Answer(Outcome.FAILED, 503),
        Answer(Outcome.WAIT, 429, timedelta(minutes=5)),
        Answer(Outcome.SENT, 201),
    ]
    await dispatcher.look()
    for minutes in (1, 1, 1, 1, 3, 10):
        moved.by(minutes=minutes)
        await dispatcher.look()
    assert len(push.take()) == 1
    push.answers = [Answer(Outcome.GONE, 410)]
    moved.to(utc("2026-03-16T17:00:01+00:00"))
    await dispatcher.look()
    assert (await rose.client.get("/api/reminders/device")).json() == {"here": False, "wants": "ok"}
    found = [(one["channel"], one["state"]) for one in await told(rose)]
    assert (found[0], sorted(found[1:])) == (("push", "sent"), [("list", "sent"), ("push", "failed")])


async def test_a_test_comes_at_once(service: Service, rose: Phone, push: Kept) -> None:
    dispatcher = dispatcher_of(service, push)
    assert (await rose.client.post("/api/reminders/test", json={})).json() == {"sent": 1, "channel": "push"}
    await dispatcher.look()
    assert [one["title"] for one in push.take()] == ["This is a test. It works."]


async def test_a_plan_that_fails_holds_nobody_else_up(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    dispatcher = dispatcher_of(service, push)
    async with joined(service) as ann:
        for phone, key in ((ann, "B" * 21 + "A"), (rose, KEY)):
            await phone.push(wishes(key=key), plan("09:00"))
        whole = planning.plan_of

        async def spoilt(house, pathways, person, *rest):
            if str(person) == ann.person:
                raise RuntimeError("a secret of hers")
            return await whole(house, pathways, person, *rest)

        with monkeypatch.context() as patched:
            patched.setattr(planning, "plan_of", spoilt)
            moved.to(utc("2026-03-16T09:00:01+00:00"))
            await dispatcher.look()
        assert len(push.take()) == 1
        assert dispatcher.counted["plans_failed"] == 1
        # hers is made as soon as it can be, and is still of use
        moved.by(minutes=3)
        await dispatcher.look()
        assert [one["channel"] for one in await told(ann)] == ["list"]
