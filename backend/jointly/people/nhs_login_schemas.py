"""NHS login on the wire."""

from typing import Literal

from jointly.people.schemas import Wire

Problem = Literal[
    "again",
    "another",
    "busy",
    "cancelled",
    "ended",
    "not-proven",
    "not-trusted",
    "staff",
    "taken",
    "unlinked",
    "unreachable",
]
"""Why nobody was signed in or linked. The app has a sentence for each; the address has nothing more."""


class NhsLoginState(Wire):
    """Whether NHS login opens the record of whoever is signed in."""

    linked: bool


class NhsLoginAddress(Wire):
    """Where the browser must go."""

    address: str
