"""Parts of an OpenActive item: what it is, who runs it, where it is and what it costs."""

from typing import Any

from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.plain import line, link, mail, words
from jointly.listings.model import Organisation, Place, Service

ACTIVITY_LIST = "https://openactive.io/activity-list"


def concepts(service: Service) -> list[dict[str, Any]]:
    """The activities that are terms of OpenActive's list; others have no place in it."""
    return [
        {"@type": "Concept", "@id": concept.id, "prefLabel": line(concept.label), "inScheme": ACTIVITY_LIST}
        for concept in service.activities
        if (concept.id or "").startswith(f"{ACTIVITY_LIST}#")
    ]


def organizer(by: Organisation, root: str) -> dict[str, Any]:
    """Who runs it."""
    made = {
        "@type": "Organization",
        "@id": addresses.listed(root, by.id),
        "name": line(by.name),
        "description": words(by.description),
        "url": link(by.url),
        "email": mail(by.email),
        "telephone": line(by.phone),
    }
    return {name: value for name, value in made.items() if value is not None}


def location(place: Place | None, root: str, service: Service | None) -> dict[str, Any] | None:
    """Where it is: with a whole address, or with true coordinates; none where there is neither.

    The model wants a region in every address. Where none is stated, the town stands for it.
    """
    if place is None:
        return None
    parts = (line(place.street), line(place.locality), line(place.postcode))
    made: dict[str, Any] = {
        "@type": "Place",
        "@id": addresses.place(root, place.id),
        "name": line(place.name) or parts[0] or parts[2],
    }
    if all(parts):
        made["address"] = {
            "@type": "PostalAddress",
            "streetAddress": parts[0],
            "addressLocality": parts[1],
            "addressRegion": line(place.region) or parts[1],
            "postalCode": parts[2],
            "addressCountry": place.country,
        }
    if place.lat is not None and (place.located != "outcode" or not all(parts)):
        made["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    made |= {"telephone": line(place.phone)} if line(place.phone) else {}
    made |= {"url": link(place.url)} if link(place.url) else {}
    features = _features(service)
    made |= {"amenityFeature": features} if features else {}
    return made if made["name"] and ("address" in made or "geo" in made) else None


def offers(service: Service) -> list[dict[str, Any]]:
    """What it costs; free is an offer of 0."""
    made = []
    for price in service.prices:
        offer: dict[str, Any] = {
            "@type": "Offer",
            "name": line(price.name) or line(price.words) or ("Free" if price.pence == 0 else "Session"),
            "price": price.pence / 100 if price.pence % 100 else price.pence // 100,
            "priceCurrency": price.currency,
        }
        if line(price.words):
            offer["description"] = line(price.words)
        if price.min_age is not None:
            offer["ageRestriction"] = {"@type": "QuantitativeValue", "minValue": price.min_age}
        if link(service.booking_url):
            offer["url"] = service.booking_url
        made.append(offer)
    return made


def _features(service: Service | None) -> list[dict[str, Any]]:
    """Parking is the one facet that the model has a word for; of the others only words may be said."""
    if service is None or "parking" not in service.stated:
        return []
    return [{"@type": "Parking", "name": "Parking", "value": service.stated["parking"]}]
