"""One way in: a surgery that refers people with a code, and Rosa, whom it referred and nobody has taken on yet."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from jointly.demo.sharing import session_of
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people import referrers
from jointly.people.codes import code_from
from jointly.people.house import House
from jointly.people.referrers_schemas import NewReferrer
from jointly.prescribing.arriving import service as arriving
from jointly.prescribing.arriving.schemas import NewArrival
from jointly.prescribing.rules import referral
from jointly.prescribing.stepping import today

SURGERY = "Thornbeck Surgery"
WAITED_DAYS = 3
ROSA = NewArrival(
    given_name="Rosa",
    family_name="Illustration",
    born_on=date(1961, 9, 14),
    postcode="LS29 0VM",
    phone="07700 900462",
    prefers="phone",
    referrer="Dr Shah",
    referrer_role="GP",
    contact="0113 496 0140",
    reason="Sore shoulders, looks after her brother, few days of her own",
    own_view="I should like an hour in the week that is mine.",
    agreed="asked",
)


async def fill_arrived(house: House, *, priya: UUID) -> None:
    """Rosa and the surgery's code, once: what somebody then does with them in the demonstration stays."""
    if await referrers.referrers(house):  # the last of it
        return
    id, more = _id(house), {"method": "form", "organisation": SURGERY}
    if await arriving.kept(house, id) is None:
        await arriving.arrive(house, session=None, id=id, source="practice", who=ROSA, more=more)
    came = clock.now() - timedelta(days=WAITED_DAYS)
    await house.db.run(_came, id, came, group=house.service, purpose="demonstration")
    new = NewReferrer(source="practice", name=SURGERY)
    await referrers.make(house, session=session_of(house, priya, "lead"), new=new, code=_code(house))


async def rosa(house: House) -> UUID | None:
    """Rosa, when she is there: no part of the cast, though it is patients that both are."""
    return await house.db.read(_whose, _id(house), group=house.service, purpose="demonstration")


def refer_link(house: House) -> str:
    """Where the surgery refers people: the same at each start."""
    return f"{house.origin}/refer#{referrers.shown(_code(house))}"


def _id(house: House) -> UUID:
    return uuid5(house.service, "demonstration/arrived")


def _whose(id: UUID):
    rows = yield Query("select person from referral where id = ?", (id,))
    return rows[0][0] if rows else None


def _code(house: House) -> str:
    return code_from(house.index_key.digest(b"demonstration/referrer"))


def _came(id: UUID, at: datetime):
    """It came some days ago."""
    yield Query(
        "update referral set received_at = ?, next_on = ? where id = ?",
        (at, referral.next_on("received", today(at)), id),
    )
