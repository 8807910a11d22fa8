"""W5: 200,000 sessions over the UK and 1,500 searches from the same cloud of places, the same on every run.

One in ten is a pool's: it is on every hour of its day, so 15 sessions, and rows of the search table, are one listing.
"""

import random
from collections.abc import Iterator
from math import cos, radians
from typing import NamedTuple
from uuid import UUID

SESSIONS, SEARCHES = 200_000, 1_500
TOWNS = [
    ("London", 51.507, -0.128, 60),
    ("Birmingham", 52.480, -1.903, 14),
    ("Manchester", 53.480, -2.242, 13),
    ("Leeds", 53.800, -1.549, 10),
    ("Glasgow", 55.861, -4.250, 9),
    ("Sheffield", 53.383, -1.466, 8),
    ("Edinburgh", 55.953, -3.188, 7),
    ("Liverpool", 53.410, -2.978, 7),
    ("Bristol", 51.455, -2.588, 7),
    ("Newcastle", 54.978, -1.618, 6),
    ("Nottingham", 52.955, -1.149, 6),
    ("Cardiff", 51.481, -3.180, 6),
    ("Leicester", 52.637, -1.133, 5),
    ("Belfast", 54.597, -5.930, 5),
    ("Coventry", 52.408, -1.511, 4),
    ("Hull", 53.744, -0.332, 4),
    ("Plymouth", 50.371, -4.142, 4),
    ("Southampton", 50.904, -1.404, 4),
    ("Brighton", 50.827, -0.152, 4),
    ("Derby", 52.922, -1.475, 3),
    ("Aberdeen", 57.149, -2.094, 3),
    ("Norwich", 52.630, 1.297, 3),
    ("Swansea", 51.621, -3.943, 3),
    ("Oxford", 51.752, -1.258, 2),
    ("York", 53.959, -1.081, 2),
    ("Exeter", 50.725, -3.527, 2),
    ("Ipswich", 52.057, 1.148, 2),
    ("Carlisle", 54.893, -2.933, 1),
    ("Truro", 50.263, -5.051, 1),
    ("Inverness", 57.478, -4.224, 1),
]
FIRST = ("Gentle", "Morning", "Seated", "Friendly", "Steady", "Easy", "Sociable", "Strong")
THEN = ("tai chi", "chair yoga", "pilates", "walk", "aqua class", "balance class", "stretch", "stroll")
WITH = (
    "for beginners",
    "for sore knees",
    "over 50s",
    "with tea",
    "by the park",
    "at the centre",
    "for backs",
    "for all",
)
HOURS = 15
POOLS = 0.1 / HOURS / (0.9 + 0.1 / HOURS)
"""Of what is made one after the other, so that a tenth of all sessions are a pool's."""
RADII_MILES = (1, 3, 3, 5, 5, 10, 25)


class Session(NamedTuple):
    """One session a week. `kind` is one of 20; those of one listing differ in their minute alone."""

    listing: UUID
    lat: float
    lon: float
    day: int
    minute: int
    kind: int
    free: bool
    step_free: bool
    name: str


class Search(NamedTuple):
    """The nearest 20 within so many miles on one day; what is none is not asked for."""

    lat: float
    lon: float
    miles: float
    day: int
    kind: int | None
    free: bool
    step_free: bool
    word: str | None


def somewhere(chance: random.Random) -> tuple[float, float]:
    """A quarter anywhere, the rest around towns."""
    if chance.random() < 0.25:
        return round(chance.uniform(50.2, 57.7), 5), round(chance.uniform(-5.2, 1.3), 5)
    _, lat, lon, _ = chance.choices(TOWNS, [weight for *_, weight in TOWNS])[0]
    return round(chance.gauss(lat, 0.09), 5), round(chance.gauss(lon, 0.14), 5)


def sessions(count: int = SESSIONS) -> Iterator[Session]:
    """The sessions."""
    chance = random.Random(5)
    made = 0
    while made < count:
        lat, lon = somewhere(chance)
        name = f"{chance.choice(FIRST)} {chance.choice(THEN)} {chance.choice(WITH)}"
        one = Session(
            UUID(int=chance.getrandbits(128)),
            lat,
            lon,
            chance.randrange(7),
            360 + 15 * chance.randrange(61),
            chance.randrange(20),
            chance.random() < 0.4,
            chance.random() < 0.5,
            name,
        )
        hours = min(HOURS, count - made) if chance.random() < POOLS else 1
        yield from (one._replace(minute=360 + 60 * hour) for hour in range(hours)) if hours > 1 else (one,)
        made += hours


def searches(count: int = SEARCHES) -> Iterator[Search]:
    """The searches."""
    chance = random.Random(6)
    for _ in range(count):
        lat, lon = somewhere(chance)
        yield Search(
            lat,
            lon,
            chance.choice(RADII_MILES),
            chance.randrange(7),
            chance.randrange(20) if chance.random() < 0.5 else None,
            chance.random() < 0.3,
            chance.random() < 0.3,
            chance.choice(THEN).split()[0] if chance.random() < 0.2 else None,
        )


def brute_force(every: list[Session], search: Search) -> list[Session]:
    """All listings that a search fits, by the plainest way there is: what every other answer is held against."""
    km = search.miles * 1.609344
    fitting = [
        one
        for one in every
        if one.day == search.day
        and (search.kind is None or one.kind == search.kind)
        and (not search.free or one.free)
        and (not search.step_free or one.step_free)
        and (search.word is None or f" {search.word}" in f" {one.name.casefold()}")
        and abs(one.lat - search.lat) <= km / 110
        and abs(one.lon - search.lon) <= km / (110 * cos(radians(search.lat)))
    ]
    return list({one.listing: one for one in fitting}.values())
