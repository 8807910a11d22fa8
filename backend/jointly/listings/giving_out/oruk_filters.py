"""Which services somebody asks for: the parameters of the Open Referral UK 3 interface."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jointly.listings.dates.days import every
from jointly.listings.dates.rrule import CODES
from jointly.listings.geo import km_between
from jointly.listings.giving_out.oruk_terms import terms_of
from jointly.listings.model import DAYS, Schedule, Service

PER_PAGE = 50
MOST_PER_PAGE = 500
_DAY_OF = {code: day for day, code in CODES.items()} | {day.upper(): day for day in DAYS}
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for; what is not given is not asked. Ages are years of somebody who needs it, times `HH:MM`.

    `near` and `metres` go together, and only count for services at places.
    """

    words: str | None = None
    term: UUID | None = None
    taxonomy: UUID | None = None
    organisation: UUID | None = None
    changed_after: datetime | None = None
    youngest: float | None = None
    oldest: float | None = None
    from_time: str | None = None
    to_time: str | None = None
    day: str | None = None
    near: Spot | None = None
    metres: float | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


def day_of(text: str) -> str | None:
    """A weekday that somebody asks for: `MO`, `mon` or `Monday`."""
    return _DAY_OF.get(text.strip().upper()) or _DAY_OF.get(text.strip().upper()[:3])


def chosen(services: Sequence[Service], wanted: Wanted) -> list[Service]:
    """Those that fit, in their order."""
    tests = [test for test in (_words, _terms, _who, _ages, _times, _near) if not wanted.everything]
    return [service for service in services if all(test(service, wanted) for test in tests)]


def _words(service: Service, wanted: Wanted) -> bool:
    said = f"{service.name}\n{service.organisation.name}\n{service.summary or ''}".casefold()
    return all(word in said for word in (wanted.words or "").casefold().split())


def _terms(service: Service, wanted: Wanted) -> bool:
    if wanted.term is None and wanted.taxonomy is None:
        return True
    return any(
        wanted.term in (None, term.id) and wanted.taxonomy in (None, term.taxonomy.id) for term in terms_of(service)
    )


def _who(service: Service, wanted: Wanted) -> bool:
    ours = wanted.organisation in (None, service.organisation.id)
    return ours and (wanted.changed_after is None or service.changed_at > wanted.changed_after)


def _ages(service: Service, wanted: Wanted) -> bool:
    young = wanted.youngest is None or service.max_age is None or service.max_age >= wanted.youngest
    return young and (wanted.oldest is None or service.min_age is None or service.min_age <= wanted.oldest)


def _times(service: Service, wanted: Wanted) -> bool:
    if wanted.day is None and wanted.from_time is None and wanted.to_time is None:
        return True
    return any(_runs(schedule, wanted) for schedule in service.schedules)


def _runs(schedule: Schedule, wanted: Wanted) -> bool:
    first = (DAYS[schedule.start_on.weekday()],) if schedule.start_on and every(schedule) in (None, "week") else DAYS
    return (
        (wanted.day is None or wanted.day in (schedule.days or first))
        and (wanted.from_time is None or (schedule.start or "") >= wanted.from_time)
        and (wanted.to_time is None or (schedule.end or schedule.start or "99") <= wanted.to_time)
    )


def _near(service: Service, wanted: Wanted) -> bool:
    if wanted.near is None:
        return True
    place = service.place
    if place is None or place.lat is None or place.lon is None or service.attendance == "online":
        return False
    return km_between(*wanted.near, place.lat, place.lon) * 1000 <= (wanted.metres or 0)
