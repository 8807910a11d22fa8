"""What an operator can ask of a running service, or of its files when none runs. `control` carries these."""

import json
from pathlib import Path
from uuid import UUID

from jointly.kit.errors import Refusal
from jointly.listings.taking_in import operating as feeds
from jointly.listings.whereabouts import operating as postcodes
from jointly.people import audit, audit_checking, organisations, staff
from jointly.people import service as people
from jointly.people.house import House
from jointly.people.rules import PUBLISHER, STAFF
from jointly.people.schemas import Code
from jointly.people.staff_schemas import NewStaff
from jointly.prescribing.arriving import dropping
from jointly.record import lives
from jointly.reminders import operating as reminders
from jointly.reports.deprivation import operating as imd

CALLED_LENGTH = 60


async def code(house: House, *, role: str, kind: str, called: str | None, person: str | None) -> dict:
    """A join code: for new people, for one new person, or (with `person`, an id) to open a record again.

    Raises `ValueError` for a name where there is nobody to give it to, and one that is too long.
    """
    who = _id(person) if person else None
    called = _name(called, new_person=kind == "person" and who is None)
    if who is not None:
        known = await house.vault.known(who)
        if known is None:
            raise Refusal(404, "no-such-person")
        if known.role in STAFF:
            raise ValueError("Staff sign in with a passkey: jointly staff invite --again ID makes a new invitation.")
        kind, role = "person", known.role
    elif kind == "person":
        who = await people.make_person(house, role=role, called=called, purpose="make a code")
    made = await people.make_code(house, kind=kind, role=role, person=who)
    return _told(made)


async def staff_invite(house: House, *, role: str, called: str, organisation: str | None, again: str | None) -> dict:
    """An invitation for somebody who is to work here, or (`again`, an id) who does and lost their passkey.

    A publisher's organisation is made when there is none of that name. Raises `ValueError` for what does not fit.
    """
    if again:
        return _told(await staff.invite_again(house, person=_id(again)))
    if (role == PUBLISHER) != (organisation is not None):
        raise ValueError("--organisation is for a publisher, and a publisher needs one.")
    name = _name(called, new_person=True)
    open_ones = [one for one in await organisations.organisations(house) if not one.ended_at] if organisation else []
    known = next((one for one in open_ones if one.name == organisation), None)
    if organisation and known is None:
        known = await organisations.make(house, session=None, name=organisation)
    new = NewStaff(role=role, called=name, organisation=known and known.id)
    return _told(await staff.invite(house, session=None, new=new))


async def staff_list(house: House) -> dict:
    """Everybody who works or worked here, newest first."""
    return {"staff": [one.model_dump(mode="json") for one in await staff.members(house, session=None)]}


async def staff_end(house: House, *, person: str) -> dict:
    """Ends somebody's work here: nobody signs in as them again."""
    await staff.end(house, session=None, person=_id(person))
    return {"ended": person}


async def list_people(house: House) -> dict:
    """Everybody with a record or a code waiting, at most 1,000, newest first."""
    found = await people.everybody(house, patients_only=False)
    event = audit.did(None, "listed", chain=house.service, what=["people"], count=len(found), purpose="run the service")
    await audit.keep(house, event)
    return {"people": [one.model_dump(mode="json") | {"role": role} for role, one in found]}


async def backup(house: House, *, to: str, vault_to: str | None) -> dict:
    """Copies of the main database and, when asked, of the vault, made while the service goes on."""
    await house.db.backup_to(Path(to))
    if vault_to:
        await house.vault.backup_to(Path(vault_to))
    return {"to": to, "vault_to": vault_to}


async def erase(house: House, *, person: str) -> dict:
    """Erases a person for good; harmless for somebody who was erased already."""
    who = _id(person)
    if await house.vault.known(who) is None and who not in await house.vault.erased():
        raise Refusal(404, "no-such-person")
    await lives.erase(house, person=who, session=None)
    return {"erased": person}


async def audit_heads(house: House, *, to: str) -> dict:
    """Writes how far every chain of the audit has come; never over a file that is there."""
    found = await audit_checking.heads(house)
    with Path(to).open("x", encoding="utf-8") as file:
        json.dump({str(chain): [head.number, head.hash.hex()] for chain, head in sorted(found.items())}, file, indent=0)
    return {"chains": len(found), "to": to}


async def audit_verify(house: House, *, heads: str | None) -> dict:
    """Works out every chain of the audit again; `heads` is a file that `audit_heads` wrote earlier."""
    checked = await audit_checking.verify(house, _heads(Path(heads)) if heads else None)
    shown = checked.unfit[: audit_checking.SHOWN]
    unfit = [{"chain": str(one.chain), "number": one.number, "why": audit_checking.WHY[one.why]} for one in shown]
    return {
        "chains": checked.chains,
        "rows": checked.rows,
        "unfit": unfit,
        "more": len(checked.unfit) - len(shown),
    }


def _heads(file: Path) -> audit_checking.Heads:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {
            UUID(chain): audit_checking.Head(int(number), bytes.fromhex(hash)) for chain, (number, hash) in kept.items()
        }
    except (ValueError, TypeError, AttributeError):
        raise ValueError(f"{file} was not written by jointly audit heads.") from None


def _told(made: Code) -> dict:
    return {"code": made.code, "link": made.link, "ends_at": made.ends_at.isoformat()}


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise ValueError(f"{text[:60]!r} is not an id. `jointly people` lists everybody with theirs.") from None


def _name(called: str | None, *, new_person: bool) -> str | None:
    if called is None:
        return None
    if not new_person:
        raise ValueError("--called names one new person: it goes with neither a service code nor --open.")
    if not 1 <= len(called.strip()) <= CALLED_LENGTH:
        raise ValueError(f"--called takes 1 to {CALLED_LENGTH} characters.")
    return called.strip()


OWN = {
    "code": code,
    "people": list_people,
    "staff_invite": staff_invite,
    "staff_list": staff_list,
    "staff_end": staff_end,
    "backup": backup,
    "erase": erase,
    "audit_heads": audit_heads,
    "audit_verify": audit_verify,
}
VERBS = OWN | feeds.VERBS | postcodes.VERBS | imd.VERBS | dropping.VERBS | reminders.VERBS
