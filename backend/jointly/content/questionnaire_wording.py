"""The words of a questionnaire: our own beside it, its items where they may be shown, and what a licence adds."""

from typing import Annotated

from pydantic import Field

from jointly.content.models import Fact, Line, Slug
from jointly.content.questionnaire_models import Id


class ItemWords(Fact):
    words: Line
    hint: Line | None = None
    low: Line | None = Field(default=None, description="Of a scale: what 0 is called.")
    high: Line | None = Field(default=None, description="Of a scale: what 10 is called.")
    unit: Line | None = Field(default=None, description="Of a number: what it counts.")
    options: dict[str, Line] | None = Field(
        default=None, description="Of a choice: its own words for its options, where they differ from those of its set."
    )


class ScoreWords(Fact):
    """What a score is called, and the sentences beside it; numbers come from the facts, by {name}."""

    words: Line
    bands: tuple[Line, ...] = Field(default=(), description="One each, with {from}, {to} and {max}.")
    names: tuple[Line | None, ...] = Field(
        default=(), description="What the owner calls each band, null for one without a name: reference only."
    )
    change: Line | None = Field(default=None, description="With {amount} or {percent}.")
    change_more: Line | None = None


class Wording(Fact):
    """What is asked, word for word. `options` has the words of each set by the number that each answer counts."""

    intro: Line | None = None
    items: dict[Id, ItemWords] = {}
    options: dict[Id, dict[str, Line]] = {}


class QuestionnaireWords(Wording):
    """questionnaires/<slug>/v1/<language>.yaml"""

    title: Line
    about: Annotated[tuple[Line, ...], Field(min_length=1)]
    steps: tuple[Line, ...] = Field(default=(), description="Of a test: what to do, in order.")
    care: tuple[Line, ...] = Field(default=(), description="Of a test: how to stay safe.")
    licence: Line
    attribution: Line
    after_change: Line | None = Field(
        default=None, description="Said after each size of change: what its source says of whom it fits less well."
    )
    reference: Line | None = Field(default=None, description="Says whose the names of the bands are.")
    scores: dict[Id, ScoreWords]
    groups: dict[Slug, Line] = {}


class LicensedWording(Wording):
    """questionnaires/<slug>/v1/wording.local.yaml: added by a service that holds a licence; never in the repository."""

    permission: Line = Field(description="Who gave permission, when, and under which reference.")
    items: Annotated[dict[Id, ItemWords], Field(min_length=1)]


class SharedWords(Fact):
    """questionnaires/words.<language>.yaml: what is said beside every questionnaire."""

    not_watched: Line
