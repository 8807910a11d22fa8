"""Where reading goes on when a button goes away with what it did: nobody is sent to the top of the page, unsaid."""

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.exercising import a_clock_to_turn
from journeys.steps.logging import log_pain, said, undo
from journeys.steps.moving import go_to, sees, unfold
from journeys.written import exercised, plan_for_every_day, this_morning
from support.devices import Devices

# Drawing a new screen takes longer than anything that happens just after arriving there.
SLOW_TO_DRAW = """() => {
  const { now } = Performance.prototype;
  const { pushState } = History.prototype;
  let lost = 0;
  Performance.prototype.now = function () { return now.call(this) + lost; };
  History.prototype.pushState = function (...to) {
    pushState.apply(this, to);
    queueMicrotask(() => { lost += 1_000; });
  };
}"""


def is_at(page: Page, selector: str) -> None:
    """What has the focus, once all is drawn and has settled."""
    page.wait_for_function("(wanted) => document.activeElement.matches(wanted)", arg=selector)
    page.wait_for_timeout(300)
    at = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
    assert page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector), (selector, at)


def by_key(page: Page, button: str) -> None:
    """Press a button as a keyboard does."""
    page.get_by_role("button", name=button, exact=True).press("Enter")


def heard(page: Page) -> str:
    """What the screen reader was last told."""
    return page.locator(".frame > .heard").inner_text()


def test_on_today(clinic: Clinic, devices: Devices) -> None:
    nia = clinic.newcomer("Nia", plan_for_every_day(), exercised("bridge", days_ago=1))
    page = devices.phone(base_url=clinic.url)
    a_clock_to_turn(page, at=this_morning("09:00"))
    joining.signed_in(page, nia.code)
    page.goto("/")
    # an answer, and another, each with its question gone
    by_key(page, "Yes")
    expect(said(page)).to_contain_text("Saved")
    is_at(page, ".undo")
    undo(page)
    is_at(page, "h1")
    by_key(page, "Skip for today")
    is_at(page, "h1")
    # a bad day, taken back in both ways
    by_key(page, "Bad day")
    expect(said(page)).to_be_visible()
    is_at(page, ".undo")
    undo(page)
    is_at(page, "h1")
    by_key(page, "Bad day")
    is_at(page, ".undo")
    by_key(page, "Back to the usual plan")
    is_at(page, ".undo")


def test_on_the_plan(clinic: Clinic, devices: Devices) -> None:
    page = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Olu").code)
    page.goto("/plan")
    by_key(page, "Start this plan")
    expect(said(page)).to_contain_text("Your plan has started.")
    is_at(page, ".undo")
    undo(page)
    expect(page.get_by_role("button", name="Start this plan")).to_be_visible()
    is_at(page, "h1")
    by_key(page, "Start this plan")
    # its days
    for close in ("Keep old week", "Save my week"):
        by_key(page, "Change days and times")
        sees(page, "Days and times")
        is_at(page, "h1")
        by_key(page, close)
        sees(page, "Your plan")
        is_at(page, "h1, .undo")
    # a break
    unfold(page, "Take a break")
    by_key(page, "Pause my plan")
    is_at(page, ".undo")
    by_key(page, "Carry on with my plan")
    is_at(page, ".undo")


def test_on_a_level(rose: Page) -> None:
    rose.goto("/plan")
    unfold(rose, "Look at levels")
    rose.locator(".ladder-choices button").first.press("Enter")
    is_at(rose, ":has(> .ladder)")
    chosen = rose.locator(".ladder:not([tabindex])")
    chosen.get_by_role("button", name="Undo").press("Enter")
    is_at(rose, ".ladder")
    expect(rose.locator(".frame > .heard")).to_have_text("Undone")


def test_what_was_said_is_not_found_on_the_next_screen(rose: Page) -> None:
    rose.get_by_role("button", name="Bad day").click()
    expect(rose.locator(".frame > .heard")).not_to_be_empty()
    go_to(rose, "Progress")
    sees(rose, "Your progress")
    rose.wait_for_timeout(200)
    assert heard(rose) == ""


def test_a_screen_that_is_new_is_read_from_its_heading(rose: Page) -> None:
    log_pain(rose, 4)
    sees(rose, "Today")
    is_at(rose, "h1")
    # but not when something is done there, even where pressing moves no focus, as on an iPhone
    rose.wait_for_timeout(500)
    rose.get_by_role("button", name="Bad day").evaluate("(button) => button.click()")
    is_at(rose, ".undo")


def test_a_new_screen_that_takes_long_to_draw_is_read_from_its_heading_too(rose: Page) -> None:
    rose.evaluate(SLOW_TO_DRAW)
    log_pain(rose, 4)
    sees(rose, "Today")
    is_at(rose, "h1")
