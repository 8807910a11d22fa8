"""The dates on which something does not run, as feeds write them: local dates, or instants."""

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from jointly.listings.model import Problem
from jointly.listings.reading.moments import day, in_utc
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import items, text

_MOST = 400


def exceptions_of(value: Any, zone: ZoneInfo, problems: list[Problem]) -> tuple[tuple[date, ...], tuple[datetime, ...]]:
    """Local dates, and instants in UTC. Whether an instant means its local day is for the expansion to say."""
    days: set[date] = set()
    instants: set[datetime] = set()
    for found in (text(item) for item in items(value)[:_MOST]):
        if found is None:
            continue
        if re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", found):
            local = day(found, problems, "schedule-exception-wrong")
            days.update({local} if local else ())
            continue
        try:
            read = datetime.fromisoformat(found)
        except ValueError:
            read = None
        at = in_utc(read if read.tzinfo else read.replace(tzinfo=zone)) if read else None
        if at is None:
            note(problems, "schedule-exception-wrong", found)
        else:
            instants.add(at)
    return tuple(sorted(days)), tuple(sorted(instants))
