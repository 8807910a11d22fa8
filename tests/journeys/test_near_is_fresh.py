"""A date that is off reaches a phone that had the area already, without anybody asking for it."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Route, expect

from journeys.clinic import Clinic
from journeys.publishing_views import NAME
from journeys.steps.joining import ready_for_no_signal
from journeys.steps.moving import CONTENT_IS_HERE, aeroplane_mode, sees, until
from journeys.steps.publishing import Team
from support.devices import Devices

AREA = "/api/listings/area"


def test_a_cancelled_date_reaches_a_phone_that_had_the_area(clinic: Clinic, devices: Devices) -> None:
    # given somebody who looks at what is on, and sees a group that is on next week
    now = datetime.now(UTC)
    team = Team(clinic, devices, name="Knees of Thornbeck")
    team.publish((now + timedelta(days=7)).date().isoformat())
    team.approve()
    phone = devices.phone(base_url=clinic.url)
    phone.clock.install(time=now)
    asked: list[str] = []
    phone.on("request", lambda request: AREA in request.url and asked.append(request.url))
    phone.goto("/near")
    phone.get_by_label("Your postcode").fill("LS29")
    phone.get_by_role("button", name="Show what’s on").click()
    row = phone.locator(".rows .row").filter(has_text=NAME).first
    expect(row).to_be_visible()
    expect(row).not_to_contain_text("Not on")
    until(phone, CONTENT_IS_HERE)  # fetched by the clock of the phone, before it is turned
    # when the group cancels that date
    team.ade.get_by_role("link", name="Single dates").click()
    sees(team.ade, "Single dates")
    team.ade.locator(".publish-date").first.get_by_role("button", name="Cancel").click()
    team.ade.get_by_role("button", name="Cancel this date").click()
    expect(team.ade.locator(".publish-date").first).to_contain_text("Not on")
    # then the phone, which is left as it is, asks once what it has is a quarter of an hour old, and not before
    phone.clock.fast_forward("10:00")
    phone.wait_for_timeout(500)  # as long as asking would take
    expect(row).not_to_contain_text("Not on")
    assert len(asked) == 1, "it was asked for a moment ago"
    with phone.expect_request(f"**{AREA}"):
        phone.clock.fast_forward("06:00")
    expect(row).to_contain_text("Not on")
    # and it is known without signal too
    ready_for_no_signal(phone)
    aeroplane_mode(phone)
    phone.goto("/near")
    expect(phone.locator(".rows .row").filter(has_text=NAME).first).to_contain_text("Not on")


def test_what_was_asked_around_the_place_before_and_comes_late_changes_nothing(
    clinic: Clinic, devices: Devices
) -> None:
    # given somebody whose phone asks anew for what is on around them
    phone = devices.phone(base_url=clinic.url)
    phone.clock.install()
    phone.goto("/near")
    phone.get_by_label("Your postcode").fill("LS29")
    phone.get_by_role("button", name="Show what’s on").click()
    expect(phone.get_by_text("Near LS29", exact=True)).to_be_visible()
    until(phone, CONTENT_IS_HERE)
    late: list[Route] = []
    phone.route(f"**{AREA}", lambda route: late.append(route), times=1)
    with phone.expect_request(f"**{AREA}"):
        phone.clock.fast_forward("16:00")
    # when they have gone elsewhere before the answer comes
    phone.get_by_role("button", name="Change place").click()
    phone.get_by_label("Your postcode").fill("BD1")
    phone.get_by_role("button", name="Show what’s on").click()
    expect(phone.get_by_text("Near BD1", exact=True)).to_be_visible()
    with phone.expect_response(f"**{AREA}"):
        late.pop().continue_()
    # then they stay there
    phone.wait_for_timeout(500)
    expect(phone.get_by_text("Near BD1", exact=True)).to_be_visible()
