"""Sam's day: whose turn it is and why, a contact with somebody on a tablet, and a help card that was looked at."""

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import choose_score
from journeys.steps.moving import aeroplane_mode, kept, sees, unfold
from journeys.steps.working import at_work, open_diary
from support.devices import Devices

TABLET = {"width": 768, "height": 1024}


@pytest.fixture
def sam(own_clinic: Clinic, devices: Devices) -> Page:
    """Sam's tablet."""
    tablet = devices.desktop(base_url=own_clinic.url, viewport=TABLET)
    return at_work(tablet, own_clinic, "Sam", "People and codes")


def row_of(page: Page, name: str):
    """Somebody's row of the list."""
    return page.get_by_role("row", name=re.compile(name))


def test_the_list_says_why_and_prints_its_rules(sam: Page) -> None:
    expect(row_of(sam, "Margaret")).to_contain_text("The check-in “After 3 weeks” is due. 7 days are left")
    expect(row_of(sam, "Dev")).to_contain_text("Shares no check-ins with you.")
    # when Sam narrows it in words
    sam.get_by_role("radio", name="Due (1)", exact=True).check()
    expect(sam.locator("tbody tr")).to_have_count(1)
    sam.get_by_role("radio", name="Overdue (0)").check()
    expect(sam.get_by_text("Nobody is overdue.")).to_be_visible()
    sam.get_by_role("radio", name="Everybody (3)").check()
    # and goes from row to row by keyboard
    sam.get_by_role("link", name="Margaret").focus()
    sam.keyboard.press("ArrowDown")
    expect(sam.get_by_role("link", name="Dev")).to_be_focused()
    sam.keyboard.press("ArrowUp")
    expect(sam.get_by_role("link", name="Margaret")).to_be_focused()
    # then the order is explained, with what it does not look at
    unfold(sam, "How this list is ordered")
    expect(sam.get_by_text("nobody is given a score")).to_be_visible()
    expect(sam.get_by_text("Your service has not said when somebody looks at this list.")).to_be_visible()


def test_a_contact_run_together_on_a_tablet(sam: Page, own_clinic: Clinic) -> None:
    open_diary(sam, "Margaret")
    sam.get_by_role("link", name="Do this check-in").click()
    sees(sam, "After 3 weeks with Margaret")
    expect(sam.get_by_role("radio", name="Together, here")).to_be_checked()
    sam.get_by_role("button", name="Begin").click()
    sees(sam, "After 3 weeks")
    expect(sam.get_by_text("Answers are saved in the diary of Margaret as you go.")).to_be_visible()
    # when a part is asked and the rest is left for today
    sam.get_by_role("link", name=re.compile("How sure you are of your plan")).click()
    choose_score(sam, 8, question="sure")
    sam.get_by_role("button", name="Next").click()
    expect(sam.get_by_role("link", name=re.compile("Next|Go on|Back")).first).to_be_visible()
    # even when the page is loaded anew, as a tablet does: what was saved is in the diary, and nothing on the tablet
    sam.goto(sam.url.split("/together")[0] + "/together/finish")
    sam.get_by_role("button", name="Finish this check-in").click()
    # then what has changed is shown, and the next contact is the one in 3 weeks
    expect(sam.get_by_text(re.compile("How sure you are")).first).to_be_visible()
    sam.get_by_role("link", name="Back to Margaret").click()
    expect(sam.get_by_text(re.compile("The check-in “After 6 weeks” is due from"))).to_be_visible()
    sam.goto("/people")
    expect(row_of(sam, "Margaret")).to_contain_text("The check-in “After 6 weeks” is due from")


