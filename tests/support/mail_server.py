"""A mail server on 127.0.0.1: real SMTP over real sockets, that takes letters or fails at any step in any way.

`async with MailService() as mail:` listens on a port of its own; `mail.faults["rcpt"] = "550 5.1.1 no such user"` makes
it say that at that step, `DROP` ends the connection there, `HANG` says nothing more, `DRIP` says something for ever.
Steps: greeting, ehlo, starttls, auth, mail, rcpt, data, letter (all of it has come), quit.
"""

import asyncio
import base64
import ssl
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field

DROP, HANG, DRIP = "drop", "hang", "drip"


@dataclass(frozen=True, slots=True)
class Letter:
    """One that was taken, as it came: `content` without the dots that SMTP adds."""

    sender: str
    to: tuple[str, ...]
    content: bytes
    safe: bool
    """Whether it came over TLS."""


class _Ended(Exception):
    """This conversation is over."""


@dataclass(eq=False)
class MailService(AbstractAsyncContextManager):
    """The server. `tls` is used from the first byte when `at_once`, else offered with STARTTLS."""

    tls: ssl.SSLContext | None = None
    at_once: bool = False
    login: tuple[str, str] | None = None
    """The user and the password that it wants first."""
    faults: dict[str, str] = field(default_factory=dict)
    slipped_in: bytes = b""
    """What follows its yes to STARTTLS in the open, as somebody on the way could add it."""
    letters: list[Letter] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    """The verbs that came, in capitals."""

    async def __aenter__(self) -> "MailService":
        self._over = asyncio.Event()
        self.hanging = asyncio.Event()
        """Set once it hangs or drips."""
        context = self.tls if self.at_once else None
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=context, limit=2**20)
        self.port = self._server.sockets[0].getsockname()[1]
        self._talks: set[asyncio.Task] = set()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._over.set()
        self._server.close()
        await asyncio.gather(*self._talks, return_exceptions=True)
        await self._server.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._talks.add(asyncio.current_task())
        with suppress(_Ended, OSError, asyncio.IncompleteReadError):
            await _Talk(self, reader, writer).hold()
        writer.close()
        with suppress(OSError, ssl.SSLError):
            await writer.wait_closed()

    async def fail(self, step: str, say: Callable) -> bool:
        """Fails at this step if it is to; answers whether it did."""
        fault = self.faults.get(step)
        if fault is None:
            return False
        if fault == DROP:
            raise _Ended
        if fault in (HANG, DRIP):
            self.hanging.set()
            while fault == DRIP and not self._over.is_set():
                await say("250-more")
                await asyncio.sleep(0.01)
            await self._over.wait()
            raise _Ended
        await say(fault)
        return True


@dataclass(eq=False)
class _Talk:
    """One conversation."""

    service: MailService
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    sender: str = ""
    to: list[str] = field(default_factory=list)
    known: bool = False

    async def say(self, line: str) -> None:
        self.writer.write(line.encode() + b"\r\n")
        await self.writer.drain()

    async def line(self) -> str:
        return (await self.reader.readuntil(b"\r\n"))[:-2].decode("ascii")

    @property
    def safe(self) -> bool:
        return self.writer.get_extra_info("ssl_object") is not None

    async def hold(self) -> None:
        if await self.service.fail("greeting", self.say):
            return
        await self.say("220 mail.test ready")
        while True:
            heard = await self.line()
            verb = heard.partition(" ")[0].upper()
            self.service.heard.append(verb)
            if not await self.service.fail({"EHLO": "ehlo"}.get(verb, verb.lower()), self.say):
                await getattr(self, f"on_{verb.lower()}", self.on_other)(heard)

    async def on_other(self, heard: str) -> None:
        await self.say("502 5.5.1 not known here")

    async def on_ehlo(self, heard: str) -> None:
        offers = ["STARTTLS"] if self.service.tls and not self.safe else []
        offers += ["AUTH PLAIN"] if self.service.login else []
        await self.say("\r\n".join([*(f"250-{offer}" for offer in ["mail.test", *offers]), "250 SIZE 1000000"]))

    async def on_starttls(self, heard: str) -> None:
        if not self.service.tls:
            await self.on_other(heard)
            return
        self.writer.write(b"220 2.0.0 go on\r\n" + self.service.slipped_in)
        await self.writer.drain()
        await self.writer.start_tls(self.service.tls)

    async def on_auth(self, heard: str) -> None:
        _, user, password = base64.b64decode(heard.split(" ")[2]).decode().split("\0")
        self.known = (user, password) == self.service.login
        await self.say("235 2.7.0 welcome" if self.known else f"535 5.7.8 {user} with {password} is wrong")

    async def on_mail(self, heard: str) -> None:
        if self.service.login and not self.known:
            await self.say("530 5.7.0 log in first")
            return
        self.sender = heard.partition("<")[2].partition(">")[0]
        await self.say("250 2.1.0 ok")

    async def on_rcpt(self, heard: str) -> None:
        self.to.append(heard.partition("<")[2].partition(">")[0])
        await self.say("250 2.1.5 ok")

    async def on_data(self, heard: str) -> None:
        await self.say("354 go on")
        lines = []
        while (line := await self.reader.readuntil(b"\r\n")) != b".\r\n":
            lines.append(line[1:] if line.startswith(b".") else line)
        if not await self.service.fail("letter", self.say):
            letter = Letter(self.sender, tuple(self.to), b"".join(lines), self.safe)
            self.service.letters.append(letter)
            await self.say("250 2.0.0 taken")

    async def on_rset(self, heard: str) -> None:
        await self.say("250 2.0.0 ok")

    async def on_quit(self, heard: str) -> None:
        await self.say("221 2.0.0 goodbye")
        raise _Ended
