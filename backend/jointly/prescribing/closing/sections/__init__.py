"""The sections of the message to professionals, in the order of PRSB with what is asked for at the top."""

from collections.abc import Callable

from jointly.content.speaking import Speak
from jointly.prescribing.closing.letter import Block, Letter, Section, day, day_of
from jointly.prescribing.closing.model import ClosingMessage
from jointly.prescribing.closing.sections import about, asked, course, support

Say = Callable[[ClosingMessage, Speak], tuple[Block, ...]]

SECTIONS: dict[str, Say] = {
    "plan": asked.plan,
    "person": about.person,
    "practices": about.practices,
    "referrals": about.referrals,
    "ending": course.ending,
    "summary": course.summary,
    "scores": course.scores,
    "tried": course.tried,
    "signposts": course.signposts,
    "presenting": support.presenting,
    "support": support.plan,
    "risks": support.risks,
    "contacts": course.contacts,
    "about_me": about.about_me,
    "requirements": support.requirements,
    "social": support.social,
    "problems": support.problems,
    "services": support.services,
    "pregnancy": support.pregnancy,
    "consent": support.consent,
    "safeguarding": support.safeguarding,
    "review": asked.review,
}
"""Rule 1 of domain.md, section 10: plan and requested actions come first."""


def letter(message: ClosingMessage, speak: Speak, *, safeguarding: bool = False) -> Letter:
    """The message to the referrer and the practice. Sections with nothing to say are left out, but for the plan and the
    risks: those say "none". Safeguarding is left out, without a trace, unless it is asked for."""
    wanted = {key: say for key, say in SECTIONS.items() if safeguarding or key != "safeguarding"}
    sections = tuple(
        Section(key, speak(f"closing-part-{key.replace('_', '-')}"), blocks)
        for key, say in wanted.items()
        if (blocks := say(message, speak))
    )
    name = message.person.name.written
    return Letter(
        title=speak("closing-title", name=name),
        author=message.author.service,
        foot=speak("closing-foot", name=name, date=day(day_of(message.written_at))),
        sections=sections,
    )
