"""The referral, what was tried, signposts, scores and contacts."""

from typing import Any

from jointly.content.speaking import Speak
from jointly.prescribing.closing.coding import code_of
from jointly.prescribing.closing.fhir import codes
from jointly.prescribing.closing.fhir.bundle import Entries, Reference, coded, concept, notes, period
from jointly.prescribing.closing.fhir.people import organisation, referrer
from jointly.prescribing.closing.letter import day, signed
from jointly.prescribing.closing.model import ClosingMessage, Reading, Score, Tried
from jointly.prescribing.closing.sections.course import scale

_VIRTUAL = {"phone", "video", "text", "email", "letter"}
_STATUS = {"said-no": "not-done", "going-on": "in-progress", "done": "completed", "stopped": "stopped"}


def referrals(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference) -> list[Reference]:
    """The first referral is the episode, and carries the code of its beginning if the person said yes and no message
    before carried it. Nobody is its performer but the service."""
    ending = message.ending
    found = []
    for number, one in enumerate(message.referrals):
        code = code_of(ending) if number == 0 and ending.accepted_on else ""
        found.append(
            entries.add(
                "ServiceRequest",
                message.episode if number == 0 else f"referral/{number}",
                identifier=[{"system": codes.URI, "value": f"urn:uuid:{message.episode}"}] if number == 0 else [],
                status="completed" if ending.accepted_on else "revoked",
                intent="order",
                code=concept(speak("closing-code-referred"), codes.SNOMED, code),
                subject=person,
                occurrenceDateTime=ending.accepted_on if number == 0 else None,
                authoredOn=one.on,
                requester=person if one.method == "self" else referrer(one.referrer, entries),
                performer=[organisation(one.to, entries)],
                reasonCode=[concept(one.reason)] if one.reason else [],
                note=notes(ending.comment if number == 0 else ""),
            )
        )
    return found


def declined(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference) -> list[Reference]:
    """That the person said no: a statement about them, so an Observation; a request cannot be of a refusal."""
    ending = message.ending
    if ending.outcome != "declined" or ending.accepted_on:
        return []
    return [
        entries.add(
            "Observation",
            "declined",
            status="final",
            code=concept(speak("closing-outcome-declined"), codes.SNOMED, code_of(ending)),
            subject=person,
            effectiveDateTime=ending.declined_on or ending.closed_on,
        )
    ]


def tried(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference, by: Reference) -> list[Reference]:
    """What was tried is a Procedure with its outcome, helpful or not; that a group was told is a ServiceRequest."""
    found = []
    for one in message.tried:
        group = organisation(one.organisation, entries)
        sent = _sent(one, entries, person, by, group) if one.referred_on else None
        visits = speak("closing-visits", visits=one.visits) if one.visits else ""
        helped = one.what_helped and f"{speak('closing-field-what-helped')}: {one.what_helped}"
        did_not = one.what_did_not and f"{speak('closing-field-what-did-not')}: {one.what_did_not}"
        found.append(
            entries.add(
                "Procedure",
                one.id,
                basedOn=[sent],
                status=_status(one),
                statusReason=concept(speak(f"closing-tried-{one.outcome}")) if one.outcome else None,
                category=concept(speak(f"closing-thing-{one.kind}")),
                code=concept(one.what),
                subject=person,
                performedPeriod=period(one.first_on, one.last_on),
                performer=[{"actor": group}] if group else [],
                outcome=concept(f"{speak('closing-field-helped')} {speak(f'closing-helped-{one.went}')}")
                if one.went
                else None,
                note=notes(visits, helped, did_not),
            )
        )
    return found


def _status(one: Tried) -> str:
    if one.outcome in _STATUS:
        return _STATUS[one.outcome]
    if one.outcome in {"not-suitable", "full", "withdrawn"}:
        return "stopped" if one.visits else "not-done"
    return "completed" if one.visits else "unknown"


def _sent(one: Tried, entries: Entries, person: Reference, by: Reference, group: Reference | None) -> Reference:
    status = {"going-on": "active", "done": "completed", "": "unknown"}.get(one.outcome, "revoked")
    return entries.add(
        "ServiceRequest",
        f"activity/{one.id}",
        status=status,
        intent="order",
        code=concept(one.what),
        subject=person,
        authoredOn=one.referred_on,
        requester=by,
        performer=[group],
    )


def signposts(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference) -> list[Reference]:
    """Details given are Communications: nothing was requested of anybody."""
    return [
        entries.add(
            "Communication",
            f"signpost/{number}",
            status="completed",
            category=[concept(speak("closing-code-signpost"))],
            subject=person,
            recipient=[person],
            sent=one.on,
            reasonCode=[coded(one.reason)],
            payload=[{"contentString": one.to}],
        )
        for number, one in enumerate(message.signposts)
    ]


def scores(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference) -> list[Reference]:
    """An Observation for each number, first and last; what a change means is a note, never an interpretation."""
    found = []
    for one in message.scores:
        means = [scale(one, speak), one.meaning, one.source and speak("closing-source", source=one.source), one.comment]
        if one.first:
            found.append(_reading(one, "first", one.first, means, entries, person))
        if one.last:
            change = speak("closing-change", date=day(one.first.on), change=signed(one.change)) if one.first else ""
            found.append(_reading(one, "last", one.last, [change, *means], entries, person))
    return found


def _reading(one: Score, which: str, at: Reading, said: list[str], entries: Entries, person: Reference) -> Reference:
    unit: dict[str, Any] = {"unit": one.unit} if one.unit else {"system": codes.UCUM, "code": "{score}"}
    code = {"system": codes.SCORES, "version": one.version, "code": f"{one.slug}/{one.key}"}
    return entries.add(
        "Observation",
        f"score/{one.slug}/{one.key}/{which}",
        status="final",
        category=[{"coding": [{"system": codes.CATEGORY, "code": "survey"}]}],
        code={"coding": [code], "text": f"{one.instrument}: {one.name}"},
        subject=person,
        effectiveDateTime=at.on,
        valueQuantity={"value": at.value, **unit},
        note=notes(*said),
    )


def contacts(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference) -> list[Reference]:
    """When somebody met or talked to the person. What came of it stands in the narrative: Encounter has no field."""
    found = []
    for number, one in enumerate(message.contacts):
        kind = "VR" if one.method in _VIRTUAL else "HH" if one.method == "home" else "AMB"
        method = speak(f"closing-method-{one.method}") if one.method else ""
        found.append(
            entries.add(
                "Encounter",
                f"contact/{number}",
                status="finished",
                **{"class": {"system": codes.CLASS, "code": kind}},
                type=[concept(text) for text in (method, one.kind) if text],
                subject=person,
                participant=[{"individual": {"display": name}} for name in one.seen_by],
                period={"start": one.at},
                location=[{"location": {"display": one.location}}] if one.location else [],
                serviceProvider=organisation(message.author.service, entries),
            )
        )
    return found
