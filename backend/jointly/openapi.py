"""The description of the API, from which the browser's types are made."""

import json
from typing import Any

import msgspec
from litestar import Litestar
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from pydantic.json_schema import models_json_schema

from jointly import __version__
from jointly.sync.kinds import KINDS
from jointly.sync.schemas import SyncAnswer, SyncRequest

_REF = "#/components/schemas/{}"


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
    (request, answer), sync_parts = msgspec.json.schema_components(
        (SyncRequest, SyncAnswer), ref_template=_REF.replace("{}", "{name}")
    )
    references, bodies = models_json_schema(
        [(model, "serialization") for model in KINDS.values()],
        by_alias=True,
        ref_template=_REF.replace("{}", "{model}"),
    )
    components |= sync_parts | bodies["$defs"] | {"Bodies": _by_kind(references)}
    operation = found["paths"]["/api/sync"]["post"]
    operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": request}}}
    operation["responses"]["200"]["content"] = {"application/json": {"schema": answer}}
    found["paths"] = {path: found["paths"][path] for path in sorted(found["paths"])}
    found["components"]["schemas"] = {name: components[name] for name in sorted(components)}
    return found


def _by_kind(references: dict[Any, dict[str, str]]) -> dict[str, Any]:
    """Which body goes with which kind of entry, so that the browser's types know it too."""
    properties = {kind: references[(model, "serialization")] for kind, model in sorted(KINDS.items())}
    return {"type": "object", "properties": properties, "required": sorted(KINDS)}


def written(app: Litestar) -> str:
    """The document as it is kept in `pwa/openapi.json`."""
    return json.dumps(document(app), indent=1, ensure_ascii=False) + "\n"
