"""Sam opens what people share, writes for them, and in an emergency opens what they do not share."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import choose_score
from journeys.steps.moving import aeroplane_mode, sees
from journeys.steps.working import at_work, break_glass, open_diary
from support.devices import Devices


@pytest.fixture
def sam(own_clinic: Clinic, devices: Devices) -> Page:
    """Sam's tablet."""
    return at_work(devices.phone(base_url=own_clinic.url), own_clinic, "Sam", "People and codes")


def test_a_shared_diary_opens_with_consent_and_preferences_first(sam: Page, own_clinic: Clinic) -> None:
    before = looks_of_sam(own_clinic)
    open_diary(sam, "Margaret")
    sees(sam, "Margaret")
    # then what she agreed to, and what she did not say, is above everything else
    top = sam.get_by_role("region", name="What they agreed to")
    expect(top).to_contain_text("pain, exercise, check-ins, notes")
    expect(top).to_contain_text(re.compile("Until\\s*(they stop it|\\d)"))
    expect(top).to_contain_text(re.compile("Language\\s*not said"))
    assert top.bounding_box()["y"] < sam.get_by_role("heading", name="The last weeks").bounding_box()["y"]
    # and below it her pain and her exercises
    expect(sam.get_by_text(re.compile("Pain was written down \\d+ times"))).to_be_visible()
    expect(sam.get_by_text("Written by Margaret").first).to_be_visible()
    # and she can read that it was opened
    assert looks_of_sam(own_clinic) == before + 1


def looks_of_sam(clinic: Clinic) -> int:
    """How often Margaret can read that Sam opened her diary."""
    return sum(row["action"] == "read" and row["called"] == "Sam" for row in clinic.access_log("Margaret"))


def test_writing_from_a_paper_diary_loses_nothing(sam: Page, own_clinic: Clinic) -> None:
    open_diary(sam, "Margaret")
    sam.get_by_role("button", name="Write for Margaret").click()
    # when something is not said yet, it says what
    sam.get_by_role("button", name="Save for Margaret").click()
    expect(sam.get_by_text("Choose where it comes from")).to_be_visible()
    sam.get_by_role("radio", name="It is in their paper diary").check()
    sam.get_by_role("radio", name="Pain", exact=True).check()
    sam.get_by_role("radio", name="Yesterday").check()
    choose_score(sam, 9)
    sam.get_by_label("Anything they added?").fill("Stairs at church")
    # when there is no connection, the form keeps it all
    aeroplane_mode(sam)
    sam.get_by_role("button", name="Save for Margaret").click()
    expect(sam.get_by_role("alert")).to_contain_text("All of it is still here")
    expect(sam.get_by_label("Anything they added?")).to_have_value("Stairs at church")
    aeroplane_mode(sam, False)
    sam.get_by_role("button", name="Save for Margaret").click()
    expect(sam.get_by_role("heading", name="Saved for Margaret")).to_be_visible()
    # then the next entry from the same paper begins with the same day
    expect(sam.get_by_role("radio", name="It is in their paper diary")).to_be_checked()
    expect(sam.get_by_role("radio", name="Yesterday")).to_be_checked()
    sam.get_by_role("radio", name="An exercise").check()
    sam.get_by_label("Which exercise?").select_option("sit-to-stand")
    sam.get_by_role("radio", name="Done", exact=True).check()
    sam.get_by_role("button", name="Save for Margaret").click()
    expect(sam.locator(".saved-list li")).to_have_count(2)
    sam.get_by_role("button", name="Finished").click()
    # and both are on the page, with who wrote them and how
    line = sam.locator(".written li", has_text="Pain 9 out of 10")
    expect(line).to_contain_text("Stairs at church")
    expect(line).to_contain_text("Written by Sam, from paper")
    # and in her own record, once
    margaret = own_clinic.person_called("Margaret")
    [pain] = [row for row in own_clinic.entries_of(margaret, "pain") if row["body"].get("note") == "Stairs at church"]
    assert (pain["how"], pain["body"]["score"], pain["picked"]) == ("paper", 9, True)


def test_a_diary_that_is_not_shared_stays_closed_but_in_an_emergency(sam: Page, own_clinic: Clinic) -> None:
    open_diary(sam, "Dev")
    sees(sam, "This diary is not shared with you")
    expect(sam.get_by_text("On their phone they open More, then “Who can see my diary”.")).to_be_visible()
    # when the reason is too short, it is not opened
    break_glass(sam, "help")
    expect(sam.get_by_role("alert")).to_contain_text("at least 10 letters")
    break_glass(sam, "Found on the floor, cannot speak")
    # then it opens, says so, and Dev can read why
    sees(sam, "Dev")
    expect(sam.get_by_text("You opened this in an emergency.")).to_be_visible()
    expect(sam.get_by_role("button", name="Write for Dev")).to_have_count(0)
    assert "broke-glass" in {row["action"] for row in own_clinic.access_log("Dev") if row["called"] == "Sam"}


def test_without_a_connection_nothing_of_anybody_is_shown(sam: Page) -> None:
    open_diary(sam, "Margaret")
    sees(sam, "Margaret")
    joining.ready_for_no_signal(sam)
    aeroplane_mode(sam)
    sam.reload()
    expect(sam.get_by_text("You are not connected. This page needs a connection.")).to_be_visible()
    assert "Pain" not in sam.locator("main").inner_text()
    aeroplane_mode(sam, False)
    sees(sam, "Margaret")
