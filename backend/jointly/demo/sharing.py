"""Who sees what in the demonstration: Margaret shares with the team and with her daughter; Dev with nobody yet."""

from uuid import NAMESPACE_URL, UUID, uuid5

from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.people import sharing
from jointly.people.house import House
from jointly.people.schemas import Role
from jointly.people.sharing_schemas import NewShare
from jointly.people.vault import Session
from jointly.sync import opening

TEAM, DAUGHTER = (uuid5(NAMESPACE_URL, f"jointly:demonstration/{name}") for name in ("team", "daughter"))


async def share_with_the_team(house: House, *, giver: UUID, advisor: UUID) -> None:
    """Margaret's advisor sees her pain, exercise and check-ins, may write for her, and has looked once."""
    why = "So that Sam can see how it goes, and write down what I say on the telephone."
    share = NewShare(with_kind="service", scopes=["pain", "exercise", "checkins", "notes"], may_write=True, why=why)
    await sharing.put(house, session=session_of(house, giver, "patient"), id=TEAM, share=share)
    await opening.open_record(house, session=session_of(house, advisor, "advisor"), person=giver, before=None)


async def share_with_a_carer(house: House, *, giver: UUID, carer: UUID) -> None:
    """Her daughter took up a code, sees pain and exercise, and may write for her."""
    why = "She helps me when my hands are bad."
    share = NewShare(with_kind="person", called="Joan", scopes=["pain", "exercise"], may_write=True, why=why)
    me = session_of(house, giver, "patient")
    if (await sharing.put(house, session=me, id=DAUGHTER, share=share)).with_id is None:
        code = await sharing.carer_code(house, session=me, id=DAUGHTER)
        daughter = session_of(house, carer, "carer")
        await sharing.accept(house, session=daughter, typed=code.code, address="demonstration")


def session_of(house: House, person: UUID, role: Role) -> Session:
    """A session as a device of theirs would have it."""
    return Session(
        person=person,
        device=uuid7(),
        service=house.service,
        organisation=None,
        role=role,
        device_name="demonstration",
        heard_at=clock.now(),
    )
