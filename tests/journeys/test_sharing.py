"""Who can see a diary is the person's to say, and who looked is theirs to know."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import diary, log_pain, receipts, said
from journeys.steps.moving import aeroplane_mode, go_to, sees
from journeys.steps.sharing import share_with_team, under_more
from journeys.steps.working import make_passkey, with_passkeys
from support.devices import Devices


def opened_by_sam(clinic: Clinic, person: str) -> int:
    """What the office's server answers when Sam opens a diary."""
    return clinic.sam.get(f"/api/people/{person}/record").status_code


def received(page: Page) -> None:
    """What was just saved is with the service."""
    expect(said(page)).to_contain_text("Received", timeout=30_000)


def test_after_joining_one_is_asked_once_with_nothing_ticked(clinic: Clinic, devices: Devices) -> None:
    code = clinic.service_code()
    phone = devices.phone(base_url=clinic.url)
    joining.open_link(phone, code)
    phone.get_by_label("What should we call you?").fill("Olive")
    phone.get_by_role("button", name="Open").click()
    # given somebody who puts the lock off and is asked about the team
    phone.get_by_role("button", name="Not now").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(re.compile("^Shall the team at .* see your diary"))
    expect(phone.get_by_role("checkbox")).to_have_count(5)
    expect(phone.locator("main input:checked")).to_have_count(0)
    # and what goes with it is said, and check-ins are one of the parts
    expect(phone.locator("main")).to_contain_text("If you gave your age, sex or ethnic background, they see that too.")
    expect(phone.get_by_label("Check-ins")).not_to_be_checked()
    # then sharing nothing is no sharing
    phone.get_by_role("button", name="Share this").click()
    expect(phone.get_by_role("alert")).to_contain_text("Choose at least 1 thing")
    # when they share their pain
    phone.get_by_label("Pain", exact=True).check()
    phone.get_by_role("button", name="Share this").click()
    sees(phone, "Today")
    person = joining.person(phone)
    assert opened_by_sam(clinic, person) == 200
    # then they are not asked again, on another phone of theirs either
    again = devices.phone(base_url=clinic.url)
    joining.open_link(again, clinic.person_code(person=person))
    again.get_by_role("button", name="Open").click()
    again.get_by_role("button", name="Not now").click()
    sees(again, "Today")


def test_sharing_with_one_of_the_team_by_name(clinic: Clinic, rose: Page) -> None:
    person = joining.person(rose)
    under_more(rose, "Who can see my diary", "Share with the team")
    rose.get_by_role("radio", name="Sam, advisor").check()
    rose.get_by_label("Pain", exact=True).check()
    rose.get_by_role("button", name="Share this").click()
    sees(rose, "Who can see my diary")
    # then the list names Sam, and not the team
    expect(rose.locator(".rows")).to_contain_text("Sam")
    expect(rose.locator(".rows")).not_to_contain_text("The team at")
    assert opened_by_sam(clinic, person) == 200


def test_who_looked_is_in_the_receipt_and_in_the_list(clinic: Clinic, rose: Page) -> None:
    person = joining.person(rose)
    share_with_team(rose, "Pain")
    go_to(rose, "Today")
    log_pain(rose, 6)
    received(rose)
    assert opened_by_sam(clinic, person) == 200
    log_pain(rose, 3)
    received(rose)
    # then what Sam could see says so when the phone is next in touch, and what came after does not
    rose.reload()
    expect(receipts(rose).filter(has_text=re.compile(r"Seen by Sam, \d+ \w+ \d{4}"))).to_have_count(1)
    expect(receipts(rose).filter(has_text="Received")).to_have_count(1)
    # and the list says who looked at what
    under_more(rose, "Who looked")
    expect(rose.get_by_text("Sam, advisor, opened your diary: pain and how to reach and help you.")).to_be_visible()
    # without signal the receipts stay, and the list says what it needs
    aeroplane_mode(rose)
    expect(diary(rose).filter(has_text="Seen by Sam")).to_have_count(1)
    rose.goto("/more/seen")
    expect(rose.get_by_role("alert")).to_contain_text("This needs the internet")


