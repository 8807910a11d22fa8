"""Advising somebody: an old plan, a contact over a reload, one from paper, goals, and scores over time."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic, Newcomer
from journeys.steps import joining
from journeys.steps.checking import checked_in, eventually, none_of_these, on_a_pathway
from journeys.steps.logging import choose_score
from journeys.steps.moving import sees
from journeys.steps.working import at_work, open_diary
from journeys.written import day, plan_for_every_day, written
from support.devices import Devices

TABLET = {"width": 768, "height": 1024}
LONGER_THAN_A_PAGE = 2_010


@pytest.fixture
def sam(clinic: Clinic, devices: Devices) -> Page:
    """Sam's tablet."""
    tablet = devices.desktop(base_url=clinic.url, viewport=TABLET)
    return at_work(tablet, clinic, "Sam", "People and codes")


def sharing(clinic: Clinic, called: str, *entries: dict) -> Newcomer:
    """Somebody who shares all that they wrote."""
    newcomer = clinic.newcomer(called, *entries)
    clinic.share_with_team(newcomer.person, "pain", "exercise", "checkins", "notes")
    return newcomer


def pain(days_ago: int) -> dict:
    """Pain that was written down."""
    return written("pain", {"score": 3, "regions": []}, days_ago=days_ago)


def scored(total: float, *, days_ago: int, version: str = "UK English") -> dict:
    """A result of the MSK-HQ, as it stood on paper."""
    body = {
        "instrument": "msk-hq",
        "version": version,
        "total": total,
        "subscales": {},
        "on": day(days_ago).isoformat(),
    }
    return written("score", body | {"group": None, "licence": None}, days_ago=days_ago)


def test_a_plan_of_long_ago_is_changed_and_no_second_one_is_made(sam: Page, clinic: Clinic) -> None:
    later = [pain(days_ago=1) for _ in range(LONGER_THAN_A_PAGE)]
    lena = sharing(clinic, "Lena", plan_for_every_day(weeks=30), on_a_pathway(days_ago=200), *later)
    # given a diary whose newest part does not reach back to the plan
    open_diary(sam, "Lena")
    expect(sam.get_by_text("Knee and hip programme")).to_be_visible()
    expect(sam.get_by_text("Joint Pain Advisor", exact=True)).to_be_visible()
    # when Sam chooses another programme, after a reload too
    sam.get_by_role("link", name="Choose a programme and exercises").click()
    sam.reload()
    expect(sam.get_by_role("radio", name="Knee and hip programme")).to_be_checked()
    sam.get_by_role("radio", name="Back programme").check()
    sam.get_by_role("button", name="Save for Lena").click()
    expect(sam.get_by_role("alert")).to_contain_text("Choose how")
    sam.get_by_role("radio", name="On a call").check()
    sam.get_by_role("button", name="Save for Lena").click()
    sees(sam, "Lena")
    # then it is the same plan, changed, and says how it came to be
    first, second = clinic.entries_of(lena.person, "plan")
    assert (second["entry"], second["how"], second["body"]["programme"]) == (first["id"], "phone", "back")


