"""W11: how late reminders are handed over when 500 a second come due, with two processes and a push service.

    python tests/bench reminders_in_time [--a-second 500] [--seconds 60]

Everybody has one browser and one reminder, each due two milliseconds after the one before. Two processes look as
`jointly serve` does, every 2 seconds when there is nothing to do; PostgreSQL waits for the disk. The push service is a
process of its own on loopback, over TLS, that answers 201 and reads and checks every 50th message. A reminder is handed
over when its request is there: lateness is from the instant at which it was due until then, by one clock. Each of them
counts, and 99.9 % may be 10 seconds late at most.
"""

import argparse
import asyncio
import os
import tempfile
import time
from base64 import urlsafe_b64decode
from datetime import UTC, datetime
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID, uuid4

import uvloop

from bench.conditions import load, reported
from bench.push import BROWSERS, Counting, Subscription
from bench.reminded import SPAWN, Stand, fill, stand, with_house
from bench.verdicts import Verdicts, percentile
from jointly.content import content_root, messages
from jointly.kit.db import Many
from jointly.kit.push import Sender, endpoint
from jointly.people.house import House
from jointly.reminders.dispatching import Dispatcher
from jointly.reminders.handing_over import sealed_endpoint
from jointly.reminders.outlets import Outlets
from jointly.reminders.running import keep_looking
from jointly.settings import Settings
from support.push_service import Asked, Reply

A_SECOND, SECONDS, PROCESSES = 500, 60, 2
LATE, SHARE = 10.0, 0.999
SOON = 5
"""Seconds from when all are ready until the first is due."""


class Noting(Counting):
    """Notes when the first push of each telling came; a second one is a mistake here, where nothing fails."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.came: dict[UUID, float] = {}
        self.twice = 0

    def reply_to(self, asked: Asked) -> Reply:
        telling = UUID(bytes=urlsafe_b64decode(asked.headers["topic"] + "=="))
        self.twice += telling in self.came
        self.came.setdefault(telling, time.time())
        return super().reply_to(asked)


def serve(told: Connection, folder: str, public: str) -> None:
    """The service's process: tells its address and browsers, and at the end what came when."""
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    with Noting(Path(folder)) as service:
        browsers = [service.subscribe(public) for _ in range(BROWSERS)]
        told.send((service.instead, [Subscription(one.url, one.p256dh, one.auth) for one in browsers]))
        told.recv()
        told.send((service.came, service.twice))


def dispatch(told: Connection, settings: Settings, instead: dict[str, str]) -> None:
    """One process that looks until it is told to stop; then it says how much CPU it took."""

    async def work(house: House) -> None:
        assert house.push_keys
        async with Sender(house.push_keys, "mailto:ops@example.org", instead=instead) as sender:
            dispatcher, stop = (
                Dispatcher(house, {}, messages(content_root(None), "en"), Outlets(sender)),
                asyncio.Event(),
            )
            looking = asyncio.create_task(keep_looking(dispatcher, stop))
            told.send(None)
            cpu = time.process_time()
            await asyncio.to_thread(told.recv)
            stop.set()
            await looking
            told.send((dispatcher.counted["messages_sent"], time.process_time() - cpu))

    uvloop.run(with_house(settings, work))


async def subscribe(house: House, people: list[UUID], browsers: list[Subscription]) -> None:
    """A browser to everybody, signed in."""
    assert house.push_keys
    now, key, rows = datetime.now(UTC), house.push_keys.current.id, []
    read = [endpoint(one.url, one.p256dh, one.auth, more_hosts=frozenset()) for one in browsers]
    for person, to in zip(people, cycle(read), strict=False):
        device = uuid4()
        rows.append((device, person, house.service, sealed_endpoint(house.index_key, device, to), device.bytes, key))
    await house.db.run(_subscriptions, [(*row, "ok", now) for row in rows], group=house.service, purpose="bench")
    until = now.replace(year=now.year + 1)
    devices = [(row[0], row[1], row[0].bytes, "", "code", now, now, now, until) for row in rows]
    await house.vault.database.run(_devices, devices, purpose="bench")


