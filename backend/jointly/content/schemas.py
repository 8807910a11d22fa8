"""JSON Schemas of the content files, so that an editor can help while a physiotherapist types.

`python -m jointly.content.schemas content` writes them into a content folder.
"""

import json
import sys
from pathlib import Path

from pydantic import BaseModel

from jointly.content.activity_models import ActivityGroupWords, ActivityList
from jointly.content.exercise_models import ExerciseFacts
from jointly.content.figures_models import JointLimits, Poses
from jointly.content.models import (
    BodyRegions,
    BodyRegionWords,
    EquipmentWords,
    PageGaps,
    ProgrammeFacts,
)
from jointly.content.pathway_models import PathwayFacts
from jointly.content.questionnaire_models import QuestionnaireFacts
from jointly.content.questionnaire_wording import LicensedWording, QuestionnaireWords, SharedWords
from jointly.content.safety_models import CardCases, CardFacts, HelpNumbers, HelpNumberWords
from jointly.content.topic_models import TopicFacts

MODELS: dict[str, type[BaseModel]] = {
    "exercise": ExerciseFacts,
    "joints": JointLimits,
    "poses": Poses,
    "programme": ProgrammeFacts,
    "body-regions": BodyRegions,
    "body-region-words": BodyRegionWords,
    "equipment-words": EquipmentWords,
    "page-gaps": PageGaps,
    "pathway": PathwayFacts,
    "card": CardFacts,
    "card-cases": CardCases,
    "help-numbers": HelpNumbers,
    "help-number-words": HelpNumberWords,
    "topic": TopicFacts,
    "activities": ActivityList,
    "activity-group-words": ActivityGroupWords,
    "questionnaire": QuestionnaireFacts,
    "questionnaire-words": QuestionnaireWords,
    "questionnaire-shared-words": SharedWords,
    "questionnaire-licensed-wording": LicensedWording,
}


def schemas() -> dict[str, str]:
    """The text of each schema by its path inside the content folder."""
    return {f"schemas/{name}.schema.json": _text(name) for name in MODELS}


def write_schemas(root: Path) -> None:
    """Writes every schema into a content folder: after the models have changed."""
    for path, text in schemas().items():
        (root / path).write_text(text, encoding="utf-8")


def _text(name: str) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **MODELS[name].model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
