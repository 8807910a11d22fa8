"""What is told of whole tables: cases worked by hand."""

from jointly.kit.disclosure import HIDDEN, Chain, tell


def by(**rows):
    return rows


def test_a_table_without_small_numbers_is_rounded_and_nothing_else():
    told = tell(Chain((52, 31), {"colour": by(red=(29, 18), blue=(23, 13))}))
    assert told.totals == (50, 30)
    assert told.splits == {"colour": by(red=(30, 20), blue=(25, 15))}


def test_a_total_is_summed_before_it_is_rounded():
    told = tell(Chain((36,), {"colour": by(red=(12,), blue=(12,), green=(12,))}))
    assert told.totals == (35,)
    assert told.splits["colour"] == by(red=(10,), blue=(10,), green=(10,))


def test_nobody_is_told_as_nobody():
    told = tell(Chain((0, 0), {"colour": by(red=(0, 0), blue=(0, 0))}))
    assert told.totals == (0, 0)
    assert told.splits == {"colour": by(red=(0, 0), blue=(0, 0))}


def test_one_hidden_of_two_hides_the_other():
    # All are 24, red is 18 to 22: blue would be 2 to 6.
    told = tell(Chain((24,), {"colour": by(red=(20,), blue=(4,))}))
    assert told.totals == (25,)
    assert told.splits == {"colour": by(red=(HIDDEN,), blue=(HIDDEN,))}


def test_rounding_of_many_others_is_cover_enough():
    rows = dict.fromkeys("abcdef", (20,)) | {"rare": (4,)}
    told = tell(Chain((124,), {"colour": rows}))
    assert told.splits["colour"] == dict.fromkeys("abcdef", (20,)) | {"rare": (HIDDEN,)}


def test_a_total_that_is_hidden_is_not_split():
    told = tell(Chain((20, 5), {"colour": by(red=(10, 3), blue=(10, 2))}))
    assert told.totals == (20, HIDDEN)
    assert told.splits == {"colour": by(red=(10,), blue=(10,))}


def test_three_small_ones_in_a_small_total_are_not_told_at_all():
    # 8 in all and at least one of each: none of them can be 7.
    told = tell(Chain((8,), {"colour": by(red=(3,), blue=(3,), green=(2,))}))
    assert told.totals == (10,)
    assert told.splits == {"colour": by(red=(), blue=(), green=())}


def test_those_who_dropped_out_are_protected_as_those_who_are_there():
    # 9 + 20 were there, all of the 20 and 6 of the 9 stayed. What is told of green alone says 0 to 4 left; the totals
    # say 3 left. Red's 3 would be 1 to 5.
    told = tell(Chain((29, 26), {"colour": by(red=(9, 6), blue=(20, 20))}))
    red, blue = told.splits["colour"]["red"], told.splits["colour"]["blue"]
    assert red[1:] in ((HIDDEN,), ())
    assert blue[1:] in ((HIDDEN,), ())


def test_what_was_told_of_the_first_figures_stays_when_more_are_counted():
    rows = by(red=(20, 12, 4), blue=(9, 9, 3), green=(4, 3, 1))
    totals = (33, 24, 8)
    whole = tell(Chain(totals, {"colour": rows}))
    for figures in (1, 2):
        part = tell(Chain(totals[:figures], {"colour": {name: row[:figures] for name, row in rows.items()}}))
        assert part.totals == whole.totals[:figures]
        assert part.splits["colour"] == {name: row[:figures] for name, row in whole.splits["colour"].items()}
