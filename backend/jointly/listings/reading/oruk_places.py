"""Places of an Open Referral UK service: where people go, and what is said of how to get in."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from msgspec.structs import replace

from jointly.listings.model import Place, Problem
from jointly.listings.reading.cleaning import key, line, phone, words
from jointly.listings.reading.coordinates import point
from jointly.listings.reading.links import link
from jointly.listings.reading.places import Address, country_of, made
from jointly.listings.reading.postcodes import postcode
from jointly.listings.reading.raw import tail, text, thing, things

_MOST = 50


class Where(NamedTuple):
    """The places that one can go to, and whether it is also online."""

    places: tuple[Place, ...]
    virtual: bool


def places_of(service: Mapping[str, Any], dataset: UUID, problems: list[Problem]) -> Where:
    """The physical places of a tidy service, each once, in the order given."""
    found: dict[UUID, Place] = {}
    virtual = False
    for at in things(service.get("service_at_locations"))[:_MOST]:
        location = thing(at.get("location"))
        sort = (text(location.get("location_type")) or "physical").lower()
        virtual = virtual or sort == "virtual"
        place = _place(location, dataset, problems) if sort == "physical" else None
        if place:
            found.setdefault(place.id, place)
    return Where(tuple(found.values()), virtual)


def access_of(location: Mapping[str, Any], problems: list[Problem]) -> str | None:
    """What is said of how to get in, in the source's words. Version 1 has another name for the list."""
    entries = things(location.get("accessibility")) or things(location.get("accessibility_for_disabilities"))
    said: list[str] = []
    for entry in entries:
        for name in ("accessibility", "description", "details"):
            found = words(entry.get(name), problems)
            if found and found not in said:
                said.append(found)
    return "\n".join(said) or None


def _place(location: Mapping[str, Any], dataset: UUID, problems: list[Problem]) -> Place | None:
    address = _address(location, problems)
    where = point(location.get("latitude"), location.get("longitude"), problems)
    name = line(location.get("name"), problems) or address.street or address.locality or address.postcode or ""
    if not name and where is None:
        return None
    uprn = key(location.get("external_identifier"))
    return replace(
        made(dataset, key(location.get("id")), name, address, where),
        uprn=uprn if tail(location.get("external_identifier_type")).upper() == "UPRN" and uprn else None,
        access_note=access_of(location, problems),
        phone=next(
            (found for each in things(location.get("phones")) if (found := phone(each.get("number"), problems))), None
        ),
        url=link(location.get("url"), problems),
    )


def _address(location: Mapping[str, Any], problems: list[Problem]) -> Address:
    """The address that one can go to. `attention` names a person, and is left out."""
    given = things(location.get("addresses")) or things(location.get("physical_addresses"))
    physical = [each for each in given if (text(each.get("address_type")) or "physical").lower() == "physical"]
    parts = next(iter([*physical, *given]), None)
    if parts is None:
        return Address()
    street = [line(parts.get(name), problems) for name in ("address_1", "address_2")]
    region = line(parts.get("region"), problems)
    return Address(
        ", ".join(filter(None, street)) or None,
        line(parts.get("city"), problems),
        line(parts.get("state_province"), problems) or region,
        postcode(line(parts.get("postal_code"), problems), problems),
        country_of(parts.get("country"), problems),
    )
