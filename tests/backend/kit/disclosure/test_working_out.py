"""Nobody works a hidden count out: random people, what is told, and an audit that tries every table that fits."""

from collections import Counter, defaultdict
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jointly.kit.disclosure import HIDDEN, Chain, Told, shown, tell
from support.working_out import SMALL, faults_of


@st.composite
def populations(draw, figures=(1, 2), most=34):
    """Who is in how many of the figures, and what colour and size they are; small groups are common."""
    last = draw(st.integers(*figures))
    splits = draw(st.lists(st.integers(2, 4), min_size=1, max_size=3))
    skew = [draw(st.lists(st.integers(1, 12), min_size=size, max_size=size)) for size in splits]
    cells = st.tuples(st.integers(0, last - 1), *(st.sampled_from(_weighted(weights)) for weights in skew))
    people = draw(st.lists(cells, max_size=most))
    return chain_of(people, last, splits)


def _weighted(weights):
    return [at for at, weight in enumerate(weights) for _ in range(weight)]


def chain_of(people, figures, splits):
    def row(some):
        return tuple(sum(each[0] >= figure for each in some) for figure in range(figures))

    return Chain(
        row(people),
        {
            f"split {number}": {
                f"category {at}": row([each for each in people if each[1 + number] == at]) for at in range(size)
            }
            for number, size in enumerate(splits)
        },
    )


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(populations())
def test_no_table_lets_a_hidden_count_be_worked_out(chain):
    assert list(faults_of(chain, tell(chain))) == []


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(populations())
def test_not_even_by_somebody_who_knows_every_total(chain):
    assert list(faults_of(chain, tell(chain), totals=chain.totals)) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(populations(figures=(3, 3), most=18))
def test_three_figures_that_nest_give_nothing_away(chain):
    assert list(faults_of(chain, tell(chain))) == []


@settings(max_examples=200, deadline=None)
@given(populations(figures=(1, 4), most=400))
def test_what_is_told_is_within_two_of_what_is_so(chain):
    told = tell(chain)
    rows = [(chain.totals, told.totals)]
    rows += [(chain.splits[name][each], row) for name, split in told.splits.items() for each, row in split.items()]
    for true, row in rows:
        for count, said in zip(true, row, strict=False):
            assert said == HIDDEN or said == shown(count)
            assert said != HIDDEN or count > 0


@settings(max_examples=100, deadline=None)
@given(populations(figures=(2, 4), most=120))
def test_counting_more_figures_later_takes_nothing_back(chain):
    whole = tell(chain)
    first = Chain(
        chain.totals[:-1],
        {name: {each: row[:-1] for each, row in split.items()} for name, split in chain.splits.items()},
    )
    told, last = tell(first), len(chain.totals) - 1
    assert told.totals == whole.totals[:-1]
    assert told.splits == {
        name: {each: row[:last] for each, row in split.items()} for name, split in whole.splits.items()
    }


def test_the_audit_finds_what_rounding_alone_gives_away():
    chain = Chain((24, 21), {"colour": {"red": (20, 20), "blue": (4, 1)}, "size": {"big": (12, 11), "small": (12, 10)}})
    naive = Told(
        tuple(map(shown, chain.totals)),
        {name: {each: tuple(map(shown, row)) for each, row in split.items()} for name, split in chain.splits.items()},
    )
    assert list(faults_of(chain, naive, totals=chain.totals)) != []
    assert list(faults_of(chain, naive)) != []
    assert list(faults_of(chain, tell(chain))) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.just(0) | st.integers(8, 500), min_size=1, max_size=9))
def test_a_split_without_small_numbers_is_told_as_it_is(counts):
    told = tell(Chain((sum(counts),), {"colour": {str(at): (count,) for at, count in enumerate(counts)}}))
    hidden = Counter(said for split in told.splits.values() for row in split.values() for said in row)
    assert hidden[HIDDEN] == 0


def test_somebody_who_runs_it_backwards_is_left_with_three_numbers_at_least():
    # Every split of 8 to 26 people into three, by what is told of it.
    alike = defaultdict(list)
    for total in range(8, 27):
        for red, blue in product(range(total + 1), repeat=2):
            if red + blue <= total:
                counts = (red, blue, total - red - blue)
                told = tell(Chain((total,), {"colour": {str(at): (count,) for at, count in enumerate(counts)}}))
                alike[told.totals, tuple(told.splits["colour"].values())].append(counts)
    for (_, cells), tables in alike.items():
        for at, cell in enumerate(cells):
            can_be = {counts[at] for counts in tables}
            assert cell != (HIDDEN,) or (len(can_be) >= 3 and can_be & SMALL)
