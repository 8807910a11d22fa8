"""How much of everything one push, and one push service, may take."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Seconds, bytes and counts."""

    connect: float = 5
    """For looking up a name, and again for each connection that is tried, TLS included."""
    read: float = 10
    """Between two pieces of an answer."""
    whole: float = 20
    """For one push from its turn on: a slow drip ends here."""
    body: int = 16_384
    """Bytes of an answer that are read, to use the connection again. Nothing in them is looked at."""
    at_once: int = 20
    """Pushes in flight at one service; more make nothing faster."""
    services: int = 1_000
    """Services remembered, and whether they rest; under two of the names that we allow there can be any number."""
    failures: int = 5
    """How many browsers in a row a service fails before it rests."""
    rest: float = 30
    """How long it rests at first; twice as long each time that it fails the one push it is then tried with."""
    longest_rest: float = 900
