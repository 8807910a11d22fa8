"""Joining: from a code to one's own Today."""

from playwright.sync_api import Page, expect

from journeys.steps.moving import until


def open_link(page: Page, code: str) -> None:
    """Open the link that holds the code, as from a message or a printed square."""
    page.goto(f"/join#{code}")


def type_code(page: Page, code: str) -> None:
    """Type a code by hand."""
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Carry on", exact=True).click()


def confirm(page: Page, *, called: str | None = None) -> None:
    """Say what to be called, if asked, and use the code."""
    if called:
        page.get_by_label("What should we call you?").fill(called)
    page.get_by_role("button", name="Open").click()
    put_off(page)


def put_off(page: Page) -> None:
    """Say "Not now" to whatever is asked once after joining. Where the code opened nothing, there is nothing to say."""
    page.evaluate(DRAWN)  # the button that was pressed is busy from then on
    page.wait_for_function(ANSWERED)
    page.evaluate(PUT_OFF)


DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
ANSWERED = """() => location.pathname !== "/join" || (!document.querySelector("main [aria-disabled=true]")
  && document.querySelector("main [role=alert], main .notice"))"""
"""The code was used, or it is said why not."""
PUT_OFF = """async () => {
  const until = performance.now() + 10000;
  const isNotNow = (button) => button.textContent.trim() === "Not now";
  for (let pressed = null; location.pathname === "/welcome"; ) {
    if (performance.now() > until) throw new Error("still asked after joining: " + document.body.innerText);
    const button = [...document.querySelectorAll("main button")].find(isNotNow);
    if (button && button !== pressed) (pressed = button).click();
    await new Promise((later) => setTimeout(later, 20));
  }
}"""
"""In one go: the button of the last step leaves with its screen, and waiting for it to come back costs a second."""


def signed_in(page: Page, code: str) -> Page:
    """A phone that has joined, on Today, with everything kept for later: screens, exercises, the whole diary."""
    open_link(page, code)
    confirm(page)
    expect(page.get_by_role("heading", name="Today", exact=True)).to_be_visible()
    ready_for_no_signal(page)
    return page


def ready_for_no_signal(page: Page, *copies: str) -> None:
    """Wait until the phone holds the app and the exercises, which takes seconds after joining. `copies` are names, or
    ends of them, of what its own store is to hold as well: the address whose answer a worker's device keeps,
    "listings-area". Nobody waits for a copy: what is on the screen may not be kept yet."""
    until(page, CONTROLLED)
    until(page, PACKS_ARE_HERE)
    for copy in copies:
        until(page, COPY_IS_HERE, copy)


CONTROLLED = "() => navigator.serviceWorker.controller !== null"
COPY_IS_HERE = """(name) => new Promise((found, failed) => {
  const opening = indexedDB.open("jointly");
  opening.onerror = failed;
  opening.onsuccess = () => {
    const keys = opening.result.transaction("meta").objectStore("meta").getAllKeys();
    keys.onerror = failed;
    keys.onsuccess = () => {
      opening.result.close();
      found(keys.result.some((key) => String(key).endsWith(name)));
    };
  };
})"""
PACKS_ARE_HERE = """async () => {
  const manifest = await (await caches.match("/content/manifest.json"))?.json();
  if (!manifest) return false;
  const isFirst = (name) => ["safety", "lists"].includes(name) || name.startsWith("programme-");
  const wanted = Object.keys(manifest.packs).filter(isFirst);
  const kept = await Promise.all(wanted.map((name) => caches.match(`/content/${manifest.packs[name]}.json`)));
  return kept.every(Boolean);
}"""


def person(page: Page) -> str:
    """The id of whoever is signed in on this phone."""
    return page.evaluate("() => fetch('/api/me').then((answer) => answer.json())")["person"]
