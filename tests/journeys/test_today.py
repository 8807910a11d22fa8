"""Today: what is due, what is done, and a bad day in one tap."""

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import eventually
from journeys.steps.exercising import a_clock_to_turn, begin, do_own_pace, say_how_it_went, seconds_pass
from journeys.steps.logging import log_pain, receipts, said, undo
from journeys.steps.moving import aeroplane_mode, go_to, sees
from journeys.views import PAIN_ROW
from journeys.written import day, exercised, plan_for_every_day, this_morning, written
from support.devices import Devices

FIRST_SIX = ("marching", "sit-to-stand", "mini-squat", "side-leg-raise", "step-up", "knee-straighten")
LAST_SIX = ("bridge", "thigh-squeeze", "heel-slide", "hip-stretch", "balance", "walking")


def to_do(page: Page) -> Locator:
    """The exercises that are still to do."""
    return page.locator("main section .rows .what")


def test_a_bad_day_is_one_tap_and_can_be_undone(clinic: Clinic, rose: Page) -> None:
    expect(rose.get_by_role("heading", name="At 10am")).to_be_visible()
    expect(to_do(rose)).to_have_count(12)
    usual = to_do(rose).all_inner_texts()
    # when Rose has a bad day
    rose.get_by_role("button", name="Bad day").click()
    # then the list is the gentler one, and it counts
    expect(rose.get_by_role("heading", name="Gentler plan for today")).to_be_visible()
    expect(to_do(rose)).to_have_text(["Thigh squeeze", "Heel slide", "Knee straighten in a chair", "Walking"])
    expect(rose.get_by_text("gentler").first).to_be_visible()
    expect(rose.get_by_role("button", name="Bad day")).to_have_count(0)
    # and Undo gives the usual one back
    undo(rose)
    expect(to_do(rose)).to_have_text(usual)
    expect(rose.get_by_text("done today")).to_have_count(0)
    eventually(rose, lambda: [row.get("gone", False) for row in bad_days(clinic, rose)] == [False, True])


def bad_days(clinic: Clinic, page: Page) -> list[dict]:
    """The versions that the service has from this phone's person."""
    return clinic.entries_of(joining.person(page), "bad-day")


def test_a_gentle_exercise_is_saved_as_gentle(clinic: Clinic, rose: Page) -> None:
    rose.get_by_role("button", name="Bad day").click()
    begin(rose, "Knee straighten in a chair")
    for side in ("Left side", "Right side"):
        expect(rose.locator(".player-side")).to_have_text(side)
        rose.wait_for_timeout(750)
        rose.get_by_role("button", name="Done this side").click()
    say_how_it_went(rose, pain=5)
    expect(rose.locator("main .receipt").first).to_contain_text("Received")
    [row] = clinic.entries_of(joining.person(rose), "exercise")
    assert row["body"]["gentle"] is True and row["body"]["outcome"] == "done"


def test_the_day_after_it_asks_if_it_had_settled(clinic: Clinic, devices: Devices) -> None:
    # given somebody who exercised yesterday
    bea = clinic.newcomer("Bea", plan_for_every_day(), exercised("bridge", days_ago=1))
    phone = devices.phone(base_url=clinic.url)
    a_clock_to_turn(phone, at=this_morning("04:58"))
    joining.signed_in(phone, bea.code)
    question = phone.get_by_role("heading", name="After your exercises")
    # when she cannot sleep, nothing is asked about a morning that has not come
    expect(phone.get_by_role("heading", name="At 10am")).to_be_visible()
    expect(question).to_have_count(0)
    # but from 5 it is
    seconds_pass(phone, 150)
    expect(question).to_be_visible()
    # when she says yes by mistake, and takes it back
    phone.get_by_role("button", name="Yes").click()
    expect(question).to_have_count(0)
    undo(phone)
    # then it asks again, and keeps what she says then
    phone.get_by_role("button", name="No", exact=True).click()
    expect(said(phone)).to_contain_text("Saved: it had not settled.")
    expect(said(phone)).to_contain_text("Received")
    rows = clinic.entries_of(bea.person, "settled")
    assert [row.get("body", {}).get("settled") for row in rows] == [True, None, False]


def test_days_later_it_still_asks_and_a_skip_holds_for_the_day(clinic: Clinic, devices: Devices) -> None:
    # given somebody who did not open it since her exercises three days ago
    ivy = clinic.newcomer("Ivy", plan_for_every_day(), *(exercised("bridge", days_ago=days) for days in (5, 3)))
    phone = devices.phone(base_url=clinic.url)
    a_clock_to_turn(phone, at=this_morning("09:00"))
    joining.signed_in(phone, ivy.code)
    question = phone.get_by_role("heading", name="After your exercises")
    asked = day(3)
    expect(phone.locator("section", has=question)).to_contain_text(f"on {asked:%A} {asked.day} {asked:%B}. By the next")
    # when she would rather not say
    phone.get_by_role("button", name="Skip for today").click()
    # then it does not ask again today, however often she looks
    expect(question).to_have_count(0)
    phone.reload()
    expect(phone.get_by_role("link", name="Log pain")).to_be_visible()
    expect(question).to_have_count(0)
    assert clinic.entries_of(ivy.person, "settled") == []


