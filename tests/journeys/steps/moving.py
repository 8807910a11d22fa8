"""Finding one's way: the bar at the foot, headings, and having no signal."""

import re

from playwright.sync_api import Page, expect


def go_to(page: Page, place: str) -> None:
    """Press a place in the bar at the foot: Today, Plan, Progress, More."""
    page.get_by_role("navigation").get_by_role("link", name=place).click()


def sees(page: Page, heading: str) -> None:
    """The screen with this heading is open, and the browser's title says so."""
    expect(page.get_by_role("heading", level=1, name=heading, exact=True)).to_be_visible()
    expect(page).to_have_title(re.compile(rf"{re.escape(heading)} – "))


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
    came = page.evaluate(waited.replace("HOLDS", holds), [given, seconds])
    assert came, f"not so after {seconds} seconds: {holds}"


def kept(page: Page) -> None:
    """What was just filled in is kept on this phone. It is sealed first, and a page that ends meanwhile takes it along;
    the browser seals and hashes one after the other."""
    page.evaluate("() => crypto.subtle.digest('SHA-256', new Uint8Array()).then(() => null)")


def aeroplane_mode(page: Page, on: bool = True) -> None:
    """No signal from here on, or signal again. Before it goes, what the app fetches in quiet moments has come: topics,
    other programmes. Who wants a phone that lost its signal earlier than that says so: `context.set_offline`."""
    if on and page.url.startswith("http"):
        until(page, CONTENT_IS_HERE)
    page.context.set_offline(on)


CONTENT_IS_HERE = """async () => {
  const manifest = await (await caches.match("/content/manifest.json"))?.json();
  if (!manifest) return false;
  const wanted = Object.keys(manifest.packs).filter((name) => name !== "outcodes");  // which comes when asked for
  const kept = await Promise.all(wanted.map((name) => caches.match(`/content/${manifest.packs[name]}.json`)));
  return kept.every(Boolean);
}"""
