"""The addresses of somebody's own support."""

from uuid import UUID

from litestar import Router, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.people.guards import signed_in
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing import own
from jointly.prescribing.own_schemas import NewOwnReferral, OwnReferral


@get("/referrals/mine", guards=[signed_in])
async def list_mine(session: NamedDependency[Session], house: NamedDependency[House]) -> list[OwnReferral]:
    """Where my support stands, the newest first."""
    return await own.mine(house, session=session)


@put("/referrals/mine/{referral:uuid}", guards=[signed_in])
async def ask_for_support(
    referral: FromPath[UUID],
    data: JSONBody[NewOwnReferral],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> list[OwnReferral]:
    """I ask for support. Asking again is harmless."""
    return await own.ask(house, session=session, id=referral, new=data)


router = Router(path="/", route_handlers=[list_mine, ask_for_support], tags=["prescribing"])
