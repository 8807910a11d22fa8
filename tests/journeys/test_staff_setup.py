"""Priya sets the service up, and a person's phone shows it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.moving import sees, unfold
from journeys.steps.working import at_work, make_passkey, with_passkeys
from support.devices import Devices


@pytest.fixture
def priya(own_clinic: Clinic, devices: Devices) -> Page:
    """The lead's laptop, on Your service."""
    return at_work(devices.desktop(base_url=own_clinic.url), own_clinic, "Priya", "Your service")


def test_name_and_helpline_reach_a_phone(priya: Page, own_clinic: Clinic, devices: Devices) -> None:
    # given a name, and colours that can be read
    priya.get_by_role("link", name="Name and colours").click()
    priya.get_by_label("Name of the service").fill("Hackney Joints")
    colour = priya.get_by_label("Main colour", exact=True)
    colour.fill("#dddddd")
    expect(priya.get_by_text("Too faint: many could not read it.")).to_be_visible()
    priya.get_by_role("button", name="Save name and colours").click()
    expect(colour).to_be_focused()
    colour.fill("#2b3a67")
    expect(priya.get_by_text("Easy to read.").first).to_be_visible()
    priya.get_by_role("button", name="Save name and colours").click()
    expect(priya.locator(".notice", has_text="Saved.")).to_be_visible()
    # and a helpline, of which a number is asked
    priya.goto("/service/helplines")
    priya.get_by_role("button", name="Add a helpline").click()
    priya.get_by_label("Name").fill("Night line")
    priya.get_by_role("button", name="Save helplines").click()
    expect(priya.get_by_text("Write a phone number or a website")).to_be_visible()
    priya.get_by_label("Phone number").fill("0808 808 8000")
    priya.get_by_role("button", name="Save helplines").click()
    expect(priya.locator(".notice", has_text="Saved.")).to_be_visible()
    # then somebody who joins sees both
    phone = devices.phone(base_url=own_clinic.url)
    joining.open_link(phone, own_clinic.person_code("Beryl"))
    expect(phone.get_by_text("This code is from Hackney Joints.")).to_be_visible()
    joining.confirm(phone)
    expect(phone.locator(".header .name")).to_contain_text("Hackney Joints")
    phone.goto("/stop")
    expect(phone.get_by_role("link", name="0808 808 8000")).to_be_visible()
    # and the service's own audit says that it was done
    priya.goto("/service/audit")
    expect(priya.locator(".row", has_text="Changed the set-up").first).to_contain_text("Priya")


def test_what_the_notices_lack_is_counted_until_it_is_written(priya: Page) -> None:
    expect(priya.get_by_role("link", name="Privacy notice")).to_contain_text("6 things are still missing")
    priya.goto("/service/privacy")
    priya.get_by_label("Who is responsible for the data").fill("Hackney Joints, 1 High Street")
    expect(priya.get_by_text("5 things are still missing")).to_be_visible()
    priya.get_by_role("button", name="Save", exact=True).click()
    expect(priya.locator(".notice", has_text="Saved.")).to_be_visible()
    priya.goto("/service")
    expect(priya.get_by_role("link", name="Privacy notice")).to_contain_text("5 things are still missing")


def test_an_organisation_and_who_welcomes_people_there(
    priya: Page, own_clinic: Clinic, devices: Devices, axe: Callable[[Page], None]
) -> None:
    priya.goto("/service/organisations")
    priya.get_by_label("Name of the organisation").fill("Britannia Leisure Centre")
    priya.get_by_role("button", name="Add it").click()
    unfold(priya, "Invite somebody at Britannia Leisure Centre")
    britannia = priya.locator(".card", has=priya.get_by_role("heading", name="Britannia Leisure Centre"))
    britannia.get_by_label("Their name").fill("Ade")
    britannia.get_by_role("button", name="Make an invitation").click()
    expect(priya.get_by_role("heading", name="An invitation for Ade")).to_be_focused()
    # when Ade opens it
    tablet = devices.phone(base_url=own_clinic.url)
    with_passkeys(tablet)
    make_passkey(tablet, priya.locator(".code-link").inner_text())
    # then Ade sees who was sent on, and no diary
    sees(tablet, "What you run")
    tablet.get_by_role("link", name="People who share with you").click()
    sees(tablet, "People who share with you")
    expect(tablet.get_by_text("Nobody yet")).to_be_visible()
    axe(tablet)
    tablet.goto("/people")
    sees(tablet, "What you run")
    # and nobody any more once the service stops working with them
    priya.reload()
    unfold(priya, "Stop working with Britannia Leisure Centre")
    priya.get_by_role("button", name="Stop working with Britannia Leisure Centre").click()
    expect(priya.get_by_text("You work with them no more.")).to_be_visible()
    tablet.reload()
    sees(tablet, "Sign in")
