"""What a slow phone feels: Chromium with its processor slowed down 4 times, on the app as it is built.

    python tests/bench phone [--times 30] [--lock with|without|both] [--lighthouse 3] [--without-lighthouse]

Saving is timed from the call of the shared record's `save` until IndexedDB says that it is on the disk; opening a
year is the shared record reading 1,095 rows; the cold start is a new page with no connection until Today is there.
Everything rests encrypted with and without a lock; with one the phone is locked with a PIN and unlocked before, and a
new page is handed the key by the one that is open. The slow-down binds the page's thread, not the storage. The first
visit is judged by Lighthouse, see first_visit.py.
"""

import argparse
import asyncio
import random
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect, sync_playwright

from bench import entries
from bench.conditions import reported
from bench.first_visit import judge_first_visit
from bench.ours import Ours
from bench.verdicts import Verdicts
from bench.wire import Connection
from faults.phone_page import PAIN, RECORD
from journeys.steps.joining import signed_in
from journeys.steps.locking import PIN, lock_with, unlock
from journeys.steps.moving import until
from support.chromium import launch
from support.devices import Devices

SLOWER = 4
SAVE, OPEN, COLD = 10, 150, 1000
"""Milliseconds."""
SAVES = f"""async (times) => {{ {RECORD};
  const found = await record(), took = [];
  for (let number = 0; number < times; number++) {{
    const began = performance.now();
    await found.save("pain", {PAIN});
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 500)); // nobody saves again before the last is sent
  }}
  return took;
}}"""
OPENS = f"""async (times) => {{ {RECORD};
  const found = await record(), took = [];
  for (let number = 0; number < times; number++) {{
    const began = performance.now();
    const year = await found.constructor.open(found.store, found.subject);
    took.push(performance.now() - began);
    if (year.all().length < {entries.YEAR}) throw new Error(`${{year.all().length}} entries`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }}
  return took;
}}"""
NOTE_TODAY = """
const look = () => {
  const heading = document.querySelector("h1");
  if (heading && heading.textContent.trim() === "Today") window.todayAt = performance.now();
  else requestAnimationFrame(look);
};
look();
"""


async def years_on_server(ours: Ours, seed: int, count: int) -> list[str]:
    """People with a year of diary; gives for each a code that opens their record on another phone."""
    return [await year_on_server(ours, seed + each) for each in range(count)]


async def year_on_server(ours: Ours, seed: int) -> str:
    """Somebody with a year of diary; gives a code that opens their record on another phone."""
    diary, year = await ours.diary(), entries.year(seed)
    connection = await Connection.open(ours.port)
    diary.pushed([await connection.ask(request) for request in diary.pushes(year, 500)], len(year))
    connection.close()
    return ours.code_for(diary)


def slow_down(page: Page) -> None:
    """From now on the page's thread is slower."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def figures(devices: Devices, url: str, code: str, times: int, *, locked: bool) -> dict[str, list[float]]:
    """What was measured, in milliseconds."""
    page = signed_in(devices.phone(base_url=url), code)
    if locked:
        lock_with(page, "PIN", PIN)
        page.goto("/")
        unlock(page, "Your PIN", PIN)
    whole = f"async () => {{ {RECORD}; return (await record()).all().length >= {entries.YEAR} }}"
    until(page, whole, seconds=60)
    slow_down(page)
    found = {"save": page.evaluate(SAVES, times)[3:], "open": page.evaluate(OPENS, 10)[1:], "cold": []}
    page.context.set_offline(True)
    for _ in range(5):
        fresh = page.context.new_page()
        fresh.add_init_script(NOTE_TODAY)
        slow_down(fresh)
        fresh.goto(url)
        found["cold"].append(fresh.wait_for_function("() => window.todayAt").json_value())
        fresh.close()
    return found


def report(verdicts: Verdicts, found: dict[str, list[float]], lock: str) -> None:
    """Print and decide on the medians."""
    for name, what, target in (
        ("save", "save until durable, ms", SAVE),
        ("open", "open a year of entries, ms", OPEN),
        ("cold", "cold start of Today without a connection, ms", COLD),
    ):
        print(f"{what}, {lock} a lock: {len(found[name])} times, {min(found[name]):.1f} to {max(found[name]):.1f}")
        verdicts.figure(f"{what}, {lock} a lock (median)", median(found[name]), at_most=target)


def main() -> None:
    """Read the choices and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--lock", choices=("with", "without", "both"), default="both")
    parser.add_argument("--lighthouse", type=int, default=3, help="times that Lighthouse looks; the median counts")
    parser.add_argument("--without-lighthouse", action="store_true")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32))
    chosen = parser.parse_args()
    locks = ["without", "with"] if chosen.lock == "both" else [chosen.lock]
    verdicts = Verdicts()
    expect.set_options(timeout=30_000)
    with TemporaryDirectory() as made:
        folder, ours = Path(made), Ours(Path(made) / "ours")
        asyncio.run(ours.start())
        try:
            codes = asyncio.run(years_on_server(ours, chosen.seed, len(locks)))
            with (
                sync_playwright() as playwright,
                launch(playwright, whole=True) as browser,
                reported("A slow phone", seed=chosen.seed, folder=folder, Chromium=browser.version),
            ):
                devices = Devices(browser)
                for lock, code in zip(locks, codes, strict=True):
                    found = figures(devices, ours.server.url, code, chosen.times, locked=lock == "with")
                    report(verdicts, found, lock)
                devices.close()
                judge_first_visit(verdicts, browser, folder, 0 if chosen.without_lighthouse else chosen.lighthouse)
        finally:
            asyncio.run(ours.stop())
    sys.exit(1 if verdicts.missed else 0)


if __name__ == "__main__":
    main()
