"""Somebody's record as the database gives it, made without a database."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from jointly.kit.sealing import SealingKey
from jointly.record.keeping import place_of
from jointly.record.merged import Sealed


@dataclass
class SealedRows:
    """Versions in the order in which they came, sealed for their person."""

    person: UUID = field(default_factory=uuid4)
    key: SealingKey = field(default_factory=lambda: SealingKey(bytes(range(32))))
    rows: list[Sealed] = field(default_factory=list)

    def write(self, kind: str, body: dict[str, Any] | None, at: str, *, id: str | None = None) -> UUID:
        """A new entry; gives its id. Without a body it is gone."""
        return self._add(kind, body, at, UUID(id) if id else uuid4(), None, None)

    def correct(self, entry: UUID, body: dict[str, Any] | None, at: str | None = None) -> UUID:
        """A later version of an entry, of the same time unless another is given; without a body it deletes it."""
        last = [row for row in self.rows if entry in (row.id, row.entry)][-1]
        return self._add(last.kind, body, at or last.at, uuid4(), entry, last.id)

    def damage(self, id: UUID) -> None:
        """A version that does not open any more."""
        self.rows = [row._replace(sealed=row.sealed[:-1] + b"\0\0") if row.id == id else row for row in self.rows]

    def _add(self, kind: str, body: Any, at: str, id: UUID, entry: UUID | None, previous: UUID | None) -> UUID:
        place = place_of(self.person, entry, id)
        sealed = None if body is None else self.key.seal(json.dumps(body).encode(), place)
        self.rows.append(Sealed(self.person, len(self.rows) + 1, id, entry, previous, kind, at, sealed))
        return id
