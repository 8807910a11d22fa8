"""What NHS login says is believed only when all of it holds: each lie is told, and gets nobody in."""

import json
from typing import Any

import pytest

from jointly.people import nhs_login
from jointly.people.limits import Limit
from jointly.people.vault_tables import Login
from support.nhs_login import link, signed_in_by
from support.oidc_provider import CLIENT, NOTHING, Lies, Provider, alg_none, hs512
from support.phone import joined
from support.service import Service

IN = "/join?nhs-login=signed-in"
LIES: dict[str, tuple[Lies, str]] = {
    "wrong nonce": (Lies(claims={"nonce": "another"}), "not-trusted"),
    "no nonce": (Lies(claims={"nonce": NOTHING}), "not-trusted"),
    "nonce that is no text": (Lies(claims={"nonce": ["x"]}), "not-trusted"),
    "expired": (Lies(claims={"exp": 1_700_000_000}), "not-trusted"),
    "no expiry": (Lies(claims={"exp": NOTHING}), "not-trusted"),
    "from the future": (Lies(claims={"iat": 4_000_000_000, "exp": 4_000_003_600}), "not-trusted"),
    "no time": (Lies(claims={"iat": NOTHING}), "not-trusted"),
    "for another service": (Lies(claims={"aud": "somebody-else"}), "not-trusted"),
    "for another service too": (Lies(claims={"aud": [CLIENT, "somebody-else"]}), "not-trusted"),
    "from another issuer": (Lies(claims={"iss": "https://auth.login.example"}), "not-trusted"),
    "no subject": (Lies(claims={"sub": NOTHING}), "not-trusted"),
    "empty subject": (Lies(claims={"sub": ""}), "not-trusted"),
    "unsigned": (Lies(sign=alg_none), "not-trusted"),
    "public key as secret": (Lies(sign=hs512), "not-trusted"),
    "weaker signature": (Lies(sign=lambda said, by: by.signed(said, algorithm="RS256")), "not-trusted"),
    "another's key": (Lies(sign=lambda said, by: by.signed(said, name="thief")), "not-trusted"),
    "unknown key": (Lies(sign=lambda said, by: by.signed(said, kid="nobody's")), "not-trusted"),
    "not a token": (Lies(sign=lambda said, by: "a.b"), "not-trusted"),
    "low proof": (Lies(claims={"vot": "P0.Cp", "identity_proofing_level": "P0"}), "not-proven"),
    "medium proof": (Lies(claims={"vot": "P5.Cp.Cd", "identity_proofing_level": "P5"}), "not-proven"),
    "level and vector apart": (Lies(claims={"identity_proofing_level": "P5"}), "not-proven"),
    "vector nobody asked for": (Lies(claims={"vot": "P9.Cp"}), "not-proven"),
    "no vector": (Lies(claims={"vot": NOTHING}), "not-proven"),
    "level missing": (
        Lies(claims={"identity_proofing_level": NOTHING}, userinfo={"identity_proofing_level": NOTHING}),
        "not-proven",
    ),
    "level low elsewhere": (
        Lies(claims={"identity_proofing_level": NOTHING}, userinfo={"identity_proofing_level": "P5"}),
        "not-proven",
    ),
    "userinfo of another": (
        Lies(claims={"identity_proofing_level": NOTHING}, userinfo={"sub": "sub-bea"}),
        "not-trusted",
    ),
    "userinfo of nobody": (
        Lies(claims={"identity_proofing_level": NOTHING}, userinfo={"sub": NOTHING}),
        "not-trusted",
    ),
    "tokens refused": (Lies(answers={"/token": (500, {}, b"Canary")}), "unreachable"),
    "tokens elsewhere": (Lies(answers={"/token": (307, {"location": "/token"}, b"")}), "unreachable"),
    "tokens not JSON": (Lies(answers={"/token": (200, {}, b"<p>Canary")}), "unreachable"),
    "deep tokens": (Lies(answers={"/token": (200, {}, b"[" * 200_000)}), "unreachable"),
    "an answer without end": (
        Lies(
            claims={"identity_proofing_level": NOTHING},
            answers={"/userinfo": (200, {}, b'{"sub": "sub-ann", "identity_proofing_level": "P9"}' + b" " * 300_000)},
        ),
        "unreachable",
    ),
    "tokens packed": (Lies(answers={"/token": (200, {"content-encoding": "gzip"}, b"")}), "unreachable"),
    "no tokens": (Lies(answers={"/token": (200, {}, b"{}")}), "unreachable"),
    "a list of tokens": (Lies(answers={"/token": (200, {}, b"[]")}), "unreachable"),
}


async def test_no_lie_gets_in(nhs: Service, provider: Provider, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(nhs_login, "STARTS", Limit(tries=1000, seconds=600))
    async with joined(nhs) as phone:
        await link(phone, provider, "sub-ann")
        for name, (lies, problem) in LIES.items():
            provider.lies = lies
            assert await signed_in_by(nhs, provider, "sub-ann") == (f"/join?nhs-login={problem}", None), name
            async with joined(nhs) as other:
                assert await link(other, provider, "sub-new") == f"/more/nhs-login?nhs-login={problem}", name
        provider.lies = Lies(claims={"identity_proofing_level": NOTHING})
        location, me = await signed_in_by(nhs, provider, "sub-ann")
        assert (location, me and me["person"]) == (IN, phone.person), "userinfo may tell the level"
    assert await Login.count() == 1


async def test_new_keys_of_the_provider_are_found(nhs: Service, provider: Provider):
    async with joined(nhs) as phone:
        await link(phone, provider, "sub-ann")
        await signed_in_by(nhs, provider, "sub-ann")
        assert provider.paths.count("/jwks") == 1
        provider.kid = "second"
        assert (await signed_in_by(nhs, provider, "sub-ann"))[0] == IN
        assert provider.paths.count("/jwks") == 2
        provider.lies = Lies(sign=lambda said, by: by.signed(said, name="first", kid="first"))
        assert (await signed_in_by(nhs, provider, "sub-ann"))[1] is None, "a key that was withdrawn"
        assert provider.paths.count("/jwks") == 3
        assert provider.paths.count("/.well-known/openid-configuration") == 1


async def test_a_description_that_is_not_the_providers_is_not_used(nhs: Service, provider: Provider):
    right = provider.description()
    path = "/.well-known/openid-configuration"
    wrong: tuple[dict[str, Any], ...] = (
        {"issuer": "https://auth.login.example"},
        {"token_endpoint": "http://192.0.2.1/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"userinfo_endpoint": None},
        {"authorization_endpoint": "https://somebody@login.example/"},
    )
    bodies = [(200, {}, json.dumps(right | change).encode()) for change in wrong]
    for answer in (*bodies, (302, {"location": f"{provider.url}/jwks"}, b""), (500, {}, b"")):
        provider.lies = Lies(answers={path: answer})
        async with nhs.client() as client:
            started = await client.get("/api/nhs-login/start")
            assert started.headers["location"] == "/join?nhs-login=unreachable", answer
