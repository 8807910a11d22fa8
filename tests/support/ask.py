"""How a route is asked for what is another's: which of their ids are sent, who may, and what of it may be told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from jointly.kit.ids import uuid7

READERS, MANAGERS = {"advisor", "link-worker"}, {"lead", "administrator"}
EVERYBODY = {"patient", "carer", "publisher", *READERS, *MANAGERS}
OWN = {"fresh", "shared", "shown", "shared_episode", "shared_suggestion"}
"""Names of ids that are no secret of the other's: a new one, who shares with the service, with what they have
there, and a listing that all find."""
Ids = dict[str, Any]


@dataclass(frozen=True)
class Ask:
    """One way to ask a route: which of another's ids stand in its address, and what body goes with it.

    `may` are roles that may do this inside their own service: for them it is no trespass; where they are told only
    some facts, `seen` names those. `refused` says that the id is the asker's to choose, so that a fresh one is kept and
    another's is refused. `public` are facts that everybody is told here, of any service.
    """

    path: dict[str, str] = field(default_factory=dict)
    body: Callable[[Ids, Ids], Any] | None = None
    may: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    refused: bool = False
    public: frozenset[str] = frozenset()


def ask(
    *,
    body: Any = None,
    may: set[str] = frozenset(),
    seen: set[str] = frozenset(),
    refused: bool = False,
    public: set[str] = frozenset(),
    **path: str,
) -> Ask:
    """An `Ask`; a body without ids may be given as it is."""
    made = body if callable(body) or body is None else lambda _ids, _own: body
    return Ask(path, made, frozenset(may), frozenset(seen), refused, frozenset(public))


def used(way: Ask) -> set[str]:
    """The names of the other's ids that a way of asking sends."""
    asked: set[str] = set()

    class Noting(dict):
        def __missing__(self, name: str) -> str:
            asked.add(name)
            return str(uuid4())

    if way.body:
        way.body(Noting(fresh=str(uuid7())), {"person": str(uuid4())})
    return (asked | set(way.path.values())) - OWN
