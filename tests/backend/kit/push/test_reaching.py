"""Nothing but push services is reached, and where a browser is reached is told to nobody."""

import asyncio
import logging
import ssl
from collections.abc import Callable, Sequence

import pytest

from backend.kit.push.conftest import CONTACT, HELLO
from jointly.kit.push import Answer, BadKey, Endpoint, Key, Keys, Limits, Outcome, Sender
from support.certificates import server_and_client
from support.push_browser import Browser
from support.push_service import CLOSES, HANGS, PushService, Reply


class Names:
    """A resolver that gives these addresses for everything, and remembers what it was asked."""

    def __init__(self, *found: str) -> None:
        self.found = found
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.found


@pytest.fixture
def apple(to: Endpoint) -> Endpoint:
    """An endpoint at a push service that nothing stands for."""
    return Endpoint("https://web.push.apple.com/secret-token", to.p256dh, to.auth)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "64:ff9b::a"])
async def test_a_private_address_is_not_connected_to(
    make_sender: Callable[..., Sender], apple: Endpoint, key: Key, address: str, caplog: pytest.LogCaptureFixture
):
    """The guard of the tests would not stop one to this machine."""
    names = Names(address)
    sender = await make_sender(resolve=names, instead={})
    assert await sender.send(apple, HELLO, key.id) == Answer(Outcome.FAILED)
    assert names.asked == ["web.push.apple.com"]


async def test_this_machine_is_not_reached_though_it_listens_and_is_trusted(tls, key: Key, to: Endpoint):
    """As above, with somebody there who would be glad to answer: only the check of the address is in the way."""
    server, client = server_and_client("web.push.apple.com", tls)
    came: list[str] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(Reply(201).wire())
        await writer.drain()
        writer.close()

    listening = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=server)
    port = listening.sockets[0].getsockname()[1]
    there = Endpoint(f"https://web.push.apple.com:{port}/x", to.p256dh, to.auth)
    hosts = frozenset({f"web.push.apple.com:{port}"})
    async with (
        listening,
        Sender(Keys(key), CONTACT, more_hosts=hosts, trust=client, resolve=Names("127.0.0.1")) as ours,
    ):
        assert (await ours.send(there, HELLO, key.id)).outcome is Outcome.SENT, "a host of the operator may be private"
        ours._resolver._trusted = frozenset()
        ours._http.connector.clear_dns_cache()
        assert (await ours.send(there, HELLO, key.id)).outcome is Outcome.FAILED
    assert len(came) == 1


async def test_of_a_host_with_both_only_public_addresses_are_tried(make_sender: Callable[..., Sender]):
    sender = await make_sender(resolve=Names("10.0.0.1", "93.184.215.14", "::1", "2606:4700::1111"), instead={})
    found = await sender._resolver.resolve("web.push.apple.com", 443)
    assert [one["host"] for one in found] == ["93.184.215.14", "2606:4700::1111"]


@pytest.mark.parametrize("fault", [OSError(), UnicodeError(), TimeoutError()])
async def test_a_name_that_is_not_found_is_a_failure(
    make_sender: Callable[..., Sender], apple: Endpoint, key: Key, fault: Exception
):
    async def nowhere(host: str, port: int) -> Sequence[str]:
        raise fault

    sender = await make_sender(resolve=nowhere, instead={})
    assert await sender.send(apple, HELLO, key.id) == Answer(Outcome.FAILED)


async def test_a_name_that_takes_for_ever_is_a_failure(make_sender: Callable[..., Sender], apple: Endpoint, key: Key):
    async def slowly(host: str, port: int) -> Sequence[str]:
        await asyncio.Event().wait()

    sender = await make_sender(resolve=slowly, instead={}, limits=Limits(connect=0.2))
    async with asyncio.timeout(60):
        assert await sender.send(apple, HELLO, key.id) == Answer(Outcome.FAILED)


@pytest.mark.parametrize("url", ["https://evil.example/x", "https://127.0.0.1/x", "https://fcm.googleapis.com:22/x"])
async def test_the_list_of_hosts_holds_again_when_it_is_sent(
    make_sender: Callable[..., Sender], to: Endpoint, key: Key, url: str
):
    names = Names("93.184.215.14")
    sender = await make_sender(resolve=names)
    assert await sender.send(Endpoint(url, to.p256dh, to.auth), HELLO, key.id) == Answer(Outcome.REFUSED)
    assert names.asked == []


async def test_a_certificate_that_is_not_trusted_is_a_failure(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key
):
    sender = await make_sender(trust=ssl.create_default_context())
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.FAILED)
    assert push_service.asked == []


async def test_a_port_at_which_nobody_listens_is_a_failure(make_sender: Callable[..., Sender], to: Endpoint, key: Key):
    sender = await make_sender(instead={to.origin: "https://localhost:9"})
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.FAILED)


async def test_an_address_is_posted_to_exactly_as_it_was_given(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key
):
    path = "/w/?token=BQY%2fa%3D%3d+b/../c//d;e=[f]|g^h~&'(*)"
    there = Endpoint(f"https://wns2.notify.windows.com{path}", to.p256dh, to.auth)
    [here] = push_service.instead.values()
    sender = await make_sender(instead={there.origin: here})
    assert (await sender.send(there, HELLO, key.id)).outcome is Outcome.GONE
    assert push_service.asked[0].path == path


@pytest.mark.parametrize("reply", [Reply(), Reply(410), Reply(500, (), b"broken"), Reply(307), CLOSES, HANGS])
async def test_the_endpoint_is_in_no_log_and_no_answer(
    make_sender: Callable[..., Sender],
    push_service: PushService,
    browser: Browser,
    to: Endpoint,
    key: Key,
    reply: Reply,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
):
    token = browser.url.rpartition("/")[2]
    push_service.answer = lambda asked: reply
    with caplog.at_level(logging.DEBUG):
        sender = await make_sender(limits=Limits(read=2) if reply is HANGS else Limits())
        told = repr(await sender.send(to, HELLO, key.id))
        await sender.__aexit__()
    out, err = capfd.readouterr()
    for words in (told, caplog.text, out, err):
        assert token not in words
        assert browser.p256dh not in words
    assert token in push_service.asked[0].path, "it is where it has to be"


def test_a_contact_that_cannot_be_written_to_starts_no_sender(key: Key):
    with pytest.raises(BadKey):
        Sender(Keys(key), "mailto:ops@localhost")


async def test_the_operators_own_certificates_are_believed(
    make_sender: Callable[..., Sender],
    push_service: PushService,
    to: Endpoint,
    key: Key,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("SSL_CERT_FILE", str(push_service.certificate))
    sender = await make_sender(trust=None)
    assert (await sender.send(to, HELLO, key.id)).outcome is Outcome.SENT
