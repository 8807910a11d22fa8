"""What the worker shows when a reminder comes, and what becomes of a tap, by the browser's own debugger."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.locking import PIN, lock_now, lock_with
from journeys.steps.moving import aeroplane_mode, go_to, sees, until
from journeys.steps.reminding import BOX, KINDS, PhoneWorker, in_box, is_known_done, message, slot, wishes
from journeys.written import day, exercised, plan_for_every_day
from support.chromium import WHOLE, find, launch
from support.devices import Devices

TITLE = "Time for something you planned"


def todays() -> str:
    """The exercises of the day on which this is asked: a run may begin on one and end on another."""
    return slot("exercise", "", f"{day()}T10:00")


@pytest.fixture(scope="module")
def whole(playwright: Playwright) -> Iterator[Browser]:
    """A whole Chromium: the one without a desktop shows no notifications."""
    assert find(WHOLE), "notifications need a whole Chromium: chromium or google-chrome on PATH"
    browser = launch(playwright, whole=True)
    yield browser
    browser.close()


@pytest.fixture
def devices(whole: Browser) -> Iterator[Devices]:
    """Phones that may notify."""
    made = Devices(whole)
    yield made
    made.close()


@pytest.fixture
def phone_of(clinic: Clinic, devices: Devices) -> Callable[..., Page]:
    """The phone of a newcomer who wishes to be reminded and has exercises at 10 each day: `phone_of(*more_entries)`."""

    def open_phone(*entries: dict) -> Page:
        rose = clinic.newcomer("Rose", plan_for_every_day(), wishes(), *entries)
        page = devices.phone(base_url=clinic.url, permissions=["notifications"])
        return joining.signed_in(page, rose.code)

    return open_phone


@pytest.fixture
def phone(phone_of: Callable[..., Page]) -> Page:
    """The phone of somebody who has done nothing yet today."""
    return phone_of()


@pytest.fixture
def worker(phone: Page) -> PhoneWorker:
    """Its worker."""
    return PhoneWorker(phone)


def test_turning_them_on_writes_the_wishes_in_the_record_at_once(clinic: Clinic, devices: Devices) -> None:
    rose = clinic.newcomer("Rose", plan_for_every_day())
    page = joining.signed_in(devices.phone(base_url=clinic.url, permissions=["notifications"]), rose.code)
    aeroplane_mode(page)
    page.goto("/more/reminders")
    page.get_by_role("button", name="Turn on reminders").click()
    expect(page.get_by_text("this device has not reached your service yet")).to_be_visible()
    aeroplane_mode(page, on=False)
    page.goto("/more/sending")
    expect(page.get_by_text("Nothing is waiting to be sent.")).to_be_visible()
    body = clinic.entries_of(rose.person, "reminding")[-1]["body"]
    assert re.fullmatch(r"[\w-]{22}", body["key"])
    assert (body["zone"], body["kinds"]) == ("Europe/London", KINDS)
    assert body["quiet"] == {"from": "21:00", "to": "08:00"}
    assert not body.get("detailed")


def test_a_push_is_shown_as_the_service_wrote_it(worker: PhoneWorker) -> None:
    worker.gets(message(todays(), token="t", to=f"{worker.origin}/plan"))
    shown = worker.shows(TITLE)
    assert (shown["body"], shown["lang"], shown["silent"]) == ("Open it", "en-GB", False)
    assert shown["actions"] == [["done", "Done"], ["later", "Later"]]
    assert (shown["data"]["to"], shown["data"]["token"]) == ("/plan", "t")


def test_something_is_shown_whatever_comes(worker: PhoneWorker) -> None:
    worker.gets("this is no JSON")
    assert worker.shows("Jointly has something for you")["body"] == "Open Jointly to see what it is."


def test_a_second_push_with_the_same_tag_takes_the_place_of_the_first(worker: PhoneWorker) -> None:
    for title in ("First", "Second"):
        worker.gets(message("a", tag="same", title=title))
        worker.shows(title)
    assert [one["title"] for one in worker.in_sight()] == ["Second"]


def test_it_is_said_to_have_been_shown_only_after_it_was(worker: PhoneWorker) -> None:
    worker.asks(204)
    worker.gets(message("a", token="token-1"))
    worker.shows(TITLE)
    expect_asked(worker, "token-1", "shown")


def expect_asked(worker: PhoneWorker, token: str, said: str) -> None:
    """The worker told the service so, once, by the token alone."""
    poll(worker, lambda: [(a["body"]["token"], a["body"]["said"]) for a in worker.asked()].count((token, said)) == 1)
    assert {asked["url"] for asked in worker.asked()} == {"/api/reminders/said"}
    assert {asked["credentials"] for asked in worker.asked()} == {"omit"}


def poll(worker: PhoneWorker, holds: Callable[[], bool], tries: int = 300) -> None:
    """Ask again and again, each time after the page has had its turn."""
    for _ in range(tries):
        if holds():
            return
        worker.page.evaluate("() => new Promise((later) => setTimeout(later, 100))")
    raise AssertionError(f"still not so; asked: {worker.asked()}")


def test_what_was_done_without_a_signal_is_known_to_the_worker(phone_of: Callable[..., Page]) -> None:
    page = phone_of()
    worker = PhoneWorker(page)
    aeroplane_mode(page)
    go_to(page, "Today")
    page.get_by_role("button", name="Bad day").click()
    key = todays()
    is_known_done(page, key)
    worker.gets(message(key, token="t"))
    shown = worker.shows("Already done")
    assert (shown["body"], shown["actions"], shown["silent"]) == ("Rest", [], True)


def test_what_the_service_heard_from_another_phone_is_known_too(phone_of: Callable[..., Page]) -> None:
    page = phone_of(exercised("sit-to-stand", days_ago=0))
    key = todays()
    is_known_done(page, key)
    worker = PhoneWorker(page)
    worker.gets(message(key, slot("week", "", day().isoformat()), token="t"))
    worker.shows(TITLE)  # the one of the two that is done does not keep the other from being told


def test_a_locked_phone_knows_it_as_well(phone_of: Callable[..., Page]) -> None:
    page = phone_of(exercised("sit-to-stand", days_ago=0))
    key = todays()
    is_known_done(page, key)
    lock_with(page, "PIN", PIN)
    lock_now(page)
    worker = PhoneWorker(page)
    worker.gets(message(key, token="t"))
    worker.shows("Already done")


def test_done_is_told_by_its_token_and_nothing_else(worker: PhoneWorker) -> None:
    key = todays()
    worker.asks(204)
    worker.gets(message(key, token="token-2"))
    worker.shows(TITLE)
    worker.click(TITLE, "done")
    expect_asked(worker, "token-2", "done")
    assert worker.in_sight() == []
    assert key in in_box(worker.page, "done")
    assert in_box(worker.page, "said") == []
    # a second telling of the same, from before the service heard of it
    worker.gets(message(key, token="token-3"))
    worker.shows("Already done")


def test_later_without_a_signal_waits_and_is_passed_on_when_the_worker_next_wakes(worker: PhoneWorker) -> None:
    worker.asks(None)
    worker.gets(message("a", token="token-4"))
    worker.shows(TITLE)
    worker.click(TITLE, "later")
    assert [(said["token"], said["said"]) for said in in_box(worker.page, "said")] == [("token-4", "later")]
    assert "a" not in in_box(worker.page, "done")
    worker.asks(204)
    worker.gets(message("b", token="token-5", title="Another"))
    worker.shows("Another")
    expect_asked(worker, "token-4", "later")
    poll(worker, lambda: in_box(worker.page, "said") == [])


def test_what_waits_is_passed_on_when_the_app_opens(worker: PhoneWorker) -> None:
    page = worker.page
    worker.asks(None)
    worker.gets(message("a", token="token-6"))
    worker.shows(TITLE)
    worker.click(TITLE, "done")
    assert len(in_box(page, "said")) == 1
    page.goto("/more")
    poll(worker, lambda: in_box(page, "said") == [])


def test_a_tap_opens_what_it_is_about_in_the_app_that_is_open(worker: PhoneWorker) -> None:
    worker.gets(message("a", to=f"{worker.origin}/more/about"))
    worker.shows(TITLE)
    worker.click(TITLE)
    sees(worker.page, "About Jointly")
    assert in_box(worker.page, "tapped") == []


def test_a_tapped_reminder_can_be_put_off_in_the_app_where_phones_show_no_buttons(worker: PhoneWorker) -> None:
    page = worker.page
    worker.gets(message("a", token="token-7", to=f"{worker.origin}/more/about"))
    worker.shows(TITLE)
    worker.click(TITLE)
    sees(page, "About Jointly")
    expect(page.get_by_text("You opened a reminder.")).to_be_visible()
    with page.expect_request("**/api/reminders/said") as asked:
        page.get_by_role("button", name="Remind me later").click()
    assert (asked.value.post_data_json["token"], asked.value.post_data_json["said"]) == ("token-7", "later")
    expect(page.get_by_text("We will remind you again in an hour.")).to_be_focused()
    # it goes when somebody goes on, and a message that was never to be answered asks nothing
    go_to(page, "Today")
    expect(page.get_by_text("You opened a reminder.")).to_have_count(0)
    worker.gets(message("b", token="token-8", to=f"{worker.origin}/more/about", title="News", actions=[]))
    worker.shows("News")
    worker.click("News")
    sees(page, "About Jointly")
    expect(page.get_by_text("You opened a reminder.")).to_have_count(0)


def test_a_tapped_reminder_is_said_to_be_done_without_a_signal_too(worker: PhoneWorker) -> None:
    page = worker.page
    worker.gets(message("a", token="token-9", to=f"{worker.origin}/more/about"))
    worker.shows(TITLE)
    worker.click(TITLE)
    sees(page, "About Jointly")
    aeroplane_mode(page)
    page.get_by_role("button", name="Already done").click()
    expect(page.get_by_text("This is kept on this phone until your service can be reached.")).to_be_visible()
    assert [(said["token"], said["said"]) for said in in_box(page, "said")] == [("token-9", "done")]
    assert "a" in in_box(page, "done")
    with page.expect_request("**/api/reminders/said"):
        aeroplane_mode(page, on=False)
    poll(worker, lambda: in_box(page, "said") == [])


def test_a_message_leads_to_no_other_site(worker: PhoneWorker) -> None:
    worker.gets(message("a", to="https://evil.example/phish"))
    assert worker.shows(TITLE)["data"]["to"] == "/"


def test_a_worker_that_was_ended_meanwhile_shows_what_comes(worker: PhoneWorker) -> None:
    worker.gets(message("a"))
    worker.shows(TITLE)
    worker.forgets()
    worker.gets(message("b", title="After"))
    worker.shows("After")


def test_what_the_browser_refuses_to_show_at_first_is_shown(worker: PhoneWorker) -> None:
    """Firefox does that to a worker that has only just become the active one."""
    worker.worker.evaluate(REFUSES, 2)
    worker.gets(message("a"))
    worker.shows(TITLE)
    assert worker.worker.evaluate("() => self.refused") == 2


REFUSES = """(times) => {
  const show = registration.showNotification.bind(registration);
  self.refused = 0;
  registration.showNotification = (...given) => {
    if (self.refused === times) return show(...given);
    self.refused += 1;
    return Promise.reject(new TypeError("No active worker"));
  };
}"""


def test_a_new_address_of_the_browser_is_told_to_the_service_at_once(worker: PhoneWorker) -> None:
    asked = worker.worker.evaluate(MOVED)
    assert [(each["method"], each["url"]) for each in asked] == [("GET", "/api/me"), ("PUT", "/api/reminders/device")]
    assert asked[1]["body"] == {"endpoint": "https://push.example/new", "p256dh": "p", "auth": "a", "key": "BAQ"}
    assert asked[1]["token"] == "the token of this sign-in"


MOVED = """async () => {
  const asked = [];
  self.fetch = async (url, { method = "GET", body, headers }) => {
    asked.push({ url, method, body: body && JSON.parse(body), token: headers["X-Jointly-CSRF"] });
    if (method === "GET") return Response.json({ csrf: "the token of this sign-in" });
    return new Response(null, { status: 204 });
  };
  const work = [];
  const event = new Event("pushsubscriptionchange");
  const newSubscription = {
    endpoint: "https://push.example/new",
    options: { applicationServerKey: new Uint8Array([4, 4]).buffer },
    toJSON: () => ({ endpoint: "https://push.example/new", keys: { p256dh: "p", auth: "a" } }),
  };
  Object.assign(event, { oldSubscription: null, newSubscription, waitUntil: (promise) => work.push(promise) });
  self.dispatchEvent(event);
  await Promise.all(work);
  return asked;
}"""
"""The browser's own event, which no test can make it send, as it says it."""


def test_nothing_of_it_stays_after_signing_out(phone_of: Callable[..., Page]) -> None:
    page = phone_of(exercised("sit-to-stand", days_ago=0))
    is_known_done(page, todays())
    page.goto("/more/sign-out")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Your code")).to_be_visible()
    until(page, f"async () => (await ({BOX})('done')).length === 0")
