"""The addresses of one way in: a form for who has a referrer's code, and the team's list of what arrived."""

from uuid import UUID

from litestar import Request, Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.people.guards import address_of, open_to_all, reader
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing.arriving import judging, service
from jointly.prescribing.arriving.schemas import (
    Arrivals,
    ArrivalsCount,
    OutsideReferral,
    Receipt,
    Referring,
    ReferringAs,
    Settled,
    StaffReferral,
)


@post("/refer/look", guards=[open_to_all], status_code=200)
async def look_at_referrer(request: Request, data: JSONBody[Referring], house: NamedDependency[House]) -> ReferringAs:
    """Whose a referrer's code is."""
    return await service.opens(house, typed=data.code, address=address_of(request))


@post("/refer", guards=[open_to_all], status_code=200)
async def refer_from_outside(
    request: Request, data: JSONBody[OutsideReferral], house: NamedDependency[House]
) -> Receipt:
    """Refers somebody with a referrer's code. The answer is the same whether they are known here or not."""
    return await service.from_outside(house, new=data, address=address_of(request))


@put("/referrals/new/{referral:uuid}", guards=[reader])
async def refer_new(
    referral: FromPath[UUID],
    data: JSONBody[StaffReferral],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Receipt:
    """Writes down a referral of somebody who has no record here."""
    return await service.from_team(house, session=session, id=referral, new=data)


@get("/referrals/new", guards=[reader])
async def list_arrivals(session: NamedDependency[Session], house: NamedDependency[House]) -> Arrivals:
    """What arrived and nobody has taken, the longest waiting first, with who may be the same."""
    return await service.arrivals(house, session=session)


@get("/referrals/new/count", guards=[reader])
async def count_arrivals(session: NamedDependency[Session], house: NamedDependency[House]) -> ArrivalsCount:
    """How many arrived whom nobody has taken, and since when the first waits."""
    return await service.waiting(house, session=session)


@put("/referrals/{referral:uuid}/same-as/{person:uuid}", guards=[reader])
async def settle_same(
    referral: FromPath[UUID],
    person: FromPath[UUID],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Settled:
    """Somebody of the team says that who arrived is this person, who is known here. It becomes theirs."""
    return await judging.same(house, session=session, referral=referral, person=person)


@put("/referrals/{referral:uuid}/not-same-as/{person:uuid}", guards=[reader])
async def settle_other(
    referral: FromPath[UUID],
    person: FromPath[UUID],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Settled:
    """Somebody of the team says that who arrived is not this person."""
    return await judging.other(house, session=session, referral=referral, person=person)


router = Router(
    path="/",
    route_handlers=[
        look_at_referrer,
        refer_from_outside,
        refer_new,
        list_arrivals,
        count_arrivals,
        settle_same,
        settle_other,
    ],
    tags=["arrivals"],
)
