"""What one look of the dispatcher tells whom, and by which channels: decided on values, before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from uuid import UUID, uuid5

from jointly.reminders.manner import NO_MANNER, Manner
from jointly.reminders.message_units import MOST_DEVICES, MessageRow, SubscriptionRow
from jointly.reminders.messages import Telling
from jointly.reminders.outlets import Outlets
from jointly.reminders.rules.grouping import now_due
from jointly.reminders.rules.local import instant, local_day, zone_called
from jointly.reminders.rules.slots import key_from
from jointly.reminders.units import DueRow

AFTER_PUSH = ("email", "sms")
"""Where else somebody is reached, in this order, when their phone is not."""
LIST = "list"
"""The in-app list: the last resort, which needs nobody and is never sent."""
MOST_IN_A_DAY = 20
"""Tellings of one person and day that go out, tests apart: whatever goes wrong, nobody is told on and on. What is
more stands in the list alone."""


@dataclass(slots=True)
class Told:
    """What is told to one person: the slots, the messages that carry them, and how much they were told before on this
    day."""

    telling: Telling
    person: UUID
    rows: list[DueRow]
    messages: list[MessageRow] = field(default_factory=list)
    earlier: int = 0

    @property
    def is_held_back(self) -> bool:
        """Whether it is more than goes out in a day. A test that somebody asks for always does."""
        return self.earlier >= MOST_IN_A_DAY and set(self.telling.kinds) != {"test"}


@dataclass(slots=True)
class Decided:
    """Of one look: what is told, and what nobody came for in time."""

    told: list[Told] = field(default_factory=list)
    late: list[DueRow] = field(default_factory=list)


def decide(rows: Iterable[DueRow], manners: Mapping[UUID, Manner], now: datetime) -> Decided:
    """One telling a person at most, of all that is due now and of what falls together with it."""
    by_person: dict[UUID, list[DueRow]] = {}
    found = Decided()
    for row in rows:
        if row.until <= now:
            found.late.append(row)
        else:
            by_person.setdefault(row.person, []).append(row)
    for person, waiting in by_person.items():
        if due := now_due(waiting, now):
            found.told.append(told_of(person, due, manners.get(person, NO_MANNER)))
    return found


def told_of(person: UUID, due: Sequence[DueRow], manner: Manner, names: Sequence[str] = ()) -> Told:
    """A telling of these slots. Its id follows from them: whoever tells the same makes the same."""
    id = uuid5(person, "/".join(sorted(row.id.hex for row in due)))
    telling = Telling(
        id=id,
        kinds=tuple(row.kind for row in due),
        keys=tuple(key_from(row.id) for row in due),
        names=tuple(names),
        detailed=manner.detailed,
        until=max(row.until for row in due),
    )
    return Told(telling, person, list(due))


def by_day(people: Iterable[UUID], manners: Mapping[UUID, Manner], now: datetime) -> dict[datetime, list[UUID]]:
    """These people by when the day began that it is where they are."""
    zones: dict[str, list[UUID]] = {}
    for person in people:
        zones.setdefault(manners.get(person, NO_MANNER).zone, []).append(person)
    days: dict[datetime, list[UUID]] = {}
    for name, some in zones.items():
        zone = zone_called(name)
        days.setdefault(instant(local_day(now, zone), time(0), zone), []).extend(some)
    return days


def first_messages(
    told: Told, subscriptions: Sequence[SubscriptionRow], manner: Manner, outlets: Outlets, now: datetime
) -> list[MessageRow]:
    """A push to every browser. Where there is none, or where they all fell silent, the next channel has it too. What
    is held back is in the list alone."""
    if told.is_held_back:
        return [message(told, LIST, now)]
    if not outlets.usable("push"):
        subscriptions = ()
    found = [message(told, "push", now, one.device) for one in subscriptions[:MOST_DEVICES]]
    if all(one.is_quiet for one in subscriptions):
        found.append(message(told, other_channels(manner, outlets)[0], now))
    return found


def other_channels(manner: Manner, outlets: Outlets) -> list[str]:
    """Where a telling goes when pushes come to nothing, in order: by what its person and the service both have, and at
    last into the list, which cannot fail."""
    addresses = {"email": manner.email, "sms": manner.mobile}
    return [*(name for name in AFTER_PUSH if outlets.usable(name) and addresses[name]), LIST]


def message(told: Told, channel: str, now: datetime, device: UUID | None = None) -> MessageRow:
    """One way in which a telling goes out; the same way has the same id."""
    return MessageRow(
        id=uuid5(told.telling.id, f"{channel}/{device or ''}"),
        telling=told.telling.id,
        person=told.person,
        channel=channel,
        device=device,
        kinds=" ".join(dict.fromkeys(told.telling.kinds)),
        made_at=now,
        until=told.telling.until or now,
        tries=0,
    )
