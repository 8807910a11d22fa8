"""The diary: all that an entry keeps, what was deleted, and the one plan that is changed and never deleted there."""

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import eventually
from journeys.steps.logging import diary, log_pain, said
from journeys.steps.moving import go_to, sees, unfold
from journeys.steps.planning import choose_days
from journeys.written import day, exercised, plan_for_every_day, settled, written
from support.devices import Devices


def in_words(ago: int) -> str:
    """The day as the diary says it: Friday 20 November."""
    date = day(ago)
    return f"{date:%A} {date.day} {date:%B}"


def test_a_change_of_the_plan_is_read_there_and_cannot_be_deleted(clinic: Clinic, rose: Page) -> None:
    # given a plan
    plan = diary(rose).filter(has_text="Plan started")
    expect(plan).to_contain_text("Every day at 10am")
    # when she changes its days
    choose_days(rose, "Monday", "Friday")
    diary(rose).filter(has_text="Plan changed").click()
    # then its entry says the days, and the ones before
    sees(rose, "Plan changed")
    expect(rose.locator("dl")).to_contain_text("Monday and Friday at 10am")
    unfold(rose, "1 earlier version")
    expect(rose.locator("details")).to_contain_text("Plan started · Knee and hip programme · Every day at 10am")
    # and it leads to the plan in place of deleting it
    expect(rose.get_by_role("button", name="Delete")).to_have_count(0)
    rose.get_by_role("link", name="Go to your plan").click()
    sees(rose, "Your plan")
    assert not any(row.get("gone") for row in clinic.entries_of(joining.person(rose), "plan"))


def test_a_break_is_read_in_the_diary(clinic: Clinic, devices: Devices) -> None:
    plan = plan_for_every_day()
    plan["body"] |= {
        "days": {"mon": ["10:00", "19:30"], "wed": ["10:00", "19:30"], "sat": ["12:00"]},
        "paused": {"from": "2026-11-20", "until": "2026-11-30"},
    }
    phone = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Pia", plan).code)
    row = diary(phone).first
    expect(row).to_contain_text("Monday and Wednesday at 10am and 7:30pm · Saturday at midday")
    expect(row).to_contain_text("Paused from 20 November 2026 to 30 November 2026")


def test_what_was_deleted_can_be_brought_back_later(clinic: Clinic, rose: Page) -> None:
    # given something deleted, and the Undo bar long gone
    log_pain(rose, 3)
    diary(rose).filter(has_text="Pain 3").click()
    rose.get_by_role("button", name="Delete").click()
    sees(rose, "Diary")
    go_to(rose, "Today")
    expect(said(rose)).to_have_count(0)
    # when she looks for it at the end of the diary
    rows = diary(rose)
    unfold(rose, "Deleted (1)")
    expect(rows.filter(has_text="Pain 3")).to_have_count(0)
    rose.get_by_role("link", name="Pain 3 out of 10").click()
    rose.get_by_role("button", name="Bring it back").click()
    # then it is an entry like any other again
    sees(rose, "Pain 3 out of 10")
    expect(diary(rose).filter(has_text="Pain 3")).to_be_visible()
    expect(rose.get_by_text("Deleted (")).to_have_count(0)
    person = joining.person(rose)
    eventually(rose, lambda: gone(clinic, person) == [False, True, False])


def gone(clinic: Clinic, person: str) -> list[bool]:
    """Whether each version of their pain that the service holds deletes it."""
    return [row.get("gone", False) for row in clinic.entries_of(person, "pain")]


def test_only_the_last_50_deleted_entries_are_listed(clinic: Clinic, devices: Devices) -> None:
    first = [written("pain", {"score": 5, "regions": []}, days_ago=3) for _ in range(51)]
    gone = [written("pain", {}, days_ago=2) | {"entry": each["id"], "previous": each["id"]} for each in first]
    for each in gone:
        del each["body"]
        each["gone"] = True
    phone = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Del", *first, *gone).code)
    diary(phone)
    unfold(phone, "Deleted (51)")
    expect(phone.get_by_text("The last 50 are here.")).to_be_visible()
    expect(phone.locator("details .row")).to_have_count(50)


def test_an_exercise_says_all_that_was_said_of_it(clinic: Clinic, devices: Devices) -> None:
    done, unsure = exercised("bridge", days_ago=2), exercised("bridge", days_ago=3, confident=False)
    kim = clinic.newcomer("Kim", plan_for_every_day(), done, unsure, settled(days_ago=2))
    phone = joining.signed_in(devices.phone(base_url=clinic.url), kim.code)
    # then the answer of a morning says which day it is about
    expect(diary(phone).first).to_contain_text(f"Exercises on {in_words(2)}: settled by the next morning")
    # and an exercise shows how hard it was, and whether she felt sure
    for entry, sure in ((done, "Felt sure how to do it"), (unsure, "Did not feel sure how to do it")):
        phone.goto(f"/diary/{entry['id']}")
        facts = phone.locator("dl")
        expect(facts).to_contain_text("Level 1 · Pain 2 out of 10 while doing it · 2 sets · Effort 4 out of 10")
        expect(facts).to_contain_text(f"· {sure}")


def test_an_entry_that_was_moved_says_where_it_was(rose: Page) -> None:
    log_pain(rose, 6)
    diary(rose).filter(has_text="Pain 6").click()
    rose.get_by_role("link", name="Change").click()
    unfold(rose, "Not today?")
    rose.get_by_role("radio", name="Yesterday").check()
    rose.get_by_role("button", name="Save the change").click()
    sees(rose, "Pain 6 out of 10")
    expect(rose.locator("dl")).to_contain_text(in_words(1))
    unfold(rose, "1 earlier version")
    expect(rose.locator("details")).to_contain_text(f"{in_words(0)} {day():%Y} · Pain 6 out of 10")
