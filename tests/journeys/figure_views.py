"""The figures of a service, in every state that looks different."""

from playwright.sync_api import expect

from journeys.viewing import View, at, in_trouble, settled, then

FIGURES: dict[str, View] = {
    **in_trouble("figures", "**/api/reports", at("/figures")),
    "figures": settled("/figures", ".figure-table"),
    "figures split": then(
        settled("/figures", ".figure-table"),
        lambda page: page.get_by_label("Split by").select_option(label="Age"),
        lambda page: page.get_by_role("button", name="Arrived").click(),
        lambda page: expect(page.get_by_text("within 12 weeks of the day the referral came")).to_be_visible(),
    ),
}
