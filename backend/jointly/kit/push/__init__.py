"""Web push: how one message is made for one browser and handed over to the browser's own push service.

`Sender` is the one way in which this service hands over pushes. An endpoint is both a secret (who knows it can write to
that phone, in part) and an address that somebody else wrote (it must lead nowhere but to a push service): RFC 8030,
RFC 8291 and RFC 8292, and decision 16 for addresses.
"""

from jointly.kit.push.answers import Answer, Outcome
from jointly.kit.push.endpoints import BadEndpoint, Endpoint, endpoint
from jointly.kit.push.limits import Limits
from jointly.kit.push.messages import LONGEST_TEXT, LONGEST_TTL, Message, Urgency
from jointly.kit.push.opening import PushSetUp, push_set_up
from jointly.kit.push.sending import Sender
from jointly.kit.push.vapid import BadKey, Key, Keys

__all__ = [
    "LONGEST_TEXT",
    "LONGEST_TTL",
    "Answer",
    "BadEndpoint",
    "BadKey",
    "Endpoint",
    "Key",
    "Keys",
    "Limits",
    "Message",
    "Outcome",
    "PushSetUp",
    "Sender",
    "Urgency",
    "endpoint",
    "push_set_up",
]
