"""Handing over: each thing that a push service may do comes out as one of seven outcomes, and nothing is raised."""

import asyncio
import json
import os
from collections.abc import Callable
from datetime import timedelta

import pytest

from backend.kit.push.conftest import HELLO, endpoint_of
from jointly.kit.push import Answer, Endpoint, Key, Keys, Limits, Message, Outcome, Sender
from support.push_browser import Browser
from support.push_service import CLOSES, HANGS, PushService, Reply

HOUR = timedelta(hours=1)
IMPATIENT = [Limits(read=0.3, whole=60), Limits(read=60, whole=0.3)]
"""Between two pieces, and for the whole."""


async def test_the_browser_reads_what_was_sent(
    sender: Sender, push_service: PushService, browser: Browser, to: Endpoint, key: Key
):
    told = {"web_push": 8030, "notification": {"title": "Grüße", "navigate": "https://a.example/"}}
    message = Message(json.dumps(told).encode(), timedelta(minutes=90, seconds=1.5), "high", "Aa0-_")
    assert await sender.send(to, message, key.id) == Answer(Outcome.SENT, 201)
    [pushed] = push_service.deliver(browser)
    assert pushed.json == told
    assert (pushed.ttl, pushed.urgency, pushed.topic) == (5401, "high", "Aa0-_")
    assert pushed.vapid["aud"] == "https://updates.push.services.mozilla.com", "who it is for, not where it went"
    [asked] = push_service.asked
    assert asked.headers["content-encoding"] == "aes128gcm"
    assert not {"cookie", "user-agent", "accept", "accept-encoding"} & asked.headers.keys()


async def test_all_messages_are_equally_long(sender: Sender, push_service: PushService, to: Endpoint, key: Key):
    for size in (1, 150, 1_900):
        await sender.send(to, Message(b"1" * size, HOUR), key.id)
    assert {len(asked.body) for asked in push_service.asked} == {2_151}
    assert len({asked.headers["content-length"] for asked in push_service.asked}) == 1


async def test_a_topic_takes_the_place_of_what_waits(
    sender: Sender, push_service: PushService, browser: Browser, to: Endpoint, key: Key
):
    for words, topic in ((b"1", "a"), (b"2", "b"), (b"3", "a"), (b"4", None), (b"5", None)):
        await sender.send(to, Message(words, HOUR, topic=topic), key.id)
    assert [pushed.json for pushed in push_service.deliver(browser)] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        (Reply(200), Answer(Outcome.SENT, 200)),
        (Reply(202, (), b"x" * 5_000), Answer(Outcome.SENT, 202)),
        (Reply(400, (), b'{"reason":"VapidPkHashMismatch"}'), Answer(Outcome.REFUSED, 400)),
        (Reply(401), Answer(Outcome.REFUSED, 401)),
        (Reply(403), Answer(Outcome.REFUSED, 403)),
        (Reply(404), Answer(Outcome.GONE, 404)),
        (Reply(406), Answer(Outcome.WAIT, 406)),
        (Reply(410), Answer(Outcome.GONE, 410)),
        (Reply(413), Answer(Outcome.TOO_BIG, 413)),
        (Reply(429, ("Retry-After: 60",)), Answer(Outcome.WAIT, 429, timedelta(minutes=1))),
        (
            Reply(429, ("Retry-After: Sun, 22 Nov 2026 12:05:00 GMT", "Date: Sun, 22 Nov 2026 12:00:00 GMT")),
            Answer(Outcome.WAIT, 429, timedelta(minutes=5)),
        ),
        (Reply(429, ("Retry-After: 9999999",)), Answer(Outcome.WAIT, 429, timedelta(hours=48))),
        (Reply(500), Answer(Outcome.FAILED, 500)),
        (Reply(503, ("Retry-After: 7",)), Answer(Outcome.FAILED, 503, timedelta(seconds=7))),
        (Reply(201, ("Content-Encoding: gzip",), b"no gzip"), Answer(Outcome.SENT, 201)),
        (Reply(201, ("Set-Cookie: a=b",)), Answer(Outcome.SENT, 201)),
        (CLOSES, Answer(Outcome.FAILED)),
    ],
)
async def test_each_answer(
    sender: Sender, push_service: PushService, to: Endpoint, key: Key, reply: Reply, answer: Answer
):
    push_service.answer = lambda asked: reply
    assert await sender.send(to, HELLO, key.id) == answer
    push_service.answer = None
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.SENT, 201)
    assert not any("cookie" in asked.headers for asked in push_service.asked)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("where", ["/elsewhere", "https://localhost:{port}/elsewhere", "http://127.0.0.1:9/"])
