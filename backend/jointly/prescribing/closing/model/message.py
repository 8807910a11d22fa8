"""The whole closing message, with what is asked for at its top."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from jointly.prescribing.closing.model.course import Contact, Ending, Referral, Score, Signpost, Tried
from jointly.prescribing.closing.model.fields import MUST, TEXT, Coded, many, words
from jointly.prescribing.closing.model.support import (
    AboutMe,
    CarePlan,
    Requirements,
    Risks,
    Safeguarding,
    Service,
    SocialContext,
)
from jointly.prescribing.closing.model.who import Person, Practice, Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestedAction:
    """Something that is asked for: of professionals, or of the person or their carer, and what was agreed about it."""

    professionals: str = words(TEXT)
    person: str = words(TEXT)
    agreed: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presenting:
    """Why somebody came: as the referrer saw it, and in the person's own words. Never mixed."""

    referrer: tuple[Coded, ...] = many()
    own: tuple[str, ...] = many(most=TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who read the message before it left, and when."""

    by: Worker
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingMessage:
    """What the referrer and the practice get when an episode ends, in PRSB's sections.

    `id` is of this message and `episode` of the referral it closes: what is made from them has the same ids each time.
    `replaces` is the message that this one puts right. `summary` is free text; `impact` is what changed for the person.
    `told` is to whom it goes; `to_person` is what the person's own letter says first. `pregnancy` is said only while
    somebody is pregnant.
    """

    id: UUID
    episode: UUID
    written_at: datetime
    author: Worker
    person: Person
    replaces: UUID | None = None
    plan: tuple[RequestedAction, ...] = many()
    practices: tuple[Practice, ...] = many(least=1)
    referrals: tuple[Referral, ...] = many(least=1)
    ending: Ending = field(default_factory=Ending)
    summary: str = words()
    impact: str = words(TEXT)
    scores: tuple[Score, ...] = many()
    tried: tuple[Tried, ...] = many()
    signposts: tuple[Signpost, ...] = many()
    presenting: Presenting = field(default_factory=Presenting)
    support: CarePlan = field(default_factory=CarePlan)
    risks: Risks = field(default_factory=Risks)
    contacts: tuple[Contact, ...] = many()
    about_me: AboutMe = field(default_factory=AboutMe)
    requirements: Requirements = field(default_factory=Requirements)
    social: SocialContext = field(default_factory=SocialContext)
    problems: tuple[Coded, ...] = many()
    services: tuple[Service, ...] = many()
    pregnancy: str = words(TEXT)
    consent: str = words()
    safeguarding: Safeguarding = field(default_factory=Safeguarding)
    told: tuple[str, ...] = many()
    to_person: str = words()
    review: Review | None = field(default=None, metadata=MUST)
