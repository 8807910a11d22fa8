"""Looks into a FHIR document: its resources, its values by path, and its codes."""

from collections.abc import Iterator
from typing import Any

SNOMED = "http://snomed.info/sct"


def resources(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Those of a kind, in order."""
    return [one["resource"] for one in made["entry"] if one["resource"]["resourceType"] == kind]


def section(made: dict[str, Any], title: str) -> dict[str, Any]:
    """The section of the Composition that has this title."""
    return next(one for one in resources(made, "Composition")[0]["section"] if one["title"] == title)


def fields(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Each value with its path in a resource, places in lists left out."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from fields(one, f"{path}.{key}")
    elif isinstance(value, list):
        for one in value:
            yield from fields(one, path)
    else:
        yield path, value


def codings(value: Any) -> Iterator[dict[str, Any]]:
    """Every Coding of a list of them, however deep."""
    if isinstance(value, dict):
        yield from value.get("coding", [])
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from codings(one)


def snomed(made: dict[str, Any]) -> list[tuple[str, str]]:
    """Each code of SNOMED CT, as (kind of resource, id)."""
    return [
        (entry["resource"]["resourceType"], one["code"])
        for entry in made["entry"]
        for one in codings(entry["resource"])
        if one["system"] == SNOMED
    ]