async def test_a_redirect_is_never_followed(
    sender: Sender, push_service: PushService, to: Endpoint, key: Key, status: int, where: str
):
    location = f"Location: {where.format(port=push_service.port)}"
    push_service.answer = lambda asked: Reply(status, (location,))
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.FAILED, status)
    assert len(push_service.asked) == 1


async def test_who_is_not_subscribed_any_more_is_gone(
    sender: Sender, push_service: PushService, browser: Browser, to: Endpoint, key: Key
):
    push_service.unsubscribe(browser)
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.GONE, 410)
    push_service.forget(browser)
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.GONE, 404)


@pytest.mark.parametrize("limits", IMPATIENT)
async def test_a_service_that_says_nothing_is_not_waited_for(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key, limits: Limits
):
    sender = await make_sender(limits=limits)
    push_service.answer = lambda asked: HANGS
    async with asyncio.timeout(60):
        assert await sender.send(to, HELLO, key.id) == Answer(Outcome.FAILED)


class Endless(Reply):
    """Its body never is whole."""

    def wire(self) -> bytes:
        return b"HTTP/1.1 201 Created\r\nContent-Length: 9999\r\n\r\nx"


@pytest.mark.parametrize("how", ["cuts", "answers"])
async def test_what_was_taken_counts_though_its_answer_never_ends(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key, how: str
):
    """To send it again would be to tell it twice."""
    sender = await make_sender(limits=Limits(read=2))
    push_service.answer = lambda asked: Endless(how=how)
    async with asyncio.timeout(60):
        assert await sender.send(to, HELLO, key.id) == Answer(Outcome.SENT, 201)


async def test_a_huge_body_is_not_read(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key
):
    sender = await make_sender(limits=Limits(body=1_000))
    push_service.answer = lambda asked: Reply(201, (), bytes(3_000_000))
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.SENT, 201)
    push_service.answer = None
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.SENT, 201)
    assert push_service.connections == 2, "what was not read goes with its connection"


async def test_connections_are_used_again(sender: Sender, push_service: PushService, to: Endpoint, key: Key):
    """Whatever is in an answer: it is not unpacked either."""
    push_service.answer = lambda asked: Reply(201, ("Content-Encoding: gzip",), b"words that nobody reads")
    for _ in range(10):
        assert (await sender.send(to, HELLO, key.id)).outcome is Outcome.SENT
    assert push_service.connections == 1


async def test_only_so_many_are_in_flight_at_one_service(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key
):
    sender = await make_sender(limits=Limits(at_once=4))
    push_service.answer = lambda asked: HANGS
    sends = [asyncio.create_task(sender.send(to, HELLO, key.id)) for _ in range(10)]
    async with asyncio.timeout(60):
        while len(push_service.held) < 4:
            await asyncio.sleep(0.01)
        assert (len(push_service.asked), push_service.connections) == (4, 4)
        push_service.answer = None
        push_service.let_go()
        assert {answer.outcome for answer in await asyncio.gather(*sends)} == {Outcome.SENT}
    assert push_service.connections == 4


