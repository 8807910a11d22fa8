"""A year of figures of the demonstration's service: of people who are not there, but for these counts."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from jointly.demo.town import PLACES
from jointly.kit import clock
from jointly.people.house import House
from jointly.reports import counting
from jointly.reports.counting import Counted, Episode, Sending
from jointly.reports.figures import FIGURES, SCORES
from jointly.reports.keeping import write
from jointly.reports.looked_for import service as looked_for
from jointly.reports.looked_for.squares import square_of
from jointly.reports.quarters import ZONE, Quarter, quarters
from jointly.reports.traits import Traits

SOUGHT = {"gentle-movement": (46, 12), "walking": (38, 9), "water": (27, 15), "social": (21, 0), "talking": (4, 0)}
"""What people near the groups were suggested last quarter, and for how many there was no place."""
LOOKED_BACK = timedelta(days=800)
QUARTERS = 4
PEOPLE = (140, 190)
ENDINGS = {"goals-met": 30, "part-met": 24, "declined": 14, "disengaged": 12, "unable": 10, "moved": 3, "withdrawn": 3}
"""How support ends, and of how many of about a hundred."""
AGES = ("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+", "not-known")


async def fill_figures(house: House, organisations: list[UUID]) -> None:
    """Keeps the last quarters of which everything is ready, the first time."""
    now = clock.now()
    today = now.astimezone(ZONE).date()
    weeks = max(figure.weeks for figure in FIGURES.values())
    over = [one for one in quarters(today - LOOKED_BACK, today) if one.ready_on(weeks) <= today]
    for quarter in over[-QUARTERS:]:
        dice = random.Random(quarter.from_on.toordinal())  # nosec B311 # invented, the same each time; no secret
        await write(house, quarter, _counted(dice, quarter, organisations), now)
    squares = dict.fromkeys(square_of(lat, lon) for _street, _postcode, lat, lon in PLACES.values())
    near = {square: _sought(at + 1) for at, square in enumerate(squares)}
    await looked_for.keep(house, looked_for.last_ready(today), near, now)


def _sought(share: int) -> dict[str, tuple[int, int]]:
    """The first square has all of `SOUGHT`, the next one half of it."""
    return {sort: (wishes // share, no_place // share) for sort, (wishes, no_place) in SOUGHT.items()}


def _counted(dice: random.Random, quarter: Quarter, organisations: list[UUID]) -> dict[str, Counted]:
    pairs = [(_episode(dice, quarter), _traits(dice)) for _ in range(dice.randint(*PEOPLE))]
    found = counting.count_episodes(pairs)
    found["signposts"] = counting.count(_traits(dice) for _ in range(dice.randint(60, 110)))
    found["unanswered"] = counting.count_unanswered(_sendings(dice, quarter, organisations))
    found["ended"] = counting.count_ended(dice.choices(list(ENDINGS), tuple(ENDINGS.values()), k=dice.randint(90, 130)))
    for name in SCORES:
        better = -1 if name in ("pain", "anxious") else 1
        scored = [(_traits(dice), round(dice.gauss(better, 2))) for _ in range(dice.randint(30, 60))]
        found[name] = counting.count(traits for traits, _ in scored)
        found[name].averages = {f"{name}-change": counting.changes(scored)}
    return found


def _traits(dice: random.Random) -> Traits:
    return Traits(
        dice.choices(AGES, (1, 3, 7, 14, 20, 26, 16, 5, 8))[0],
        dice.choices(("female", "male", "other", "not-known"), (58, 36, 1, 5))[0],
        dice.choices(("asian", "black", "mixed", "white", "other", "not-known"), (10, 4, 2, 70, 1, 13))[0],
        dice.choices(("1", "2", "3", "4", "5", "not-known"), (28, 24, 18, 12, 8, 10))[0],
    )


def _episode(dice: random.Random, quarter: Quarter) -> Episode:
    came = quarter.begins + timedelta(days=dice.uniform(0, 89))

    def later(than: datetime | None, days: float, share: float) -> datetime | None:
        return than and (than + timedelta(days=dice.expovariate(1 / days)) if dice.random() < share else None)

    contact = later(came, 6, 0.93)
    accepted = later(contact, 9, 0.78)
    first = later(accepted, 18, 0.62)
    nobody = UUID(int=dice.getrandbits(128))
    return Episode(nobody, nobody, came, contact, accepted, first, later(first, 110, 0.9) or first)


def _sendings(dice: random.Random, quarter: Quarter, organisations: list[UUID]) -> Iterator[Sending]:
    for organisation in organisations:
        # What one of them leaves unanswered is its own habit.
        habit = random.Random(uuid5(organisation, "patience").int)  # nosec B311 # invented, no secret
        patience = habit.uniform(3, 14)
        for _ in range(dice.randint(20, 60)):
            sent = quarter.begins + timedelta(days=dice.uniform(0, 89))
            yield Sending(organisation, sent, sent + timedelta(days=dice.expovariate(1 / patience)), None)
