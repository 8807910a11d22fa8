"""Hands messages over to whoever carries them, and says what came of each. Nothing is written down here but, by `mark`,
that an e-mail or SMS goes out now."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from jointly.content import Speak
from jointly.kit import clock
from jointly.kit.push import Answer, Endpoint, Message, Sender
from jointly.kit.push import Outcome as Pushed
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.reminders.channels import Outcome
from jointly.reminders.manner import Manner
from jointly.reminders.message_units import MessageRow, Settled, SubscriptionRow
from jointly.reminders.messages import Telling, push_of, token_of, words_of
from jointly.reminders.outlets import Outlets
from jointly.reminders.stopping import stop_link

log = logging.getLogger("jointly")

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=30)
TOLD_EVERY = 1.0
"""Seconds."""
MOST_AT_ONE_SERVICE = 4_000
"""Pushes that one push service has or that wait for it: one that answers, but slowly, must not have all that a process
may have in hand (`carrying`). What is more is tried later; at such a length it would be late in any case."""
WRITTEN_AT_ONCE = 10
"""E-mails and SMS that are marked as sent and on their way: as many are lost at most when a process dies."""
MOST_TRIES = 8
"""Half a minute, one, two, four… then every half hour: five in a quarter of an hour, eight in an hour and a half."""


@dataclass(slots=True)
class Came:
    """What came of handing over: the state of each message, and the browsers that are gone or refused us."""

    settled: list[Settled] = field(default_factory=list)
    gone: list[UUID] = field(default_factory=list)
    refused: list[UUID] = field(default_factory=list)


def all_of(some: Sequence[Came]) -> Came:
    """The same of all of them."""
    return Came(
        [one for came in some for one in came.settled],
        [one for came in some for one in came.gone],
        [one for came in some for one in came.refused],
    )


@dataclass(frozen=True, slots=True)
class Post:
    """One message with what it says and to where."""

    row: MessageRow
    telling: Telling
    subscription: SubscriptionRow | None
    manner: Manner


@dataclass(frozen=True, slots=True)
class Desk:
    """What handing over needs: the ways out, the key of tokens and endpoints, the words, and where links lead.

    `mark` writes down for good that a message goes out now, and gives whether this process is the one that may send it.
    `stopped` looks whether a person ended e-mails by the link in one: just before, as it counts from the press on.
    """

    outlets: Outlets
    key: SealingKey
    speak: Speak
    origin: str
    mark: Callable[[UUID], Awaitable[bool]]
    stopped: Callable[[UUID], Awaitable[bool]]
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(WRITTEN_AT_ONCE))
    busy: Counter[str] = field(default_factory=Counter)
    """How many pushes each push service has from here."""

    async def hand_over(self, posts: Sequence[Post]) -> AsyncIterator[Came]:
        """All of them at once; the sender sees to it that no push service gets too many at a time.

        What came of them is told as it comes, every second: whoever dies here should not have to send all again.
        """
        waiting = {asyncio.ensure_future(self._one(post)) for post in posts}
        try:
            while waiting:
                done, waiting = await asyncio.wait(waiting, timeout=TOLD_EVERY)
                yield all_of([one.result() for one in done])
        finally:
            for one in waiting:
                one.cancel()

    async def _one(self, post: Post) -> Came:
        came = Came()
        try:
            if post.row.channel == "push":
                came.settled.append(await self._push(post, came))
            elif post.row.channel in ("email", "sms"):
                async with self.places:
                    written = await self._write(post)
                came.settled += [written] if written else []
        except Exception as fault:
            # One message must not hold up the rest. A letter may have gone out: what is written of it stands.
            log.error("a message could not be handed over: %s, by %s", type(fault).__name__, post.row.channel)
            if post.row.channel == "push":
                came.settled.append(again(post.row, clock.now(), Answer(Pushed.FAILED)))
        return came

    async def _push(self, post: Post, came: Came) -> Settled:
        row, now = post.row, clock.now()
        if post.subscription is None or self.outlets.sender is None:
            return Settled(row.id, "failed", fault="no-subscription")
        if row.until <= now:
            return Settled(row.id, "dead", fault="too-late")
        if row.tries >= MOST_TRIES:
            # Each time this process, or another, died before it could say what came of it.
            return Settled(row.id, "dead", fault="too-often")
        try:
            to = opened_endpoint(self.key, post.subscription)
        except (Unreadable, msgspec.DecodeError):
            came.gone.append(post.subscription.device)
            return Settled(row.id, "failed", fault="unreadable")
        token = token_of(self.key, row.id)
        said = push_of(post.telling, token=token, origin=self.origin, speak=self.speak, now=now)
        answer = await self._asked(self.outlets.sender, to, said, post.subscription.key)
        match answer.outcome:
            case Pushed.SENT:
                return Settled(row.id, "sent")
            case Pushed.GONE:
                came.gone.append(post.subscription.device)
                return Settled(row.id, "failed", fault="gone")
            case Pushed.REFUSED:
                came.refused.append(post.subscription.device)
                return Settled(row.id, "failed", fault=f"refused-{answer.status or 'here'}")
            case Pushed.TOO_BIG:
                return Settled(row.id, "dead", fault="too-big")
        return again(row, clock.now(), answer)

    async def _asked(self, sender: Sender, to: Endpoint, said: Message, key: str) -> Answer:
        service = to.origin
        if self.busy[service] >= MOST_AT_ONE_SERVICE:
            return Answer(Pushed.WAIT)
        self.busy[service] += 1
        try:
            return await sender.send(to, said, key)
        finally:
            self.busy[service] -= 1
            if not self.busy[service]:
                del self.busy[service]

    async def _write(self, post: Post) -> Settled | None:
        row = post.row
        address = post.manner.email if row.channel == "email" else post.manner.mobile
        channel = self.outlets.channels.get(row.channel)
        if channel is None or not address:
            return Settled(row.id, "failed", fault="no-address")
        if row.until <= clock.now():
            return Settled(row.id, "dead", fault="too-late")
        by_email = row.channel == "email"
        if by_email and await self.stopped(row.person):
            return Settled(row.id, "failed", fault="stopped")
        if not await self.mark(row.id):
            return None
        stop = stop_link(self.key, self.origin, row.person) if by_email else None
        words = words_of(post.telling, origin=self.origin, speak=self.speak, stop=stop)
        match await channel.send(address, words, reference=row.id.hex):
            case Outcome.SENT:
                return Settled(row.id, "sent")
            case Outcome.UNKNOWN:
                # It may have gone out: to send it again could be twice.
                return Settled(row.id, "sent", fault="unknown")
            case Outcome.REFUSED:
                return Settled(row.id, "failed", fault="refused")
        return again(row, clock.now(), Answer(Pushed.WAIT))


def again(row: MessageRow, now: datetime, answer: Answer) -> Settled:
    """A message that did not go out: later once more, while that is of any use, and not for ever."""
    wait = answer.wait or min(FIRST_WAIT * 2**row.tries, LONGEST_WAIT)
    fault = f"{answer.outcome}-{answer.status or 'none'}"
    if row.tries + 1 >= MOST_TRIES or now + wait >= row.until:
        return Settled(row.id, "dead", fault=fault)
    return Settled(row.id, "sending", now + wait, fault)


class Kept(msgspec.Struct, frozen=True):
    """An endpoint as it rests, sealed."""

    url: str
    p256dh: bytes
    auth: bytes


def sealed_endpoint(key: SealingKey, device: UUID, to: Endpoint) -> bytes:
    """For the row of this device, and no other."""
    return key.seal(msgspec.json.encode(Kept(to.url, to.p256dh, to.auth)), b"subscription" + device.bytes)


def opened_endpoint(key: SealingKey, row: SubscriptionRow) -> Endpoint:
    """Raises `Unreadable` for another device's."""
    kept = msgspec.json.decode(key.open(row.sealed, b"subscription" + row.device.bytes), type=Kept)
    return Endpoint(kept.url, kept.p256dh, kept.auth)


def by_device(rows: Sequence[SubscriptionRow]) -> Mapping[UUID, SubscriptionRow]:
    """Subscriptions by their device."""
    return {row.device: row for row in rows}
