"""The addresses of reminders."""

from typing import Annotated

from litestar import Request, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody, Parameter

from jointly.people.guards import open_to_all, signed_in
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.reminders import acting, service, stopping, subscribing
from jointly.reminders.planning import Pathways
from jointly.reminders.schemas import (
    CalendarLink,
    NewSubscription,
    OwnSubscription,
    Rehearsal,
    Reminders,
    RoundsWished,
    Said,
    ToldList,
    Tried,
)


@get("/reminders", guards=[signed_in])
async def see_reminders(session: NamedDependency[Session], house: NamedDependency[House]) -> Reminders:
    """How I can be reached here, and when I last was."""
    return await service.reminders(house, session=session)


@get("/reminders/rehearsal", guards=[signed_in])
async def rehearse(
    request: Request,
    session: NamedDependency[Session],
    house: NamedDependency[House],
    days: FromQuery[Annotated[int, Parameter(ge=1, le=14)]] = 14,
) -> Rehearsal:
    """What I will be told in the next days, as everything stands."""
    return await service.rehearsal(house, session=session, pathways=pathways_of(request), days=days)


@get("/reminders/told", guards=[signed_in])
async def list_told(session: NamedDependency[Session], house: NamedDependency[House]) -> ToldList:
    """What I was told, and why."""
    return await service.told(house, session=session)


@post("/reminders/test", guards=[signed_in], status_code=202)
async def try_reminder(session: NamedDependency[Session], house: NamedDependency[House]) -> Tried:
    """Send me one now, to see that it comes."""
    return await service.test(house, session=session)


@get("/reminders/device", guards=[signed_in])
async def see_subscription(session: NamedDependency[Session], house: NamedDependency[House]) -> OwnSubscription:
    """Whether this browser is pushed to."""
    return await subscribing.own(house, session=session)


@put("/reminders/device", guards=[signed_in], status_code=204)
async def subscribe(
    data: JSONBody[NewSubscription], session: NamedDependency[Session], house: NamedDependency[House]
) -> None:
    """Push to this browser. It says so at each start."""
    await subscribing.subscribe(house, session=session, new=data)


@delete("/reminders/device", guards=[signed_in], status_code=204)
async def unsubscribe(session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """Do not push to this browser any more."""
    await subscribing.unsubscribe(house, session=session)


@get("/reminders/rounds", guards=[signed_in])
async def see_rounds(session: NamedDependency[Session], house: NamedDependency[House]) -> RoundsWished:
    """What I am reminded of at work."""
    return await service.rounds(house, session=session)


@put("/reminders/rounds", guards=[signed_in], status_code=204)
async def wish_rounds(
    data: JSONBody[RoundsWished], session: NamedDependency[Session], house: NamedDependency[House]
) -> None:
    """What I want to be reminded of at work."""
    await service.wish_rounds(house, session=session, wished=data)


@post("/reminders/calendar", guards=[signed_in], status_code=200)
async def make_calendar(session: NamedDependency[Session], house: NamedDependency[House]) -> CalendarLink:
    """A new private link to my reminders as a calendar; the one before ends."""
    return await service.make_calendar(house, session=session)


@delete("/reminders/calendar", guards=[signed_in], status_code=204)
async def end_calendar(session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """End the private link."""
    await service.end_calendar(house, session=session)


@post("/reminders/emails", guards=[signed_in], status_code=204)
async def want_emails_again(session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """Write to me again, after I ended e-mails by the link in one."""
    await stopping.want_again(house, session=session)


@post("/reminders/said", guards=[open_to_all], status_code=204)
async def hear(data: JSONBody[Said], house: NamedDependency[House]) -> None:
    """What a notification answers: that it was shown, "Done", or "Later". Its token is all it needs."""
    await acting.hear(house, said=data)


def pathways_of(request: Request) -> Pathways:
    """The pathways of the content that is served."""
    return request.app.state.pathways


router = Router(
    path="/",
    route_handlers=[
        see_reminders,
        rehearse,
        list_told,
        try_reminder,
        see_subscription,
        subscribe,
        unsubscribe,
        see_rounds,
        wish_rounds,
        make_calendar,
        end_calendar,
        want_emails_again,
        hear,
    ],
    tags=["reminders"],
)
