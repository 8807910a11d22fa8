"""Finding one's way: the bar at the foot, headings, and having no signal."""

from playwright.sync_api import Page, expect


def go_to(page: Page, place: str) -> None:
    """Press a place in the bar at the foot: Today, Plan, Progress, More."""
    page.get_by_role("navigation").get_by_role("link", name=place).click()


def sees(page: Page, heading: str) -> None:
    """The screen with this heading is open, and the browser's title says so."""
    expect(page.get_by_role("heading", level=1, name=heading, exact=True)).to_be_visible()
    assert page.title().startswith(f"{heading} – "), page.title()


def unfold(page: Page, words: str) -> None:
    """Open something that is folded away, if it is not open."""
    summary = page.locator("summary", has_text=words).first
    if not summary.evaluate("(fold) => fold.parentElement.open"):
        summary.click()


def aeroplane_mode(page: Page, on: bool = True) -> None:
    """No signal from here on, or signal again."""
    page.context.set_offline(on)