def test_what_is_done_folds_away_and_is_counted(rose: Page) -> None:
    begin(rose, "Sit to stand")
    do_own_pace(rose, sets=2)
    say_how_it_went(rose)
    go_to(rose, "Today")
    # then it is no longer to do, but counted below, with its receipt
    expect(rose.get_by_text("1 thing done today")).to_be_visible()
    expect(to_do(rose)).to_have_count(11)
    expect(to_do(rose).filter(has_text="Sit to stand")).to_have_count(0)
    log_pain(rose, 2)
    expect(rose.get_by_text("2 things done today")).to_be_visible()
    expect(receipts(rose)).to_have_count(2)
    expect(rose.get_by_text("Sit to stand: done")).to_be_visible()


def test_what_was_skipped_is_not_counted_as_done(clinic: Clinic, devices: Devices) -> None:
    skipped = exercised("bridge", days_ago=0)
    skipped["body"] |= {"outcome": "skipped", "sets": 0, "pain": None, "effort": None, "confident": None}
    lil = clinic.newcomer("Lil", plan_for_every_day(), skipped)
    phone = joining.signed_in(devices.phone(base_url=clinic.url), lil.code)
    expect(phone.locator("summary", has_text="skipped today")).to_have_text("1 skipped today")
    log_pain(phone, 2)
    done = phone.locator("summary", has_text="done today")
    expect(done).to_have_text("1 thing done today, 1 skipped")
    done.click()
    expect(phone.get_by_text("Bridge: skipped")).to_be_visible()


def test_a_day_of_which_all_was_skipped_is_not_called_done(clinic: Clinic, devices: Devices) -> None:
    week = plan_for_every_day()
    skipped = [exercised(slug, days_ago=0) for slug in FIRST_SIX + LAST_SIX]
    for each in skipped:
        each["body"] |= {"outcome": "skipped", "sets": 0}
    phone = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Sid", week, *skipped).code)
    expect(phone.get_by_text("That is all for today.", exact=True)).to_be_visible()


@pytest.mark.parametrize("called", ["none", *(pytest.param(name, marks=pytest.mark.long) for name in ("other", "0"))])
def test_any_name_is_greeted(clinic: Clinic, devices: Devices, called: str) -> None:
    phone = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer(called).code)
    expect(phone.get_by_text(f"Good to see you, {called}", exact=True)).to_be_visible()


def test_an_address_cut_off_in_the_middle_of_a_letter_is_no_address(rose: Page) -> None:
    rose.goto("/diary/%E0%A4%A")
    sees(rose, "There is nothing at this address")
    rose.get_by_role("link", name="Go to Today").click()
    sees(rose, "Today")


def test_after_a_long_break_there_is_a_welcome_and_no_scolding(clinic: Clinic, devices: Devices) -> None:
    pain = written("pain", {"score": 5, "regions": ["left-knee"]}, days_ago=20)
    gus = clinic.newcomer("Gus", plan_for_every_day(), pain)
    phone = joining.signed_in(devices.phone(base_url=clinic.url), gus.code)
    expect(phone.get_by_text("Good to see you, Gus", exact=True)).to_be_visible()
    # nor any advice: what is easier, and when, is for reviewed content to say
    expect(phone.get_by_text("easier")).to_have_count(0)


@pytest.mark.parametrize(
    "signal_is_gone_by", ["a server that is not there", pytest.param("flight mode", marks=pytest.mark.long)]
)
def test_every_screen_opens_and_reloads_with_no_signal(
    own_clinic: Clinic, devices: Devices, signal_is_gone_by: str
) -> None:
    # given Margaret's phone after its first load
    phone = joining.signed_in(devices.phone(base_url=own_clinic.url), own_clinic.link_of("Margaret").partition("#")[2])
    phone.goto("/diary")
    entry = phone.locator(PAIN_ROW).first.get_attribute("href")
    if signal_is_gone_by == "flight mode":
        aeroplane_mode(phone)
    else:
        own_clinic.server.kill()
    # then each address opens cold and survives a reload
    for address, title in screens(entry).items():
        phone.goto(address)
        sees(phone, title)
        phone.reload()
        sees(phone, title)
        expect(phone.get_by_role("alert")).to_have_count(0)


def screens(entry: str) -> dict[str, str]:
    """Address to heading of every screen of a person; `entry` is the address of a pain entry with score and all."""
    return {
        "/": "Today",
        "/pain": "Log pain",
        entry.replace("/diary/", "/pain/"): "Change this entry",
        "/exercise/sit-to-stand": "Sit to stand",
        "/exercise/walking?gentle=1": "Walking",
        "/plan": "Your plan",
        "/progress": "Your progress",
        "/diary": "Diary",
        "/more": "More",
        "/more/name": "What you are called",
        "/more/sending": "Sending",
        "/more/phone": "Data on this phone",
        "/more/about": "About Jointly",
        "/more/sign-out": "Sign out",
        "/stop": "When to stop and get help",
        "/join": "Start using Jointly",
        "/nothing-here": "There is nothing at this address",
    }
