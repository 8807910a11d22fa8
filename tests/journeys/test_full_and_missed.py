"""When it does not go well at first: a full group, and somebody who did not come. Each on a device of their own."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import eventually
from journeys.steps.moving import unfold
from journeys.steps.welcoming import Welcome
from journeys.steps.working import at_work
from journeys.test_inbox import open_one
from support.devices import Devices

TABLET = {"width": 820, "height": 1180}


@pytest.fixture
def sam(clinic: Clinic, devices: Devices) -> Page:
    """Sam's tablet."""
    return at_work(devices.desktop(base_url=clinic.url, viewport=TABLET), clinic, "Sam", "People and codes")


def answers(jo: Page, button: str, words: str) -> None:
    """The group answers, with a few words that the person reads."""
    jo.get_by_role("button", name=button, exact=True).click()
    jo.get_by_label("Anything else?").fill(words)
    jo.get_by_role("button", name="Send", exact=True).first.click()
    expect(jo.get_by_role("button", name=button, exact=True)).to_have_count(0)
    expect(jo.get_by_text(words)).to_be_visible()


def hears(phone: Page, name: str) -> Locator:
    """The suggestion on somebody's Today, once their phone has heard what is new."""
    phone.evaluate("() => window.dispatchEvent(new Event('online'))")
    return phone.locator(".suggested-card", has_text=name)


def listed(sam: Page, name: str) -> Locator:
    """Somebody's row on the worker's list, with why they are there."""
    sam.goto("/people")
    return sam.get_by_role("row", name=re.compile(name))


def state_of(clinic: Clinic, person: str, made: str) -> str:
    """Where a suggestion of somebody stands, as the service has it."""
    suggestions = clinic.sam.get(f"/api/people/{person}/support").raise_for_status().json()["prescriptions"]
    return next(one["state"] for one in suggestions if one["id"] == made)


def open_suggestion(sam: Page, person: str, made: str, name: str) -> None:
    sam.goto(f"/person/{person}/support/suggested/{made}")
    expect(sam.get_by_role("heading", level=1, name=name)).to_be_visible()


def test_a_group_is_full_and_has_a_place_later(clinic: Clinic, devices: Devices, sam: Page) -> None:
    welcome = Welcome(clinic)
    flo, made = welcome.sent("Flo Marsh")
    phone = joining.signed_in(devices.phone(base_url=clinic.url), flo.code)
    jo = welcome.at_the_door(devices.phone(base_url=clinic.url))
    open_one(jo, "Flo Marsh")
    # first there is a waiting list: she and her worker read it, and how long it may take
    answers(jo, "Waiting list", "About 3 weeks.")
    card = hears(phone, welcome.session)
    expect(card).to_contain_text("You are on the waiting list of Thornbeck Pain Neighbours.")
    open_suggestion(sam, flo.person, made, welcome.session)
    expect(sam.locator(".support-now")).to_contain_text("On the waiting list.")
    expect(sam.locator(".support-steps")).to_contain_text("About 3 weeks.")
    # then there is no place at all: it is not for her to mend, and the list says whose turn it is
    answers(jo, "We are full", "Perhaps in spring.")
    expect(hears(phone, welcome.session)).to_contain_text("Sam will look with you for something else.")
    card.click()
    expect(phone.get_by_text("“Perhaps in spring.”")).to_be_visible()
    expect(listed(sam, "Flo Marsh")).to_contain_text(f"The group cannot take them for “{welcome.session}”")
    # the worker suggests something else, from there
    open_suggestion(sam, flo.person, made, welcome.session)
    sam.get_by_role("link", name="Suggest something else").click()
    sam.get_by_role("link", name="Something to read", exact=True).click()
    row = sam.locator(".rows a", has_text="Pacing").first
    other = row.locator(".what").inner_text()
    row.click()
    sam.get_by_role("button", name="Suggest it to Flo Marsh").click()
    expect(sam.locator(".undo")).to_contain_text(f"{other} is on the phone of Flo Marsh")
    phone.goto("/")
    expect(hears(phone, other)).to_contain_text("It waits for your answer. There is no hurry.")
    # so nobody is told any more to find something else
    row = listed(sam, "Flo Marsh")
    expect(row).to_contain_text("Is being supported.")
    expect(row).not_to_contain_text("cannot take them")
    # weeks later the group has a place after all, and she takes it
    jo.get_by_role("button", name="Offer a place").click()
    jo.get_by_role("button", name="Send", exact=True).first.click()
    expect(jo.get_by_text("You offered a place").first).to_be_visible()
    card = hears(phone, welcome.session)
    expect(card).to_contain_text("has a place for you:")
    card.click()
    phone.get_by_role("button", name="Take this place").click()
    expect(phone.locator(".notice").first).to_contain_text("Your visit:")
    phone.goto("/")
    expect(hears(phone, welcome.session)).to_contain_text("Your visit:")
    eventually(phone, lambda: state_of(clinic, flo.person, made) == "booked")  # it is on her phone before it is sent
    jo.reload()
    expect(jo.get_by_text("A visit is booked").first).to_be_visible()
    open_suggestion(sam, flo.person, made, welcome.session)
    expect(sam.locator(".support-now")).to_contain_text("The first visit is booked.")


