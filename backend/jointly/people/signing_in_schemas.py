"""Passkeys, sessions and recovery codes on the wire."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import StringConstraints

from jointly.people.schemas import Called, Code, CodeText, Method, Role, Wire

DeviceName = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")]
Credential = dict[str, Any]
"""A credential as the browser's `toJSON` writes it."""


class Invited(Wire):
    """Whom an invitation is for."""

    role: Role
    service: str
    called: str | None


class Invitation(Wire):
    """An invitation as it was typed or opened from a link, and what its person wants to be called."""

    code: CodeText
    called: Called | None = None


class Options(Wire):
    """What to hand to the browser, as WebAuthn writes it in JSON."""

    options: dict[str, Any]


class UseInvitation(Wire):
    """The passkey that somebody who was invited made."""

    code: CodeText
    credential: Credential
    device_name: DeviceName = ""


class Presented(Wire):
    """A passkey's answer, to sign in."""

    credential: Credential
    device_name: DeviceName = ""


class Proof(Wire):
    """A passkey's answer, to prove that somebody is there."""

    credential: Credential


class NewPasskey(Wire):
    """A passkey that was made, and a name to know it by."""

    credential: Credential
    name: DeviceName = ""


class OwnPasskey(Wire):
    """A passkey of whoever is signed in. One that is not `backed_up` is lost with its device."""

    id: str
    name: str
    made_at: datetime
    used_at: datetime | None
    backed_up: bool


class Passkeys(Wire):
    """All of them, the oldest first."""

    passkeys: list[OwnPasskey]


class OwnSession(Wire):
    """A device on which whoever is signed in is signed in, to within the hour."""

    device: UUID
    name: str
    method: Method
    signed_in_at: datetime
    heard_at: datetime
    current: bool


class OwnSessions(Wire):
    """All of them, the last used first."""

    sessions: list[OwnSession]


class RecoveryCodesLeft(Wire):
    """How many recovery codes were not used, and when they were made; none when never."""

    left: int
    made_at: datetime | None


class RecoveryCodes(Wire):
    """New recovery codes, to print. They are shown this once: only their digests are kept."""

    codes: list[str]


class SecondDevice(Code):
    """A code for another device, with its link as a QR code: rows of `1` (dark) and `0`."""

    qr: list[str]
