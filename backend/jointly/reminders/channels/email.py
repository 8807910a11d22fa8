"""E-mail over SMTP: plain text, from the service's own address."""

import email.policy
import ssl
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Literal

from jointly.kit import clock
from jointly.kit.mail_server import MailServer
from jointly.reminders.channels import addresses
from jointly.reminders.channels.channel import Outcome, Words, check_reference
from jointly.reminders.channels.resting import Rest
from jointly.reminders.channels.smtp import Letter
from jointly.reminders.channels.waiting import Threads

LONGEST = 60.0
"""Seconds that one message may take, however the server drips."""


class Email:
    """The channel `email`, through the operator's own mail server."""

    name: Literal["email"] = "email"

    def __init__(self, server: MailServer, *, trust: ssl.SSLContext | None = None, longest: float = LONGEST) -> None:
        self._server = server
        self._trust = trust or ssl.create_default_context()
        self._longest = longest
        self._threads = Threads("email")
        self._rest = Rest("e-mail")

    async def send(self, to: str, words: Words, *, reference: str) -> Outcome:
        """See `Channel.send`."""
        check_reference(reference)
        address = addresses.email(to)
        if address is None:
            return Outcome.REFUSED
        if self._rest.is_on:
            return Outcome.WAIT
        content = written(self._server, address, words, reference=reference, at=clock.now())
        letter = Letter(self._server, self._trust, address, content)
        outcome = await self._threads.run(letter.hand_over, seconds=self._longest, cut=letter.cut)
        self._rest.hear(outcome)
        return outcome

    async def close(self) -> None:
        """See `Channel.close`."""
        self._threads.close()


def written(server: MailServer, to: str, words: Words, *, reference: str, at: datetime) -> bytes:
    """The letter as it goes over the wire: ASCII, lines of 998 bytes at most, each ended by CR LF.

    Its Message-ID is made of `reference` alone, so that a letter that came twice is seen to be the same one.
    """
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = Address(display_name=server.sender_name, addr_spec=server.sender)
    message["To"] = Address(addr_spec=to)
    message["Subject"] = words.subject
    message.set_content(words.text, charset="utf-8", cte="quoted-printable")
    return _plain_headers(server, words, reference, at) + message.as_bytes()


def _plain_headers(server: MailServer, words: Words, reference: str, at: datetime) -> bytes:
    """Headers that must stay as they are: Python's own writer would fold or encode the long ones among them.

    Nothing can be slipped into one: `reference` and `words.stop` were held to a pattern without spaces or line ends.
    """
    headers = [
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{reference}@{server.domain}>",
        # RFC 3834: nobody's out-of-office answers it; the second says the same to Microsoft's servers.
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
    ]
    if words.stop:
        headers += [f"List-Unsubscribe: <{words.stop}>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
    return "".join(f"{header}\r\n" for header in headers).encode("ascii")