def test_somebody_who_did_not_come_is_met_kindly_and_comes(clinic: Clinic, devices: Devices, sam: Page) -> None:
    welcome = Welcome(clinic)
    dot, made = welcome.sent("Dot Vale")
    welcome.booked_yesterday(made)
    phone = joining.signed_in(devices.phone(base_url=clinic.url), dot.code)
    jo = welcome.at_the_door(devices.phone(base_url=clinic.url))
    # given a visit of yesterday: the group says in its register that she did not come
    register(jo, welcome, 0, taps=2)
    # then she reads no blame, and that she can try again
    card = hears(phone, welcome.session)
    expect(card).to_contain_text("You could not go. That happens. You can try again.")
    expect(card).to_contain_text("Write to your team, or try again")
    card.click()
    expect(phone.locator(".suggested-steps")).to_contain_text("You could not go")
    expect(phone.locator("main")).not_to_contain_text(re.compile("did not come|missed", re.IGNORECASE))
    # and it is why she is on the worker's list, who writes kindly; the words are there to begin with
    expect(listed(sam, "Dot Vale")).to_contain_text(f"Missed a visit to “{welcome.session}”.")
    open_suggestion(sam, dot.person, made, welcome.session)
    unfold(sam, "Write a message")
    expect(sam.get_by_label("Your message")).to_have_value(re.compile("That is all right: it is hard to start."))
    sam.get_by_role("button", name="Send", exact=True).click()
    expect(sam.locator(".support-steps")).to_contain_text("You wrote to Dot Vale")
    expect(sam.get_by_label("Your message")).to_have_value("")
    phone.evaluate("() => window.dispatchEvent(new Event('online'))")
    expect(phone.locator(".suggested-thread")).to_contain_text("That is all right: it is hard to start.")
    # they speak, and find another day
    sam.goto(f"/person/{dot.person}/support/contact")
    sam.get_by_text("Seeing people", exact=True).click()
    sam.get_by_role("button", name="Save this contact").click()
    expect(sam.get_by_text("Talked about: Seeing people")).to_be_visible()
    open_suggestion(sam, dot.person, made, welcome.session)
    unfold(sam, "Book another visit")
    expect(sam.get_by_label("Day and time").first).to_have_value("")
    sam.get_by_label("Day and time").first.fill(f"{welcome.start:%Y-%m-%dT%H:%M}")
    sam.get_by_label("Who meets them?").first.fill("Jo, at the gate")
    sam.get_by_role("button", name="Book it").click()
    expect(sam.locator(".support-now")).to_contain_text("visit is booked.")
    expect(listed(sam, "Dot Vale")).not_to_contain_text("Missed")
    phone.goto("/")
    expect(hears(phone, welcome.session)).to_contain_text("Your visit:")
    # and this time she comes
    register(jo, welcome, 1, taps=1)
    expect(hears(phone, welcome.session)).to_contain_text("You have been once.")
    open_suggestion(sam, dot.person, made, welcome.session)
    expect(sam.locator(".support-now")).to_contain_text("Went 1 time.")


def register(jo: Page, welcome: Welcome, session: int, *, taps: int) -> None:
    """Jo taps the one name of the first or second session: once for "came", twice for "did not come"."""
    jo.goto("/organisation/register")
    jo.locator(".rows .row").filter(has_text=welcome.session).nth(session).click()
    # as fast as any thumb: none of the taps has been drawn when the next one comes
    jo.locator(".tick").filter(has_text="Dot V.").evaluate("(name, taps) => { while (taps--) name.click(); }", taps)
    expect(jo.locator(".tick")).to_contain_text("Came" if taps == 1 else "Did not come")
    expect(jo.get_by_text("All marks have been sent.")).to_be_visible()
