"""A worker's list of 250 people with a year of diary each: how long the service takes, and a slow device.

    python tests/bench caseload [--people 250] [--times 30]

Each person has 1,095 entries, a pathway with check-ins, a goal, an open referral with a conversation, two suggestions
that wait for their group, and a task. The list is asked of `jointly demo` over loopback by a member of staff who
supports them all: at most 300 ms. In turns with it the same is asked of a service whose worker has 5 people: what is
left is what 245 more cost. The list is opened in Chromium with its processor slowed down 4 times, from pressing its
place in the app until the last row stands: at most 1 s.
"""

import argparse
import asyncio
import random
import sys
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID

import msgspec
from playwright.sync_api import expect, sync_playwright

from bench import entries
from bench.conditions import reported
from bench.phone import slow_down
from bench.verdicts import Verdicts
from jointly import settings
from jointly.demo.sharing import session_of
from jointly.house import close_house, open_house
from jointly.kit import clock
from jointly.kit.db import Many, Query
from jointly.kit.ids import uuid7
from jointly.people import service as people
from jointly.people.house import House
from jointly.prescribing.schemas import NewPrescription, NewTask, ReferralDetails
from jointly.prescribing.sealed import seal
from jointly.record import service as record
from jointly.record.schemas import NewVersion
from jointly.sync.kinds import canonical
from journeys.steps.joining import confirm, open_link
from support.chromium import launch
from support.devices import Devices
from support.pwa_build import ensure_built
from support.server import Server

SERVER_MS, PAGE_MS = 300, 1_000
FEW = 5
TABLET = {"width": 820, "height": 1180}
OPENED = """(people) => new Promise((done) => {
  const began = performance.now();
  let first = 0;
  const look = () => {
    const rows = document.querySelectorAll("tbody tr").length;
    if (rows) first ||= performance.now() - began;
    if (rows >= people) done([first, performance.now() - began]);
    else requestAnimationFrame(look);
  };
  document.querySelector("a[href='/people']").click();
  look();
})"""


async def fill(data: Path, count: int, seed: int) -> None:
    """People of the demonstration's service whom its worker supports, each with a year."""
    house = await open_house(settings.read({"JOINTLY_DATA": str(data)}, demonstration=True))
    try:
        worker = await house.db.read(_worker, house.service, group=house.service, purpose="bench")
        for number in range(count):
            await add(house, worker, number, seed + number)
    finally:
        await close_house(house)


async def add(house: House, worker: UUID, number: int, seed: int) -> None:
    """One person with a year of diary, who is supported."""
    person = await people.make_person(house, role="patient", called=f"Person {number:03}", purpose="bench")
    key, now = await house.vault.key(person), clock.now()
    author = record.Author(person=person, key=key, session=session_of(house, person, "patient"), skew_seconds=None)
    year = [*entries.year(seed), *_care()]
    for start in range(0, len(year), 500):
        batch = [_prepared(key, person, index, one) for index, one in enumerate(year[start : start + 500])]
        await record.keep(house, author=author, batch=batch, received_at=now)
    await house.db.run(_support, house, person, worker, key, now, subject=person, group=house.service, purpose="bench")


def _care() -> list[dict]:
    """What the list reads of somebody's entries: a pathway, seven check-ins and a goal."""
    now = clock.now()
    on = {days: (now - timedelta(days=days)).date().isoformat() for days in range(200)}
    pathway = {"pathway": "joint-pain-advisor", "version": 1}
    started = pathway | {"variant": None, "started_on": on[24], "extra": [], "ended": None}
    made = [("pathway", started)]
    done = {"contact": "baseline", "with": "alone", "state": "done", "answers": {}, "topics": [], "refers": []}
    made += [("check-in", pathway | done | {"on": on[day], "goal_reviewed": True}) for day in range(17, 24)]
    action = {"what": "Walk to the shop", "when": None, "where": None, "confidence": 8}
    goal = {"matters": None, "goal": "See my sister", "importance": 9, "action": action, "coping": []}
    made.append(("goal", goal | {"review_on": on[1], "status": "active", "helped": None, "bad_day": None}))
    at = now.isoformat(timespec="seconds")
    return [{"id": str(uuid7()), "kind": kind, "at": at, "zone": "Europe/London", "body": body} for kind, body in made]


def _prepared(key, person: UUID, index: int, said: dict) -> record.Prepared:
    body = canonical(said["kind"], msgspec.json.encode(said["body"]))
    version = NewVersion(id=UUID(said["id"]), kind=said["kind"], at=said["at"], zone=said["zone"])
    return record.prepare(key, person, index, version, None, body)


