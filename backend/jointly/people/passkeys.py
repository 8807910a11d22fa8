"""Passkeys: WebAuthn's options and the checks of what a browser answers. What happens then is in `signing_in`.

A passkey must be able to name its person by itself (resident key), and must have looked at who holds it (user
verification): without that it would be one factor and not two. The library asks for neither unless told.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.people import ceremonies
from jointly.people.ceremonies import Ceremony
from jointly.people.credentials import StoredPasskey, passkey, passkeys_of, used_passkey
from jointly.people.house import House

MUST = UserVerificationRequirement.REQUIRED
PRF = {"prf": {"eval": {"first": bytes_to_base64url(hashlib.sha256(b"jointly/prf/1").digest())}}}
"""Has a passkey make a secret that only it can make again, with which the phone seals what it holds."""


def handle_of(house: House, person: UUID) -> bytes:
    """The user handle of `person`: it says nothing of them to who has no key, and is always the same."""
    return house.index_key.digest(b"user-handle/" + person.bytes)


async def begin_making(
    house: House, *, purpose: str, person: UUID, called: str | None, details: Mapping[str, Any]
) -> tuple[str, dict[str, Any]]:
    """Begins to make a passkey: the token for the browser's cookie, and what to hand to `credentials.create`."""
    there = await passkeys_of(house, person)
    options = webauthn.generate_registration_options(
        rp_id=_host(house),
        rp_name=house.name,
        user_id=handle_of(house, person),
        user_name=called or house.name,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=MUST
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one.id) for one in there],
    )
    asked = {"challenge": options.challenge, "person": person, "details": details}
    return await ceremonies.begin(house, purpose=purpose, **asked), _json(options)


async def begin_using(
    house: House, *, purpose: str, person: UUID | None = None, details: Mapping[str, Any] | None = None
) -> tuple[str, dict[str, Any]]:
    """Begins to use a passkey, of `person` or of whomever it names; gives as `begin_making` does."""
    there = await passkeys_of(house, person) if person else []
    if person and not there:
        raise Refusal(403, "needs-passkey")
    options = webauthn.generate_authentication_options(
        rp_id=_host(house),
        allow_credentials=[PublicKeyCredentialDescriptor(id=one.id) for one in there],
        user_verification=MUST,
    )
    asked = {"challenge": options.challenge, "person": person, "details": details}
    return await ceremonies.begin(house, purpose=purpose, **asked), _json(options)


def made(house: House, begun: Ceremony, credential: dict[str, Any], *, name: str) -> StoredPasskey:
    """The passkey that a browser made; raises a `Refusal` for anything that is not what was asked for."""
    assert begun.person  # nosec B101 # making always begins for somebody; without one, nothing is kept
    found = _checked(
        webauthn.verify_registration_response,
        credential=credential,
        expected_challenge=begun.challenge,
        expected_rp_id=_host(house),
        expected_origin=house.origin,
        require_user_verification=True,
    )
    return StoredPasskey(
        id=found.credential_id,
        person=begun.person,
        public_key=found.credential_public_key,
        sign_count=found.sign_count,
        device_type=found.credential_device_type.value,
        backed_up=found.credential_backed_up,
        aaguid=found.aaguid,
        name=name,
        made_at=clock.now(),
        used_at=None,
    )


async def used(house: House, begun: Ceremony, credential: dict[str, Any], stored: StoredPasskey | None) -> UUID:
    """Whose passkey answered the challenge; raises a `Refusal` when it was not this one, or not for this person."""
    if stored is None or (begun.person is not None and stored.person != begun.person):
        raise Refusal(403, "passkey-refused")
    found = _checked(
        webauthn.verify_authentication_response,
        credential=credential,
        expected_challenge=begun.challenge,
        expected_rp_id=_host(house),
        expected_origin=house.origin,
        credential_public_key=stored.public_key,
        credential_current_sign_count=stored.sign_count,
        require_user_verification=True,
    )
    said = _checked(_handle_in, credential=credential)
    named = said == handle_of(house, stored.person) or (said is None and begun.person is not None)
    rose = named and await used_passkey(
        house, stored.id, sign_count=found.new_sign_count, backed_up=found.credential_backed_up
    )
    if not rose:
        raise Refusal(403, "passkey-refused")
    return stored.person


async def stored_as(house: House, credential: dict[str, Any]) -> StoredPasskey | None:
    """The passkey that an answer says it is from, or none when it is nobody's."""
    return await passkey(house, _checked(base64url_to_bytes, val=credential.get("rawId")))


def _handle_in(credential: dict[str, Any]) -> bytes | None:
    said = credential["response"].get("userHandle")
    return base64url_to_bytes(said) if said else None


def _checked(check, **given) -> Any:
    try:
        return check(**given)
    # A malformed answer makes the library, and the decoders below it, raise whatever they meet.
    except Exception:
        raise Refusal(403, "passkey-refused") from None


def _host(house: House) -> str:
    return urlsplit(house.origin).hostname or ""


def _json(options: Any) -> dict[str, Any]:
    return json.loads(webauthn.options_to_json(options)) | {"extensions": PRF}
