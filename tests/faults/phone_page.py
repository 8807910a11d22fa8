"""What the fault tests do on a phone's real page: join, log pain, and reach the record that the page itself uses."""

import math
import time
from collections import Counter
from collections.abc import Callable

from playwright.sync_api import Page, expect

from faults.near_server import NearServer
from journeys.steps.joining import put_off

# The page's own first file exports its signals; the record is the one with a subject that can save.
RECORD = """
window.record = async () => {
  const script = document.querySelector("script[src*='/first-']").src;
  for (;;) {
    for (const part of Object.values(await import(script)))
      if (part?.peek?.()?.subject && part.peek().save) return part.peek();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
"""
PAIN = """({ score: 4, regions: ["left-knee"], note: "Stiff this morning, better after moving about." })"""
WORKER_READY = "navigator.serviceWorker.ready.then(async () => { while (!navigator.serviceWorker.controller) \
await new Promise((resolve) => setTimeout(resolve, 20)) })"


def join(page: Page, near: NearServer, *, url: str | None = None) -> str:
    """Signs the phone in with a new code, through the screen; gives the person. The page works offline from then on."""
    page.goto(f"{url or near.url}/join#{near.join_code()}")
    page.get_by_label("What should we call you?").fill("Ann")
    page.get_by_role("button", name="Open my record").click()
    put_off(page)
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.evaluate(WORKER_READY)
    return page.evaluate(f"{RECORD}; record().then((found) => found.subject)")


def log_pain(page: Page, score: int, note: str = "") -> str:
    """Logs pain as a person does, up to the words that say it is saved; gives the entry's id."""
    fill_pain(page, score, note)
    page.get_by_role("button", name="Save pain").click()
    expect(page.get_by_text(f"Pain {score} out of 10 saved.").first).to_be_visible()
    return page.evaluate(f"{RECORD}; record().then((found) => found.entries('pain')[0].id)")


def fill_pain(page: Page, score: int, note: str = "") -> None:
    """Fills in the form and does not save it."""
    page.get_by_role("link", name="Log pain").first.click()
    page.get_by_role("radio", name=f"{score} out of 10").first.check(force=True)
    if note:
        page.get_by_text("Add a note").click()
        page.get_by_label("Anything to add?").fill(note)


def save_many(page: Page, count: int) -> list[str]:
    """Saves entries through the page's own record; gives their ids once all are on the phone's disk."""
    return page.evaluate(
        f"""async (count) => {{ {RECORD};
          const found = await record();
          const saves = Array.from({{ length: count }}, () => found.save("pain", {PAIN}));
          return (await Promise.all(saves)).map((entry) => entry.id);
        }}""",
        count,
    )


def wait_until_sent(page: Page, *, seconds: float = 30) -> None:
    """Waits until nothing is waiting on the phone any more; fails when nothing of it was sent for so many seconds."""
    script = f"async () => {{ {RECORD}; return (await record()).unsent() }}"
    least, until = math.inf, math.inf
    while (told := page.evaluate(script))["waiting"]:
        if told["waiting"] < least:
            least, until = told["waiting"], time.monotonic() + seconds
        assert time.monotonic() < until, told
        time.sleep(0.05)


def wait_for(done: Callable[[], bool], told: Callable[[], object], *, seconds: float = 30) -> None:
    """Waits until `done()`; fails with what `told()` says."""
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until, told()
        time.sleep(0.05)


HELD = f"""async (ids) => {{ {RECORD};
  const found = await record();
  const held = ids.map((id) => found.entry(id) ?? "not on the phone");
  return [held, found.unsent(), [...found.damaged], [...found.unreadable]];
}}"""


def check_once_each(near: NearServer, person: str, ids: set[str], page: Page | None = None) -> int:
    """Every id is on the server exactly once, and its feed has no gap; gives how many versions there are.

    A failure tells what the phone that `page` shows holds of what is missing.
    """
    rows = near.rows_of(person)
    there = Counter(version for _, version in rows)
    if lost := sorted(ids - set(there)):
        raise AssertionError(f"{len(lost)} of {len(ids)} lost; on the phone: {page and page.evaluate(HELD, lost)}")
    assert max(there.values(), default=1) == 1
    assert [number for number, _ in rows] == list(range(1, len(rows) + 1))
    return len(rows)


def scores(page: Page) -> list[int]:
    """The pain scores that the page shows, newest first."""
    return page.evaluate(
        f"async () => {{ {RECORD}; return (await record()).entries('pain').map((entry) => entry.body.score) }}"
    )
