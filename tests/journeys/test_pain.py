"""Logging pain: quick, correctable, and never lost from under the thumb."""

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import choose_score, diary, log_pain, said, undo
from journeys.steps.moving import go_to, sees, unfold, until
from journeys.written import day

FULL = """
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    if (window.fullPhone === this.name) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, given);
  };
"""

# The last key, the last tap and the end of the page, with nothing in between.
CHANGE_AND_GO = """([score, note]) => setTimeout(() => {
  const field = document.querySelector("textarea");
  for (let length = 1; length <= note.length; length++) {
    field.value = note.slice(0, length);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  document.querySelector(`.scale input[value="${score}"]`).click();
  location.reload();
})"""
BESIDE = "Object.keys(localStorage).filter((key) => key.startsWith('draft'))"
IS_BESIDE = f"() => {BESIDE}.join() === 'draft pain new'"
"""It is sealed first, which takes a moment."""


def test_in_three_taps_and_no_typing_and_where_is_as_last_time(clinic: Clinic, rose: Page) -> None:
    # given that Rose said once where it hurts
    rose.get_by_role("link", name="Log pain").click()
    choose_score(rose, 6)
    rose.get_by_role("checkbox", name="Left knee").check()
    rose.get_by_role("button", name="Save pain").click()
    # when she logs pain again
    taps = log_pain(rose, 4)
    # then that took three taps, and the place is the same
    assert taps <= 3
    expect(said(rose)).to_contain_text("Received")
    rows = clinic.entries_of(joining.person(rose), "pain")
    assert [row["body"] for row in rows] == [{"score": score, "regions": ["left-knee"]} for score in (6, 4)]


def test_the_score_is_asked_for_and_not_guessed(rose: Page) -> None:
    rose.get_by_role("link", name="Log pain").click()
    # when she presses Save with no number chosen
    rose.get_by_role("button", name="Save pain").click()
    # then she is told, and taken there
    expect(rose.get_by_role("alert")).to_contain_text("Choose a number from 0 to 10")
    expect(rose.get_by_role("radio", name="0 out of 10, no pain")).to_be_focused()


def test_places_by_picture_by_list_and_by_keyboard(rose: Page) -> None:
    rose.get_by_role("link", name="Log pain").click()
    # given one place pressed on the picture
    rose.locator(".body-map g", has=rose.locator("title", has_text="Right hip")).first.click()
    expect(rose.get_by_role("checkbox", name="Right hip")).to_be_checked()
    # when she goes on by keyboard in the list
    rose.get_by_role("checkbox", name="Right knee").focus()
    rose.keyboard.press("Space")
    # then both are named above, and the picture shows both
    expect(rose.get_by_text("Right hip, Right knee")).to_be_visible()
    expect(rose.locator(".body-map g:has(.here) title", has_text="Right knee").first).to_be_attached()


def test_an_earlier_day_with_a_note(clinic: Clinic, rose: Page) -> None:
    rose.get_by_role("link", name="Log pain").click()
    choose_score(rose, 7)
    unfold(rose, "Add a note")
    rose.get_by_label("Anything to add?").fill("Long walk ☔ with Ann")
    # when she says that it was three days ago
    unfold(rose, "Not today?")
    rose.get_by_role("radio", name="Another day").check()
    then = day(3)
    rose.get_by_label("Which day?").fill(then.isoformat())
    rose.get_by_label("Which day?").press("Tab")
    rose.get_by_role("button", name="Save pain").click()
    # then it says so, and the server has it on that day
    expect(said(rose)).to_contain_text(f"{then:%A} {then.day} {then:%B}")
    expect(said(rose)).to_contain_text("Received")
    [row] = clinic.entries_of(joining.person(rose), "pain")
    assert row["at"].startswith(f"{then}T12:00") and row["picked"] and row["body"]["note"] == "Long walk ☔ with Ann"


def test_days_to_come_are_not_taken(clinic: Clinic, rose: Page) -> None:
    rose.get_by_role("link", name="Log pain").click()
    choose_score(rose, 2)
    unfold(rose, "Not today?")
    rose.get_by_role("radio", name="Another day").check()
    # when she mistypes the year
    rose.get_by_label("Which day?").fill("2035-01-01")
    rose.get_by_label("Which day?").press("Tab")
    rose.get_by_role("button", name="Save pain").click()
    # then it is not saved for that day
    expect(rose.get_by_role("alert")).to_contain_text("up to today")
    sees(rose, "Log pain")


