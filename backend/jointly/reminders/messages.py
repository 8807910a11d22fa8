"""What a message says: for a lock screen that anybody may see, in Declarative Web Push, and for other channels.

Nothing here names a condition, a part of the body, a service or an activity, unless its person chose details.
"""

import hmac
import json
import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal
from uuid import UUID

from jointly.content import Speak
from jointly.kit.push import LONGEST_TTL, Message
from jointly.kit.sealing import SealingKey
from jointly.reminders.channels import Words

DECLARATIVE = 8030
"""What tells a browser that it may show a push without our worker (W3C Push API, declarative push messages)."""
AT_ONCE = frozenset({"change", "reply", "referral"})
TO_DO = frozenset({"exercise", "date"})
"""Kinds of which somebody can say "Done" at once."""
PLACES = {
    "exercise": "/",
    "check-in": "/check-in",
    "session": "/suggested",
    "change": "/suggested",
    "reply": "/suggested",
    "date": "/more/reminders",
    "week": "/",
    "test": "/more/reminders",
    "unanswered": "/people",
    "due": "/people",
    "referral": "/organisation",
    "confirm": "/organisation",
}
"""Where a message of one kind leads: to places whose addresses say nothing either."""
LONGEST_NAME = 60


def answers_to(kinds: Set[str]) -> list[Literal["done", "later"]]:
    """What somebody can answer to a message of these kinds. What just happened is not put off, nor is a test."""
    done: list[Literal["done", "later"]] = ["done"] if kinds <= TO_DO else []
    return done if kinds & (AT_ONCE | {"test"}) else [*done, "later"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told at once: of which kinds, the keys that it answers, the names that may be said (with `detailed`)."""

    id: UUID
    kinds: tuple[str, ...]
    keys: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    detailed: bool = False
    until: datetime | None = None


ANSWER = b"reminder"
"""What the token of a message is good for: answering its notification."""


def token_of(key: SealingKey, id: UUID, purpose: bytes = ANSWER) -> str:
    """What stands for this id where nobody is signed in: made from it for one purpose, so it is kept nowhere."""
    return urlsafe_b64encode(id.bytes + key.digest(purpose + id.bytes)[:16]).decode().rstrip("=")


def id_with(key: SealingKey, token: str, purpose: bytes = ANSWER) -> UUID | None:
    """The id whose token for this purpose this is, or none."""
    try:
        raw = token.encode("ascii")
        whole = urlsafe_b64decode(raw + b"=" * (-len(raw) % 4))
    except ValueError:
        return None
    id = UUID(bytes=whole[:16]) if len(whole) == 32 else None
    return id if id and hmac.compare_digest(token_of(key, id, purpose), token) else None


def title_of(telling: Telling, speak: Speak) -> str:
    """One line that says enough by itself: some systems show nothing else."""
    if telling.detailed:
        if len(telling.names) == 1 and (name := _on_one_line(telling.names[0])):
            return speak("reminder-named", name=name)
        if len(set(telling.kinds)) == 1:
            return speak("reminder-detailed", kind=telling.kinds[0])
    if set(telling.kinds) <= AT_ONCE or len(telling.kinds) == 1:
        return speak("reminder-title", kind=telling.kinds[0])
    return speak("reminder-digest", count=len(telling.kinds))


def push_of(telling: Telling, *, token: str, origin: str, speak: Speak, now: datetime) -> Message:
    """The push: JSON that browsers with declarative push show themselves, and our worker shows elsewhere."""
    kinds = set(telling.kinds)
    place = PLACES[telling.kinds[0]] if len(kinds) == 1 else "/"
    actions = [
        {"action": answer, "title": speak(f"reminder-{answer}"), "navigate": f"{origin}{place}"}
        for answer in answers_to(kinds)
    ]
    notification = {
        "title": title_of(telling, speak),
        "body": speak("reminder-body"),
        "lang": "en-GB",
        "dir": "ltr",
        "navigate": f"{origin}{place}",
        "tag": sha256(telling.id.bytes).hexdigest()[:16],
        "data": {
            "token": token,
            "keys": list(telling.keys[:MOST_KEYS]),
            "kinds": sorted(kinds),
            "title_done": speak("reminder-already"),
            "body_done": speak("reminder-already-body"),
        },
        "actions": actions,
        "silent": False,
    }
    text = json.dumps(
        {"web_push": DECLARATIVE, "notification": notification, "mutable": True}, ensure_ascii=False
    ).encode()
    left = (telling.until - now) if telling.until else LONGEST_TTL
    return Message(
        text=text,
        ttl=max(timedelta(seconds=1), min(left, LONGEST_TTL)),
        urgency="normal" if kinds <= {"week"} else "high",
        topic=urlsafe_b64encode(telling.id.bytes).decode().rstrip("="),
    )


MOST_KEYS = 20
"""A push holds 1,900 bytes at most. What has more to answer is a digest after an outage, and shows as usual."""


def words_of(telling: Telling, *, origin: str, speak: Speak, stop: str | None) -> Words:
    """The same for e-mail and SMS: what to open, and how to stop these."""
    title = title_of(telling, speak)
    sentence = title if title.endswith((".", "?", "!", "…")) else f"{title}."
    text = speak("reminder-written", sentence=sentence, origin=origin)
    if stop:
        text += "\n\n" + speak("reminder-stop", link=stop)
    return Words(title, text, stop)


def _on_one_line(name: str) -> str:
    """A name as a title can hold it: without what ends a line or steers a terminal, and not too long."""
    plain = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") else letter for letter in name)
    name = " ".join(plain.split())
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
