"""Joining: from a code to one's own Today."""

from contextlib import suppress

from playwright.sync_api import Page, TimeoutError, expect


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
    not_now = page.get_by_role("button", name="Not now")
    while page.evaluate("location.pathname") == "/welcome":
        with suppress(TimeoutError):
            not_now.click(timeout=1_000)


DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
ANSWERED = """() => location.pathname !== "/join" || (!document.querySelector("main [aria-disabled=true]")
  && document.querySelector("main [role=alert], main .notice"))"""
"""The code was used, or it is said why not."""


def signed_in(page: Page, code: str) -> Page:
    """A phone that has joined, on Today, with everything kept for later: screens, exercises, the whole diary."""
    open_link(page, code)
    confirm(page)
    expect(page.get_by_role("heading", name="Today", exact=True)).to_be_visible()
    ready_for_no_signal(page)
    return page


def ready_for_no_signal(page: Page) -> None:
    """Wait until the phone holds the app and the exercises, which takes seconds after joining."""
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.wait_for_function(
        "async () => { for (const name of await caches.keys()) if (name.startsWith('content'))"
        " return (await (await caches.open(name)).keys()).length >= 2; return false; }"
    )


def person(page: Page) -> str:
    """The id of whoever is signed in on this phone."""
    return page.evaluate("() => fetch('/api/me').then((answer) => answer.json())")["person"]
