"""Where everything is that is given out. `root` is the service's own origin, such as `https://msk.example.org`."""

from datetime import UTC, datetime
from uuid import UUID

from jointly.listings.dates.naming import PLACEHOLDER

OPEN = "/open"
OPENACTIVE = f"{OPEN}/openactive"
SERIES = "session-series"
SESSIONS = "scheduled-sessions"
ORUK = f"{OPEN}/oruk"
STANDS_FOR_ROOT = "https://origin.invalid"
"""In place of the root in documents that are kept: they are given out under the origin of that day."""


def feed(root: str, name: str) -> str:
    """The first page of a feed."""
    return f"{root}{OPENACTIVE}/{name}"


def series(root: str, listing: UUID) -> str:
    """What names a series, for good."""
    return f"{feed(root, SERIES)}/{listing}"


def session_template(root: str, listing: UUID) -> str:
    """What names its sessions: `{startDate}` stands for the start that one was planned for, in UTC."""
    return f"{feed(root, SESSIONS)}/{listing}/{PLACEHOLDER}"


def session(root: str, listing: UUID, planned: datetime) -> str:
    """What names one session, also when it is moved."""
    return session_template(root, listing).replace(PLACEHOLDER, f"{planned.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")


def place(root: str, id: UUID) -> str:
    """What names a place."""
    return f"{root}{OPENACTIVE}/places/{id}"


def page(root: str, listing: UUID) -> str:
    """The page on which people read it."""
    return f"{root}/near/{listing}"


def listed(root: str, organisation: UUID) -> str:
    """What an organisation runs, as a page; it also names the organisation."""
    return f"{root}{OPEN}/list/{organisation}"


def calendar(root: str, listing: UUID) -> str:
    """The calendar of one listing."""
    return f"{root}{OPEN}/ical/{listing}.ics"


def calendar_of_all(root: str, organisation: UUID) -> str:
    """The calendar of everything that an organisation runs."""
    return f"{root}{OPEN}/ical/organisation/{organisation}.ics"
