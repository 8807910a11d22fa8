"""W9: web pushes handed over by one process on one core, to a push service on loopback that speaks TLS.

    python tests/bench push [--sends 6000] [--rounds 5]

Ours is `kit/push` as the dispatcher uses it: an endpoint is read and checked, a message made, padded, encrypted, signed
for and posted, 20 in flight. Theirs is pywebpush with a session of requests, its key read once, the same words
unpadded: the target is about it. `webpush_async` with a session of aiohttp, 20 in flight, is shown beside it. They take
turns in one run, on one core; the service has another where there is one. It reads and checks every 50th message, and
answers 201.
"""

import argparse
import asyncio
import multiprocessing
import os
import ssl
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from itertools import cycle, islice
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import NamedTuple

import aiohttp
import requests
import uvloop
from py_vapid import Vapid02
from pywebpush import webpush, webpush_async

from bench.conditions import load, reported
from bench.verdicts import Verdicts
from jointly.kit.push import Key, Keys, Message, Outcome, Sender, endpoint
from support.push_service import Asked, PushService, Reply

A_SECOND, FASTER = 2_800, 2.0
BROWSERS, IN_FLIGHT, CHECKED = 1_000, 20, 50
CONTACT = "mailto:ops@example.org"
WORDS = (
    b'{"web_push":8030,"notification":{"title":"Time for something you planned","lang":"en","dir":"ltr",'
    b'"navigate":"https://msk.example.org/open/a","tag":"a","data":{"token":"0123456789abcdef"}}}'
)
TTL = timedelta(hours=1)


class Subscription(NamedTuple):
    """What a page gives."""

    url: str
    p256dh: str
    auth: str


class Counting(PushService):
    """Answers 201 and reads only some messages; a message that it would refuse is answered so."""

    seen = 0

    def reply_to(self, asked: Asked) -> Reply:
        self.seen += 1
        return Reply(self._take(asked)) if self.seen % CHECKED == 0 else Reply()


def serve(told: Connection, folder: str, public: str, core: int | None) -> None:
    """The service's process: tells its port and its browsers, and serves until it is ended."""
    if core is not None:
        os.sched_setaffinity(0, {core})
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    with Counting(Path(folder)) as service:
        service.stands_for = f"https://localhost:{service.port}"
        browsers = [service.subscribe(public) for _ in range(BROWSERS)]
        told.send((service.port, [Subscription(one.url, one.p256dh, one.auth) for one in browsers]))
        told.recv()


class Turn(NamedTuple):
    """Sends a second, and CPU microseconds for one."""

    a_second: float
    microseconds: float

    def __str__(self) -> str:
        return f"{self.a_second:6,.0f} sends/s, {self.microseconds:4.0f} µs of CPU each"


Send = Callable[[Subscription], Awaitable[None]]


async def timed(send: Send, browsers: list[Subscription], sends: int) -> Turn:
    """So many sends, 20 at a time."""
    left = islice(cycle(browsers), sends)

    async def work() -> None:
        for browser in left:
            await send(browser)

    began, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(IN_FLIGHT)))
    took, used = time.perf_counter() - began, time.process_time() - cpu
    return Turn(sends / took, used / sends * 1e6)


def our_way(sender: Sender, key: Key, hosts: frozenset[str]) -> Send:
    """One push through `kit/push`."""

    async def send(to: Subscription) -> None:
        read = endpoint(to.url, to.p256dh, to.auth, more_hosts=hosts)
        answer = await sender.send(read, Message(WORDS, TTL, "high", "a"), key.id)
        assert answer.outcome is Outcome.SENT, answer

    return send


def said(to: Subscription, key: Key) -> dict:
    """What pywebpush is told in both ways. It writes into the claims, so they are new ones each time."""
    return {
        "subscription_info": {"endpoint": to.url, "keys": {"p256dh": to.p256dh, "auth": to.auth}},
        "data": WORDS.decode(),
        "vapid_private_key": Vapid02(key.secret),
        "vapid_claims": {"sub": CONTACT},
        "ttl": int(TTL.total_seconds()),
        "headers": {"Urgency": "high", "Topic": "a"},
        "timeout": 20,
    }


