"""The diary that every workload sends: entries of exactly 300 bytes, three a day, the same for us and for a peer.

Seeded, so that a run can be repeated; a new seed makes new ids. Sources of the counts and sizes: workload W1.
"""

import json
import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

BYTES = 300
DAYS = 365
A_DAY = 3
YEAR = DAYS * A_DAY
FIRST_DAY = datetime(2025, 1, 1, tzinfo=UTC)
REGIONS = ("left-knee", "right-knee", "left-hip", "right-hip", "lower-back")
EXERCISES = ("sit-to-stand", "bridge", "step-up", "mini-squat", "heel-slide", "marching", "balance", "walking")
WORDS = [
    "the",
    "a",
    "was",
    "better",
    "today",
    "after",
    "walk",
    "stairs",
    "knee",
    "hip",
    "sore",
    "stiff",
    "morning",
    "tired",
    "slept",
    "well",
    "badly",
    "garden",
    "shop",
    "bus",
    "with",
    "friend",
    "slow",
    "steady",
    "warm",
    "bath",
    "helped",
    "rest",
    "then",
    "more",
    "less",
    "than",
    "yesterday",
    "and",
    "but",
    "so",
]


def packed(value: object) -> bytes:
    """Compact JSON, as a browser's JSON.stringify writes it."""
    return json.dumps(value, separators=(",", ":")).encode()


def year(seed: int) -> list[dict]:
    """A year of diary: pain at 8, an exercise at 12, pain again at 20, from 1 January 2025."""
    chance = random.Random(seed)
    made = []
    for day in range(DAYS):
        for hour, body in ((8, _pain), (12, _exercise), (20, _pain)):
            made.append(_entry(chance, FIRST_DAY + timedelta(days=day, hours=hour), body(chance)))
    return made


def some(seed: int, count: int) -> list[dict]:
    """The first `count` entries of a year of its own."""
    chance = random.Random(seed)
    return [_entry(chance, FIRST_DAY + timedelta(hours=8 * number), _pain(chance)) for number in range(count)]


def _pain(chance: random.Random) -> dict:
    return {"score": chance.randrange(11), "regions": [chance.choice(REGIONS)]}


def _exercise(chance: random.Random) -> dict:
    return {
        "programme": "knee-hip",
        "exercise": chance.choice(EXERCISES),
        "level": chance.randint(1, 3),
        "gentle": False,
        "outcome": "done",
        "sets": 3,
        "pain": chance.randrange(11),
        "effort": chance.randrange(11),
        "confident": True,
    }


def _entry(chance: random.Random, at: datetime, body: dict) -> dict:
    kind = "exercise" if "exercise" in body else "pain"
    entry = {
        "id": str(_uuid7(chance, at)),
        "kind": kind,
        "at": at.isoformat(),
        "zone": "Europe/London",
        "body": body | {"note": ""},
    }
    entry["body"]["note"] = _note(chance, BYTES - len(packed(entry)))
    assert len(packed(entry)) == BYTES
    return entry


def _note(chance: random.Random, length: int) -> str:
    said = ""
    while len(said) < length:
        said += chance.choice(WORDS) + " "
    return said[: length - 1].ljust(length - 1, "s") + "."


def _uuid7(chance: random.Random, at: datetime) -> UUID:
    rest = chance.getrandbits(74)
    milliseconds = int(at.timestamp() * 1000)
    return UUID(int=milliseconds << 80 | 7 << 76 | (rest >> 62) << 64 | 2 << 62 | rest & (1 << 62) - 1)
