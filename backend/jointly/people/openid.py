"""Asks an OpenID Connect provider, and believes nothing it says before it is checked.

The provider is the one of the settings. Its answers are read up to a size and within a time, redirects are not
followed, and what goes wrong is told as one of two faults, without the provider's own words. Source: OpenID Connect
Core 1.0, sections 3.1.2 to 3.1.3 and 9; RFC 7636 (PKCE); RFC 7523 (private_key_jwt).
"""

import asyncio
import json
import time
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from jointly.kit.ids import uuid7
from jointly.settings import is_own_machine

SIGNED_BY = ("RS512",)
"""How NHS login signs its tokens, and we ours. Nothing else is taken: neither `none` nor a shared secret."""
ASSERTION_SECONDS = 60
CLOCKS_APART = 30
"""Seconds by which the provider's clock may differ from ours."""
KEPT_SECONDS = 3600
"""How long the provider's description and keys are kept."""
MOST_BYTES = 256 * 1024
TIMEOUT = httpx.Timeout(5)
WHOLE_SECONDS = 10
"""How long one answer may take in all: a slow drip is not waited for."""

_JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")


class Unreachable(Exception):
    """The provider did not answer, or not with what it should."""


class Untrusted(Exception):
    """The provider's answer does not hold: nobody is signed in by it."""


