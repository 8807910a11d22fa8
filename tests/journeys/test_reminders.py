"""Reminders: what somebody wishes is theirs to choose with or without a signal, and what will come can be looked at."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic, Newcomer
from journeys.every_check import HOW_CLOSELY, Check, faults_of
from journeys.reminder_views import REMINDERS, ROUNDS
from journeys.steps import joining
from journeys.steps.moving import aeroplane_mode, go_to, sees, until
from journeys.steps.reminding import is_known_done, slot, wishes
from journeys.written import day, plan_for_every_day
from support.devices import Devices

HOME = "/more/reminders"


@pytest.fixture
def rose(clinic: Clinic) -> Newcomer:
    """Somebody with exercises each day at 10 who has no reminders yet."""
    return clinic.newcomer("Rose", plan_for_every_day())


@pytest.fixture
def phone(clinic: Clinic, devices: Devices, rose: Newcomer) -> Page:
    """Her phone."""
    return joining.signed_in(devices.phone(base_url=clinic.url), rose.code)


@pytest.fixture
def reminded(clinic: Clinic, devices: Devices) -> tuple[Page, Newcomer]:
    """The phone of somebody who has had reminders for long, and they themselves."""
    rose = clinic.newcomer("Rose", plan_for_every_day(), wishes(quiet={"from": "21:00", "to": "08:00"}))
    return joining.signed_in(devices.phone(base_url=clinic.url), rose.code), rose


def sent(page: Page) -> None:
    """Everything that was written here has been received. What is still being saved would go with the page: who calls
    this has seen that it was saved."""
    page.goto("/more/sending")
    expect(page.get_by_text("Nothing is waiting to be sent.")).to_be_visible()


def wished(clinic: Clinic, person: str) -> dict:
    """What the service holds of somebody's wishes now."""
    return clinic.entries_of(person, "reminding")[-1]["body"]


def test_they_are_offered_in_plain_words_before_the_browser_asks(phone: Page) -> None:
    go_to(phone, "More")
    phone.get_by_role("link", name="Reminders What to remind").click()
    sees(phone, "Reminders")
    expect(phone.get_by_text("It does not say what, unless you want it to.")).to_be_visible()
    assert phone.evaluate("() => Notification.permission") != "granted"


def test_a_browser_that_says_no_is_told_of_and_how_to_undo_it(phone: Page) -> None:
    phone.goto(HOME)
    expect(
        phone.get_by_text("This device is set to block reminders from Jointly.")
    ).to_be_visible()  # as headless ones are
    expect(phone.get_by_text("Find “Notifications” and choose “Allow”.")).to_be_visible()


def test_each_kind_is_a_choice_of_its_own_without_a_signal_too(clinic: Clinic, reminded: tuple[Page, Newcomer]) -> None:
    page, rose = reminded
    aeroplane_mode(page)
    page.goto(HOME)
    page.get_by_role("checkbox", name="Check-ins, when one opens").uncheck()
    page.get_by_role("checkbox", name="How was my week").check()
    page.get_by_role("checkbox", name="Somebody has answered me").uncheck()
    until(page, WAITING, 3)  # all three are on the disk
    aeroplane_mode(page, on=False)
    sent(page)
    body = wished(clinic, rose.person)
    assert body["kinds"] == ["exercise", "session", "change", "date"]
    assert body["week"] == {"day": "sun", "time": "18:00"}
    assert body["key"] == "AAECAwQFBgcICQoLDA0ODw"  # kept, as what is on its way carries keys made with it


def test_quiet_hours_the_week_a_break_and_the_lock_screen(clinic: Clinic, reminded: tuple[Page, Newcomer]) -> None:
    page, rose = reminded
    page.goto(f"{HOME}/when")
    page.get_by_label("Quiet from").fill("20:30")
    page.get_by_role("checkbox", name="Ask me once a week").check()
    page.get_by_label("On which day?").select_option("fri")
    page.get_by_label("At what time?").fill("19:00")
    page.get_by_role("button", name="Save").click()
    sees(page, "Reminders")
    expect(page.get_by_text("Quiet from 8:30pm to 8am")).to_be_visible()
    page.get_by_role("link", name="On the lock screen").click()
    expect(page.locator(".lock-screen")).to_have_text(re.compile("Time for something you planned"))
    page.get_by_role("radio", name="It says what it is").check()
    expect(page.locator(".lock-screen").first).to_have_text(re.compile("Time for your exercises"))
    page.get_by_role("link", name="Reminders").first.click()
    page.get_by_role("link", name="Take a break").click()
    page.get_by_role("radio", name="In two weeks").check()
    page.get_by_role("button", name="Start the break").click()
    expect(page.get_by_text("You are on a break.")).to_be_visible()
    sent(page)
    body = wished(clinic, rose.person)
    two_weeks_on = (day() + timedelta(days=14)).isoformat()
    assert (body["quiet"], body["week"]) == ({"from": "20:30", "to": "08:00"}, {"day": "fri", "time": "19:00"})
    assert (body["detailed"], body["paused_until"]) == (True, two_weeks_on)
    page.goto(HOME)
    page.get_by_role("button", name="End the break now").click()
    expect(page.get_by_text("You are on a break.")).to_have_count(0)
    sent(page)
    assert wished(clinic, rose.person).get("paused_until") is None


