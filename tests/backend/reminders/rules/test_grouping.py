"""What falls together is told once, at the time of its first."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from jointly.reminders.rules.grouping import TOGETHER, now_due, together

BEGIN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Due:
    at: datetime
    name: int = 0


def after(*minutes: float) -> list[Due]:
    return [Due(BEGIN + timedelta(minutes=one)) for one in minutes]


def minutes(groups: list[list[Due]]) -> list[list[float]]:
    return [[(one.at - BEGIN).total_seconds() / 60 for one in group] for group in groups]


def test_within_ten_minutes_of_the_first_is_together() -> None:
    assert minutes(together(after(0, 10))) == [[0, 10]]
    assert minutes(together(after(0, 10.5))) == [[0], [10.5]]
    assert minutes(together([])) == []


def test_a_chain_does_not_drag_on() -> None:
    assert minutes(together(after(0, 8, 16, 24))) == [[0, 8], [16, 24]]


def test_what_is_not_in_order_is_put_in_order() -> None:
    assert minutes(together(after(30, 3, 0))) == [[0, 3], [30]]


def test_nothing_is_told_before_the_first_of_its_group_is_due() -> None:
    now = BEGIN + timedelta(minutes=-1)
    assert now_due(after(0, 5), now) == []
    assert now_due(after(0, 5, 20), BEGIN) == after(0, 5)


def test_after_an_outage_all_that_waits_is_told_at_once() -> None:
    assert now_due(after(-300, -200, 0, 9, 40), BEGIN) == after(-300, -200, 0, 9)


dues = some.lists(some.tuples(some.integers(-200, 200), some.integers(0, 9)), max_size=12).map(
    lambda found: [Due(BEGIN + timedelta(minutes=at), name) for at, name in found]
)


@given(dues)
def test_every_item_is_in_one_group(items: list[Due]) -> None:
    groups = together(items)
    assert sorted(items, key=lambda one: one.at) == [one for group in groups for one in group]
    for group in groups:
        assert group[-1].at - group[0].at <= TOGETHER
    for group, later in pairwise(groups):
        assert later[0].at - group[0].at > TOGETHER


@given(dues)
def test_looking_at_each_time_tells_the_groups_that_were_foretold(items: list[Due]) -> None:
    """Whoever looks every minute tells each group at its time, whatever was told before it."""
    left, found = list(items), []
    for minute in range(-210, 211):
        if told := now_due(left, BEGIN + timedelta(minutes=minute)):
            found.append(told)
            for one in told:
                left.remove(one)
    assert left == []
    assert found == together(items)