async def test_waiting_for_a_place_is_not_counted_as_waiting_for_the_service(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key
):
    """The second one may wait for the whole time of the first, and still has its own."""
    sender = await make_sender(limits=Limits(read=30, whole=3, at_once=1))
    push_service.answer = lambda asked: HANGS if len(push_service.asked) == 1 else None
    first, second = await asyncio.gather(*(sender.send(to, HELLO, key.id) for _ in range(2)))
    assert (first.outcome, second.outcome) == (Outcome.FAILED, Outcome.SENT)


async def test_after_a_change_of_keys_everybody_is_still_reached(
    make_sender: Callable[..., Sender], push_service: PushService, browser: Browser, to: Endpoint, key: Key
):
    new = Key.from_secret(os.urandom(32))
    sender = await make_sender(Keys(new, (key,)))
    later = push_service.subscribe(new.public)
    assert (await sender.send(to, HELLO, key.id)).status == 201
    assert (await sender.send(endpoint_of(later), HELLO, new.id)).status == 201
    assert await sender.send(to, HELLO, new.id) == Answer(Outcome.REFUSED, 403), "the service does check"
    assert len(push_service.deliver(browser)) == len(push_service.deliver(later)) == 1


async def test_a_key_that_we_no_longer_have_signs_nothing(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key
):
    sender = await make_sender(Keys(Key.from_secret(os.urandom(32))))
    assert await sender.send(to, HELLO, key.id) == Answer(Outcome.REFUSED)
    assert push_service.asked == []


async def test_one_header_serves_many(sender: Sender, push_service: PushService, key: Key):
    for browser in (push_service.subscribe(key.public) for _ in range(3)):
        await sender.send(endpoint_of(browser), HELLO, key.id)
    assert len({asked.headers["authorization"] for asked in push_service.asked}) == 1
    assert push_service.counts == {201: 3}


async def test_a_key_that_rotted_in_its_row_stops_nobody(sender: Sender, to: Endpoint, key: Key):
    broken = Endpoint(to.url, b"\x04" + bytes(64), to.auth)
    assert await sender.send(broken, HELLO, key.id) == Answer(Outcome.REFUSED)
    assert (await sender.send(to, HELLO, key.id)).outcome is Outcome.SENT


async def test_a_service_that_fails_rests_and_is_tried_again(
    make_sender: Callable[..., Sender], push_service: PushService, key: Key
):
    now = 1_000.0
    sender = await make_sender(limits=Limits(failures=3, rest=60), seconds=lambda: now)
    some = [endpoint_of(push_service.subscribe(key.public)) for _ in range(3)]
    push_service.answer = lambda asked: Reply(503)
    for to in some:
        assert (await sender.send(to, HELLO, key.id)).outcome is Outcome.FAILED
    assert await sender.send(some[0], HELLO, key.id) == Answer(Outcome.RESTING, wait=timedelta(seconds=60))
    assert len(push_service.asked) == 3
    push_service.answer = None
    now += 60
    assert (await sender.send(some[0], HELLO, key.id)).outcome is Outcome.SENT


async def test_a_push_that_is_cut_off_leaves_its_place_to_others(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key
):
    sender = await make_sender(limits=Limits(at_once=1))
    push_service.answer = lambda asked: HANGS
    hanging = asyncio.create_task(sender.send(to, HELLO, key.id))
    async with asyncio.timeout(60):
        while not push_service.held:
            await asyncio.sleep(0.01)
        hanging.cancel()
        with pytest.raises(asyncio.CancelledError):
            await hanging
        push_service.answer = None
        assert (await sender.send(to, HELLO, key.id)).outcome is Outcome.SENT


async def test_services_without_number_take_no_more_room(
    make_sender: Callable[..., Sender], push_service: PushService, to: Endpoint, key: Key
):
    async def nowhere(host: str, port: int) -> list[str]:
        raise OSError

    sender = await make_sender(limits=Limits(services=10), resolve=nowhere, instead={})
    for number in range(50):
        there = Endpoint(f"https://{number}.push.apple.com/x", to.p256dh, to.auth)
        assert await sender.send(there, HELLO, key.id) == Answer(Outcome.FAILED)
        assert len(sender._services) <= 10
