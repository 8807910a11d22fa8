"""A receptionist refers somebody in a minute, by keyboard alone; the team sees who waits, and who may be whom."""

import os
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from jointly.kit.ids import uuid7
from journeys.clinic import Clinic
from journeys.steps.moving import sees
from support.devices import Devices


def referrer(clinic: Clinic, name: str) -> dict:
    """A surgery's code, made by the service's lead."""
    with clinic.signed_in_as("Priya") as lead:
        made = lead.post("/api/referrers", json={"source": "practice", "name": name})
        assert made.status_code == 200, made.text
        return made.json()


def send(clinic: Clinic, code: str, given: str, family: str, **more: str) -> None:
    """A referral that came by the same way before."""
    who = {"given_name": given, "family_name": family, "born_on": "1951-03-04", "phone": "07700 900123"}
    said = {"code": code, "id": str(uuid7()), "who": who | {"agreed": "asked"} | more}
    with clinic.server.client() as nobody:
        sent = nobody.post("/api/refer", json=said)
        assert sent.status_code == 200, sent.text


def at_desk(page: Page, clinic: Clinic) -> None:
    """Sam of the team signs in."""
    page.goto(clinic.link_of("Sam"))
    page.get_by_role("button", name="Open the demonstration").click()
    sees(page, "People and codes")


def kept(page: Page, name: str) -> None:
    """A picture to look at, when somebody wants one."""
    if folder := os.environ.get("JOINTLY_PICTURES"):
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


