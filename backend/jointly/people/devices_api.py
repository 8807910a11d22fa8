"""The devices on which somebody is signed in, recovery codes, and another device."""

from uuid import UUID

from litestar import Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from jointly.people import devices, recovery
from jointly.people.guards import proved, signed_in
from jointly.people.house import House
from jointly.people.signing_in_schemas import OwnSessions, RecoveryCodes, RecoveryCodesLeft, SecondDevice
from jointly.people.vault import Session


@get("/sessions", guards=[signed_in])
async def list_sessions(session: NamedDependency[Session], house: NamedDependency[House]) -> OwnSessions:
    """Where I am signed in."""
    return OwnSessions(sessions=await devices.own_sessions(house, session=session))


@delete("/sessions/{device:uuid}", guards=[signed_in], status_code=204)
async def end_session(device: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """Signs a device of mine out. What it holds is cleared when it is next heard of."""
    await devices.end_session(house, session=session, device=device)


@post("/sessions/end-others", guards=[signed_in], status_code=204)
async def end_other_sessions(session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """Signs every device of mine out but this one."""
    await devices.end_others(house, session=session)


@get("/recovery-codes", guards=[signed_in])
async def count_recovery_codes(session: NamedDependency[Session], house: NamedDependency[House]) -> RecoveryCodesLeft:
    """How many recovery codes I have left."""
    left, made_at = await recovery.left(house, session=session)
    return RecoveryCodesLeft(left=left, made_at=made_at)


@post("/recovery-codes", guards=[signed_in, proved], status_code=200)
async def make_recovery_codes(session: NamedDependency[Session], house: NamedDependency[House]) -> RecoveryCodes:
    """Eight new recovery codes, shown this once. Every earlier one ends."""
    return RecoveryCodes(codes=await recovery.make(house, session=session))


@post("/second-device", guards=[signed_in, proved], status_code=200)
async def second_device(session: NamedDependency[Session], house: NamedDependency[House]) -> SecondDevice:
    """A code that opens my record on another device; good for 10 minutes and once."""
    return await devices.second_device(house, session=session)


router = Router(
    path="/",
    route_handlers=[
        list_sessions,
        end_session,
        end_other_sessions,
        count_recovery_codes,
        make_recovery_codes,
        second_device,
    ],
    tags=["devices"],
)
