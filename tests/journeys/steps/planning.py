"""The plan: starting it, and its days."""

from playwright.sync_api import Page, expect

from journeys.steps.logging import said
from journeys.steps.moving import go_to

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def start_plan(page: Page) -> None:
    """Take the programme on offer."""
    go_to(page, "Plan")
    page.get_by_role("button", name="Start this plan").click()
    expect(said(page)).to_contain_text("Your plan has started.")


def choose_every_day(page: Page) -> None:
    """Exercises on all days, so that today is one whichever day it is."""
    choose_days(page, *DAYS)


def choose_days(page: Page, *days: str) -> None:
    """Exercises on these days and no others."""
    go_to(page, "Plan")
    page.get_by_role("button", name="Change days and times").click()
    for day in DAYS:
        page.get_by_role("checkbox", name=day, exact=True).set_checked(day in days)
    page.get_by_role("button", name="Save my week").click()
    expect(said(page)).to_contain_text("Your days and times are saved.")
