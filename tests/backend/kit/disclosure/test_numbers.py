"""One count at a time, and averages: the rule of NHS England's small numbers, worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointly.kit.disclosure import HIDDEN, Chain, beside, mean, middle, percentage, shown


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, 0), (1, "*"), (2, "*"), (7, "*"), (8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (1002, 1000), (1003, 1005)],
)
def test_small_counts_are_hidden_and_others_rounded_to_five(count, told):
    assert shown(count) == told


@given(st.integers(0, 10**9))
def test_what_is_told_is_never_more_than_two_away(count):
    told = shown(count)
    assert (told == HIDDEN and 1 <= count <= 7) or (
        told % 5 == 0 and abs(told - count) <= 2 and (told > 0) == (count > 0)
    )


def test_less_than_none_is_refused():
    with pytest.raises(ValueError, match="never less"):
        shown(-1)


def test_a_percentage_is_made_of_rounded_figures():
    # 13 of 22 are 59 %; told is 15 of 20
    assert percentage(shown(13), shown(22)) == 75
    assert percentage(0, 20) == 0
    assert percentage(HIDDEN, 20) == percentage(10, HIDDEN) == percentage(0, 0) == HIDDEN


def test_a_chain_that_does_not_add_up_is_refused():
    with pytest.raises(ValueError, match="come to the total"):
        Chain((10,), {"colour": {"red": (4,), "blue": (5,)}})
    with pytest.raises(ValueError, match="one before"):
        Chain((10, 11))


def test_an_average_is_of_eight_or_more():
    assert mean([1] * 8) == (1, 8)
    assert mean([1] * 7) == (None, 7)
    assert middle(range(7)) == (None, 7)
    assert middle([9, 1, 2, 3, 4, 5, 6, 7]) == (4, 8)


def test_an_average_beside_a_hidden_count_is_hidden():
    split = {"red": mean([2] * 20), "blue": mean([4] * 20), "green": mean([6] * 20)}
    told = {"red": HIDDEN, "blue": 20, "green": HIDDEN}
    assert beside(split, told) == {"red": None, "blue": 4, "green": None}
    assert beside(split, {}) == {"red": None, "blue": None, "green": None}


def test_one_hidden_average_is_not_left_alone():
    # Red is 20 × 2, green 15 × 6, and all 40 come to 144: whoever has both knows that blue's 5 come to 14.
    split = {"red": mean([2] * 20), "blue": mean([3, 3, 3, 3, 2]), "green": mean([6] * 15)}
    assert beside(split, {"red": 20, "blue": HIDDEN, "green": 15}) == {"red": 2, "blue": None, "green": None}


def test_a_category_with_nobody_hides_no_other():
    assert beside({"red": mean([2] * 20), "blue": mean([])}, {"red": 20, "blue": 0}) == {"red": 2, "blue": None}


@given(st.integers(8, 60), st.integers(-50, 50))
def test_a_mean_tells_nothing_of_how_many_it_is_made(count, fifths):
    # whatever step of 0.2 is told, that many whole numbers can come to it
    nearest = round(fifths / 5 * count)
    values = [nearest // count + (at < nearest % count) for at in range(count)]
    assert mean(values).value == fifths / 5
