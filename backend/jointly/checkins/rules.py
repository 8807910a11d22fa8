"""Which contact of a pathway is due, and since when or until when. A calendar, nothing more: no answer is looked at.

The phone runs the same rule (pwa/src/shared/rules/due.ts); both are held to the worked cases in
tests/verification/due.yaml. Days are days of the calendar, so clocks that change do not matter. The windows come from
the content; that a missed contact is passed over is Jointly's own choice and needs clinical sign-off.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from jointly.content.pathway_models import PathwayFacts

State = Literal["due", "overdue", "not-yet", "finished"]


@dataclass(frozen=True, slots=True)
class Window:
    """A contact and the days on which it is due, both included, counted from the day the pathway started."""

    contact: str
    from_day: int
    to_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where somebody stands on a pathway.

    ``days``: when due, how many days are left after today; when overdue, how many have passed since the last day; when
    not yet, how many until the first day; when finished, 0, and then there is no contact.
    """

    state: State
    contact: str | None = None
    from_: date | None = None
    to: date | None = None
    days: int = 0


def windows_of(pathway: PathwayFacts, variant: str | None) -> tuple[Window, ...]:
    """The contacts that somebody on this variant has, or that everybody has while none is chosen."""
    return tuple(
        Window(contact.slug, contact.due_from_day, contact.due_to_day)
        for contact in pathway.contacts
        if not contact.only_for or variant in contact.only_for
    )


def standing(
    pathway: Sequence[Window],
    *,
    started_on: date,
    ended: date | None,
    done: AbstractSet[str],
    today: date,
) -> Standing:
    """Where somebody stands: which contact is next, and whether it is due.

    A pathway that has ended is finished, whatever was left. A contact that is done counts whenever it was done, early
    or late: its day is not asked for. Contacts before the latest of those that are done are behind the person. Of
    those still open it is the first, or a later one whose window has begun: what was missed is passed over then. The
    first contact of all is never passed over for time alone, as everything later is compared with it.
    """
    behind = max((index for index, window in enumerate(pathway) if window.contact in done), default=-1)
    open_ = pathway[behind + 1 :]
    if ended is not None or not open_:
        return Standing(state="finished")
    begun = [window for window in open_ if started_on + timedelta(days=window.from_day) <= today]
    at = begun[-1] if begun and behind >= 0 else open_[0]
    from_, to = (started_on + timedelta(days=days) for days in (at.from_day, at.to_day))
    if today < from_:
        return Standing(state="not-yet", contact=at.contact, from_=from_, to=to, days=(from_ - today).days)
    if today <= to:
        return Standing(state="due", contact=at.contact, from_=from_, to=to, days=(to - today).days)
    return Standing(state="overdue", contact=at.contact, from_=from_, to=to, days=(today - to).days)
