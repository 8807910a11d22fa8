"""The addresses of the organisation's side, of links to answer with, and where one is answered."""

from uuid import UUID

from litestar import Request, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.people.guards import address_of, open_to_all, publisher, reader
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing.groups import answering, inbox, links, register
from jointly.prescribing.groups.schemas import AskedByLink, Inbox, LinkNow, LookAt, MadeLink, NewAnswer, Register


@get("/inbox", guards=[publisher])
async def read_inbox(session: NamedDependency[Session], house: NamedDependency[House]) -> Inbox:
    """Who was sent to the publisher's organisation, each with only what it needs."""
    return await inbox.inbox(house, session=session)


@get("/register", guards=[publisher])
async def read_register(session: NamedDependency[Session], house: NamedDependency[House]) -> Register:
    """The sessions of these days, with who is expected at each."""
    return await register.register(house, session=session)


@put("/prescriptions/{prescription:uuid}/link/{link:uuid}", guards=[reader])
async def make_answer_link(
    prescription: FromPath[UUID],
    link: FromPath[UUID],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> MadeLink:
    """A link with which a group without an account answers once. Asking again with the same id gives the same link."""
    return await links.make(house, session=session, prescription=prescription, id=link)


@get("/prescriptions/{prescription:uuid}/link", guards=[reader])
async def read_answer_link(
    prescription: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> LinkNow:
    """How the newest link of a suggestion stands."""
    return await links.now_of(house, session=session, prescription=prescription)


@delete("/prescriptions/{prescription:uuid}/link", guards=[reader], status_code=204)
async def end_answer_link(
    prescription: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> None:
    """Nobody answers this by a link any more."""
    await links.end(house, session=session, prescription=prescription)


@post("/answer/look", guards=[open_to_all], status_code=200)
async def look_at_answer(request: Request, data: JSONBody[LookAt], house: NamedDependency[House]) -> AskedByLink:
    """What a group is asked by a link."""
    return await answering.look(house, code=data.code, address=address_of(request))


@post("/answer", guards=[open_to_all], status_code=200)
async def answer_by_link(request: Request, data: JSONBody[NewAnswer], house: NamedDependency[House]) -> AskedByLink:
    """The one answer that a group gives by a link."""
    return await answering.answer(house, said=data, address=address_of(request))


router = Router(
    path="/",
    route_handlers=[
        read_inbox,
        read_register,
        make_answer_link,
        read_answer_link,
        end_answer_link,
        look_at_answer,
        answer_by_link,
    ],
    tags=["groups"],
)
