"""The addresses of publishing: a publisher's own, the service's, and where anybody says that it wasn't on."""

from uuid import UUID

from litestar import Request, Router, delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.listings.cards import When
from jointly.listings.publishing import overseeing, service
from jointly.listings.publishing.schemas import (
    Board,
    Came,
    DateChange,
    Mine,
    NewListing,
    NewReport,
    Profile,
    ReportSaid,
    TakenBack,
    ToLookAt,
    Waiting,
)
from jointly.people.guards import at_work, manager, open_to_all, publisher, team
from jointly.people.house import House
from jointly.people.schemas import Wire
from jointly.people.vault import Session


class Answer(Wire):
    """What came of a report: put right, found to be right as it was, or that nothing can be done."""

    answer: Came


@get("/board", guards=[publisher])
async def read_board(request: Request, session: NamedDependency[Session], house: NamedDependency[House]) -> Board:
    """Everything that the publisher's organisation publishes here, with what is to be confirmed."""
    return await service.board(house, session=session, activities=request.app.state.content.activities)


@put("/profile", guards=[publisher])
async def say_who(
    request: Request, data: JSONBody[Profile], session: NamedDependency[Session], house: NamedDependency[House]
) -> Board:
    """The public side of the organisation."""
    activities = request.app.state.content.activities
    return await service.keep_profile(house, session=session, profile=data, activities=activities)


@put("/listings/{listing:uuid}", guards=[publisher])
async def put_listing(
    request: Request,
    listing: FromPath[UUID],
    data: JSONBody[NewListing],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Mine:
    """Publishes a listing, changes it or keeps a draft. The phone makes its id, so that asking again is harmless."""
    whereabouts, activities = request.app.state.whereabouts, request.app.state.content.activities
    return await service.put_listing(
        house, session=session, id=listing, said=data, whereabouts=whereabouts, activities=activities
    )


@delete("/listings/{listing:uuid}", guards=[publisher])
async def delete_listing(
    listing: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> None:
    """Deletes a listing for good: a draft too, with everything that it says of anybody."""
    await service.delete_listing(house, session=session, id=listing)


@get("/listings/{listing:uuid}/dates", guards=[publisher])
async def list_dates(
    listing: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> list[When]:
    """The dates of the next 12 weeks, with those that are cancelled or moved."""
    return await service.dates(house, session=session, id=listing)


@put("/listings/{listing:uuid}/date", guards=[publisher])
async def change_date(
    listing: FromPath[UUID],
    data: JSONBody[DateChange],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Mine:
    """Cancels or moves one date, or has it as the others again."""
    return await service.change_date(house, session=session, id=listing, change=data)


@put("/listings/{listing:uuid}/correct", guards=[publisher])
async def confirm_listing(
    listing: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> Mine:
    """Still correct: one tap."""
    return await service.confirm(house, session=session, id=listing)


@put("/listings/{listing:uuid}/correct/taken-back", guards=[publisher])
async def take_confirmation_back(
    listing: FromPath[UUID],
    data: JSONBody[TakenBack],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Mine:
    """Pressed by mistake: it is as fresh as it was before, and never fresher."""
    return await service.take_back(house, session=session, id=listing, checked_at=data.checked_at)


@get("/to-look-at", guards=[at_work])
async def count_to_look_at(session: NamedDependency[Session], house: NamedDependency[House]) -> ToLookAt:
    """How much waits: it stands where somebody begins, so that nobody has to go and look."""
    return await overseeing.to_look_at(house, session=session)


@get("/waiting", guards=[manager])
async def list_waiting(session: NamedDependency[Session], house: NamedDependency[House]) -> list[Waiting]:
    """Organisations that publish for the first time, with what they would show."""
    return await overseeing.waiting(house, session=session)


@put("/approved/{organisation:uuid}", guards=[manager], status_code=204)
async def approve_publisher(
    organisation: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> None:
    """What the organisation publishes is found from now on."""
    await overseeing.approve(house, session=session, organisation=organisation)


@get("/reports", guards=[at_work])
async def list_reports(session: NamedDependency[Session], house: NamedDependency[House]) -> list[ReportSaid]:
    """Reports that a listing was wrong: a publisher's own, or all for the others of the service."""
    return await overseeing.reports(house, session=session)


@put("/reports/{report:uuid}", guards=[open_to_all], status_code=204)
async def report_listing(report: FromPath[UUID], data: JSONBody[NewReport], house: NamedDependency[House]) -> None:
    """Somebody says that a listing was wrong. It reaches whoever publishes it; nothing tells who said it.

    The phone makes the report's id, so that one that is sent again is one.
    """
    await overseeing.report(house, session=None, id=report, said=data)


@put("/reports/{report:uuid}/from-staff", guards=[team], status_code=204)
async def report_as_staff(
    report: FromPath[UUID],
    data: JSONBody[NewReport],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> None:
    """One of the team says that a listing was wrong. Whoever publishes elsewhere says it as anybody does."""
    await overseeing.report(house, session=session, id=report, said=data)


@put("/reports/{report:uuid}/answer", guards=[at_work], status_code=204)
async def answer_report(
    report: FromPath[UUID], data: JSONBody[Answer], session: NamedDependency[Session], house: NamedDependency[House]
) -> None:
    """What came of a report."""
    await overseeing.answer(house, session=session, id=report, said=data.answer)


router = Router(
    path="/publishing",
    route_handlers=[
        read_board,
        say_who,
        put_listing,
        delete_listing,
        list_dates,
        change_date,
        confirm_listing,
        take_confirmation_back,
        count_to_look_at,
        list_waiting,
        approve_publisher,
        list_reports,
        report_listing,
        report_as_staff,
        answer_report,
    ],
    tags=["publishing"],
)
