"""The first visit to Today of somebody signed in: JavaScript over the network before anything shows, and Lighthouse.

Lighthouse's own mobile phone: 150 ms, 1,638 kbit/s, processor 4 times slower (simulated), nothing kept from before.
"""

import json
import os
import re
import subprocess
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from bench.pouch import PEERS
from bench.verdicts import Verdicts
from journeys.steps.joining import signed_in
from support.chromium import WHOLE, find
from support.devices import PHONE, Devices
from support.node import ensure_packages
from support.server import Server
from web_build import node_environment, node_folder

COOKIE = "__Host-jointly"
SCORE, ACCESSIBILITY, JAVASCRIPT = 98, 100, 40_000
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
FIRST_SCRIPTS = """() => {
  const [shown] = performance.getEntriesByName("first-contentful-paint");
  return performance.getEntriesByType("resource")
    .filter(({ name, startTime }) => /\\.js$/.test(name) && startTime < shown.startTime)
    .map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize]);
}"""


def judge_first_visit(verdicts: Verdicts, browser: Browser, folder: Path, times: int) -> None:
    """Measure and print on a demonstration of its own; Lighthouse looks `times` times."""
    data = folder / "demonstration"
    data.mkdir(mode=0o700)
    with Server(data, verb="demo") as server:
        cookie = _sign_in(browser, server)
        _first_scripts(verdicts, browser, server, cookie)
        if times:
            _lighthouse(verdicts, server, cookie, folder, times)


def _sign_in(browser: Browser, server: Server) -> str:
    """The cookie of the demonstration's person with eight weeks of diary."""
    code = re.findall(r"/join#(\w+)", server.logged())[0]
    devices = Devices(browser)
    page = signed_in(devices.phone(base_url=server.url), code)
    [cookie] = [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == COOKIE]
    devices.close()
    return cookie


def _first_scripts(verdicts: Verdicts, browser: Browser, server: Server, cookie: str) -> None:
    headers = {"Cookie": f"{COOKIE}={cookie}"}
    context = browser.new_context(**PHONE, service_workers="block", base_url=server.url, extra_http_headers=headers)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("heading", name="Today", exact=True).wait_for()
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    scripts = page.evaluate(FIRST_SCRIPTS)
    context.close()
    print("scripts before the first paint:", ", ".join(f"{path} {size:,} B" for path, size in scripts))
    verdicts.figure(
        "first-load JavaScript of Today, bytes as sent", sum(size for _, size in scripts), at_most=JAVASCRIPT
    )


def _lighthouse(verdicts: Verdicts, server: Server, cookie: str, folder: Path, times: int) -> None:
    ensure_packages(PEERS)
    runs = [_look(server.url, cookie, folder / f"lighthouse-{number}.json") for number in range(times)]
    print(f"Lighthouse {runs[0]['lighthouseVersion']}, mobile, {runs[0]['finalDisplayedUrl']}")
    scores = {name: [round(run["categories"][name]["score"] * 100) for run in runs] for name in runs[0]["categories"]}
    for name in ("first-contentful-paint", "largest-contentful-paint", "interactive", "total-blocking-time"):
        print(f"{name}: {median(run['audits'][name]['numericValue'] for run in runs):,.0f} ms (median)")
    faults = [id for id, audit in runs[-1]["audits"].items() if audit["score"] == 0 and "group" not in audit]
    print(f"scores {scores}; audits with nothing: {', '.join(faults) or 'none'}")
    verdicts.figure("Lighthouse performance (median)", median(scores["performance"]), at_least=SCORE)
    verdicts.figure("Lighthouse accessibility (median)", median(scores["accessibility"]), at_least=ACCESSIBILITY)


def _look(url: str, cookie: str, to: Path) -> dict:
    command = [node_folder() / "node", PEERS / "node_modules" / "lighthouse" / "cli" / "index.js", url]
    options = ["--quiet", "--output=json", f"--output-path={to}", f"--chrome-flags={FLAGS}"]
    options += [
        "--only-categories=performance,accessibility",
        "--extra-headers",
        json.dumps({"Cookie": f"{COOKIE}={cookie}"}),
    ]
    chromium = os.environ.get("CHROME_PATH") or find(WHOLE)
    environment = node_environment() | {"CHROME_PATH": chromium}
    subprocess.run([*command, *options], check=True, env=environment, cwd=to.parent)
    return json.loads(to.read_text())
