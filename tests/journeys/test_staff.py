"""Sam at the office: who joined, and codes for people and for posters."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.moving import aeroplane_mode, go_to, sees, unfold
from support.devices import Devices


@pytest.fixture
def sam(clinic: Clinic, devices: Devices) -> Page:
    """Sam's laptop, on People and codes."""
    desk = devices.desktop(base_url=clinic.url)
    desk.goto(clinic.link_of("Sam"))
    desk.get_by_role("button", name="Open the demonstration").click()
    sees(desk, "People and codes")
    return desk


def test_the_office_sees_names_and_dates_and_no_diary(sam: Page) -> None:
    row = sam.get_by_role("row", name=re.compile("Margaret"))
    expect(row).to_be_visible()
    expect(sam.get_by_text("This list has dates and no answers.")).to_be_visible()
    # when Sam tries the address of a diary
    sam.goto("/diary")
    sees(sam, "People and codes")
    expect(row).to_be_visible()
    assert not re.search(r"Pain \d", sam.locator("main").inner_text())


SHARE = """async () => {
    const { csrf } = await (await fetch("/api/me")).json();
    const answer = await fetch(`/api/shares/${crypto.randomUUID()}`, {
        method: "PUT", headers: { "Content-Type": "application/json", "X-Jointly-CSRF": csrf },
        body: JSON.stringify({ with_kind: "service", scopes: ["pain"] }),
    });
    if (!answer.ok) throw new Error(await answer.text());
}"""
"""Shares pain with the team, as the app would."""


def test_a_new_person_joins_with_a_code_and_appears(sam: Page, devices: Devices, clinic: Clinic) -> None:
    # given a code for the person in front of the desk
    sam.get_by_label("What are they called?").fill("Beryl")
    sam.get_by_role("button", name="Make a code for a new person").click()
    expect(sam.get_by_role("heading", name="A code for Beryl")).to_be_focused()
    code = sam.locator(".code-letters").inner_text()
    expect(sam.get_by_text(re.compile("It works until"))).to_be_visible()
    row = sam.get_by_role("row", name=re.compile("Beryl"))
    expect(row).to_contain_text("Not joined yet")
    # when she types it on her phone
    phone = devices.phone(base_url=clinic.url)
    phone.goto("/")
    joining.type_code(phone, code)
    expect(phone.get_by_text("It opens the record of Beryl.")).to_be_visible()
    joining.confirm(phone)
    sees(phone, "Today")
    # then Sam sees that she joined
    sam.reload()
    expect(row).to_be_visible()
    expect(row).not_to_contain_text("Not joined yet")
    # and makes no code for her next phone, with which he would be her, while she shares nothing with him
    row.get_by_role("button", name="Make a code for Beryl to open their record again").click()
    expect(sam.get_by_text(re.compile("They share nothing with you"))).to_be_visible()
    # when she does he can, and it opens the same record
    phone.evaluate(SHARE)
    row.get_by_role("button", name="Make a code for Beryl to open their record again").click()
    expect(sam.get_by_role("heading", name="A code for Beryl, to open their record again")).to_be_visible()
    second = devices.phone(base_url=clinic.url)
    joining.open_link(second, sam.locator(".code-letters").inner_text())
    joining.confirm(second)
    sees(second, "Today")
    assert joining.person(second) == joining.person(phone)


def test_a_code_for_a_poster_and_its_paper(sam: Page) -> None:
    unfold(sam, "For a poster or a group")
    sam.get_by_role("button", name="Make a code for many people").click()
    code = sam.locator(".code-letters").inner_text()
    assert re.fullmatch(r"[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}", code)
    expect(sam.locator(".code-link")).to_contain_text(f"/join#{code.replace('-', '')}")
    # and the print has the code and not the list of people
    sam.emulate_media(media="print")
    expect(sam.locator(".code-letters")).to_be_visible()
    expect(sam.get_by_role("table")).to_be_hidden()


def test_finding_and_sorting(sam: Page) -> None:
    sam.get_by_label("Find a name").fill("marg")
    expect(sam.locator("tbody tr")).to_have_count(1)
    sam.get_by_label("Find a name").fill("nobody of this name")
    expect(sam.get_by_text("Nobody here has a name like")).to_be_visible()
    sam.get_by_label("Find a name").fill("")
    by_name = sam.get_by_role("columnheader", name="Name")
    by_name.get_by_role("button").click()
    expect(by_name).to_have_attribute("aria-sort", "ascending")
    expect(sam.get_by_role("row", name=re.compile("Margaret"))).to_be_visible()
    names = [name for name in sam.locator("tbody th").all_inner_texts() if name != "No name given"]
    assert names == sorted(names, key=str.casefold)


def test_without_a_connection_the_list_is_there_with_its_age(sam: Page) -> None:
    joining.ready_for_no_signal(sam, "/api/people", "/api/caseload")
    aeroplane_mode(sam)
    sam.reload()
    sees(sam, "People and codes")
    expect(sam.get_by_text(re.compile("No signal. This is as it was at \\d"))).to_be_visible()
    expect(sam.get_by_role("row", name=re.compile("Margaret"))).to_be_visible()
    # and with one again it is as it is now
    aeroplane_mode(sam, False)
    expect(sam.get_by_text("No signal. This is as it was")).to_have_count(0)
    expect(sam.get_by_role("row", name=re.compile("Margaret"))).to_be_visible()


def test_without_a_connection_half_an_hour_later_nobody_is_shown(sam: Page) -> None:
    joining.ready_for_no_signal(sam, "/api/people", "/api/caseload")
    aeroplane_mode(sam)
    # given that nobody was at work here for longer than the service lets a desk be idle
    sam.clock.set_fixed_time(datetime.now(UTC) + timedelta(minutes=31))
    sam.reload()
    sees(sam, "People and codes")
    expect(sam.get_by_text("You are not connected. The list and new codes need a connection.")).to_be_visible()
    assert "Margaret" not in sam.locator("main").inner_text()


def test_the_two_places_of_the_office(sam: Page) -> None:
    go_to(sam, "More")
    sees(sam, "More")
    expect(sam.get_by_role("link", name="Diary")).to_have_count(0)
    go_to(sam, "People")
    sees(sam, "People and codes")
