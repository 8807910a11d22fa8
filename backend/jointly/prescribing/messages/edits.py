"""What a reviewer changes of a message: read from one, and written into one."""

from dataclasses import replace

from jointly.prescribing.closing import model as m
from jointly.prescribing.messages.schemas import Edits, Requested, WhatHelped


def edits_of(message: m.ClosingMessage) -> Edits:
    """All that can be changed, as the message has it."""
    person, practice, referrer = message.person, _practice(message), _referral(message).referrer
    return Edits.model_construct(
        summary=message.summary,
        impact=message.impact,
        plan=[
            Requested.model_construct(professionals=one.professionals, person=one.person, agreed=one.agreed)
            for one in message.plan
        ],
        tried=[
            WhatHelped.model_construct(id=one.id, what_helped=one.what_helped, what_did_not=one.what_did_not)
            for one in message.tried
        ],
        to_person=message.to_person,
        told=list(message.told),
        contact=message.author.contact,
        given=" ".join(person.name.given),
        family=" ".join(person.name.family),
        born_on=person.born_on,
        nhs_number=person.nhs_number,
        practice_code=practice.code,
        practice=practice.details,
        referrer=referrer.name,
        referrer_service=referrer.service,
        referrer_organisation=referrer.organisation,
        referrer_contact=referrer.contact,
        safeguarding=bool(message.safeguarding.concerns),
    )


def with_edits(message: m.ClosingMessage, edits: Edits) -> m.ClosingMessage:
    """The message with what a reviewer wrote. Safeguarding is in it only when they say so."""
    helped = {one.id: one for one in edits.tried}
    name = replace(message.person.name, given=tuple(edits.given.split()), family=_whole(edits.family))
    person = replace(message.person, name=name, born_on=edits.born_on, nhs_number=edits.nhs_number)
    return replace(
        message,
        summary=edits.summary,
        impact=edits.impact,
        plan=tuple(
            m.RequestedAction(professionals=one.professionals, person=one.person, agreed=one.agreed)
            for one in edits.plan
            if one.professionals or one.person or one.agreed
        ),
        tried=tuple(_tried(one, helped.get(one.id)) for one in message.tried),
        to_person=edits.to_person,
        told=tuple(one for one in edits.told if one),
        author=replace(message.author, contact=edits.contact),
        person=person,
        practices=_practices(message, edits),
        referrals=(_edited(_referral(message), edits), *message.referrals[1:]),
        safeguarding=message.safeguarding if edits.safeguarding else m.Safeguarding(),
    )


def _whole(name: str) -> tuple[str, ...]:
    """A family name of several words is one name."""
    return (name,) if name else ()


def _tried(one: m.Tried, said: WhatHelped | None) -> m.Tried:
    return replace(one, what_helped=said.what_helped, what_did_not=said.what_did_not) if said else one


def _practice(message: m.ClosingMessage) -> m.Practice:
    return message.practices[0] if message.practices else m.Practice()


def _practices(message: m.ClosingMessage, edits: Edits) -> tuple[m.Practice, ...]:
    first = replace(_practice(message), code=edits.practice_code, details=edits.practice)
    return (first, *message.practices[1:]) if first.code or first.details else message.practices[1:]


def _referral(message: m.ClosingMessage) -> m.Referral:
    return message.referrals[0] if message.referrals else m.Referral()


def _edited(referral: m.Referral, edits: Edits) -> m.Referral:
    referrer = replace(
        referral.referrer,
        name=edits.referrer,
        service=edits.referrer_service,
        organisation=edits.referrer_organisation,
        contact=edits.referrer_contact,
    )
    return replace(referral, referrer=referrer)
