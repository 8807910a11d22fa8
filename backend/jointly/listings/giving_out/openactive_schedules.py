"""Schedules and times as OpenActive writes them: local times with their zone, lengths in ISO 8601."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from jointly.listings.dates.clocks import LONDON, clock_of
from jointly.listings.dates.days import every
from jointly.listings.dates.rrule import CODES
from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.plain import line
from jointly.listings.model import DAYS, Day, Schedule, Service

_NAMES = dict(zip(DAYS, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], strict=True))
_UNITS = {"day": "D", "week": "W", "month": "M"}


def event_schedules(service: Service, root: str) -> list[dict[str, Any]]:
    """Every schedule: one that makes dates is a Schedule, any other a PartialSchedule, which only tells."""
    return [_schedule(schedule, service.id, root) for schedule in service.schedules]


def moment(at: datetime) -> str:
    """An instant with the offset that clocks in the UK have then."""
    return at.astimezone(LONDON).isoformat(timespec="seconds")


def span(length: timedelta) -> str:
    """A length, such as `PT1H30M`."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return f"PT{f'{hours}H' if hours else ''}{f'{minutes}M' if minutes or not hours else ''}"


def _schedule(schedule: Schedule, listing: UUID, root: str) -> dict[str, Any]:
    whole = not schedule.usual and schedule.start_on and schedule.start and end_of(schedule)
    repeats = every(schedule)
    made: dict[str, Any] = {"@type": "Schedule" if whole else "PartialSchedule"}
    if whole:
        made |= {
            "scheduledEventType": "ScheduledSession",
            "idTemplate": addresses.session_template(root, listing),
            "urlTemplate": f"{addresses.page(root, listing)}?start={{startDate}}",
        }
    made |= _says(
        startDate=schedule.start_on and schedule.start_on.isoformat(),
        endDate=(schedule.ends_on or (schedule.start_on if not repeats else None)),
        startTime=schedule.start,
        endTime=end_of(schedule),
        duration=_length(schedule),
        scheduleTimezone=schedule.zone,
        repeatFrequency=f"P{schedule.interval}{_UNITS[repeats]}" if repeats else None,
        repeatCount=schedule.count or (None if repeats else 1),
        byDay=_by_day(schedule, repeats),
        byMonthDay=_by_month_day(schedule, repeats),
        exceptDate=[day.isoformat() for day in schedule.except_on]
        + [f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in schedule.except_at],
    )
    if whole and not repeats:
        # A Schedule has to say how it repeats: once is a week of which there is one.
        made |= {"repeatFrequency": "P1W", "byDay": [_day(DAYS[schedule.start_on.weekday()])]}
    return made


def _by_day(schedule: Schedule, repeats: str | None) -> list[str]:
    days = schedule.days
    if repeats == "week" and not days and schedule.start_on:
        days = (DAYS[schedule.start_on.weekday()],)
    if repeats == "month" and schedule.weeks:
        return [f"{week}{CODES[day]}" for week in schedule.weeks for day in days]
    return [_day(day) for day in days]


def _by_month_day(schedule: Schedule, repeats: str | None) -> list[int]:
    if repeats != "month" or schedule.days:
        return list(schedule.month_days)
    return list(schedule.month_days or ((schedule.start_on.day,) if schedule.start_on else ()))


def _day(day: Day) -> str:
    return f"https://schema.org/{_NAMES[day]}"


def end_of(schedule: Schedule) -> str | None:
    """The clock when it ends, as stated or after its length."""
    start = clock_of(schedule.start or "")
    if schedule.minutes is None or start is None:
        return schedule.end
    return f"{datetime.combine(date(2000, 1, 1), start) + timedelta(minutes=schedule.minutes):%H:%M}"


def _length(schedule: Schedule) -> str | None:
    start, end = clock_of(schedule.start or ""), clock_of(schedule.end or "")
    if schedule.minutes is not None:
        return span(timedelta(minutes=schedule.minutes))
    if start is None or end is None or end <= start:
        return None
    return span(datetime.combine(date.min, end) - datetime.combine(date.min, start))


def _says(**said: Any) -> dict[str, Any]:
    texts = {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}
    return {name: line(value) if isinstance(value, str) else value for name, value in texts.items() if value}
