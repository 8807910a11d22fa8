"""Every screen in every state that looks different: how to get there, by name, for those who look at all of them."""

from playwright.sync_api import Page, expect

from journeys import near_views
from journeys.arriving_views import ARRIVED, REFERRERS, REFERRING
from journeys.check_in_views import CHECK_INS
from journeys.closing_views import CLOSING, OWN_CLOSING
from journeys.figure_views import FIGURES
from journeys.steps.joining import type_code
from journeys.steps.logging import choose_score
from journeys.steps.moving import unfold
from journeys.supporting_views import SUPPORTING
from journeys.viewing import View, at, button, choose, fill, fold, link, only, score, settled, slowly, then

PAIN_ROW = ".rows .row:has(.what:has-text('Pain'):has-text('out of 10'))"


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


def find_topic(words: str) -> View:
    """Look for topics with words."""
    return lambda page: page.get_by_label("Find a topic").fill(words)


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
    "plan programmes": settled("/plan/programme", ".rows .row"),
    "plan programme": at("/plan/programme/knee-hip"),
    "plan exercises": settled("/plan/exercises", ".pick-list"),
    "plan exercises in order": then(settled("/plan/exercises", ".pick-list"), fold("change the order")),
    "plan exercises found": then(
        settled("/plan/exercises", ".pick-list"), lambda page: page.get_by_label("Find an exercise").fill("chair")
    ),
    "goals, none yet": at("/goals"),
    "goal without a goal": then(at("/goals/new"), button("Next")),
    "goal's first step": then(fill("What is your goal?", "Walk to the park and back"), button("Next")),
    "goal, not sure": then(fill("What will you do?", "Walk to the corner"), button("Next"), score(5, "How sure")),
    "goal, smaller": button("Change my step"),
    "goal, surer": then(button("Next"), score(8, "How sure")),
    "goal, half a plan": then(button("Next"), fill("If…", "it rains"), button("Next")),
    "goal, next look": then(fill("then I will…", "walk in the shopping centre"), button("Next"), choose("Another day")),
    "goal kept": at("/goals/new"),
    "goals": then(fill("What will you do on a bad day?", "To the gate and back"), button("Save goal")),
    "goals on paper": at("/goals/paper"),
    "goal to look at again": then(
        at("/goals"),
        lambda page: page.get_by_role("link", name="Look at it again").first.click(),
        button("Save this look"),
        choose("Not this time", "Take a smaller step"),
    ),
    "goal deleted": then(
        at("/goals"),
        lambda page: page.get_by_role("button", name="Delete").first.click(),
        lambda page: expect(page.locator(".undo")).to_be_visible(),
    ),
    "progress": at("/progress"),
    **CHECK_INS,
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
    "lock": at("/more/lock"),
    "lock with a PIN": then(
        at("/more/lock"), lambda page: page.get_by_role("radio", name="With a PIN").check(), button("Lock my diary")
    ),
    "phone": at("/more/phone"),
    "about": at("/more/about"),
    "sign out": at("/more/sign-out"),
    "sharing": settled("/more/sharing", ".card"),
    "sharing with the team": at("/more/sharing/team"),
    "sharing with a group": then(settled("/more/sharing/group", ".choices"), button("Share this")),
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
    "library": settled("/library", ".rows .row"),
    "library searched": then(
        settled("/library", ".rows .row"),
        lambda page: page.get_by_label("Find an exercise").fill("chair"),
        lambda page: page.get_by_role("checkbox", name="Only those done sitting down").check(),
    ),
    "library exercise": settled("/library/step-up", ".exercise-figure.moving"),
    "library exercise still": then(settled("/library/finger-bend", ".exercise-figure"), button("Stop the movement")),
    "library exercise that is gone": settled("/library/nothing", "main .button"),
    **near_views.NEAR,
    "privacy": settled("/privacy", "h2"),
    "accessibility": settled("/accessibility", "h2"),
    "stop": at("/stop"),
    "topics": settled("/topics", "main .rows .row"),
    "topics found none": then(settled("/topics", "main .rows .row"), find_topic("xyz")),
    "topics found": then(settled("/topics", "main .rows .row"), find_topic("tired")),
    "a topic": settled("/topics/pacing?then=/plan", "main section"),
    "no such topic": at("/topics/none"),
    "get help": settled("/safe", ".care-list"),
    "a card": settled("/safe/hot-joint", ".care"),
    "a card with numbers": settled("/safe/crisis", ".care"),
    "no such card": at("/safe/none"),
    "stopped": settled("/safe/crisis?sign=crisis-thoughts&then=/", ".care"),
    "stopped by a sign of two tiers": settled("/safe/hot-joint?sign=joint-fever&then=/", ".care"),
    "nothing there": at("/nothing-there"),
    **OWN_CLOSING,
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
    "get help": settled("/safe", ".care-list"),
    "a card": settled("/safe/fracture", ".care"),
    **near_views.NEAR,
    **REFERRING,
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


WRITING = then(person("Margaret"), button("Write for Margaret"))

ADVISOR: dict[str, View] = {
    "people": at("/people"),
    "people code": then(at("/people"), button("Make a code for a new person")),
    "people found none": then(at("/people"), lambda page: page.get_by_label("Find a name").fill("xyz")),
    "people due": then(at("/people"), only("Due"), fold("How this list is ordered")),
    "people none": then(at("/people"), only("Overdue")),
    "people again": only("Everybody"),
    "people to save": then(at("/people"), fold("Saved lists"), button("Save this list")),
    "people saved": then(fill("What shall this list be called?", "Everybody whom I look at"), button("Save this list")),
    "person": person("Margaret"),
    "person pathway": then(person("Margaret"), link("Move to another pathway"), choose("Low back pain")),
    "person score": then(person("Margaret"), link("Write down a score")),
    "person contact": then(person("Margaret"), link("Do this check-in"), choose("From paper")),
    "person change": then(person("Margaret"), link("See what has changed")),
    "person goal how": then(person("Margaret"), link("Write a goal with Margaret"), button("Go on")),
    "person goal": then(
        person("Margaret"), link("Write a goal with Margaret"), choose("Together, here"), button("Go on")
    ),
    "person programme": then(person("Margaret"), link("Choose a programme and exercises"), button("Save for Margaret")),
    "person summary": then(person("Margaret"), link("Summary to print")),
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
    **(SUPPORTING | CLOSING | ARRIVED),
    "person emergency": then(person("Dev"), fold("In a true emergency"), button("Open for 1 hour")),
    "passkeys": at("/more/passkeys"),
    "advisor more": at("/more"),
}

LEAD: dict[str, View] = {
    "service": at("/service"),
    **FIGURES,
    **REFERRERS,
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
