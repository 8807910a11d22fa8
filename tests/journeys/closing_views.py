"""The message at the end of somebody's support, as the worker and as the person see it."""

from playwright.sync_api import expect

from journeys.supporting_views import follow, heading, support
from journeys.viewing import View, at, button, fold, in_trouble, link, settled, then

MESSAGE = then(
    support,
    follow("The whole referral"),
    fold("Earlier:"),
    follow("Message at the end"),
    heading("Message at the end"),
    lambda page: expect(page.locator(".letter").first).to_be_visible(),
)
AGAIN = then(lambda page: page.reload(), heading("Message at the end"))

CLOSING: dict[str, View] = {
    "support message": MESSAGE,
    **in_trouble("support message", "**/api/referrals/*/closing", AGAIN),
    "support message asks": then(
        MESSAGE,
        fold("What helped"),
        fold("Names and numbers"),
        button("Ask for something"),
        button("Finish the message again"),
    ),
}
OWN_CLOSING: dict[str, View] = {
    "own letter": then(
        at("/suggested/ask"),
        link("Read the letter from your team"),
        lambda page: expect(page.locator(".letter")).to_be_visible(),
    ),
    **in_trouble("own letter", "**/api/referrals/mine/*/closing", at("/closing/00000000-0000-4000-8000-000000000000")),
    "own letter none": settled("/closing/00000000-0000-4000-8000-000000000000", ".empty"),
}
