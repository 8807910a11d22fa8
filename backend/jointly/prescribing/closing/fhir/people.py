"""Patient, the practices, the workers, the referrers, and the organisations they belong to."""

from typing import Any

from jointly.content.speaking import Speak
from jointly.prescribing.closing.fhir import codes
from jointly.prescribing.closing.fhir.bundle import Entries, Reference, concept
from jointly.prescribing.closing.letter import clean
from jointly.prescribing.closing.model import ClosingMessage, Person, Practice, Referrer, Telecom, Worker


def patient(message: ClosingMessage, entries: Entries, speak: Speak) -> Reference:
    """The person. The preferred way of contact has no field of its own in FHIR: the narrative says it."""
    one = message.person
    practices = [role for each in message.practices for role in _practice(each, entries)]
    full = {
        "use": "official",
        "text": one.name.written,
        "family": " ".join(one.name.family),
        "given": one.name.given,
        "prefix": [one.name.title],
    }
    return entries.add(
        "Patient",
        one.id,
        extension=_extensions(one),
        identifier=_identifiers(one, speak),
        name=[full, {"use": "usual", "text": one.name.preferred} if one.name.preferred else {}],
        telecom=[*_telecoms("phone", one.phones), *_telecoms("email", one.emails)],
        gender=one.sex,
        birthDate=one.born_on,
        deceasedBoolean=True if message.ending.outcome == "died" else None,
        address=[_address(one)],
        contact=[{"relationship": [concept(each.relationship)], "name": {"text": each.name}} for each in one.contacts],
        generalPractitioner=practices,
    )


def _extensions(one: Person) -> list[dict[str, Any]]:
    ethnicity = concept("", codes.ETHNIC_CATEGORIES, one.ethnicity)
    found = [{"url": codes.ETHNIC_CATEGORY, "valueCodeableConcept": ethnicity}] if one.ethnicity else []
    gender = {"url": codes.GENDER_IDENTITY, "valueCodeableConcept": concept(one.gender)}
    return [*found, gender] if one.gender else found


def _identifiers(one: Person, speak: Speak) -> list[dict[str, Any]]:
    status = {
        "url": codes.NHS_NUMBER_STATUS,
        "valueCodeableConcept": concept("", codes.NHS_NUMBER_STATUSES, one.nhs_number_status),
    }
    nhs = {
        "extension": [status] if one.nhs_number_status else [],
        "system": codes.NHS_NUMBER,
        "value": one.nhs_number,
    }
    others = [{"type": concept(speak(f"closing-id-{each.kind}")), "value": each.value} for each in one.other_ids]
    return [*([nhs] if one.nhs_number else []), *others]


def _telecoms(system: str, found: tuple[Telecom, ...]) -> list[dict[str, Any]]:
    return [{"system": system, "value": one.value, "use": one.kind, "rank": one.preference} for one in found]


def _address(one: Person) -> dict[str, Any]:
    if one.address is None:
        return {}
    use = {"home": "home", "temporary": "temp"}.get(one.address.kind, "")
    kind = "postal" if one.address.kind == "correspondence" else ""
    return {"use": use, "type": kind, "line": one.address.lines, "postalCode": one.address.postcode}


def _practice(one: Practice, entries: Entries) -> list[Reference]:
    place = entries.add(
        "Organization",
        f"practice/{one.code}",
        identifier=[{"system": codes.ODS_CODE, "value": one.code}] if one.code else [],
        name=one.details,
    )
    if not one.gp:
        return [place]
    gp = entries.add("Practitioner", f"gp/{one.code}/{one.gp}", name=[{"text": one.gp}])
    return [place, entries.add("PractitionerRole", f"gp/{one.code}/{one.gp}", practitioner=gp, organization=place)]


def organisation(name: str, entries: Entries) -> Reference | None:
    """An organisation that is known by its name; the same name is the same organisation."""
    return entries.add("Organization", f"name/{name}", name=name) if clean(name) else None


def worker(one: Worker, entries: Entries) -> Reference:
    """Somebody of the service, in their role."""
    who = entries.add("Practitioner", one.id, name=[{"text": one.name}])
    return entries.add(
        "PractitionerRole",
        f"worker/{one.id}",
        practitioner=who,
        organization=organisation(one.service, entries),
        code=[concept(one.role)] if one.role else [],
        telecom=_contact(one.contact),
    )


def referrer(one: Referrer, entries: Entries) -> Reference:
    """Who referred, in their role."""
    key = f"referrer/{one.name}/{one.organisation}"
    who = entries.add("Practitioner", key, name=[{"text": one.name}])
    return entries.add(
        "PractitionerRole",
        key,
        practitioner=who,
        organization=organisation(one.organisation, entries),
        code=[concept(text) for text in (one.role, one.team, one.service) if text],
        telecom=_contact(one.contact),
    )


def _contact(words: str) -> list[dict[str, str]]:
    """Contact details as they were typed: an address of e-mail has an @, and nothing else is guessed."""
    said = clean(words)
    return [{"system": "email" if "@" in said and " " not in said else "other", "value": said}] if said else []
