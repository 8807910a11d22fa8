"""Goals, pathways, check-ins and scores are read in words: in the diary, on paper and in the spreadsheet."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import diary
from journeys.steps.moving import aeroplane_mode, sees
from journeys.written import written
from support.devices import Devices
from support.kinds import BODIES

KINDS = ("goal", "pathway", "check-in", "score")


@pytest.fixture
def ida(clinic: Clinic, devices: Devices) -> Page:
    """Ida's phone: she met an advisor and has one entry of each of these kinds."""
    entries = [written(kind, BODIES[kind], at=f"1{hour}:00") for hour, kind in enumerate(KINDS)]
    return joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Ida", *entries).code)


def test_the_diary_says_them_by_their_names(ida: Page) -> None:
    rows = diary(ida)
    for line in (
        "Goal: walk to the park",
        "Joint Pain Advisor: started",
        "Joint Pain Advisor, First check-in: done",
        "MSK-HQ: score from a form",
    ):
        expect(rows.filter(has_text=line)).to_have_count(1)
    # when she opens the check-in
    rows.filter(has_text="First check-in").click()
    sees(ida, "Joint Pain Advisor, First check-in: done")
    # then the questions and answers are in words, and what she left says so
    facts = ida.locator("dl")
    expect(facts).to_contain_text("Together with an advisor")
    expect(facts).to_contain_text("Pain, 0 to 10: How bad is your pain now? 4")
    expect(facts).to_contain_text("What you find hard to do: stairs 3")
    expect(facts).to_contain_text("How you feel about your life: left for later")
    expect(facts).to_contain_text("Goal and plan looked at again")


def test_a_pathway_is_not_deleted_in_the_diary(ida: Page) -> None:
    diary(ida).filter(has_text="Joint Pain Advisor: started").click()
    sees(ida, "Joint Pain Advisor: started")
    expect(ida.locator("dl")).to_contain_text("Started on 2 November 2026")
    expect(ida.get_by_role("button", name="Delete")).to_have_count(0)


def test_the_printable_summary_and_the_spreadsheet_say_them(clinic: Clinic, ida: Page) -> None:
    ida.goto("/more/my-data/summary")
    day = ida.locator(".summary-day")
    expect(day).to_contain_text("Goal: walk to the park · Working on it · What matters: the park with my grandson")
    expect(day).to_contain_text("If it rains: I walk in the shopping centre")
    expect(day).to_contain_text("Total 31 · Active days, 0 to 7: 3 · Group: medium")
    # and so does the spreadsheet that this phone makes without signal
    ida.goto("/more/my-data")
    aeroplane_mode(ida)
    with ida.expect_download() as download:
        ida.get_by_role("button", name="Download a spreadsheet").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = {row["What"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert rows["Goal"]["Goal and action plan"].startswith("Goal: walk to the park; Working on it; ")
    assert rows["Pathway"]["Check-in"].startswith("Joint Pain Advisor: started; Started on 2 November 2026; ")
    assert rows["Check-in"]["Check-in"] == "Joint Pain Advisor, First check-in: done"
    assert "Pain, 0 to 10: How bad is your pain now? 4" in rows["Check-in"]["Answers and scores"]
    assert rows["Score"]["Answers and scores"].startswith("MSK-HQ: score from a form; Total 31; ")
