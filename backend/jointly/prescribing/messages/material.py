"""All that is known of an episode when its message is made: plain values, gathered beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, NamedTuple, TypeVar

from jointly.checkins.schemas import CheckIn, Score
from jointly.content.questionnaire_pack import PackQuestionnaire
from jointly.plans.goals import Goal
from jointly.prescribing.closing.model import Worker
from jointly.prescribing.schemas import Prescription, Referral, Step
from jointly.record.about import About

B = TypeVar("B")


class Suggested(NamedTuple):
    """A suggestion with what its journal does not say in so many words."""

    row: Prescription
    organisation: str
    sent_at: datetime | None
    first_been_at: datetime | None
    last_been_at: datetime | None


class Told(NamedTuple, Generic[B]):
    """An entry of the person's own record as it stands, and the day it is about."""

    on: date
    body: B


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One episode, the person's page, and what of their record they share with the team.

    `shared_since` is when they let the team keep this record; `author` is who has the episode in hand, or whoever is
    writing. Without a share of check-ins there are no goals and no scores.
    """

    episode: Referral
    author: Worker
    service: str
    called: str
    page: Sequence[Step] = ()
    suggested: Sequence[Suggested] = ()
    about: About | None = None
    goals: Sequence[Told[Goal]] = ()
    check_ins: Sequence[Told[CheckIn]] = ()
    entered: Sequence[Told[Score]] = ()
    questionnaires: Mapping[str, PackQuestionnaire] = field(default_factory=dict)
    shared_since: datetime | None = None
