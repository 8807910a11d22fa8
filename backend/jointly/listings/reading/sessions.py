"""One date of a series, from OpenActive's ScheduledSession or Event: what differs from the series is kept with it."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from jointly.listings.dates.clocks import LONDON
from jointly.listings.dates.naming import named_start, occurrence_id
from jointly.listings.model import Occurrence, Place, Problem, Schedule, Service
from jointly.listings.reading.cleaning import line, words
from jointly.listings.reading.links import link
from jointly.listings.reading.merging import named
from jointly.listings.reading.moments import minutes, moment
from jointly.listings.reading.organisations import without_people
from jointly.listings.reading.places import place_of
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import tail, thing, whole

CANCELLED = frozenset({"EventCancelled", "EventPostponed"})
"""What is put off does not take place then either."""
_RANGE = re.compile(r"(?<![\d:.])(\d{1,2})[:.](\d{2})\s*(?:-|–|to|until)\s*\d{1,2}[:.]\d{2}")
KNOWN = CANCELLED | {"EventScheduled", "EventRescheduled", "EventMovedOnline", ""}


def session_of(
    given: Mapping[str, Any],
    service: Service,
    dataset: UUID,
    problems: list[Problem],
) -> Occurrence | None:
    """One date; none when its start cannot be read. `given` is tidy, and not merged with its series."""
    if given.get("startDate") is None:
        note(problems, "start-missing", named(given))
        return None
    start = moment(given.get("startDate"), problems)
    if start is None:
        return None
    planned = _planned(given, start, service.schedules)
    place = _other_place(given, service.place, dataset, problems)
    name = line(given.get("name"), problems)
    name = without_people(name, [given.get("leader"), given.get("contributor")], problems) if name else None
    page, summary = link(given.get("url"), problems), words(given.get("description"), problems)
    return Occurrence(
        id=occurrence_id(service.id, planned),
        original_start=planned,
        start=start,
        end=end_of(given, start, problems),
        status=status_of(given, planned != start, problems),
        explicit=True,
        capacity=whole(given.get("maximumAttendeeCapacity")),
        remaining=whole(given.get("remainingAttendeeCapacity")),
        place=place,
        url=page if page != service.url else None,
        name=name if name != service.name else None,
        words=summary if summary != service.summary else None,
    )


def end_of(given: Mapping[str, Any], start: datetime, problems: list[Problem]) -> datetime | None:
    """When it ends: as said, else after its own length. An end before the start is none."""
    end = moment(given.get("endDate"), problems) if given.get("endDate") is not None else None
    if end is not None and end < start:
        note(problems, "end-before-start", f"{given.get('startDate')} to {given.get('endDate')}")
        return None
    if end is None and given.get("duration") is not None:
        length = minutes(given.get("duration"), problems)
        end = start + timedelta(minutes=length) if length else None
    return end if end != start else None


def status_of(given: Mapping[str, Any], moved: bool, problems: list[Problem]) -> Any:
    """Whether it goes ahead, then or at another time."""
    status = tail(given.get("eventStatus"))
    if status not in KNOWN:
        note(problems, "status-unknown", status)
    if status in CANCELLED:
        return "cancelled"
    return "moved" if moved or status == "EventRescheduled" else "scheduled"


def compare_text(service: Service, dates: Sequence[Occurrence], problems: list[Problem]) -> None:
    """Tells when the text names times, from one to another, and not one of them is a start of the sessions."""
    starts = {schedule.start for schedule in service.schedules if schedule.start}
    starts |= {f"{date.start.astimezone(LONDON):%H:%M}" for date in dates}
    said = [f"{int(hour):02}:{minute}" for hour, minute in _RANGE.findall(f"{service.name}\n{service.summary or ''}")]
    if said and starts and not starts & set(said):
        note(problems, "time-in-text", ", ".join(said))


def _planned(given: Mapping[str, Any], start: datetime, schedules: Sequence[Schedule]) -> datetime:
    """The start it was planned for: named by its id through a schedule's template, or said outright; else its own."""
    by_name = named_start(named(given) or "", schedules)
    return by_name or moment(given.get("previousStartDate"), []) or start


def _other_place(given: Mapping[str, Any], usual: Place | None, dataset: UUID, problems: list[Problem]) -> Place | None:
    if not thing(given.get("location")) and not isinstance(given.get("location"), str):
        return None
    place = place_of(given.get("location"), dataset, problems)
    return place if place != usual else None
