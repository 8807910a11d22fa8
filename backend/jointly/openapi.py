"""The description of the API, from which the browser's types are made."""

import inspect
import json
from typing import Any

import msgspec
from litestar import Litestar
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.routes import HTTPRoute

from jointly import __version__
from jointly.people.cookies import COOKIE
from jointly.people.guards import open_to_all
from jointly.sync.api import sync
from jointly.sync.kinds import KINDS
from jointly.sync.schemas import SyncAnswer, SyncRequest


def openapi_config() -> OpenAPIConfig:
    """Handler names are operation ids, so that a function has one name on both sides. No page from outside."""
    return OpenAPIConfig(
        title="Jointly",
        version=__version__,
        path="/api/schema",
        render_plugins=[JsonRenderPlugin(path="/litestar.json")],
        operation_id_creator=lambda handler, _method, _path: handler.fn.__name__,
        use_handler_docstrings=True,
    )


def document(app: Litestar) -> dict[str, Any]:
    """The whole API as OpenAPI 3.1: what Litestar knows, and the sync messages and bodies that it cannot see."""
    found = json.loads(json.dumps(app.openapi_schema.to_schema()))
    components = found.setdefault("components", {}).setdefault("schemas", {})
    (request, answer, *bodies), parts = msgspec.json.schema_components(
        (SyncRequest, SyncAnswer, *KINDS.values()), ref_template="#/components/schemas/{name}"
    )
    by_kind = dict(zip(KINDS, bodies, strict=True))
    components |= parts | {"Bodies": {"type": "object", "properties": by_kind, "required": sorted(KINDS)}}
    found["paths"]["/api/sync"] = {
        "post": {
            "tags": ["sync"],
            "summary": "Sync",
            "description": inspect.getdoc(sync.fn),
            "operationId": "sync",
            "requestBody": {"required": True, **_json(request)},
            "responses": {"200": {"description": "What was kept, and what is new", **_json(answer)}},
        }
    }
    components["Problem"] = PROBLEM
    guarded = _guarded(app)
    for methods in found["paths"].values():
        for method, operation in methods.items():
            changes = method != "get"
            _say_how_it_answers(operation)
            if operation["operationId"] in guarded:
                operation["security"] = [{"session": [], "token": []}] if changes else [{"session": []}]
    found["components"]["securitySchemes"] = SECURITY
    found["paths"] = {path: found["paths"][path] for path in sorted(found["paths"])}
    found["components"]["schemas"] = {name: components[name] for name in sorted(components)}
    return found


PROBLEM = {
    "title": "Problem",
    "description": "Why a request was refused, in words for whoever asked; `code` is for programs.",
    "type": "object",
    "properties": {"status": {"type": "integer"}, "code": {"type": "string"}, "message": {"type": "string"}},
    "required": ["status", "code", "message"],
    "additionalProperties": False,
}
SECURITY = {
    "session": {"type": "apiKey", "in": "cookie", "name": COOKIE, "description": "Made by signing in."},
    "token": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Jointly-CSRF",
        "description": "The `csrf` of `Me`, with every request that changes something.",
    },
}
FILES = {
    "export_everything": ("application/json", "object"),
    "export_spreadsheet": ("text/csv; charset=utf-8", "string"),
}
"""Operations that answer with a file: of which type, and what is in it."""


def _say_how_it_answers(operation: dict[str, Any]) -> None:
    """Every refusal is a `Problem`, and what has no body says so; Litestar's own words for both are not ours."""
    answers = operation["responses"]
    answers.pop("400", None)
    if "204" in answers:
        answers["204"] = {"description": "Done"}
    if operation["operationId"] in FILES:
        media_type, kind = FILES[operation["operationId"]]
        answers["200"]["content"] = {media_type: {"schema": {"type": kind}}}
    refused = _json({"$ref": "#/components/schemas/Problem"})
    answers["4XX"] = {"description": "Refused", **refused}
    answers["5XX"] = {"description": "Not possible now, or broken", **refused}


def _guarded(app: Litestar) -> set[str]:
    """The operations that need a session."""
    handlers = [handler for route in app.routes if isinstance(route, HTTPRoute) for handler in route.route_handlers]
    return {"sync"} | {handler.fn.__name__ for handler in handlers if open_to_all not in (handler.guards or ())}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def written(app: Litestar) -> str:
    """The document as it is kept in `pwa/openapi.json`."""
    return json.dumps(document(app), indent=1, ensure_ascii=False) + "\n"
