"""What a check-in asks: nobody the same twice, no score of a form, and where the last part leads."""

import re

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import FIRST, checked_in, numbers, on_a_pathway, part
from journeys.steps.moving import sees
from support.devices import Devices


def phone_of(clinic: Clinic, devices: Devices, *entries: dict) -> Page:
    """The phone of somebody who wrote these entries before."""
    return joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Rose", *entries).code)


def test_nobody_is_asked_the_same_twice_nor_for_the_score_of_a_form(clinic: Clinic, devices: Devices) -> None:
    phone = phone_of(clinic, devices, on_a_pathway(days_ago=0, extra=("phq-9", "gad-7")))
    phone.goto(FIRST)
    expect(phone.locator(".rows")).to_contain_text("PHQ-9")
    expect(phone.locator(".rows")).to_contain_text("GAD-7")
    expect(phone.locator(".rows")).not_to_contain_text("PHQ-4")
    expect(phone.locator(".rows")).not_to_contain_text("MSK-HQ")


def test_after_the_last_part_the_main_way_is_to_the_end(clinic: Clinic, devices: Devices) -> None:
    phone = phone_of(
        clinic, devices, on_a_pathway(days_ago=0), checked_in("baseline", days_ago=0, pain=4, state="open")
    )
    # given every part but this one, left for later
    phone.goto(FIRST)
    expect(phone.locator(".rows .what").first).to_be_visible()
    for name in phone.locator(".rows .row:not(.done) .what").all_inner_texts():
        if name != "How sure you are of your plan":
            part(phone, name)
            phone.get_by_role("button", name=re.compile("Leave this for later|I have seen this")).click()
            expect(phone.get_by_role("heading", level=1)).not_to_have_text(name)
            phone.goto(FIRST)
    part(phone, "How sure you are of your plan")
    numbers(phone, 8)
    expect(phone.locator(".thumb")).to_have_text("Go to the end")
    expect(phone.get_by_role("link", name="See all parts")).to_have_count(1)
    phone.get_by_role("link", name="Go to the end").click()
    sees(phone, "Finish this check-in")
