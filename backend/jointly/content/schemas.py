"""JSON Schemas of the content files, so that an editor can help while a physiotherapist types.

`python -m jointly.content.schemas content` writes them into a content folder.
"""

import json
import sys
from pathlib import Path

from pydantic import BaseModel

from jointly.content.models import (
    BodyRegions,
    BodyRegionWords,
    EquipmentWords,
    ExerciseFacts,
    PageGaps,
    ProgrammeFacts,
)

_MODELS: dict[str, type[BaseModel]] = {
    "exercise": ExerciseFacts,
    "programme": ProgrammeFacts,
    "body-regions": BodyRegions,
    "body-region-words": BodyRegionWords,
    "equipment-words": EquipmentWords,
    "page-gaps": PageGaps,
}


def schemas() -> dict[str, str]:
    """The text of each schema by its path inside the content folder."""
    return {f"schemas/{name}.schema.json": _text(name) for name in _MODELS}


def write_schemas(root: Path) -> None:
    """Writes every schema into a content folder: after the models have changed."""
    for path, text in schemas().items():
        (root / path).write_text(text, encoding="utf-8")


def _text(name: str) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_MODELS[name].model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
