"""Every screen in every state that looks different: how to get there, by name, for those who look at all of them."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from journeys.steps.exercising import press
from journeys.steps.joining import type_code
from journeys.steps.logging import choose_score
from journeys.steps.moving import unfold

View = Callable[[Page], None]
PAIN_ROW = ".rows .row:has(.what:has-text('Pain'))"


def at(address: str) -> View:
    """A screen as it is at first."""

    def go(page: Page) -> None:
        page.goto(address)
        expect(page.locator("h1")).to_be_visible()

    return go


def then(first: View, *steps: View) -> View:
    """A screen after something was done there."""

    def go(page: Page) -> None:
        for step in (first, *steps):
            step(page)

    return go


def button(name: str) -> View:
    """Press a button."""
    return lambda page: page.get_by_role("button", name=name, exact=True).first.click()


def fold(words: str) -> View:
    """Open what is folded away."""
    return lambda page: unfold(page, words)


def slowly(name: str) -> View:
    """Press a button of the player."""
    return lambda page: press(page, name)


def a_pain_entry(page: Page) -> None:
    """The newest pain entry in the diary."""
    at("/diary")(page)
    page.locator(PAIN_ROW).first.click()
    expect(page.get_by_role("link", name="Change")).to_be_visible()


def a_day_to_come(page: Page) -> None:
    """Choose a day that is not there yet."""
    page.get_by_role("radio", name="Another day").check()
    page.get_by_label("Which day?").fill("2035-01-01")
    page.get_by_label("Which day?").press("Tab")
    expect(page.get_by_role("alert")).to_be_visible()


def changed(page: Page) -> None:
    """Change the entry at hand, and see what it said before."""
    page.get_by_role("link", name="Change").click()
    choose_score(page, 4)
    page.get_by_role("button", name="Save the change").click()
    unfold(page, "earlier version")


def settled(address: str, selector: str) -> View:
    """A screen once what it had to ask for is there."""
    return then(at(address), lambda page: expect(page.locator(selector).first).to_be_visible())


def sees_codes(page: Page) -> None:
    """A code to hand over, or several."""
    expect(page.locator(".code-box")).to_be_visible()


PAIN = at("/pain")
PLAYER = then(at("/exercise/sit-to-stand"), button("Start"))
BAD_DAY = then(at("/"), button("Bad day"), lambda page: expect(page.locator(".undo")).to_be_visible())

PATIENT: dict[str, View] = {
    "today": at("/"),
    "today done": then(BAD_DAY, fold("done today")),
    "today undone": then(at("/"), button("Back to the usual plan")),
    "pain": PAIN,
    "pain without a score": then(PAIN, button("Save pain")),
    "pain where": then(PAIN, fold("Change where")),
    "pain note and day": then(PAIN, fold("Add a note"), fold("Not today?"), a_day_to_come),
    "pain draft": then(PAIN, lambda page: page.reload()),
    "pain fresh": then(PAIN, button("Start again")),
    "exercise": at("/exercise/hip-stretch"),
    "exercise options": then(at("/exercise/sit-to-stand"), fold("Sound, buzz")),
    "player": PLAYER,
    "player resting": then(at("/exercise/sit-to-stand"), slowly("Carry on"), slowly("Done this set")),
    "player leaving": then(at("/exercise/sit-to-stand"), slowly("Stop")),
    "player after": then(at("/exercise/sit-to-stand"), button("Save as partly done")),
    "player saved": then(at("/exercise/sit-to-stand"), button("Save exercise")),
    "player holding": then(at("/exercise/hip-stretch"), button("Start"), lambda page: page.wait_for_timeout(5500)),
    "player paused": then(at("/exercise/hip-stretch")),
    "when to stop": then(at("/exercise/bridge"), button("When to stop")),
    "plan": at("/plan"),
    "plan ladder": then(at("/plan"), fold("Look at levels")),
    "plan break": then(at("/plan"), fold("Take a break")),
    "plan days": then(at("/plan"), button("Change days and times")),
    "plan days half made": then(
        at("/plan"),
        button("Change days and times"),
        lambda page: page.get_by_role("button", name="Add a time on").first.click(),
        at("/plan"),
        button("Change days and times"),
    ),
    "progress": at("/progress"),
    "diary": at("/diary"),
    "entry": a_pain_entry,
    "entry changed": then(a_pain_entry, changed),
    "entry deleted": then(a_pain_entry, button("Delete"), lambda page: expect(page.locator(".undo")).to_be_visible()),
    "entry deleted, later": then(at("/diary"), fold("Deleted (")),
    "entry to bring back": then(
        at("/diary"), fold("Deleted ("), lambda page: page.locator("details .row").first.click()
    ),
    "entry brought back": button("Bring it back"),
    "more": at("/more"),
    "name": at("/more/name"),
    "name wrong": then(at("/more/name"), lambda page: page.get_by_label("What").fill(""), button("Save name")),
    "sending": at("/more/sending"),
    "phone": at("/more/phone"),
    "about": at("/more/about"),
    "sign out": at("/more/sign-out"),
    "sharing": settled("/more/sharing", ".card"),
    "sharing with the team": at("/more/sharing/team"),
    "sharing with a group, none there": settled("/more/sharing/group", ".empty"),
    "sharing with nothing chosen": then(at("/more/sharing/trusted"), button("Share and make their code")),
    "who looked": settled("/more/seen", ".card"),
    "devices": settled("/more/devices", ".card"),
    "recovery codes": then(settled("/more/recovery", "main .button.wide"), button("Make 8 codes"), sees_codes),
    "another phone": then(at("/more/another-phone"), button("Show a code"), sees_codes),
    "about me": at("/more/about-me"),
    "about me with an answer": then(at("/more/about-me"), lambda page: page.get_by_label("Letter", exact=True).check()),
    "my data": at("/more/my-data"),
    "summary": at("/more/my-data/summary"),
    "paper diary": at("/more/my-data/paper"),
    "delete account": then(at("/more/my-data/delete"), button("Delete my account")),
    "people I help": settled("/helping", ".empty"),
    "code without one": then(at("/more/code"), button("Use the code")),
    "privacy": settled("/privacy", "h2"),
    "accessibility": settled("/accessibility", "h2"),
    "stop": at("/stop"),
    "nothing there": at("/nothing-there"),
}

THEIR_DIARY = then(settled("/helping", ".rows .row"), lambda page: page.locator(".rows .row").first.click())

CARER: dict[str, View] = {
    "people I help": settled("/helping", ".rows .row"),
    "their diary": then(THEIR_DIARY, lambda page: expect(page.locator("section .row").first).to_be_visible()),
    "their entry": lambda page: page.locator("section .row").first.click(),
    "pain for them": then(
        THEIR_DIARY,
        lambda page: page.get_by_role("link", name="Write down pain").click(),
        button("Save pain"),
        lambda page: expect(page.get_by_role("alert")).to_be_visible(),
    ),
    "a diary that is not shared": at("/helping/0197a000-0000-7000-8000-000000000000"),
    "carer more": at("/more"),
    "carer data": at("/more/my-data"),
    "carer who looked": settled("/more/seen", ".card"),
    "code": at("/more/code"),
}

STRANGER: dict[str, View] = {
    "join": at("/join"),
    "join wrong code": then(at("/join"), lambda page: type_code(page, "ABC1")),
    "staff sign-in": at("/staff"),
    "staff no invitation": then(at("/staff"), fold("I have an invitation"), button("Use this invitation")),
}


def person(name: str) -> View:
    """From the list of people to somebody's page."""

    def open_page(page: Page) -> None:
        at("/people")(page)
        page.get_by_role("link", name=name, exact=True).first.click()
        expect(page.get_by_role("link", name="People").first).to_be_visible()
        expect(page.locator("main h2").first).to_be_visible()

    return open_page


