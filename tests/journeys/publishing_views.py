"""Every screen of those who publish, in every state that looks different, and how they fill in the form."""

from datetime import UTC, datetime

from playwright.sync_api import Page, Route, expect

from journeys.steps.moving import sees
from journeys.viewing import View, at, button, fill, fold, in_trouble, settled, then, unsent

HOME = "What you run"
NAME = "Sore hands, warm drinks"
ROW = ".rows .row"


def step(page: Page, heading: str) -> None:
    """The next step of the form is open."""
    expect(page.get_by_role("heading", level=2, name=heading, exact=True)).to_be_visible()


def next_step(page: Page, heading: str) -> None:
    page.get_by_role("button", name="Next", exact=True).click()
    step(page, heading)


def answer(page: Page, question: str, name: str) -> None:
    """One of the answers to a question."""
    page.get_by_role("group", name=question, exact=True).get_by_role("radio", name=name, exact=True).check()


def say_what(page: Page, kind: str = "A group of people who help each other") -> None:
    page.get_by_label("What is it called?").fill(NAME)
    page.get_by_role("radio", name=kind).check()
    page.get_by_label("What happens there?").fill("Talk with others who have arthritis.")


def say_when(page: Page, first: str) -> None:
    """Every two weeks from this day on, in the morning."""
    page.get_by_role("radio", name="Every 2 weeks").check()
    page.get_by_label("Which is the first day?").fill(first)
    page.get_by_label("Starts at").fill("10:30")
    page.get_by_label("Ends at").fill("12:00")


def say_where(page: Page) -> None:
    for label, words in (
        ("Name of the place", "Thornbeck Library"),
        ("Number and street", "Market Square"),
        ("Town", "Thornbeck"),
        ("Postcode", "LS29 0VM"),
    ):
        page.get_by_label(label, exact=True).fill(words)


def fill_in(page: Page, first: str, activity: str | None = None) -> None:
    """The whole form, up to the look at it: of a group, or of a class of this activity."""
    step(page, "What it is")
    say_what(page, *(["A class or an activity"] if activity else []))
    next_step(page, "When it is on")
    say_when(page, first)
    next_step(page, "Where it is")
    say_where(page)
    next_step(page, "What it costs")
    page.get_by_role("radio", name="It is free").check()
    next_step(page, "Getting in and taking part")
    answer(page, "Step-free", "Yes")
    answer(page, "Parking", "No")
    next_step(page, "Who it suits")
    page.get_by_role("checkbox", name="Hands", exact=True).check()
    page.get_by_role("checkbox", name="Talking with others").check()
    if activity:
        page.get_by_label("Which activity is it?").select_option(label=activity)
    next_step(page, "How people come")
    page.get_by_role("radio", name="You can ask to join yourself").check()
    page.get_by_label("Phone").fill("0113 496 0000")
    next_step(page, "Look at it")


def open_first(page: Page) -> None:
    """The first of what they run."""
    settled("/organisation", ROW)(page)
    page.locator(ROW).filter(has_text=NAME).first.click()
    sees(page, NAME)


BOARD = "**/api/publishing/board"


def to_confirm(page: Page) -> None:
    """As if it had been right for two weeks without anybody saying so."""

    def asked(route: Route) -> None:
        answer = route.fetch()
        board = answer.json()
        for each in board["listings"]:
            each["asked"] = True
        route.fulfill(response=answer, json=board)

    page.route(BOARD, asked)


INBOX, REGISTER, LOOKED_FOR = "**/api/inbox", "**/api/register", "**/api/looked-for"


def somebody_comes(page: Page) -> None:
    """As if two people were expected at a session that begins now."""
    now = datetime.now(UTC)
    session = {"listing": "x", "name": NAME, "start": now.isoformat(), "end": None, "off": False, "people": []}
    for person, called in (("p1", "Ida B."), ("p2", "Oluwaseun F.")):
        expected = {"prescription": person, "called": called, "first": True, "came": None, "mark": None}
        session["people"].append(expected)
    page.route(REGISTER, lambda route: route.fulfill(json={"sessions": [session]}))


def no_sessions(page: Page) -> None:
    """As if nothing were on in these days: on some days of the week something of theirs is."""
    page.route(REGISTER, lambda route: route.fulfill(json={"sessions": []}))


def somebody_was_sent(page: Page) -> None:
    """As if a link worker had sent two people here, of whom one has no answer yet."""
    asked = {"called": "Oluwaseun Featherstonehaugh", "listing": "x", "name": NAME, "closed_at": None}
    asked |= {"sent_at": "2026-11-20T09:00:00Z", "answered_at": None, "start": "2035-01-03T10:30:00Z", "visits": 0}
    asked |= {
        "contact": "Text 07700 900123",
        "adjustments": "A seat by the door",
        "words": "Comes by bus.",
        "missed": 0,
    }
    step = {"id": "s1", "kind": "say", "side": "person", "at": "2026-11-20T09:00:00Z", "called": "Ida"}
    step |= {"words": "Is there parking?", "start": None, "meets": None}
    people = [
        asked | {"id": "1", "state": "sent", "steps": []},
        asked | {"id": "2", "state": "booked", "steps": [step]},
    ]
    page.route(INBOX, lambda route: route.fulfill(json={"people": people}))


