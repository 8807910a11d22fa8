"""Priya, the lead, sees how the service is doing, what each figure means, and takes it with her."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.clinic import Clinic
from journeys.steps.moving import sees
from journeys.steps.working import at_work
from support.devices import Devices

TABLE = "From referral to still going"
SPLITS = {"Age": "65 to 74", "Sex": "Female", "Ethnic group": "Asian", "Where they live": "Most deprived fifth"}
"""What people are split by, and one of the rows of each."""


@pytest.fixture
def priya(clinic: Clinic, devices: Devices) -> Page:
    """The lead's laptop, on how the service is doing."""
    page = at_work(devices.desktop(base_url=clinic.url), clinic, "Priya", "Your service")
    page.get_by_role("link", name="How the service is doing").click()
    expect(page.get_by_role("heading", level=1, name="How the service is doing")).to_be_focused()
    return page


def table(page: Page, name: str = TABLE) -> Locator:
    return page.get_by_role("region", name=name)


def test_a_lead_reads_figures_and_what_they_mean(priya: Page, axe: Callable[[Page], None]) -> None:
    # given a quarter of which everything is counted, everybody's numbers are rounded to 5
    everybody = table(priya).get_by_role("row", name=re.compile("^Everybody"))
    expect(everybody.get_by_role("cell").first).to_have_text(re.compile(r"^\d*[05]$"))
    # and a figure's heading opens what it means
    arrived = table(priya).get_by_role("button", name="Arrived")
    arrived.click()
    expect(arrived).to_have_attribute("aria-expanded", "true")
    expect(priya.get_by_text("within 12 weeks of the day the referral came")).to_be_visible()
    arrived.click()
    expect(priya.get_by_text("within 12 weeks of the day the referral came")).to_be_hidden()
    # when they are split, every row has its own heading, and small numbers are stars that are said in words
    priya.get_by_label("Split by").select_option(label="Ethnic group")
    for group in ("Asian", "Black", "Mixed", "White", "Other", "Not known"):
        expect(table(priya).get_by_role("rowheader", name=group, exact=True)).to_be_visible()
    star = table(priya).get_by_role("row", name=re.compile("^Mixed")).get_by_role("cell").first
    expect(star).to_have_text("*hidden, as it is a small number")
    expect(priya.get_by_text("A star (*) stands for 1 to 7 people.")).to_be_visible()
    axe(priya)
    # groups are named, and how many there are is as it is
    expect(table(priya, "Referrals that groups did not answer")).to_contain_text("Thornbeck Leisure")
    expect(priya.get_by_text("Groups that were told: 2")).to_be_visible()
    # and how support ended is always split by how, with its definition
    ended = table(priya, "How support ended")
    expect(ended.get_by_role("row", name=re.compile("^Reached what they wanted"))).to_contain_text(
        re.compile(r"\d*[05]")
    )
    ended.get_by_role("button", name="Ended").click()
    expect(priya.get_by_text("Referrals that were closed in these 3 months")).to_be_visible()


def test_no_figure_on_the_screen_is_of_one_to_seven_people(priya: Page) -> None:
    expect(table(priya)).to_be_visible()
    quarters = priya.get_by_label("Which 3 months?").locator("option").all_inner_texts()
    assert len(quarters) >= 4
    for quarter in quarters:
        priya.get_by_label("Which 3 months?").select_option(label=quarter)
        for split, group in SPLITS.items():
            priya.get_by_label("Split by").select_option(label=split)
            expect(table(priya).get_by_role("rowheader", name=group, exact=True)).to_be_visible()
            counts = priya.evaluate("""() => [...document.querySelectorAll(".figure-table td")]
                .filter((cell) => cell.querySelector(".share")).map((cell) => parseInt(cell.textContent, 10))""")
            assert all(count % 5 == 0 and count >= 10 for count in counts), (quarter, split, counts)


def test_the_spreadsheet_is_taken_along_with_its_meanings(priya: Page, tmp_path: Path) -> None:
    shown = table(priya).get_by_role("row", name=re.compile("^Everybody")).get_by_role("cell").first.inner_text()
    chosen = priya.get_by_label("Which 3 months?").input_value()
    with priya.expect_download() as download:
        priya.get_by_role("button", name="Get all of it as a spreadsheet").click()
    download.value.save_as(tmp_path / "figures.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "figures.csv").read_text(encoding="utf-8-sig"))))
    [referred] = [row for row in rows if row[:1] == [chosen] and row[2:6] == [TABLE, "", "Everybody", "Referred"]]
    assert referred[6] == shown
    assert referred[8].startswith("Referrals that came to the service")


def test_without_a_connection_it_says_so_and_comes_back(priya: Page) -> None:
    priya.go_back()
    priya.context.set_offline(True)
    priya.get_by_role("link", name="How the service is doing").click()
    expect(priya.get_by_text("You are not connected.")).to_be_visible()
    priya.context.set_offline(False)
    expect(table(priya)).to_be_visible()


def test_on_a_phone_the_names_of_rows_stay_in_sight(clinic: Clinic, devices: Devices, axe) -> None:
    page = at_work(devices.phone(base_url=clinic.url, color_scheme="dark"), clinic, "Priya", "Your service")
    page.goto("/figures")
    page.get_by_label("Split by").select_option(label="Age")
    region = table(page)
    region.get_by_role("rowheader", name="65 to 74").scroll_into_view_if_needed()
    region.evaluate("(frame) => frame.scrollTo(frame.scrollWidth, 0)")
    expect(region.get_by_role("rowheader", name="65 to 74")).to_be_in_viewport()
    assert region.evaluate("(frame) => frame.scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(page)


def test_an_advisor_does_not_get_there(clinic: Clinic, devices: Devices) -> None:
    page = at_work(devices.desktop(base_url=clinic.url), clinic, "Sam", "People and codes")
    page.goto("/figures")
    sees(page, "People and codes")
    expect(page.get_by_role("heading", level=1, name="How the service is doing")).to_have_count(0)
