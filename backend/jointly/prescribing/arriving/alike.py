"""What two records may have in common, kept as keyed digests that can be compared and not read."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

from jointly.kit.db import Many, Query
from jointly.kit.sealing import SealingKey
from jointly.prescribing.rules.who import features

Digests = list[tuple[str, bytes]]
MOST_PAIRS = 2_000
"""Pairs that are looked at together."""


def digests(key: SealingKey, *, nhs_number: str | None, born_on, family_name: str | None) -> Digests:
    """The digests of what is known of somebody; `key` is the service's own, so that they are no use elsewhere."""
    found = features(nhs_number, born_on, family_name)
    return [(kind, key.digest(f"likeness/{kind}/{value}".encode())) for kind, value in found.items()]


def keep(person: UUID, service: UUID, found: Digests):
    """Unit: keeps digests of somebody. Keeping them again changes nothing."""
    if found:
        yield Many(
            "insert into likeness (id, person, service, kind, digest) values (?, ?, ?, ?, ?) "
            "on conflict (id) do nothing",
            [(uuid5(person, f"{kind}/{digest.hex()}"), person, service, kind, digest) for kind, digest in found],
        )


def shared_by(row: str) -> str:
    """SQL with the time as its one value: whether the person of a row that names a service lets its team see their
    support."""
    return (
        f"exists (select 1 from share s where s.person = {row}.person and s.with_kind = 'service' "  # nosec B608 # the names are ours, every value is bound
        f"and s.with_id = {row}.service and s.ended_at is null and (s.ends_at is null or s.ends_at > ?) "
        "and ' ' || s.scopes || ' ' like '% support %')"
    )


def pairs(people: Iterable[UUID], service: UUID, now: datetime):
    """Unit: who is like these people, and in what: (one, other, kind). Who ended sharing with the team is nobody's
    likeness."""
    wanted = tuple(people)
    if not wanted:
        return []
    marks = ", ".join("?" * len(wanted))
    return (
        yield Query(
            "select l.person, o.person, l.kind from likeness l join likeness o on o.digest = l.digest "  # nosec B608 # the names are ours, every value is bound
            f"and o.kind = l.kind and o.service = l.service and o.person <> l.person "
            f"where l.person in ({marks}) and l.service = ? and {shared_by('o')} "
            "order by l.person, o.person, l.kind limit ?",
            (*wanted, service, now, MOST_PAIRS),
        )
    )


def judge(referral: UUID, arrived: UUID, person: UUID, service: UUID, same: bool, by: UUID, at: datetime):
    """Unit: keeps what somebody said of two who are alike; the last word counts."""
    yield Query(
        'insert into judged (id, referral, arrived, person, service, same, "by", at) values (?, ?, ?, ?, ?, ?, ?, ?) '
        'on conflict (id) do update set same = excluded.same, "by" = excluded."by", at = excluded.at',
        (uuid5(referral, str(person)), referral, arrived, person, service, same, by, at),
    )
