"""Working at a service with a passkey: from the invitation to signing in again, and being asked once more."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from journeys.clinic import Clinic
from journeys.steps.moving import aeroplane_mode, sees, unfold
from journeys.steps.working import (
    at_work,
    invite,
    let_time_pass,
    make_passkey,
    open_diary,
    second_key,
    with_passkeys,
)
from support.devices import Devices

Check = Callable[[Page], None]


@pytest.fixture
def priya(own_clinic: Clinic, devices: Devices) -> Page:
    """The lead's laptop, on Your service."""
    return at_work(devices.desktop(base_url=own_clinic.url), own_clinic, "Priya", "Your service")


def sign_out(page: Page) -> None:
    """As staff do at the end of a day."""
    page.goto("/more/sign-out")
    page.get_by_role("button", name="Sign out", exact=True).click()
    sees(page, "Start using Jointly")


def test_from_an_invitation_to_signing_in_again(priya: Page, own_clinic: Clinic, devices: Devices, axe: Check) -> None:
    # given an invitation that the lead made
    link = invite(priya, "Bola", "Advisor")
    tablet = devices.phone(base_url=own_clinic.url)
    with_passkeys(tablet)
    # when Bola looks at it first and loads the page again, it is not used up
    tablet.goto(link)
    sees(tablet, "Your invitation")
    tablet.reload()
    expect(tablet.get_by_text("invites you to work here as an advisor")).to_be_visible()
    assert "#" not in tablet.url, "the code stays in the address"
    expect(tablet.get_by_label("Your name")).to_have_value("Bola")
    axe(tablet)
    # and then makes a passkey
    tablet.get_by_role("button", name="Make your passkey").click()
    sees(tablet, "People and codes")
    # then the invitation is used, and the lead sees that Bola is here
    priya.reload()
    expect(priya.locator(".row", has_text="Bola")).to_contain_text("last here")
    other = devices.phone(base_url=own_clinic.url)
    other.goto(link)
    expect(other.get_by_role("alert")).to_contain_text("That code has been used")
    # and after signing out Bola comes back with the passkey alone
    sign_out(tablet)
    tablet.get_by_role("link", name="I work here").click()
    tablet.get_by_role("button", name="Sign in with your passkey").click()
    sees(tablet, "People and codes")


def test_a_passkey_is_asked_for_again_and_what_was_typed_stays(
    priya: Page, own_clinic: Clinic, devices: Devices, axe: Check
) -> None:
    # given Lena, who leads the service and signed in with a passkey
    desk = devices.desktop(base_url=own_clinic.url)
    with_passkeys(desk)
    make_passkey(desk, invite(priya, "Lena", "Service lead"))
    sees(desk, "Your service")
    desk.goto("/service/retention")
    years, save = desk.get_by_label("Records, in years"), desk.get_by_role("button", name="Save", exact=True)
    years.fill("10")
    # when she saves 10 minutes after she proved who she is
    let_time_pass(own_clinic.server, minutes=10)
    save.click()
    window = desk.get_by_role("dialog", name="Check that it is you")
    expect(window.get_by_role("button", name="Use your passkey")).to_be_focused()
    axe(desk)
    # and says no, then nothing is changed and her 10 is still there
    desk.keyboard.press("Escape")
    expect(save).to_be_focused()
    expect(desk.get_by_text("Nothing was changed, as you did not use your passkey.")).to_be_visible()
    expect(years).to_have_value("10")
    # and with her passkey it goes on by itself
    save.click()
    window.get_by_role("button", name="Use your passkey").click()
    expect(desk.locator(".notice", has_text="Saved.")).to_be_visible()
    # and after half an hour away she signs in on the same screen
    years.fill("12")
    let_time_pass(own_clinic.server, minutes=31)
    save.click()
    again = desk.get_by_role("dialog", name="Please sign in again")
    expect(again).to_be_visible()
    aeroplane_mode(desk)
    again.get_by_role("button", name="Use your passkey").click()
    expect(again.get_by_role("alert")).to_contain_text("You are not connected")
    aeroplane_mode(desk, False)
    again.get_by_role("button", name="Use your passkey").click()
    expect(desk.locator(".notice", has_text="Saved.")).to_be_visible()
    desk.reload()
    expect(years).to_have_value("12")


def test_a_second_passkey_and_the_first_taken_away(
    priya: Page, own_clinic: Clinic, devices: Devices, axe: Check
) -> None:
    tablet = devices.phone(base_url=own_clinic.url)
    with_passkeys(tablet)
    make_passkey(tablet, invite(priya, "Ira", "Advisor"))
    sees(tablet, "People and codes")
    tablet.goto("/more/passkeys")
    expect(tablet.locator(".rows .row")).to_have_count(1)
    # the only one stays
    tablet.get_by_role("button", name="Remove").click()
    expect(tablet.get_by_role("alert")).to_contain_text("This is your only passkey")
    # when another is on a second key, the first can go
    second_key(tablet)
    tablet.get_by_label("Name it").fill("Blue key")
    tablet.get_by_role("button", name="Add a passkey").click()
    expect(tablet.locator(".rows .row")).to_have_count(2)
    axe(tablet)
    tablet.locator(".row", has_not_text="Blue key").get_by_role("button", name="Remove").click()
    expect(tablet.locator(".rows .row")).to_have_count(1)
    expect(tablet.locator(".rows .row")).to_contain_text("Blue key")


