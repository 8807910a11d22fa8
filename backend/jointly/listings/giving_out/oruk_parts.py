"""Parts of an Open Referral UK 3 service: who, where, when, for how much. Every id is a UUID that stays the same."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any
from uuid import UUID, uuid5

from jointly.listings.dates.days import every
from jointly.listings.dates.rrule import CODES
from jointly.listings.giving_out.ical import is_planned
from jointly.listings.giving_out.openactive_schedules import end_of
from jointly.listings.giving_out.plain import line, link, mail, words
from jointly.listings.giving_out.wording import date_words
from jointly.listings.model import DAYS, Occurrence, Organisation, Place, Schedule, Service


def said(**values: Any) -> dict[str, Any]:
    """The values that are there: what is not stated is left out."""
    return {name: value for name, value in values.items() if value not in (None, "", [], ())}


def organization(by: Organisation) -> dict[str, Any]:
    """Who runs it."""
    return said(
        id=str(by.id),
        name=line(by.name),
        description=words(by.description) or line(by.name),
        website=link(by.url),
        email=mail(by.email),
        phones=phones(by.id, by.phone),
        organization_identifiers=_identifiers(by),
    )


def phones(owner: UUID, number: str | None) -> list[dict[str, Any]]:
    """A telephone number; the UK's schema has none, HSDS does."""
    found = line(number)
    return [{"id": str(uuid5(owner, "phone")), "number": found}] if found else []


def at_locations(service: Service) -> list[dict[str, Any]]:
    """Where one can go, and that it is online."""
    places = [location(service.place)] if service.place and service.attendance != "online" else []
    if service.attendance != "in-person":
        places.append({"id": str(uuid5(service.id, "online")), "location_type": "virtual", "name": "Online"})
    return [
        {
            "id": str(uuid5(service.id, f"at {place['id']}")),
            "service_id": str(service.id),
            "location_id": place["id"],
            "location": place,
        }
        for place in places
    ]


def location(place: Place) -> dict[str, Any]:
    """A place. An address is there as a whole, or not at all; coordinates when they are its own."""
    known = place.lat is not None and place.located != "outcode"
    return said(
        id=str(place.id),
        location_type="physical",
        name=line(place.name),
        latitude=place.lat if known else None,
        longitude=place.lon if known else None,
        external_identifier=place.uprn,
        external_identifier_type="UPRN" if place.uprn else None,
        addresses=_addresses(place),
        accessibility=[{"id": str(uuid5(place.id, "access")), "description": words(place.access_note)}]
        if words(place.access_note)
        else [],
        phones=phones(place.id, place.phone),
        url=link(place.url),
    )


def schedules(service: Service, spoken: Sequence[Occurrence] = ()) -> list[dict[str, Any]]:
    """When it runs. What the format cannot repeat is said in words, and so is what `spoken` says of single dates."""
    return [
        _schedule(one, service, [at for at in spoken if is_planned(one, at.original_start.astimezone(UTC))])
        for one in service.schedules
    ]


def costs(service: Service) -> list[dict[str, Any]]:
    """What it costs, in pounds."""
    return [
        said(
            id=str(uuid5(service.id, f"cost {number}")),
            service_id=str(service.id),
            option=line(price.name),
            currency=price.currency,
            amount_description=line(price.words),
        )
        | {"amount": price.pence / 100 if price.pence % 100 else price.pence // 100}
        for number, price in enumerate(service.prices)
    ]


def contacts(service: Service) -> list[dict[str, Any]]:
    """Whom to ask. An e-mail address is the service's, not a person's."""
    numbers = phones(service.id, service.contact_phone)
    found = said(name=line(service.contact_name), phones=numbers)
    return [{"id": str(uuid5(service.id, "contact")), "service_id": str(service.id), **found}] if found else []


def _identifiers(by: Organisation) -> list[dict[str, Any]]:
    if not by.charity:
        return []
    scheme = "GB-SC" if by.charity.startswith("SC") else "GB-NIC" if by.charity.startswith("NIC") else "GB-CHC"
    return [
        {
            "id": str(uuid5(by.id, "charity")),
            "organization_id": str(by.id),
            "identifier_scheme": scheme,
            "identifier_type": "Charity number",
            "identifier": by.charity,
        }
    ]


def _addresses(place: Place) -> list[dict[str, Any]]:
    parts = said(
        address_1=line(place.street),
        city=line(place.locality),
        state_province=line(place.region) or line(place.locality),
        postal_code=line(place.postcode),
    )
    if len(parts) < 4:
        return []
    ids = {"id": str(uuid5(place.id, "address")), "location_id": str(place.id)}
    return [{**ids, **parts, "country": place.country, "address_type": "physical"}]


def _schedule(one: Schedule, service: Service, spoken: Sequence[Occurrence]) -> dict[str, Any]:
    repeats = every(one)
    days = one.days
    if repeats == "week" and not days and one.start_on:
        days = (DAYS[one.start_on.weekday()],)
    # There is no daily: it is weekly on all seven, or on those that are named.
    weekly = repeats == "week" or (repeats == "day" and one.interval == 1)
    days = days or (DAYS if weekly else ())
    weeks = one.weeks if repeats == "month" else ()
    by_number = repeats == "month" and not days
    first = one.start_on
    return said(
        id=str(one.id),
        service_id=str(service.id),
        dtstart=first and first.isoformat(),
        freq="WEEKLY" if weekly else "MONTHLY" if repeats == "month" else None,
        interval=one.interval if repeats else None,
        byday=",".join(f"{week}{CODES[day]}" for week in weeks or ("",) for day in days) if repeats else None,
        bymonthday=",".join(map(str, one.month_days or ((first.day,) if first else ()))) if by_number else None,
        opens_at=one.start,
        closes_at=end_of(one),
        valid_from=first and first.isoformat(),
        valid_to=_last(one, repeats),
        count=one.count if repeats else None,
        attending_type={"in-person": "venue", "online": "online"}.get(service.attendance),
        schedule_link=link(service.booking_url),
        description=_in_words(one, repeats, spoken),
    )


def _last(one: Schedule, repeats: str | None) -> str | None:
    last = one.ends_on or (one.start_on if not repeats else None)
    return last.isoformat() if last else None


def _in_words(one: Schedule, repeats: str | None, spoken: Sequence[Occurrence]) -> str | None:
    off = [f"{day.day} {day:%B %Y}" for day in one.except_on]
    days = f"Every {one.interval} days." if repeats == "day" and one.interval > 1 else None
    once = "Once." if repeats is None and one.start_on else None
    never = f"Not on {', '.join(off)}." if off else None
    return " ".join(filter(None, (words(one.note), once, days, never, *map(date_words, spoken)))) or None