def test_a_contact_goes_on_after_a_reload_in_the_middle_of_a_screen(sam: Page, clinic: Clinic) -> None:
    ann = sharing(clinic, "Anna", on_a_pathway(days_ago=1))
    open_diary(sam, "Anna")
    sam.get_by_role("link", name="Do this check-in").click()
    sam.get_by_role("button", name="Begin").click()
    sam.get_by_role("link", name="Is anything new?").click()
    none_of_these(sam)
    sees(sam, "Pain, 0 to 10")
    # given answers on a screen whose end was not reached
    sam.locator(".scale").nth(0).get_by_text("7", exact=True).click()
    sam.locator(".scale").nth(1).get_by_text("5", exact=True).click()
    eventually(sam, lambda: pain_kept(clinic, ann.person) == {"now": 7, "average": 5})
    # when the tablet loads the page again
    sam.reload()
    # then they are there, in the diary and not on the tablet
    expect(sam.locator(".scale").nth(0).get_by_role("radio", name="7 out of 10")).to_be_checked()
    sam.locator(".scale").nth(2).get_by_text("8", exact=True).click()
    sam.get_by_role("link", name="First check-in").first.click()
    expect(sam.get_by_role("link", name=re.compile("Pain, 0 to 10"))).to_contain_text("Done")
    eventually(sam, lambda: pain_kept(clinic, ann.person) == {"now": 7, "average": 5, "worst": 8})
    sam.reload()
    expect(sam.get_by_role("link", name=re.compile("Pain, 0 to 10"))).to_contain_text("Done")
    expect(sam.get_by_role("link", name="Is anything new?")).to_contain_text("Done")
    sam.get_by_role("link", name="Finish here").click()
    sam.get_by_role("button", name="Finish this check-in").click()
    expect(sam.get_by_text("This is the start")).to_be_visible()
    # and it was one check-in all the time
    rows = clinic.entries_of(ann.person, "check-in")
    assert {row["entry"] for row in rows[1:]} == {rows[0]["id"]}
    assert rows[-1]["body"]["state"] == "done" and {row["how"] for row in rows} == {"together"}
    assert rows[-1]["body"]["answers"]["pain-nrs"]["values"] == {"now": 7, "average": 5, "worst": 8}


def pain_kept(clinic: Clinic, person: str) -> dict:
    """What the newest version of their check-in says of pain."""
    answers = clinic.entries_of(person, "check-in")[-1]["body"]["answers"]
    return answers.get("pain-nrs", {}).get("values", {})


def test_which_contact_it_is_can_be_chosen_and_a_paper_has_its_day(sam: Page, clinic: Clinic) -> None:
    # given somebody in week 7 who filled in the form for 3 weeks on paper
    bea = sharing(clinic, "Bea", on_a_pathway(days_ago=45), checked_in("baseline", days_ago=44, pain=6))
    open_diary(sam, "Bea")
    sam.get_by_role("link", name="Do this check-in").click()
    sees(sam, "After 6 weeks with Bea")
    expect(sam.get_by_role("radio", name="After 6 weeks")).to_be_checked()
    expect(sam.get_by_role("radio", name="First check-in")).to_have_count(0)
    sam.get_by_role("radio", name="After 3 weeks").check()
    sees(sam, "After 3 weeks with Bea")
    sam.get_by_role("radio", name="From paper").check()
    sam.get_by_role("radio", name="Another day").check()
    sam.get_by_label("Which day?", exact=True).fill(day(60).isoformat())
    sam.get_by_role("button", name="Begin").click()
    expect(sam.get_by_role("alert")).to_contain_text("These check-ins began on")
    sam.get_by_label("Which day?", exact=True).fill(day(23).isoformat())
    sam.get_by_role("button", name="Begin").click()
    sees(sam, "After 3 weeks")
    sam.get_by_role("link", name=re.compile("How sure")).click()
    choose_score(sam, 8, question="sure")
    sam.get_by_role("button", name="Next").click()
    sam.get_by_role("link", name="See all parts").click()
    sam.get_by_role("link", name="Finish here").click()
    sam.get_by_role("button", name="Finish this check-in").click()
    # then it counts for that day, and the one in 6 weeks is still the next
    sam.get_by_role("link", name="Back to Bea").click()
    expect(sam.get_by_text(re.compile("The check-in “After 6 weeks” is due until"))).to_be_visible()
    last = clinic.entries_of(bea.person, "check-in")[-1]
    assert (last["body"]["contact"], last["body"]["on"]) == ("three-weeks", day(23).isoformat())
    assert (last["how"], last["body"]["with"], last["picked"]) == ("paper", "paper", True)


