"""Helping somebody: their diary on one's own phone, marked as theirs, and gone when they stop sharing it."""

import re

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import choose_score, diary, log_pain, said, send_an_impossible_date
from journeys.steps.moving import aeroplane_mode, go_to, sees
from journeys.steps.sharing import ROWS_HELD, code_for, under_more
from support.devices import Devices

BANNER = "You are looking at Rose’s diary"


def test_a_carer_writes_pain_down_without_signal(clinic: Clinic, rose: Page, devices: Devices) -> None:
    log_pain(rose, 3)
    expect(said(rose)).to_contain_text("Received", timeout=30_000)
    code = code_for(rose, "my daughter Ann", "Pain", may_write=True)
    # when Ann uses the code on her own phone
    ann = devices.phone(base_url=clinic.url)
    joining.open_link(ann, code)
    expect(ann.get_by_text("Rose wants to share their diary with you.")).to_be_visible()
    ann.get_by_label("What should we call you?").fill("Ann")
    ann.get_by_role("button", name="Start helping").click()
    joining.put_off(ann)
    # then Rose is there, marked as hers on every screen
    sees(ann, "People I help")
    ann.get_by_role("link", name="Rose").click()
    expect(ann.get_by_text(BANNER)).to_be_visible()
    expect(ann.get_by_text("Pain 3 out of 10")).to_be_visible()
    joining.ready_for_no_signal(ann)
    # when she writes down what Rose tells her, with no signal
    aeroplane_mode(ann)
    ann.reload()
    ann.get_by_role("link", name="Write down pain for Rose").click()
    expect(ann.get_by_text(BANNER)).to_be_visible()
    choose_score(ann, 8, question="How much pain does Rose say")
    ann.get_by_role("button", name="Save pain").click()
    expect(said(ann)).to_contain_text("Saved for Rose: pain 8 out of 10.")
    expect(ann.locator(".header")).to_contain_text("1 entry on this phone, not sent yet")
    expect(ann.locator(".row", has_text="Pain 8 out of 10")).to_contain_text("Written by you, as a carer")
    # then it reaches Rose, with who wrote it and how
    aeroplane_mode(ann, False)
    expect(ann.locator(".header")).not_to_contain_text("not sent yet", timeout=30_000)
    [row] = [each for each in clinic.entries_of(joining.person(rose), "pain") if each["body"]["score"] == 8]
    assert row["how"] == "carer"
    rose.reload()
    expect(diary(rose).filter(has_text="Pain 8 out of 10")).to_contain_text("Written by Ann, as a carer")
    # when Rose stops sharing, all of it goes from Ann's phone
    under_more(rose, "Who can see my diary")
    rose.get_by_role("button", name=re.compile("Stop sharing with my daughter Ann")).click()
    expect(rose.get_by_text("You do not share your diary with anybody now.")).to_be_visible()
    ann.goto("/more/sending")
    ann.get_by_role("button", name="Send now").click()
    expect(ann.locator("main").get_by_text("Everything that was waiting has been sent.")).to_be_visible()
    go_to(ann, "People I help")
    expect(ann.get_by_text("Nobody shares their diary with you now.")).to_be_visible()
    assert ann.evaluate(ROWS_HELD) == 0


def test_somebody_with_a_diary_of_their_own_helps_another(clinic: Clinic, rose: Page, devices: Devices) -> None:
    log_pain(rose, 5)
    expect(said(rose)).to_contain_text("Received", timeout=30_000)
    code = code_for(rose, "Harry", "Pain", "The notes you add in your own words")
    harry = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Harry").code)
    log_pain(harry, 1)
    # when he types her code beside his own record
    under_more(harry, "People I help", "I have a code")
    harry.get_by_label("Their code").fill("ABCD-EFG1")
    harry.get_by_role("button", name="Use the code").click()
    expect(harry.get_by_role("alert")).to_contain_text("We do not know that code")
    harry.get_by_label("Their code").fill(code)
    harry.get_by_role("button", name="Use the code").click()
    # then he may look and not write, and the two diaries are never mixed
    sees(harry, "Rose")
    expect(harry.get_by_text("Pain 5 out of 10")).to_be_visible()
    expect(harry.get_by_role("link", name="Write down pain")).to_have_count(0)
    expect(harry.get_by_text("Pain 1 out of 10")).to_have_count(0)
    expect(diary(harry)).to_have_count(1)
    expect(harry.get_by_text("Pain 1 out of 10")).to_be_visible()


def test_what_was_refused_for_somebody_else_is_listed_with_whose_it_is(own_clinic: Clinic, devices: Devices) -> None:
    joan = devices.phone(base_url=own_clinic.url)
    joining.open_link(joan, own_clinic.link_of("Joan").partition("#")[2])
    joining.confirm(joan)
    joan.get_by_role("link", name="Margaret").click()
    # given pain of Margaret's that the service will not take
    joan.route("**/api/sync", send_an_impossible_date)
    joan.get_by_role("link", name="Write down pain for Margaret").click()
    choose_score(joan, 7, question="How much pain does Margaret say")
    joan.get_by_role("button", name="Save pain").click()
    expect(joan.locator(".header")).to_contain_text("1 entry could not be received", timeout=30_000)
    # then it is found where the header leads, with whose it is and why
    joan.get_by_role("link", name="could not be received").click()
    sees(joan, "Sending")
    refused = joan.locator("section", has=joan.get_by_role("heading", name="Not received, written for Margaret"))
    expect(refused.get_by_role("link")).to_contain_text("Not received: That date is too far away.")
    refused.get_by_role("link").click()
    expect(joan.get_by_text("You are looking at Margaret’s diary")).to_be_visible()
    # and once it is deleted nothing is said to be missing
    joan.get_by_role("button", name="Delete").click()
    expect(joan.locator(".header")).not_to_contain_text("could not be received")
    # and a carer has data of their own, and sees what was done with their account, with nothing there to share
    under_more(joan, "Who looked")
    expect(joan.locator(".card").first).to_be_visible()
    expect(joan.locator("main").get_by_role("link", name="Who can see my diary")).to_have_count(0)
    under_more(joan, "Your data")
    expect(joan.get_by_role("link", name="Delete my account")).to_be_visible()
    expect(joan.get_by_role("link", name="Paper diary")).to_have_count(0)