class Provider:
    """One provider, to which this service is known as `client_id` with `key`."""

    def __init__(self, *, issuer: str, client_id: str, key: RSAPrivateKey, back: str) -> None:
        self.issuer = issuer
        self.client_id = client_id
        self.back = back
        """Our address to which people come back, as it is registered with the provider."""
        self._key = key
        self._on_this_machine = is_own_machine(urlsplit(issuer).hostname or "")
        self._described: tuple[float, dict[str, str]] | None = None
        self._keys: dict[str, jwt.PyJWK] = {}
        self._keys_until = 0.0
        self._fetching = asyncio.Lock()

    async def address(self, *, scope: str, state: str, nonce: str, challenge: str, **more: str) -> str:
        """Where to send somebody to sign in. `challenge` is the S256 of the verifier that `exchange` sends."""
        endpoint = (await self._endpoints())["authorization_endpoint"]
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.back,
            "scope": scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked | more)}"

    async def exchange(self, *, code: str, verifier: str, nonce: str) -> tuple[dict[str, Any], str]:
        """The checked claims of the id token that `code` stands for, and the access token."""
        endpoint = (await self._endpoints())["token_endpoint"]
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.back,
            "client_id": self.client_id,
            "code_verifier": verifier,
            "client_assertion_type": _JWT_BEARER,
            "client_assertion": self._assertion(endpoint),
        }
        answer = await self._ask("POST", endpoint, data=form)
        id_token, access_token = answer.get("id_token"), answer.get("access_token")
        if not isinstance(id_token, str) or not isinstance(access_token, str) or not access_token.isascii():
            raise Unreachable("no tokens")
        return await self._claims(id_token, nonce), access_token

    async def more_claims(self, access_token: str, *, subject: str) -> dict[str, Any]:
        """What the provider adds about `subject`; raises `Untrusted` when it speaks of somebody else."""
        endpoint = (await self._endpoints())["userinfo_endpoint"]
        claims = await self._ask("GET", endpoint, headers={"authorization": f"Bearer {access_token}"})
        if claims.get("sub") != subject:
            raise Untrusted("userinfo is about somebody else")
        return claims

    def _assertion(self, audience: str) -> str:
        now = int(time.time())
        who = {"iss": self.client_id, "sub": self.client_id, "aud": audience, "jti": str(uuid7())}
        return jwt.encode(who | {"iat": now, "exp": now + ASSERTION_SECONDS}, self._key, algorithm=SIGNED_BY[0])

    async def _claims(self, token: str, nonce: str) -> dict[str, Any]:
        try:
            kid = jwt.get_unverified_header(token).get("kid")
            key = await self._signing_key(kid)
            claims = jwt.decode(
                token,
                key,
                algorithms=list(SIGNED_BY),
                issuer=self.issuer,
                audience=self.client_id,
                leeway=CLOCKS_APART,
                options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
            )
        # A header nested without end, or half a letter, which JSON may hold, is not among the library's own errors.
        except (jwt.PyJWTError, UnicodeError, RecursionError):
            raise Untrusted("the id token does not hold") from None
        # `aud` may be a list; ours alone is taken, so that a token made for another service too opens nothing here.
        if claims["aud"] not in (self.client_id, [self.client_id]):
            raise Untrusted("the id token is for others too")
        if claims["nonce"] != nonce:
            raise Untrusted("the id token answers another question")
        if not (isinstance(claims["sub"], str) and claims["sub"].isascii() and 1 <= len(claims["sub"]) <= 255):
            raise Untrusted("the id token names nobody")
        return claims

    async def _signing_key(self, kid: object) -> jwt.PyJWK:
        """The provider's key of that id. An unknown one may be new: the keys are then fetched again, once."""
        if not isinstance(kid, str):
            raise Untrusted("the id token names no key")
        async with self._fetching:
            if kid not in self._keys or self._keys_until < time.monotonic():
                self._keys = _signing_keys(await self._ask("GET", (await self._endpoints())["jwks_uri"]))
                self._keys_until = time.monotonic() + KEPT_SECONDS
        if kid not in self._keys:
            raise Untrusted("the id token names no key of the provider")
        return self._keys[kid]

    async def _endpoints(self) -> dict[str, str]:
        if self._described and self._described[0] > time.monotonic():
            return self._described[1]
        found = await self._ask("GET", f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        endpoints = {name: found.get(name) for name in _ENDPOINTS}
        if found.get("issuer") != self.issuer or not all(map(self._may_be_asked, endpoints.values())):
            raise Unreachable("not the description of this provider")
        self._described = (time.monotonic() + KEPT_SECONDS, endpoints)
        return endpoints

    def _may_be_asked(self, address: object) -> bool:
        """https, or this machine when the provider itself is on it."""
        if not isinstance(address, str):
            return False
        parts = urlsplit(address)
        if parts.username or parts.password or not parts.hostname:
            return False
        if self._on_this_machine and is_own_machine(parts.hostname):
            return parts.scheme in ("http", "https")
        return parts.scheme == "https"

    async def _ask(self, method: str, address: str, **request: Any) -> dict[str, Any]:
        try:
            async with asyncio.timeout(WHOLE_SECONDS):
                body = await self._read(method, address, request)
            answer = json.loads(body)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError, RecursionError):
            raise Unreachable("no answer that can be read") from None
        if not isinstance(answer, dict):
            raise Unreachable("no answer that can be read")
        return answer

    async def _read(self, method: str, address: str, request: dict[str, Any]) -> bytes:
        # What is packed could unpack to any size before it is counted, so it is not asked for, nor taken.
        request["headers"] = {"accept": "application/json", "accept-encoding": "identity"} | request.get("headers", {})
        options = {"timeout": TIMEOUT, "follow_redirects": False, "trust_env": not self._on_this_machine}
        async with (
            httpx.AsyncClient(**options) as client,
            client.stream(method, address, **request) as response,
        ):
            if response.status_code != 200 or "content-encoding" in response.headers:
                raise Unreachable(f"answered {response.status_code}")
            body = b""
            async for part in response.aiter_bytes():
                body += part
                if len(body) > MOST_BYTES:
                    raise Unreachable("answered too much")
        return body


def _signing_keys(found: dict[str, Any]) -> dict[str, jwt.PyJWK]:
    """The RSA keys that may sign, by id. What is not understood is left out, as RFC 7517 asks."""
    keys = {}
    listed = found.get("keys")
    for entry in listed if isinstance(listed, list) else ():
        if not isinstance(entry, dict) or entry.get("kty") != "RSA" or entry.get("use", "sig") != "sig":
            continue
        try:
            key = jwt.PyJWK(entry, algorithm=SIGNED_BY[0])
        except jwt.PyJWTError:
            continue
        if isinstance(entry.get("kid"), str) and entry.get("alg", SIGNED_BY[0]) in SIGNED_BY:
            keys[entry["kid"]] = key
    return keys
