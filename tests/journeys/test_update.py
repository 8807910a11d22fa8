"""A new version of the app: offered by a button, never forced, with no draft lost, in all tabs at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from journeys.clinic import Clinic
from journeys.house_move import Upgradable
from journeys.steps import joining
from journeys.steps.joining import CONTROLLED
from journeys.steps.logging import choose_score, log_pain
from journeys.steps.moving import aeroplane_mode, sees, unfold, until
from support.devices import Devices
from support.server import Server


@pytest.fixture
def house(tmp_path: Path, make_server: Callable[..., Server], demo_data: Path) -> Upgradable:
    """A running service that can be upgraded."""
    return Upgradable(tmp_path / "house", make_server, demo_data)


def test_an_update_is_offered_and_loses_no_draft_and_no_entry(house: Upgradable, devices: Devices) -> None:
    # given Dev with an entry that was not sent, half a pain form, and the diary open in a second tab
    phone = joining.signed_in(devices.phone(base_url=house.server.url), house.server.links()["Dev"].partition("#")[2])
    aeroplane_mode(phone)
    log_pain(phone, 6)
    phone.get_by_role("link", name="Log pain").click()
    choose_score(phone, 3)
    unfold(phone, "Add a note")
    phone.get_by_label("Anything to add?").fill("Half a thought")
    other = phone.context.new_page()
    other.goto("/diary")
    sees(other, "Diary")
    # when the service is upgraded
    house.upgrade()
    phone.route("**/api/sync", lambda route: route.abort())
    aeroplane_mode(phone, False)
    look_for_updates(phone)
    # then a button offers it, and nothing moves without it
    offer = phone.get_by_role("button", name="Use it now")
    expect(offer).to_be_visible()
    phone.reload()
    expect(offer).to_be_visible()
    assert not is_later(phone)
    # and pressing it moves both tabs
    phone.unroute("**/api/sync")
    offer.click()
    for tab in (phone, other):
        # The worker hands over at a rest, or after 10 seconds; Chromium then makes the next one wait half a minute when
        # a page asks for something in that moment.
        tab.wait_for_selector("body.later", timeout=45_000)
        expect(tab.get_by_role("button", name="Use it now")).to_have_count(0)
    # and what was being written is still there, and what was not sent is sent
    expect(phone.get_by_role("radio", name="3 out of 10")).to_be_checked()
    expect(phone.get_by_label("Anything to add?")).to_have_value("Half a thought")
    sees(other, "Diary")
    expect(other.locator("main .rows .row", has_text="Pain 6").first).to_contain_text("Received")
    until(phone, ONE_SHELL)


def test_a_first_visit_is_not_interrupted(clinic: Clinic, devices: Devices) -> None:
    phone = devices.phone(base_url=clinic.url)
    loads: list[str] = []
    phone.on("load", lambda page: loads.append(page.url))
    joining.signed_in(phone, clinic.newcomer("Kit").code)
    phone.wait_for_timeout(1000)
    assert len(loads) == 1
    expect(phone.get_by_role("button", name="Use it now")).to_have_count(0)


def test_a_page_that_loads_while_the_worker_comes_is_kept_too(clinic: Clinic, devices: Devices) -> None:
    # given a first visit, and a second tab whose page is on its way
    phone = devices.phone(base_url=clinic.url)
    late = phone.context.new_page()
    held: list[Route] = []
    late.route(f"{clinic.url}/", lambda route: held.append(route))
    with late.expect_request(f"{clinic.url}/"):
        late.evaluate(f"void (location.href = '{clinic.url}/')")
    # when the worker comes in between
    phone.goto("/")
    until(phone, CONTROLLED)
    held[0].continue_()
    # then it looks after both
    sees(late, "Start using Jointly")
    until(late, CONTROLLED)


def look_for_updates(page: Page) -> None:
    """What the app does whenever it comes back into sight."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")


def is_later(page: Page) -> bool:
    """Whether the later build is shown."""
    return page.evaluate("document.body.classList.contains('later')")


ONE_SHELL = "async () => (await caches.keys()).filter((name) => name.startsWith('shell-')).length === 1"
"""Whether the phone keeps one build."""