def _subscriptions(rows: list[tuple]):
    yield Many(
        "insert into subscription (device, person, service, sealed, mark, key, state, made_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def _devices(rows: list[tuple]):
    yield Many(
        "insert into device (id, person, token_hash, name, method, made_at, signed_in_at, heard_at, ends_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def begin(here: Stand, apart: str) -> float:
    """Sets the times at which all is due; gives the first."""
    first = time.time() + SOON
    at = f"to_timestamp({first}) + p * {apart}"
    here.sql(
        f"update due set at = {at}, until = {at} + interval '3 hours' from someone where due.person = someone.person",
        f"update reminded set next_at = {at} from someone where reminded.person = someone.person",
    )
    here.sql("vacuum analyze due", "vacuum analyze reminded", "vacuum analyze subscription")
    return first


def wait_for(here: Stand, count: int, seconds: float) -> None:
    """Until so many were handed over and written down, or the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and int(here.sql("select count(*) from message where state = 'sent'")) < count:
        time.sleep(1)


def run(chosen: argparse.Namespace) -> int:
    """Fills, waits and compares; gives how many targets were missed."""
    count, apart = chosen.a_second * chosen.seconds, f"interval '{1e6 / chosen.a_second} microseconds'"
    with tempfile.TemporaryDirectory() as name, stand(Path(name)) as here:
        ours, its = SPAWN.Pipe()
        public = asyncio.run(with_house(here.settings, _public))
        SPAWN.Process(target=serve, args=(its, name, public), daemon=True).start()
        instead, browsers = ours.recv()
        os.environ["SSL_CERT_FILE"] = str(Path(name) / "server.pem")
        fill(here, count, 1, "now() + interval '1 day'", "interval '0'")
        people = [UUID(one) for one in here.sql("select person from someone order by p").split()]
        asyncio.run(with_house(here.settings, lambda house: subscribe(house, people, browsers)))
        with reported(f"W11: {chosen.a_second} reminders a second", seed=0, folder=Path(name)):
            lines = [SPAWN.Pipe() for _ in range(PROCESSES)]
            for _, end in lines:
                SPAWN.Process(target=dispatch, args=(end, here.settings, instead), daemon=True).start()
            for line, _ in lines:
                line.recv()
            first = begin(here, apart)
            print(f"load as it begins {load()}", flush=True)
            wait_for(here, count, SOON + chosen.seconds + 60)
            for line, _ in lines:
                line.send(None)
            for line, _ in lines:
                sent, cpu = line.recv()
                print(f"a process handed over {sent:,} in {cpu:.1f} s of its CPU")
            ours.send(None)
            came, twice = ours.recv()
        return told(here, came, twice, count, first)


async def _public(house: House) -> str:
    assert house.push_keys
    return house.push_keys.current.public


def told(here: Stand, came: dict[UUID, float], twice: int, count: int, first: float) -> int:
    """Compares when each was due with when it came; gives how many targets were missed."""
    rows = here.sql("select telling, extract(epoch from at) from due where state = 'told'").splitlines()
    due = {UUID(telling): float(at) for telling, _, at in (row.partition("|") for row in rows)}
    assert len(due) == count and twice == 0, f"{len(due)} of {count} were told, {twice} came twice"
    late = [came.get(telling, float("inf")) - at for telling, at in due.items()]
    shares = ", ".join(f"{share:.1%} {percentile(late, share):.2f} s" for share in (0.5, 0.9, 0.99, 0.999))
    print(
        f"late: {shares}, latest {max(late):.2f} s, earliest {min(late):.3f} s; all {max(came.values()) - first:.1f} s"
    )
    assert min(late) >= 0, "nothing comes before it is due"
    verdicts = Verdicts()
    verdicts.figure("99.9 % are late by seconds", percentile(late, SHARE), at_most=LATE)
    return verdicts.missed


def main() -> None:
    """Read the choices, run, and end with 1 when the target was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--a-second", type=int, default=A_SECOND)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    raise SystemExit(1 if run(parser.parse_args()) else 0)


if __name__ == "__main__":
    main()