def test_stopping_works_at_once_and_never_only_seems_to(clinic: Clinic, rose: Page) -> None:
    person = joining.person(rose)
    share_with_team(rose, "Pain", "Exercise and your plan")
    expect(rose.get_by_text("Can see: pain, exercise and how to reach and help you.")).to_be_visible()
    expect(rose.locator(".card")).to_contain_text("Your age, sex and ethnic background are in it if you gave them.")
    stop = rose.get_by_role("button", name="Stop sharing with The team")
    # when there is no signal it is still shared, and says so
    aeroplane_mode(rose)
    stop.click()
    expect(rose.get_by_role("alert")).to_contain_text("Still shared with The team")
    expect(stop).to_be_visible()
    assert opened_by_sam(clinic, person) == 200
    # when there is, one tap ends it
    aeroplane_mode(rose, False)
    stop.click()
    expect(rose.get_by_text("You do not share your diary with anybody now.")).to_be_visible()
    assert opened_by_sam(clinic, person) == 404
    rose.locator("summary", has_text="Over (1)").click()
    expect(rose.get_by_text(re.compile("Ended "))).to_be_visible()


def test_an_emergency_is_marked_with_its_reason(clinic: Clinic, rose: Page) -> None:
    reason = "She rang with chest pain and the ambulance asked."
    answer = clinic.sam.post(f"/api/people/{joining.person(rose)}/emergency", json={"reason": reason})
    answer.raise_for_status()
    under_more(rose, "Who looked")
    marked = rose.locator(".marked")
    expect(marked).to_contain_text("Emergency")
    expect(marked).to_contain_text("Sam, advisor, opened your diary without your sharing it.")
    expect(marked).to_contain_text(f"Reason given: {reason}")
    rose.get_by_role("link", name="Who can see my diary").click()
    expect(rose.locator(".marked")).to_contain_text(reason)


def test_a_centre_sees_what_helps_and_nothing_of_the_diary(
    clinic: Clinic, rose: Page, devices: Devices, axe: Callable[[Page], None]
) -> None:
    pool = clinic.lead_makes("organisations", name="Haggerston Baths")
    invitation = clinic.lead_makes("staff", role="publisher", called="Ade", organisation=pool["id"])
    tablet = devices.phone(base_url=clinic.url)
    with_passkeys(tablet)
    make_passkey(tablet, invitation["link"])
    sees(tablet, "What you run")
    tablet.get_by_role("link", name="People who share with you").click()
    sees(tablet, "People who share with you")
    expect(tablet.get_by_text("Nobody yet")).to_be_visible()
    # given Rose, who has said what helps her, and has pain
    log_pain(rose, 7)
    under_more(rose, "How to reach and help you")
    rose.get_by_label("Large print", exact=True).check()
    rose.get_by_role("button", name="Save", exact=True).click()
    received(rose)
    # when she shares with the baths, she reads what they will see, and is asked which
    under_more(rose, "Who can see my diary", "Share with a group or a centre")
    seen = rose.locator("section", has_text="What they will see")
    expect(seen.get_by_role("listitem")).to_have_text(["What you are called: Rose", "What helps: Large print"])
    share = rose.get_by_role("button", name="Share this")
    share.click()
    expect(rose.get_by_role("alert")).to_have_text("Choose a group or a centre")
    axe(rose)
    rose.get_by_label("Haggerston Baths").check()
    rose.get_by_label("30 days").check()
    rose.get_by_label("Why do you share it?").fill("Aqua class")
    # without signal it is not shared, and the form stays
    aeroplane_mode(rose)
    share.click()
    expect(rose.get_by_role("alert")).to_contain_text("nothing was changed")
    aeroplane_mode(rose, False)
    share.click()
    given = rose.locator(".card", has_text="Haggerston Baths")
    expect(given).to_contain_text("Can see: what you are called and what helps you.")
    expect(given).to_contain_text("Why: Aqua class")
    expect(given).to_contain_text(re.compile(r"Until \d+ \w+ \d{4}"))
    # then they see her there, and nobody once she stops
    tablet.reload()
    expect(tablet.locator("main")).to_contain_text("Rose")
    expect(tablet.locator("main")).to_contain_text("Large print")
    given.get_by_role("button", name="Stop sharing").click()
    expect(rose.get_by_text("You do not share your diary with anybody now.")).to_be_visible()
    tablet.reload()
    expect(tablet.get_by_text("Nobody yet")).to_be_visible()
