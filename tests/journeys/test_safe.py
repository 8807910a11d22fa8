"""Help is never more than two taps away: offline, locked, before joining, in the middle of an exercise."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import eventually
from journeys.steps.exercising import begin
from journeys.steps.locking import PIN, lock_with, locked, unlock
from journeys.steps.logging import choose_score, said
from journeys.steps.moving import aeroplane_mode, sees
from journeys.steps.working import at_work
from support.devices import Devices
from support.repository import ROOT

CARDS = ROOT / "content/safety"
STOPPED = "/safe/crisis?sign=crisis-thoughts&then=%2Fplan&at=2026-11-22T08%3A42%3A00Z"
WHEN = "Monday to Friday, within 2 working days"


def get_help(page: Page) -> None:
    """The first tap, from wherever the phone is."""
    page.get_by_role("link", name="Get help", exact=True).click()
    sees(page, "Get help")
    expect(page.locator(".care-list").first).to_be_visible()


def open_card(page: Page, title: str) -> None:
    """The second tap."""
    page.get_by_role("link", name=title).click()
    sees(page, title)


def write_pain(page: Page) -> None:
    """Something else arrives at the service: whatever was written before it has arrived too."""
    page.goto("/pain")
    choose_score(page, 3)
    page.get_by_role("button", name="Save pain").click()
    expect(said(page)).to_contain_text("Received", timeout=30_000)


def noted(clinic: Clinic, page: Page) -> list[dict]:
    """The versions of showings that the service holds of this phone's person."""
    return clinic.entries_of(joining.person(page), "safety")


def test_a_card_is_two_taps_away_and_every_card_is_on_the_list(rose: Page) -> None:
    """That the first tap is there on every screen in every state is looked at by test_accessibility.py."""
    rose.goto("/diary")
    expect(rose.get_by_role("heading", level=1)).to_be_visible()
    get_help(rose)
    shown = [link.get_attribute("href") for link in rose.locator(".care-list a").all()]
    assert sorted(shown) == sorted(f"/safe/{card.name}" for card in CARDS.iterdir())
    # the tier is said in words, on the list and on each card
    assert rose.locator(".care-list > h2").all_inner_texts() == ["Emergency", "Urgent", "Not urgent"]
    open_card(rose, "Back pain: an emergency")
    expect(rose.get_by_role("heading", name="Call 999 or go to A&E now if:")).to_be_visible()
    expect(rose.locator(".care-head")).to_contain_text("Emergency")
    for card, tier in (("past-cancer", "Urgent"), ("inflammatory-arthritis", "Not urgent")):
        rose.goto(f"/safe/{card}")
        expect(rose.locator(".care-head .care-tier")).to_have_text(tier)


def test_from_the_list_of_signs_in_an_exercise_it_is_one_tap(rose: Page) -> None:
    begin(rose, "Hip stretch")
    rose.get_by_role("button", name="When to stop").click()
    rose.get_by_role("dialog").get_by_role("link", name="Whom to call").click()
    sees(rose, "When to stop exercising")
    rose.go_back()
    expect(rose.get_by_role("heading", level=1, name="Hip stretch")).to_be_visible()


def test_numbers_are_links_that_the_phone_can_dial(rose: Page) -> None:
    get_help(rose)
    top = rose.locator(".help-numbers a")
    addresses = [link.get_attribute("href") for link in top.all()]
    assert addresses[:2] == ["tel:999", "tel:111"]
    expect(top.nth(1)).to_contain_text("NHS 111. In England, Wales and Scotland. Help that cannot wait")
    expect(rose.locator(".help-numbers").first).to_contain_text("Urgent help in Northern Ireland")
    assert {"tel:111", "tel:116123", "sms:85258", "tel:08088088000"} <= set(addresses)
    assert rose.locator("h2").all_inner_texts()[1:4] == ["Emergency", "Urgent", "Not urgent"]
    open_card(rose, "If you think of ending your life or hurting yourself")
    found = {link.get_attribute("href") for link in rose.locator("main a[href^=tel], main a[href^=sms]").all()}
    assert {"tel:999", "tel:18000", "sms:999", "tel:111", "tel:116123", "tel:1800108088088000"} <= found
    assert all(re.fullmatch(r"(tel|sms):[0-9]+", address) for address in found)


def test_help_without_signal_and_while_the_diary_is_locked(rose: Page) -> None:
    lock_with(rose, "PIN", PIN)
    aeroplane_mode(rose)
    rose.goto("/")
    locked(rose)
    get_help(rose)
    open_card(rose, "A hot, swollen or very sore joint")
    expect(rose.get_by_text("harder to see on brown and black skin")).to_be_visible()
    expect(rose.locator("a[href='tel:111']")).to_be_visible()
    rose.reload()
    sees(rose, "A hot, swollen or very sore joint")
    # and the diary is as locked as before
    rose.goto("/diary")
    unlock(rose, "Your PIN", PIN)
    sees(rose, "Diary")
    aeroplane_mode(rose, on=False)