def _support(house: House, person: UUID, worker: UUID, key, now):
    """Unit: a share, an open referral with a conversation, two suggestions and a task."""
    day, before = now.date(), now - timedelta(days=9)
    ids = [uuid7() for _ in range(6)]
    details = seal(key, person, ids[1], ReferralDetails(referrer="Dr Shah", reason="Knee pain", agreed="asked"))
    yield Many(
        "insert into share (id, person, with_kind, with_id, scopes, may_write, given_by, given_at) "
        "values (?, ?, 'service', ?, 'about checkins support', ?, ?, ?)",
        [(ids[0], person, house.service, False, person, before)],
    )
    yield Many(
        "insert into referral (id, person, service, source, state, owner, next_on, received_at, first_contact_at, "
        "sealed, attempts, steps) values (?, ?, ?, 'practice', 'active', ?, ?, ?, ?, ?, 0, 1)",
        [(ids[1], person, house.service, worker, day, before, before, details)],
    )
    named = [
        NewPrescription(person=person, kind="activity", thing=str(uuid7()), name=f"Chair yoga {n}") for n in (1, 2)
    ]
    kept = {"person", "kind", "thing"}
    yield Many(
        "insert into prescription (id, person, service, referral, kind, thing, state, owner, next_on, made_at, "
        "sent_at, sealed, visits, missed, steps) values (?, ?, ?, ?, 'activity', ?, 'sent', ?, ?, ?, ?, ?, 0, 0, 0)",
        [
            (
                id,
                person,
                house.service,
                ids[1],
                one.thing,
                worker,
                day,
                before,
                before,
                seal(key, person, id, one, kept),
            )
            for id, one in zip(ids[2:4], named, strict=True)
        ],
    )
    task = NewTask(person=person, due_on=day, words="Ring the group")
    yield Many(
        "insert into task (id, person, service, owner, due_on, made_at, sealed) values (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                ids[4],
                person,
                house.service,
                worker,
                day,
                now,
                seal(key, person, ids[4], task, {"person", "due_on", "done"}),
            )
        ],
    )


def _worker(service: UUID):
    rows = yield Query(
        "select id from person where service = ? and role in ('advisor', 'link-worker') limit 1", (service,)
    )
    return rows[0][0]


def asked(client, count: int) -> float:
    """Milliseconds of one answer, whose people are counted."""
    began = perf_counter()
    answer = client.get("/api/caseload")
    took = (perf_counter() - began) * 1_000
    people_listed = len(answer.raise_for_status().json()["people"])
    if people_listed < count:
        raise SystemExit(f"{people_listed} people are on a list of {count}")
    return took


def signed_in(server: Server):
    """A client of the demonstration's worker."""
    client = server.client()
    code = server.links()["Sam"].partition("#")[2]
    client.post("/api/join", json={"code": code, "device": str(uuid7())}).raise_for_status()
    client.get("/api/me").raise_for_status()
    return client


def listed_ms(playwright, server: Server, people_listed: int, folder: Path, verdicts: Verdicts, seed: int) -> None:
    """The list on a slow device: until the first rows stand, and the last."""
    with (
        launch(playwright, whole=True) as browser,
        reported("A worker's list", seed=seed, folder=folder, Chromium=browser.version),
    ):
        devices = Devices(browser)
        page = devices.desktop(base_url=server.url, viewport=TABLET)
        open_link(page, server.links()["Sam"].partition("#")[2])
        confirm(page)
        expect(page.get_by_role("heading", level=1, name="People and codes")).to_be_visible()
        slow_down(page)
        took = []
        for _ in range(6):
            page.goto(f"{server.url}/more")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            page.wait_for_timeout(2_000)
            took.append(page.evaluate(OPENED, people_listed))
        devices.close()
        first, last = zip(*took[1:], strict=True)
        print("each, first and last row, ms: " + ", ".join(f"{one:,.0f} {all_:,.0f}" for one, all_ in took))
        verdicts.figure("the list's first rows on a 4 times slower device, ms (median)", median(first), at_most=PAGE_MS)
        verdicts.figure("until its last row, ms (median)", median(last), at_most=PAGE_MS)


def main() -> None:
    """Read the choices and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=250)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(31))
    chosen = parser.parse_args()
    ensure_built()
    verdicts = Verdicts()
    with TemporaryDirectory() as made:
        folder = Path(made)
        servers = []
        for name, count in (("many", chosen.people), ("few", FEW)):
            data = folder / name
            data.mkdir(mode=0o700)
            with Server(data, verb="demo"):
                pass
            asyncio.run(fill(data, count, chosen.seed))
            servers.append(Server(data, verb="demo").start())
        try:
            many, few = (signed_in(server) for server in servers)
            with reported("A worker's list, over loopback", seed=chosen.seed, folder=folder):
                pairs = [(asked(many, chosen.people), asked(few, FEW)) for _ in range(chosen.times + 3)][3:]
            mine, theirs = ([pair[each] for pair in pairs] for each in (0, 1))
            verdicts.figure(f"a list of {chosen.people}, ms (median of {len(mine)})", median(mine), at_most=SERVER_MS)
            print(f"slowest {max(mine):,.0f} ms; a list of {FEW}: {median(theirs):,.1f} ms, in turns")
            with sync_playwright() as playwright:
                listed_ms(playwright, servers[0], chosen.people, folder, verdicts, chosen.seed)
        finally:
            for server in servers:
                server.stop()
    sys.exit(1 if verdicts.missed else 0)


if __name__ == "__main__":
    main()
