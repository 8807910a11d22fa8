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


def until(page: Page, holds: str, given: object = None, *, seconds: float = 30) -> None:
    """Wait until an asynchronous function of the page gives something true: `wait_for_function` takes any promise for
    true, at once."""
    waited = """async ([given, seconds]) => {
      const ask = HOLDS;
      for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
        if (await ask(given)) return true;
        await new Promise((later) => setTimeout(later, 50));
      }
      return false;
    }"""
    assert page.evaluate(waited.replace("HOLDS", holds), [given, seconds]), f"not so after {seconds} seconds: {holds}"


def aeroplane_mode(page: Page, on: bool = True) -> None:
    """No signal from here on, or signal again."""
    page.context.set_offline(on)
