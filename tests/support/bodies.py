"""Bodies of requests made from the API's own document, with a text of the test's choice wherever a text may stand."""

from collections.abc import Iterator
from typing import Any

HINTS = {"uuid": "0198a6f0-0000-4000-8000-000000000000", "date-time": "2026-11-22T10:00:00+00:00"}


def filled(schema: dict[str, Any], parts: dict[str, Any], text: Any, *, wrong: bool = False) -> Any:
    """A body of the right shape with `text` in every place that takes a text; when `wrong`, in every place at all."""
    if "$ref" in schema:
        return filled(parts[schema["$ref"].rpartition("/")[2]], parts, text, wrong=wrong)
    for word in ("oneOf", "anyOf"):
        if word in schema:
            return filled(schema[word][0], parts, text, wrong=wrong)
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        inside = schema.get("properties", {}).items()
        return {name: filled(inner, parts, text, wrong=wrong) for name, inner in inside} or {text: text}
    if kind == "array":
        return [filled(schema.get("items", {}), parts, text, wrong=wrong)]
    if wrong:
        return text
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if kind in ("integer", "number"):
        return max(schema.get("minimum", 1), 1)
    return {"boolean": True, "string": HINTS.get(schema.get("format", ""), text)}.get(kind, text)


def bodies(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, path and schema of every operation that takes a body."""
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            if "application/json" in content:
                yield method.upper(), path, content["application/json"]["schema"]
