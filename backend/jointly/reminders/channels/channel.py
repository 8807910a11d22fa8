"""What every channel is: words go to one address, and it is known what came of them as far as anybody can know."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

LONGEST_SUBJECT = 120
LONGEST_TEXT = 5_000
LONGEST_LINK = 900
"""Characters; a line of mail holds 998 bytes."""
_LINK = re.compile(r"https://[A-Za-z0-9.:\[\]-]+/[A-Za-z0-9._~/?=&%+-]*")
_REFERENCE = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Outcome(StrEnum):
    """What came of one message. Only `WAIT` may be tried again with this message."""

    SENT = "sent"
    """It was taken over by whoever delivers it."""
    REFUSED = "refused"
    """The address is no address, or not in use: never again to this one."""
    WAIT = "wait"
    """It was not sent, that is certain; nothing is said against the address."""
    UNKNOWN = "unknown"
    """It may have gone out and nobody answered: sent again, it could come twice."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said. Raises `ValueError` for what no message may hold.

    `subject` has 1 to 120 characters on one line; a channel without subjects leaves it out. `text` has 1 to 5,000, of
    several lines. `stop` is the https address by which one press ends such messages, without a question (RFC 8058).
    """

    subject: str
    text: str
    stop: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.subject) <= LONGEST_SUBJECT or _has_control(self.subject):
            raise ValueError(f"a subject has 1 to {LONGEST_SUBJECT} characters on one line")
        if not 1 <= len(self.text) <= LONGEST_TEXT or _has_control(self.text.replace("\n", "")):
            raise ValueError(f"a text has 1 to {LONGEST_TEXT} characters, and no control character but line feeds")
        if self.stop is not None and (len(self.stop) > LONGEST_LINK or not _LINK.fullmatch(self.stop)):
            raise ValueError(f"an address to stop messages is an https link of {LONGEST_LINK} characters at most")


class Channel(Protocol):
    """A way to reach somebody. Nothing is tried again in here: that is for whoever knows until when it is useful.

    When five messages in a row did not get through, it rests for a while and says `WAIT` at once: see `resting`.
    """

    name: Literal["email", "sms"]

    async def send(self, to: str, words: Words, *, reference: str) -> Outcome:
        """Hands words over to whoever delivers them, within `LONGEST` seconds of the module.

        `reference` names the message, the same each time it is tried: 1 to 64 letters, digits, `-` and `_`. Raises
        `ValueError` for another one and for words that the channel cannot carry, and nothing for what others do.
        """
        ...

    async def close(self) -> None:
        """Gives its threads back; what is under way is not waited for."""
        ...


def check_reference(reference: str) -> None:
    """Raises `ValueError` unless it is one."""
    if not _REFERENCE.fullmatch(reference):
        raise ValueError("a reference has 1 to 64 letters, digits, - and _")


def _has_control(text: str) -> bool:
    """Whether there is a character that ends a line, steers a terminal, or is only half of one."""
    return any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text)