def test_changing_keeps_what_was_said_before(clinic: Clinic, rose: Page) -> None:
    # given an entry
    log_pain(rose, 8)
    diary(rose).first.click()
    # when she changes it
    rose.get_by_role("link", name="Change").click()
    choose_score(rose, 5)
    rose.get_by_role("button", name="Save the change").click()
    # then it says the new number, and the old one is kept below
    sees(rose, "Pain 5 out of 10")
    unfold(rose, "1 earlier version")
    expect(rose.locator("details")).to_contain_text("Pain 8 out of 10")
    # and Undo brings the old one back, as a third version
    undo(rose)
    sees(rose, "Pain 8 out of 10")
    expect(rose.locator("dl .receipt")).to_contain_text("Received")
    assert [row["body"]["score"] for row in clinic.entries_of(joining.person(rose), "pain")] == [8, 5, 8]


def test_deleting_can_be_undone(clinic: Clinic, rose: Page) -> None:
    log_pain(rose, 3)
    diary(rose).first.click()
    # when she deletes it
    rose.get_by_role("button", name="Delete").click()
    sees(rose, "Diary")
    expect(rose.locator("main section .rows .row", has_text="Pain 3")).to_have_count(0)
    # then Undo brings it back, and nothing was lost on the way
    undo(rose)
    expect(rose.locator("main section .rows .row", has_text="Pain 3")).to_be_visible()
    expect(rose.locator("main section .rows .row", has_text="Pain 3")).to_contain_text("Received")
    rows = clinic.entries_of(joining.person(rose), "pain")
    assert [row.get("gone", False) for row in rows] == [False, True, False]


def test_what_was_filled_in_survives_a_reload(rose: Page) -> None:
    rose.get_by_role("link", name="Log pain").click()
    choose_score(rose, 9)
    unfold(rose, "Add a note")
    rose.get_by_label("Anything to add?").fill("Half a sentence")
    unfold(rose, "Not today?")
    rose.get_by_role("radio", name="Yesterday").check()
    # when the phone reloads the page in the middle
    rose.reload()
    # then it is all there, and she may start again instead
    expect(rose.get_by_text("We kept what you filled in before.")).to_be_visible()
    expect(rose.get_by_role("radio", name="9 out of 10")).to_be_checked()
    expect(rose.get_by_label("Anything to add?")).to_have_value("Half a sentence")
    expect(rose.get_by_role("radio", name="Yesterday")).to_be_checked()
    rose.get_by_role("button", name="Start again").click()
    expect(rose.get_by_role("radio", name="9 out of 10")).not_to_be_checked()
    unfold(rose, "Not today?")
    expect(rose.get_by_role("radio", name="Today")).to_be_checked()


def test_the_last_change_survives_a_reload_in_the_same_breath(rose: Page) -> None:
    rose.goto("/pain")
    for score in (4, 7, 2, 9, 0, 10):
        # when the page goes with her last change, before the phone's disk can have it
        expect(rose.get_by_label("Anything to add?")).to_be_attached()
        with rose.expect_navigation():
            rose.evaluate(CHANGE_AND_GO, [score, f"It was {score} by noon"])
        # then that change is there too
        expect(rose.get_by_label("Anything to add?")).to_have_value(f"It was {score} by noon")
        expect(rose.get_by_role("radio", name=f"{score} out of 10").first).to_be_checked()


def test_what_is_kept_beside_the_phones_database_goes_with_the_sign_out(rose: Page) -> None:
    # given a form that the database did not take
    rose.add_init_script(FULL)
    rose.goto("/pain")
    rose.evaluate("window.fullPhone = 'meta'")
    choose_score(rose, 8)
    until(rose, IS_BESIDE)
    # when she signs out
    go_to(rose, "More")
    rose.get_by_role("link", name="Sign out").click()
    rose.get_by_role("button", name="Sign out", exact=True).click()
    sees(rose, "Start using Jointly")
    # then nothing of it is left
    assert rose.evaluate(BESIDE) == []


def test_a_full_phone_says_so_and_keeps_the_form(rose: Page) -> None:
    # given a phone with no room left
    rose.add_init_script(FULL)
    rose.goto("/pain")
    rose.evaluate("window.fullPhone = 'rows'")
    choose_score(rose, 4)
    # when she saves
    rose.get_by_role("button", name="Save pain").click()
    # then it says that it was not saved, and the form is as she left it
    expect(rose.get_by_role("alert")).to_contain_text("Your phone has run out of room")
    expect(rose.get_by_role("radio", name="4 out of 10")).to_be_checked()
    # and with room again the same button works
    rose.evaluate("delete window.fullPhone")
    rose.get_by_role("button", name="Save pain").click()
    expect(said(rose)).to_contain_text("Pain 4 out of 10 saved.")
