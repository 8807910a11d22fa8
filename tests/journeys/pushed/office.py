"""Our own sender, asked by a test: it signs for the services that browsers believe in, and asks those on loopback."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from anyio.from_thread import BlockingPortal

from jointly.kit.push import Key, Keys, Message, Outcome, Sender, endpoint
from support.push.rig import Rig

CONTACT = "mailto:office@example.org"


def new_key() -> Key:
    """As an operator makes one."""
    return Key.from_secret(os.urandom(32))


class Office:
    """Who tells browsers something. `key` is what they subscribe with from now on."""

    def __init__(self, portal: BlockingPortal, sender: Sender, key: Key) -> None:
        self._portal, self._sender, self.key = portal, sender, key

    def tell(
        self,
        subscription: Mapping[str, Any],
        title: str,
        *,
        key: Key | None = None,
        topic: str | None = None,
        **more: Any,
    ) -> Outcome:
        """Sends a notification with one action, and whatever `more` there is in it."""
        keys = subscription["keys"]
        to = endpoint(subscription["endpoint"], keys["p256dh"], keys["auth"], more_hosts=frozenset())
        said = {"title": title, "data": {}, "actions": [{"action": "done", "title": "Done"}]} | more
        text = json.dumps({"web_push": 8030, "notification": said}).encode()
        message = Message(text, ttl=timedelta(minutes=10), urgency="high", topic=topic)
        return self._portal.call(self._sender.send, to, message, (key or self.key).id).outcome


@contextmanager
def open_office(rig: Rig, current: Key, *older: Key) -> Iterator[Office]:
    """One for the service of the rig."""
    sender = Sender(Keys(current, older), CONTACT, instead=rig.service.instead)
    with rig.portal.wrap_async_context_manager(sender):
        yield Office(rig.portal, sender, current)
