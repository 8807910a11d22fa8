"""The rows of the search table that a listing makes."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.finding.words import plain
from jointly.listings.model import DAYS, Occurrence, Place, Schedule, Service

LONDON = ZoneInfo("Europe/London")
NO_DAY = 7
WEEKS_AHEAD = 104
LONGEST = 1_500
"""Letters that are searched: name, group, place and activities come first."""


class FindRow(NamedTuple):
    """A row of `find`, without its id, its listing, its facets and its words."""

    day: int
    lat: float | None
    lon: float | None
    minute: int | None
    next_at: int | None


def rows_of(service: Service, occurrences: Iterable[Occurrence], now: datetime) -> list[FindRow]:
    """Where and when it can be found: a row for each weekday, start and place of its dates to come.

    Something that goes on now has a row for it where nothing else is to come. Something with usual times and no dates
    has a row for each usual day, and something without either one for no day; so has something whose dates to come are
    all off, for people who meant to go. What had dates and has none left is not found. What is both online and in a
    place is found as both, and what is at several places at each.
    """
    ahead = [one for one in occurrences if (one.end or one.start) >= now]
    on = [one for one in ahead if one.status != "cancelled"]
    soonest: dict[tuple, int] = {}
    for one in [one for one in on if one.start >= now] or on:
        for lat, lon in _spots(service, one.place):
            local = one.start.astimezone(LONDON)
            key = (local.weekday(), lat, lon, local.hour * 60 + local.minute)
            at = int(one.start.timestamp())
            soonest[key] = min(at, soonest.get(key, at))
    if soonest:
        return [FindRow(*key, next_at) for key, next_at in sorted(soonest.items(), key=str)]
    when = sorted(set(_usual(service, now)), key=str)
    if not when and not ahead and _is_over(service, now):
        return []
    return [
        FindRow(day, lat, lon, minute, None)
        for day, minute in when or [(NO_DAY, None)]
        for lat, lon in _spots(service, None)
    ]


def _is_over(service: Service, now: datetime) -> bool:
    """Whether it had dates and none is left; what begins, or goes on, only in some months is not over."""
    if not service.schedules or any(one.usual and not _has_ended(one, now) for one in service.schedules):
        return False
    ahead, _ = occurrences_of(service.id, service.schedules, now=now, weeks=WEEKS_AHEAD)
    return not ahead


def _has_ended(schedule: Schedule, now: datetime) -> bool:
    return schedule.ends_on is not None and schedule.ends_on < now.astimezone(LONDON).date()


def words_of(service: Service) -> str:
    """What typed words are looked for in."""
    place = service.place
    said: Sequence[str | None] = (
        service.name,
        service.organisation.name,
        place and place.name,
        place and place.locality,
        *(text for also in service.also_at for text in (also.name, also.locality)),
        *(concept.label for concept in service.activities),
        *(concept.label for concept in service.topics),
        service.summary,
    )
    return plain(" ".join(filter(None, said))[:LONGEST])


def _spots(service: Service, moved_to: Place | None) -> list[tuple[float | None, float | None]]:
    places = [moved_to] if moved_to else [service.place, *service.also_at]
    spots = dict.fromkeys((place.lat, place.lon) for place in places if place and place.lat is not None)
    here = list(spots) if service.attendance != "online" else []
    return [*here, (None, None)] if service.attendance != "in-person" or not here else here


def _usual(service: Service, now: datetime) -> Iterable[tuple[int, int | None]]:
    for schedule in service.schedules:
        if schedule.usual and not _has_ended(schedule, now):
            hour, _, minute = (schedule.start or "").partition(":")
            at = int(hour) * 60 + int(minute) if hour else None
            yield from ((DAYS.index(day), at) for day in schedule.days)
