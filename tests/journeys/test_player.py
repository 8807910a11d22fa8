"""The exercise player: it waits when life comes between, keeps its place, and decides nothing by itself."""

from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.exercising import (
    a_clock_to_turn,
    begin,
    do_own_pace,
    press,
    save,
    say_how_it_went,
    seconds_left,
    seconds_pass,
)
from journeys.steps.moving import aeroplane_mode, go_to, sees, unfold
from journeys.written import exercised, plan_for_every_day, settled
from support.devices import Devices


@pytest.fixture
def rose(clinic: Clinic, devices: Devices) -> Page:
    """Rose's phone on Today, with a clock that can be turned on."""
    phone = devices.phone(base_url=clinic.url)
    a_clock_to_turn(phone)
    return joining.signed_in(phone, clinic.newcomer("Rose", plan_for_every_day()).code)


def received(page: Page) -> None:
    """What was just saved is with the service."""
    expect(page.locator("main .receipt").first).to_contain_text("Received")


def test_a_reload_in_the_middle_of_a_hold_goes_on_from_there(rose: Page) -> None:
    # given Rose, 8 seconds into a hold of 15, with no signal at that
    aeroplane_mode(rose)
    begin(rose, "Hip stretch")
    seconds_pass(rose, 5.5)
    expect(rose.locator(".timer-what")).to_have_text("Hold")
    seconds_pass(rose, 7)
    read_at, left = monotonic(), seconds_left(rose)
    # when the page is loaded again
    rose.reload()
    # then it is at the same place or seconds before it, waiting for her
    expect(rose.locator(".timer-what")).to_have_text("Paused")
    passed, left_now = monotonic() - read_at, seconds_left(rose)  # the hold went on until the page was gone
    assert left - 1 - passed <= left_now <= left + 5
    # and carries on when she says so, after time to get ready
    press(rose, "Carry on")
    expect(rose.locator(".timer-what")).to_have_text("Get ready")
    seconds_pass(rose, 5.5)
    expect(rose.locator(".timer-what")).to_have_text("Hold")
    assert seconds_left(rose) <= left_now


def test_out_of_sight_a_hold_stops(rose: Page) -> None:
    begin(rose, "Hip stretch")
    seconds_pass(rose, 7)
    expect(rose.locator(".timer-what")).to_have_text("Hold")
    # when a call hides the page for a minute
    read_at, left = monotonic(), seconds_left(rose)
    rose.evaluate("""() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }""")
    passed = monotonic() - read_at
    seconds_pass(rose, 60)
    rose.evaluate("""() => {
      delete document.visibilityState;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }""")
    # then nothing of it was counted
    expect(rose.locator(".timer-what")).to_have_text("Paused")
    assert left - 1 - passed <= seconds_left(rose) <= left


def test_both_sides_are_asked_for_and_a_rest_can_be_skipped(clinic: Clinic, rose: Page) -> None:
    begin(rose, "Heel slide")
    for set_number in (1, 2):
        for side in ("Left side", "Right side"):
            expect(rose.get_by_text(f"Set {set_number} of 2")).to_be_visible()
            expect(rose.locator(".player-side")).to_have_text(side)
            press(rose, "Done this side")
        if set_number == 1:
            expect(rose.locator(".timer-what")).to_have_text("Rest")
            press(rose, "Skip the rest")
    # then the questions come, the first one filled in
    sees(rose, "How did it go?")
    expect(rose.get_by_role("radio", name="Done", exact=True)).to_be_checked()
    say_how_it_went(rose, pain=3, effort=5, sure=False)
    received(rose)
    [row] = clinic.entries_of(joining.person(rose), "exercise")
    said = {name: row["body"][name] for name in ("exercise", "level", "outcome", "sets", "pain", "effort", "confident")}
    assert said == {
        "exercise": "heel-slide", "level": 1, "outcome": "done", "sets": 2, "pain": 3, "effort": 5, "confident": False,
    }  # fmt: skip


def test_a_rest_ends_by_itself_and_a_second_tap_skips_nothing(rose: Page) -> None:
    begin(rose, "Sit to stand")
    rose.wait_for_timeout(750)
    # when a shaking thumb taps twice
    rose.get_by_role("button", name="Done this set").dblclick()
    # then it is the rest, not what comes after
    expect(rose.locator(".timer-what")).to_have_text("Rest")
    seconds_pass(rose, 61)
    expect(rose.get_by_text("Set 2 of 2")).to_be_visible()