def choose(*names: str) -> View:
    """Choose answers by their words."""

    def check(page: Page) -> None:
        for name in names:
            page.get_by_role("radio", name=name, exact=True).check()

    return check


WRITING = then(person("Margaret"), button("Write for Margaret"))

ADVISOR: dict[str, View] = {
    "people": at("/people"),
    "people code": then(at("/people"), button("Make a code for a new person")),
    "people found none": then(at("/people"), lambda page: page.get_by_label("Find a name").fill("xyz")),
    "person": person("Margaret"),
    "person writing": then(WRITING, button("Save for Margaret")),
    "person writing pain": then(WRITING, choose("It is in their paper diary", "Pain"), fold("Where was it?")),
    "person writing exercise": then(
        WRITING,
        choose("They said it on a call", "An exercise"),
        lambda page: page.get_by_label("Which exercise?").select_option("sit-to-stand"),
        fold("Pain while doing it"),
        button("Save for Margaret"),
    ),
    "person not shared": person("Dev"),
    "person emergency": then(person("Dev"), fold("In a true emergency"), button("Open for 1 hour")),
    "passkeys": at("/more/passkeys"),
    "advisor more": at("/more"),
}

LEAD: dict[str, View] = {
    "service": at("/service"),
    "service staff": at("/service/staff"),
    "service staff end": then(at("/service/staff"), button("End the work of Sam here")),
    "service invitation": then(
        at("/service/staff"),
        lambda page: page.get_by_label("Their name").fill("Oluwaseun Featherstonehaugh-Cholmondeley"),
        button("Make an invitation"),
        lambda page: expect(page.locator(".code-link")).to_be_visible(),
    ),
    "service organisations": at("/service/organisations"),
    "service organisation": then(
        at("/service/organisations"),
        lambda page: page.get_by_label("Name of the organisation").fill("Llanfairpwllgwyngyll Leisure and Arts Centre"),
        button("Add it"),
        fold("Invite somebody at"),
        fold("Stop working with"),
    ),
    "service codes": at("/service/codes"),
    "service looks": at("/service/looks"),
    "service looks wrong": then(
        at("/service/looks"), lambda page: page.get_by_label("Main colour", exact=True).fill("blue")
    ),
    "service helplines": at("/service/helplines"),
    "service helplines wrong": then(at("/service/helplines"), button("Add a helpline"), button("Save helplines")),
    "service privacy": at("/service/privacy"),
    "service accessibility": at("/service/accessibility"),
    "service retention": at("/service/retention"),
    "service audit": at("/service/audit"),
    "lead more": at("/more"),
}
