"""The description of the API, from which the browser's types are made."""

import inspect
import json
from typing import Any

import msgspec
from litestar import Litestar
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from jointly import __version__
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
    found["paths"] = {path: found["paths"][path] for path in sorted(found["paths"])}
    found["components"]["schemas"] = {name: components[name] for name in sorted(components)}
    return found


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def written(app: Litestar) -> str:
    """The document as it is kept in `pwa/openapi.json`."""
    return json.dumps(document(app), indent=1, ensure_ascii=False) + "\n"
