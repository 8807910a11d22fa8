"""kill -9 of the browser between Save and sync: whatever the screen called saved reaches the server, and once."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Playwright

from faults.near_server import NearServer
from faults.phone_page import PAIN, RECORD, check_once_each, fill_pain, join, log_pain, wait_until_sent
from faults.profile import Profile

# Saves without end; each is told as soon as the page's own record says that it is on the disk.
SAVE_ON = f"""async () => {{ {RECORD};
  const found = await record();
  for (;;) acknowledged((await found.save("pain", {PAIN})).id);
}}"""
# Tells what the screen says is saved: the words of the bar and their entry appear in one go. The bar of the entry
# before says another score; it may still be there while this one is on its way to the disk.
WATCH = f"""async () => {{ {RECORD};
  const found = await record();
  new MutationObserver(() => {{
    const said = document.querySelector(".undo")?.textContent;
    if (said?.includes('Pain 7 out of 10 saved')) acknowledged(found.entries("pain")[0].id);
  }}).observe(document.body, {{ childList: true, subtree: true }});
}}"""


@pytest.fixture
def profile(playwright: Playwright, tmp_path: Path) -> Iterator[Profile]:
    made = Profile(playwright, tmp_path / "profile")
    yield made
    made.close()


@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.long)])
def test_nothing_the_screen_called_saved_is_lost(near: NearServer, profile: Profile, kills: int) -> None:
    near.start()
    chance = random.Random(kills)
    acknowledged: set[str] = set()
    by_screen = 0
    person = join(profile.open(), near)
    profile.close()  # Chromium writes cookies down every 30 seconds and at its end: the sign-in is not what is tested
    profile.open()
    for kill in range(kills):
        near.stop()
        page = profile.context.pages[0]
        page.goto(near.url)
        acknowledged.add(log_pain(page, 3))
        before = len(acknowledged)
        page.expose_function("acknowledged", lambda id: acknowledged.add(id))
        if kill % 2:
            some = lambda before=before: len(acknowledged) > before + 10  # noqa: E731
            _killed_while(profile, chance.uniform(0, 0.8), lambda page=page: page.evaluate(SAVE_ON), after=some)
        else:
            fill_pain(page, 7)
            page.evaluate(WATCH)
            _killed_while(profile, chance.uniform(0, 0.06), lambda page=page: _press_save(page))
            by_screen += len(acknowledged) - before
        profile.forget()
        near.start()
        page = profile.open()
        page.goto(near.url)
        wait_until_sent(page)
        kept = check_once_each(near, person, acknowledged, page)
    print(
        f"{kills} kills of the browser, {len(acknowledged)} entries said to be saved "
        f"({kills + by_screen} by the screen), {kept} on the server, 0 lost, 0 doubled"
    )
    assert len(acknowledged) > 10 * (kills // 2), "too little was saved for the test to mean anything"


def _killed_while(profile: Profile, seconds: float, work, *, after: Callable[[], bool] = lambda: True) -> None:
    """Does `work` in the page and kills the browser meanwhile, so long after something has come of it."""

    def kill() -> None:
        until = time.monotonic() + 30
        while not after() and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(seconds)
        profile.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(Error):
        work()
    killer.join()


def _press_save(page: Page) -> None:
    """Presses and waits: by script, because Playwright's own press takes longer than the phone takes to save."""
    page.evaluate(
        "() => [...document.querySelectorAll('button')].find((button) => button.textContent === 'Save pain').click()"
    )
    page.wait_for_timeout(10_000)
