"""Who the message is about, who referred them and why, their practice, and to whom it goes."""

import re

from jointly.content.speaking import Speak
from jointly.prescribing.closing import model as m
from jointly.prescribing.messages.lines import lines_of
from jointly.prescribing.messages.material import Material
from jointly.prescribing.schemas import ReferralDetails
from jointly.prescribing.stepping import today

_PRACTICE = re.compile(r"\b[A-HJ-NPV-Y]\d{5}\b")
"""A practice's code, as the Organisation Data Service gives them."""
_ETHNICITY = re.compile(r"[A-Z][A-Z0-9]?")
"""A code of the NHS: what people say in their own words is not turned into one."""


def person(material: Material) -> m.Person:
    """Demographics: what the person says of themselves goes before what their referrer knows. The postcode that they
    gave for counting stays here."""
    about, details = material.about, _details(material)
    contact, reach = (about.contact, about.reach_at or "") if about else (None, "")
    phone = reach if contact in ("phone", "text") else details.phone or ""
    email = reach if contact == "email" else details.email or ""
    prefers = contact if contact and contact != "app" else details.prefers
    sex = about.sex if about and about.sex and about.sex != "not-said" else ""
    ethnicity = (about and about.ethnicity) or ""
    return m.Person(
        id=material.episode.person,
        name=name(material.called, details),
        born_on=details.born_on,
        sex=sex,
        ethnicity=ethnicity if _ETHNICITY.fullmatch(ethnicity) else "",
        nhs_number=details.nhs_number or "",
        preferred_method=prefers or "",
        phones=(m.Telecom(value=phone, preference=1),) if phone else (),
        emails=(m.Telecom(value=email, preference=1),) if email else (),
        address=address(reach if contact == "letter" else "", details.postcode or ""),
        contacts=(m.RelevantContact(name=about.carer),) if about and about.carer else (),
    )


def name(called: str, details: ReferralDetails) -> m.Name:
    """Their name as the referrer knows it; else what they are called, whose last word is then the family's name where
    there is more than one."""
    *given, last = called.split() or [""]
    by_word = tuple(given) or ((last,) if last else ())
    return m.Name(
        given=tuple(details.given_name.split()) if details.given_name else by_word,
        family=(family,) if (family := details.family_name or (last if given else "")) else (),
        preferred=called,
    )


def address(lines: str, postcode: str) -> m.Address | None:
    """Where letters go."""
    said = tuple(line.strip() for line in lines.split(",") if line.strip())
    return m.Address(lines=said, postcode=postcode) if said or postcode else None


def practices(material: Material) -> tuple[m.Practice, ...]:
    """The practice from the person's page, or as the referral names it."""
    details = _details(material)
    words = ", ".join(lines_of(material.page, "practice"))
    code = _PRACTICE.search(words)
    practice = m.Practice(
        code=code[0] if code else details.practice_code or "", details=words or details.practice or ""
    )
    return (practice,) if practice.code or practice.details else ()


def referral(material: Material, speak: Speak) -> m.Referral:
    """How they came. The standard wants a referrer with a service, an organisation and a contact for everybody: who
    referred themselves is their own."""
    episode, details = material.episode, _details(material)
    match episode.source:
        case "self":
            itself = speak("closing-self-referral")
            reach = (material.about and material.about.reach_at) or ""
            referrer = m.Referrer(name=material.called, service=itself, organisation=itself, contact=reach)
        case "advisor":
            of = details.organisation or material.service
            referrer = _referrer(details, service=material.service, organisation=of)
        case "practice":
            of = details.organisation or details.practice or ""
            referrer = _referrer(details, service=speak("closing-general-practice"), organisation=of)
        case _:
            of = details.organisation or ""
            referrer = _referrer(details, service=of, organisation=of)
    return m.Referral(
        on=details.referred_on or today(episode.received_at),
        referrer=referrer,
        method=details.method or ("self" if episode.source == "self" else ""),
        reason=details.reason or "",
        to=material.service,
        return_to=details.return_to or "",
    )


def _referrer(details: ReferralDetails, *, service: str, organisation: str) -> m.Referrer:
    return m.Referrer(
        name=details.referrer or "",
        service=service,
        organisation=organisation,
        contact=details.contact or "",
        role=details.referrer_role or "",
    )


def presenting(material: Material) -> m.Presenting:
    """The referrer's view and their own words, kept apart."""
    details = _details(material)
    view, own = details.referrer_view or "", details.own_view or ""
    return m.Presenting(referrer=(m.Coded(text=view),) if view else (), own=(own,) if own else ())


def told(material: Material) -> tuple[str, ...]:
    """To whom it goes: whoever referred, unless they did so themselves, and the practice where that is not the same."""
    details = _details(material)
    answered = details.return_to or ", ".join(filter(None, (details.referrer, details.organisation)))
    others = [one.details for one in practices(material) if one.details and one.details not in answered]
    return tuple(filter(None, (answered, *others)))


def _details(material: Material) -> ReferralDetails:
    return material.episode.details or ReferralDetails(agreed="asked")
