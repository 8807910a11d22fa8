"""A push service on loopback, a browser that subscribed there, and senders that reach it instead of the real one."""

import os
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from jointly.kit.push import Endpoint, Key, Keys, Message, Sender, endpoint
from support.push_browser import Browser
from support.push_service import PushService

CONTACT = "mailto:ops@example.org"
NO_HOSTS: frozenset[str] = frozenset()
HELLO = Message(b'{"title":"Hello"}', timedelta(hours=1))


def endpoint_of(browser: Browser) -> Endpoint:
    """What the server reads of what a page gives."""
    return endpoint(browser.url, browser.p256dh, browser.auth, more_hosts=NO_HOSTS)


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the certificate of the service is."""
    return tmp_path_factory.mktemp("push")


@pytest.fixture
def push_service(tls: Path) -> Iterator[PushService]:
    """A push service that stands for Mozilla's."""
    with PushService(tls) as service:
        yield service


@pytest.fixture
def key() -> Key:
    """A key of ours."""
    return Key.from_secret(os.urandom(32))


@pytest.fixture
def browser(push_service: PushService, key: Key) -> Browser:
    """One that subscribed with `key`."""
    return push_service.subscribe(key.public)


@pytest.fixture
def to(browser: Browser) -> Endpoint:
    """Its endpoint."""
    return endpoint_of(browser)


@pytest.fixture
async def make_sender(push_service: PushService, key: Key) -> AsyncIterator[Callable[..., Sender]]:
    """Makes senders with `key` that trust the service's certificate, and closes them."""
    made: list[Sender] = []

    async def make(keys: Keys | None = None, **more) -> Sender:
        usual = {"instead": push_service.instead, "trust": push_service.trust}
        sender = Sender(keys or Keys(key), CONTACT, **(usual | more))
        made.append(await sender.__aenter__())
        return sender

    yield make
    for sender in made:
        await sender.__aexit__()


@pytest.fixture
async def sender(make_sender: Callable[..., Sender]) -> Sender:
    """One as usual."""
    return await make_sender()
