"""The screens of somebody's support, in every state that looks different, for those who look at all of them."""

import re

from playwright.sync_api import Page, expect

from journeys.viewing import View, at, button, fill, fold, in_trouble, then, unanswered


def support(page: Page) -> None:
    """From the list of people to the record of Margaret's support."""
    at("/people")(page)
    page.get_by_role("link", name="Margaret", exact=True).first.click()
    page.get_by_role("link", name="Support and social prescribing").click()
    expect(page.get_by_role("heading", name="Support for Margaret")).to_be_visible()
    expect(page.get_by_role("link", name="Check-ins and scores")).to_be_visible()


def follow(name: str) -> View:
    """Follow the first link whose words begin like this."""
    return lambda page: page.get_by_role("link", name=re.compile(f"^{name}")).first.click()


def tap(words: str) -> View:
    """Tap a choice by its words."""
    return lambda page: page.get_by_text(words, exact=True).first.click()


def heading(words: str) -> View:
    """Once a screen has come."""
    return lambda page: expect(page.get_by_role("heading", level=1, name=re.compile(words))).to_be_visible()


def kept(page: Page) -> None:
    """What the device keeps is shown, with how old it is."""
    expect(page.get_by_text(re.compile("This is as it was at"))).to_be_visible()


SUGGEST = then(support, follow("Suggest something"), lambda page: expect(page.locator(".near-found")).to_be_visible())
HANDS = then(support, follow("Hands and a chat"), heading("Hands and a chat"))
WALK = then(support, follow("Beckside walk"), heading("Beckside walk"))

SUPPORTING: dict[str, View] = {
    "support": support,
    "support, from this device": unanswered("**/api/people/**", then(lambda page: page.reload(), kept)),
    "support task": then(support, fold("Add a task"), button("Save this task")),
    "support contact": then(support, follow("Record a contact"), fold("Add words")),
    "support measure": then(support, follow("Ask well-being questions"), heading("Questions for Margaret")),
    "support part": then(support, follow("Change: Risks"), heading("Risks"), tap("No known risks"), button("Save")),
    "support travel": then(support, follow("Change: Getting there"), heading("Getting there")),
    "support referral": then(
        support,
        follow("The whole referral"),
        *[fold(words) for words in ("Set the next date", "Hand this over", "Give details only", "Add a note")],
        fold("End the support"),
        button("End the support"),
    ),
    "support suggest": then(SUGGEST, fold("Change what you look for")),
    "support suggest one": then(SUGGEST, follow("Suggest Pain"), heading("Suggest Pain"), fold("All about it")),
    "support suggest topic": then(SUGGEST, follow("Something to read"), fill("Find something to read", "pacing")),
    "support suggest check-in": then(SUGGEST, follow("A check-in"), heading("Suggest something")),
    "support shortlist": then(SUGGEST, button("Put Pain café on the shortlist"), follow("Shortlist: 1")),
    "support told": then(
        HANDS, fold("Write down what the group said"), tap("There is a place"), fold("Write a message"), button("Send")
    ),
    "support tell": then(WALK, fold("Tell the group"), button("Tell the group"), fold("Book the first visit")),
    "support over": then(WALK, fold("It is over"), button("It is over"), tap("What the group sees")),
    **in_trouble("support", "**/api/people/*/support", at("/person/00000000-0000-4000-8000-000000000000/support")),
    "support nobody": at("/person/00000000-0000-4000-8000-000000000000/support"),
}
