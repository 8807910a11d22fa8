"""The closing message as a FHIR R4 document: a Bundle whose first entry, the Composition, says it section by section.

Each resource names its UK Core profile in `meta.profile`. That is a statement of intent: **the profiles are not
validated**, neither here nor in a test. The structure is validated in tests, with the R4B models of `fhir.resources`;
`R4.md` beside this file lists what that leaves open for R4. Ids come from the message's and the episode's, so the same
message is the same document, byte for byte, and a second message of an episode has the same referral.
"""

from typing import Any

from jointly.content.speaking import Speak
from jointly.prescribing.closing.fhir import codes, course, people, support
from jointly.prescribing.closing.fhir.bundle import Entries, Reference, concept, pruned
from jointly.prescribing.closing.letter import LANGUAGE, Section
from jointly.prescribing.closing.model import ClosingMessage
from jointly.prescribing.closing.sections import letter
from jointly.prescribing.closing.xhtml import narrative

CONTENT_TYPE = "application/fhir+json; fhirVersion=4.0"


def document(message: ClosingMessage, speak: Speak, *, safeguarding: bool = False) -> dict[str, Any]:
    """The whole document, ready for JSON. Safeguarding is left out, without a trace, unless it is asked for."""
    entries = Entries(message.id)
    person = people.patient(message, entries, speak)
    author = people.worker(message.author, entries)
    said = _entries(message, entries, speak, person, author)
    written = letter(message, speak, safeguarding=safeguarding)
    if safeguarding:
        said["safeguarding"] = support.concerns(message, entries, speak, person)
    sections = [_section(one, said.get(one.key, []), message) for one in written.sections]
    attester = {"mode": "professional", "time": message.review.at} if message.review else {}
    if message.review:
        attester["party"] = people.worker(message.review.by, entries)
    composition = Entries(message.id)
    composition.add(
        "Composition",
        "closing",
        language=LANGUAGE,
        identifier={"system": codes.URI, "value": f"urn:uuid:{message.id}"},
        status="final" if message.review else "preliminary",
        type=concept(speak("closing-code-message")),
        subject=person,
        date=message.written_at,
        author=[author],
        title=written.title,
        confidentiality="R" if safeguarding else "N",
        attester=[attester],
        custodian=people.organisation(message.author.service, entries),
        relatesTo=_replaces(message),
        event=[{"period": {"start": message.ending.accepted_on, "end": message.ending.closed_on}}],
        section=sections,
    )
    first = composition.resources | {str(message.person.id): entries.resources[str(message.person.id)]}
    resources = (first | entries.resources).items()
    return pruned(
        {
            "resourceType": "Bundle",
            "id": str(message.id),
            "meta": {"profile": [codes.profile("Bundle")]},
            "identifier": {"system": codes.URI, "value": f"urn:uuid:{message.id}"},
            "type": "document",
            "timestamp": message.written_at,
            "entry": [{"fullUrl": f"urn:uuid:{id}", "resource": resource} for id, resource in resources],
        }
    )


def _entries(
    message: ClosingMessage, entries: Entries, speak: Speak, person: Reference, author: Reference
) -> dict[str, list[Reference]]:
    """Which resources stand behind each section."""
    practices = entries.resources[str(message.person.id)].get("generalPractitioner", [])
    requests = course.referrals(message, entries, speak, person)
    asked_by = [entries.resources[one["reference"].removeprefix("urn:uuid:")]["requester"] for one in requests]
    return {
        "plan": support.asked(message, entries, person, author, practices),
        "person": [person],
        "practices": practices,
        "referrals": requests,
        "ending": course.declined(message, entries, speak, person),
        "scores": course.scores(message, entries, speak, person),
        "tried": course.tried(message, entries, speak, person, author),
        "signposts": course.signposts(message, entries, speak, person),
        "presenting": support.presenting(message, entries, speak, person, next(iter(asked_by), None)),
        "support": support.care_plan(message, entries, speak, person, author),
        "risks": support.flags(message, entries, speak, person),
        "contacts": course.contacts(message, entries, speak, person),
        "requirements": support.adjustments(message, entries, speak, person),
        "problems": support.problems(message, entries, person),
    }


def _section(section: Section, entries: list[Reference], message: ClosingMessage) -> dict[str, Any]:
    code = codes.SECTION_CODES.get(section.key, "")
    none = (section.key == "plan" and not message.plan) or (section.key == "risks" and message.risks.none_known)
    return {
        "title": section.heading,
        "code": concept("", codes.HEADINGS, code) if code else {},
        "text": {"status": "additional", "div": narrative(section.blocks)},
        "entry": entries,
        "emptyReason": concept("", codes.EMPTY, "nilknown") if none and not entries else {},
    }


def _replaces(message: ClosingMessage) -> list[dict[str, Any]]:
    if message.replaces is None:
        return []
    return [{"code": "replaces", "targetIdentifier": {"system": codes.URI, "value": f"urn:uuid:{message.replaces}"}}]
