"""Asks the standards' own tools, offline, what they think of what is given out: see tests/node/given-out.ts."""

import hashlib
import json
from pathlib import Path
from typing import Any

from support.fixtures import fixture_json
from support.repository import ROOT
from web_build import run_node

ACTIVITY_LIST = "https://openactive.io/activity-list"
CONTEXTS = (
    "https://openactive.io/ns-beta",
    "https://openactive.io/ns-beta/",
    "https://www.openactive.io/ns-beta/oa.jsonld",
    "https://openactive.io/ns-extension",
    "https://www.openactive.io/ns/oa.jsonld",
)
STUB = {"@context": {"oa": "https://openactive.io/", "schema": "https://schema.org/"}}


def seeded(folder: Path) -> Path:
    """A cache as the data-model-validator keeps one, with the list of activities of the fixtures in it."""
    cache = folder / "terms"
    cache.mkdir()
    for url, data in (
        (ACTIVITY_LIST, fixture_json("openactive-lists/activity-list.jsonld")),
        *((context, STUB) for context in CONTEXTS),
    ):
        kept = {
            "errorCode": "error_none",
            "data": data,
            "statusCode": 200,
            "url": url,
            "exception": None,
            "contentType": "application/ld+json",
            "fetchTime": 4_000_000_000_000,
        }
        (cache / f"{hashlib.sha256(url.encode()).hexdigest()}.json").write_text(json.dumps(kept))
    return cache


def told(folder: Path, **asked: Any) -> dict[str, Any]:
    """What the tools say: `items`, `site`, `catalogue`, `feeds` (failures) and `starts` of `calendars`."""
    cache = seeded(folder) if {"items", "site", "catalogue"} & asked.keys() else folder
    nothing = {"items": [], "site": "", "feeds": [], "calendars": [], "until": "2030-01-01T00:00:00Z"}
    (folder / "asked.json").write_text(json.dumps(nothing | {"cache": str(cache)} | asked))
    run_node(
        "--disable-warning=ExperimentalWarning",
        "tests/node/given-out.ts",
        folder / "asked.json",
        folder / "told.json",
        cwd=ROOT,
    )
    return json.loads((folder / "told.json").read_text())
