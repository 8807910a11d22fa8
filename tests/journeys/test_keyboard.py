"""With a keyboard alone: joining, logging pain and doing an exercise, as with a switch or a screen reader."""

import re

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import said
from journeys.steps.moving import sees
from journeys.written import plan_for_every_day
from support.devices import Devices

MOST_TABS = 60


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus is on what is called so, unless it is there already."""
    for _ in range(MOST_TABS):
        if words in focused(page):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to “{words}” by Tab; the focus is on “{focused(page)}”")


def focused(page: Page) -> str:
    """What a screen reader would call the thing with the focus."""
    return page.evaluate(
        """() => {
          const at = document.activeElement;
          if (at === document.body) return '';
          const label = at.labels?.[0]?.innerText ?? '';
          return (at.getAttribute('aria-label') ?? (label || at.innerText) ?? '').trim();
        }"""
    )


def test_join_log_pain_and_exercise(clinic: Clinic, devices: Devices) -> None:
    code = clinic.newcomer("Kay", plan_for_every_day()).code
    page = devices.desktop(base_url=clinic.url)
    page.goto("/")
    sees(page, "Start using Jointly")
    # given Kay, who types the code and presses Enter
    tab_to(page, "Your code")
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(page.get_by_text("It opens the record of Kay.")).to_be_visible()
    tab_to(page, "Open my record")
    page.keyboard.press("Enter")
    # and puts off what is asked once: a lock, and whether the team may see it
    for asked in ("Lock this diary", "Shall the team at Jointly see your diary?"):
        sees(page, asked)
        tab_to(page, "Not now")
        page.keyboard.press("Enter")
    # when she logs pain with the arrow keys
    sees(page, "Today")
    expect(page.get_by_role("heading", name="Today", exact=True)).to_be_focused()  # as every new screen's heading is
    expect(page.get_by_role("link", name="Walking")).to_be_visible()
    tab_to(page, "Log pain")
    page.keyboard.press("Enter")
    sees(page, "Log pain")
    tab_to(page, "0 out of 10")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="4 out of 10")).to_be_checked()
    tab_to(page, "Left knee")
    page.keyboard.press("Space")
    tab_to(page, "Save pain")
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Pain 4 out of 10 saved.")
    # and does an exercise
    tab_to(page, "Sit to stand")
    page.keyboard.press("Enter")
    sees(page, "Sit to stand")
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    for button in ("Done this set", "Skip the rest", "Done this set"):
        page.wait_for_timeout(750)
        expect(page.get_by_role("button", name=button)).to_be_visible()
        tab_to(page, button)
        page.keyboard.press("Enter")
    sees(page, "How did it go?")
    tab_to(page, "Save exercise")
    page.keyboard.press("Enter")
    # then both are on the server
    sees(page, "Saved. Sit to stand is done.")
    expect(page.locator("main .receipt").first).to_contain_text("Received")
    kinds = [row["kind"] for row in clinic.rows_of(joining.person(page))]
    assert kinds == ["plan", "pain", "exercise"]


def test_the_first_tab_skips_to_the_main_part(rose: Page) -> None:
    rose.goto("/progress")
    sees(rose, "Your progress")
    rose.keyboard.press("Tab")
    expect(rose.locator(":focus")).to_have_text("Skip to the main part")
    rose.keyboard.press("Enter")
    expect(rose.locator("#main")).to_be_focused()


def test_skipping_to_the_main_part_takes_nothing_from_it(rose: Page) -> None:
    rose.get_by_role("button", name="Bad day").click()
    expect(said(rose)).to_be_visible()
    rose.get_by_role("link", name="Skip to the main part").press("Enter")
    expect(rose.locator("#main")).to_be_focused()
    expect(rose).to_have_url(re.compile("#main$"))
    rose.wait_for_timeout(300)
    expect(said(rose)).to_be_visible()


def test_a_dialog_gives_the_focus_back(rose: Page) -> None:
    rose.goto("/exercise/bridge")
    sees(rose, "Bridge")
    tab_to(rose, "When to stop")
    rose.keyboard.press("Enter")
    expect(rose.get_by_role("dialog")).to_be_visible()
    rose.keyboard.press("Escape")
    expect(rose.get_by_role("dialog")).to_be_hidden()
    expect(rose.locator(":focus")).to_have_text("When to stop")
