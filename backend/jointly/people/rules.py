"""Who may see what of whom: the one place where that is decided. Values in, values out.

Access follows from a relationship and a consent, never from a role alone. The relationship: being that person, being
named by them (a carer), working for the service they belong to, or for an organisation they were referred to. The
consent: a share of theirs that is running. Its worked cases are in tests/verification/access.yaml.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Literal
from uuid import UUID

DIARY_SCOPES = ("pain", "exercise", "checkins", "notes")
"""What of a diary can be shared. `notes` are the words a person adds; without it they are left out."""
ABOUT = "about"
"""How to reach and help somebody: contact, language, adjustments, interpreter. In every share with staff."""
REFERRAL = "referral"
"""What an organisation needs to welcome somebody: what they are called, and the adjustments they ask for."""
SUPPORT = "support"
"""The social prescribing record: referrals, what was suggested, conversations. A referral brings its share."""
SCOPES = (*DIARY_SCOPES, ABOUT, REFERRAL, SUPPORT)
OWN = "own"
"""What no share can name: of how somebody wants to be reminded, nobody else sees anything."""

PATIENT, CARER, ADVISOR, LINK_WORKER = "patient", "carer", "advisor", "link-worker"
PUBLISHER, LEAD, ADMINISTRATOR = "publisher", "lead", "administrator"
READERS = frozenset({ADVISOR, LINK_WORKER})
"""Staff who may be shared with. A lead or an administrator runs the service and reads nobody's record."""
STAFF = READERS | {PUBLISHER, LEAD, ADMINISTRATOR}
MANAGERS = frozenset({LEAD, ADMINISTRATOR})

WithKind = Literal["person", "service", "organisation", "emergency"]
As = Literal["self", "carer", "staff", "organisation", "emergency"]
WAYS: dict[As, tuple[str, ...]] = {
    "self": ("self", "paper"),
    "carer": ("carer",),
    "staff": ("phone", "paper", "together"),
}
"""How entries may be marked that somebody writes: for staff from a call, from paper, or together with the person."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks."""

    person: UUID
    role: str
    service: UUID
    organisation: UUID | None


@dataclass(frozen=True, slots=True)
class Given:
    """A share, as far as it decides anything."""

    id: UUID
    with_kind: WithKind
    with_id: UUID | None
    scopes: frozenset[str]
    may_write: bool
    ends_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Access:
    """What an actor may see in the record of `subject`, and write there in which ways.

    `grant` changes whenever that changes; 0 means the person's own, all of it.
    """

    subject: UUID
    as_: As
    scopes: frozenset[str]
    writes: frozenset[str]
    ways: tuple[str, ...]
    grant: int
    ends_at: datetime | None = None
    """When the last of it is over by itself; none while a share has no end."""

    @property
    def may_write(self) -> bool:
        """Whether anything may be written."""
        return bool(self.writes)


def access_of(actor: Actor, subject: UUID, shares: Iterable[Given], now: datetime) -> Access | None:
    """What `actor` may see of `subject`, whose shares these are; none when nothing."""
    if actor.person == subject:
        return Access(subject, "self", frozenset((*SCOPES, OWN)), frozenset((*SCOPES, OWN)), WAYS["self"], 0)
    reached = [(share, as_) for share in shares if is_running(share, now) and (as_ := _reached_as(actor, share))]
    if not reached:
        return None
    as_ = min((as_ for _, as_ in reached), key=("staff", "carer", "organisation", "emergency").index)
    scopes = frozenset[str]().union(*(share.scopes for share, _ in reached))
    scopes = scopes & {REFERRAL} if as_ == "organisation" else scopes
    ways = WAYS.get(as_, ())
    writes = frozenset[str]().union(*(share.scopes for share, _ in reached if share.may_write and ways))
    ends = [share.ends_at for share, _ in reached]
    over_at = None if None in ends else max(end for end in ends if end)
    return Access(subject, as_, scopes, writes, ways if writes else (), _grant(reached, scopes, writes), over_at)


def is_running(share: Given, now: datetime) -> bool:
    """Whether a share is neither withdrawn nor over."""
    return share.ended_at is None and (share.ends_at is None or share.ends_at > now)


def _reached_as(actor: Actor, share: Given) -> As | None:
    """In what part a share reaches the actor, or none."""
    match share.with_kind:
        case "service" if actor.role in READERS and share.with_id == actor.service:
            return "staff"
        case "person" if share.with_id == actor.person and actor.role in (*READERS, PATIENT, CARER):
            return "staff" if actor.role in READERS else "carer"
        case "organisation" if actor.role == PUBLISHER and actor.organisation and share.with_id == actor.organisation:
            return "organisation"
        case "emergency" if actor.role in READERS and share.with_id == actor.person:
            return "emergency"
    return None


def _grant(reached: list[tuple[Given, As]], scopes: frozenset[str], writes: frozenset[str]) -> int:
    """A number of 48 bits that stands for what may be seen, so that a phone knows when to read again from the start."""
    said = repr((sorted(str(share.id) for share, _ in reached), sorted(scopes), sorted(writes)))
    return int.from_bytes(blake2b(said.encode(), digest_size=6).digest()) | 1 << 47
