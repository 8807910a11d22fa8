"""An organisation publishes a fortnightly group, the service says yes, and phones are told what is true."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.publishing_views import HOME, NAME, fill_in, next_step, say_what, step
from journeys.steps.given_out import GivenOut
from journeys.steps.moving import aeroplane_mode, sees
from journeys.steps.publishing import Team, another_website
from journeys.steps.working import at_work
from support.devices import Devices
from support.server import Server

MONDAY = datetime(2026, 10, 12, 9, tzinfo=UTC)
"""Two weeks before the clocks go back."""
ON = [
    datetime(2026, 10, 13, 9, 30, tzinfo=UTC),
    datetime(2026, 11, 10, 10, 30, tzinfo=UTC),
    datetime(2026, 11, 24, 10, 30, tzinfo=UTC),
]
"""Half past ten by the clock in London, before and after the clocks go back on 25 October."""
OFF = datetime(2026, 10, 27, 10, 30, tzinfo=UTC)
ANOTHER_DAY = """
from datetime import datetime, timedelta
from jointly.kit import clock
_began, _then = datetime.now(clock.UTC), datetime.fromisoformat({then!r})
clock.now = lambda: _then + (datetime.now(clock.UTC) - _began)
"""
"""Python reads a module of this name when it starts: the service believes that it is that day."""


@pytest.fixture
def october(make_server: Callable[..., Server], demo_data: Path, tmp_path: Path) -> Iterator[Clinic]:
    """A service in October."""
    (tmp_path / "sitecustomize.py").write_text(ANOTHER_DAY.format(then=MONDAY.isoformat()))
    server = make_server(verb="demo", environment={"PYTHONPATH": str(tmp_path)})
    shutil.copytree(demo_data, server.data, ignore=shutil.ignore_patterns("*.sock"), dirs_exist_ok=True)
    with server, closing(Clinic(server)) as clinic:
        yield clinic


def in_days(days: int) -> str:
    """A day to come."""
    return (datetime.now(UTC).date() + timedelta(days=days)).isoformat()


def row(page: Page, name: str):
    return page.locator(".rows .row").filter(has_text=name)


@pytest.mark.parametrize("activity", [None, pytest.param("Tai Chi", marks=pytest.mark.long)], ids=["group", "class"])
def test_a_fortnightly_group_is_right_everywhere_through_the_clock_change(
    activity: str | None, october: Clinic, devices: Devices, node_test_packages: Path, tmp_path: Path
) -> None:
    team = Team(october, devices, then=MONDAY)
    ade = team.ade
    # given a group, or a class, that Ade says is on every other Tuesday
    ade.get_by_role("link", name="Add something you run").click()
    fill_in(ade, "2026-10-13", activity)
    # when they look at it as people will see it
    card = ade.locator(".publish-looks > .row")
    expect(card).to_contain_text("Tomorrow, 10:30am to midday")
    expect(card).to_contain_text("Free")
    ade.get_by_role("button", name="Publish it").click()
    sees(ade, NAME)
    expect(ade.get_by_text("Waits for the service to say yes.")).to_be_visible()
    # then nobody finds it before the service says yes
    expect(row(team.someone(), NAME)).to_have_count(0)
    team.approve()
    # and one date is off
    ade.get_by_role("link", name="Single dates").click()
    sees(ade, "Single dates")
    dates = ade.locator(".publish-date")
    expect(dates.nth(1)).to_contain_text("Tuesday 27 October, 10:30am to midday")
    ade.get_by_role("button", name="Cancel Tuesday 27 October").click()
    ade.get_by_label("Words for people").fill("The library is shut")
    ade.get_by_role("button", name="Cancel this date").click()
    expect(dates.nth(1)).to_contain_text("Not on")
    # and another is moved, and is as usual again with Undo
    ade.get_by_role("button", name="Move Tuesday 10 November").click()
    ade.get_by_label("On which day instead?").fill("2026-11-11")
    ade.get_by_role("button", name="Move this date").click()
    expect(dates.nth(2)).to_contain_text("Wednesday 11 November, 10:30am to midday")
    ade.get_by_role("button", name="Undo").click()
    expect(dates.nth(2)).to_contain_text("Tuesday 10 November, 10:30am to midday")
    # then a phone has all of it, at the same time by the clock on both sides of the change
    phone = team.someone()
    row(phone, NAME).click()
    sees(phone, NAME)
    expect(phone.get_by_text("Every other Tuesday, 10:30am to midday")).to_be_visible()
    lines = phone.locator(".near-dates li")
    expect(lines.nth(0)).to_have_text("Tomorrow, 10:30am to midday")
    expect(lines.nth(1)).to_contain_text("Not on Tuesday 27 October, 10:30am to midday")
    expect(lines.nth(1)).to_contain_text("The library is shut")
    expect(lines.nth(2)).to_have_text("Tuesday 10 November, 10:30am to midday")
    expect(phone.get_by_text("By Hands of Thornbeck")).to_be_visible()
    expect(phone.locator("dt", has_text="No").filter(has_not_text="Not").locator("+ dd")).to_have_text("Parking")
    # and so has everybody else, whatever they read it with
    with october.server.client() as others:
        listing = phone.url.rsplit("/", 1)[1]
        given_out = GivenOut(others, listing, first=MONDAY, last=datetime(2026, 12, 1, tzinfo=UTC), folder=tmp_path)
        assert given_out.in_icalendar() == (ON, [OFF])
        assert given_out.in_ical_js() == ON
        planned, words = given_out.in_open_referral()
        assert planned == sorted([*ON, OFF])
        assert words == "Not on 27 October 2026 (The library is shut)."
        if activity:
            assert given_out.in_openactive() == (ON, [OFF])
        else:
            assert not given_out.is_in_openactive(), "it is no physical activity"


def test_what_is_published_is_taken_to_another_website_and_a_calendar(clinic: Clinic, devices: Devices) -> None:
    team = Team(clinic, devices, name="Wrists & “friends” of Thornbeck")
    ade = team.ade
    ade.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def copied(name: str) -> str:
        button = ade.get_by_role("button", name=name, exact=True)
        button.click()
        # of this one: others on the screen may have been copied before
        expect(ade.locator(".publish-card", has=button).get_by_text("Copied.")).to_be_visible()
        return ade.evaluate("navigator.clipboard.readText()")

    team.publish(datetime.now(UTC).date().isoformat())
    ade.get_by_role("link", name="Link and calendar to share").click()
    expect(ade.get_by_text("These work once people can find it.")).to_be_visible()
    team.approve()
    ade.reload()
    sees(ade, "Link and calendar to share")
    expect(ade.get_by_role("button", name="Copy: Its calendar", exact=True)).to_be_visible()
    expect(ade.get_by_text("These work once people can find it.")).to_have_count(0)
    with clinic.server.client() as others:
        assert others.get(copied("Copy: Its calendar")).text.count("BEGIN:VEVENT") == 1
        ade.goto("/organisation/elsewhere")
        assert NAME in others.get(copied("Copy: The calendar of all that you run")).text.replace("\\,", ",")
        assert NAME in others.get(copied("Copy: What is new")).text
        for standard in ("OpenActive", "Open Referral UK"):
            assert others.get(copied(f"Copy: {standard}"), follow_redirects=True).status_code == 200
    # somebody who looks after a website puts the piece into a page of theirs
    with another_website(copied("Copy: Your list, for your own website")) as address:
        theirs = devices.desktop()
        theirs.goto(address)
        expect(theirs.frame_locator("iframe").get_by_role("link", name=NAME)).to_be_visible()
        expect(theirs.locator("iframe")).to_have_attribute("title", team.name)


def test_what_was_typed_outlives_a_reload_and_a_lost_signal(clinic: Clinic, devices: Devices) -> None:
    team = Team(clinic, devices)
    ade = team.ade
    ade.get_by_role("link", name="Add something you run").click()
    step(ade, "What it is")
    say_what(ade)
    next_step(ade, "When it is on")
    ade.reload()
    step(ade, "When it is on")
    expect(ade.get_by_text("This is what you wrote before.")).to_be_visible()
    ade.get_by_role("button", name="Keep as a draft").click()
    sees(ade, HOME)
    expect(ade.get_by_text(f"Not finished, kept on this phone: {NAME}")).to_be_visible()
    ade.get_by_role("link", name="Go on with what you began").click()
    ade.get_by_role("button", name="Back", exact=True).click()
    fill_in(ade, in_days(400))
    aeroplane_mode(ade)
    ade.get_by_role("button", name="Publish it").click()
    expect(ade.get_by_text("You are not connected.")).to_be_visible()
    aeroplane_mode(ade, on=False)
    ade.get_by_role("button", name="Publish it").click()
    sees(ade, NAME)
    # and it is used again for another term: a listing of its own, with a new first day
    ade.get_by_role("link", name="Use it again").click()
    step(ade, "When it is on")
    expect(ade.get_by_label("Which is the first day?")).to_have_value("")
    expect(ade.get_by_role("radio", name="Every 2 weeks")).to_be_checked()
    ade.get_by_label("Which is the first day?").fill(in_days(500))
    ade.get_by_role("button", name="Keep as a draft").click()
    sees(ade, NAME)
    expect(ade.get_by_text("Draft. Only you see it.")).to_be_visible()
    ade.goto("/organisation")
    expect(row(ade, NAME)).to_have_count(2)
    # and what is of no use any more is deleted for good, after it is said what goes
    row(ade, NAME).filter(has_text="Draft").click()
    sees(ade, NAME)
    yes = ade.get_by_role("button", name=f"Delete {NAME}")
    expect(yes).to_be_hidden()
    ade.get_by_text("Delete it for good").click()
    expect(ade.get_by_text("Nobody can bring it back.")).to_be_visible()
    aeroplane_mode(ade)
    yes.click()
    expect(ade.get_by_text("You are not connected.")).to_be_visible()
    aeroplane_mode(ade, on=False)
    yes.click()
    sees(ade, HOME)
    expect(row(ade, NAME)).to_have_count(1)
    ade.reload()
    expect(row(ade, NAME)).to_have_count(1)
    expect(row(ade, NAME)).not_to_contain_text("Draft")


def test_somebody_found_the_door_shut_and_hears_that_it_is_right_now(clinic: Clinic, devices: Devices) -> None:
    team = Team(clinic, devices, name="Chairs of Thornbeck")
    team.publish(datetime.now(UTC).date().isoformat())
    team.approve()
    # when somebody of the team says that it was not on
    sam = at_work(devices.desktop(base_url=clinic.url), clinic, "Sam", "People and codes")
    listing = team.ade.url.rsplit("/", 1)[1]
    sam.goto(f"/near/{listing}/wrong")
    sam.get_by_role("radio", name="It wasn’t on").check()
    sam.get_by_label("Is there more to say?").fill("The door was locked.")
    sam.get_by_role("button", name="Send").click()
    expect(sam.get_by_text("Thank you. We have told them.").first).to_be_visible()
    # then Ade sees it first, and says what came of it
    team.ade.goto("/organisation")
    expect(row(team.ade, NAME)).to_contain_text("1 report to answer")
    team.ade.goto("/organisation/reports")
    expect(team.ade.get_by_text("“The door was locked.”")).to_be_visible()
    expect(team.ade.get_by_text("Said by the team today")).to_be_visible()
    team.ade.get_by_role("button", name="It is right now").click()
    expect(team.ade.get_by_text("Put right.")).to_be_visible()
    # and the team sees that
    sam.goto("/more")
    sam.get_by_role("link", name="What people said was wrong").click()
    sees(sam, "What people said was wrong")
    expect(sam.locator(".publish-card", has_text="By Chairs of Thornbeck")).to_contain_text("Put right.")
