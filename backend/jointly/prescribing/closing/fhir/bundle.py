"""Puts resources together: an id that is the same each time, a reference to it, and nothing empty in it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from jointly.kit.clock import rfc3339
from jointly.prescribing.closing.fhir import codes
from jointly.prescribing.closing.letter import clean
from jointly.prescribing.closing.model import Coded

Resource = dict[str, Any]
Reference = dict[str, str]


class Entries:
    """The resources of a document by id, in the order in which they were added; one that is there already stays."""

    def __init__(self, message: UUID) -> None:
        self.message = message
        self.resources: dict[str, Resource] = {}

    def add(self, kind: str, key: str | UUID, **fields: Any) -> Reference:
        """`key` tells a resource from the others of its kind in this message; a UUID is its id, here and elsewhere."""
        id = str(key if isinstance(key, UUID) else uuid5(self.message, f"{kind}/{clean(key)}"))
        meta = {"profile": [codes.profile(kind)]} if kind in codes.PROFILED else None
        resource = {"resourceType": kind, "id": id, "meta": meta, **fields}
        self.resources.setdefault(id, pruned(resource))
        return {"reference": f"urn:uuid:{id}"}


def pruned(value: Any) -> Any:
    """The same without what is empty, dates and times as FHIR writes them, and all text without control characters."""
    match value:
        case str():
            return clean(value)
        case datetime():
            return rfc3339(value)
        case date():
            return value.isoformat()
        case dict():
            return {key: one for key, each in value.items() if not _nothing(one := pruned(each))}
        case list() | tuple():
            return [one for each in value if not _nothing(one := pruned(each))]
        case _:
            return value


def _nothing(value: Any) -> bool:
    return value is None or value in ("", [], {})


def concept(text: str, system: str = "", code: str = "") -> dict[str, Any]:
    """A code with our own words beside it, or words alone."""
    return {"coding": [{"system": system, "code": code}] if code else [], "text": text}


def coded(value: Coded | None) -> dict[str, Any]:
    """PRSB's code or free text."""
    return concept(value.text, codes.SNOMED, value.code) if value else {}


def notes(*texts: str) -> list[dict[str, str]]:
    """Annotations, one for each text that says something."""
    return [{"text": text} for text in texts if text.strip()]


def period(start: date | None, end: date | None) -> dict[str, Any]:
    """From and to, where they are known."""
    return {"start": start, "end": end}
