"""OpenActive into the one model: a series with its sessions, or an event that stands alone."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from jointly.listings.model import Problem, Taken
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.finishing import finished
from jointly.listings.reading.merging import embedded, named, whole_item
from jointly.listings.reading.moments import minutes, when_changed
from jointly.listings.reading.openactive_service import service_of
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import JSON_LD, tail, things, tidy
from jointly.listings.reading.schedules import is_day, only_day
from jointly.listings.reading.sessions import compare_text, session_of

SERIES = frozenset({"SessionSeries", "EventSeries", "CourseInstance", "Course", "OnDemandEvent", "HeadlineEvent"})
SINGLE = frozenset({"Event", "ScheduledSession", "OnDemandEvent", "HeadlineEvent"})
"""They are dates themselves. A headline event may also hold others."""
NOT_USED = frozenset({"Slot", "FacilityUse", "IndividualFacilityUse", "Place", "Organization", "Person", "Concept"})


def read_series(
    parent: Any,
    children: Sequence[Any],
    *,
    feed: FeedFacts,
    now: datetime,
    changed_at: datetime | None = None,
) -> Taken:
    """One series and its sessions, as they came. A lone event is a parent without children.

    A session that holds its series is read with that one; a session without any is not shown. `changed_at` is when the
    source last changed it, if its feed tells.
    """
    problems: list[Problem] = []
    sessions = [child for given in children if isinstance(child := tidy(given, JSON_LD), dict)]
    item = tidy(parent, JSON_LD) if parent is not None else None
    if (
        isinstance(item, dict)
        and tail(item.get("@type")) == "ScheduledSession"
        and (embedded(item) or "superEvent" in item)
    ):
        item, sessions = None, [item, *sessions]
    if item is None and (parent is None or sessions):
        item = _embedded_series(sessions)
        if item is None:
            note(problems, "parent-missing")
    elif not isinstance(item, dict):
        note(problems, "item-unreadable")
        item = None
    if item is None:
        return Taken(service=None, problems=tuple(problems))
    return _read(item, sessions, feed, now, changed_at, problems)


def _read(
    item: Mapping[str, Any],
    sessions: list[dict[str, Any]],
    feed: FeedFacts,
    now: datetime,
    changed_at: datetime | None,
    problems: list[Problem],
) -> Taken:
    kind = tail(item.get("@type")).strip()
    if kind in NOT_USED:
        note(problems, "kind-not-used", kind)
        return Taken(service=None, problems=tuple(problems))
    if kind not in SERIES | SINGLE:
        note(problems, "type-unknown", kind or None)
    whole = whole_item(item)
    service = service_of(whole, feed, problems, changed_at or when_changed(whole.get("dateModified")) or now)
    if service is None:
        return Taken(service=None, problems=tuple(problems))
    single = kind in SINGLE or (kind not in SERIES and "startDate" in item and "eventSchedule" not in item)
    if single and not sessions and is_day(item.get("startDate")):
        service = replace(service, schedules=(*service.schedules, only_day(item, service.id, problems)))
    if kind not in SINGLE and whole.get("duration") is not None:
        # What is said of a whole course is told here; sessions have their own lengths.
        minutes(whole.get("duration"), problems)
    dates = _all_dates(item, sessions, single and not sessions)
    found: list[Problem] = []
    explicit = [made for given in dates if (made := session_of(given, service, feed.dataset, found))]
    for problem in found:
        note(problems, problem.code, problem.found)
    compare_text(service, explicit, problems)
    if service.status == "cancelled":
        explicit = [replace(date, status="cancelled") for date in explicit]
    return finished(service, explicit, now, problems, found)


def _embedded_series(sessions: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The series inside the first session that holds one. One without an id goes by the session's."""
    for session in sessions:
        series = embedded(session)
        if series:
            return series if named(series) else {**series, "@id": named(session)}
    return None


def _all_dates(item: Mapping[str, Any], sessions: list[dict[str, Any]], is_date: bool) -> list[Mapping[str, Any]]:
    """The sessions given, those inside the item that were not given too, and the item itself where it is a date."""
    known = {named(session) for session in sessions} - {None}
    inside = [given for given in things(item.get("subEvent")) if named(given) not in known]
    timeless = "eventSchedule" in item or (tail(item.get("@type")) == "OnDemandEvent" and "startDate" not in item)
    return [*sessions, *inside, *([item] if is_date and not inside and not timeless else [])]
