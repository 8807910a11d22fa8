"""One letter handed to a mail server (RFC 5321), and exactly how far that came.

Nothing that the server says is logged or raised in its own words: addresses stand in them.
"""

import logging
import re
import smtplib
import socket
import ssl
import threading

from jointly.kit.mail_server import MailServer
from jointly.reminders.channels.channel import Outcome

log = logging.getLogger("jointly")

STEP = 20.0
"""Seconds that the server may be silent."""
_CODE = re.compile(rb"\b([245]\.\d{1,3}\.\d{1,3})\b")
_NO_ADDRESS = re.compile(rb"5\.1\.(?:[1236]|10)|5\.2\.1")
"""Enhanced codes (RFC 3463, RFC 7505): no such mailbox, no such host, moved, takes no mail, disabled. All others speak
of us, of the letter or of a rule."""
_NO_ADDRESS_PLAIN = (550, 551, 553)
"""The same, from a server without enhanced codes."""


class _Refused(Exception):
    """The server said no at a step."""

    def __init__(self, step: str, code: int, said: bytes) -> None:
        super().__init__(step, code)
        self.step, self.code, self.said = step, code, said


class Letter:
    """A letter on its way to one address. `hand_over` runs in a thread; `cut` may be called from any other."""

    def __init__(self, server: MailServer, trust: ssl.SSLContext, to: str, content: bytes) -> None:
        self._server, self._trust, self._to, self._content = server, trust, to, content
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._is_cut = False
        self._is_told = False
        """Whether the server may have all that it needs to deliver."""

    def cut(self) -> None:
        """Ends the conversation wherever it is; `hand_over` then answers what can be known."""
        with self._lock:
            self._is_cut = True
            if self._socket is not None:
                _shut(self._socket)

    def hand_over(self) -> Outcome:
        """What came of it. Raises nothing."""
        smtp = smtplib.SMTP(local_hostname=self._server.domain, timeout=STEP)
        try:
            self._converse(smtp)
        except _Refused as refused:
            return Outcome.UNKNOWN if self._is_told else _of(refused)
        except (OSError, smtplib.SMTPException, ValueError) as fault:  # ValueError: a line of the server is no SMTP
            log.warning("e-mail: the conversation with the server broke: %s", type(fault).__name__)
            return Outcome.UNKNOWN if self._is_told else Outcome.WAIT
        finally:
            smtp.close()
            if self._socket is not None:
                self._socket.close()
        return Outcome.SENT

    def _converse(self, smtp: smtplib.SMTP) -> None:
        self._connect(smtp)
        if self._server.user is not None:
            self._log_in(smtp)
        _expect("MAIL", smtp.mail(self._server.sender), 250)
        _expect("RCPT", smtp.rcpt(self._to), 250, 251, 252)
        _expect("DATA", smtp.docmd("DATA"), 354)
        self._is_told = True
        smtp.send(_stuffed(self._content) + b".\r\n")
        code, said = smtp.getreply()
        if not 200 <= code <= 299:
            # Anything but a clear no leaves open what became of it.
            self._is_told = not 400 <= code <= 599
            raise _Refused("letter", code, said)
        try:
            smtp.docmd("QUIT")
        except (OSError, smtplib.SMTPException, ValueError) as fault:  # it has the letter, whatever comes now
            log.debug("e-mail: the server did not say goodbye: %s", type(fault).__name__)

    def _connect(self, smtp: smtplib.SMTP) -> None:
        server = self._server
        self._hold(smtp, socket.create_connection((server.host, server.port), STEP))
        if server.safety == "tls":
            self._wrap(smtp)
        _expect("greeting", smtp.getreply(), 220)
        _expect("EHLO", smtp.ehlo(), 250)
        if server.safety == "starttls":
            _expect("STARTTLS", smtp.docmd("STARTTLS"), 220)
            self._wrap(smtp)
            _expect("EHLO", smtp.ehlo(), 250)

    def _wrap(self, smtp: smtplib.SMTP) -> None:
        bare = smtp.sock
        wrapped = self._trust.wrap_socket(bare, server_hostname=self._server.host, do_handshake_on_connect=False)
        self._hold(smtp, wrapped)
        # What somebody slipped in before TLS began must not be read as if the server had said it.
        if smtp.file is not None:
            smtp.file.close()
            smtp.file = None
        try:
            wrapped.do_handshake()
        except ssl.SSLCertVerificationError:
            log.error("e-mail: the server's certificate is not to be trusted; nothing was sent")
            raise

    def _hold(self, smtp: smtplib.SMTP, taken: socket.socket) -> None:
        with self._lock:
            smtp.sock = self._socket = taken
            if self._is_cut:
                _shut(taken)

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        try:
            smtp.login(self._server.user, self._server.password)
        except smtplib.SMTPAuthenticationError as refused:
            raise _Refused("AUTH", refused.smtp_code, b"") from None
        except smtplib.SMTPNotSupportedError:
            raise _Refused("AUTH", 504, b"") from None


def _expect(step: str, answer: tuple[int, bytes], *right: int) -> None:
    code, said = answer
    if code not in right:
        raise _Refused(step, code, said)


def _of(refused: _Refused) -> Outcome:
    """A no that is not about the address is about us, and every other message meets it too: an operator has to act."""
    found = _CODE.search(refused.said[:200])
    enhanced = found[1] if found else b""
    permanent = 500 <= refused.code <= 599
    no_address = _NO_ADDRESS.fullmatch(enhanced) if enhanced else refused.code in _NO_ADDRESS_PLAIN
    if permanent and refused.step in ("RCPT", "letter") and no_address and (enhanced or refused.step == "RCPT"):
        return Outcome.REFUSED
    tell = log.error if permanent else log.warning
    tell("e-mail: the server refused at %s: %d %s", refused.step, refused.code, enhanced.decode("ascii"))
    return Outcome.WAIT


def _stuffed(content: bytes) -> bytes:
    """No line of the letter is the full stop that ends it (RFC 5321, 4.5.2)."""
    return re.sub(rb"(?m)^\.", b"..", content)


def _shut(taken: socket.socket) -> None:
    try:
        taken.shutdown(socket.SHUT_RDWR)
    except OSError as fault:  # it is closed already
        log.debug("e-mail: a connection was gone before it was cut: %s", type(fault).__name__)
