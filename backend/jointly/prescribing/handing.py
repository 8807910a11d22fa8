"""Who has an episode in hand: taking it on, handing it over, and what goes with it.

Of two who take it on at once the second is refused and told who has it. Whoever says whose place they take has seen
that, and takes it over.
"""

from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House
from jointly.people.names import names
from jointly.prescribing.rules.moves import Refused


def over(referral: UUID, person: UUID, service: UUID, by: UUID, owner: UUID, instead_of: UUID | None):
    """Unit, in the transaction of a step whose referral is locked: its suggestions go to `owner` with it. Raises
    `Refused`: `step-taken` when somebody else has it, whom whoever takes it has not named."""
    [(has,)] = yield Query("select owner from referral where id = ?", (referral,))
    if has not in (service, owner, by, instead_of):
        raise Refused("step-taken")
    theirs = "person = ? and service = ? and (referral = ? or (referral is null and state <> 'closed'))"
    given = (person, service, referral)
    yield Query(f"update prescription set owner = ? where {theirs}", (owner, *given))  # nosec B608 # the names are ours, every value is bound
    # What came while nobody had it was written for nobody: now there is somebody to read it.
    yield Query(
        f"update notice set person = ? where person = ? and about in (select id from prescription where {theirs})",  # nosec B608 # the names are ours, every value is bound
        (owner, service, *given),
    )


async def refusal(house: House, referral: UUID, who: dict) -> Refusal:
    """Tells whoever came second who has it."""
    has = await house.db.read(_owner, referral, **who)
    return Refusal(409, "step-taken", who=(await names(house, [has])).get(has, "none"))


def _owner(referral: UUID):
    [(owner,)] = yield Query("select owner from referral where id = ?", (referral,))
    return owner
