"""What people wrote down before a journey begins, as an earlier phone of theirs sent it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from jointly.kit.ids import uuid7

ZONE = "Europe/London"
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day(ago: int = 0) -> date:
    """The day on the phones of this country, `ago` days before today."""
    return datetime.now(ZoneInfo(ZONE)).date() - timedelta(days=ago)


def this_morning(at: str) -> datetime:
    """Today at a time of day."""
    return datetime.fromisoformat(f"{day()}T{at}").replace(tzinfo=ZoneInfo(ZONE))


def written(kind: str, body: dict, *, days_ago: int = 0, at: str = "10:00") -> dict:
    """An entry as an earlier phone made it, `days_ago` at a time of day."""
    instant = datetime.fromisoformat(f"{day(days_ago)}T{at}").replace(tzinfo=ZoneInfo(ZONE))
    fields = {"at": instant.isoformat(timespec="seconds"), "zone": ZONE, "body": body}
    return {"id": str(uuid7(int(instant.timestamp() * 1000))), "kind": kind} | fields


def plan_for_every_day(*, weeks: int = 3, times: tuple[str, ...] = ("10:00",)) -> dict:
    """A knee and hip plan with exercises on each day of the week, so that today is one of them."""
    started_on = day(7 * weeks).isoformat()
    days = {day: list(times) for day in WEEK}
    body = {"programme": "knee-hip", "started_on": started_on, "days": days, "paused": None}
    return written("plan", body, days_ago=7 * weeks)


def exercised(slug: str, *, days_ago: int, pain: int | None = 2, confident: bool | None = True) -> dict:
    """One exercise done whole at level 1."""
    body = {"programme": "knee-hip", "exercise": slug, "level": 1, "gentle": False, "outcome": "done", "sets": 2}
    return written("exercise", body | {"pain": pain, "effort": 4, "confident": confident}, days_ago=days_ago)


def settled(*, days_ago: int) -> dict:
    """What was done `days_ago` had settled by the next morning."""
    on = day(days_ago).isoformat()
    return written("settled", {"on": on, "settled": True}, days_ago=days_ago - 1, at="08:00")
