"""The plan: its days and times, a break, and coming back."""

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import said, undo
from journeys.steps.moving import go_to, sees, unfold
from journeys.steps.planning import DAYS, choose_days, start_plan
from journeys.written import day
from support.devices import Devices


def today_is_planned(page: Page) -> None:
    """Today lists exercises."""
    go_to(page, "Today")
    sees(page, "Today")
    expect(page.locator("main section .rows .what").first).to_be_visible()


def today_is_free(page: Page, words: str) -> None:
    """Today lists none, and says why."""
    go_to(page, "Today")
    sees(page, "Today")
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.locator("main section .rows .what")).to_have_count(0)


def test_starting_changing_days_and_undo(clinic: Clinic, devices: Devices) -> None:
    # given somebody with no plan
    phone = devices.phone(base_url=clinic.url)
    phone = joining.signed_in(phone, clinic.newcomer("Ned").code)
    expect(phone.get_by_text("You have not started a plan yet.")).to_be_visible()
    start_plan(phone)
    # when he chooses today only
    today = DAYS[day().weekday()]
    choose_days(phone, today)
    today_is_planned(phone)
    # and then another day instead
    choose_days(phone, DAYS[(day().weekday() + 2) % 7])
    expect(said(phone)).to_contain_text("Received")
    today_is_free(phone, "No exercises are planned for today. Rest is part of the plan.")
    # then each change is a version of the one plan
    rows = clinic.entries_of(joining.person(phone), "plan")
    assert len(rows) == 3 and len({row.get("entry", row["id"]) for row in rows}) == 1


def test_times_of_a_day(clinic: Clinic, rose: Page) -> None:
    go_to(rose, "Plan")
    rose.get_by_role("button", name="Change days and times").click()
    # when Rose adds an evening on Mondays, and forgets the time at first
    rose.get_by_role("button", name="Add a time on Monday").click()
    rose.get_by_role("button", name="Save my week").click()
    expect(rose.get_by_role("alert")).to_contain_text("Put in a time for Monday.")
    rose.get_by_label("Time 2 on Monday", exact=True).fill("19:30")
    rose.get_by_role("button", name="Save my week").click()
    # then the week shows it, and Undo takes it back
    expect(said(rose)).to_contain_text("Your days and times are saved.")
    monday = rose.locator("main section", has_text="Your week")
    expect(monday).to_contain_text("7:30pm")
    undo(rose)
    expect(monday).not_to_contain_text("7:30pm")
    expect(rose.locator(".plan-receipt")).to_contain_text("Received")
    days = [row["body"]["days"]["mon"] for row in clinic.entries_of(joining.person(rose), "plan")]
    assert days == [["10:00"], ["10:00", "19:30"], ["10:00"]]


def test_a_half_made_change_survives_a_reload(rose: Page) -> None:
    go_to(rose, "Plan")
    rose.get_by_role("button", name="Change days and times").click()
    rose.get_by_role("checkbox", name="Sunday").uncheck()
    rose.reload()
    go_to(rose, "Plan")
    rose.get_by_role("button", name="Change days and times").click()
    sunday = rose.get_by_role("checkbox", name="Sunday")
    expect(sunday).not_to_be_checked()
    # then it says that this is not the plan yet, and she may begin again
    expect(rose.get_by_text("We kept what you filled in before.")).to_be_visible()
    rose.get_by_role("button", name="Start again").click()
    expect(sunday).to_be_checked()
    expect(rose.get_by_text("We kept what you filled in before.")).to_have_count(0)
    # and it can be given up
    rose.get_by_role("button", name="Keep old week").click()
    sees(rose, "Your plan")


def test_a_half_made_change_does_not_undo_what_another_phone_saved(
    clinic: Clinic, rose: Page, devices: Devices
) -> None:
    # given a change that Rose began, and then another of her phones saved one
    go_to(rose, "Plan")
    rose.get_by_role("button", name="Change days and times").click()
    rose.get_by_role("checkbox", name="Sunday").uncheck()
    go_to(rose, "Today")
    other = joining.signed_in(devices.phone(base_url=clinic.url), clinic.person_code(person=joining.person(rose)))
    choose_days(other, "Monday")
    expect(said(other)).to_contain_text("Received")
    hears(rose)
    # when she comes back to it
    go_to(rose, "Plan")
    expect(rose.locator("dl.week dd", has_text="10am")).to_have_count(1)
    rose.get_by_role("button", name="Change days and times").click()
    # then the form begins from the plan as it is, and says so
    overtaken = rose.locator(".notice", has_text="Your plan was changed since you began this.")
    expect(overtaken).to_be_visible()
    expect(rose.get_by_role("checkbox", checked=True)).to_have_count(1)
    # and so it does while she has it open
    rose.get_by_role("button", name="Keep old week").click()
    rose.get_by_role("button", name="Change days and times").click()
    expect(rose.get_by_role("checkbox", name="Sunday")).to_be_visible()
    expect(overtaken).to_have_count(0)
    rose.get_by_role("checkbox", name="Sunday").check()
    choose_days(other, "Tuesday", "Friday")
    expect(said(other)).to_contain_text("Received")
    hears(rose)
    expect(overtaken).to_be_visible()
    expect(rose.get_by_role("checkbox", name="Sunday")).not_to_be_checked()
    # what she saves then is saved, with nothing said of another change
    rose.get_by_role("checkbox", name="Sunday").check()
    rose.get_by_role("button", name="Save my week").click()
    expect(said(rose)).to_contain_text("Received")
    expect(overtaken).to_have_count(0)
    assert sorted(clinic.entries_of(joining.person(rose), "plan")[-1]["body"]["days"]) == ["fri", "sun", "tue"]


def hears(phone: Page) -> None:
    """The phone asks the server now, as when it comes online."""
    phone.evaluate("dispatchEvent(new Event('online'))")


def test_a_break_and_carrying_on(clinic: Clinic, rose: Page) -> None:
    go_to(rose, "Plan")
    # when Rose pauses until next week
    unfold(rose, "Take a break")
    rose.get_by_label("Start again on").fill(day(-7).isoformat())
    rose.get_by_role("button", name="Pause my plan").click()
    # then nothing is due, and Today says until when
    expect(said(rose)).to_contain_text("Your plan is paused.")
    today_is_free(rose, "Your plan is paused until")
    # and she can carry on before that
    go_to(rose, "Plan")
    rose.get_by_role("button", name="Carry on with my plan").click()
    expect(said(rose)).to_contain_text("Your plan is on again.")
    expect(said(rose)).to_contain_text("Received")
    today_is_planned(rose)
    assert [bool(row["body"]["paused"]) for row in clinic.entries_of(joining.person(rose), "plan")] == [
        False,
        True,
        False,
    ]
