"""A new version of the app, taken with a full outbox, and an app of yesterday at the service of today."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from faults.exchange import FOLDER, record_exchange, replay, shape
from faults.near_server import NearServer
from faults.newer_build import newer_build, serve
from faults.phone_page import check_once_each, fill_pain, join, save_many, wait_until_sent
from faults.proxy import Line, Proxy
from support.devices import Devices
from support.server import browser_like

SHELLS = "caches.keys().then((names) => names.filter((name) => name.startsWith('shell-')).length)"
NOTE = "Half a sentence about the"


@pytest.fixture
def upgraded(near: NearServer, built_pwa: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator:
    """Call it to upgrade the service; afterwards it is as it was."""
    near.start()
    before = near.app
    yield lambda: serve(near, newer_build(built_pwa, tmp_path / "newer"), monkeypatch)
    near.stop()
    near.app = before


@pytest.mark.parametrize("sending", ["held up", "under way"])
def test_taking_a_new_version_loses_neither_outbox_nor_draft(
    near: NearServer, devices: Devices, upgraded, sending: str
) -> None:
    with Proxy(near.port) as line:
        page = devices.phone()
        person = join(page, near, url=line.url)
        near.stop()
        page.goto(f"{line.url}/stop")  # a screen that need not be drawn again with each of so many entries
        saved = set(save_many(page, 1_000))
        page.goto(line.url)
        fill_pain(page, 6, NOTE)
        line.line = Line(delay=0.15) if sending == "under way" else Line()
        if sending == "held up":
            page.context.route("**/api/sync", lambda route: route.abort())
        upgraded()
        _take(page)
        expect(page.get_by_label("Anything to add?")).to_have_value(NOTE)
        expect(page.get_by_role("radio", name="6 out of 10").first).to_be_checked()
        page.context.unroute_all(behavior="ignoreErrors")
        line.line = Line()
        page.goto(line.url)
        wait_until_sent(page)
        print(f"a new version taken with {len(saved)} unsent entries, sending {sending}: 0 lost, 0 doubled")
        assert check_once_each(near, person, saved) == len(saved)
        assert page.evaluate(SHELLS) == 1


def _take(page: Page) -> None:
    """The app looks for a new version when it is shown again; the person takes what is offered."""
    newer = page.locator("meta[name=build]")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
    button = page.get_by_role("button", name="Use it now")
    expect(button).to_be_visible(timeout=30_000)  # every file of the newer app comes over a slow line first
    expect(newer).to_have_count(0)
    button.click()
    # The worker hands over at a rest, or after 10 seconds; Chromium may then make the next one wait half a minute.
    expect(newer).to_have_count(1, timeout=45_000)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("v*.json")), ids=lambda file: file.stem)
def test_apps_of_earlier_releases_are_still_understood(near: NearServer, file: Path) -> None:
    near.start()
    with browser_like(near.url) as client:
        assert replay(client, json.loads(file.read_text()), near.join_code()) == []


def test_todays_app_speaks_as_last_recorded(near: NearServer, devices: Devices, tmp_path: Path) -> None:
    """When the app's requests change, the new ones join the recorded: later services have to know both."""
    near.start()
    turns = record_exchange(devices.phone(), near)
    newest = max(FOLDER.glob("v*.json"), key=lambda file: int(file.stem[1:]))
    recorded = json.loads(newest.read_text())
    now = tmp_path / f"v{int(newest.stem[1:]) + 1}.json"
    now.write_text(json.dumps(turns, indent=1) + "\n")
    assert _requests(turns) == _requests(recorded), f"the app speaks otherwise: keep {now} beside {newest.name}"


def _requests(turns: list[dict]) -> set[str]:
    return {f"{turn['method']} {turn['path']} {each}" for turn in turns for each in shape(turn["body"])}
