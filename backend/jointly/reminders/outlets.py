"""What this process has to reach people with: set up once, from settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jointly.kit.push import Keys, Sender
from jointly.reminders.channels import Channel


@dataclass(frozen=True, slots=True)
class Outlets:
    """The sender of pushes and the keys it signs with, and the other channels by name; none of them has to be there."""

    sender: Sender | None = None
    keys: Keys | None = None
    more_hosts: frozenset[str] = frozenset()
    channels: Mapping[str, Channel] = field(default_factory=dict)

    def usable(self, name: str) -> bool:
        """Whether this channel was set up."""
        return self.sender is not None if name == "push" else name in self.channels
