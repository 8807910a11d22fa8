"""Worked examples of scores: questionnaires/<slug>/v<number>/cases.yaml. What they come to is worked out elsewhere.

Phones and servers need none of them, so that they are read only when the tree is checked.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.models import Fact, Line
from jointly.content.questionnaire_models import Id
from jointly.content.safety_models import Id as CaseId

FEWEST = 8
Told = Literal[
    "scores", "bands", "parts", "missing", "opens", "faults", "norm", "change", "refused", "score_ids"
]  # fmt: skip
Answers = dict[Id, int | float | str]


class Entered(Fact):
    """A result that was worked out elsewhere."""

    total: int | float | None
    subscales: dict[Id, int | float]
    group: str | None = None


class ScoreCase(Fact):
    """Answers, and what the rules say to them; only what `expect` names is looked at."""

    id: CaseId
    says: Line
    licensed: bool = Field(default=False, description="Needs the wording of a licence holder.")
    values: Answers = {}
    first: Answers | None = None
    entered: Entered | None = None
    entered_first: Entered | None = None
    expect: Annotated[dict[Told, Any], Field(min_length=1)]


class ScoreCases(Fact):
    cases: Annotated[tuple[ScoreCase, ...], Field(min_length=FEWEST)]


Cases = dict[tuple[str, int], Sheet[ScoreCases]]
"""By slug and version of the questionnaire."""


def read_cases(desk: Desk) -> Cases:
    """Those of every questionnaire that has any that can be used."""
    found: Cases = {}
    seen: dict[str, str] = {}
    for slug in desk.folders("questionnaires"):
        for folder in desk.folders(f"questionnaires/{slug}"):
            path = f"questionnaires/{slug}/{folder}/cases.yaml"
            sheet = read_facts(desk, path, ScoreCases) if folder[:1] == "v" and folder[1:].isdecimal() else None
            if sheet is None:
                continue
            for index, case in enumerate(sheet.facts.cases):
                if first := seen.get(case.id):
                    sheet.fault(("cases", index, "id"), f"this id is another case's already, in {first}")
                seen.setdefault(case.id, path)
            found[slug, int(folder[1:])] = sheet
    return found
