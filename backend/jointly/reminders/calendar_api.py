"""Somebody's reminders as a private calendar: the channel that needs nobody. Who has the link can read it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from litestar import Request, Response, Router, get
from litestar.params import FromPath

from jointly.content import Speak
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.guards import open_to_all
from jointly.people.house import House
from jointly.reminders.api import pathways_of
from jointly.reminders.channels.calendar import Item, calendar_of
from jointly.reminders.messages import Telling, title_of
from jointly.reminders.planning import Pathways, plan_of
from jointly.reminders.rules.grouping import together
from jointly.reminders.rules.planning import NEWS

MINUTES = 15
"""How long an item takes in a calendar: it is a reminder, not an appointment."""
LONGEST_TOKEN = 64


@get("/{file:str}", guards=[open_to_all], include_in_schema=False)
async def own_calendar(request: Request, file: FromPath[str]) -> Response[bytes]:
    """The calendar behind a private link; a link that was ended, or never was, leads nowhere."""
    state = request.app.state
    found = await calendar(state.house, state.speak, pathways_of(request), token=file.removesuffix(".ics"))
    headers = {"Cache-Control": "private, no-store", "Content-Disposition": 'inline; filename="reminders.ics"'}
    return Response(found, media_type="text/calendar; charset=utf-8", headers=headers)


async def calendar(house: House, speak: Speak, pathways: Pathways, *, token: str) -> bytes:
    """What comes in the next two weeks, in titles as discreet as on a lock screen. Raises a 404 `Refusal`."""
    who = {"group": house.service, "purpose": "give out a private calendar"}
    digest = house.index_key.digest(b"calendar" + token[:LONGEST_TOKEN].encode())
    rows = await house.db.read(_whose, digest, **who)
    if not rows:
        raise Refusal(404, "no-such-calendar")
    [(person, kept)] = rows
    now = clock.now()
    plan = await plan_of(house, pathways, person, now, kept)
    if plan is None or plan.standing.wishes is None:
        return calendar_of(speak("reminder-calendar"), [], host=_host(house), changed_at=now)
    zone = plan.standing.wishes.zone
    groups = together(one for one in plan.items if one.at > now and one.kind not in NEWS)
    items = [_item(group, zone, plan.manner.detailed, speak) for group in groups]
    # It says when it was made, to the hour: a reader that asks again within one is given the same.
    changed_at = now.replace(minute=0, second=0, microsecond=0)
    return calendar_of(speak("reminder-calendar"), items, host=_host(house), changed_at=changed_at)


def _item(group: list, zone: ZoneInfo, detailed: bool, speak: Speak) -> Item:
    first = group[0]
    start: datetime = first.at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
    telling = Telling(first.id, tuple(one.kind for one in group), detailed=detailed)
    return Item(first.key, start, str(zone), MINUTES, title_of(telling, speak), speak("reminder-body"))


def _host(house: House) -> str:
    return house.origin.partition("://")[2].partition(":")[0]


def _whose(digest: bytes):
    return (yield Query("select person, sealed from reminded where calendar = ?", (digest,)))


router = Router(path="/open/reminders", route_handlers=[own_calendar])
