"""Reads a YAML file into its model, turning every mismatch into a fault on the right line."""

import json
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from jointly.content.faults import Desk
from jointly.content.yaml_lines import Marked, Place, UnreadableYaml, read_yaml

Model = TypeVar("Model", bound=BaseModel)

_PLAIN = {
    "extra_forbidden": "'{name}' is not a name that is known here",
    "missing": "'{name}' is missing",
    "int_type": "'{name}' must be a whole number",
    "int_from_float": "'{name}' must be a whole number",
    "bool_type": "'{name}' must be true or false",
    "string_type": "'{name}' must be words; put quotes round a number or a time",
    "tuple_type": "'{name}' must be a list",
    "dict_type": "'{name}' must be names with values",
    "model_type": "'{name}' must be names with values",
    "greater_than_equal": "'{name}' must be {ge} or more",
    "less_than_equal": "'{name}' must be {le} or less",
    "literal_error": "'{name}' must be {expected}",
    "string_too_short": "'{name}' has no words",
    "string_too_long": "'{name}' is longer than {max_length} characters",
    "too_short": "'{name}' needs {min_length} or more",
    "too_long": "'{name}' has more than {max_length}",
}
_PATTERNS = {
    "^[^<>]": "'{name}' has < or > in it: HTML is not allowed, write plain words",
    "^[a-z]": "'{name}' must be small letters and numbers joined by hyphens, such as sit-to-stand",
    "^[0-9a-f]{16}": "'{name}' must be a hash of 16 digits, as `jointly content publish` writes it",
    "^[1-9]": "'{name}' must be a whole number",
    "^[0-9a-f]": "'{name}' must be a UUID, such as 0198a6f0-0000-4000-8000-000000000000",
    "^[0-9]+(": "'{name}' must be numbers with single spaces between them",
    "^([01]": "'{name}' must be a time in quotes, such as \"09:00\"",
}


@dataclass(frozen=True)
class Sheet(Generic[Model]):
    """One YAML file: its facts, and where each of them stands."""

    path: str
    facts: Model
    marked: Marked
    desk: Desk

    def fault(self, place: Place, message: str) -> None:
        self.desk.fault(self.path, self.marked.line(place), message)


def read_facts(desk: Desk, path: str, model: type[Model]) -> Sheet[Model] | None:
    """The file's facts; None when they cannot be used. Each fault is collected with its line."""
    text = desk.text(path)
    if text is None:
        return None
    try:
        marked = read_yaml(text)
    except UnreadableYaml as error:
        desk.fault(path, error.line, f"this is not readable YAML: {error}")
        return None
    desk.sheets[path] = marked
    for line, name in marked.repeated:
        desk.fault(path, line, f"'{name}' is written twice")
    try:
        # Through JSON, where strict mode still takes a list for a tuple and a written date for a date.
        facts = model.model_validate_json(json.dumps(marked.value))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            desk.fault(path, marked.line(detail["loc"]), _message(detail))
        return None
    return Sheet(path, facts, marked, desk)


def _message(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    names = [part for part in detail["loc"] if isinstance(part, str) and part != "[key]"]
    name = names[-1] if names else "this file"
    if detail["type"] == "string_pattern_mismatch":
        plain = next(words for start, words in _PATTERNS.items() if context["pattern"].startswith(start))
    elif detail["type"].startswith("date"):
        plain = "'{name}' must be a date in quotes, such as \"2026-11-21\""
    else:
        plain = _PLAIN.get(detail["type"], "'{name}': " + detail["msg"].replace("{", "{{").replace("}", "}}"))
    return plain.format(name=name, **{key: value for key, value in context.items() if key != "name"})
