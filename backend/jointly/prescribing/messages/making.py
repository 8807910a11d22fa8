"""Fills the closing message from what is written down. What nobody wrote stays empty: `closing.faults` says so."""

from datetime import datetime
from uuid import UUID

from jointly.content.speaking import Speak
from jointly.prescribing.closing import model as m
from jointly.prescribing.messages import course, page, scores, who
from jointly.prescribing.messages.material import Material


def message_of(material: Material, *, id: UUID, written_at: datetime, speak: Speak) -> m.ClosingMessage:
    """The message as the journal has it, before anybody has looked at it."""
    return m.ClosingMessage(
        id=id,
        episode=material.episode.id,
        written_at=written_at,
        author=material.author,
        person=who.person(material),
        practices=who.practices(material),
        referrals=(who.referral(material, speak),),
        ending=course.ending(material),
        summary=course.summary(material),
        scores=scores.scores_of(material),
        tried=course.tried(material, speak),
        signposts=course.signposts(material),
        presenting=who.presenting(material),
        support=page.plan(material, speak),
        risks=page.risks(material),
        contacts=course.contacts(material, speak),
        about_me=page.about_me(material, speak),
        requirements=page.requirements(material, speak),
        social=page.social(material),
        services=page.services(material),
        consent=page.consent(material, speak),
        safeguarding=page.safeguarding(material),
        told=who.told(material),
    )
