"""Sharing a diary, and looking at whom it is shared with."""

from playwright.sync_api import Page, expect

from journeys.steps.moving import go_to, sees

ROWS_HELD = """() => new Promise((resolve) => {
  indexedDB.open("jointly").onsuccess = ({ target: { result: database } }) => {
    const count = database.transaction("rows").objectStore("rows").count();
    count.onsuccess = () => { database.close(); resolve(count.result); };
  };
})"""
"""How many entries, of whoever, lie on a phone."""


def under_more(page: Page, *rows: str) -> None:
    """From the bar at the foot to a row of More, and on to rows of that screen."""
    go_to(page, "More")
    for row in rows:
        page.get_by_role("link", name=row).click()


def share_with_team(page: Page, *parts: str) -> None:
    """Share these parts of the diary with the team, until it is stopped."""
    under_more(page, "Who can see my diary", "Share with the team")
    for part in parts:
        page.get_by_label(part, exact=True).check()
    page.get_by_role("button", name="Share this").click()
    sees(page, "Who can see my diary")


def code_for(page: Page, called: str, *parts: str, may_write: bool = False) -> str:
    """Share with somebody trusted: gives the code to hand over, without its dash."""
    under_more(page, "Who can see my diary", "Share with someone I trust")
    page.get_by_label("What do you call them?").fill(called)
    for part in parts:
        page.get_by_label(part, exact=True).check()
    if may_write:
        page.get_by_label("Yes, marked with their name").check()
    page.get_by_role("button", name="Share and make their code").click()
    code = page.locator(".code-big")
    expect(code).to_be_visible()
    return (code.text_content() or "").replace("-", "")
