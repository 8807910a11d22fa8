"""Topics: found without signal by the words that people use, and the same for everybody."""

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps.moving import aeroplane_mode, go_to, sees
from support.devices import Devices


def test_a_topic_is_found_and_read_without_signal(rose: Page) -> None:
    aeroplane_mode(rose)
    go_to(rose, "More")
    rose.get_by_role("link", name="Good to know").click()
    sees(rose, "Good to know")
    headings = rose.locator("main h2")
    expect(headings).to_have_text(["Moving", "Daily life", "Mind and mood", "Work and money"])
    # when words are typed that are in no title
    rose.get_by_label("Find a topic").fill("TIRED")
    expect(rose.locator("main .row .what").first).to_have_text("Pacing: spreading out what you do")
    expect(rose.get_by_role("status").filter(has_text="topics")).to_be_visible()
    rose.locator("main .row").first.click()
    sees(rose, "Pacing: spreading out what you do")
    expect(rose.get_by_text("No clinician has approved this page yet.")).to_be_visible()
    expect(rose.locator("main ol li")).to_have_count(5)  # steps are numbered
    # then what was looked for is still there
    rose.get_by_role("link", name="Good to know").click()
    expect(rose.get_by_label("Find a topic")).to_have_value("TIRED")
    rose.get_by_label("Find a topic").fill("xyz")
    expect(rose.get_by_text("There is no topic with those words.")).to_be_visible()


def test_a_topic_leads_back_to_where_it_was_opened_and_nowhere_else(rose: Page) -> None:
    rose.goto("/topics/sleep?then=/plan")
    rose.get_by_role("link", name="Back", exact=True).click()
    sees(rose, "Your plan")
    for address in ("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        rose.goto(f"/topics/sleep?then={address}")
        expect(rose.locator("a.back")).to_have_attribute("href", "/topics")


def test_how_to_refer_oneself_is_there_for_everybody(clinic: Clinic, devices: Devices) -> None:
    page = devices.phone(base_url=clinic.url)
    page.goto("/topics/talking-therapies")
    sees(page, "NHS Talking Therapies: how to refer yourself")
    expect(page.get_by_text("This page is shown to everybody.")).to_be_visible()
