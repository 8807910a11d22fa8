"""The screens of referrals that arrive, in every state that looks different: the form, who waits, and who may refer."""

from playwright.sync_api import Page, expect

from journeys.viewing import View, at, button, choose, fill, in_trouble, settled, then, unsent

LOOK, NEW, COUNT = "**/api/refer/look", "**/api/referrals/new", "**/api/referrals/new/count"


def alerted(page: Page) -> None:
    """Something is missing or wrong, and it says so."""
    expect(page.get_by_role("alert").first).to_be_visible()


def known_code(page: Page) -> None:
    """As if a GP surgery had been given this code."""
    page.route(LOOK, lambda route: route.fulfill(json={"name": "Thornbeck Surgery", "service": "Jointly"}))


def two_arrived(page: Page) -> None:
    """As if two had been referred whom nobody has taken on: one in full, one by a name alone."""
    nobody = "00000000-0000-4000-8000-00000000000"
    details = {"given_name": "Oluwaseun", "family_name": "Featherstonehaugh-Cholmondeley", "agreed": "asked"}
    details |= {"born_on": "1951-03-04", "nhs_number": "9990000018", "phone": "07700 900123", "postcode": "LS29 0VM"}
    details |= {"organisation": "Thornbeck Surgery", "reason": "Sore knees, on her own a lot"}
    one = {"id": f"{nobody}1", "person": f"{nobody}2", "called": "Oluwaseun", "source": "practice", "state": "received"}
    one |= {"received_at": "2026-11-10T09:00:00Z", "next_on": "2026-11-12", "number": "ABC-123", "details": details}
    alike = {"person": f"{nobody}3", "called": "Olu", "alike": ["nhs", "born"], "open": True}
    two = one | {"id": f"{nobody}4", "source": "self", "details": None, "next_on": None, "called": None}
    arrivals = [one | {"same_as": [alike]}, two | {"same_as": []}]
    page.route(NEW, lambda route: route.fulfill(json={"arrivals": arrivals}))
    waiting = {"count": len(arrivals), "since": one["received_at"]}
    page.route(COUNT, lambda route: route.fulfill(json=waiting))


def nobody_waits(page: Page) -> None:
    """As if everybody who was referred had been taken on."""
    page.route(NEW, lambda route: route.fulfill(json={"arrivals": []}))


def nobody_else(page: Page) -> None:
    """Only who really was referred."""
    page.unroute(NEW)
    page.unroute(COUNT)


REFERRING: dict[str, View] = {
    "refer, a wrong code": then(at("/refer"), fill("Referrer’s code", "ABCD-EFGH"), button("Open the form"), alerted),
    "refer": then(known_code, at("/refer"), fill("Referrer’s code", "ABCD-EFGH"), button("Open the form")),
    "refer, half filled in": then(
        fill("First name", "Ada"), button("Send the referral"), alerted, lambda page: page.unroute(LOOK)
    ),
    "answer by a link": then(at("/answer"), fill("Code", "ABC1"), button("Look")),
    "answer by a link, no answer": unsent("**/api/answer/look", then(at("/refer"), at("/answer#ABC1"))),
    "refer, no answer": unsent(
        LOOK, then(at("/refer"), fill("Referrer’s code", "ABCD-EFGH"), button("Open the form"), alerted)
    ),
}

ARRIVED: dict[str, View] = {
    "new referrals, none": then(nobody_waits, settled("/arrivals", ".empty")),
    "people, somebody arrived": then(two_arrived, settled("/people", "a[href='/arrivals']")),
    "new referrals": settled("/arrivals", "article"),
    "new referrals, the same person": button("The same person"),
    **in_trouble("new referrals", NEW, at("/arrivals")),
    "a referral to write down": then(nobody_else, at("/arrivals/new"), choose("Another service")),
    "a referral half written down": then(button("Send the referral"), alerted),
}

REFERRERS: dict[str, View] = {
    "who may refer": settled("/referrers", "main input"),
    "who refers, no name": then(button("Make a code"), alerted),
    "who refers": then(
        fill("What it is called", "Llanfairpwllgwyngyll Surgery"),
        button("Make a code"),
        lambda page: expect(page.locator("li.row.card", has_text="Llanfair")).to_be_visible(),
    ),
}
