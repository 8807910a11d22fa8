"""An OpenID Connect provider of our own, in the shape of NHS login: real HTTP on 127.0.0.1, real signatures, and lies.

It holds its clients to what they must do (private_key_jwt, PKCE, a code once) and, when a test says so, breaks its own
side: see `Lies`. It writes nothing down and ends with its `with`.
"""

import base64
import hashlib
import html
import json
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from support.forging import unsigned, with_the_public_key_as_secret

CLIENT = "jointly-test"
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
NOTHING = object()
"""As the value of a claim: it is left out."""


@cache
def key(name: str) -> rsa.RSAPrivateKey:
    """A private key of that name, made once a run."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def pem(private: rsa.RSAPrivateKey) -> bytes:
    """A private key as an operator keeps it."""
    return private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@dataclass
class Lies:
    """What is wrong with the next answers. `claims` and `userinfo` replace what would be said."""

    claims: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    sign: Callable[[dict[str, Any], "Provider"], str] | None = None
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    """By path: an answer that comes in place of the right one."""


@dataclass(eq=False)
class Provider:
    """The provider, for one client whose public key it was given."""

    client_key: rsa.RSAPublicKey = field(default_factory=lambda: key("client").public_key())
    back: str = "https://jointly.test/api/nhs-login/back"
    lies: Lies = field(default_factory=Lies)
    kid: str = "first"
    asked: list[dict[str, str]] = field(default_factory=list)
    """What came to /authorize, in order."""
    paths: list[str] = field(default_factory=list)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)
    _assertions: set[str] = field(default_factory=set)
    _access: dict[str, dict[str, str]] = field(default_factory=dict)

    def __enter__(self) -> "Provider":
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def environment(self, key_file: str) -> dict[str, str]:
        """The settings of a service that uses this provider."""
        names = {"ISSUER": self.url, "CLIENT_ID": CLIENT, "KEY_FILE": key_file}
        return {f"JOINTLY_NHS_LOGIN_{name}": value for name, value in names.items()}

    def consent(self, asked: dict[str, str], subject: str) -> str:
        """Where the browser goes once `subject` has signed in."""
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked | {"sub": subject}
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def authorize(self, query: dict[str, str]) -> dict[str, str]:
        """Holds the client to its request."""
        must = {
            "response_type": "code",
            "client_id": CLIENT,
            "redirect_uri": self.back,
            "code_challenge_method": "S256",
        }
        assert {name: query.get(name) for name in must} == must
        assert query["scope"].split()[0] == "openid"
        assert all(len(query[name]) >= 43 for name in ("state", "nonce", "code_challenge"))
        assert all(vector.startswith("P9.") for vector in json.loads(query["vtr"]))
        self.asked.append(query)
        return query

    def token(self, form: dict[str, str]) -> dict[str, str]:
        """Holds the client to its proofs, and gives tokens for a code, once."""
        assert form["grant_type"] == "authorization_code"
        assert form["client_assertion_type"] == ASSERTION
        proof = jwt.decode(
            form["client_assertion"],
            self.client_key,
            algorithms=["RS512"],
            audience=f"{self.url}/token",
            issuer=CLIENT,
            options={"require": ["sub", "jti", "exp", "iat"]},
        )
        assert proof["sub"] == CLIENT
        assert proof["exp"] - proof["iat"] <= 60
        assert proof["jti"] not in self._assertions
        self._assertions.add(proof["jti"])
        asked = self._codes.pop(form["code"])
        assert form["redirect_uri"] == asked["redirect_uri"]
        made = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).decode().rstrip("=")
        assert made == asked["code_challenge"]
        access = secrets.token_urlsafe(16)
        self._access[access] = asked
        claims = self.claims(asked) | self.lies.claims
        claims = {name: value for name, value in claims.items() if value is not NOTHING}
        id_token = self.lies.sign(claims, self) if self.lies.sign else self.signed(claims)
        return {"access_token": access, "token_type": "Bearer", "id_token": id_token}

    def claims(self, asked: dict[str, str]) -> dict[str, Any]:
        """What NHS login would say of somebody, with more than we want."""
        now = int(time.time())
        return {
            "iss": self.url,
            "sub": asked["sub"],
            "aud": CLIENT,
            "nonce": asked["nonce"],
            "iat": now,
            "exp": now + 3600,
            "jti": secrets.token_urlsafe(8),
            "vot": json.loads(asked["vtr"])[0],
            "vtm": f"{self.url}/trustmark",
            "identity_proofing_level": "P9",
            "family_name": "Canarysurname",
            "birthdate": "1950-02-03",
            "nhs_number": "9434765919",
        }

    def signed(self, claims: dict[str, Any], *, algorithm: str = "RS512", name: str = "", kid: str = "") -> str:
        """An id token, signed by the present key unless another is named."""
        return jwt.encode(claims, key(name or self.kid), algorithm=algorithm, headers={"kid": kid or self.kid})

    def userinfo(self, access: str) -> dict[str, Any]:
        """More about whom an access token is for."""
        claims = {"sub": self._access[access]["sub"], "identity_proofing_level": "P9", "nhs_number": "9434765919"}
        return {name: value for name, value in (claims | self.lies.userinfo).items() if value is not NOTHING}

    def description(self) -> dict[str, Any]:
        """The discovery document."""
        names = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return {
            "issuer": self.url,
            "jwks_uri": f"{self.url}/jwks",
            **{f"{name}_endpoint": f"{self.url}/{path}" for name, path in names.items()},
        }

    def keys(self) -> dict[str, Any]:
        """The public keys, among them one that nobody understands."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key(self.kid).public_key()))
        return {"keys": [{"kty": "OKP", "kid": "odd"}, public | {"kid": self.kid, "use": "sig", "alg": "RS512"}]}


