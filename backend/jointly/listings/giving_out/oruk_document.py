"""The OpenAPI description of what is given out as Open Referral UK 3."""

from typing import Any

_PAGING = ("page", "per_page")
_FILTERS = (
    "search",
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "minimum_age",
    "maximum_age",
    "start_time",
    "end_time",
    "day",
)
_NUMBERS = (*_PAGING, "minimum_age", "maximum_age", "proximity")
_LISTS = {
    "/services": (*_FILTERS, *_PAGING),
    "/service_at_locations": (*_FILTERS, "postcode", "proximity", *_PAGING),
    "/taxonomies": _PAGING,
    "/taxonomy_terms": _PAGING,
}


def document(address: str) -> dict[str, Any]:
    """The description. `address` is where `/` is."""
    paths: dict[str, Any] = {"/": _get("About this interface", ())}
    for path, parameters in _LISTS.items():
        paths[path] = _get("A page of them", [_parameter(name) for name in parameters])
        one = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        paths[f"{path}/{{id}}"] = _get("One of them", [one])
    return {
        "openapi": "3.1.0",
        "info": {"title": "Open Referral UK", "version": "3.0"},
        "servers": [{"url": address}],
        "paths": paths,
    }


def _get(summary: str, parameters: Any) -> dict[str, Any]:
    answers = {"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "object"}}}}}
    return {"get": {"summary": summary, "parameters": list(parameters), "responses": answers}}


def _parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "number" if name in _NUMBERS else "string"}}
