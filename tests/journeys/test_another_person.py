"""A phone whose sign-in is one person's and whose record is another's: nothing is mixed, lost or refused."""

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import log_pain
from journeys.steps.moving import aeroplane_mode, sees

# Marks every row that was not sent as one that the server would not take.
REFUSE = """() => new Promise((resolve) => {
  indexedDB.open("jointly").onsuccess = ({ target: { result: database } }) => {
    const write = database.transaction(["rows", "outbox"], "readwrite");
    write.objectStore("outbox").clear();
    write.objectStore("rows").openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      const refused = { code: "bad-value", message: "No." };
      if (cursor.value.number === null) cursor.update({ ...cursor.value, refused });
      cursor.continue();
    };
    write.oncomplete = () => { database.close(); resolve(); };
  };
})"""


def test_a_reload_between_the_code_and_the_record_keeps_what_was_not_sent(clinic: Clinic, rose: Page) -> None:
    other = clinic.newcomer("Peter")
    rose_id = clinic.person_called("Rose")
    # given an unsent entry of Rose's, and a code of Peter's whose answer the phone never came to act on
    _log_unsent(rose)
    _use_code_and_die(rose, other.code)
    # when the app is opened again
    rose.unroute("**/api/sync")
    rose.goto("/")
    sees(rose, "Today")
    # then it says that somebody else is signed in, and what to do
    rose.get_by_role("link", name="Somebody else is signed in here").click()
    expect(rose.get_by_role("alert")).to_contain_text("It is the record of Peter, not of Rose")
    expect(rose.get_by_role("alert")).to_contain_text("1 entry of Rose has not been received")
    # and when Rose keeps hers and uses a code of her own, her entry is sent, and none of it to Peter
    rose.get_by_role("button", name="Keep the record of Rose").click()
    expect(rose.locator(".header")).to_contain_text("Signed out")
    joining.open_link(rose, clinic.person_code(person=rose_id))
    rose.get_by_role("button", name="It is for Rose").click()
    joining.confirm(rose)
    sees(rose, "Today")
    expect(rose.locator("details .receipt").first).to_contain_text("Received")
    assert len(clinic.entries_of(rose_id, "pain")) == 1
    assert clinic.entries_of(other.person, "pain") == []


def test_the_phone_can_be_given_to_the_person_who_is_signed_in(clinic: Clinic, rose: Page) -> None:
    other = clinic.newcomer("Peter")
    _log_unsent(rose)
    _use_code_and_die(rose, other.code)
    rose.unroute("**/api/sync")
    rose.goto("/join")
    rose.get_by_role("button", name="Remove it and open the record of Peter").click()
    rose.wait_for_url(lambda address: not address.endswith("/join"))  # a notice stood there before it was pressed
    joining.put_off(rose)
    sees(rose, "Today")
    expect(rose.get_by_text("Good to see you, Peter")).to_be_visible()
    expect(rose.locator(".connection")).to_have_count(0)


def test_entries_that_were_refused_are_not_removed_without_a_warning(clinic: Clinic, rose: Page) -> None:
    other = clinic.newcomer("Peter")
    _log_unsent(rose)
    rose.evaluate(REFUSE)
    # when a code of Peter's is opened on Rose's phone, where nothing waits to be sent
    joining.open_link(rose, other.code)
    rose.reload()
    # then what would be lost is said before, and again when the code turns out to be another's
    expect(rose.get_by_role("heading", name="1 entry of Rose has not been received")).to_be_visible()
    expect(rose.get_by_role("link", name="Sign Rose out")).to_be_visible()
    rose.get_by_role("button", name="It is for Rose").click()
    joining.confirm(rose)
    expect(rose.get_by_role("alert")).to_contain_text("1 entry of Rose has not been received")


def _log_unsent(page: Page) -> None:
    aeroplane_mode(page)
    log_pain(page, 5)
    page.route("**/api/sync", lambda route: route.abort())
    aeroplane_mode(page, False)


def _use_code_and_die(page: Page, code: str) -> None:
    """The server signs the phone in; the page is gone before it can do anything about it."""
    joining.open_link(page, code)
    page.get_by_role("button", name="It is for Rose").click()
    page.route("**/api/join", lambda route: (route.fetch(), route.abort("connectionreset")), times=1)
    joining.confirm(page)
    expect(page.get_by_role("alert")).to_contain_text("You are not connected")
