"""What is on near me: found in a minute, kept for when there is no signal, hidden when nobody says it is right."""

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.clinic import Clinic
from journeys.steps.joining import ready_for_no_signal
from journeys.steps.moving import aeroplane_mode, go_to, sees, unfold
from support.devices import Devices

TITLE = "What’s on near me"
CLASS = "Chair-based exercise"
AREA = "listings-area"
"""What the phone keeps of what is on around somebody."""


@pytest.fixture
def newcomer(clinic: Clinic, devices: Devices) -> Page:
    """A phone that never joined."""
    page = devices.phone(base_url=clinic.url)
    page.goto("/near")
    sees(page, TITLE)
    return page


def look_from(page: Page, postcode: str) -> None:
    """Say from where, and wait for what is there."""
    page.get_by_label("Your postcode").fill(postcode)
    page.get_by_role("button", name="Show what’s on").click()
    expect(page.locator(".rows .row").first).to_be_visible()


def need(page: Page, *needs: str) -> None:
    for name in needs:
        page.get_by_role("checkbox", name=name, exact=True).check()


def row(page: Page, name: str):
    return page.locator(".rows .row").filter(has_text=name)


class Person:
    """Somebody who finds a class by what their finger does on a telephone: every tap, and what is typed, counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def taps_on(self, what: Locator) -> None:
        what.tap()
        self.taps += 1

    def needs(self, *needs: str) -> None:
        for name in needs:
            box = self.page.get_by_role("checkbox", name=name, exact=True)
            self.taps_on(box)
            expect(box).to_be_checked()

    def finds_the_class(self) -> None:
        """Free, step-free, sitting, on Tuesdays, within 5 miles; and opens it."""
        page = self.page
        expect(page.get_by_text("Within 5 miles")).to_be_visible()
        self.needs("Free", "Step-free", "Can be done sitting")
        self.taps_on(page.locator("summary", has_text="Days and times"))
        self.needs("Tuesday")
        self.taps_on(page.locator("details[open]").get_by_role("button", name="Show what’s on"))
        expect(page.get_by_role("status").filter(has_text="2 things found")).to_be_in_viewport()
        found = row(page, CLASS)
        for words in (
            TUESDAY,
            "10:30am to 11:30am",
            "Free · Less than a mile away",
            "Step-free · Can be done sitting",
        ):
            expect(found).to_contain_text(words)
        expect(found).to_contain_text("Good for: Hip, Knee, Osteoarthritis, Falls and balance")
        expect(found).to_contain_text("Confirmed by the group 3 days ago")
        self.taps_on(found)
        sees(page, CLASS)
        for words in ("Every Tuesday, 10:30am to 11:30am", "Thornbeck Leisure Centre", "Mill Lane"):
            expect(page.get_by_text(words, exact=True).first).to_be_visible()


TUESDAY = re.compile("Tuesday|Today|Tomorrow")
"""What the next Tuesday is called, by the day on which this runs."""
MOST_TAPS = 12
"""A minute of somebody who takes five seconds for each."""


def test_a_newcomer_finds_a_free_step_free_seated_class_on_tuesdays_within_a_minute(
    clinic: Clinic, devices: Devices
) -> None:
    phone = devices.phone(base_url=clinic.url)
    sent: list[str] = []
    phone.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    began, person = time.monotonic(), Person(phone)
    # when they open the app for the first time, and say where they are
    phone.goto("/")
    person.taps_on(phone.get_by_role("link", name=TITLE))
    sees(phone, TITLE)
    person.taps_on(phone.get_by_label("Your postcode"))
    expect(phone.get_by_label("Your postcode")).to_be_focused()  # what is typed goes wherever the focus is by then
    phone.keyboard.type("LS29 0VV")
    person.taps_on(phone.get_by_role("button", name="Show what’s on"))
    person.finds_the_class()
    # then it took less than a minute, by the clock and in taps
    assert time.monotonic() - began < 60
    assert person.taps <= MOST_TAPS, person.taps
    # and the whole postcode never left the phone
    assert not [each for each in sent if "0VV" in each or "LS29" in each]
    # the second time the app is opened anew, and there is no signal at all
    ready_for_no_signal(phone, AREA)
    aeroplane_mode(phone)
    phone.close()
    again = phone.context.new_page()
    failed: list[str] = []
    again.on(
        "requestfinished",
        lambda request: None if request.response().from_service_worker else failed.append(request.url),
    )
    person = Person(again)
    again.goto("/")
    person.taps_on(again.get_by_role("link", name=TITLE))
    expect(again.get_by_text("No signal. This was kept on your phone today")).to_be_visible()
    person.finds_the_class()
    assert person.taps <= MOST_TAPS - 2, "where they are is known"
    assert not failed, "the network was there"


def test_what_a_listing_says_and_does_not_say(newcomer: Page) -> None:
    look_from(newcomer, "LS29")
    # a date that is off is struck out, and said to be off
    off = row(newcomer, "Pain café")
    expect(off).to_contain_text("Not on")
    expect(off.locator("s")).to_contain_text(TUESDAY)
    row(newcomer, CLASS).click()
    sees(newcomer, CLASS)
    for section in ("When", "Where", "Cost", "Getting in and taking part", "Who it suits", "Contact"):
        expect(newcomer.get_by_role("heading", name=section, exact=True)).to_be_visible()
    # what is not stated is said, and is not a no
    expect(newcomer.locator("dt", has_text="Not stated")).to_be_visible()
    expect(newcomer.locator("dt", has_text="No").filter(has_not_text="Not")).to_have_count(0)


def test_the_second_time_needs_no_signal(newcomer: Page) -> None:
    look_from(newcomer, "LS29")
    ready_for_no_signal(newcomer, AREA)
    newcomer.get_by_role("link", name="Tai chi for beginners").click()
    newcomer.get_by_role("button", name="Save", exact=True).click()
    expect(newcomer.get_by_role("button", name="Saved. Take it off")).to_be_visible()
    aeroplane_mode(newcomer)
    # what was saved is there
    newcomer.goto("/near/saved")
    expect(newcomer.locator(".rows .what")).to_have_text(["Tai chi for beginners"])
    # a slip of the finger is forgiven without the server
    newcomer.goto("/near")
    unfold(newcomer, "More choices")
    newcomer.get_by_label("Find by words").fill("pilatse")
    expect(newcomer.locator(".rows .what")).to_have_text(["Gentle Pilates"])


def test_nothing_found_says_what_to_leave_out(newcomer: Page) -> None:
    look_from(newcomer, "LS29")
    need(newcomer, "Free")
    unfold(newcomer, "More choices")
    need(newcomer, "Men only")
    expect(newcomer.get_by_text("Nothing we know of fits all of that.")).to_be_visible()
    newcomer.get_by_role("button", name="Without “Men only”").click()
    expect(newcomer.locator(".rows .row").first).to_be_visible()
    # what can be done from home is looked for apart, and the place is not forgotten meanwhile
    newcomer.get_by_role("button", name="Change place").click()
    newcomer.get_by_role("button", name="Only things I can do from home").click()
    expect(newcomer.locator(".rows .what")).to_have_text(["Living with fibromyalgia, from home"])
    newcomer.get_by_role("button", name="Change place").click()
    newcomer.get_by_role("button", name="Use this again: Near LS29").click()
    expect(newcomer.get_by_text("Near LS29", exact=True)).to_be_visible()


def test_what_nobody_confirms_fades_and_then_is_not_shown(newcomer: Page) -> None:
    look_from(newcomer, "LS29")
    ready_for_no_signal(newcomer, AREA)
    aeroplane_mode(newcomer)
    for weeks, shown in ((1, True), (4, True), (7, False)):
        newcomer.clock.set_fixed_time(datetime.now(UTC) + timedelta(weeks=weeks))
        newcomer.goto("/near")
        expect(newcomer.get_by_role("status").filter(has_text="found")).to_be_visible()
        if not shown:
            expect(row(newcomer, CLASS)).to_have_count(0)
            continue
        expect(row(newcomer, CLASS)).to_be_visible()
        doubt = row(newcomer, CLASS).get_by_text("Please check before you go.")
        expect(doubt).to_have_count(1 if weeks == 4 else 0)


def say_it_was_not_on(page: Page, words: str) -> None:
    """From the list, without signal."""
    aeroplane_mode(page)
    page.get_by_role("link", name="Hands and a chat").click()
    page.get_by_role("link", name="It wasn’t on").click()
    sees(page, "Tell them what was wrong")
    page.get_by_role("radio", name="It wasn’t on").check()
    page.get_by_label("Is there more to say?").fill(words)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("this phone sends it later")).to_be_visible()


def test_it_was_not_on_is_told_later_when_there_is_no_signal(rose: Page, clinic: Clinic) -> None:
    go_to(rose, "More")
    expect(rose.get_by_role("link", name=TITLE)).to_be_visible()
    go_to(rose, "Today")
    rose.get_by_role("link", name=TITLE).click()
    look_from(rose, "LS29")
    say_it_was_not_on(rose, "It was dark inside.")
    assert "It was dark inside." not in reports(clinic)
    # it waits as entries do, and nobody loses it by signing out
    expect(rose.get_by_text("1 entry on this phone, not sent yet")).to_be_visible()
    rose.goto("/more/sign-out")
    expect(rose.get_by_text("If you sign out now, 1 entry is gone for good")).to_be_visible()
    with rose.expect_response(lambda answer: "/api/publishing/reports/" in answer.url):
        aeroplane_mode(rose, on=False)
    expect_told(clinic, "It was dark inside.")
    expect(rose.get_by_text("is gone for good")).to_have_count(0)
    expect(rose.get_by_text("not sent yet")).to_have_count(0)


def test_somebody_without_an_account_can_say_it_too(newcomer: Page, clinic: Clinic) -> None:
    look_from(newcomer, "LS29")
    ready_for_no_signal(newcomer)
    say_it_was_not_on(newcomer, "Nobody was there.")
    # it outlives the app, and is said to wait
    newcomer.goto("/near")
    expect(newcomer.get_by_text("1 thing that you told us waits for signal.")).to_be_visible()
    aeroplane_mode(newcomer, on=False)
    expect_told(clinic, "Nobody was there.")
    expect(newcomer.get_by_text("waits for signal")).to_have_count(0)


def reports(clinic: Clinic) -> list[str | None]:
    """The words of every report that the service's staff see."""
    return [each["words"] for each in clinic.sam.get("/api/publishing/reports").json()]