def test_a_goal_is_asked_for_by_name_and_says_how_it_came(sam: Page, clinic: Clinic) -> None:
    cyd = sharing(clinic, "Cyd", on_a_pathway(days_ago=1))
    open_diary(sam, "Cyd")
    sam.get_by_role("link", name="Write a goal with Cyd").click()
    sam.get_by_role("button", name="Go on").click()
    expect(sam.get_by_role("alert")).to_contain_text("Choose how")
    sam.get_by_role("radio", name="On a call").check()
    sam.get_by_role("button", name="Go on").click()
    # when Sam reads the questions, none of them is about Sam
    sam.get_by_label("What matters to Cyd?").fill("The garden")
    sam.get_by_label("What is the goal of Cyd?").fill("Plant beans")
    spoken_to_nobody(sam)
    sam.get_by_role("button", name="Next").click()
    sam.get_by_label("What will Cyd do?").fill("Dig for 5 minutes")
    spoken_to_nobody(sam)
    sam.get_by_role("button", name="Next").click()
    choose_score(sam, 6, question="How sure is Cyd")
    spoken_to_nobody(sam)
    sam.get_by_role("button", name="Next").click()
    spoken_to_nobody(sam)
    sam.get_by_role("button", name="Next").click()
    expect(sam.get_by_label("What will Cyd do on a bad day?")).to_be_visible()
    sam.get_by_role("button", name="Save goal").click()
    sees(sam, "Cyd")
    [goal] = clinic.entries_of(cyd.person, "goal")
    assert (goal["how"], goal["body"]["matters"]) == ("phone", "The garden")
    # and a check-in asks about Cyd too
    sam.get_by_role("link", name="Do this check-in").click()
    sam.get_by_role("button", name="Begin").click()
    sam.get_by_role("link", name="Is anything new?").click()
    sees(sam, "Is any of this new for Cyd?")
    sam.go_back()
    sam.get_by_role("link", name="The goal and plan").click()
    expect(sam.get_by_role("button", name="Done with the goal")).to_be_visible()


def spoken_to_nobody(page: Page) -> None:
    """Questions about the person name them: Sam is not "you", but for what Sam can do on this screen."""
    words = page.locator("main").inner_text()
    theirs = re.findall(r"(?i)[^.?\n]*\byou(?!\scan\b)(?:r|rs)?\b[^.?\n]*", words)
    assert not theirs, theirs


def test_scores_of_a_form_are_put_side_by_side_for_staff_and_for_the_person(
    sam: Page, clinic: Clinic, devices: Devices, axe: Callable[[Page], None]
) -> None:
    entries = (on_a_pathway(days_ago=60), checked_in("baseline", days_ago=59, pain=6))
    dot = sharing(clinic, "Dot", *entries, scored(31, days_ago=58), scored(20, days_ago=57, version="Welsh"))
    open_diary(sam, "Dot")
    sam.get_by_role("link", name="Write down a score").click()
    sam.get_by_label("Which questionnaire?").select_option("msk-hq")
    sam.locator('input[id="score.total"]').fill("37")
    sam.get_by_label("Which version is printed on the form?").fill("uk english")
    sam.get_by_role("radio", name="From paper").check()
    sam.get_by_role("button", name="Save for Dot").click()
    sam.get_by_role("link", name="See what has changed").click()
    the_change_of_the_total(sam)
    axe(sam)
    # and Dot sees the same
    phone = joining.signed_in(devices.phone(base_url=clinic.url), clinic.person_code(person=dot.person))
    phone.goto("/check-in/results")
    the_change_of_the_total(phone)
    # but for a look back at a day before it
    phone.goto("/check-in/results/baseline")
    expect(phone.get_by_role("heading", name="Pain, 0 to 10")).to_be_visible()
    expect(phone.locator("main")).not_to_contain_text("6 points higher")


def the_change_of_the_total(page: Page) -> None:
    """31 and then 37, with the size of change and its source, and nothing of another version."""
    main = page.locator("main")
    expect(main).to_contain_text("6 points higher than the first time: from 31 to 37.")
    expect(main).to_contain_text("That is at least the size of change printed below.")
    expect(main).to_contain_text("A change of 5.5 points or more matters to people. Source: CSP.")
    expect(main).to_contain_text(re.compile("20 out of 56 on .*Written down once"))
    expect(page.get_by_role("img", name="6 points higher").locator("circle")).to_have_count(2)


