"""A listing as Open Referral UK 3 has it: as a row of a list, in full, and at each of its places."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid5

from jointly.kit.clock import rfc3339
from jointly.listings.facets import is_free
from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.oruk_parts import (
    at_locations,
    contacts,
    costs,
    organization,
    said,
    schedules,
)
from jointly.listings.giving_out.oruk_terms import row_of, terms_of
from jointly.listings.giving_out.plain import line, link, mail, words
from jointly.listings.model import Occurrence, Service


def row(service: Service, root: str) -> dict[str, Any]:
    """A row of a list: no schedules, places, contacts, costs or attributes."""
    free = "Free" if is_free(service) else None
    return said(
        id=str(service.id),
        organization_id=str(service.organisation.id),
        name=line(service.name),
        description=words(service.summary) or line(service.name),
        url=link(service.url) or addresses.page(root, service.id),
        email=mail(service.contact_email),
        status="active" if service.status == "active" else "inactive",
        fees=words(service.price_words) or free,
        eligibility_description=words(service.eligibility),
        minimum_age=service.min_age,
        maximum_age=service.max_age,
        assured_date=service.checked_at and service.checked_at.date().isoformat(),
        last_modified=rfc3339(service.changed_at),
        jointly_to_bring=words(service.to_bring),
        jointly_capacity=service.capacity,
    )


def full(service: Service, root: str, spoken: Sequence[Occurrence] = ()) -> dict[str, Any]:
    """One service with everything that belongs to it. `spoken` are dates to come that are off or moved: the format has
    no dates of its own, so its schedules say them in words."""
    return row(service, root) | said(
        organization=organization(service.organisation),
        languages=[
            {"id": str(uuid5(service.id, f"language {number}")), "service_id": str(service.id), "name": line(name)}
            for number, name in enumerate(service.languages)
            if line(name)
        ],
        schedules=schedules(service, spoken),
        cost_options=costs(service),
        contacts=contacts(service),
        service_at_locations=at_locations(service),
        attributes=[
            {
                "id": str(uuid5(service.id, f"attribute {one.uri}")),
                "link_id": str(service.id),
                "taxonomy_term_id": str(one.id),
                "link_type": "service",
                "taxonomy_term": row_of(one),
            }
            for one in terms_of(service)
        ],
    )


def at_places(service: Service, root: str) -> list[dict[str, Any]]:
    """The service at each of its places."""
    return [{**at, "service": row(service, root)} for at in at_locations(service)]


def envelope(contents: list[dict[str, Any]], *, total: int, page: int, per_page: int) -> dict[str, Any]:
    """A page of a list. `size` is how many are on it."""
    pages = -(-total // per_page)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": len(contents),
        "first_page": page == 1,
        "last_page": page >= pages,
        "empty": not contents,
        "contents": contents,
    }
