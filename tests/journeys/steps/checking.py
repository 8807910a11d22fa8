"""Going through a check-in."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Locator, Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.moving import sees
from journeys.written import day, written

FIRST = "/check-in/joint-pain-advisor/baseline"
ADVISOR = "Joint Pain Advisor"
Values = dict[str, int | str]


def on_a_pathway(*, days_ago: int, pathway: str = "joint-pain-advisor", extra: tuple[str, ...] = ()) -> dict:
    """Somebody has been on a pathway since then, with instruments that an advisor added."""
    body = {"pathway": pathway, "version": 1, "variant": None, "started_on": day(days_ago).isoformat()}
    return written("pathway", body | {"extra": list(extra), "ended": None}, days_ago=days_ago)


def checked_in(contact: str, *, days_ago: int, pain: int, state: str = "done") -> dict:
    """A check-in with the 3 numbers for pain, all the same."""
    values: Values = dict.fromkeys(("now", "average", "worst"), pain)
    return answered(contact, {"pain-nrs": values}, days_ago=days_ago, state=state)


def answered(contact: str, values: Mapping[str, Values], *, days_ago: int, state: str = "done") -> dict:
    """A check-in with these answers to the first version of each measure."""
    answers = {slug: {"version": 1, "values": given, "left": False} for slug, given in values.items()}
    body = {"pathway": "joint-pain-advisor", "version": 1, "contact": contact, "with": "alone", "state": state}
    more = {"on": day(days_ago).isoformat(), "answers": answers, "topics": [], "refers": [], "goal_reviewed": False}
    return written("check-in", body | more, days_ago=days_ago)


def choose_pathway(page: Page, name: str) -> None:
    """Choose check-ins in plain words and start them."""
    page.goto("/check-in")
    page.get_by_role("link", name="Choose your check-ins").click()
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Start these check-ins").click()
    expect(page.get_by_role("heading", level=2)).to_have_count(0)
    expect(page.locator(".rows")).to_contain_text("Not begun")


def part(page: Page, name: str) -> None:
    """Open one part from the overview."""
    page.get_by_role("link", name=name).click()


def none_of_these(page: Page) -> None:
    """No to every printed sign, a screen for each card."""
    expect(page.get_by_role("button", name="None of")).to_be_visible()
    while page.get_by_role("heading", level=1).inner_text().startswith("Is any of this new for"):
        before = page.url
        page.get_by_role("button", name="None of").click()
        page.wait_for_url(lambda now, before=before: now != before)


def numbers(page: Page, *scores: int) -> None:
    """Choose a number on each scale of this screen, in order, and go on."""
    expect(page.locator(".scale")).to_have_count(len(scores))
    for place, score in enumerate(scores):
        page.locator(".scale").nth(place).get_by_text(str(score), exact=True).click()
    on(page)


def on(page: Page) -> None:
    """The next screen."""
    page.get_by_role("button", name="Next", exact=True).click()


def pain(page: Page, *scores: int) -> None:
    """From the overview to the numbers for pain and back."""
    part(page, "Pain, 0 to 10")
    numbers(page, *scores)
    page.get_by_role("link", name="See all parts").click()
    expect(state_of(page, "Pain, 0 to 10")).to_contain_text("Done")


def state_of(page: Page, name: str) -> Locator:
    """The row of a part in the overview."""
    return page.get_by_role("link", name=name)


def finish(page: Page) -> None:
    """End the check-in with what there is, and see what has changed."""
    page.get_by_role("link", name="Finish here").click()
    page.get_by_role("button", name="Finish this check-in").click()
    sees(page, "What has changed")


def bodies(clinic: Clinic, page: Page, kind: str) -> list[dict]:
    """What the service holds of one kind of this phone's person, version by version."""
    return [row["body"] for row in clinic.entries_of(joining.person(page), kind)]


def eventually(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until what was written has reached the service."""
    for _ in range(60):
        if holds():
            return
        page.wait_for_timeout(500)
    raise AssertionError("it did not reach the service")
