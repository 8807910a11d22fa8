"""The screens of what was suggested, in every state that looks different, for somebody who has one of each."""

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps.suggesting import booked, refer, step, suggest
from journeys.viewing import View, at, button, fold, settled, then, unanswered, unsent
from journeys.written import plan_for_every_day


def opened(name: str) -> View:
    """From the list to one suggestion."""
    return then(
        settled("/suggested", "main .suggested-card, main .empty"),
        lambda page: page.locator("summary").click() if "Over" in page.locator("main").inner_text() else None,
        lambda page: page.locator(".suggested-card", has_text=name).first.click(),
        lambda page: expect(page.locator(".suggested-steps")).to_be_visible(),
    )


def alerted(page: Page) -> None:
    """Something is missing, and it says so."""
    expect(page.get_by_role("alert").first).to_be_visible()


BEFORE: dict[str, View] = {
    "suggested, nothing yet": settled("/suggested", ".empty"),
    "what is new, nothing yet": settled("/suggested/news", ".empty"),
    "ask for support": settled("/suggested/ask", "textarea"),
    "ask for support without a tick": then(settled("/suggested/ask", "textarea"), button("Ask for support"), alerted),
    "ask for support, not sent": unsent(
        "**/api/referrals/mine/*",
        then(lambda page: page.get_by_role("checkbox").check(), button("Ask for support")),
    ),
    "no such suggestion": at("/suggested/0197a000-0000-7000-8000-000000000000"),
}
LONG = "Gentle movement to music for people whose knees and hips hurt"
SUGGESTED: dict[str, View] = {
    "today with suggestions": settled("/", ".suggested-card"),
    "suggested": settled("/suggested", ".suggested-card"),
    "suggested, over": then(settled("/suggested", ".suggested-card"), fold("Over (")),
    "a suggestion": opened(LONG),
    "a suggestion, asking": then(opened(LONG), button("Ask something"), button("Send my question"), alerted),
    "a suggestion, just yes": then(
        opened("Walking group"), button("Yes, I would"), lambda page: expect(page.locator(".undo")).to_be_visible()
    ),
    "a suggestion that was sent": opened("Sent group"),
    "a suggestion on a list": opened("Waiting group"),
    "a suggestion that is full": opened("Full group"),
    "a suggestion that does not suit": opened("Other group"),
    "a place": opened("Offered group"),
    "a visit": opened("Booked group"),
    "a visit of one's own, half said": then(
        opened("Booked group"), button("I have booked"), button("Save my visit"), alerted
    ),
    "a visit, messages": then(opened("Booked group"), button("Send"), alerted),
    "an end, half said": then(opened("Booked group"), fold("It has ended"), button("Save this"), alerted),
    "a date that is off": opened("Off group"),
    "been": opened("Been group"),
    "missed": opened("Missed group"),
    "over": opened("Ended group"),
    "a programme": opened("Programme"),
    "a topic": opened("A page to read"),
    "what is new": settled("/suggested/news", ".rows .row"),
    "what is new, no answer": unanswered("**/api/notices", settled("/suggested/news", ".rows .row")),
    "support that runs": settled("/suggested/ask", "main .notice"),
    "support that runs, no answer": unanswered("**/api/referrals/mine", settled("/suggested/ask", "main .notice")),
    "sharing with support": settled("/more/sharing", ".card"),
}


def prepared(clinic: Clinic) -> str:
    """Somebody new with one suggestion in each state: gives the code for their phone."""
    somebody = clinic.newcomer("Rosalind", plan_for_every_day())
    person = somebody.person
    refer(clinic, person)
    made = {
        name: suggest(clinic, person, name=name)
        for name in (
            LONG,
            "Walking group",
            *(f"{one} group" for one in STEPS),
            "Booked group",
            "Off group",
            "Been group",
        )
    }
    suggest(clinic, person, kind="programme", thing="knee-hip", name="Programme")
    suggest(clinic, person, kind="topic", thing="pacing", name="A page to read", why=None)
    for one, kinds in STEPS.items():
        for kind in kinds:
            side = "worker" if kind in ("send", "finish") else "group"
            words = {"words": "We have no seats that suit your back, sorry."} if kind == "unsuitable" else {}
            outcome = {"outcome": "stopped"} if kind == "finish" else {}
            step(clinic, made[f"{one} group"], kind, side=side, **words, **outcome)
    for name in ("Booked group", "Off group", "Been group"):
        booked(clinic, made[name])
    step(clinic, made["Booked group"], "say", to="person", words="I will be there too.\nLook for the blue coat.")
    step(clinic, made["Booked group"], "say", to="worker", side="person", words="Thank you")
    step(clinic, made["Off group"], "off", side="group", words="The hall has no heating.")
    step(clinic, made["Been group"], "been", side="group")
    return somebody.code


STEPS: dict[str, tuple[str, ...]] = {
    "Sent": ("send",),
    "Waiting": ("send", "seen", "wait"),
    "Full": ("send", "full"),
    "Other": ("send", "unsuitable"),
    "Offered": ("send", "offer"),
    "Missed": ("send", "missed"),
    "Ended": ("send", "finish"),
}
"""What happened to a suggestion, by the first word of its name."""
