"""Reads what people and groups wrote to the team, as far as nobody has seen to it since: one statement for any list."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from jointly.caseload.support_rules import Wrote
from jointly.kit.db import Query
from jointly.kit.sealing import SealingKey
from jointly.prescribing.sealed import open_said


class Written(NamedTuple):
    """A question or a message of somebody who is not of the team, of something that is open."""

    id: UUID
    person: UUID
    about: UUID
    kind: str
    side: str
    at: datetime
    sealed: bytes | None


OPEN = (
    "exists (select 1 from prescription p where p.id = s.about and p.state <> 'closed') or "
    "exists (select 1 from referral r where r.id = s.about and r.state <> 'closed')"
)
"""It stands on nobody's list once what it is about is over: a thank-you at the end asks for nothing."""
SEEN_TO = (
    "exists (select 1 from step l where l.about = s.about and l.number > s.number and l.side = 'worker' "
    "and l.kind not in ('been', 'missed', 'undo')) or "
    "exists (select 1 from step l where l.person = s.person and l.kind = 'contact' and l.at > s.at)"
)
"""The team wrote or did something of it since, or spoke with them; a mark in a register is no answer."""


def find(people: Sequence[UUID]):
    """Unit: what these people, and the groups they were suggested to, wrote and nobody has seen to."""
    marks = ", ".join("?" * len(people))
    columns = ", ".join(f"s.{name}" for name in Written._fields)
    rows = yield Query(
        f"select {columns} from step s where s.person in ({marks}) and s.kind in ('ask', 'say') "  # nosec B608 # the names are ours, every value is bound
        f"and s.side in ('person', 'group') and ({OPEN}) and not ({SEEN_TO})",
        tuple(people),
    )
    return [Written(*row) for row in rows]


def waits(
    written: Sequence[Written], names: Mapping[UUID, str | None], key: SealingKey, zone: ZoneInfo
) -> tuple[Wrote, ...]:
    """What of one person's was for the team: whom a message is for is sealed with it."""
    return tuple(
        Wrote(
            wrote_on=one.at.astimezone(zone).date(),
            by_group=one.side == "group",
            name=names.get(one.about),
            about=one.about if one.about in names else None,
        )
        for one in written
        if one.kind == "ask" or open_said(key, one.person, one.id, one.sealed).get("to") == "worker"
    )
