"""Logging pain and reading receipts."""

import gzip
import json

from playwright.sync_api import Locator, Page, Route, expect

from journeys.steps.moving import go_to, unfold


def choose_score(page: Page, score: int, *, question: str = "How bad") -> None:
    """Press a number on a 0 to 10 scale."""
    page.get_by_role("group", name=question).get_by_text(str(score), exact=True).click()


def log_pain(page: Page, score: int) -> int:
    """From Today: log pain with nothing else said. Gives the number of taps."""
    page.get_by_role("link", name="Log pain").click()
    choose_score(page, score)
    page.get_by_role("button", name="Save pain").click()
    expect(page.get_by_text(f"Pain {score} out of 10 saved.").first).to_be_visible()
    return 3


def receipts(page: Page) -> Locator:
    """The receipts of what was done today, on Today."""
    go_to(page, "Today")
    unfold(page, "done today")
    return page.locator("details .receipt")


def diary(page: Page) -> Locator:
    """The rows of the diary's days; what was deleted is folded away below them."""
    page.goto("/diary")
    expect(page.get_by_role("heading", level=1, name="Diary")).to_be_visible()
    return page.locator("main section .rows .row")


def said(page: Page) -> Locator:
    """The bar that says what was just saved, with its receipt and Undo."""
    return page.locator(".undo")


def undo(page: Page) -> None:
    """Take back what was just done."""
    said(page).get_by_role("button", name="Undo").click()
    expect(said(page)).to_have_count(0)


def send_an_impossible_date(route: Route) -> None:
    """As if the first entry of pain 7 had been written for the year 2035, by hand."""
    asked = route.request.post_data_buffer or b"{}"
    if route.request.headers.get("content-encoding") == "gzip":
        asked = gzip.decompress(asked)
    said = json.loads(asked)
    for entry in (entry for subject in said["subjects"] for entry in subject["entries"]):
        if entry.get("body", {}).get("score") == 7:
            entry |= {"at": f"2035{entry['at'][4:]}", "picked": True}
    headers = {name: value for name, value in route.request.headers.items() if name != "content-encoding"}
    route.continue_(headers=headers, post_data=json.dumps(said))
