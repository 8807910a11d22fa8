"""The screens of reminders in every state that looks different, of somebody who has none yet, in order."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from journeys.viewing import View, at, button, choose, fill, fold, settled, shows, then, unanswered, unsent
from journeys.written import day

HOME = "/more/reminders"
TOLD = {
    "told": [
        {
            "id": f"0197a000-0000-7000-8000-00000000000{number}",
            "at": "2026-11-22T09:00:00Z",
            "channel": channel,
            "state": state,
            "items": [{"kind": kind, "local": "2026-11-22T09:00"} for kind in kinds],
            "shown_at": "2026-11-22T09:00:02Z" if state == "sent" else None,
            "done_at": None,
            "later_at": "2026-11-22T09:05:00Z" if state == "waiting" else None,
            "answer": {"token": "t", "until": "2126-11-22T12:00:00Z", "says": says} if says else None,
        }
        for number, (channel, state, kinds, says) in enumerate(
            [
                ("push", "sent", ["exercise"], ["done", "later"]),
                ("email", "failed", ["session", "date"], ["later"]),
                ("sms", "waiting", ["check-in"], []),
                ("list", "sent", ["reply"], []),
            ]
        )
    ]
}
"""What was sent, by every way and with every end: a service sends nothing while its screens are looked at."""


def told(page: Page) -> None:
    """Open what was sent, of which there is something of everything."""
    page.route("**/api/reminders/told", lambda route: route.fulfill(json=TOLD))
    settled(f"{HOME}/sent", "main .rows .row")(page)
    page.unroute("**/api/reminders/told")


def tapped(page: Page) -> None:
    """Open the app as a tap on a notification does."""
    page.evaluate(
        """() => new Promise((kept, failed) => {
          const opening = indexedDB.open("jointly-reminders");
          opening.onerror = failed;
          opening.onsuccess = () => {
            const box = opening.result, put = box.transaction("tapped", "readwrite");
            const tapped = { to: "/plan", token: "t", keys: [], says: ["done", "later"], at: Date.now() };
            put.objectStore("tapped").put(tapped, "last");
            put.oncomplete = () => { box.close(); kept(); };
          };
        })"""
    )
    settled("/", "main .notice .button")(page)
    expect(page.get_by_text("You opened a reminder.")).to_be_visible()


def failed(page: Page) -> None:
    """Open the next 14 days when the service is in trouble."""
    page.route("**/api/reminders/rehearsal", lambda route: route.fulfill(status=500, json={}))
    settled(f"{HOME}/ahead", "main .notice button")(page)
    page.unroute("**/api/reminders/rehearsal")


WITH_ALL_OF_THEM = {"channels": ["email", "sms"], "stopped_at": "2026-11-22T09:00:00Z"}


def with_email_and_texts(page: Page) -> None:
    """Open the other ways where the service has all of them, and leave them unsaved as they cannot be used."""
    page.route(
        "**/api/reminders",
        lambda route: route.fulfill(json=route.fetch().json() | WITH_ALL_OF_THEM),
    )
    settled(f"{HOME}/ways", "main .input")(page)
    page.get_by_label("Your email address").fill("rose at home")
    page.get_by_label("Your mobile number").fill("12345")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_have_count(2)
    page.unroute("**/api/reminders")


def on_an_iphone(page: Page) -> None:
    """As Safari on an iPhone, outside of the Home Screen, has it."""
    page.evaluate(
        """() => {
          delete globalThis.PushManager;
          Object.defineProperty(navigator, "userAgent", {
            value: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15", configurable: true });
        }"""
    )
    page.get_by_role("link", name="More", exact=True).click()
    page.get_by_role("link", name="Reminders What to remind").click()
    expect(page.get_by_text("once Jointly is on your Home Screen")).to_be_visible()


STOP_EMAILS: dict[str, View] = {
    "stop e-mails, no link": at("/stop-emails"),
    "stop e-mails": then(at("/more"), at("/stop-emails#abc")),
    "stop e-mails, nobody answers": unsent("**/open/reminders/stop/*", button("Stop the emails")),
    "stop e-mails, not whole": button("Stop the emails"),
}
"""The page behind the link in each e-mail: of whoever is not signed in."""

REMINDERS: dict[str, View] = {
    "reminders, none yet": settled(HOME, ".thumb"),
    "reminders on an iPhone": then(at("/more"), on_an_iphone, fold("Show me how")),
    "reminders set up without this device": then(
        button("Set up reminders without this device"), shows("main .receipt"), at(HOME)
    ),
    "reminders": settled(HOME, ".receipt"),
    "reminders that nobody could try": unsent("**/api/reminders/test", then(at(HOME), button("Send a test"))),
    "reminders, when": settled(f"{HOME}/when", ".thumb"),
    "reminders, when, all": then(
        lambda page: page.get_by_role("checkbox", name="Ask me once a week").check(),
        fill("Quiet until", ""),
        button("Save"),
        lambda page: expect(page.get_by_role("alert")).to_be_visible(),
    ),
    "reminders on the lock screen": settled(f"{HOME}/lock-screen", ".lock-screen"),
    "reminders on the lock screen, named": choose("It says what it is"),
    "reminders, a break": settled(f"{HOME}/break", ".thumb"),
    "reminders, a break until when": then(
        choose("On another day"), fill("Which day?", "2020-01-01"), button("Start the break")
    ),
    "reminders resting": then(settled(f"{HOME}/break", ".thumb"), choose("Tomorrow"), button("Start the break")),
    "reminders, a break changed": settled(f"{HOME}/break", ".thumb"),
    "dates, none yet": settled(f"{HOME}/dates", ".empty"),
    "date without anything": then(button("Add a date"), button("Save date")),
    "dates": then(
        fill("What is it?", "Blood test"),
        fill("Which day?", (day() + timedelta(days=30)).isoformat()),
        button("Save date"),
    ),
    "date deleted": then(
        lambda page: page.get_by_role("button", name="Delete Blood test").click(),
        lambda page: expect(page.locator(".undo")).to_be_visible(),
    ),
    "the next 14 days, failed": failed,
    "the next 14 days": settled(f"{HOME}/ahead", "main .rows .row"),
    "the next 14 days without a signal": unanswered(
        "**/api/reminders/rehearsal", settled(f"{HOME}/ahead", "main .rows .row")
    ),
    "nothing was sent": settled(f"{HOME}/sent", ".empty"),
    "what was sent": told,
    "what was sent, put off": then(
        button("Remind me later: Your exercises"),
        lambda page: expect(page.get_by_text("We will remind you again in an hour.")).to_be_visible(),
    ),
    "reminder tapped": tapped,
    "reminder tapped, done": then(
        button("Already done"), lambda page: expect(page.get_by_text("We will not ask you about this")).to_be_visible()
    ),
    "other ways": settled(f"{HOME}/ways", "main .button"),
    "other ways, all of them": with_email_and_texts,
    "calendar link": then(
        settled(f"{HOME}/ways", "main .button"),
        button("Make a link"),
        lambda page: expect(page.locator(".calendar-link")).to_be_visible(),
    ),
    "reminders stopped": then(
        at(HOME), button("Stop all reminders"), lambda page: expect(page.locator(".undo")).to_be_visible()
    ),
}

ROUNDS: dict[str, View] = {
    "reminders of work": settled(HOME, ".thumb"),
    "reminders of work on no day": then(
        lambda page: page.locator("main input[name=kinds]").first.check(),
        lambda page: [box.uncheck() for box in page.locator("main input[name=days]").all()],
        button("Save"),
        lambda page: expect(page.get_by_role("alert")).to_be_visible(),
    ),
}
