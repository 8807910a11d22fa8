"""Lines that break, hang and crawl: nothing is doubled, nothing half taken in, and all is even soon after they heal."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from faults.device import Device
from faults.near_server import NearServer
from faults.phone_page import check_once_each, wait_for
from faults.proxy import Line, Proxy

pytestmark = pytest.mark.usefixtures("node_test_packages")  # what a phone in Node stands on

PAIN = {"score": 4, "regions": ["left-knee"], "note": "Stiff this morning, better after moving about."}
Make = Callable[..., tuple[Device, Proxy]]


@pytest.fixture
def make(near: NearServer) -> Iterator[Make]:
    """Makes phones, each at the end of a line of its own; `person` opens the same record once more."""
    near.start()
    with ExitStack() as ending:

        def made(person: str | None = None) -> tuple[Device, Proxy]:
            device, line = Device(), ending.enter_context(Proxy(near.port))
            ending.callback(device.close)
            device("open", url=line.url)
            device("join", code=near.person_code(person) if person else near.join_code())
            return device, line

        yield made


def test_an_answer_cut_short_is_no_answer(near: NearServer, make: Make) -> None:
    device, line = make()
    person = device("me")["person"]
    saved = _save(device, 60)
    up = _cut_until_whole(device, line, 60)
    other, other_line = make(person)
    down = _cut_until_whole(other, other_line, 0)
    print(f"answers cut short: {up} times on the way up, {down} times on the way down")
    assert _told(other) == _told(device)
    assert check_once_each(near, person, saved) == 60


def _cut_until_whole(device: Device, line: Proxy, unsent: int) -> int:
    """Lets a little more of the answer through each time; until all of it comes, nothing may change on the phone."""
    cuts = 0
    before = device("list")
    while line.line.cut_after < 50_000:
        line.line = Line(cut_after=1 + cuts * 53)
        if device("sync")["outcome"] == "done":
            return cuts
        assert device("list") == before
        assert device("unsent")["waiting"] == unsent
        cuts += 1
    raise AssertionError("the answer never came whole")


def test_an_answer_lost_to_a_reset_doubles_nothing(near: NearServer, make: Make) -> None:
    device, line = make()
    saved = _save(device, 20)
    for _ in range(3):
        line.line = Line(reset_after_reply=True)
        assert device("sync")["outcome"] == "offline"
        saved |= _save(device, 5)
    line.line = Line()
    assert device("sync")["outcome"] == "done"
    assert device("unsent") == {"waiting": 0, "refused": 0, "outbox": 0}
    assert check_once_each(near, device("me")["person"], saved) == 35


def test_a_crawling_line_carries_everything(near: NearServer, make: Make) -> None:
    device, line = make()
    other, other_line = make(device("me")["person"])
    saved = _save(device, 100)
    line.line = other_line.line = Line(bytes_a_second=1_000)
    begun = time.monotonic()
    assert device("sync")["outcome"] == "done"
    up = time.monotonic() - begun
    assert other("sync") == {"sent": 0, "received": 100, "refused": 0, "outcome": "done", "wait_seconds": None}
    down = time.monotonic() - begun - up
    print(f"100 entries at 1 kB/s: up in {up:.1f} s, down in {down:.1f} s")
    assert check_once_each(near, device("me")["person"], saved) == 100


@pytest.mark.parametrize("outage", [10, pytest.param(120, marks=pytest.mark.long)])
def test_all_is_even_within_30_seconds_of_healing(near: NearServer, make: Make, outage: int) -> None:
    """Two phones of one person: one is turned away by its line, the other waits at a socket where nobody speaks."""
    refused, refused_line = make()
    person = refused("me")["person"]
    silent, silent_line = make(person)
    phones = {"refused": (refused, refused_line), "silent": (silent, silent_line)}
    saved = set()
    refused_line.line, silent_line.line = Line(refused=True), Line(silent=True)
    for device, line in phones.values():
        line.break_all()
        saved |= _save(device, 10)
        line.opened.clear()
        device("keep-syncing")
    time.sleep(outage)
    waits = _waits(refused_line)
    healed = time.monotonic()
    for name, (_, line) in phones.items():
        line.line = Line()
        assert len(line.opened) <= 3 + outage / 2, f"{name}: it hammers the server"
    took = {}
    for name, (device, _) in phones.items():
        unsent = lambda device=device: device("unsent")["waiting"]  # noqa: E731
        wait_for(lambda unsent=unsent: unsent() == 0, unsent, seconds=healed + 30 - time.monotonic())
        took[name] = time.monotonic() - healed
    for device, _ in phones.values():
        device("stop-syncing")
        assert device("sync")["outcome"] == "done"
    assert _told(refused) == _told(silent)
    assert check_once_each(near, person, saved) == 20
    told = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in took.items())
    print(f"{outage} s without a line; sent after healing: {told}; waits between tries: {waits} s")
    # Two of 20 waits are the same to a hundredth of a second by chance; at fixed times most of them are.
    assert len(set(waits)) > len(waits) * 3 / 4, "tries come at fixed times, so all phones come back at once"


def _save(device: Device, count: int) -> set[str]:
    return {device("save", kind="pain", body=PAIN)["id"] for _ in range(count)}


def _told(device: Device) -> list[tuple]:
    """What a phone shows, without the receipts."""
    return [(entry["id"], entry["at"], entry["gone"], entry["body"]) for entry in device("list")]


def _waits(line: Proxy) -> list[float]:
    """Seconds between tries; a try may open a second connection at once, which is the same try."""
    gaps = [round(later - earlier, 2) for earlier, later in zip(line.opened, line.opened[1:], strict=False)]
    return [gap for gap in gaps if gap > 0.1]
