"""A whole chain: its totals, and every split of them."""

from itertools import combinations, pairwise, product

from jointly.kit.disclosure.chains import Chain, Told
from jointly.kit.disclosure.network import Network
from jointly.kit.disclosure.numbers import HIDDEN, SMALL, Shown, bounds, is_small, shown
from jointly.kit.disclosure.splits import Split


def tell(chain: Chain) -> Told:
    """What may be told of a chain. It goes figure by figure: what is told of the first ones does not depend on later
    ones, so a chain may be told again when more of its figures have been counted, as long as the first are the same."""
    totals: list[Shown] = []
    splits = {name: Split(rows) for name, rows in chain.splits.items() if rows}
    for figure, total in enumerate(chain.totals):
        totals.append(shown(total))
        for split in splits.values():
            if split.open and totals[figure] == HIDDEN:
                split.close(figure)
            elif split.open:
                split.add()
        _protect_totals(chain.totals, totals, list(splits.values()))
    return Told(
        tuple(totals),
        {
            name: {category: tuple(told) for category, told in zip(split.names, split.told, strict=True)}
            for name, split in splits.items()
        },
    )


def _protect_totals(true: tuple[int, ...], totals: list[Shown], splits: list[Split]) -> None:
    """Splits tell more about a total than its own rounding. While that gives away a small difference between two
    totals, a split less is told of the newest; in the end the newest total itself is hidden."""
    newest = len(totals) - 1
    while not _totals_safe(true, totals, splits):
        told = [split for split in splits if split.figures > newest]
        if told:
            told[-1].close(newest)
        else:
            totals[newest] = HIDDEN
            for split in splits:
                split.open = False
            return


def _totals_safe(true: tuple[int, ...], totals: list[Shown], splits: list[Split]) -> bool:
    told = [at for at, total in enumerate(totals) if total not in (HIDDEN, 0)]
    close = [(at, later) for at, later in combinations(told, 2) if is_small(true[at] - true[later])]
    if not close:
        return True
    networks = [split.network() for split in splits if split.figures]
    return all(_difference_open(true, totals, networks, at, later) for at, later in close)


def _difference_open(
    true: tuple[int, ...], totals: list[Shown], networks: list[Network], earlier: int, later: int
) -> bool:
    """Whether two totals may be the same, or 8 apart, or anything from 1 to 7, for all that every split says."""
    ranges = [range(low, high + 1) for low, high in (bounds(totals[at], true[0]) for at in (earlier, later))]
    apart = [pair for pair in product(*ranges) if pair[0] >= pair[1] and _nests(true, totals, earlier, later, pair)]
    possible = {
        difference: [pair for pair in apart if pair[0] - pair[1] == difference] for difference in range(SMALL + 2)
    }
    outside = [pair for pair in apart if not is_small(pair[0] - pair[1])]

    def one_of(pairs: list[tuple[int, int]]) -> bool:
        return any(all(_can_be(network, earlier, later, pair) for network in networks) for pair in pairs)

    return one_of(outside) or (one_of(possible[1]) and one_of(possible[SMALL]))


def _nests(true: tuple[int, ...], totals: list[Shown], earlier: int, later: int, pair: tuple[int, int]) -> bool:
    """Whether two totals can be these while the others are as they are."""
    with_pair = [pair[0] if at == earlier else pair[1] if at == later else true[at] for at in range(len(totals))]
    return all(one >= next_one for one, next_one in pairwise(with_pair))


def _can_be(network: Network, earlier: int, later: int, pair: tuple[int, int]) -> bool:
    moves = [(network.totals[at], to) for at, to in zip((earlier, later), pair, strict=True) if at < network.figures]
    return network.reach(moves) == [to for _, to in moves]
