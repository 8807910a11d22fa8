"""The addresses of calendars, of what is new, and of the list that others may frame."""

from uuid import UUID

from litestar import Request, Response, Router, get
from litestar.params import FromPath

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.listings.giving_out import addresses, ical, listed, reading, rss
from jointly.listings.giving_out.answering import answer, asked
from jointly.people.guards import open_to_all
from jointly.people.setup import present

QUARTER = 900
"""Seconds that an answer may be kept: a date that is cancelled is known elsewhere soon after."""
WHO = {"purpose": "give out listings"}


@get("/ical/{file:str}", guards=[open_to_all], include_in_schema=False)
async def listing_calendar(request: Request, file: FromPath[str]) -> Response[bytes]:
    """The calendar of one listing."""
    house, _ = asked(request)
    out = await house.db.read(reading.with_dates, _id(file), clock.now(), **WHO)
    if out is None:
        raise Refusal(404, "no-such-listing")
    return _calendar(request, ical.calendar_of(out.service.name, [out], root=house.origin))


@get("/ical/organisation/{file:str}", guards=[open_to_all], include_in_schema=False)
async def organisation_calendar(request: Request, file: FromPath[str]) -> Response[bytes]:
    """The calendar of everything that an organisation runs."""
    house, _ = asked(request)
    name, outs = await _organisation(request, _id(file))
    return _calendar(request, ical.calendar_of(name, outs, root=house.origin))


@get("/rss", guards=[open_to_all], include_in_schema=False)
async def news(request: Request) -> Response[bytes]:
    """What is new or has changed."""
    house, _ = asked(request)
    services, _ = await house.db.read(reading.page, rss.MOST, 0, **WHO)
    made = rss.rss_of((await present(house)).name, services, root=house.origin)
    return answer(request, made, "application/rss+xml; charset=utf-8", keep=QUARTER)


@get("/list/{organisation:uuid}", guards=[open_to_all], include_in_schema=False)
async def framed_list(request: Request, organisation: FromPath[UUID]) -> Response[bytes]:
    """What an organisation runs, for its own site to show in a frame."""
    house, _ = asked(request)
    name, outs = await _organisation(request, organisation)
    services = [out.service for out in outs]
    ids = [service.id for service in services]
    dates = await house.db.read(reading.dates_to_come, ids, clock.now(), listed.DATES, **WHO)
    page = listed.page(name, organisation, services, dates, root=house.origin, speak=request.app.state.speak)
    framed = {"content-security-policy": listed.POLICY}
    return answer(request, page.encode(), "text/html", keep=QUARTER, headers=framed)


async def _organisation(request: Request, id: UUID) -> tuple[str, list[ical.Out]]:
    found = await request.app.state.house.db.read(reading.of_organisation, id, clock.now(), **WHO)
    if found is None:
        raise Refusal(404, "no-such-organisation")
    return found


def _calendar(request: Request, made: bytes) -> Response[bytes]:
    return answer(request, made, "text/calendar", keep=QUARTER)


def _id(file: str) -> UUID:
    """The id that a file is named after."""
    try:
        return UUID(file.removesuffix(".ics"))
    except ValueError:
        raise Refusal(404, "no-such-listing") from None


router = Router(path=addresses.OPEN, route_handlers=[listing_calendar, organisation_calendar, news, framed_list])
