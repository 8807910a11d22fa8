"""Where it is, from OpenActive's Place: with a name and an address, only coordinates, or one text for all of it."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from msgspec.structs import replace

from jointly.listings.model import Place, Problem
from jointly.listings.reading.cleaning import key, line, phone
from jointly.listings.reading.coordinates import Point, point
from jointly.listings.reading.ids import part_id
from jointly.listings.reading.links import link
from jointly.listings.reading.postcodes import postcode, split_off
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import flag, items, text, thing, things

_NUMBERS = re.compile(r"-?\d{1,3}(?:\.\d+)?\s*[,;]\s*-?\d{1,3}(?:\.\d+)?")
_UK = frozenset(
    {"gb", "uk", "gbr", "united kingdom", "great britain", "england", "scotland", "wales", "northern ireland"}
)


class Address(NamedTuple):
    """The parts of an address that are kept."""

    street: str | None = None
    locality: str | None = None
    region: str | None = None
    postcode: str | None = None
    country: str = "GB"


def place_of(value: Any, dataset: UUID, problems: list[Problem]) -> Place | None:
    """The place that a tidy `location` says. Its name is empty when the source gives none that is one."""
    given = thing(value)
    if not given:
        return _from_text(value, dataset, problems)
    address = address_of(given.get("address"), problems)
    geo = thing(given.get("geo"))
    where = point(geo.get("latitude", given.get("latitude")), geo.get("longitude", given.get("longitude")), problems)
    name = _name(given.get("name"), address, problems)
    if not name and where is None:
        return None
    ref = key(given.get("@id")) or key(given.get("identifier"))
    return replace(
        made(dataset, ref, name, address, where),
        amenities=tuple(name for name, has in amenities_of(given, problems).items() if has),
        phone=phone(given.get("telephone"), problems),
        url=link(given.get("url"), problems),
    )


def made(dataset: UUID, ref: str | None, name: str, address: Address, where: Point | None) -> Place:
    """A place with what every format says of one."""
    return Place(
        id=part_id(
            dataset, "place", ref, name, address.postcode, None if name or not where else f"{where.lat} {where.lon}"
        ),
        name=name,
        street=address.street,
        locality=address.locality,
        region=address.region,
        postcode=address.postcode,
        country=address.country,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        located="source" if where else None,
    )


def address_of(value: Any, problems: list[Problem]) -> Address:
    """OpenActive's address: an object, or one text with everything in it."""
    parts = thing(value)
    if parts:
        return Address(
            line(parts.get("streetAddress"), problems),
            line(parts.get("addressLocality"), problems),
            line(parts.get("addressRegion"), problems),
            postcode(line(parts.get("postalCode"), problems), problems),
            country_of(parts.get("addressCountry"), problems),
        )
    whole = line(value, problems)
    if whole is None:
        return Address()
    note(problems, "address-is-text", whole)
    street, code = split_off(whole)
    return Address(street=street or None, postcode=code)


def country_of(value: Any, problems: list[Problem]) -> str:
    """The two letters of a country. The United Kingdom has many names in feeds; another country is told."""
    found = text(thing(value).get("name")) if thing(value) else text(value)
    if found is None or " ".join(found.casefold().split()) in _UK:
        return "GB"
    # The Crown Dependencies have their own letters, and are near all the same.
    letters = found.upper() if re.fullmatch(r"[A-Za-z]{2}", found) else "ZZ"
    if letters not in ("IM", "GG", "JE", "IE"):
        note(problems, "place-abroad", found)
    return letters


def amenities_of(given: Mapping[str, Any], problems: list[Problem]) -> dict[str, bool]:
    """What a place is said to have, or not to have, by the words of its source."""
    said: dict[str, bool] = {}
    for feature in things(given.get("amenityFeature")):
        name, has = line(feature.get("name"), problems, 60), flag(feature.get("value"))
        if name and has is not None:
            said[name] = has
    return said


def _from_text(value: Any, dataset: UUID, problems: list[Problem]) -> Place | None:
    found = next((text(item) for item in items(value) if text(item)), None)
    if found is None:
        return None
    if re.match(r"https?://", found):
        note(problems, "place-is-reference", found)
        return None
    note(problems, "address-is-text", found)
    name, code = split_off(line(found, problems) or "")
    return made(dataset, None, name, Address(postcode=code), None) if name or code else None


def _name(value: Any, address: Address, problems: list[Problem]) -> str:
    found = line(value, problems)
    if found and _NUMBERS.fullmatch(found):
        note(problems, "place-name-is-numbers", found)
        found = None
    return found or address.street or address.locality or address.postcode or ""