def looked(*near: dict) -> View:
    """As if this were what the group is told of last quarter."""
    told = {"service": "Jointly", "first_on": "2026-07-01", "last_on": "2026-09-30", "near": list(near)}
    return lambda page: page.route(LOOKED_FOR, lambda route: route.fulfill(json=told))


SOUGHT = [("gentle-movement", 40, 10), ("water", "*", "*"), ("other", 15, None)]
SQUARES = [
    {"places": ["Hall", "Library", "Park", "Pool"], "wishes": 60, "no_place": 15}
    | {"rows": [dict(zip(("group", "wishes", "no_place"), row, strict=True)) for row in SOUGHT]},
    {"places": ["Far away"], "wishes": 0, "no_place": 0, "rows": []},
]
"""Squares with places of the group: one where many people were suggested something, and one where nobody was."""


def open_inbox(page: Page) -> None:
    """The first of those who were sent here."""
    somebody_was_sent(page)
    settled("/organisation/inbox", ROW)(page)
    page.locator(ROW).first.click()
    expect(page.locator(".pairs")).to_be_visible()


NEW = at("/organisation/new")

PUBLISHER: dict[str, View] = {
    "board": settled("/organisation", ROW),
    "board with something to confirm": then(to_confirm, settled("/organisation", ".publish-card")),
    "confirmed": then(
        lambda page: page.get_by_role("button", name="Yes, still correct").click(),
        lambda page: expect(page.locator(".undo")).to_be_visible(),
    ),
    "confirmation taken back": then(button("Undo"), lambda page: page.unroute(BOARD)),
    "form": then(NEW, button("Next")),
    "form when": then(say_what, button("Next"), button("Next")),
    "form when, each month": then(
        lambda page: say_when(page, "2035-01-03"),
        lambda page: page.get_by_role("radio", name="Each month").check(),
        fold("Days when it is not on"),
        button("Add another time"),
    ),
    "form where": then(button("Remove time 2"), button("Next"), button("Next")),
    "form cost": then(
        say_where, button("Next"), lambda page: page.get_by_role("radio", name="It costs money").check(), button("Next")
    ),
    "form access": then(lambda page: page.get_by_role("radio", name="It is free").check(), button("Next")),
    "form who": then(button("Next"), fold("Ages, languages and more")),
    "form come": then(button("Next"), fill("Email", "nobody"), button("Next")),
    "form look": then(fill("Email", ""), button("Next"), fold("See the whole page")),
    "form kept": at("/organisation/new"),
    "board with a form begun": settled("/organisation", ROW),
    "own listing": open_first,
    "dates": then(open_first, lambda page: page.get_by_role("link", name="Single dates").click()),
    "dates to cancel": lambda page: page.get_by_role("button", name="Cancel").first.click(),
    "dates to move": then(
        button("Leave it as it is"), lambda page: page.get_by_role("button", name="Move").first.click()
    ),
    "listing to delete": then(open_first, fold("Delete it for good")),
    "used again": then(open_first, lambda page: page.get_by_role("link", name="Use it again").click()),
    "changed": then(open_first, lambda page: page.get_by_role("link", name="Change it").click()),
    "organisation": then(settled("/organisation/profile", "textarea"), fill("Email", "nobody"), button("Save")),
    "organisation's reports": settled("/organisation/reports", ".publish-card"),
    "organisation elsewhere": settled("/organisation/elsewhere", ".publish-copy"),
    "listing elsewhere": then(
        open_first, lambda page: page.get_by_role("link", name="Link and calendar to share").click()
    ),
    "organisation's people": settled("/organisation/people", ".empty"),
    **in_trouble("inbox", INBOX, at("/organisation/inbox")),
    "inbox, nobody yet": settled("/organisation/inbox", ".empty"),
    "inbox": then(somebody_was_sent, settled("/organisation/inbox", ROW)),
    "inbox one": open_inbox,
    "inbox offer": then(open_inbox, button("Offer a place")),
    "inbox does not suit": then(open_inbox, button("It does not suit"), button("Send")),
    "inbox, not sent": then(open_inbox, unsent("**/api/prescriptions/*/steps/*", button("We have seen it"))),
    "inbox message": then(open_inbox, fold("Write a message")),
    "inbox booked": then(open_inbox, at("/organisation/inbox/2"), fold("Write a message")),
    "somebody gone from the inbox": then(at("/organisation/inbox/3"), lambda page: page.unroute(INBOX)),
    **in_trouble("registers", REGISTER, at("/organisation/register")),
    "registers, none": then(no_sessions, settled("/organisation/register", ".empty")),
    "register": then(
        somebody_comes,
        settled("/organisation/register", ROW),
        lambda page: page.locator(ROW).first.click(),
        lambda page: page.locator(".tick").first.click(),
        lambda page: expect(page.locator(".tick.been")).to_be_visible(),
    ),
    "register not here": then(lambda page: page.unroute(REGISTER), at("/organisation/register/x/2020-01-01T10:00:00Z")),
    **in_trouble("looked for", LOOKED_FOR, at("/organisation/looked-for")),
    "looked for, nothing": then(looked(), settled("/organisation/looked-for", ".empty")),
    "looked for": then(looked(*SQUARES), settled("/organisation/looked-for", ROW)),
    "publisher more": at("/more"),
}

LEAD_WHO_APPROVES: dict[str, View] = {
    "waiting to be shown": then(settled("/service/publishers", ".card"), fold("See the whole page")),
    "reports": settled("/more/reports", ".publish-card"),
}
