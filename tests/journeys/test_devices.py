"""More than one phone, a lost phone, and the codes that are kept on paper."""

import re

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import diary, log_pain, said
from journeys.steps.moving import sees
from journeys.steps.sharing import ROWS_HELD, under_more
from support.devices import Devices


def test_another_phone_opens_the_same_diary_and_a_lost_one_is_cleared(
    clinic: Clinic, rose: Page, devices: Devices
) -> None:
    log_pain(rose, 4)
    expect(said(rose)).to_contain_text("Received", timeout=30_000)
    # when Rose shows a code for her other phone
    under_more(rose, "Use another phone too")
    rose.get_by_role("button", name="Show a code").click()
    expect(rose.get_by_role("img", name="A square code")).to_be_visible()
    expect(rose.get_by_role("timer")).to_have_text(re.compile(r"(10:00|9:5\d) left"))
    code = (rose.locator(".code-big").text_content() or "").replace("-", "")
    other = joining.signed_in(devices.phone(base_url=clinic.url), code)
    expect(diary(other).filter(has_text="Pain 4 out of 10")).to_have_count(1)
    assert joining.person(other) == joining.person(rose)
    # then both are listed beside the one that was there before, and this one is marked
    rose.get_by_role("link", name="See all signed-in devices").click()
    expect(rose.locator(".rows .row")).to_have_count(3)
    expect(rose.locator(".rows .row", has_text="This one")).to_have_count(1)
    # when the other is lost, it is signed out from here and clears itself at its next contact
    rose.get_by_role("button", name="Sign out Computer").click()
    expect(rose.locator(".rows .row")).to_have_count(2)
    other.reload()
    sees(other, "Start using Jointly")
    other.goto("/diary")
    sees(other, "Start using Jointly")
    assert other.evaluate(ROWS_HELD) == 0


def test_a_recovery_code_opens_the_diary_once(clinic: Clinic, rose: Page, devices: Devices) -> None:
    log_pain(rose, 7)
    expect(said(rose)).to_contain_text("Received", timeout=30_000)
    under_more(rose, "Codes for a rainy day")
    expect(rose.get_by_text("You have no codes yet.")).to_be_visible()
    rose.get_by_role("button", name="Make 8 codes").click()
    expect(rose.locator(".codes li")).to_have_count(8)
    codes = rose.locator(".codes li").all_text_contents()
    assert len(set(codes)) == 8
    # on paper there are the codes and how to use them, and no buttons
    rose.emulate_media(media="print")
    expect(rose.get_by_text("Each code works once.")).to_be_visible()
    expect(rose.get_by_role("button", name="Print them")).to_be_hidden()
    rose.emulate_media(media="screen")
    rose.get_by_role("button", name="I have them").click()
    expect(rose.get_by_text(re.compile("8 codes from .* are left"))).to_be_visible()
    # when the phone is lost, a typed code opens the diary on another
    new = devices.phone(base_url=clinic.url)
    new.goto("/join")
    joining.type_code(new, codes[2].lower())
    joining.confirm(new)
    expect(diary(new).filter(has_text="Pain 7 out of 10")).to_have_count(1)
    new.goto("/more/recovery")
    expect(new.get_by_text(re.compile("7 codes from .* are left"))).to_be_visible()
    # and nobody uses it again
    thief = devices.phone(base_url=clinic.url)
    thief.goto("/join")
    joining.type_code(thief, codes[2])
    expect(thief.get_by_role("alert")).to_contain_text("has been used")
