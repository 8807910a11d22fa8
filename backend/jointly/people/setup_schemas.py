"""A service's own settings, as one document: what it is called and looks like, whom to ring, how long it keeps what,
and the facts that its privacy notice and accessibility statement need.

No field has a default, so that a screen always says all of it. What a service has not said yet is none.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from jointly.people.schemas import Wire

_PLAIN = r"^[^\x00-\x1f\x7f]*$"
_PARAGRAPHS = r"^[^\x00-\x09\x0b-\x1f\x7f]*$"

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40, pattern=_PLAIN)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=_PLAIN)]
Fact = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600, pattern=_PARAGRAPHS)]
Https = Annotated[str, StringConstraints(max_length=200, pattern=r"^https://[^\s\x00-\x20<>\"'\\@]+$")]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9+() ]{3,30}$")]


class Helpline(Wire):
    """Somebody to ring or write to, and in a sentence what for."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=_PLAIN)]
    phone: Phone | None
    words: Line | None
    url: Https | None


class Retention(Wire):
    """How long is kept what is not needed any more. The audit is kept for as long as the service."""

    record_years: Annotated[int, Field(ge=1, le=30)]
    """After this long without a sign of a person or their carer, their record is erased."""
    code_days: Annotated[int, Field(ge=1, le=365)]
    """A code that has ended."""
    session_days: Annotated[int, Field(ge=30, le=400)]
    """A device's session that has ended or was ended; the newest one of each person stays."""
    share_days: Annotated[int, Field(ge=30, le=3650)]
    """A share that has ended or was withdrawn."""


class Privacy(Wire):
    """What a privacy notice must say and only the service knows (UK GDPR, Article 13)."""

    controller: Fact | None
    """Who is responsible for the data, with their address."""
    contact: Fact | None
    data_protection_officer: Fact | None
    lawful_basis: Fact | None
    processors: Fact | None
    """Who runs the computers on the service's behalf, and in which country."""
    complaints: Fact | None


class Accessibility(Wire):
    """What an accessibility statement must say and only the service knows."""

    contact: Fact | None
    answer_within: Line | None
    formats: Fact | None
    """Other forms in which the service gives information."""
    complaints: Fact | None
    reviewed: Line | None
    """When and by whom the app was last looked at as this service has set it up."""


class Setup(Wire):
    """All that a manager of the service sets."""

    name: Name
    brand: Colour
    brand_dark: Colour
    accent: Colour
    helplines: Annotated[list[Helpline], Field(max_length=10)]
    looks_at_list: Line | None
    """When staff look at their list, such as "Monday to Friday, within 2 working days". Nobody watches live."""
    retention: Retention
    privacy: Privacy
    accessibility: Accessibility


class MapSource(Wire):
    """Where a map's pictures come from: an address with {z}, {x} and {y} in it, and whom to name beside them."""

    address: str
    attribution: str


class Service(Setup):
    """The same, as anybody may read it, with what the operator set: whether one can sign in with NHS login, and where
    a map's pictures come from; without a source there is no map."""

    nhs_login: bool
    map: MapSource | None
    whole_postcodes: Literal["phone", "here", "elsewhere"]
    """Who can find a whole postcode: nobody, so that phones keep to its first half; the service by its own table; or
    the service by asking postcodes.io for those that it has not."""


RETENTION = Retention(record_years=8, code_days=30, session_days=90, share_days=730)
"""Eight years after the last contact is what the NHS keeps most records of adults (NHS Records Management Code)."""


def defaults(*, name: str, brand: str, brand_dark: str, accent: str) -> Setup:
    """What a service is like before anybody has set it up; name and colours come from its environment."""
    return Setup(
        name=name,
        brand=brand,
        brand_dark=brand_dark,
        accent=accent,
        helplines=[],
        looks_at_list=None,
        retention=RETENTION,
        privacy=Privacy(**dict.fromkeys(Privacy.model_fields)),
        accessibility=Accessibility(**dict.fromkeys(Accessibility.model_fields)),
    )
