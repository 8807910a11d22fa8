"""A device with no memory of its own: joins, sends batches and pulls, over plain HTTP."""

import uuid
from datetime import UTC, datetime

import httpx

from jointly.kit.ids import uuid7


class Writer:
    """One person with one device. `acknowledged` are the ids that the server said it kept."""

    def __init__(self, client: httpx.Client, code: str) -> None:
        self.client = client
        joined = client.post("/api/join", json={"code": code, "device": str(uuid.uuid4()), "called": "Ann"})
        joined.raise_for_status()
        self.person = joined.json()["person"]
        self.acknowledged: set[str] = set()
        self.number = 0

    def send(self, entries: list[dict]) -> dict:
        """Sends entries; when the answer arrives, those it names as kept are acknowledged."""
        answer = self._ask(entries, number=self.number)
        self.number = answer["number"]
        for index, _, length in answer["numbers"]:
            self.acknowledged |= {entry["id"] for entry in entries[index : index + length]}
        return answer

    def pull_all(self) -> list[dict]:
        """Everything the server has of this person, from the first number on."""
        rows, number = [], 0
        while True:
            page = self._ask([], number=number)
            rows += page["rows"]
            number = page["number"]
            if not page["more"]:
                return rows

    def _ask(self, entries: list[dict], *, number: int) -> dict:
        subject = {"subject": self.person, "grant": 0, "number": number, "entries": entries}
        said = {"device_now": datetime.now(UTC).isoformat(), "epoch": None, "subjects": [subject]}
        answer = self.client.post("/api/sync", json=said)
        answer.raise_for_status()
        return answer.json()["subjects"][0]


def batch(size: int = 20) -> list[dict]:
    """New pain entries of this moment."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    body = {"score": 4, "regions": ["left-knee"], "note": "Stiff this morning, better after moving about. " * 3}
    return [{"id": str(uuid7()), "kind": "pain", "at": at, "zone": "Europe/London", "body": body} for _ in range(size)]
