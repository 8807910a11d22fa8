"""Whatever somebody changes, and however often: what is rehearsed is what is told, and nothing is told twice or of a
time before the change."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from jointly.reminders import units
from support.phone import joined
from support.rehearsing import Rehearsing
from support.reminded import Kept, MovedClock, dispatcher_of, subscribe, utc
from support.service import Service

STARTS = ("2026-03-27T07:00:30+00:00", "2026-10-23T22:10:30+00:00", "2026-11-22T06:20:30+00:00")
"""Before each change of the clocks in London, and at no time in particular; never on a full minute."""
TIMES = ("00:30", "01:15", "01:45", "06:00", "08:55", "09:00", "09:05", "12:00", "17:30", "21:00", "22:30", "23:50")
KINDS = some.sets(some.sampled_from(("exercise", "date", "check-in")), min_size=1).map(sorted) | some.just(
    ["date", "exercise"]
)
CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
PHASES = [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink]
"""Explaining takes many more examples, each of which is a person who lives for days."""
clock_times = some.sampled_from(TIMES)
days = some.integers(-1, 3)


@some.composite
def wished(draw: some.DrawFn, start: datetime) -> dict[str, Any]:
    quiet = draw(some.none() | some.tuples(clock_times, clock_times))
    paused = draw(some.none() | days)
    weeks = some.fixed_dictionaries({"day": some.sampled_from(("sat", "sun", "mon")), "time": clock_times})
    return {
        "kinds": draw(KINDS),
        "quiet": quiet and {"from": quiet[0], "to": quiet[1]},
        "paused_until": None if paused is None else (start + timedelta(days=paused)).date().isoformat(),
        "zone": draw(some.sampled_from(("Europe/London", "Europe/London", "America/New_York", "Australia/Lord_Howe"))),
        "week": draw(some.none() | weeks),
    }


@some.composite
def changes(draw: some.DrawFn, start: datetime) -> tuple[str, dict[str, Any]]:
    what = draw(some.sampled_from(("wishes", "wishes", "plan", "plan", "own", "own", "exercise", "bad-day")))
    if what == "wishes":
        return what, draw(wished(start))
    if what == "plan":
        return what, {"times": draw(some.lists(clock_times, max_size=4, unique=True))}
    if what == "own" and draw(some.integers(0, 4)):
        on = (start + timedelta(days=draw(days))).date().isoformat()
        return what, {"on": on, "at": draw(some.none() | clock_times), "what": "Blood test"}
    return what, {}


@some.composite
def histories(draw: some.DrawFn) -> tuple[datetime, list[tuple[str, dict[str, Any]]], list[tuple[int, bool]]]:
    """When it begins, what is changed, and for how many minutes somebody, or nobody, looks after each change."""
    start = utc(draw(some.sampled_from(STARTS)))
    first = [
        ("wishes", draw(wished(start))),
        ("plan", {"times": draw(some.lists(clock_times, min_size=1, max_size=4))}),
    ]
    made = first + draw(some.lists(changes(start), min_size=1, max_size=6))
    steps = [(draw(some.integers(0, 240) | some.integers(0, 1500)), draw(some.integers(0, 3)) > 0) for _ in made]
    return start, made, steps


@asynccontextmanager
async def somebody(service: Service, clock: MovedClock, start: datetime) -> AsyncIterator[Rehearsing]:
    """A new person, of whom nothing is left for the next."""
    clock.to(start)
    push = Kept()
    async with joined(service) as phone:
        await subscribe(phone, service.house, phone.person)
        try:
            yield Rehearsing(phone, clock, dispatcher_of(service, push), push)
        finally:
            await service.house.db.run(units.forget, UUID(phone.person), group=service.house.service, purpose="test")


@pytest.mark.parametrize("service_settings", ["sqlite"], indirect=True)
@settings(max_examples=100, suppress_health_check=CHECKS, phases=PHASES)
@given(history=histories())
async def test_what_is_rehearsed_is_told_whatever_was_changed_before(
    service: Service, moved: MovedClock, history: Any
) -> None:
    start, made, steps = history
    async with somebody(service, moved, start) as one:
        for (what, said), (minutes, watched) in zip(made, steps, strict=True):
            await one.change(what, said)
            until = moved.now + timedelta(minutes=minutes)
            await (one.watched if watched else one.alone)(until)
            if not watched:
                await one.rehearse()
                one.left = set()
        await one.watched(moved.now + timedelta(days=2))
