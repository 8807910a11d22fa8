"""Data rights on the wire."""

from typing import Literal

from jointly.people.schemas import Wire


class Sure(Wire):
    """Says that the account is meant to be deleted for good."""

    sure: Literal[True]


class Kept(Wire):
    """One thing that is kept after an account was deleted, and why, in plain words."""

    what: str
    why: str


class Deleted(Wire):
    """The account is gone. This is what stays."""

    kept: list[Kept]
