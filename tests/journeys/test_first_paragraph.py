"""The whole of it: join, exercise, lose the signal, log pain, close the browser. Nothing is lost or doubled."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.exercising import a_clock_to_turn, begin, do_own_pace, say_how_it_went, seconds_pass
from journeys.steps.logging import log_pain, receipts, said
from journeys.steps.moving import aeroplane_mode, go_to, sees
from journeys.steps.planning import choose_every_day, start_plan
from support import chromium
from support.devices import PHONE, PLACE

Open = Callable[[], Page]


@pytest.fixture
def own_phone(playwright: Playwright, tmp_path: Path) -> Iterator[Open]:
    """A phone whose browser can be closed and opened again with everything that it kept: `own_phone()` opens it."""
    opened: list[BrowserContext] = []

    def open_again() -> Page:
        while opened:
            opened.pop().close()
        context = chromium.launch_profile(playwright, tmp_path / "profile", **PHONE, **PLACE)
        context.set_default_timeout(10_000)
        opened.append(context)
        return context.pages[0]

    yield open_again
    for context in opened:
        context.close()


def test_from_the_printed_link_to_every_entry_on_the_server_once(own_clinic: Clinic, own_phone: Open) -> None:
    clinic = own_clinic
    # given Dev, who opens the link that the demonstration printed
    phone = own_phone()
    a_clock_to_turn(phone)
    phone.goto(clinic.link_of("Dev"))
    joining.confirm(phone)
    sees(phone, "Today")
    joining.ready_for_no_signal(phone)
    before = clinic.rows_of(joining.person(phone))
    dev = joining.person(phone)
    choose_every_day(phone)
    # when he does an exercise with sets and one with a hold
    go_to(phone, "Today")
    begin(phone, "Sit to stand")
    do_own_pace(phone, sets=2)
    say_how_it_went(phone)
    go_to(phone, "Today")
    hold_each_side_twice(phone)
    say_how_it_went(phone, pain=1)
    # and logs pain with no signal
    go_to(phone, "Today")
    expect(phone.locator(".header")).not_to_contain_text("not sent yet")
    aeroplane_mode(phone)
    assert log_pain(phone, 4) <= 3
    expect(said(phone)).to_contain_text("On this phone")
    # and closes the browser, opens it again with the server not there, and logs pain once more
    clinic.server.stop()
    phone = own_phone()
    phone.goto(clinic.url)
    sees(phone, "Today")
    expect(phone.locator(".header")).to_contain_text("1 entry on this phone, not sent yet")
    log_pain(phone, 5)
    expect(phone.locator(".header")).to_contain_text("2 entries on this phone, not sent yet")
    # then, when the signal is back, everything is received, and on the server once
    clinic.server.start()
    phone.goto(f"{clinic.url}/more/sending")
    phone.get_by_role("button", name="Send now").click()
    expect(phone.get_by_text("Nothing is waiting to be sent.")).to_be_visible()
    done = receipts(phone)
    expect(done.filter(has_text="Received")).to_have_count(4)
    expect(done).to_have_count(4)
    new = clinic.rows_of(dev)[len(before) :]
    assert [row["kind"] for row in new] == ["plan", "exercise", "exercise", "pain", "pain"]
    assert [row["body"]["score"] for row in new if row["kind"] == "pain"] == [4, 5]
    assert len({row["id"] for row in new}) == 5


def test_a_new_person_starts_the_plan_and_loses_nothing_in_a_tunnel(clinic: Clinic, own_phone: Open) -> None:
    # given a new person with a plan, on the way into a tunnel
    phone = own_phone()
    phone.goto(f"{clinic.url}/join#{clinic.service_code()}")
    joining.confirm(phone, called="Flo")
    sees(phone, "Today")
    flo = joining.person(phone)
    start_plan(phone)
    joining.ready_for_no_signal(phone)
    aeroplane_mode(phone)
    # when she logs pain three times, and closes the browser without waiting
    for score in (3, 4, 5):
        go_to(phone, "Today")
        log_pain(phone, score)
    phone = own_phone()
    # then opening it out of the tunnel sends all of it by itself
    phone.goto(clinic.url)
    sees(phone, "Today")
    expect(receipts(phone).filter(has_text="Received")).to_have_count(3)
    assert sorted(row["body"]["score"] for row in clinic.entries_of(flo, "pain")) == [3, 4, 5]


def hold_each_side_twice(phone: Page) -> None:
    """Hip stretch at level 1: 2 holds of 15 seconds on each side, with the clock turned on."""
    begin(phone, "Hip stretch")
    for side in ("Left side", "Right side"):
        expect(phone.locator(".player-side")).to_have_text(side)
        seconds_pass(phone, 5.5)
        expect(phone.locator(".timer-what")).to_have_text("Hold")
        seconds_pass(phone, 36)