def test_a_desk_that_was_left_shows_nothing(priya: Page, own_clinic: Clinic, devices: Devices) -> None:
    desk = devices.desktop(base_url=own_clinic.url)
    desk.clock.install()
    with_passkeys(desk)
    with desk.expect_response(re.compile(r"/assets/idle-")):  # what looks after a desk comes after the sign-in
        make_passkey(desk, invite(priya, "Mo", "Advisor"))
    sees(desk, "People and codes")
    # when Mo is away for half an hour
    desk.clock.fast_forward("31:00")
    away = desk.get_by_role("dialog", name="Please sign in again")
    expect(away).to_be_visible()
    # then whoever comes by cannot look behind it
    assert away.evaluate("(window) => getComputedStyle(window, '::backdrop').backgroundColor") == "rgb(251, 248, 243)"
    away.get_by_role("button", name="Not now").click()
    sees(desk, "Sign in")
    expect(desk.get_by_text("Margaret")).to_have_count(0)


def test_what_somebody_wrote_is_not_lost_to_the_next_who_signs_in(
    priya: Page, own_clinic: Clinic, devices: Devices, axe: Check
) -> None:
    # given Sam's tablet, on which something waits that did not get through
    tablet = devices.phone(base_url=own_clinic.url)
    with_passkeys(tablet)
    at_work(tablet, own_clinic, "Sam", "People and codes")
    open_diary(tablet, "Margaret")
    tablet.get_by_role("link", name="Support and social prescribing").click()
    tablet.route("**/api/referrals/*/steps/*", lambda route: route.abort())
    tablet.get_by_role("button", name="Nobody answered").click()
    expect(tablet.get_by_text("Not sent yet: it is on this device.")).to_be_visible()
    # when Nia makes her passkey there
    make_passkey(tablet, invite(priya, "Nia", "Link worker"))
    # then it says whose it is and how much, and Nia is signed out again
    asked = tablet.get_by_role("alert").filter(has_text="1 thing that Sam wrote has not been sent")
    expect(asked).to_be_visible()
    assert tablet.request.get(f"{own_clinic.url}/api/me").status == 401
    axe(tablet)
    # and it is still there after she leaves it, and asks again each time
    tablet.get_by_role("button", name="Keep it for Sam").click()
    tablet.get_by_role("link", name="Go on as Sam").click()
    window = tablet.get_by_role("dialog", name="Please sign in again")
    window.get_by_role("button", name="Use your passkey").click()
    expect(window.get_by_text("1 thing that Sam wrote has not been sent")).to_be_visible()
    axe(tablet)
    window.get_by_role("button", name="Keep it for Sam").click()
    window.get_by_role("button", name="Not now").click()
    tablet.goto("/staff")
    tablet.get_by_role("button", name="Sign in with your passkey").click()
    expect(asked).to_be_visible()
    # until she says that it may go
    tablet.get_by_role("button", name="Remove it for good").click()
    tablet.get_by_role("button", name="Sign in with your passkey").click()
    sees(tablet, "People and codes")
    assert tablet.request.get(f"{own_clinic.url}/api/me").json()["called"] == "Nia"


def test_who_is_ended_is_signed_out_and_stays_out(priya: Page, own_clinic: Clinic, devices: Devices) -> None:
    tablet = devices.phone(base_url=own_clinic.url)
    with_passkeys(tablet)
    make_passkey(tablet, invite(priya, "Kit", "Link worker"))
    sees(tablet, "People and codes")
    # when the lead ends Kit's work, after being asked once more
    priya.goto("/service/staff")
    priya.get_by_role("button", name="End the work of Kit here").click()
    priya.get_by_role("button", name="End the work of Kit", exact=True).click()
    expect(priya.get_by_text("Kit is signed out for good.").first).to_be_visible()
    # then the next thing Kit opens is the sign-in, also when one of its answers comes late
    late: list[Route] = []
    tablet.context.route("**/api/caseload", lambda route: late.append(route))
    with tablet.expect_request("**/api/caseload"):
        tablet.goto("/people")
    sees(tablet, "Sign in")
    with tablet.expect_response("**/api/caseload") as answer:
        late.pop().continue_()
    assert answer.value.json()["code"] == "revoked"
    tablet.wait_for_timeout(500)
    sees(tablet, "Sign in")
    # and the passkey opens nothing
    tablet.get_by_role("button", name="Sign in with your passkey").click()
    expect(tablet.get_by_role("alert")).to_be_visible()
    assert tablet.get_by_role("navigation").count() == 0


def test_no_passkey_here_and_an_invitation_that_is_none(own_clinic: Clinic, devices: Devices) -> None:
    page = devices.phone(base_url=own_clinic.url)
    with_passkeys(page)
    page.goto("/staff")
    # there is none on this device, and the browser's own window closes again
    page.get_by_role("button", name="Sign in with your passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("That was closed, or took too long")
    unfold(page, "I have an invitation")
    page.get_by_role("button", name="Use this invitation").click()
    expect(page.get_by_text("Type or paste your invitation code")).to_be_visible()
    page.get_by_label("Your invitation code").fill("ABCD-EFGH")
    page.get_by_role("button", name="Use this invitation").click()
    expect(page.get_by_role("alert")).to_contain_text("We do not know that code")
