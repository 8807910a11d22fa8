"""What the names of the facts mean, from the models that read them."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel


def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """What each name means that the model, or a model inside it, has words for."""
    schema = model.model_json_schema()
    found: dict[str, str] = {}
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, described in part.get("properties", {}).items():
            if said := _said(described):
                found.setdefault(name, said)
    return found


def _said(described: Mapping[str, Any]) -> str:
    return described.get("description", "")
