"""What this process has to reach people with: set up once, from settings."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from jointly.kit.push import Sender
from jointly.people.house import House
from jointly.reminders.channels import Channel, channels_of
from jointly.settings import Settings


@dataclass(frozen=True, slots=True)
class Outlets:
    """The sender of pushes, and the other channels by name; none of them has to be there."""

    sender: Sender | None = None
    channels: Mapping[str, Channel] = field(default_factory=dict)

    def usable(self, name: str) -> bool:
        """Whether this channel was set up."""
        return self.sender is not None if name == "push" else name in self.channels


@asynccontextmanager
async def outlets_of(settings: Settings, house: House) -> AsyncIterator[Outlets]:
    """What was set up, open while the block runs."""
    channels = channels_of(settings)
    try:
        if house.push_keys is None or settings.push is None:
            yield Outlets(channels=channels)
            return
        push = settings.push
        given = {"more_hosts": push.more_hosts, "instead": push.instead}
        async with Sender(house.push_keys, push.contact, **given) as sender:
            yield Outlets(sender, channels)
    finally:
        for channel in channels.values():
            await channel.close()
