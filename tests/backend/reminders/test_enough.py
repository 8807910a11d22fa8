"""Whatever goes wrong, nobody is told on and on: what is more than enough for a day stands in the list alone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from jointly.reminders import message_units
from jointly.reminders.handing_over import MOST_TRIES
from jointly.reminders.telling import MOST_IN_A_DAY
from support.phone import Phone, entry
from support.reminded import Kept, MovedClock, dispatcher_of, told, utc, wishes
from support.service import Service

NEW_YORK = ZoneInfo("America/New_York")
HELD = "the rest stands in their list alone"


def own(at: datetime) -> dict:
    """A date of one's own that is told of at this instant, two hours before its time."""
    local = (at + timedelta(hours=2)).astimezone(NEW_YORK)
    body = {"on": local.date().isoformat(), "at": f"{local:%H:%M}", "what": "Something"}
    return entry(kind="own-date", body=body)


async def test_what_is_more_than_enough_for_a_day_goes_into_the_list(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    """In New York, where the day begins at four in the morning of ours."""
    dispatcher = dispatcher_of(service, push)
    morning = [utc("2026-03-16T08:00:00+00:00") + n * timedelta(minutes=15) for n in range(MOST_IN_A_DAY + 3)]
    late, tomorrow = utc("2026-03-17T03:45:00+00:00"), utc("2026-03-17T04:15:00+00:00")
    times = [*morning, late, tomorrow]
    await rose.push(wishes(zone="America/New_York", kinds=["date"]), *map(own, times))
    pushed = []
    for at in times:
        moved.to(at + timedelta(seconds=1))
        await dispatcher.look()
        pushed += [at for _ in push.take()]
    assert pushed == [*morning[:MOST_IN_A_DAY], tomorrow]
    # of the evening before tomorrow's date it was told with the last of today: nobody looked for it alone
    assert dispatcher.counted["tellings_held_back"] == 3 + 1
    held = [one["channel"] for one in await told(rose) if morning[MOST_IN_A_DAY] <= utc(one["at"]) < tomorrow]
    assert held == ["list"] * 4
    said = [one.getMessage() for one in caplog.records if HELD in one.getMessage()]
    assert len(said) == 1, "once a day"
    assert rose.person not in said[0]


async def test_a_push_of_which_nothing_can_be_written_down_does_not_go_out_on_and_on(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As from a process that is killed each time, just after it sent."""
    dispatcher = dispatcher_of(service, push)
    await rose.push(wishes(zone="America/New_York", kinds=["date"]), own(utc("2026-03-16T08:00:00+00:00")))
    moved.to(utc("2026-03-16T08:00:01+00:00"))

    def dies(*given):
        raise RuntimeError
        yield

    with monkeypatch.context() as patched:
        patched.setattr(message_units, "settle", dies)
        for _ in range(3 * MOST_TRIES):
            await dispatcher.look()
            moved.by(minutes=3)
    assert len(push.take()) == MOST_TRIES
    await dispatcher.look()
    assert [(one["channel"], one["state"]) for one in await told(rose)] == [("push", "failed"), ("list", "sent")]


async def test_a_test_comes_all_the_same_and_counts_for_nothing(
    service: Service, rose: Phone, moved: MovedClock, push: Kept
) -> None:
    dispatcher = dispatcher_of(service, push)
    times = [utc("2026-03-16T08:00:00+00:00") + n * timedelta(minutes=15) for n in range(MOST_IN_A_DAY + 1)]
    await rose.push(wishes(zone="America/New_York", kinds=["date"]), *map(own, times))

    async def pushed(at: datetime) -> int:
        moved.to(at + timedelta(seconds=1))
        await dispatcher.look()
        return len(push.take())

    async def tried(at: datetime) -> int:
        moved.to(at)
        assert (await rose.client.post("/api/reminders/test", json={})).status_code == 202
        return await pushed(at)

    for at in times[:-1]:
        assert (await pushed(at), await tried(at + timedelta(minutes=2))) == (1, 1)
    assert (await pushed(times[-1]), await tried(times[-1] + timedelta(minutes=2))) == (0, 1)
    assert dispatcher.counted["tellings_held_back"] == 1