def expect_told(clinic: Clinic, words: str) -> None:
    until = time.monotonic() + 10
    while words not in reports(clinic):
        assert time.monotonic() < until, reports(clinic)
        time.sleep(0.2)


def test_a_listing_goes_into_the_calendar_and_the_map_opens_only_when_asked(newcomer: Page) -> None:
    look_from(newcomer, "LS29")
    newcomer.get_by_role("link", name=CLASS).click()
    with newcomer.expect_download() as download:
        newcomer.get_by_role("button", name="Add to calendar").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert f"SUMMARY:{CLASS}" in text
    directions = newcomer.get_by_role("link", name="Directions")
    assert directions.get_attribute("href").startswith(("geo:", "https://"))
    assert directions.get_attribute("rel") == "noopener noreferrer"
    call = newcomer.get_by_role("link", name="Call 0113 496 0110")
    expect(call).to_have_attribute("href", "tel:01134960110")


def test_where_the_phone_is_is_asked_only_when_pressed_and_told_to_a_mile(clinic: Clinic, devices: Devices) -> None:
    page = devices.phone(
        base_url=clinic.url, permissions=["geolocation"], geolocation={"latitude": 53.92149, "longitude": -1.80351}
    )
    page.goto("/near")
    with page.expect_request("**/api/listings/area") as asked:
        page.get_by_role("button", name="Use where I am now").click()
    assert {name: asked.value.post_data_json[name] for name in ("lat", "lon")} == {"lat": 53.92, "lon": -1.8}
    expect(page.get_by_text("Near where you were")).to_be_visible()
    expect(page.locator(".rows .row").first).to_be_visible()
