"""Where mail is handed over, and whom it comes from, if the operator said so."""

import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

from jointly.kit.errors import UnsafeSetting
from jointly.kit.own_machine import is_own_machine
from jointly.kit.secret_files import read_secret

PORTS = {"tls": 465, "starttls": 587, "none": 25}
"""Where such a server listens unless it is said otherwise (RFC 8314, RFC 6409)."""
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"[A-Za-z0-9_+'&~#-]+(?:\.[A-Za-z0-9_+'&~#-]+)*@{_HOST}\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")
_FROM = re.compile(r"(?:(?P<name>[^<>]{1,60}) <(?P<named>[^<> ]+)>|(?P<bare>[^<> ]+))")


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes our mail, and the sender that it knows. `password` is there when `user` is."""

    host: str
    port: int
    safety: Literal["tls", "starttls", "none"]
    """TLS from the first byte, TLS once asked for, or none: the last only on this very machine."""
    user: str | None
    password: str | None = field(repr=False)
    sender: str
    """The address that mail comes from."""
    sender_name: str
    """What people read beside it; may be empty."""

    @property
    def domain(self) -> str:
        """The host of the sender's address."""
        return self.sender.rpartition("@")[2]


def mail_server(address: str, password_file: str, sender: str) -> MailServer | None:
    """The server of three settings; none when all are empty. Raises `UnsafeSetting`, naming the one that is wrong."""
    if not address:
        if password_file or sender:
            raise UnsafeSetting("JOINTLY_EMAIL_FROM and JOINTLY_SMTP_PASSWORD_FILE go with JOINTLY_SMTP: set it too.")
        return None
    parts, port = _parts(address)
    host = parts.hostname or ""
    safety = _safety(parts, host)
    user = unquote(parts.username) if parts.username else None
    if bool(user) != bool(password_file):
        raise UnsafeSetting(
            "JOINTLY_SMTP_PASSWORD_FILE goes with a user in JOINTLY_SMTP, such as smtps://user@host: set both or "
            "neither."
        )
    password = read_secret(password_file, "JOINTLY_SMTP_PASSWORD_FILE") if password_file else None
    name, mailbox = _sender(sender)
    return MailServer(host, port or PORTS[safety], safety, user, password, mailbox, name)


def _parts(address: str) -> tuple[SplitResult, int | None]:
    """Never told as they are: what was meant for a file may stand in them."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        parts, port, host = urlsplit(""), None, ""
    if parts.password is not None:
        raise UnsafeSetting(
            "JOINTLY_SMTP must hold no password: put it into a file, and the file's path into "
            "JOINTLY_SMTP_PASSWORD_FILE."
        )
    known = parts.scheme in ("smtp", "smtps") and parts.path in ("", "/") and not parts.fragment and port != 0
    if not known or not re.fullmatch(rf"{_HOST}|[0-9a-f:.]+", host) or not _is_plain(unquote(parts.username or "")):
        raise UnsafeSetting(
            "JOINTLY_SMTP must look like smtps://user@host:465 or smtp://user@host:587?starttls=required."
        )
    return parts, port


def _is_name(text: str) -> bool:
    """Whether a header can hold it: `=?` begins what mail readers decode."""
    return text.isprintable() and "=?" not in text


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _safety(parts: SplitResult, host: str) -> Literal["tls", "starttls", "none"]:
    asked = (parts.scheme, parts.query)
    if asked == ("smtps", ""):
        return "tls"
    if asked == ("smtp", "starttls=required"):
        return "starttls"
    if asked == ("smtp", "") and is_own_machine(host):
        return "none"
    raise UnsafeSetting(
        "JOINTLY_SMTP must start with smtps:// or end with ?starttls=required, unless its host is this machine: "
        "mail tells where somebody can be reached."
    )


def _sender(text: str) -> tuple[str, str]:
    found = _FROM.fullmatch(text)
    name, mailbox = (found["name"] or "", found["named"] or found["bare"]) if found else ("", "")
    local = mailbox.partition("@")[0]
    if not _ADDRESS.fullmatch(mailbox) or len(mailbox) > 254 or len(local) > 64 or not _is_name(name):
        raise UnsafeSetting(
            "JOINTLY_EMAIL_FROM must be an address such as reminders@example.org, or a name of up to 60 characters and "
            "the address: Reminders <reminders@example.org>."
        )
    return name.strip(), mailbox
