"""From where somebody looks: a town by its name, found on the phone; a whole postcode, sent only where it is found."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from backend.listings.whereabouts.made_up import ONSPD, onspd_row, write_csv
from journeys.clinic import Clinic
from journeys.steps.joining import ready_for_no_signal
from journeys.steps.moving import aeroplane_mode, sees
from support.devices import Devices

WHERE = "Your postcode or town"
HINT = "A whole postcode stays on this phone."


def newcomer(clinic: Clinic, devices: Devices) -> Page:
    """A phone that never joined, and what it sends."""
    page = devices.phone(base_url=clinic.url)
    page.goto("/near")
    sees(page, "What’s on near me")
    return page


def look_from(page: Page, typed: str) -> None:
    page.get_by_label(WHERE).fill(typed)
    page.get_by_role("button", name="Show what’s on").click()


def sent_by(page: Page) -> list[str]:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    return sent


@pytest.mark.parametrize("typed", [pytest.param("Ilkley", marks=pytest.mark.long), "ilkely"])
def test_a_town_is_found_by_its_name_and_the_name_stays_on_the_phone(
    clinic: Clinic, devices: Devices, typed: str
) -> None:
    page = newcomer(clinic, devices)
    sent = sent_by(page)
    look_from(page, typed)
    expect(page.locator(".rows .row").first).to_be_visible()
    expect(page.get_by_text("Near Ilkley", exact=True)).to_be_visible()
    expect(page.locator(".rows .row").filter(has_text="Chair-based exercise")).to_contain_text("Less than a mile away")
    assert not [each for each in sent if "ilk" in each.lower()]


def test_a_name_of_several_places_is_a_choice_and_a_name_of_none_is_said(clinic: Clinic, devices: Devices, axe) -> None:
    page = newcomer(clinic, devices)
    look_from(page, "Xyzzyville")
    expect(page.get_by_role("alert")).to_contain_text("We do not know that postcode or town.")
    look_from(page, "newport")
    expect(page.get_by_text("Which one do you mean?")).to_be_focused()
    expect(page.get_by_role("alert")).to_have_count(0)
    choices = page.get_by_role("group", name="Which one do you mean?").get_by_role("button")
    expect(choices).to_have_count(5)
    expect(choices.first).to_have_text("Newport (NP)")
    axe(page)
    choices.filter(has_text="Isle of Wight").click()
    expect(page.get_by_text("Near Newport", exact=True)).to_be_visible()
    # without signal another town is looked up all the same; only what is on there has to wait
    ready_for_no_signal(page)
    aeroplane_mode(page)
    page.get_by_role("button", name="Change place").click()
    look_from(page, "St. Andrews")
    expect(page.get_by_text("There is no signal", exact=False).first).to_be_visible()


def test_a_whole_postcode_is_sent_only_where_the_service_can_find_it_and_the_notice_says_so(
    own_clinic: Clinic, devices: Devices, tmp_path: Path
) -> None:
    page = newcomer(own_clinic, devices)
    expect(page.get_by_text(HINT)).to_be_visible()
    table = write_csv(tmp_path / "onspd.csv", [onspd_row("LS29 9AA", 53.9251, -1.8223)], ONSPD)
    imported = own_clinic.server.run("postcodes", "import", str(table))
    assert "1 postcodes of ONSPD (onspd.csv)" in imported.stdout
    page.reload()
    expect(page.get_by_text("If you write a whole postcode, it goes to")).to_be_visible()
    expect(page.get_by_text(HINT)).to_have_count(0)
    sent = sent_by(page)
    look_from(page, "ls299aa")
    expect(page.locator(".rows .row").first).to_be_visible()
    expect(page.get_by_text("Near LS29", exact=True)).to_be_visible()
    [asked] = [each for each in sent if "LS29" in each]
    assert asked.endswith('/api/listings/place {"postcode":"LS29 9AA"}')
    [around] = [each for each in sent if "/api/listings/area" in each]
    assert '"lat":53.93,"lon":-1.82,' in around, "rounded, as ever"
    ready_for_no_signal(page, "listings-area")
    page.goto("/privacy")
    expect(page.get_by_text("We look it up in our own list")).to_be_visible()
    # once it is taken away, the phone keeps to the first half again
    assert "They are gone." in own_clinic.server.run("postcodes", "remove").stdout
    assert "There are none" in own_clinic.server.run("postcodes", "status").stdout
    page.goto("/privacy")
    expect(page.get_by_text("only its first half is used")).to_be_visible()
    page.goto("/near")
    page.get_by_role("button", name="Change place").click()
    expect(page.get_by_text(HINT)).to_be_visible()
    sent.clear()
    look_from(page, "LS29 9AA")
    expect(page.locator(".rows .row").first).to_be_visible()
    assert not [each for each in sent if "9AA" in each or "listings/place" in each]
