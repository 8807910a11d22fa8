"""Goals: making one a few questions at a time, a smaller step, looking at it again, and the plan for a bad day."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import FIRST, eventually, on_a_pathway
from journeys.steps.logging import choose_score, said, undo
from journeys.steps.moving import aeroplane_mode, go_to, kept, sees, unfold
from journeys.written import day, plan_for_every_day, written
from support.devices import Devices

SMALLER = "Would a smaller step make it easier? Or another time, or a friend with you, or something else?"


def a_goal(**changes: object) -> dict:
    """A goal that was made a week ago, with a look at it due today."""
    action = {"what": "walk to the corner", "when": "after lunch", "where": None, "confidence": 8}
    body = {"matters": None, "goal": "walk to the park", "importance": 9, "action": action, "coping": []}
    body |= {"review_on": day().isoformat(), "status": "active", "helped": None, "bad_day": "to the gate and back"}
    return written("goal", body | changes, days_ago=7)


def with_goal(clinic: Clinic, devices: Devices, **changes: object) -> Page:
    """A phone whose person has such a goal, and exercises today."""
    newcomer = clinic.newcomer("Rose", plan_for_every_day(), a_goal(**changes))
    return joining.signed_in(devices.phone(base_url=clinic.url), newcomer.code)


def step(page: Page, heading: str) -> None:
    """This step of the form is open."""
    expect(page.get_by_role("heading", level=2, name=heading)).to_be_visible()


def press_next(page: Page) -> None:
    """On to the next questions."""
    page.get_by_role("button", name="Next").click()


def goals_of(clinic: Clinic, page: Page) -> list[dict]:
    """What the server holds of the goals, version by version."""
    return [row["body"] for row in clinic.entries_of(joining.person(page), "goal")]


def received(page: Page) -> None:
    """The goal at hand has reached the server."""
    expect(page.locator("main .receipt").first).to_contain_text("Received")


def test_not_sure_a_smaller_step_and_a_plan_for_rain(clinic: Clinic, rose: Page) -> None:
    rose.goto("/goals")
    rose.get_by_role("link", name="Make a goal").click()
    sees(rose, "A new goal")
    # given a goal, without which there is nothing to go on with
    press_next(rose)
    expect(rose.get_by_role("alert")).to_contain_text("Write down the goal.")
    # the place where it is missing is taken to first: what is typed goes wherever the focus is by then
    expect(rose.get_by_label("What is your goal?")).to_be_focused()
    rose.get_by_label("What matters to you?").fill("My grandson")
    rose.get_by_label("What is your goal?").fill("Walk to the park")
    choose_score(rose, 9, question="How important")
    press_next(rose)
    step(rose, "Your first step")
    rose.get_by_label("What will you do?").fill("Walk to the park every day")
    rose.get_by_label("When?").fill("After lunch")
    press_next(rose)
    # when Rose says that she is 5 out of 10 sure
    choose_score(rose, 5, question="How sure")
    expect(rose.get_by_text(SMALLER)).to_be_visible()
    # then she can make the step smaller, and is asked again
    rose.get_by_role("button", name="Change my step").click()
    rose.get_by_label("What will you do?").fill("Walk to the corner")
    press_next(rose)
    expect(rose.get_by_text("Before the change you said 5 out of 10.")).to_be_visible()
    choose_score(rose, 8, question="How sure")
    expect(rose.get_by_text(SMALLER)).to_be_hidden()
    press_next(rose)
    # and plans for rain, of which one half alone is no plan
    rose.get_by_label("If…").fill("it rains")
    press_next(rose)
    expect(rose.get_by_role("alert")).to_contain_text("Fill in both parts")
    expect(rose.get_by_label("If…")).to_be_focused()
    rose.get_by_label("then I will…").fill("walk in the shopping centre")
    press_next(rose)
    rose.get_by_role("radio", name="In 2 weeks").check()
    rose.get_by_label("What will you do on a bad day?").fill("To the gate and back")
    rose.get_by_role("button", name="Save goal").click()
    expect(said(rose)).to_contain_text("Your goal is saved.")
    received(rose)
    expect(rose.get_by_text("If it rains: walk in the shopping centre")).to_be_visible()
    [body] = goals_of(clinic, rose)
    assert body == {
        "matters": "My grandson",
        "goal": "Walk to the park",
        "importance": 9,
        "action": {"what": "Walk to the corner", "when": "After lunch", "where": None, "confidence": 8},
        "coping": [{"if": "it rains", "then": "walk in the shopping centre"}],
        "review_on": (day() + timedelta(days=14)).isoformat(),
        "status": "active",
        "helped": None,
        "bad_day": "To the gate and back",
    }


def test_a_reload_in_the_middle_keeps_everything(rose: Page) -> None:
    # given a form that is filled in to the question how sure
    rose.goto("/goals/new")
    rose.get_by_label("What is your goal?").fill("Dance at Ann's wedding")
    press_next(rose)
    rose.get_by_label("What will you do?").fill("Dance to 1 song")
    press_next(rose)
    choose_score(rose, 3, question="How sure")
    kept(rose)
    # when the page is loaded again
    rose.reload()
    # then Rose is where she was, with what she said
    step(rose, "How sure you are")
    expect(rose.get_by_text("We kept what you filled in before.")).to_be_visible()
    expect(rose.get_by_text("Dance to 1 song")).to_be_visible()
    expect(rose.get_by_role("radio", name="3 out of 10")).to_be_checked()
    # and an answer of 3 keeps nothing from being saved
    rose.get_by_role("button", name="Save now").click()
    expect(said(rose)).to_contain_text("Your goal is saved.")
    expect(rose.get_by_text("3 out of 10")).to_be_visible()


def test_the_goal_alone_is_enough_and_works_with_no_signal(clinic: Clinic, rose: Page) -> None:
    # given no signal
    rose.goto("/goals")
    sees(rose, "Your goals")
    aeroplane_mode(rose)
    rose.get_by_role("link", name="Make a goal").click()
    rose.get_by_label("What is your goal?").fill("Get up the stairs")
    for _ in range(3):
        press_next(rose)
    rose.get_by_role("button", name="Save goal").click()
    expect(rose.locator("main .receipt").first).to_contain_text("On this phone")
    # when the signal is back
    aeroplane_mode(rose, on=False)
    received(rose)
    # then the goal is there with nothing made up
    [body] = goals_of(clinic, rose)
    assert body["goal"] == "Get up the stairs" and body["action"] is None and body["review_on"] is None


def test_deleting_is_undone(rose: Page) -> None:
    rose.goto("/goals/new")
    rose.get_by_label("What is your goal?").fill("Swim again")
    for _ in range(3):
        press_next(rose)
    rose.get_by_role("button", name="Save goal").click()
    # when Rose deletes it
    rose.get_by_role("button", name="Delete: Swim again").click()
    expect(rose.get_by_role("link", name="Make a goal")).to_be_visible()
    # then Undo brings it back
    expect(said(rose)).to_contain_text("deleted")
    undo(rose)
    expect(rose.get_by_role("heading", name="Swim again")).to_be_visible()


def test_a_look_that_is_due_is_a_quiet_row_and_a_new_version(clinic: Clinic, devices: Devices) -> None:
    phone = with_goal(clinic, devices)
    # given the row on Today
    phone.get_by_role("link", name="Look at your goal again").click()
    sees(phone, "Look at your goal again")
    # when it is saved with nothing said, it asks how it went
    phone.get_by_role("button", name="Save this look").click()
    expect(phone.get_by_role("alert")).to_contain_text("Choose how it went.")
    phone.get_by_role("radio", name="Not this time").check()
    expect(phone.get_by_text("That is all right")).to_be_visible()
    phone.get_by_label("What helped?").fill("Going with Ann")
    phone.get_by_role("radio", name="Take a smaller step").check()
    phone.get_by_label("What will you do?").fill("Walk to the gate")
    expect(phone.get_by_text("Before the change you said 8 out of 10.")).to_be_visible()
    choose_score(phone, 9, question="How sure")
    phone.get_by_role("radio", name="In 1 week").check()
    phone.get_by_role("button", name="Save this look").click()
    expect(said(phone)).to_contain_text("Thank you for looking back.")
    received(phone)
    # then it is another version of the same goal, and no row is left on Today
    before, after = goals_of(clinic, phone)
    assert after["reviewed"] == {"on": day().isoformat(), "went": "not"}
    assert (after["status"], after["helped"]) == ("active", "Going with Ann")
    assert after["action"] == before["action"] | {"what": "Walk to the gate", "confidence": 9}
    assert after["review_on"] == (day() + timedelta(days=7)).isoformat()
    go_to(phone, "Today")
    expect(phone.get_by_role("button", name="Bad day")).to_be_visible()
    expect(phone.get_by_role("link", name="Look at your goal again")).to_have_count(0)


def test_a_goal_that_is_finished_is_folded_away_and_can_be_taken_up(clinic: Clinic, devices: Devices) -> None:
    phone = with_goal(clinic, devices)
    phone.goto("/goals")
    phone.get_by_role("link", name="Look at it again: walk to the park").click()
    phone.get_by_role("radio", name="Done", exact=True).check()
    phone.get_by_role("radio", name="Finish with this goal").check()
    phone.get_by_role("button", name="Save this look").click()
    expect(phone.get_by_text("You are not working on a goal just now.")).to_be_visible()
    unfold(phone, "Reached (1)")
    phone.get_by_role("button", name="Work on it again: walk to the park").click()
    expect(said(phone)).to_contain_text("Good to see you.")
    expect(phone.get_by_role("link", name="Look at it again: walk to the park")).to_be_visible()


def test_a_bad_day_shows_what_was_planned_for_one(clinic: Clinic, devices: Devices) -> None:
    phone = with_goal(clinic, devices, review_on=None)
    phone.get_by_role("button", name="Bad day").click()
    expect(phone.get_by_role("heading", name="What you planned for a bad day")).to_be_visible()
    expect(phone.get_by_text("to the gate and back")).to_be_visible()


def test_the_diary_says_a_goal_in_words(clinic: Clinic, devices: Devices) -> None:
    phone = with_goal(clinic, devices)
    phone.goto("/diary")
    phone.get_by_text("Goal: walk to the park").click()
    expect(phone.get_by_text("Plan: walk to the corner")).to_be_visible()
    phone.get_by_role("link", name="Change").click()
    sees(phone, "Change your goal")
    expect(phone.get_by_label("What is your goal?")).to_have_value("walk to the park")


def test_how_sure_is_asked_once_there_is_a_plan_and_a_smaller_step_is_one_tap_away(
    clinic: Clinic, devices: Devices
) -> None:
    rose = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Rose", on_a_pathway(days_ago=0)).code)
    # given the first check-in, in which the question stands after the goal
    rose.goto(FIRST)
    expect(rose.locator(".rows .what").last).to_be_visible()
    parts = rose.locator(".rows .what").all_inner_texts()
    assert parts.index("How sure you are of your plan") == parts.index("Your goal and plan") + 1
    rose.goto(f"{FIRST}/goal")
    expect(rose.get_by_text("Nobody watches what you write.")).to_have_count(1)
    rose.get_by_label("What is your goal?").fill("Walk to the park")
    press_next(rose)
    rose.get_by_label("What will you do?").fill("Walk there every day")
    rose.get_by_role("button", name="Save now").click()
    expect(rose.get_by_role("heading", name="Walk to the park")).to_be_visible()
    # when Rose is 5 out of 10 sure of it
    rose.goto(f"{FIRST}/confidence")
    rose.get_by_role("group", name="How confident or sure").get_by_text("5", exact=True).click()
    expect(rose.get_by_text(SMALLER)).to_be_visible()
    rose.get_by_role("link", name="Look at my step again").click()
    # then her step is there to change, and is not looked back at on the day on which it was made
    expect(rose.get_by_text("How did it go?")).to_have_count(0)
    rose.get_by_role("button", name="Change: Walk to the park").click()
    step(rose, "Your first step")
    rose.get_by_label("What will you do?").fill("Walk to the corner")
    rose.get_by_role("button", name="Save now").click()
    expect(rose.get_by_text("Walk to the corner")).to_be_visible()
    eventually(rose, lambda: [goal["action"]["what"] for goal in goals_of(clinic, rose)][1:] == ["Walk to the corner"])
    assert len({row.get("entry") or row["id"] for row in clinic.entries_of(joining.person(rose), "goal")}) == 1
