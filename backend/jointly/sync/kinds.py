"""The kinds of entry that devices may send, each with the struct of its body, owned by its room."""

import msgspec

from jointly.checkins.schemas import KINDS as CHECKINS
from jointly.diary.schemas import KINDS as DIARY
from jointly.people.rules import Access
from jointly.plans.goals import KINDS as GOALS
from jointly.plans.schemas import KINDS as PLANS
from jointly.prescribing.entries import KINDS as PRESCRIBING
from jointly.record.about import KINDS as ABOUT
from jointly.record.reading import View
from jointly.record.schemas import Body
from jointly.reminders.entries import KINDS as REMINDERS
from jointly.safety.schemas import KINDS as SAFETY

KINDS: dict[str, type[Body]] = {**ABOUT, **DIARY, **PLANS, **GOALS, **CHECKINS, **SAFETY, **PRESCRIBING, **REMINDERS}
SCOPE_OF: dict[str, str] = {kind: body.scope for kind, body in KINDS.items()}
"""What a share must name for an entry of a kind to be seen or written by somebody else."""
STAYS = frozenset(kind for kind, body in KINDS.items() if body.stays)
"""Kinds whose entries are never deleted by themselves."""
HERE = frozenset(kind for kind, body in KINDS.items() if body.here)
"""Kinds that the service writes, and takes from no device."""
_READ = {kind: msgspec.json.Decoder(body).decode for kind, body in KINDS.items()}
_write = msgspec.json.Encoder().encode


def view_of(access: Access) -> View | None:
    """What of a diary may be seen, or none when no part of it."""
    kinds = tuple(kind for kind, scope in SCOPE_OF.items() if scope in access.scopes)
    return View(kinds, notes="notes" in access.scopes) if kinds else None


def canonical(kind: str, body: bytes | msgspec.Raw) -> bytes:
    """The body, checked and written in one fixed way, so that equal content is equal bytes.

    Raises `KeyError` for an unknown kind and msgspec's `DecodeError` for a body that breaks its rules.
    """
    return _write(_READ[kind](body))
