"""The push service of these tests refuses what real ones refuse: otherwise nothing that it takes means anything."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from backend.kit.push.conftest import CONTACT, endpoint_of
from jointly.kit import clock
from jointly.kit.push import Key
from jointly.kit.push.encrypting import encrypted
from support.push_browser import Browser
from support.push_service import MOZILLA, PushService

HALF_A_DAY = timedelta(hours=12)


@pytest.fixture
async def http(push_service: PushService) -> AsyncIterator[aiohttp.ClientSession]:
    """A client that trusts the service."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=push_service.trust)) as session:
        yield session


async def posted(
    http: aiohttp.ClientSession, service: PushService, browser: Browser, body: bytes, **headers: str | None
):
    """The status that a message is answered with; a header that is None is left out."""
    key = Key.from_secret(os.urandom(32))
    usual = {"TTL": "60", "Content_Encoding": "aes128gcm", "Authorization": key.header(MOZILLA, CONTACT, clock.now())}
    sent = {name.replace("_", "-"): value for name, value in (usual | headers).items() if value is not None}
    url = browser.url.replace(MOZILLA, service.instead[MOZILLA])
    async with http.post(url, data=body, headers=sent) as answered:
        return answered.status


@pytest.fixture
def body(browser: Browser) -> bytes:
    """A message that the browser can read."""
    return encrypted(endpoint_of(browser), b"{}")


@pytest.fixture
def signed(key: Key) -> str:
    """What the service wants to see."""
    return key.header(MOZILLA, CONTACT, clock.now() + HALF_A_DAY)


async def test_what_it_takes(http, push_service: PushService, browser: Browser, body: bytes, signed: str):
    assert await posted(http, push_service, browser, body, Authorization=signed) == 201
    [pushed] = push_service.deliver(browser)
    assert (pushed.json, pushed.ttl, pushed.urgency, pushed.topic) == ({}, 60, "normal", None)
    assert push_service.deliver(browser) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"TTL": None}, 400), ({"TTL": "soon"}, 400), ({"Content_Encoding": None}, 400), ({"Authorization": None}, 401)],
)
async def test_what_lacks_a_header(http, push_service, browser, body, signed, headers: dict, status: int):
    assert await posted(http, push_service, browser, body, **({"Authorization": signed} | headers)) == status
    assert push_service.deliver(browser) == []


@pytest.mark.parametrize("body", [b"", b"x" * 200, bytes(86) + b"x"])
async def test_what_the_browser_could_not_read(http, push_service, browser, body: bytes, signed):
    assert await posted(http, push_service, browser, body, Authorization=signed) == 400


async def test_what_is_encrypted_for_another_or_too_long(http, push_service, browser, key, signed):
    another = endpoint_of(push_service.subscribe(key.public))
    assert await posted(http, push_service, browser, encrypted(another, b"{}"), Authorization=signed) == 400
    long = encrypted(endpoint_of(browser), bytes(3_994))
    assert await posted(http, push_service, browser, long, Authorization=signed) == 413


@pytest.mark.parametrize(
    ("audience", "lasts"),
    [
        ("https://fcm.googleapis.com", HALF_A_DAY),
        (f"{MOZILLA}/", HALF_A_DAY),
        (MOZILLA, timedelta(seconds=-5)),
        (MOZILLA, timedelta(hours=25)),
    ],
)
async def test_what_is_signed_for_another_service_or_time(
    http, push_service, browser, body, key: Key, audience: str, lasts: timedelta
):
    header = key.header(audience, CONTACT, datetime.now(UTC) + lasts)
    assert await posted(http, push_service, browser, body, Authorization=header) == 401


async def test_what_another_signed(http, push_service, browser, body, key: Key, signed: str):
    stranger = Key.from_secret(os.urandom(32))
    header = stranger.header(MOZILLA, CONTACT, clock.now() + HALF_A_DAY)
    assert await posted(http, push_service, browser, body, Authorization=header) == 403
    forged = header.partition(",k=")[0] + f",k={key.public}"
    assert await posted(http, push_service, browser, body, Authorization=forged) == 401
    for broken in ("vapid", "vapid t=,k=", "Bearer x", "vapid t=a.b.c,k=d", signed.replace("t=", "")):
        assert await posted(http, push_service, browser, body, Authorization=broken) == 401
