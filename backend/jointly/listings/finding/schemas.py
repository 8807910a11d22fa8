"""What is asked and answered when somebody looks for something to go to."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec
from pydantic import BaseModel, ConfigDict, Field

from jointly.listings.cards import Card
from jointly.listings.facets import ORDER

Name = Literal[ORDER]
"""The name of a facet, a kind, a condition or a group."""
Latitude = Annotated[float, Field(strict=True, ge=49, le=61)]
Longitude = Annotated[float, Field(strict=True, ge=-9, le=2)]
Minute = Annotated[int, Field(strict=True, ge=0, le=1439)]
WIDEST_KM = 40.3
"""25 miles, and a little for rounding: the app asks for 20 miles at most."""


class Around(BaseModel):
    """A place to look around: degrees, rounded by the phone, so that it tells a neighbourhood and not a door."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lat: Latitude
    lon: Longitude
    km: Annotated[float, Field(strict=True, gt=0, le=WIDEST_KM)]


class Look(BaseModel):
    """What somebody looks for. Without `around` only what is online is found. `days` are weekdays, 0 is Monday; minutes
    count from midnight on the clock in London. Of each list in `any_of` one is enough; all of `all_of` are wanted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    around: Around | None
    days: Annotated[list[Annotated[int, Field(strict=True, ge=0, le=6)]], Field(max_length=7)] = []
    from_minute: Minute | None = None
    to_minute: Minute | None = None
    all_of: Annotated[list[Name], Field(max_length=20)] = []
    any_of: Annotated[list[Annotated[list[Name], Field(min_length=1, max_length=20)]], Field(max_length=4)] = []
    words: Annotated[str, Field(max_length=200)] = ""
    order: Literal["near", "soon"] = "near"
    page: Annotated[int, Field(strict=True, ge=0, le=24)] = 0


class SourceSaid(msgspec.Struct, frozen=True):
    """Who a listing comes from, to be shown with it. `here` says that it was published in this service; `read_at` is
    when the source was last read to its end, in RFC 3339."""

    id: UUID
    publisher: str
    url: str | None
    licence: str | None
    here: bool
    read_at: str | None


class Line(msgspec.Struct, frozen=True):
    """One listing that fits. `km` is how far, none for what is online only; `day` 0 to 6, or 7 for none."""

    km: float | None
    day: int
    card: Card


class Lines(msgspec.Struct, frozen=True):
    """A page of what was found. `instead` tells for a typed word that no listing has what was looked for instead."""

    lines: list[Line]
    more: bool
    instead: dict[str, list[str]]
    sources: list[SourceSaid]


class Area(msgspec.Struct, frozen=True):
    """All that is on around a place, for keeping on a phone: the nearest of each kind first, 600 at most."""

    cards: list[Card]
    more: bool
    sources: list[SourceSaid]
    made_at: str


class OneListing(msgspec.Struct, frozen=True):
    """A listing's own page."""

    card: Card
    source: SourceSaid
