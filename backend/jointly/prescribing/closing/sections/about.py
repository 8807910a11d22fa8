"""Who the message is about, their practice, and who referred them."""

from jointly.content.speaking import Speak
from jointly.prescribing.closing.letter import Block, Under, facts
from jointly.prescribing.closing.model import ClosingMessage, Person, RelevantContact, Telecom
from jointly.prescribing.closing.sections.wording import label, pairs, word, written


def person(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """PRSB demographics, without what is not known."""
    one = message.person
    said = [(label(speak, "name"), one.name.written), *pairs(speak, one.name, "preferred", "title")]
    said += [(label(speak, "born_on"), written(one.born_on)), *_numbers(one, speak)]
    said += [*pairs(speak, one, "pronoun", "gender"), (label(speak, "sex"), word(speak, f"closing-sex-{one.sex}"))]
    said += pairs(speak, one, "ethnicity", "carer_status")
    if one.address:
        said.append((label(speak, "address"), ", ".join(filter(None, (*one.address.lines, one.address.postcode)))))
    said += [(label(speak, "phones"), _telecoms(one.phones)), (label(speak, "emails"), _telecoms(one.emails))]
    said.append((label(speak, "preferred_method"), word(speak, f"closing-prefers-{one.preferred_method}")))
    said.append((label(speak, "relevant_contacts"), "; ".join(map(_contact, one.contacts))))
    return facts(said)


def spaced(nhs_number: str) -> str:
    """999 000 0018, on one line."""
    return "\u00a0".join(filter(None, (nhs_number[:3], nhs_number[3:6], nhs_number[6:])))


def _numbers(one: Person, speak: Speak) -> list[tuple[str, str]]:
    status = word(speak, f"closing-nhs-status-{one.nhs_number_status}")
    number = " – ".join(filter(None, (spaced(one.nhs_number), status)))
    others = [(word(speak, f"closing-id-{other.kind}"), other.value) for other in one.other_ids]
    return [(label(speak, "nhs_number"), number), *others]


def _telecoms(found: tuple[Telecom, ...]) -> str:
    """The one to try first comes first."""
    return ", ".join(one.value for one in sorted(found, key=lambda one: one.preference or 9))


def _contact(one: RelevantContact) -> str:
    return ", ".join(filter(None, (one.name, one.relationship, one.details)))


def practices(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """The GP practice. Its code is for machines, and is said where nothing else is known."""
    found: list[Block] = []
    for one in message.practices:
        found += facts(pairs(speak, one, *(("gp", "details") if one.gp or one.details else ("code",))))
    return tuple(found)


def referrals(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Who referred, why and to whom."""
    found: list[Block] = []
    for number, one in enumerate(message.referrals, start=1):
        if len(message.referrals) > 1:
            found.append(Under(speak("closing-referral", number=number)))
        said = [(label(speak, "referred_on"), written(one.on)), (label(speak, "referrer"), one.referrer.name)]
        said += pairs(speak, one.referrer, "role", "team", "service", "organisation", "contact")
        said.append((label(speak, "method"), word(speak, f"closing-referred-by-{one.method}")))
        found += facts([*said, *pairs(speak, one, "reason", "to", "return_to")])
    return tuple(found)


def about_me(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """In the person's own words."""
    names = (
        "most_important",
        "people",
        "communicate",
        "wellness",
        "please",
        "support",
        "also",
        "written_with",
        "media",
    )
    return facts(pairs(speak, message.about_me, *names))
