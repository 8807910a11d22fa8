"""What has changed since the first check-in: on a phone, on a tablet's list and on the paper that goes to a GP."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.clinic import Clinic
from journeys.measures import sideways
from journeys.steps import joining
from journeys.steps.checking import Values, answered, eventually, on_a_pathway
from journeys.steps.moving import unfold
from journeys.steps.working import at_work, open_diary
from journeys.test_small_screens import LARGE_TEXT
from journeys.written import exercised, plan_for_every_day, written
from support.devices import Devices
from support.kinds import BODIES

OWN = {
    "activity-1": "Climbing the stairs at home",
    "activity-2": "Kneeling",
    "activity-3": "Carrying the shopping bags",
}
BEFORE: dict[str, Values] = {
    "pain-nrs": {"now": 5, "average": 6, "worst": 8},
    "own-activities": OWN | {"rate-1": 4, "rate-2": 5, "rate-3": 2},
    "activity-minutes": {"moderate_days": 2, "moderate_minutes": 20, "vigorous_days": 0, "days_30": 0},
    "confidence": {"sure": 5},
    "ons4": {"satisfied": 6, "worthwhile": 7, "happy": 6, "anxious": 4},
    "loneliness": {"lonely": 3},
    "phq-4": {"nervous": 1, "worrying": 0, "interest": 1, "down": 0},
    "chair-stand": {"stands": 9, "arms": 0},
}
AFTER: dict[str, Values] = {
    "pain-nrs": {"now": 3, "average": 6, "worst": 7},
    "activity-minutes": {"moderate_days": 4, "moderate_minutes": 25, "vigorous_days": 0, "days_30": 0},
    "loneliness": {"lonely": 4},
}
ALL_AFTER = {**BEFORE, **AFTER, "own-activities": OWN | {"rate-1": 6, "rate-2": 5, "rate-3": 5}}


def a_month(after: dict[str, Values]) -> tuple[dict, ...]:
    """A month of somebody with 2 contacts, pain on 3 days, 2 exercises and a goal."""
    pains = [
        written("pain", {"score": score, "regions": []}, days_ago=ago) for ago, score in ((20, 6), (12, 2), (3, 4))
    ]
    goal = written("goal", BODIES["goal"], days_ago=27)
    return (
        plan_for_every_day(weeks=4),
        on_a_pathway(days_ago=28),
        answered("baseline", BEFORE, days_ago=28),
        *pains,
        exercised("bridge", days_ago=11),
        exercised("sit-to-stand", days_ago=11),
        goal,
        answered("three-weeks", after, days_ago=5),
    )


@pytest.fixture
def phone(clinic: Clinic, devices: Devices) -> Page:
    """The phone of somebody who was asked less at 3 weeks than at first."""
    newcomer = clinic.newcomer("Faye", *a_month(AFTER))
    page = joining.signed_in(devices.phone(base_url=clinic.url), newcomer.code)
    page.goto("/check-in/results")
    expect(page.locator(".once")).to_be_visible()
    return page


def panel(page: Page, heading: str) -> Locator:
    """What stands under one heading."""
    return page.locator(".panel").filter(has=page.get_by_role("heading", name=heading, exact=True))


def test_what_was_asked_once_is_a_line_and_the_rest_is_drawn(phone: Page) -> None:
    # given 5 measures that were not asked again
    once = panel(phone, "Answered once: First check-in")
    expect(once.get_by_role("listitem")).to_have_count(5)
    expect(once).to_contain_text("How sure you are of your plan: 5 out of 10")
    expect(once).to_contain_text(re.compile("Climbing the stairs at home: 4 out of 10; Kneeling: 5 out of 10"))
    expect(once).to_contain_text("Sources: ")
    expect(once.locator(".first-to-last")).to_have_count(0)
    # then there is a picture for each number that can be compared, and for no other
    expect(phone.locator(".first-to-last")).to_have_count(5)
    expect(phone.locator("main")).not_to_contain_text("Not answered")
    # and what is printed the same for 3 numbers is printed once
    eventually(phone, lambda: panel(phone, "Pain, 0 to 10").inner_text().count("Source: Salaffi") == 2)


def test_minutes_are_drawn_up_to_what_the_guidelines_ask_for(phone: Page) -> None:
    active = panel(phone, "How active you are")
    expect(active).to_contain_text("60 minutes higher than at the start: from 40 to 100.")
    picture = active.locator(".first-to-last").first
    expect(picture.locator(".chart-number")).to_have_text(["150", "0"])
    first, last = (picture.locator("circle").nth(number).bounding_box()["y"] for number in range(2))
    assert first - last > 20


def test_answers_in_words_stand_in_words(phone: Page) -> None:
    lonely = panel(phone, "Feeling lonely")
    expect(lonely).to_contain_text("At the start: Occasionally. Now: Hardly ever.")
    expect(lonely.get_by_role("cell")).to_have_text(["Occasionally", "Hardly ever"])
    expect(lonely.locator(".first-to-last")).to_have_count(0)


def test_twice_the_letters_fit_the_width(phone: Page) -> None:
    phone.evaluate(LARGE_TEXT)
    eventually(phone, lambda: sideways(phone) == [])  # what is drawn to the width is drawn again


def pages_of(page: Page) -> int:
    """How many sheets of A4 a page takes, put on paper as the browser's own print does."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin=dict.fromkeys(MARGINS, "15mm"))))


