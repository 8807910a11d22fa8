"""Verb: who was sent to the organisation of whoever is signed in, and where each stands."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.people import audit
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.rules import REFERRAL
from jointly.people.vault import Gone, Session, Unknown
from jointly.prescribing import reading
from jointly.prescribing.groups.reaching import Reached, actor_of, reached, steps_of
from jointly.prescribing.groups.schemas import Inbox, InboxItem, InboxStep
from jointly.prescribing.reading import StepRow
from jointly.prescribing.schemas import Step
from jointly.prescribing.sealed import Said, open_said

PURPOSE = "referral"


async def inbox(house: House, *, session: Session) -> Inbox:
    """Who was sent to the publisher's organisation, each with only what it needs.

    That the list was opened is kept in the organisation's chain and in the service's before anything is given.
    """
    now = clock.now()
    found, steps = await house.db.read(
        _find, actor_of(session), now, actor=session.person, group=session.organisation, purpose=PURPOSE
    )
    await note_listed(house, session, len(found), now)
    called = await names(house, {one.row.person for one in found} | {step.by for step in steps})
    items = [await _item(house, one, steps, called) for one in found]
    return Inbox(people=sorted(filter(None, items), key=_order))


async def note_listed(house: House, session: Session, count: int, at: datetime) -> None:
    """Keeps that a list of people was opened: a row in the organisation's chain, and one in the service's."""
    facts = {"what": [REFERRAL], "count": count, "purpose": PURPOSE}
    events = [audit.did(session, "listed", chain=chain, **facts) for chain in (session.organisation, house.service)]
    who = {"actor": session.person, "subject": session.organisation, "group": house.service, "purpose": PURPOSE}
    await house.db.run(_note, house.audit_key, at, events, **who)


def _note(key: bytes, at: datetime, events: Sequence[audit.Event]):
    yield from audit.note(key, at, events)


def _find(actor, now: datetime):
    found = yield from reached(actor, now)
    steps = yield from steps_of(one.row.id for one in found)
    return found, steps


async def _item(house: House, one: Reached, steps: Sequence[StepRow], called: dict[UUID, str]) -> InboxItem | None:
    row = one.row
    try:
        key = await house.vault.key(row.person)
    except (Gone, Unknown):
        return None  # erased while we looked
    said = open_said(key, row.person, row.id, row.sealed)
    journal = [reading.shown_step(step, row.person, key, called) for step in steps if step.about == row.id]
    seen = reading.seen_by("group", journal)
    sent = next((step.said for step in reversed(seen) if step.kind == "send"), {})
    return InboxItem(
        id=row.id,
        called=called.get(row.person),
        listing=row.thing,
        name=str(said.get("name", "")),
        state=row.state,
        sent_at=one.sent_at,
        answered_at=one.answered_at,
        start=row.first_at or said.get("start"),
        contact=sent.get("contact"),
        adjustments=sent.get("adjustments"),
        words=sent.get("words"),
        visits=row.visits,
        missed=row.missed,
        closed_at=row.closed_at,
        steps=[_step(step) for step in seen if step.kind != "send"],
    )


def _step(step: Step) -> InboxStep:
    said: Said = step.said
    return InboxStep(
        id=step.id,
        kind=step.kind,
        side=step.side,
        at=step.at,
        called=step.called or said.get("name"),
        words=said.get("words"),
        start=said.get("start"),
        meets=said.get("meets"),
    )


def _order(item: InboxItem) -> tuple:
    """Those who wait for a first answer come first, who waits longest before the others; what is over comes last."""
    unanswered = item.state == "sent"
    newest = max([item.sent_at, *(step.at for step in item.steps)])
    since = item.sent_at.timestamp() if unanswered else -newest.timestamp()
    return (not unanswered, item.closed_at is not None, since, str(item.id))
