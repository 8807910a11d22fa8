"""To have one's data, to print it, to say how one wants to be reached, and to see it all gone."""

import json
import re
from pathlib import Path

from playwright.sync_api import Download, Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import log_pain, said
from journeys.steps.moving import aeroplane_mode, kept, sees
from journeys.steps.sharing import under_more
from support.devices import Devices


def downloaded(page: Page, button: str) -> str:
    """The text of the file that a button gives."""
    with page.expect_download() as given:
        page.get_by_role("button", name=button).click()
    file: Download = given.value
    return Path(file.path()).read_text(encoding="utf-8-sig")


def test_everything_can_be_had_with_and_without_signal(clinic: Clinic, rose: Page) -> None:
    log_pain(rose, 6)
    expect(said(rose)).to_contain_text("Received", timeout=30_000)
    under_more(rose, "Your data")
    whole = json.loads(downloaded(rose, "Download everything"))
    assert joining.person(rose) in json.dumps(whole)
    assert '"score": 6' in json.dumps(whole)
    assert ",6," in downloaded(rose, "Download a spreadsheet")
    # without signal there is what the phone holds, and it says so
    aeroplane_mode(rose)
    assert '"score": 6' in json.dumps(json.loads(downloaded(rose, "Download everything")))
    expect(rose.get_by_text("own copy of your diary")).to_be_visible()


def test_the_diary_and_a_sheet_to_fill_in_come_out_of_a_printer(clinic: Clinic, rose: Page) -> None:
    log_pain(rose, 6)
    aeroplane_mode(rose)
    under_more(rose, "Your data", "Summary of my diary")
    sees(rose, "Summary of my diary")
    assert sheets(rose, "Rose · ", "Pain 6 out of 10")
    rose.get_by_role("link", name="Your data").click()
    rose.get_by_role("link", name="Paper diary").click()
    sees(rose, "Paper diary")
    [(width, height)] = sheets(rose, "My week", "Sit to stand")
    assert width > height
    assert not re.search("knee|hip|arthritis|Jointly", rose.locator(".paper caption").text_content() or "", re.I)


def sheets(page: Page, *words: str) -> list[tuple[float, float]]:
    """Width and height of each sheet that the printer gets, which hold these words and nothing to press."""
    page.emulate_media(media="print")
    for each in words:
        expect(page.get_by_text(each).first).to_be_visible()
    assert [each for each in page.locator("nav, button, .header").all() if each.is_visible()] == []
    page.emulate_media(media="null")  # as a printer asks, which page.pdf does by itself
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    return [(float(width), float(height)) for width, height in boxes]


def test_how_to_reach_somebody_is_said_once_and_without_signal(clinic: Clinic, rose: Page) -> None:
    aeroplane_mode(rose)
    under_more(rose, "How to reach and help you")
    rose.get_by_label("Letter", exact=True).check()
    rose.get_by_label("Large print", exact=True).check()
    rose.get_by_label("What matters most to you?").fill("My garden")
    # what was filled in survives a phone that goes away
    kept(rose)
    rose.reload()
    expect(rose.get_by_label("What matters most to you?")).to_have_value("My garden")
    rose.get_by_role("button", name="Save", exact=True).click()
    expect(said(rose)).to_contain_text("Saved.")
    aeroplane_mode(rose, False)
    expect(said(rose)).to_contain_text("Received", timeout=30_000)
    person = joining.person(rose)
    [row] = clinic.entries_of(person, "about")
    assert row["body"] == {"contact": "letter", "adjustments": ["large-print"], "matters": "My garden"}
    # changing it makes no second one
    under_more(rose, "How to reach and help you")
    rose.get_by_role("button", name="Take this answer back").click()
    rose.get_by_role("button", name="Save", exact=True).click()
    expect(said(rose)).to_contain_text("Received", timeout=30_000)
    rows = clinic.entries_of(person, "about")
    assert [("contact" in each["body"], each.get("entry", each["id"])) for each in rows] == [
        (True, row["id"]),
        (False, row["id"]),
    ]


def test_an_account_is_deleted_after_a_typed_word(clinic: Clinic, rose: Page, devices: Devices) -> None:
    log_pain(rose, 6)
    expect(said(rose)).to_contain_text("Received", timeout=30_000)
    other = joining.signed_in(devices.phone(base_url=clinic.url), clinic.person_code(person=joining.person(rose)))
    under_more(rose, "Your data", "Delete my account")
    delete = rose.get_by_role("button", name="Delete my account")
    delete.click()
    expect(rose.get_by_role("alert")).to_contain_text("Type the word delete")
    rose.get_by_label(re.compile("type the word")).fill("Delete")
    # when the answer is lost nothing is claimed
    rose.route("**/api/me/delete", lambda route: (route.fetch(), route.abort()))
    delete.click()
    expect(rose.get_by_role("alert")).to_contain_text("it is not certain that your account was deleted")
    # and trying again ends well
    rose.unroute("**/api/me/delete")
    delete.click()
    sees(rose, "Your account is deleted")
    rose.reload()
    rose.goto("/")
    sees(rose, "Start using Jointly")
    # then it is gone from the other phone too, at its next contact
    other.reload()
    sees(other, "Start using Jointly")


def test_privacy_and_accessibility_are_open_to_everybody(clinic: Clinic, devices: Devices) -> None:
    stranger = devices.phone(base_url=clinic.url)
    stranger.goto("/join")
    stranger.get_by_role("link", name="Privacy").click()
    sees(stranger, "Privacy notice")
    expect(stranger.get_by_text("{")).to_have_count(0)
    stranger.go_back()
    stranger.get_by_role("link", name="Accessibility").click()
    sees(stranger, "Accessibility statement")
