"""The measures of a check-in: the chair stand with its timer, activities in own words, sums to check by hand."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import FIRST, bodies, eventually, on, on_a_pathway, part, state_of
from journeys.steps.exercising import a_clock_to_turn
from journeys.steps.moving import unfold
from support.devices import Devices

CHAIR = "Standing up from a chair for 30 seconds"
OWN = "What you find hard to do"
ACTIVE = "How active you are"
ADDED = ".measure-sum"
HEARD = ".frame > .heard"


@pytest.fixture
def phone(clinic: Clinic, devices: Devices) -> Page:
    """In the middle of the first check-in of somebody who began today."""
    code = clinic.newcomer("Rose", on_a_pathway(days_ago=0)).code
    phone = joining.signed_in(devices.phone(base_url=clinic.url), code)
    phone.goto(FIRST)
    return phone


@pytest.fixture
def still_phone(clinic: Clinic, devices: Devices) -> Callable[..., Page]:
    """A phone whose clock goes on when it is told to."""

    def open_phone(**options: str) -> Page:
        phone = devices.phone(base_url=clinic.url, **options)
        a_clock_to_turn(phone)
        joining.signed_in(phone, clinic.newcomer("Rose", on_a_pathway(days_ago=0)).code)
        phone.goto(f"{FIRST}/chair-stand")
        return phone

    return open_phone


def test_a_chair_stand_is_timed_and_then_counted(still_phone: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    phone = still_phone()
    expect(phone.get_by_role("heading", name="Stay safe")).to_be_visible()
    expect(phone.locator("main .button.main")).to_have_text(["Start the timer"])
    expect(phone.get_by_role("link", name="When to stop and get help")).to_be_visible()
    axe(phone)
    # when it starts there are 5 seconds to get ready, and one large button
    phone.get_by_role("button", name="Start the timer").click()
    expect(phone.locator(".timer")).to_contain_text("Get ready")  # first: it goes by
    expect(phone.get_by_role("button", name="Stop", exact=True)).to_be_focused()
    expect(phone.get_by_role("button", name="Next", exact=True)).to_have_count(0)
    phone.clock.run_for(6_000)
    expect(phone.locator(".timer")).to_contain_text("Stand up, sit down")
    expect(phone.locator(HEARD)).to_contain_text("Go. Stand up and sit down until I say stop.")
    phone.clock.run_for(30_000)
    # then the count is asked for, and nothing is counted for anybody
    expect(phone.get_by_role("heading", name="Time is up")).to_be_focused()
    expect(phone.locator(HEARD)).to_contain_text("Stop. Sit down and rest.")
    stands = phone.get_by_label("How many times did you stand up?")
    expect(stands).to_have_value("")
    stands.fill("61")
    phone.get_by_label("No", exact=True).check()
    expect(phone.get_by_text("Use a number from 0 to 60.")).to_be_visible()
    # and for the average nothing is asked before there is a count
    expect(phone.get_by_label("How old are you?")).to_have_count(0)
    stands.fill("12")
    axe(phone)
    phone.get_by_label("How old are you?").fill("72")
    on(phone)
    phone.get_by_label("Women").check()
    on(phone)
    # and the average stands beside it, with its source
    expect(phone.locator(ADDED)).to_have_text("12 times")
    expect(phone.locator("main")).to_contain_text(
        "Women aged 70 to 74: 10 to 15 is average. The number is in this range."
    )
    expect(phone.locator("main")).to_contain_text("Jones and Rikli, 2002")
    axe(phone)


def test_a_chair_stand_is_stopped_at_once_and_can_be_put_in_without_the_timer(still_phone: Callable[..., Page]) -> None:
    phone = still_phone(reduced_motion="reduce")
    phone.get_by_role("button", name="Start the timer").click()
    expect(phone.locator(".timer-left")).to_have_count(0)
    phone.clock.run_for(9_000)
    phone.get_by_role("button", name="Stop", exact=True).click()
    expect(phone.get_by_role("heading", name="You stopped before the end")).to_be_focused()
    phone.clock.run_for(60_000)
    expect(phone.get_by_role("heading", name="Time is up")).to_have_count(0)
    # counted with somebody else's watch, and with the arms
    phone.reload()
    unfold(phone, "I have counted already")
    phone.get_by_label("How many times did you stand up?").fill("9")
    phone.get_by_label("Yes", exact=True).check()
    on(phone)
    expect(phone.get_by_label("Women")).to_be_visible()
    on(phone)
    expect(phone.locator(ADDED)).to_have_text("0, because you used your arms")
    expect(phone.get_by_text("is average")).to_have_count(0)


def test_what_is_hard_is_said_in_own_words_and_added_up_to_check(phone: Page, axe: Callable[[Page], None]) -> None:
    part(phone, OWN)
    for number, (words, score) in enumerate((("climbing the stairs", 3), ("gardening", 4), ("driving", 6)), start=1):
        phone.get_by_label(f"Activity {number}", exact=True).fill(words)
        group = phone.get_by_role("group", name=f"{words}: How well can you do this now?")
        group.get_by_text(str(score), exact=True).click()
        axe(phone)
        on(phone)
    # the last two may stay empty
    for number in (4, 5):
        expect(phone.get_by_label(f"Activity {number}", exact=True)).to_be_visible()
        on(phone)
    expect(phone.get_by_role("heading", name="climbing the stairs")).to_be_visible()
    expect(phone.locator(ADDED).first).to_have_text("3 + 4 + 6 = 13. 13 divided by 3 is 4.3, out of 10.")
    expect(phone.locator("main")).to_contain_text("Nobody watches your answers as you give them.")


def test_active_minutes_are_asked_only_with_days_and_vigorous_ones_count_twice(phone: Page) -> None:
    part(phone, ACTIVE)
    days = phone.get_by_label("On how many days did you do something that made you breathe harder")
    expect(days).to_be_visible()
    expect(phone.get_by_label("For how many minutes")).to_have_count(0)
    days.fill("5")
    phone.get_by_label("For how many minutes").fill("30")
    on(phone)
    phone.get_by_label("that made it hard to talk").fill("2")
    phone.get_by_label("For how many minutes").fill("20")
    on(phone)
    expect(phone.locator(ADDED)).to_have_text(
        ["5 days × 30 minutes = 150", "2 days × 20 minutes × 2 = 80", "150 + 80 = 230 minutes in a week"]
    )
    unfold(phone, "What the ranges are called")
    expect(phone.locator("main")).to_contain_text("0 to 29 minutes: inactive")


def test_a_number_that_cannot_be_taken_is_not_lost_and_stops_at_its_field(
    clinic: Clinic, phone: Page, axe: Callable[[Page], None]
) -> None:
    part(phone, ACTIVE)
    days = phone.get_by_label("On how many days did you do something that made you breathe harder")
    days.fill("8")
    # when somebody goes on, it stays, says why, and is at the field
    on(phone)
    expect(days).to_be_focused()
    expect(days).to_have_value("8")
    expect(phone.get_by_role("alert").filter(has_text="Use a number from 0 to 7.")).to_be_visible()
    axe(phone)
    # the text is there after leaving, and after a reload, and the part is not done
    phone.goto(FIRST)
    expect(state_of(phone, ACTIVE)).to_contain_text("Begun")
    part(phone, ACTIVE)
    expect(days).to_have_value("8")
    phone.reload()
    expect(days).to_have_value("8")
    expect(phone.get_by_text("Use a number from 0 to 7.")).to_be_visible()
    days.fill("a few")
    on(phone)
    expect(days).to_be_focused()
    expect(days).to_have_value("a few")
    # what can be taken goes on, and nothing else was ever sent
    days.fill("7")
    expect(phone.get_by_text("Use a number from 0 to 7.")).to_be_hidden()
    phone.get_by_label("For how many minutes").fill("20")
    on(phone)
    phone.get_by_label("that made it hard to talk").fill("0")
    on(phone)
    expect(phone.locator(ADDED)).to_have_text(["7 days × 20 minutes = 140", "140 + 0 = 140 minutes in a week"])
    eventually(phone, lambda: bodies(clinic, phone, "check-in") != [])
    sent = bodies(clinic, phone, "check-in")[-1]["answers"]["activity-minutes"]["values"]
    assert sent == {"moderate_days": 7, "moderate_minutes": 20, "vigorous_days": 0}


def test_what_may_stay_empty_says_so_and_own_words_are_watched_by_nobody(phone: Page) -> None:
    phone.goto(f"{FIRST}/own-activities/3")
    expect(phone.get_by_text("Nobody watches what you write.")).to_be_visible()
    expect(phone.get_by_label("Activity 3")).not_to_have_accessible_description("You can leave this empty.")
    for number in (4, 5):
        phone.goto(f"{FIRST}/own-activities/{number}")
        expect(phone.get_by_label(f"Activity {number}")).to_have_accessible_description("You can leave this empty.")
