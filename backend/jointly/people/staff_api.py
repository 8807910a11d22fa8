"""Who works for the service and with it: staff and organisations, for its managers."""

from uuid import UUID

from litestar import Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.people import organisations, staff
from jointly.people.guards import manager, proved, signed_in
from jointly.people.house import House
from jointly.people.rules import MANAGERS
from jointly.people.schemas import Code
from jointly.people.staff_schemas import NewOrganisation, NewStaff, Organisation, Organisations, Staff, Team
from jointly.people.vault import Session


@get("/staff", guards=[manager])
async def list_staff(session: NamedDependency[Session], house: NamedDependency[House]) -> Staff:
    """Everybody who works here, and who did."""
    return Staff(staff=await staff.members(house, session=session))


@post("/staff", guards=[manager, proved], status_code=200)
async def invite_staff(
    data: JSONBody[NewStaff], session: NamedDependency[Session], house: NamedDependency[House]
) -> Code:
    """A person and their invitation, good for 3 days and once. It is shown this once."""
    return await staff.invite(house, session=session, new=data)


@delete("/staff/{person:uuid}", guards=[manager, proved], status_code=204)
async def end_staff(person: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """Shuts the account of somebody who works here no more, and ends their sessions."""
    await staff.end(house, session=session, person=person)


@get("/team", guards=[signed_in])
async def list_team(session: NamedDependency[Session], house: NamedDependency[House]) -> Team:
    """The advisors and link workers with whom whoever is signed in can share their diary by name."""
    return Team(team=await staff.team(house, session=session))


@get("/organisations", guards=[signed_in])
async def list_organisations(session: NamedDependency[Session], house: NamedDependency[House]) -> Organisations:
    """The organisations that work with the service; its managers also see those that did."""
    found = await organisations.organisations(house)
    return Organisations(organisations=[one for one in found if session.role in MANAGERS or one.ended_at is None])


@post("/organisations", guards=[manager, proved], status_code=200)
async def make_organisation(
    data: JSONBody[NewOrganisation], session: NamedDependency[Session], house: NamedDependency[House]
) -> Organisation:
    """A new organisation; its publishers are invited as staff."""
    return await organisations.make(house, session=session, name=data.name)


@delete("/organisations/{id:uuid}", guards=[manager, proved], status_code=204)
async def end_organisation(
    id: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> None:
    """Ends the work with an organisation, and shuts the accounts of its publishers."""
    await staff.end_organisation(house, session=session, id=id)


router = Router(
    path="/",
    route_handlers=[
        list_staff,
        invite_staff,
        end_staff,
        list_team,
        list_organisations,
        make_organisation,
        end_organisation,
    ],
    tags=["service"],
)
