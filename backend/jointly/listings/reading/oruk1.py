"""Open Referral UK 1 into the one model: its service is put into the shape of version 3, and read as that.

Version 1 is only ever taken in. Its names differ (`eligibilitys`, `service_taxonomys`, `regular_schedules`), and how to
attend and who may come are words of the service itself.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from jointly.listings.model import Problem, Service, Taken
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.finishing import finished
from jointly.listings.reading.oruk import service_of
from jointly.listings.reading.oruk_schedules import REMOTE, THERE
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import text, thing, things, tidy

_TAXONOMIES = ("service_taxonomys", "service_taxonomies", "link_taxonomies", "link_taxonomys")


def read_service(data: Any, *, feed: FeedFacts, now: datetime) -> Taken:
    """One service, as `/services/{id}` gives it."""
    problems: list[Problem] = []
    given = tidy(data)
    if not isinstance(given, dict):
        note(problems, "item-unreadable")
        return Taken(service=None, problems=tuple(problems))
    service = service_of(as_version_3(given), feed, now, problems)
    if service is None:
        return Taken(service=None, problems=tuple(problems))
    return finished(_attending(service, given), (), now, problems)


def as_version_3(given: Mapping[str, Any]) -> dict[str, Any]:
    """The service with the names of version 3."""
    eligible = things(given.get("eligibilitys")) or things(given.get("eligibilities"))
    schedules = things(given.get("regular_schedules"))
    at_locations = []
    for at in things(given.get("service_at_locations")):
        own = things(at.get("regular_schedule")) or things(at.get("regular_schedules"))
        at_locations.append({**at, "schedules": [*things(at.get("schedules")), *own]})
    return {
        **given,
        "minimum_age": _first(eligible, "minimum_age"),
        "maximum_age": _first(eligible, "maximum_age"),
        "eligibility_description": _joined(eligible, "eligibility"),
        "schedules": [*things(given.get("schedules")), *schedules],
        "service_at_locations": at_locations,
        "attributes": [_attribute(entry) for name in _TAXONOMIES for entry in things(given.get(name))],
        "languages": [{"name": entry.get("language") or entry.get("name")} for entry in things(given.get("languages"))],
    }


def _attending(service: Service, given: Mapping[str, Any]) -> Service:
    """What `attending_type` and `attending_access` say of the whole service."""
    way = (text(given.get("attending_type")) or "").casefold()
    if way in REMOTE:
        service = replace(service, attendance="mixed" if service.place else "online")
    elif way in THERE and service.attendance == "mixed":
        service = replace(service, attendance="in-person")
    access = (text(given.get("attending_access")) or "").casefold()
    if access == "referral":
        service = replace(service, referral="professional")
    elif access == "drop-in":
        service = replace(service, stated={**service.stated, "drop-in": True})
    return service


def _attribute(entry: Mapping[str, Any]) -> dict[str, Any]:
    """A linked term of a taxonomy, which version 1 nests, or gives as it is."""
    term = thing(entry.get("taxonomy")) or entry
    return {"taxonomy_term": {"id": term.get("id"), "name": term.get("name"), "taxonomy": term.get("vocabulary")}}


def _first(entries: list[dict[str, Any]], name: str) -> Any:
    return next((entry[name] for entry in entries if entry.get(name) is not None), None)


def _joined(entries: list[dict[str, Any]], name: str) -> str | None:
    return "\n".join(dict.fromkeys(filter(None, (text(entry.get(name)) for entry in entries)))) or None
