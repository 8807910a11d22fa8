"""The phone's own storage: full, cleared by the browser, or damaged. It is said, and nothing goes without a word."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from faults.near_server import NearServer
from faults.phone_page import check_once_each, fill_pain, join, log_pain, save_many, scores, wait_for, wait_until_sent
from faults.profile import Profile
from journeys.steps.joining import put_off
from support.devices import Devices

NOTE = "Worse on the stairs since the morning. " * 100
# Fills the blobs of the rows named, or of all, with noise.
DAMAGE = """(ids) => new Promise((resolve) => {
  indexedDB.open("jointly").onsuccess = ({ target: { result: database } }) => {
    const write = database.transaction("rows", "readwrite");
    write.objectStore("rows").openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      const blob = crypto.getRandomValues(new Uint8Array(90));
      if (!ids || ids.includes(cursor.value.id)) cursor.update({ ...cursor.value, blob });
      cursor.continue();
    };
    write.oncomplete = () => { database.close(); resolve(); };
  };
})"""
# IndexedDB that opens nothing for as long as the tab says so.
SHUT = """
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...request) {
  if (sessionStorage.shut) throw new DOMException("Internal error opening backing store", "UnknownError");
  return open.apply(this, request);
};
"""
# A phone without room, for as long as the tab says so. A disk that is full to the last byte is nothing to hold an app
# to: Chromium lets no page write long before that, and when it is, throws away at random all that it keeps.
FULL = """
for (const write of ["put", "add"]) {
  const before = IDBObjectStore.prototype[write];
  IDBObjectStore.prototype[write] = function (...row) {
    if (sessionStorage.full) throw new DOMException("no room", "QuotaExceededError");
    return before.apply(this, row);
  };
}
"""
# A later version of the database, as a newer app would have left it.
NEWER = """() => new Promise((resolve) => {
  const opening = indexedDB.open("jointly", 9);
  opening.onsuccess = () => { opening.result.close(); resolve(); };
})"""
COUNT_ROWS = """() => new Promise((resolve) => {
  indexedDB.open("jointly").onsuccess = ({ target: { result: database } }) => {
    database.transaction("rows").objectStore("rows").count().onsuccess = ({ target }) => {
      database.close();
      resolve(target.result);
    };
  };
})"""


@pytest.fixture
def phone(devices: Devices, near: NearServer) -> Page:
    """A phone, and a service to join."""
    near.start()
    return devices.phone()


def test_a_full_phone_keeps_what_was_typed_and_what_was_saved(near: NearServer, phone: Page) -> None:
    phone.add_init_script(FULL)
    person = join(phone, near)
    near.stop()
    saved = set(save_many(phone, 20))
    fill_pain(phone, 6, NOTE)
    phone.wait_for_timeout(1_000)  # the draft is kept
    phone.evaluate("sessionStorage.full = 'yes'")
    _refused(phone)
    phone.reload()  # the app must not take a full phone for a broken one
    _refused(phone)
    phone.evaluate("delete sessionStorage.full")
    near.start()
    _save_with_room(phone)
    wait_until_sent(phone)
    assert check_once_each(near, person, saved) == 21


def test_storage_cleared_by_the_browser_comes_back_through_the_cookie(near: NearServer, phone: Page) -> None:
    person = join(phone, near)
    saved = set(save_many(phone, 30))
    wait_until_sent(phone)
    _evict(phone)
    after = log_pain(phone, 7)  # the page was open all the time
    phone.reload()
    expect(phone.get_by_role("heading", name="Today")).to_be_visible()
    wait_for(lambda: len(scores(phone)) == 31, lambda: scores(phone), seconds=10)
    wait_until_sent(phone)
    assert check_once_each(near, person, saved | {after}) == 31


def test_damaged_entries_come_back_or_are_told(near: NearServer, phone: Page) -> None:
    person = join(phone, near)
    received = set(save_many(phone, 10))
    wait_until_sent(phone)
    near.stop()
    [lost, kept] = save_many(phone, 2)
    phone.evaluate(DAMAGE, [*received, lost])
    phone.goto(near.url)
    phone.get_by_role("link", name="1 entry on this phone can no longer be read").click()
    expect(phone.get_by_text("Your phone damaged these before they were sent.")).to_be_visible()
    expect(phone.get_by_text("Written on ")).to_have_count(1)
    near.start()
    phone.reload()
    wait_for(lambda: len(scores(phone)) == 11, lambda: scores(phone))
    wait_until_sent(phone)
    assert check_once_each(near, person, received | {kept}) == 11
    expect(phone.get_by_text("Written on ")).to_have_count(1)
    phone.get_by_role("button", name="I understand").click()
    expect(phone.get_by_text("can no longer be read")).to_have_count(0)
    phone.reload()
    expect(phone.get_by_role("heading", name="Sending")).to_be_visible()
    expect(phone.get_by_text("can no longer be read")).to_have_count(0)


def test_a_database_of_a_newer_app_is_said_and_left_alone(near: NearServer, phone: Page) -> None:
    join(phone, near)
    near.stop()
    save_many(phone, 5)
    phone.evaluate(NEWER)
    phone.reload()
    expect(phone.get_by_role("heading", name="A newer Jointly is open")).to_be_visible()
    assert phone.evaluate(COUNT_ROWS) == 5


def test_a_database_that_cannot_be_opened_is_given_up_only_by_the_person(near: NearServer, phone: Page) -> None:
    person = join(phone, near)
    save_many(phone, 5)
    wait_until_sent(phone)
    phone.add_init_script(SHUT)
    phone.evaluate("sessionStorage.shut = 'yes'")
    phone.reload()
    expect(phone.get_by_role("heading", name="Jointly cannot open")).to_be_visible(timeout=10_000)
    phone.evaluate("delete sessionStorage.shut")
    assert phone.evaluate(COUNT_ROWS) == 5, "nothing was deleted by itself"
    phone.get_by_text("If that does not help").click()
    phone.get_by_role("button", name="Clear Jointly and start again").click()
    # whoever holds a phone that nobody unlocked gets no diary by breaking it: it is signed out
    expect(phone.get_by_role("heading", name="Start using Jointly")).to_be_visible()
    phone.goto(f"{near.url}/join#{near.person_code(person)}")
    phone.get_by_role("button", name="Open my record").click()
    put_off(phone)
    wait_for(lambda: len(scores(phone)) == 5, lambda: scores(phone), seconds=10)


def test_files_that_the_disk_damaged_are_pulled_again(near: NearServer, playwright: Playwright, tmp_path: Path) -> None:
    near.start()
    profile = Profile(playwright, tmp_path / "profile")
    page = profile.open()
    person = join(page, near)
    saved = set(save_many(page, 30))
    wait_until_sent(page)
    profile.close()
    damaged = [file for file in profile.folder.rglob("*.indexeddb.leveldb/*") if file.suffix in (".log", ".ldb")]
    damaged += profile.folder.rglob("*.indexeddb.leveldb/MANIFEST-*")
    for file in damaged:
        file.write_bytes(os.urandom(file.stat().st_size))
    assert damaged
    page = profile.open()
    page.goto(near.url)
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    wait_for(lambda: len(scores(page)) == 30, lambda: scores(page), seconds=15)
    fresh = log_pain(page, 2)
    wait_until_sent(page)
    assert check_once_each(near, person, saved | {fresh}) == 31
    profile.close()


def _refused(page: Page) -> None:
    """The form as it was filled in is not saved for want of room, and keeps what is in it."""
    _still_there(page)
    page.get_by_role("button", name="Save pain").click()
    expect(page.get_by_role("heading", name="Your phone has run out of room")).to_be_visible()
    _still_there(page)


def _still_there(page: Page) -> None:
    expect(page.get_by_label("Anything to add?")).to_have_value(NOTE)
    expect(page.get_by_role("radio", name="6 out of 10").first).to_be_checked()


def _save_with_room(page: Page) -> None:
    page.get_by_role("button", name="Save pain").click()
    expect(page.get_by_text("Pain 6 out of 10 saved.").first).to_be_visible()


def _evict(page: Page) -> None:
    """As a browser does that needs the room: the databases go, the cookie stays."""
    devtools = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "indexeddb"})
