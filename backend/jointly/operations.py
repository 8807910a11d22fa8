"""What an operator can ask of a running service, or of its files when none runs. `control` carries these."""

from pathlib import Path
from uuid import UUID

from jointly.kit.errors import Refusal
from jointly.people import service as people
from jointly.people.house import House
from jointly.record import service as record


async def code(house: House, *, role: str, kind: str, called: str | None, person: str | None) -> dict:
    """A join code: for new people, for one new person, or (with `person`, an id) to open a record again."""
    who = UUID(person) if person else None
    if who is not None:
        known = await house.vault.known(who)
        if known is None:
            raise Refusal(404, "no-such-person")
        kind, role = "person", known[1]
    elif kind == "person":
        who = await people.make_person(house, role=role, called=called, purpose="make a code")
    made = await people.make_code(house, kind=kind, role=role, person=who)
    return {"code": made.code, "link": made.link, "ends_at": made.ends_at.isoformat()}


async def backup(house: House, *, to: str, vault_to: str | None) -> dict:
    """Copies of the main database and, when asked, of the vault, made while the service goes on."""
    await house.db.backup_to(Path(to))
    if vault_to:
        await house.vault.backup_to(Path(vault_to))
    return {"to": to, "vault_to": vault_to}


async def erase(house: House, *, person: str) -> dict:
    """Erases a person for good."""
    await record.erase(house, person=UUID(person), actor=None)
    return {"erased": person}


VERBS = {"code": code, "backup": backup, "erase": erase}
