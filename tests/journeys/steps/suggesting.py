"""What the team and a group do about somebody's support, from the office: the other side of a phone's journey."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from jointly.kit.ids import uuid7
from journeys.clinic import Clinic


def refer(clinic: Clinic, person: str) -> dict[str, Any]:
    """Sam takes somebody on who agreed to it."""
    details = {"referrer": "Dr Shah", "agreed": "asked"}
    return _put(clinic, f"/api/referrals/{uuid7()}", {"person": person, "source": "practice", "details": details})


def suggest(clinic: Clinic, person: str, **changes: Any) -> str:
    """Sam suggests something; gives its id."""
    said = {"person": person, "kind": "activity", "thing": str(uuid4()), "name": "Chair yoga"}
    said |= {"why": "You said mornings are hard."} | changes
    return _put(clinic, f"/api/prescriptions/{uuid7()}", said)["id"]


def step(clinic: Clinic, suggestion: str, kind: str, **said: Any) -> None:
    """Sam writes down a step: the team's own, or with `side` the group's; a group is told of who agreed to it."""
    said = ({"agreed": True} if kind == "send" else {}) | said
    _put(clinic, f"/api/prescriptions/{suggestion}/steps/{uuid7()}", {"kind": kind, "at": now().isoformat()} | said)


def stands(clinic: Clinic, person: str) -> dict[str, tuple[str, list[str]]]:
    """What the service holds: by name, the state of each suggestion and the kinds of its steps."""
    answer = clinic.sam.get(f"/api/people/{person}/support")
    answer.raise_for_status()
    found = answer.json()["prescriptions"]
    return {one["name"]: (one["state"], [step["kind"] for step in one["steps"]]) for one in found}


def booked(clinic: Clinic, suggestion: str, **said: Any) -> str:
    """The group was told and booked a visit in 3 days, with its plan; gives when."""
    start = (now() + timedelta(days=3)).replace(hour=10, minute=30, second=0, microsecond=0).isoformat()
    step(clinic, suggestion, "send", words="Uses a stick.")
    step(clinic, suggestion, "book", side="group", start=start, meets="Jo, at the door", wear="Flat shoes", **said)
    return start


def now() -> datetime:
    """By the office's clock."""
    return datetime.now(UTC)


def _put(clinic: Clinic, path: str, said: dict[str, Any]) -> dict[str, Any]:
    answer = clinic.sam.put(path, json=said)
    assert answer.status_code == 200, answer.text
    return answer.json()