def test_dates_of_ones_own_are_added_changed_and_deleted_without_a_signal(
    clinic: Clinic, reminded: tuple[Page, Newcomer]
) -> None:
    page, rose = reminded
    soon, later = (day() + timedelta(days=ahead) for ahead in (5, 6))
    aeroplane_mode(page)
    page.goto(f"{HOME}/dates")
    page.get_by_role("button", name="Add a date").click()
    page.get_by_role("button", name="Save date").click()
    expect(page.get_by_text("Write what it is")).to_be_visible()
    page.get_by_label("What is it?").fill("Blood test")
    page.get_by_label("Which day?").fill(soon.isoformat())
    page.get_by_label("What time, if there is one?").fill("09:30")
    page.get_by_role("button", name="Save date").click()
    row = page.locator("main .rows .row")
    expect(row).to_have_text(re.compile("Blood test.*9:30am"))
    page.get_by_role("button", name="Change Blood test").click()
    page.get_by_label("Which day?").fill(later.isoformat())
    page.get_by_role("button", name="Save date").click()
    expect(row).to_have_text(re.compile(rf"Blood test.*\b{later.day} {later:%B}"))
    aeroplane_mode(page, on=False)
    sent(page)
    [added, moved] = clinic.entries_of(rose.person, "own-date")
    assert added["body"] == {"on": soon.isoformat(), "at": "09:30", "what": "Blood test"}
    assert (moved["previous"], moved["body"]["on"]) == (added["id"], later.isoformat())
    # the worker knows at once that the old day is no longer it
    is_known_done(page, slot("date", f"{added['id']}/day", soon.isoformat()))
    page.goto(f"{HOME}/dates")
    page.get_by_role("button", name="Delete Blood test").click()
    expect(page.get_by_text("No dates yet.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(row).to_have_count(1)


def test_the_next_14_days_can_be_looked_at_without_a_signal(reminded: tuple[Page, Newcomer]) -> None:
    page, _ = reminded
    page.goto(f"{HOME}/ahead")
    rows = page.locator("main .rows .row")
    expect(rows.first).to_have_text(re.compile("10am.*Your exercises"))
    count = rows.count()
    assert 13 <= count <= 15
    until(page, KEPT, "reminders-rehearsal")
    aeroplane_mode(page)
    page.reload()
    expect(rows).to_have_count(count)
    expect(page.get_by_text("No signal. This is what we knew at")).to_be_visible()


def test_a_phone_that_never_looked_at_them_has_them_too(reminded: tuple[Page, Newcomer]) -> None:
    page, _ = reminded
    page.goto("/")
    until(page, KEPT, "reminders-rehearsal")
    aeroplane_mode(page)
    page.goto(f"{HOME}/ahead")
    expect(page.locator("main .rows .row").first).to_be_visible()


WAITING = """(wanted) => new Promise((found, failed) => {
  const opening = indexedDB.open("jointly");
  opening.onerror = failed;
  opening.onsuccess = () => {
    const counted = opening.result.transaction("outbox").objectStore("outbox").count();
    counted.onsuccess = () => { opening.result.close(); found(counted.result === wanted); };
  };
})"""
"""Whether so many things that were written here wait to be sent."""
KEPT = """(name) => new Promise((found, failed) => {
  const opening = indexedDB.open("jointly");
  opening.onerror = failed;
  opening.onsuccess = () => {
    const asked = opening.result.transaction("meta").objectStore("meta").get(name);
    asked.onsuccess = () => { opening.result.close(); found(asked.result !== undefined); };
  };
})"""


def test_what_somebody_does_not_see_of_a_phone_is_sealed(reminded: tuple[Page, Newcomer]) -> None:
    page, _ = reminded
    page.goto(f"{HOME}/ahead")
    expect(page.locator("main .rows .row").first).to_be_visible()
    until(page, KEPT, "reminders-rehearsal")
    kept = page.evaluate(
        """() => new Promise((found) => {
          const opening = indexedDB.open("jointly");
          opening.onsuccess = () => {
            const asked = opening.result.transaction("meta").objectStore("meta").get("reminders-rehearsal");
            asked.onsuccess = () => { opening.result.close(); found(asked.result instanceof Uint8Array); };
          };
        })"""
    )
    assert kept is True


def opened_anew(page: Page) -> None:
    """Today, with all that it draws in quiet moments, of which the question about another clock is the last."""
    with page.expect_response("**/assets/OtherClock-*.js"):
        page.reload()
    sees(page, "Today")
    for _ in range(3):
        page.evaluate(QUIET)


QUIET = "() => new Promise((quiet) => requestIdleCallback(() => requestAnimationFrame(() => setTimeout(quiet))))"


def test_another_clock_is_noticed_and_asked_about(clinic: Clinic, devices: Devices) -> None:
    rose = clinic.newcomer("Rose", plan_for_every_day(), wishes())
    page = joining.signed_in(devices.phone(base_url=clinic.url, timezone_id="America/New_York"), rose.code)
    asked = page.get_by_text("You seem to be in New York now. Remind you by the time there?")
    expect(asked).to_be_visible()
    page.get_by_role("button", name="No", exact=True).click()
    expect(asked).to_have_count(0)
    opened_anew(page)
    expect(asked).to_have_count(0)
    assert wished(clinic, rose.person)["zone"] == "Europe/London"


def test_another_clock_is_taken_when_somebody_says_so(clinic: Clinic, devices: Devices) -> None:
    rose = clinic.newcomer("Rose", plan_for_every_day(), wishes())
    page = joining.signed_in(devices.phone(base_url=clinic.url, timezone_id="America/New_York"), rose.code)
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.get_by_text("You seem to be in")).to_have_count(0)
    sent(page)
    assert wished(clinic, rose.person)["zone"] == "America/New_York"


def test_a_zone_whose_clocks_show_the_same_is_not_asked_about(clinic: Clinic, devices: Devices) -> None:
    rose = clinic.newcomer("Rose", plan_for_every_day(), wishes())
    page = joining.signed_in(devices.phone(base_url=clinic.url, timezone_id="Europe/Guernsey"), rose.code)
    opened_anew(page)
    expect(page.get_by_text("You seem to be in")).to_have_count(0)


def test_the_calendar_link_is_made_read_and_ended(reminded: tuple[Page, Newcomer]) -> None:
    page, _ = reminded
    page.goto(f"{HOME}/ways")
    page.get_by_role("button", name="Make a link").click()
    address = page.locator(".calendar-link").inner_text()
    calendar = page.request.get(address)
    assert calendar.ok
    assert calendar.text().startswith("BEGIN:VCALENDAR")
    page.get_by_role("button", name="End the link").click()
    expect(page.locator(".calendar-link")).to_have_count(0)
    expect(page.get_by_role("button", name="Make a link")).to_be_visible()
    assert page.request.get(address).status == 404


@pytest.fixture
def told(clinic: Clinic, devices: Devices) -> tuple[Page, Newcomer]:
    """The phone of somebody who was told of her exercises a moment ago, and she herself. Her reminder key is her own:
    what is due is found by its key, among all people of a service."""
    rose = clinic.newcomer("Rose", plan_for_every_day(), wishes(key=token_urlsafe(16)))
    page = joining.signed_in(devices.phone(base_url=clinic.url), rose.code)
    tell_now(clinic, page, rose.person)
    return page, rose


def tell_now(clinic: Clinic, page: Page, person: str) -> None:
    """As if the time of somebody's next exercises had come: it is told, and in the list of what was sent."""
    now = datetime.now(UTC).isoformat(" ", "microseconds")
    with closing(sqlite3.connect(clinic.server.data / "jointly.sqlite3", timeout=30)) as database:
        waits_for(page, lambda: database.execute(NEXT_EXERCISES, (person,)).fetchall())
        [[id]] = database.execute(NEXT_EXERCISES, (person,)).fetchall()
        with database:
            database.execute("update due set at = ? where id = ?", (now, id))
            database.execute("update reminded set next_at = ? where person = ?", (now, person))
    with clinic.signed_in_with(clinic.person_code(person=person)) as other:
        waits_for(page, lambda: other.get("/api/reminders/told").json()["told"])


NEXT_EXERCISES = (
    "select id from due where person = ? and kind = 'exercise' and state = 'waiting' and local <> 'later' "
    "order by at limit 1"
)


def waits_for(page: Page, holds: Callable[[], object], seconds: int = 60) -> None:
    """Ask the service again and again, each time after the page has had its turn."""
    for _ in range(seconds * 4):
        if holds():
            return
        page.evaluate("() => new Promise((later) => setTimeout(later, 250))")
    raise AssertionError("still not so")


def coming(clinic: Clinic, person: str) -> list[list[str]]:
    """What is to come for somebody, by kinds and what they belong to, in order."""
    with clinic.signed_in_with(clinic.person_code(person=person)) as phone:
        tellings = phone.get("/api/reminders/rehearsal?days=1").json()["tellings"]
    return [[item["local"] for item in telling["items"]] for telling in tellings]


def test_what_was_sent_can_come_again_later_as_on_a_phone_with_buttons_for_it(
    clinic: Clinic, told: tuple[Page, Newcomer]
) -> None:
    page, rose = told
    page.goto(f"{HOME}/sent")
    page.get_by_role("button", name="Remind me later: Your exercises").click()
    said = page.get_by_text("We will remind you again in an hour.")
    expect(said).to_be_focused()  # the button that was pressed is gone
    assert coming(clinic, rose.person)[0] == ["later"]
    page.reload()
    expect(page.get_by_text("you asked for it later")).to_be_visible()
    expect(page.get_by_role("button", name="Remind me later")).to_have_count(0)


def test_what_was_sent_can_be_said_to_be_done_without_a_signal(clinic: Clinic, told: tuple[Page, Newcomer]) -> None:
    page, rose = told
    page.goto(f"{HOME}/sent")
    button = page.get_by_role("button", name="Already done: Your exercises")
    expect(button).to_be_visible()
    until(page, KEPT, "reminders-told")
    aeroplane_mode(page)
    page.reload()
    button.click()
    kept = page.get_by_text("This is kept on this phone until your service can be reached.")
    expect(kept).to_be_visible()
    page.reload()
    expect(kept).to_be_visible()
    expect(button).to_have_count(0)
    aeroplane_mode(page, on=False)
    with clinic.signed_in_with(clinic.person_code(person=rose.person)) as other:
        waits_for(page, lambda: other.get("/api/reminders/told").json()["told"][0]["done_at"])
    page.reload()
    expect(page.get_by_text("you pressed “Done”")).to_be_visible()


def test_no_adverts_are_sent_and_it_is_said(reminded: tuple[Page, Newcomer]) -> None:
    page, _ = reminded
    page.goto(HOME)
    expect(page.get_by_text("Jointly sends no adverts.")).to_be_visible()
    expect(page.get_by_text("it would be one more choice here, and it would be off")).to_be_visible()


def test_stopping_all_of_them_can_be_taken_back(clinic: Clinic, reminded: tuple[Page, Newcomer]) -> None:
    page, rose = reminded
    page.goto(HOME)
    page.get_by_role("button", name="Stop all reminders").click()
    expect(page.get_by_text("Jointly can tell you when")).to_be_visible()
    sent(page)
    assert clinic.entries_of(rose.person, "reminding")[-1]["gone"] is True
    page.goto(HOME)
    expect(page.get_by_text("Jointly can tell you when")).to_be_visible()
    expect(page.get_by_role("checkbox", name="My exercises")).to_have_count(0)


def worker_on(page: Page, clinic: Clinic) -> Page:
    """Sam, an advisor, on this device."""
    joining.open_link(page, clinic.link_of("Sam").partition("#")[2])
    joining.confirm(page)
    page.wait_for_selector("nav")
    return page


def test_staff_choose_when_they_hear_of_work(clinic: Clinic, devices: Devices) -> None:
    page = worker_on(devices.desktop(base_url=clinic.url), clinic)
    page.goto(HOME)
    page.get_by_role("checkbox", name="People who are due").check()
    page.get_by_label("At what time?").fill("07:45")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved", exact=True)).to_be_attached()
    page.reload()
    expect(page.get_by_role("checkbox", name="People who are due")).to_be_checked()
    expect(page.get_by_label("At what time?")).to_have_value("07:45")
    # what another device of theirs set beside it stays
    with clinic.signed_in_as("Sam") as sam:
        wished = sam.get("/api/reminders/rounds").json() | {"quiet": {"from": "20:00", "to": "07:00"}}
        sam.put("/api/reminders/rounds", json=wished).raise_for_status()
    page.reload()
    page.get_by_role("checkbox", name="Saturday").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    with clinic.signed_in_as("Sam") as sam:
        now = sam.get("/api/reminders/rounds").json()
    assert (now["quiet"], now["days"][-1]) == ({"from": "20:00", "to": "07:00"}, "sat")


@HOW_CLOSELY
def test_every_screen_of_reminders(clinic: Clinic, phone: Page, axe: Check, closely: bool) -> None:
    faults = faults_of(phone, REMINDERS, axe, closely=closely)
    assert not faults, "\n".join(faults)


@HOW_CLOSELY
def test_every_screen_of_rounds(clinic: Clinic, devices: Devices, axe: Check, closely: bool) -> None:
    page = worker_on(devices.phone(base_url=clinic.url), clinic)
    faults = faults_of(page, ROUNDS, axe, closely=closely)
    assert not faults, "\n".join(faults)