MARGINS = ("top", "right", "bottom", "left")


def test_what_is_folded_away_is_open_on_paper_and_folded_again_after(clinic: Clinic, devices: Devices) -> None:
    phone = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Hana", *a_month(ALL_AFTER)).code)
    phone.goto("/check-in/results")
    expect(phone.get_by_text("Its parts")).to_have_count(2)
    for moment in ("before", "after"):
        phone.evaluate(
            """(moment) => addEventListener(`${moment}print`, () => {
              window[moment] = document.querySelectorAll('main details[open]').length;
            })""",
            moment,
        )
    pages_of(phone)
    phone.wait_for_function("() => window.after !== undefined")
    assert phone.evaluate("[window.before, window.after]") == [2, 0]


@pytest.mark.parametrize(
    "after", [pytest.param(AFTER, marks=pytest.mark.long), ALL_AFTER], ids=["asked less again", "asked all again"]
)
def test_the_summary_is_2_sheets(clinic: Clinic, devices: Devices, after: dict[str, Values]) -> None:
    name = f"Gwen {len(after)}"
    clinic.share_with_team(clinic.newcomer(name, *a_month(after)).person, "pain", "exercise", "checkins", "notes")
    sam = at_work(devices.desktop(base_url=clinic.url), clinic, "Sam", "People and codes")
    open_diary(sam, name)
    # given a diary in which each measure of a check-in has its own line
    entry = sam.get_by_role("listitem").filter(has_text="After 3 weeks: done")
    said = entry.locator(".details > .detail")
    expect(said.filter(has_text="Pain, 0 to 10:")).to_have_text(re.compile("Pain now: 3 out of 10; Pain on average: 6"))
    expect(said.filter(has_text="Feeling lonely:")).to_have_text("Feeling lonely: Hardly ever")
    expect(said).to_have_count(len(after) + 1)
    # and each question and answer is one press away
    unfold(sam, "Every question and answer")
    expect(entry).to_contain_text("How bad is your pain now? 3")
    # when Sam prints the summary
    sam.get_by_role("link", name="Summary to print").click()
    table = sam.get_by_role("region", name="What has changed")
    expect(table).to_contain_text("2 points lower: at least the larger size of change")
    expect(table.get_by_role("row", name=re.compile("Feeling lonely"))).to_contain_text("Hardly ever")
    # then the weeks are in it, and it is short
    main = sam.locator("main")
    expect(main).to_contain_text("Pain was written down 3 times, from 2 to 6.")
    expect(main).to_contain_text("2 exercises were done and 0 partly done. There was exercise on 1 day.")
    assert pages_of(sam) <= 2