def test_a_receptionist_refers_somebody_by_keyboard_alone(
    clinic: Clinic, devices: Devices, axe: Callable[[Page], None]
):
    made = referrer(clinic, "Thornbeck Surgery")
    page = devices.desktop(base_url=clinic.url)
    page.goto(f"/refer#{made['code']}")
    expect(page.get_by_text("From Thornbeck Surgery to")).to_be_visible()
    # what is wrong is said beside its field, and what was typed stays
    page.get_by_label("First name").focus()
    for typed in ("Ada", "Moss", "4", "3", "1951", "999 123 4567", "07700 900456", "BD1 1AA"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.get_by_role("button", name="Send the referral").press("Enter")
    expect(page.get_by_text("One digit may be mistyped.")).to_be_visible()
    expect(page.get_by_text("Ask them first.")).to_be_visible()
    axe(page)
    kept(page, "refer-wrong-1280")
    page.get_by_label("NHS number").fill("999 000 0018")
    page.get_by_label("Reason in a few words").fill("Sore knees, on her own a lot")
    page.get_by_role("radio", name="Yes, I asked them").press("Space")
    page.get_by_role("button", name="Send the referral").press("Enter")
    # then there is a receipt with a number, and no name on it
    expect(page.get_by_role("heading", name="The referral was sent")).to_be_visible()
    receipt = page.get_by_role("region", name="Receipt")
    expect(receipt).to_contain_text("Thornbeck Surgery")
    said = page.locator("main").inner_text()
    assert "Ada" not in said and "Moss" not in said and "999" not in said
    axe(page)
    kept(page, "refer-receipt-1280")


def test_a_lead_makes_a_code_and_ends_it(clinic: Clinic, devices: Devices, axe: Callable[[Page], None]):
    page = devices.desktop(base_url=clinic.url)
    page.goto(clinic.link_of("Priya"))
    page.get_by_role("button", name="Open the demonstration").click()
    expect(page.get_by_role("navigation").get_by_role("link", name="Service")).to_be_visible()
    page.goto("/referrers")
    page.get_by_role("button", name="Make a code").click()
    expect(page.get_by_text("Type what it is called.")).to_be_visible()
    page.get_by_label("What it is called").fill("Beck Surgery")
    page.get_by_role("button", name="Make a code").click()
    expect(page.get_by_text("The code of Beck Surgery")).to_be_visible()
    axe(page)
    kept(page, "referrers-1280")
    page.get_by_role("button", name="End the code of Beck Surgery").click()
    expect(page.locator("main").get_by_text("The code of Beck Surgery works no more.")).to_be_visible()
    expect(page.get_by_role("button", name="End the code of Beck Surgery")).to_have_count(0)


def test_a_link_that_was_cut_off_asks_for_its_code(clinic: Clinic, devices: Devices):
    for address, field in (("/refer#ABCD-%E2%80", "Referrer’s code"), ("/answer#ABCD-%E2%80", "Code")):
        page = devices.phone(base_url=clinic.url)
        page.goto(address)
        expect(page.get_by_label(field)).to_have_value("")


def test_the_form_on_a_phone_says_what_a_wrong_code_is(clinic: Clinic, devices: Devices, axe: Callable[[Page], None]):
    page = devices.phone(base_url=clinic.url, color_scheme="dark")
    page.goto("/refer#ABCD-EFGH")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Referrer’s code").fill(referrer(clinic, "Moor Lane Surgery")["code"])
    page.get_by_role("button", name="Open the form").click()
    expect(page.get_by_text("From Moor Lane Surgery to")).to_be_visible()
    axe(page)
    kept(page, "refer-360-dark")


def test_the_team_takes_on_who_arrived_and_says_who_is_the_same(
    clinic: Clinic, devices: Devices, axe: Callable[[Page], None]
):
    code = referrer(clinic, "Hill Surgery")["code"]
    send(clinic, code, "Iris", "Fell", reason="Lives alone")
    page = devices.desktop(base_url=clinic.url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    at_desk(page, clinic)
    # where the team begins, somebody waits, and nobody's name is read to say so
    waiting = page.get_by_role("link", name="New referrals: ")
    expect(waiting).to_contain_text("One has waited for 3 days.")  # Rosa of the demonstration
    assert [url.rpartition("/api/")[2] for url in asked if "referrals/new" in url] == ["referrals/new/count"]
    waiting.click()
    sees(page, "New referrals")
    iris = page.get_by_role("article", name="Iris Fell")
    expect(iris).to_contain_text("Came today, from Hill Surgery")
    expect(iris).to_contain_text("4 March 1951")
    axe(page)
    iris.get_by_role("button", name="Take on").click()
    expect(page.locator("main").get_by_text("You took on Iris Fell.")).to_be_visible()
    expect(iris).to_have_count(0)
    # when she arrives again, what is alike is shown and Sam says
    send(clinic, code, "Iris", "Fell", reason="Fell on the stairs")
    page.reload()
    expect(iris).to_contain_text("May be the same as Iris")
    expect(iris).to_contain_text("They are being supported now.")
    iris.get_by_role("button", name="The same person").click()
    expect(iris).to_contain_text("This cannot be undone.")
    axe(page)
    kept(page, "arrivals-same-1280")
    small = devices.phone(base_url=clinic.url, color_scheme="dark")
    at_desk(small, clinic)
    small.goto("/arrivals")
    expect(small.get_by_role("article", name="Iris Fell")).to_be_visible()
    axe(small)
    kept(small, "arrivals-360-dark")
    iris.get_by_role("button", name="Yes, join them").click()
    expect(page.locator("main").get_by_text("The referral is Iris’s now.")).to_be_visible()
    expect(iris).to_have_count(0)
    # and she writes down one that came by phone
    page.get_by_role("link", name="Write down a referral").click()
    page.get_by_role("radio", name="They ask themselves").check()
    for label, typed in (("First name", "Bo"), ("Last name", "Dale"), ("Day", "1"), ("Month", "2"), ("Year", "1960")):
        page.get_by_label(label, exact=True).fill(typed)
    page.get_by_label("Phone number").fill("07700 900789")
    page.get_by_role("radio", name="Yes, I asked them").check()
    axe(page)
    page.get_by_role("button", name="Send the referral").click()
    expect(page.get_by_role("heading", name="The referral was sent")).to_be_visible()
    page.goto("/arrivals")
    expect(page.get_by_role("article", name="Bo Dale")).to_contain_text("they asked themselves")
