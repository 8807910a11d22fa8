"""Verbs: what there is to tell whoever is signed in, and that they have seen it."""

from jointly.kit import clock
from jointly.notices import units
from jointly.notices.schemas import Notice, Seen
from jointly.people.house import House
from jointly.people.vault import Session


async def notices(house: House, *, session: Session) -> list[Notice]:
    """The last 200, the newest first."""
    me = session.person
    rows = await house.db.read(units.of, me, actor=me, subject=me, purpose="list notices")
    return [Notice(**dict(zip(Notice.model_fields, row, strict=True))) for row in rows]


async def see(house: House, *, session: Session, seen: Seen) -> None:
    """Marks notices as seen. Somebody else's stay as they are; doing it again changes nothing."""
    me = session.person
    await house.db.run(units.see, me, seen.ids, clock.now(), actor=me, subject=me, purpose="see notices")
