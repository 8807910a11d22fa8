"""Doing one exercise with the player."""

from datetime import datetime

from playwright.sync_api import Page, expect

from journeys.steps.logging import choose_score


def begin(page: Page, exercise: str) -> None:
    """Open an exercise from Today's list and start it."""
    page.get_by_role("link", name=exercise).click()
    page.get_by_role("button", name="Start", exact=True).click()


def seconds_pass(page: Page, seconds: float) -> None:
    """Time on the phone's clock, with everything that it sets off. The phone needs `a_clock_to_turn`."""
    page.clock.run_for(int(seconds * 1000))


def a_clock_to_turn(page: Page, at: datetime | None = None) -> None:
    """Before the first screen: a clock that runs as usual, from `at` if given, and can also be turned on."""
    page.clock.install(time=at)


def press(page: Page, button: str) -> None:
    """Press one of the player's buttons, not sooner after the last step than a second tap is taken for a slip."""
    page.wait_for_timeout(750)
    page.get_by_role("button", name=button, exact=True).click()


def do_own_pace(page: Page, *, sets: int) -> None:
    """Sets of repetitions at one's own pace, with rests passed over."""
    for done in range(sets):
        expect(page.get_by_text(f"Set {done + 1} of {sets}")).to_be_visible()
        press(page, "Done this set")
        if done + 1 < sets:
            press(page, "Skip the rest")


def say_how_it_went(page: Page, *, outcome: str = "Done", pain: int = 2, effort: int = 4, sure: bool = True) -> None:
    """Answer the questions after an exercise, and save."""
    page.get_by_role("radio", name=outcome, exact=True).check()
    choose_score(page, pain, question="How much pain")
    choose_score(page, effort, question="How hard")
    page.get_by_role("group", name="Did you feel sure").get_by_role("radio", name="Yes" if sure else "No").check()
    save(page)


def save(page: Page) -> None:
    """Save the exercise, and wait for its receipt."""
    page.get_by_role("button", name="Save exercise").click()
    expect(page.locator("main .receipt").first).to_be_visible()


def seconds_left(page: Page) -> int:
    """What the large number says."""
    return int(page.locator(".timer-number").inner_text())
