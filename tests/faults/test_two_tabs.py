"""Two tabs of one phone: they send in turn, never both, and the turn of a tab that is gone goes to the other."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Error, Page, Request

from faults.near_server import NearServer
from faults.phone_page import PAIN, RECORD, check_once_each, join, save_many, wait_for, wait_until_sent
from faults.proxy import Line, Proxy
from support.devices import Devices

# One round: both tabs save and are told to sync in the same tick of the phone's clock.
TAKE_PART = f"""async () => {{ {RECORD};
  const found = await record();
  window.saved = [];
  window.round = (at) => setTimeout(async () => {{
    dispatchEvent(new Event("online"));
    saved.push((await found.save("pain", {PAIN})).id);
    dispatchEvent(new Event("online"));
  }}, at - Date.now());
  window.rounds = new BroadcastChannel("rounds");
  rounds.onmessage = ({{ data }}) => round(data);
}}"""
# No more than 20 are being written: sending reads behind them, and a slow disk would have hundreds in front of it.
LEAD = """async (count) => {
  for (let turn = 0; turn < count; turn++) {
    while (turn - saved.length > 20) await new Promise((resolve) => setTimeout(resolve, 25));
    const at = Date.now() + 20;
    rounds.postMessage(at);
    round(at);
    await new Promise((resolve) => setTimeout(resolve, 25 + 25 * Math.random()));
  }
}"""
HELD = "navigator.locks.query().then(({ held }) => held.filter(({ name }) => name === 'sync jointly').length)"


@pytest.fixture
def line(near: NearServer) -> Iterator[Proxy]:
    """A line to the running service."""
    near.start()
    with Proxy(near.port) as proxy:
        yield proxy


@pytest.mark.parametrize("rounds", [60, pytest.param(2_000, marks=pytest.mark.long)])
def test_tabs_told_at_once_send_each_entry_once(near: NearServer, line: Proxy, devices: Devices, rounds: int) -> None:
    first = devices.phone()
    person = join(first, near, url=line.url)
    second = _second_tab(first, line)
    sent: Counter[str] = Counter()
    first.context.on("request", lambda request: sent.update(_entries_in(request)))
    line.line = Line(delay=0.01)
    for tab in (first, second):
        tab.evaluate(TAKE_PART)
    first.evaluate(LEAD, rounds)
    wait_until_sent(first)
    wait_until_sent(second)
    saved = set(first.evaluate("saved")) | set(second.evaluate("saved"))
    assert len(saved) == 2 * rounds
    assert check_once_each(near, person, saved) == 2 * rounds
    twice = sum(1 for times in sent.values() if times > 1)
    print(f"{rounds} rounds of two tabs, {len(saved)} entries on the server once each, {twice} sent twice, 0 deadlocks")
    assert set(sent) == saved
    assert twice == 0


@pytest.mark.parametrize("ending", ["closed", "crashed"])
def test_a_tab_gone_in_the_middle_of_sending_gives_up_its_turn(
    near: NearServer, line: Proxy, devices: Devices, ending: str
) -> None:
    first = devices.phone()
    person = join(first, near, url=line.url)
    wait_until_sent(first)
    line.line = Line(hold=True)
    [before] = save_many(first, 1)
    wait_for(lambda: first.evaluate(HELD) == 1, lambda: "the first tab does not send", seconds=5)
    second = _second_tab(first, line)
    [after] = save_many(second, 1)
    line.line = Line()
    second.wait_for_timeout(300)
    assert second.evaluate(HELD) == 1, "the answer is held, so the first tab still has its turn"
    if ending == "closed":
        first.close()
    else:
        with pytest.raises(Error):
            first.goto("chrome://crash")
    wait_until_sent(second, seconds=10)
    assert check_once_each(near, person, {before, after}) == 2


def _second_tab(first: Page, line: Proxy) -> Page:
    second = first.context.new_page()
    second.goto(line.url)
    second.evaluate(f"{RECORD}; record().then(() => true)")
    return second


def _entries_in(request: Request) -> list[str]:
    """Ids of the versions that a sync request carries."""
    if not request.url.endswith("/api/sync"):
        return []
    said = json.loads(gzip.decompress(request.post_data_buffer))
    return [entry["id"] for subject in said["subjects"] for entry in subject["entries"]]
