"""The page behind the link in each reminder e-mail, and what its person then sees in the app."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

from playwright.sync_api import Page, Route, expect

from journeys.clinic import Clinic
from journeys.every_check import HOW_CLOSELY, Check, faults_of
from journeys.reminder_views import STOP_EMAILS
from journeys.steps import joining
from journeys.steps.checking import eventually
from journeys.steps.moving import aeroplane_mode, sees
from journeys.steps.reminding import wishes
from support.devices import Devices


def test_one_press_ends_them_for_somebody_who_is_not_signed_in(clinic: Clinic, devices: Devices) -> None:
    computer = devices.desktop(base_url=clinic.url)
    posted: list[str] = []

    def take(route: Route) -> None:
        posted.append(route.request.url)
        route.fulfill(status=204)

    computer.route("**/open/reminders/stop/*", take)
    computer.goto("/stop-emails#abc-_1")
    sees(computer, "Stop reminder emails")
    assert not posted, "it asks first"
    computer.get_by_role("button", name="Stop the emails").click()
    sees(computer, "The emails are stopped")
    assert posted == [f"{clinic.url}/open/reminders/stop/abc-_1"]


def test_a_link_that_is_not_whole_and_a_lost_line_are_told_apart(clinic: Clinic, devices: Devices) -> None:
    computer = devices.desktop(base_url=clinic.url)
    computer.goto("/stop-emails#abc")
    sees(computer, "Stop reminder emails")
    aeroplane_mode(computer)
    computer.get_by_role("button", name="Stop the emails").click()
    expect(computer.get_by_role("alert")).to_contain_text("We could not stop them just now.")
    aeroplane_mode(computer, False)
    computer.get_by_role("button", name="Stop the emails").click()
    expect(computer.get_by_role("alert")).to_contain_text("This link is not whole.")
    expect(computer.get_by_role("button", name="Stop the emails")).to_have_count(0)


def test_in_the_app_it_is_seen_and_can_be_taken_back(clinic: Clinic, devices: Devices) -> None:
    rose = clinic.newcomer("Rose", wishes())
    phone = joining.signed_in(devices.phone(base_url=clinic.url), rose.code)
    eventually(phone, lambda: is_stopped(clinic, rose.person))  # once the service has looked at what she wishes
    with_emails(phone)
    stopped = phone.get_by_text("You stopped reminder emails with the link in one of them")
    expect(stopped).to_be_visible()
    phone.get_by_role("button", name="Send me emails again").click()
    expect(stopped).to_have_count(0)
    phone.reload()
    expect(phone.get_by_label("Your email address")).to_be_visible()
    expect(stopped).to_have_count(0)


def is_stopped(clinic: Clinic, person: str) -> bool:
    """As if they had pressed the link; false while the service reminds them of nothing yet."""
    with closing(sqlite3.connect(clinic.server.data / "jointly.sqlite3", timeout=30)) as database, database:
        now = datetime.now(UTC).isoformat(" ", "microseconds")
        changed = database.execute("update reminded set stopped_at = ? where person = ?", (now, person))
        return changed.rowcount == 1


def with_emails(page: Page) -> None:
    """Open the ways by which somebody is told, of a service that has e-mail."""

    def answer(route: Route) -> None:
        given = route.fetch()
        route.fulfill(response=given, json=given.json() | {"channels": ["email"]})

    page.route("**/api/reminders", answer)
    page.goto("/more/reminders/ways")


@HOW_CLOSELY
def test_every_screen_of_it(clinic: Clinic, devices: Devices, axe: Check, closely: bool) -> None:
    faults = faults_of(devices.phone(base_url=clinic.url), STOP_EMAILS, axe, closely=closely)
    assert not faults, "\n".join(faults)
