"""How much of everything one fetch may take."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Seconds and bytes. The defaults are those of `listings.md` 3.2 and of our rules for outbound calls."""

    connect: float = 5
    """For looking up a name, and again for each address that is tried and for TLS."""
    read: float = 20
    """Between two pieces of an answer."""
    whole: float = 90
    """For one fetch, redirects included and waiting for its turn not: a slow drip ends here."""
    body: int = 20_000_000
    """Bytes of an answer, both as they come and unpacked."""
    redirects: int = 3
    between: float = 0.1
    """From the end of one request to the start of the next at the same host."""
    addresses: int = 3
    """Addresses of one host that are tried."""
    idle: float = 30
    """How long a connection is kept for the next request."""
