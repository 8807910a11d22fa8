"""The screens of what is on near me, in every state that looks different, from a phone that never looked before."""

from playwright.sync_api import expect

from journeys.steps.moving import unfold
from journeys.viewing import View, at, button, fill, link, settled, then

SHOW = "Show what’s on"

NEAR: dict[str, View] = {
    "what is on, from nowhere yet": settled("/near", "main form"),
    "what is on, from no postcode": then(
        fill("Your postcode", "Xyzzyville"),
        button(SHOW),
        lambda page: expect(page.get_by_role("alert")).to_be_visible(),
    ),
    "what is on, from which place": then(
        fill("Your postcode", "Newport"),
        button(SHOW),
        lambda page: expect(page.get_by_role("button", name="Newport, Isle of Wight (PO)")).to_be_visible(),
    ),
    "what is on": then(
        fill("Your postcode", "LS29"),
        button(SHOW),
        lambda page: expect(page.locator(".rows .row").first).to_be_visible(),
    ),
    "what is on, all choices": lambda page: [unfold(page, words) for words in ("Days and times", "More choices")],
    "what is on, nothing": then(
        lambda page: page.get_by_role("checkbox", name="Free", exact=True).check(),
        lambda page: page.get_by_role("checkbox", name="Men only", exact=True).check(),
    ),
    "a listing": then(
        settled("/near", ".rows .row"),
        lambda page: page.get_by_role("link", name="Pain café").click(),
        lambda page: expect(page.locator("h2").first).to_be_visible(),
    ),
    "a listing saved": then(
        button("Save"), lambda page: expect(page.get_by_text("Saved. Take it off")).to_be_visible()
    ),
    "it was not on": then(
        link("It wasn’t on, or something is wrong"),
        button("Send"),
        lambda page: expect(page.get_by_role("alert")).to_be_visible(),
    ),
    "what was saved": settled("/near/saved", ".rows .row"),
    "no such listing": at("/near/0197a000-0000-7000-8000-000000000000"),
}
