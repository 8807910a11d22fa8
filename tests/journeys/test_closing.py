"""An episode ends: the worker writes to the practice and to the person, reads both letters, and she reads hers."""

import io
import re
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from journeys.clinic import Clinic
from journeys.steps.joining import put_off, ready_for_no_signal
from journeys.steps.moving import aeroplane_mode, sees, unfold
from journeys.steps.working import at_work, open_diary
from support.devices import Devices
from support.fhir import resources, snomed


@pytest.fixture
def sam(own_clinic: Clinic, devices: Devices) -> Page:
    """Sam's desk."""
    return at_work(devices.desktop(base_url=own_clinic.url), own_clinic, "Sam", "People and codes")


def end_support(page: Page) -> None:
    """From the list of people to the referral that ends, and to its message."""
    open_diary(page, "Margaret")
    page.get_by_role("link", name="Support and social prescribing").click()
    sees(page, "Support for Margaret")
    page.get_by_role("link", name="The whole referral").click()
    unfold(page, "End the support")
    page.get_by_role("radio", name="They reached some of it").check()
    page.get_by_label("What helped?").fill("Somebody at the door.")
    page.get_by_label("What did not help?").fill("The early bus.")
    page.get_by_role("button", name="End the support").click()
    sees(page, "Support for Margaret")
    page.get_by_role("link", name="The whole referral").click()
    page.locator("summary", has_text="Earlier:").first.click()
    page.get_by_role("link", name="Message at the end").first.click()
    sees(page, "Message at the end: Margaret")


def taken(page: Page, name: str, folder: Path) -> bytes:
    """The file that a button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile(f"^{name}")).first.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes()


def test_a_message_is_read_finished_taken_away_and_read_by_its_person(
    sam: Page, own_clinic: Clinic, devices: Devices, tmp_path: Path
) -> None:
    end_support(sam)
    # what is missing stands first, and leads to where it is written
    missing = sam.locator(".closing-missing").first
    expect(missing.get_by_role("link", name="About the person: Date of birth: this is missing.")).to_be_visible()
    sam.get_by_role("button", name="Finish the message").click()
    expect(sam.get_by_text("Something is missing. Look at the list at the top.")).to_be_visible()
    sam.get_by_label("Family name", exact=True).fill("Illustration")
    sam.get_by_label("Date of birth").fill("1952-05-04")
    sam.get_by_label("Code of the GP surgery").fill("V81999")
    expect(missing).to_have_count(0)
    # what is written stands in the letters
    sam.get_by_role("button", name="Ask for something").click()
    sam.get_by_label("Of the practice and others").fill("Please look at her painkillers.")
    sam.get_by_label("First words to Margaret").fill("Thank you for coming with us.")
    letters = sam.locator(".letter")
    expect(letters.first).to_contain_text("Please look at her painkillers.")
    expect(letters.last).to_contain_text("Thank you for coming with us.")
    expect(letters.last).not_to_contain_text("painkillers")
    expect(letters.last).to_contain_text("The early bus.")
    # it does not go unread
    sam.get_by_role("button", name="Finish the message").click()
    expect(sam.get_by_text("Read both letters first, and say so.")).to_be_visible()
    sam.get_by_label("I have read both letters, and they may go").check()
    sam.get_by_role("button", name="Finish the message").click()
    expect(sam.get_by_role("heading", name="Ready to send")).to_be_visible()
    # the practice gets it as a tagged PDF, or as a FHIR document
    pdf = PdfReader(io.BytesIO(taken(sam, "Take the PDF", tmp_path)))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Please look at her painkillers." in " ".join(page.extract_text() for page in pdf.pages)
    document = Bundle.model_validate_json(taken(sam, "Take the FHIR file", tmp_path)).model_dump(mode="json")
    assert resources(document, "Composition")[0]["status"] == "final"
    assert ("ServiceRequest", "871731000000106") in snomed(document)
    # on paper there is the one letter, and nothing of the form
    sam.emulate_media(media="print")
    expect(letters.first).to_be_visible()
    expect(letters.last).to_be_hidden()
    expect(sam.get_by_label("What happened, in short")).to_be_hidden()
    # and Margaret reads hers, without a signal too
    margaret = devices.phone(base_url=own_clinic.url)
    margaret.goto(own_clinic.link_of("Margaret"))
    margaret.get_by_role("button", name="Open the demonstration").click()
    put_off(margaret)
    margaret.goto("/suggested/news")
    margaret.get_by_role("link", name=re.compile("A letter for you")).first.click()
    sees(margaret, "What we did together: for Margaret")
    expect(margaret.get_by_text("Thank you for coming with us.")).to_be_visible()
    expect(margaret.get_by_text("Risks")).to_have_count(0)
    ready_for_no_signal(margaret, f"closing {margaret.url.rpartition('/')[2]}")
    aeroplane_mode(margaret)
    margaret.goto("/suggested/ask")
    margaret.go_back()
    expect(margaret.get_by_text("Thank you for coming with us.")).to_be_visible()


def test_the_letter_of_an_earlier_time_is_under_ones_support(own_clinic: Clinic, devices: Devices) -> None:
    margaret = devices.phone(base_url=own_clinic.url)
    margaret.goto(own_clinic.link_of("Margaret"))
    margaret.get_by_role("button", name="Open the demonstration").click()
    put_off(margaret)
    margaret.goto("/suggested/ask")
    margaret.get_by_role("link", name="Read the letter from your team").click()
    sees(margaret, "What we did together: for Margaret")
    expect(margaret.get_by_text("You did the hardest part")).to_be_visible()