def test_the_score_of_a_form_is_a_row_of_its_contact_for_staff(sam: Page, clinic: Clinic) -> None:
    eve = sharing(clinic, "Eve", on_a_pathway(days_ago=1))
    open_diary(sam, "Eve")
    sam.get_by_role("link", name="Do this check-in").click()
    sam.get_by_role("button", name="Begin").click()
    row = sam.get_by_role("link", name="MSK-HQ: write down the score")
    expect(row).to_contain_text("From the form, if there is one")
    row.click()
    # when the form is chosen already, also after a reload
    sees(sam, "A score for Eve")
    sam.reload()
    expect(sam.get_by_label("Which questionnaire?")).to_have_value("msk-hq")
    sam.locator('input[id="score.total"]').fill("31")
    sam.get_by_label("Which version is printed on the form?").fill("UK English")
    sam.get_by_role("radio", name="From paper").check()
    sam.get_by_role("button", name="Save for Eve").click()
    # then the contact goes on, and its row says so
    sees(sam, "First check-in")
    expect(row).to_contain_text("Written down for")
    [score] = clinic.entries_of(eve.person, "score")
    assert (score["body"]["instrument"], score["body"]["total"], score["how"]) == ("msk-hq", 31, "paper")


def test_moving_to_another_pathway_that_has_to_be_tried_again_begins_it_once(sam: Page, clinic: Clinic) -> None:
    gus = sharing(clinic, "Gus", on_a_pathway(days_ago=1))
    open_diary(sam, "Gus")
    sam.get_by_role("link", name="Move to another pathway").click()
    sam.get_by_role("radio", name="Shoulder pain").check()
    sam.get_by_role("radio", name="Together").check()
    # given a signal that goes after the first of the two things that this changes
    let_through = iter([True, False])
    entries = "**/api/people/*/entries/*"
    sam.route(entries, lambda route: route.continue_() if next(let_through) else route.abort(), times=2)
    sam.get_by_role("button", name="Save for Gus").click()
    expect(sam.get_by_role("alert")).to_be_visible()
    # when Sam presses again
    sam.get_by_role("button", name="Save for Gus").click()
    sees(sam, "Gus")
    # then the one before is ended, and the next one was begun once
    rows = clinic.entries_of(gus.person, "pathway")
    begun = [row["body"]["pathway"] for row in rows if "entry" not in row or row["entry"] == row["id"]]
    assert begun == ["joint-pain-advisor", "shoulder"]
    assert [row["body"]["ended"] is not None for row in rows] == [False, True, False]


def test_a_group_is_named_as_on_its_form_and_what_is_asked_twice_is_said(sam: Page, clinic: Clinic) -> None:
    sharing(clinic, "Fay", on_a_pathway(days_ago=1))
    open_diary(sam, "Fay")
    sam.get_by_role("link", name="Move to another pathway").click()
    sam.get_by_role("radio", name="Low back pain").check()
    expect(sam.get_by_role("radio", name="STarT Back low: fewer check-ins")).to_be_visible()
    expect(sam.get_by_role("radio", name="STarT Back high: more time to talk")).to_be_visible()
    sam.get_by_role("radio", name="Joint Pain Advisor").check()
    expect(sam.get_by_text("Your service has not said when somebody looks at the list of people.")).to_be_visible()
    sam.get_by_role("checkbox", name=re.compile("PHQ-9")).check()
    said = sam.get_by_role("status").filter(has_text="PHQ-4")
    expect(said).to_contain_text("is asked as well: 2 of its 4 questions are in “Mood: 9 questions (PHQ-9)” too.")
    sam.get_by_role("checkbox", name=re.compile("GAD-7")).check()
    expect(said).to_have_text(
        "“Worry and low mood: 4 questions (PHQ-4)” is left out then: all of its questions are in these."
    )
