"""Where an entry is: on this phone, received, or refused with a reason. And leaving without losing any."""

import re

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import diary, log_pain, receipts, said, send_an_impossible_date
from journeys.steps.moving import aeroplane_mode, go_to, sees, until

SIGN_OUT = """async () => {
  const { csrf } = await (await fetch("/api/me")).json();
  const headers = { "Content-Type": "application/json", "X-Jointly-CSRF": csrf };
  await fetch("/api/sign-out", { method: "POST", headers });
}"""


def test_a_receipt_turns_from_on_this_phone_to_received(rose: Page) -> None:
    aeroplane_mode(rose)
    log_pain(rose, 6)
    expect(said(rose)).to_contain_text("On this phone")
    expect(rose.locator(".header")).to_contain_text("1 entry on this phone, not sent yet")
    # when the signal comes back, nobody has to do anything
    aeroplane_mode(rose, False)
    expect(said(rose)).to_contain_text(re.compile(r"Received \d{1,2}(:\d\d)?(am|pm)"), timeout=30_000)
    expect(rose.locator(".header")).not_to_contain_text("not sent yet")


def test_what_the_server_refuses_says_why_and_stays(clinic: Clinic, rose: Page) -> None:
    # given a phone that sends one date that cannot be, among two entries
    rose.route("**/api/sync", send_an_impossible_date)
    aeroplane_mode(rose)
    log_pain(rose, 7)
    log_pain(rose, 2)
    aeroplane_mode(rose, False)
    # then the one is received, and the other stays with a reason
    expect(receipts(rose).filter(has_text="Not received: That date is too far away.")).to_have_count(1, timeout=30_000)
    expect(receipts(rose).filter(has_text=re.compile("^Received"))).to_have_count(1)
    expect(rose.locator(".header")).to_contain_text("1 entry could not be received")
    assert [row["body"]["score"] for row in clinic.entries_of(joining.person(rose), "pain")] == [2]
    # and it can be found, and sent again
    rose.unroute("**/api/sync")
    rose.get_by_role("link", name="could not be received").click()
    sees(rose, "Sending")
    rose.locator("main .rows .row", has_text="Not received").click()
    rose.get_by_role("button", name="Send it again").click()
    expect(rose.locator("dl .receipt")).to_contain_text(re.compile("^Received"))


def test_signing_out_with_unsent_entries_warns_and_can_wait(clinic: Clinic, rose: Page) -> None:
    person = joining.person(rose)
    rose.route("**/api/sync", lambda route: route.abort())
    log_pain(rose, 8)
    go_to(rose, "More")
    rose.get_by_role("link", name="Sign out").click()
    # then it says what would be lost, and offers to wait
    expect(rose.get_by_role("heading", name="1 entry is gone for good")).to_be_visible()
    expect(rose.get_by_text("1 entry has not been sent yet. You can send it first.")).to_be_visible()
    rose.get_by_role("button", name="Send it now").click()
    expect(rose.get_by_text("It did not work just now.")).to_be_visible()
    # when the connection is back, waiting ends well
    rose.unroute("**/api/sync")
    rose.get_by_role("button", name="Send it now").click()
    rose.get_by_role("button", name="Sign out", exact=True).click()
    sees(rose, "Start using Jointly")
    # and the entry is on the server, and nothing is on the phone
    assert [row["body"]["score"] for row in clinic.entries_of(person, "pain")] == [8]
    rose.goto("/diary")
    sees(rose, "Start using Jointly")


def test_without_internet_the_phone_can_be_cleared_and_the_server_hears_later(clinic: Clinic, rose: Page) -> None:
    aeroplane_mode(rose)
    go_to(rose, "More")
    rose.get_by_role("link", name="Sign out").click()
    rose.get_by_role("button", name="Sign out", exact=True).click()
    expect(rose.get_by_role("alert")).to_contain_text("There is no internet")
    rose.get_by_role("button", name="Clear this phone now").click()
    sees(rose, "Start using Jointly")
    # when it is opened again with a connection, it is still nobody's
    aeroplane_mode(rose, False)
    rose.goto("/")
    sees(rose, "Start using Jointly")
    until(rose, "() => fetch('/api/me').then((answer) => answer.status === 401)")


def test_without_internet_each_button_says_what_it_does_and_what_is_lost(rose: Page) -> None:
    aeroplane_mode(rose)
    log_pain(rose, 3)
    go_to(rose, "More")
    rose.get_by_role("link", name="Sign out").click()
    # then nothing offers a signing out that cannot be heard
    expect(rose.get_by_text("There is no internet")).to_be_visible()
    expect(rose.get_by_role("button", name="Sign out and lose it")).to_have_count(0)
    # and one press does what its button says
    rose.get_by_role("button", name="Clear this phone now and lose it").click()
    sees(rose, "Start using Jointly")


def test_a_sign_out_that_was_not_heard_gives_its_button_another_name(rose: Page) -> None:
    rose.route("**/api/sync", send_an_impossible_date)
    log_pain(rose, 7)
    expect(rose.locator(".header")).to_contain_text("could not be received")
    rose.route("**/api/sign-out", lambda route: route.abort())
    go_to(rose, "More")
    rose.get_by_role("link", name="Sign out").click()
    # what was refused is named as that, and no waiting is offered that sends nothing
    expect(rose.locator(".notice li")).to_have_text(["1 entry could not be received."])
    expect(rose.get_by_role("button", name="Send")).to_have_count(0)
    rose.get_by_role("button", name="Sign out and lose it").click()
    expect(rose.get_by_role("alert")).to_contain_text("There is no internet")
    expect(rose.get_by_role("button", name="Sign out and lose it")).to_have_count(0)
    expect(rose.get_by_role("button", name="Clear this phone now and lose it")).to_be_visible()


def test_a_signed_out_phone_keeps_its_entries_and_a_new_code_sends_them(clinic: Clinic, rose: Page) -> None:
    person = joining.person(rose)
    # given a sign-in that ended elsewhere
    rose.evaluate(SIGN_OUT)
    log_pain(rose, 9)
    expect(rose.locator(".header")).to_contain_text("Signed out. Use a new code to send 1 entry")
    # then leaving offers the code that can send it, and no waiting
    go_to(rose, "More")
    rose.get_by_role("link", name="Sign out").click()
    expect(rose.get_by_text("A new code from your service can send it.")).to_be_visible()
    expect(rose.get_by_role("button", name="Send")).to_have_count(0)
    expect(rose.get_by_role("link", name="Use a new code", exact=True)).to_be_visible()
    rose.reload()
    expect(diary(rose).filter(has_text="Pain 9")).to_have_count(1)
    # when she uses a new code
    rose.locator(".header").get_by_role("link", name="Use a new code").click()
    joining.type_code(rose, clinic.person_code(person=person))
    rose.get_by_role("button", name="It is for Rose").click()
    joining.confirm(rose)
    sees(rose, "Today")
    # then the entry is received
    expect(receipts(rose).filter(has_text="Received")).to_have_count(1)
    assert [row["body"]["score"] for row in clinic.entries_of(person, "pain")] == [9]
