"""The patterns that an organisation says, as schedules and back. Each keeps its id, which names it in calendars.

A pattern that is said as before is the same one. One that was changed takes the place of the one most like it; what is
said besides is new. So a second time stays itself in a calendar when the first one is taken away.
"""

from collections.abc import Sequence
from uuid import UUID, uuid5

from msgspec.structs import replace

from jointly.listings.model import Schedule
from jointly.listings.publishing.schemas import Runs

UNNAMED = UUID(int=0)


def schedules_of(said: Sequence[Runs], listing: UUID, before: Sequence[Schedule]) -> tuple[Schedule, ...]:
    """The schedules of what is said now, where `before` are those that the listing had."""
    made = [_schedule(runs) for runs in said]
    left = list(before)
    ids: dict[int, UUID] = {}
    for place, one in enumerate(made):
        same = next((other for other in left if replace(other, id=UNNAMED) == one), None)
        if same:
            left.remove(same)
            ids[place] = same.id
    for place, one in enumerate(made):
        if place not in ids and left:
            like = max(left, key=lambda other: _likeness(one, other))
            left.remove(like)
            ids[place] = like.id
    taken = {other.id for other in before}
    for place in range(len(made)):
        if place not in ids:
            names = (uuid5(listing, f"schedule {number}") for number in range(len(made) + len(before)))
            ids[place] = next(id for id in names if id not in taken)
            taken.add(ids[place])
    return tuple(replace(one, id=ids[place]) for place, one in enumerate(made))


def runs_of(schedule: Schedule) -> Runs:
    """What was said, read back."""
    return Runs(
        first=schedule.start_on,
        start=schedule.start,
        end=schedule.end,
        every=schedule.every,
        interval=schedule.interval,
        days=list(schedule.days),
        weeks=list(schedule.weeks),
        last=schedule.ends_on if schedule.every else None,
        not_on=list(schedule.except_on),
    )


def _schedule(runs: Runs) -> Schedule:
    return Schedule(
        id=UNNAMED,
        start_on=runs.first,
        start=runs.start,
        end=runs.end,
        every=runs.every,
        interval=runs.interval,
        days=tuple(runs.days),
        weeks=tuple(runs.weeks),
        ends_on=runs.last or (None if runs.every else runs.first),
        count=None if runs.every else 1,
        except_on=tuple(sorted(set(runs.not_on))),
    )


def _likeness(one: Schedule, other: Schedule) -> int:
    return 4 * (one.days == other.days) + 2 * (one.start == other.start) + (one.every == other.every)
