"""A physical activity as OpenActive has it: a SessionSeries, and a ScheduledSession for each date that differs.

Other dates follow from the series' Schedule, as OpenActive asks. Properties of our own are not added: validators refuse
what is not in the model. What the model has no field for is said in the description. Coordinates that are only those of
half a postcode stay here: they would put a venue on the map kilometres away.
"""

from typing import Any

from jointly.listings.facets import is_free
from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.openactive_parts import concepts, location, offers, organizer
from jointly.listings.giving_out.openactive_schedules import event_schedules, moment, span
from jointly.listings.giving_out.plain import line, link, words
from jointly.listings.giving_out.wording import also_said
from jointly.listings.model import Occurrence, Service

CONTEXT = "https://openactive.io/"
_MODES = {"in-person": "Offline", "online": "Online", "mixed": "Mixed"}
_GENDERS = {"any": "NoRestriction", "female": "FemaleOnly", "male": "MaleOnly"}
_STATUS = {"scheduled": "EventScheduled", "cancelled": "EventCancelled", "moved": "EventRescheduled"}


def goes_out(service: Service) -> bool:
    """Whether it is a physical activity of OpenActive's list, and says all that every item of OpenActive has to say.

    What it costs must be stated, and it must be found somewhere unless it is online. Peer support goes out this way
    only where its organiser chose such an activity: the list has none for talking.
    """
    placed = service.attendance == "online" or location(service.place, "", service) is not None
    return service.kind != "service" and bool(concepts(service)) and bool(service.prices) and placed


def series_of(service: Service, root: str) -> dict[str, Any]:
    """The series. `root` is where this service is."""
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "SessionSeries",
        "@id": addresses.series(root, service.id),
        "name": line(service.name),
        "description": _description(service),
        "url": link(service.url) or addresses.page(root, service.id),
        "activity": concepts(service),
        "organizer": organizer(service.organisation, root),
        "location": location(service.place, root, service) if service.attendance != "online" else None,
        "eventAttendanceMode": f"https://schema.org/{_MODES[service.attendance]}EventAttendanceMode",
        "eventStatus": "https://schema.org/EventCancelled" if service.status == "cancelled" else None,
        "ageRange": _ages(service),
        "genderRestriction": service.gender and f"https://openactive.io/{_GENDERS[service.gender]}",
        "level": [line(service.level)] if line(service.level) else None,
        "attendeeInstructions": words(service.to_bring),
        "accessibilityInformation": words(service.access_words or (service.place and service.place.access_note)),
        "isAccessibleForFree": True if is_free(service) else None,
        "offers": offers(service),
        "maximumAttendeeCapacity": service.capacity,
        "eventSchedule": event_schedules(service, root) or [{"@type": "PartialSchedule"}],
        "schedulingNote": words(service.usually),
    }
    return {name: value for name, value in made.items() if value is not None}


def session_of(service: Service, date: Occurrence, root: str) -> dict[str, Any]:
    """One date that is not as the series says. It only names its series; a change of that one does not change it."""
    said = [words(date.words), _description(service)] if date.words else []
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "ScheduledSession",
        "@id": addresses.session(root, service.id, date.original_start),
        "superEvent": addresses.series(root, service.id),
        "name": line(date.name),
        "description": "\n\n".join(filter(None, said)) or None,
        "startDate": moment(date.start),
        "eventStatus": f"https://schema.org/{_STATUS[date.status]}",
        "location": location(date.place, root, None) if service.attendance != "online" else None,
        "url": link(date.url) or link(service.url) or addresses.page(root, service.id),
        "maximumAttendeeCapacity": date.capacity,
        "remainingAttendeeCapacity": date.remaining,
    }
    if date.end and date.end > date.start:
        made |= {"endDate": moment(date.end), "duration": span(date.end - date.start)}
    return {name: value for name, value in made.items() if value is not None}


def _description(service: Service) -> str | None:
    """What it is, and after it what has no field of its own."""
    return "\n\n".join(filter(None, (words(service.summary), *also_said(service)))) or None


def _ages(service: Service) -> dict[str, Any]:
    """Always said, as others take a missing one for 18 and over; from 0 on where nothing was stated."""
    made: dict[str, Any] = {"@type": "QuantitativeValue", "minValue": service.min_age or 0}
    return made | ({"maxValue": service.max_age} if service.max_age is not None else {})