def alg_none(claims: dict[str, Any], provider: Provider) -> str:
    """A token without a signature."""
    return unsigned(claims, provider.kid)


def hs512(claims: dict[str, Any], provider: Provider) -> str:
    """A token signed with the provider's public key, taken for a shared secret."""
    return with_the_public_key_as_secret(claims, provider.kid, key(provider.kid).public_key())


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
            match parts.path:
                case "/.well-known/openid-configuration":
                    self.say(parts.path, provider.description)
                case "/jwks":
                    self.say(parts.path, provider.keys)
                case "/userinfo":
                    access = self.headers["authorization"].removeprefix("Bearer ")
                    self.say(parts.path, lambda: provider.userinfo(access))
                case "/authorize":
                    self.page(query)
                case "/consent":
                    subject = query.pop("sub")
                    self.answer(302, {"location": provider.consent(query, subject)})
                case "/refuse":
                    refusal = {"error": "access_denied", "error_description": "Canary", "state": query["state"]}
                    self.answer(302, {"location": f"{query['redirect_uri']}?{urlencode(refusal)}"})
                case _:
                    self.answer(404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[-1] for name, values in parse_qs(body).items()}
            self.say(self.path, lambda: provider.token(form))

        def say(self, path: str, made: Callable[[], dict[str, Any]]) -> None:
            provider.paths.append(path)
            if path in provider.lies.answers:
                return self.answer(*provider.lies.answers[path])
            try:
                said = made()
            except (AssertionError, KeyError, jwt.PyJWTError):
                return self.answer(400, {"content-type": "application/json"}, b'{"error": "invalid_grant: Canary"}')
            self.answer(200, {"content-type": "application/json"}, json.dumps(said).encode())

        def page(self, asked: dict[str, str]) -> None:
            """The provider's own page: a form as a person would fill it in."""
            try:
                provider.authorize(asked)
            except (AssertionError, KeyError):
                return self.answer(400)
            hidden = "".join(f'<input type="hidden" name="{n}" value="{html.escape(v)}">' for n, v in asked.items())
            page = f"""<!doctype html><html lang="en"><title>Sign in at the provider</title><h1>Sign in</h1>
                <form action="/consent">{hidden}<label>Who are you? <input name="sub"></label><button>Continue</button>
                </form><form action="/refuse">{hidden}<button>Do not agree</button></form></html>"""
            self.answer(200, {"content-type": "text/html; charset=utf-8"}, page.encode())

        def answer(self, status: int, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Handler