def test_help_before_joining(clinic: Clinic, devices: Devices) -> None:
    page = devices.phone(base_url=clinic.url)
    page.goto("/join")
    get_help(page)
    open_card(page, "When to stop exercising")
    get_help(page)
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("heading", level=1, name="When to stop exercising")).to_be_visible()


def test_numbers_even_when_no_card_ever_reached_the_phone(clinic: Clinic, devices: Devices) -> None:
    page = devices.phone(base_url=clinic.url)
    page.route("**/content/**", lambda route: route.abort())
    page.goto("/safe")
    sees(page, "Get help")
    expect(page.locator("a[href='tel:999']")).to_be_visible()
    expect(page.locator("a[href='tel:116123']")).to_be_visible()
    expect(page.get_by_text("The cards are not on this phone yet.")).to_be_visible()


def test_help_in_the_middle_of_an_exercise_keeps_the_exercise(clinic: Clinic, rose: Page) -> None:
    begin(rose, "Hip stretch")
    expect(rose.locator(".timer-number")).to_be_visible()
    rose.wait_for_timeout(4000)
    get_help(rose)
    open_card(rose, "When to stop exercising")
    expect(rose.get_by_text("Nobody at your service sees that you are here.")).to_be_visible()
    rose.go_back()
    rose.go_back()
    expect(rose.get_by_role("heading", level=1, name="Hip stretch")).to_be_visible()
    expect(rose.get_by_role("button", name="Carry on", exact=True)).to_be_visible()
    # and that they read it is theirs alone
    write_pain(rose)
    assert noted(clinic, rose) == []


def test_reading_a_card_is_nobodys_business(clinic: Clinic, rose: Page) -> None:
    get_help(rose)
    open_card(rose, "Back pain: help soon")
    expect(rose.get_by_text("Nobody at your service sees that you are here.")).to_be_visible()
    # nor does an address that somebody made up count as a yes
    rose.goto("/safe/crisis?sign=crisis-thoughts&then=%2F")
    rose.get_by_role("button", name="I have read this").click()
    sees(rose, "Today")
    write_pain(rose)
    assert noted(clinic, rose) == []


def test_a_check_in_is_stopped_and_it_is_noted_what_was_shown_and_done(
    clinic: Clinic, rose: Page, axe: Callable[[Page], None]
) -> None:
    rose.goto(STOPPED)
    sees(rose, "Talk to somebody now")
    expect(rose.get_by_role("heading", level=1)).to_be_focused()
    assert rose.locator("main .help-numbers a").first.get_attribute("href") == "tel:999"
    expect(rose.get_by_text("Nobody is watching this live")).to_be_visible()
    expect(rose.get_by_text("We cannot say when.")).to_be_visible()
    assert rose.locator("main :is(input, textarea, select)").count() == 0, "no question stands beside it"
    axe(rose)
    rose.evaluate("addEventListener('click', (event) => event.preventDefault())")
    rose.locator("a[href='tel:116123']").click()
    rose.get_by_role("button", name="I have read this").click()
    sees(rose, "Your plan")
    eventually(rose, lambda: len(noted(clinic, rose)) == 2)
    bodies = [row["body"] for row in noted(clinic, rose)]
    assert [body["did"] for body in bodies] == ["shown", "called"]
    assert {(body["card"], body["trigger"], body["check_in"]) for body in bodies} == {
        ("crisis", "crisis-thoughts", None)
    }
    # and the diary says so, and keeps it
    rose.goto("/diary")
    row = rose.locator(".row", has_text="Help card shown: If you think of ending your life")
    row.click()
    expect(rose.get_by_text("A number was pressed")).to_be_visible()
    expect(rose.get_by_role("button", name="Delete")).to_have_count(0)


def test_the_service_says_when_somebody_looks(own_clinic: Clinic, devices: Devices) -> None:
    priya = at_work(devices.desktop(base_url=own_clinic.url), own_clinic, "Priya", "Your service")
    priya.get_by_role("link", name="Helplines").click()
    priya.get_by_label("When somebody looks at the list").fill(WHEN)
    priya.get_by_role("button", name="Save when somebody looks").click()
    expect(priya.locator(".notice", has_text="Saved.")).to_be_visible()
    phone = joining.signed_in(devices.phone(base_url=own_clinic.url), own_clinic.newcomer("Rose").code)
    phone.goto(STOPPED)
    expect(phone.get_by_text(f"when they next look at their list: {WHEN}")).to_be_visible()
