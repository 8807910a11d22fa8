"""What is the same for all sessions of a series, from an OpenActive item that is merged with what is above it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jointly.listings.model import Attendance, Problem, Service
from jointly.listings.reading.ages import age_range
from jointly.listings.reading.cleaning import line, words
from jointly.listings.reading.concepts import activities_of, labels_of, topics_of
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ids import service_id
from jointly.listings.reading.links import link, picture
from jointly.listings.reading.merging import named
from jointly.listings.reading.organisations import organisation_of, without_people
from jointly.listings.reading.places import place_of
from jointly.listings.reading.prices import cost_of
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import items, tail, text, thing
from jointly.listings.reading.raw import whole as whole_number
from jointly.listings.reading.schedules import schedules_of
from jointly.listings.reading.sessions import CANCELLED, KNOWN
from jointly.listings.reading.stating import stated_of

_MODES: Mapping[str, Attendance] = {
    "OfflineEventAttendanceMode": "in-person",
    "OnlineEventAttendanceMode": "online",
    "MixedEventAttendanceMode": "mixed",
}
_GENDERS = {
    **dict.fromkeys(("norestriction", "none", "mixed", "any", "all"), "any"),
    **dict.fromkeys(("femaleonly", "female", "women", "womenonly"), "female"),
    **dict.fromkeys(("maleonly", "male", "men", "menonly"), "male"),
}


def service_of(
    whole: Mapping[str, Any], feed: FeedFacts, problems: list[Problem], changed_at: datetime
) -> Service | None:
    activities = activities_of(whole.get("activity"), problems)
    if not activities:
        note(problems, "activity-missing")
    name = line(whole.get("name"), problems)
    if name is None:
        note(problems, "name-missing")
        name = activities[0].label if activities else None
    if name is None:
        return None
    name = without_people(name, [whole.get("leader"), whole.get("contributor")], problems)
    key = named(whole)
    if key is None:
        note(problems, "id-missing", name)
    id = service_id(feed.dataset, key or name)
    summary = words(whole.get("description") or whole.get("beta:formattedDescription"), problems)
    place = place_of(whole.get("location"), feed.dataset, problems)
    attendance, join_url = _attendance(whole, place is not None, problems)
    cost = cost_of(whole, summary, problems)
    youngest, oldest = age_range(whole.get("ageRange"), problems)
    levels = labels_of(whole.get("level"), problems)
    return Service(
        id=id,
        key=key or name,
        kind=feed.kind,
        name=name,
        organisation=organisation_of(whole.get("organizer") or whole.get("provider"), feed, problems),
        changed_at=changed_at,
        summary=summary,
        attendance=attendance,
        place=place,
        url=link(whole.get("url"), problems),
        booking_url=cost.booking,
        join_url=join_url,
        image=picture(whole.get("image"), problems),
        min_age=youngest,
        max_age=oldest,
        gender=_gender(whole.get("genderRestriction"), problems),
        level=", ".join(levels)[:200] or None,
        status=_status(whole, problems),
        to_bring=words(whole.get("attendeeInstructions"), problems),
        access_words=words(whole.get("accessibilityInformation"), problems),
        price_words=cost.words,
        capacity=whole_number(whole.get("maximumAttendeeCapacity")),
        schedules=schedules_of(whole.get("eventSchedule"), id, problems),
        prices=cost.prices,
        activities=activities,
        topics=topics_of(problems, whole.get("category"), whole.get("accessibilitySupport")),
        stated=stated_of(whole, levels, problems),
        usually=words(whole.get("schedulingNote"), problems),
    )


def _attendance(whole: Mapping[str, Any], placed: bool, problems: list[Problem]) -> tuple[Attendance, str | None]:
    """How to take part, and where to join online. Without a word about it, what is given tells."""
    virtual = whole.get("virtualLocation") or whole.get("beta:virtualLocation")
    join_url = link(thing(virtual).get("url") or text(virtual), problems)
    said = tail(whole.get("eventAttendanceMode"))
    mode = _MODES.get(said)
    if said and mode is None:
        note(problems, "attendance-unknown", said)
    if mode is None and tail(whole.get("@type")) == "OnDemandEvent":
        mode = "online"
    elif mode is None:
        mode = "in-person" if not virtual else "mixed" if placed else "online"
    if mode != "online" and not placed:
        note(problems, "place-missing")
    return mode, join_url


def _gender(value: Any, problems: list[Problem]) -> Any:
    found = {_GENDERS.get(tail(item).casefold(), tail(item)) for item in items(value)} - {""}
    if not found:
        return None
    said = found.pop()
    if found or said not in ("any", "female", "male"):
        note(problems, "gender-unknown", said)
        return None
    return said


def _status(whole: Mapping[str, Any], problems: list[Problem]) -> Any:
    status = tail(whole.get("eventStatus"))
    if status not in KNOWN:
        note(problems, "status-unknown", status)
    return "cancelled" if status in CANCELLED else "active"