def shown_to_margaret(clinic: Clinic) -> None:
    """Notes in Margaret's diary that a help card was opened, as her phone would."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    body = {"card": "hot-joint", "version": 1, "trigger": "joint-hot", "check_in": None, "shown_at": at, "did": "shown"}
    entry = {"id": str(uuid4()), "kind": "safety", "at": at, "zone": "Europe/London", "body": body}
    with clinic.server.client() as phone:
        code = clinic.link_of("Margaret").partition("#")[2]
        person = phone.post("/api/join", json={"code": code, "device": str(uuid4())}).json()["person"]
        subject = {"subject": person, "grant": 0, "number": 0, "entries": [entry]}
        answer = phone.post("/api/sync", json={"device_now": at, "epoch": None, "subjects": [subject]})
        assert answer.json()["subjects"][0]["refused"] == [], answer.text


def test_a_help_card_leads_the_list_until_somebody_has_looked(sam: Page, own_clinic: Clinic) -> None:
    shown_to_margaret(own_clinic)
    # when Sam looks at the list, her line says so first
    sam.reload()
    expect(row_of(sam, "Margaret")).to_contain_text("was shown today. Nobody has marked it as looked at.")
    open_diary(sam, "Margaret")
    sam.get_by_role("button", name="I have looked at this").click()
    expect(sam.get_by_text(re.compile("Sam looked at this on"))).to_be_visible()
    sam.goto("/people")
    expect(row_of(sam, "Margaret")).not_to_contain_text("Nobody has marked it")
    # and Margaret can read it
    assert "looked-at" in {row["action"] for row in own_clinic.access_log("Margaret")}


def test_a_score_from_paper_and_the_summary(sam: Page) -> None:
    open_diary(sam, "Margaret")
    sam.get_by_role("link", name="Write down a score").click()
    sam.get_by_label("Which questionnaire?").select_option("msk-hq")
    sam.get_by_role("button", name="Save for Margaret").click()
    expect(sam.get_by_text("Write at least 1 number, or choose a group")).to_be_visible()
    sam.locator('input[id="score.total"]').fill("31")
    sam.get_by_label("Which version is printed on the form?").fill("UK English")
    sam.get_by_role("button", name="Save for Margaret").click()
    expect(sam.get_by_role("alert")).to_contain_text("Choose how")
    sam.get_by_role("radio", name="From paper").check()
    sam.get_by_role("button", name="Save for Margaret").click()
    sees(sam, "Margaret")
    sam.get_by_role("link", name="Summary to print").click()
    sees(sam, "Summary for Margaret")
    expect(sam.get_by_text("Walk to the playing field and back")).to_be_visible()
    expect(sam.get_by_role("heading", name="Scores from elsewhere")).to_be_visible()
    sam.emulate_media(media="print")
    expect(sam.get_by_role("button", name="Print")).to_be_hidden()


def test_without_a_connection_the_list_says_so_quietly(sam: Page) -> None:
    joining.ready_for_no_signal(sam)
    aeroplane_mode(sam)
    sam.get_by_role("link", name="Margaret").click()
    expect(sam.get_by_text("You are not connected. This page needs a connection.")).to_be_visible()


def test_a_list_is_saved_with_a_name_chosen_again_and_deleted(sam: Page, own_clinic: Clinic, devices: Devices) -> None:
    # given a list that Sam often looks at
    sam.get_by_role("radio", name="Due (1)", exact=True).check()
    sam.get_by_role("button", name="Name", exact=True).click()
    unfold(sam, "Saved lists")
    sam.get_by_role("button", name="Save this list").click()
    expect(sam.get_by_role("alert")).to_have_text("Write a name first.")
    sam.get_by_label("What shall this list be called?").fill("Due by name")
    sam.get_by_role("button", name="Save this list").click()
    saved = sam.get_by_role("group", name="Saved lists").get_by_role("button")
    expect(saved).to_have_text(["Due by name"])
    expect(saved).to_have_attribute("aria-pressed", "true")
    # when they look at everybody, one press is the way back to it
    sam.get_by_role("radio", name="Everybody (3)").check()
    expect(saved).to_have_attribute("aria-pressed", "false")
    saved.click()
    expect(sam.get_by_role("radio", name="Due (1)", exact=True)).to_be_checked()
    expect(sam.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
    # then it is on Sam's other device too
    other = at_work(devices.desktop(base_url=own_clinic.url), own_clinic, "Sam", "People and codes")
    there = other.get_by_role("group", name="Saved lists").get_by_role("button")
    expect(there).to_have_text(["Due by name"])
    there.click()
    expect(other.get_by_role("radio", name="Due (1)", exact=True)).to_be_checked()
    # and the same name is not given twice; deleting it can be taken back
    unfold(other, "Saved lists")
    other.get_by_label("What shall this list be called?").fill("due BY name")
    other.get_by_role("button", name="Save this list").click()
    expect(other.get_by_role("alert")).to_contain_text("You have a saved list with this name.")
    other.get_by_role("button", name="Delete the saved list Due by name").click()
    expect(other.get_by_text("Due by name is deleted.").first).to_be_visible()
    expect(there).to_have_count(0)
    other.get_by_role("button", name="Undo").click()
    expect(there).to_have_text(["Due by name"])


def test_saved_lists_are_there_without_a_connection(sam: Page) -> None:
    unfold(sam, "Saved lists")
    sam.get_by_label("What shall this list be called?").fill("Mine")
    sam.get_by_role("button", name="Save this list").click()
    saved = sam.get_by_role("group", name="Saved lists").get_by_role("button")
    expect(saved).to_have_text(["Mine"])
    sam.reload()
    expect(saved).to_have_text(["Mine"])
    joining.ready_for_no_signal(sam, "/api/caseload", "/api/caseload/views")
    kept(sam)  # the copy that was kept before did not have it
    # when there is no signal, what is saved is there, and one more is kept until there is
    aeroplane_mode(sam)
    sam.reload()
    expect(saved).to_have_text(["Mine"])
    sam.get_by_role("radio", name="Shares nothing (1)").check()
    unfold(sam, "Saved lists")
    sam.get_by_label("What shall this list be called?").fill("Shares nothing")
    sam.get_by_role("button", name="Save this list").click()
    expect(saved).to_have_text(["Mine", "Shares nothing"])
    expect(sam.get_by_text("1 thing that you wrote waits to be sent.")).to_be_visible()
    sam.reload()
    expect(saved).to_have_text(["Mine", "Shares nothing"])
    # even when nothing can be reached in the first moment
    sam.route("**/api/caseload/views/*", lambda route: route.abort())
    with sam.expect_request("**/api/caseload/views/*"):
        aeroplane_mode(sam, on=False)
    sam.wait_for_timeout(500)
    sam.unroute("**/api/caseload/views/*")
    expect(sam.get_by_text("1 thing that you wrote waits to be sent.")).to_be_hidden()
    expect(saved).to_have_text(["Mine", "Shares nothing"])
