"""A service rests when it fails at many browsers in a row, each time longer, and is tried with one push at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointly.kit.push import Limits
from jointly.kit.push.resting import Resting

LIMITS = Limits(failures=3, rest=10, longest_rest=35)
BROWSERS = st.integers(0, 5)


@pytest.fixture
def resting() -> Resting:
    """Of a service that is well."""
    return Resting(LIMITS)


def ask(resting: Resting, now: float, browser: object, *, failed: bool | None) -> bool:
    """One push, at once over; gives whether it was let through."""
    turn = resting.turn(now)
    if turn is not None:
        resting.ended(turn, now, browser, failed=failed)
    return turn is not None


def failing(resting: Resting, now: float) -> None:
    """It fails at as many browsers as it takes."""
    for browser in "abc":
        assert ask(resting, now, browser, failed=True)


def test_it_rests_after_so_many_failures_in_a_row(resting: Resting):
    failing(resting, 0)
    assert resting.left(0) == 10
    assert resting.turn(9.9) is None
    assert resting.turn(10) is not None


def test_one_that_is_well_in_between_begins_anew(resting: Resting):
    for browser, failed in (("a", True), ("b", True), ("c", False), ("d", True), ("e", True)):
        assert ask(resting, 0, browser, failed=failed)
    assert resting.left(0) == 0


def test_one_browser_that_always_fails_holds_up_nobody(resting: Resting):
    assert all(ask(resting, 0, "a", failed=True) for _ in range(100))


def test_it_is_tried_with_one_push_at_a_time(resting: Resting):
    failing(resting, 0)
    turn = resting.turn(10)
    assert turn is not None
    assert resting.turn(11) is None
    resting.ended(turn, 12, "a", failed=False)
    assert resting.turn(12) is not None
    assert resting.turn(12) is not None


def test_a_try_that_nobody_knows_the_end_of_is_made_again(resting: Resting):
    failing(resting, 0)
    assert ask(resting, 10, "a", failed=None)
    assert ask(resting, 10, "a", failed=None)


def test_each_rest_is_twice_as_long_up_to_a_limit_until_it_is_well(resting: Resting):
    failing(resting, 0)
    now, rests = 0.0, []
    for _ in range(4):
        rests.append(resting.left(now))
        now += resting.left(now)
        assert ask(resting, now, "a", failed=True)
    assert rests == [10, 20, 35, 35]
    now += resting.left(now)
    assert ask(resting, now, "a", failed=False)
    failing(resting, now)
    assert resting.left(now) == 10


def test_what_began_before_a_rest_changes_nothing(resting: Resting):
    early = [resting.turn(0) for _ in range(10)]
    for number, turn in enumerate(early):
        resting.ended(turn, 1, number, failed=True)
    assert resting.left(1) == 10, "it does not rest for longer because of those that were under way"
    late = resting.turn(11)
    resting.ended(early[0], 11, "a", failed=False)
    assert resting.turn(11) is None, "an old success is no proof"
    resting.ended(late, 11, "a", failed=True)
    assert resting.left(11) == 20


@given(st.lists(st.tuples(st.floats(0, 30), BROWSERS, st.sampled_from([True, False, None]), st.booleans())))
def test_whatever_happens(events: list[tuple[float, int, bool | None, bool]]):
    """With pushes that end at once and others that end late: at most one try while it rests, rests within limits, and
    never for ever."""
    resting, now, late, rested_until = Resting(LIMITS), 0.0, [], None
    for passed, browser, failed, at_once in events:
        now += passed
        left = resting.left(now)
        assert 0 <= left <= LIMITS.longest_rest
        turn = resting.turn(now)
        if left > 0:
            assert turn is None
            assert rested_until is not None and now < rested_until
        if turn is not None and at_once:
            resting.ended(turn, now, browser, failed=failed)
        elif turn is not None:
            late.append((turn, browser, failed))
        elif late:
            was_trying, (old, other, end) = left == 0, late.pop()
            resting.ended(old, now, other, failed=end)
            assert was_trying or resting.left(now) == left, "while it rests nothing old counts"
        if resting.left(now) > 0:
            rested_until = now + resting.left(now)
    for turn, browser, _ in late:
        resting.ended(turn, now, browser, failed=False)
    now += LIMITS.longest_rest
    assert resting.turn(now) is not None


def _model(events: list[tuple[int, bool]]) -> list[bool]:
    """Slow and obvious, for pushes that end at once, one second apart: which of them are let through."""
    through: list[bool] = []
    row: list[int] = []
    until, length, trying = 0.0, LIMITS.rest, False
    for at, (browser, failed) in enumerate(events):
        through.append(at >= until)
        if at < until:
            continue
        row = [*row, browser] if failed else []
        if failed and (trying or len(set(row)) == LIMITS.failures):
            until, length, trying, row = at + length, min(length * 2, LIMITS.longest_rest), True, []
        elif not failed:
            length, trying = LIMITS.rest, False
    return through


@given(st.lists(st.tuples(BROWSERS, st.booleans()), max_size=120))
def test_it_agrees_with_the_obvious(events: list[tuple[int, bool]]):
    resting = Resting(LIMITS)
    through = [ask(resting, at, browser, failed=failed) for at, (browser, failed) in enumerate(events)]
    assert through == _model(events)