def test_a_second_tap_on_start_does_not_finish_the_first_set(rose: Page) -> None:
    rose.get_by_role("link", name="Sit to stand").click()
    # when a shaking thumb taps twice where Start is, and Done comes under it
    button = rose.get_by_role("button", name="Start", exact=True)
    button.hover()  # it stays where it is from here on
    start = button.bounding_box()
    for _ in range(2):
        rose.mouse.click(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    expect(rose.get_by_text("Set 1 of 2")).to_be_visible()
    rose.wait_for_timeout(300)
    expect(rose.locator(".timer-what")).to_have_text("At your own pace")


def test_stopping_part_way_keeps_what_was_done(clinic: Clinic, rose: Page) -> None:
    begin(rose, "Sit to stand")
    press(rose, "Done this set")
    press(rose, "Stop")
    # when she saves it as partly done
    expect(rose.get_by_text("You have done 1 of 2 sets.")).to_be_visible()
    rose.get_by_role("button", name="Save as partly done").click()
    expect(rose.get_by_role("radio", name="Partly done")).to_be_checked()
    save(rose)
    sees(rose, "Saved. Part of Sit to stand is done.")
    received(rose)
    [row] = clinic.entries_of(joining.person(rose), "exercise")
    assert (row["body"]["outcome"], row["body"]["sets"], row["body"]["pain"]) == ("part", 1, None)


def test_left_for_later_it_is_there_later(rose: Page) -> None:
    begin(rose, "Sit to stand")
    press(rose, "Done this set")
    press(rose, "Stop")
    rose.get_by_role("button", name="Leave it for later").click()
    sees(rose, "Today")
    # when she opens it again within minutes
    rose.get_by_role("link", name="Sit to stand").click()
    expect(rose.get_by_role("button", name="Carry on", exact=True)).to_be_visible()
    # and an hour after, it asks what became of it
    seconds_pass(rose, 3600)
    rose.reload()
    sees(rose, "You stopped part way")
    expect(rose.get_by_text("You got to set")).to_be_visible()


def test_the_ladder_says_its_rule_and_moves_nothing_by_itself(clinic: Clinic, devices: Devices) -> None:
    # given somebody whose last two times were fine and had settled
    history = [exercised("sit-to-stand", days_ago=days) for days in (6, 4)] + [settled(days_ago=6), settled(days_ago=4)]
    fine = [exercised("sit-to-stand", days_ago=2), settled(days_ago=2)]
    una = clinic.newcomer("Una", plan_for_every_day(), *history, *fine)
    phone = joining.signed_in(devices.phone(base_url=clinic.url), una.code)
    # when she looks at the levels of that exercise
    go_to(phone, "Plan")
    exercise = phone.locator("li.plan-exercise", has_text="Sit to stand")
    exercise.locator("summary").first.click()
    # then the rule is said with its reason, beside the choices, and nothing has moved
    expect(exercise).to_contain_text("Your last 3 times were all done, with pain 3 or less")
    expect(exercise).to_contain_text("You choose. Nothing changes unless you press a button.")
    expect(exercise.get_by_role("button", name="Move up to level 2")).to_contain_text("The printed rule fits this one")
    expect(exercise.get_by_role("button", name="Stay at level 1")).to_be_visible()
    assert clinic.entries_of(una.person, "level") == []
    # and what each level is stands beside them, hers marked
    levels = exercise.locator(".ladder-levels > li")
    expect(levels).to_have_count(3)
    expect(levels.nth(0)).to_contain_text("Level 1: yours now")
    expect(levels.nth(0)).to_have_attribute("aria-current", "step")
    expect(levels.nth(1)).to_contain_text("2 sets of 10")
    expect(levels.nth(1)).to_contain_text("Take the cushion away and use your hands only as much as you need.")
    # and only her own press moves it, and can be taken back
    exercise.get_by_role("button", name="Move up to level 2").click()
    expect(exercise).to_contain_text("You moved up to level 2.")
    expect(exercise.locator(".receipt")).to_contain_text("Received")
    [row] = clinic.entries_of(una.person, "level")
    assert (row["body"]["level"], row["body"]["choice"], row["body"]["rule"]) == (2, "up", "up")
    exercise.get_by_role("button", name="Undo").click()
    expect(exercise).to_contain_text("You are at level 1 for Sit to stand.")
    # and the mark goes with her choice
    exercise.get_by_role("button", name="Move up to level 2").click()
    expect(exercise.locator(".receipt")).to_contain_text("Received")
    phone.reload()
    exercise.locator("summary").first.click()
    expect(levels.nth(1)).to_contain_text("Level 2: yours now")
    expect(exercise.locator("[aria-current]")).to_have_count(1)


def test_after_an_exercise_the_ladder_waits_below(rose: Page) -> None:
    begin(rose, "Sit to stand")
    do_own_pace(rose, sets=2)
    say_how_it_went(rose)
    sees(rose, "Saved. Sit to stand is done.")
    expect(rose.get_by_text("From tomorrow morning, Today asks if it had settled by then.")).to_be_visible()
    expect(rose.get_by_text("You have not said yet if your last time had settled by the next morning.")).to_be_visible()
    for choice in ("Move up to level 2", "Stay at level 1"):
        expect(rose.get_by_role("button", name=choice)).to_be_visible()


def test_when_to_stop_is_one_tap_away_and_the_clock_waits(rose: Page) -> None:
    begin(rose, "Marching on the spot")
    seconds_pass(rose, 8)
    rose.get_by_role("button", name="When to stop").click()
    expect(rose.get_by_role("dialog")).to_contain_text("Stop now if you notice any of these")
    rose.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(rose.locator(".timer-what")).to_have_text("Paused")
    unfold(rose, "How to do it")
    expect(rose.locator("details ol")).to_be_visible()