def their_async_way(http: aiohttp.ClientSession, key: Key) -> Send:
    """One push through `webpush_async`; it raises what is no success."""

    async def send(to: Subscription) -> None:
        await webpush_async(**said(to, key), aiohttp_session=http)

    return send


def their_way(http: requests.Session, key: Key) -> Send:
    """One push through `webpush`, which blocks: whatever is in flight, it is one."""

    async def send(to: Subscription) -> None:
        webpush(**said(to, key), requests_session=http)

    return send


async def measure(chosen: argparse.Namespace, folder: Path, key: Key, port: int, browsers: list[Subscription]) -> int:
    """The turns; gives how many targets were missed."""
    certificate = folder / "server.pem"
    trust = [ssl.create_default_context(cafile=certificate) for _ in range(2)]
    hosts = frozenset({f"localhost:{port}"})
    connector = aiohttp.TCPConnector(ssl=trust[1], limit_per_host=IN_FLIGHT)
    async with (
        Sender(Keys(key), CONTACT, more_hosts=hosts, trust=trust[0]) as sender,
        aiohttp.ClientSession(connector=connector) as http,
    ):
        with requests.Session() as session:
            session.trust_env, session.verify = False, str(certificate)
            ways = {
                "ours": our_way(sender, key, hosts),
                "webpush": their_way(session, key),
                "webpush_async": their_async_way(http, key),
            }
            return told(await taking_turns(ways, browsers, chosen))


async def taking_turns(
    ways: Mapping[str, Send], browsers: list[Subscription], chosen: argparse.Namespace
) -> Mapping[str, Sequence[Turn]]:
    """The turns of each way, which begin in another order each time."""
    turns: dict[str, list[Turn]] = {name: [] for name in ways}
    for send in ways.values():
        await timed(send, browsers, chosen.sends // 10)  # connections are made, and code is warm
    for number in range(chosen.rounds):
        for name in sorted(ways, reverse=number % 2 == 1):
            turns[name].append(await timed(ways[name], browsers, chosen.sends))
        print("; ".join(f"{name} {found[-1]}" for name, found in turns.items()), f"load {load()}", flush=True)
    return turns


def told(turns: Mapping[str, Sequence[Turn]]) -> int:
    """Says what came of it; gives how many targets were missed."""
    verdicts = Verdicts()
    for name, found in turns.items():
        print(f"{name}: {median(turn.microseconds for turn in found):.0f} µs of CPU each (median)")
    rates = {name: [turn.a_second for turn in found] for name, found in turns.items()}
    verdicts.figure("sends a second on one core", median(rates["ours"]), at_least=A_SECOND)
    verdicts.ratio("sends a second, ours and webpush with a session", rates["ours"], rates["webpush"], at_least=FASTER)
    beside = median(ours / theirs for ours, theirs in zip(rates["ours"], rates["webpush_async"], strict=True))
    print(f"sends a second, ours and webpush_async with a session: ratio {beside:.3g}")
    return verdicts.missed


def run(chosen: argparse.Namespace) -> int:
    """Starts the service on one core, and measures on another."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    apart = len(cores) > 1
    key = Key.from_secret(os.urandom(32))
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        ours, its = spawn.Pipe()
        service = spawn.Process(target=serve, args=(its, folder, key.public, cores[1] if apart else None), daemon=True)
        service.start()
        try:
            if apart:
                os.sched_setaffinity(0, {cores[0]})
            where = f"cores {cores[0]} and {cores[1]}" if apart else "not pinned"
            with reported(f"W9: web pushes, {IN_FLIGHT} in flight", seed=0, folder=Path(folder), pinned=where):
                port, browsers = ours.recv()
                return uvloop.run(measure(chosen, Path(folder), key, port, browsers))
        finally:
            service.kill()


def main() -> None:
    """Read the choices, run, and end with 1 when a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sends", type=int, default=6_000)
    parser.add_argument("--rounds", type=int, default=5)
    raise SystemExit(1 if run(parser.parse_args()) else 0)


if __name__ == "__main__":
    main()
