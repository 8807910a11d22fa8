"""The library: found without signal, looked at, and still for those who do not want things to move."""

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.moving import aeroplane_mode, go_to, sees, until
from support.devices import Devices

PACK_IS_HERE = """async (name) => {
  const manifest = await (await caches.match("/content/manifest.json"))?.json();
  return Boolean(manifest?.packs[name] && await caches.match(`/content/${manifest.packs[name]}.json`));
}"""
FOOT_AT = "() => document.querySelector('.figure-picture .shoe:not(.far)').getAttribute('d')"


def kept_for_later(page: Page) -> None:
    """The rest of the content has come by itself, and every screen is there."""
    until(page, PACK_IS_HERE, "library")


def figure_of(page: Page):
    return page.locator(".exercise-figure [role=img]")


def test_an_exercise_is_found_and_looked_at_without_signal(rose: Page) -> None:
    # given a phone that has had a quiet moment, and no signal since
    kept_for_later(rose)
    aeroplane_mode(rose)
    go_to(rose, "More")
    rose.get_by_role("link", name="Every exercise, with a picture of each").click()
    sees(rose, "Exercises")
    # when Rose looks for something, with a slip of the finger
    rose.get_by_label("Find an exercise").fill("balanec")
    expect(rose.get_by_role("status").filter(has_text="exercises found")).to_be_visible()
    rose.get_by_role("link", name="Balance by the worktop").click()
    # then all of it is there: the picture with its words, mistakes, when to stop, every level
    sees(rose, "Balance by the worktop")
    picture = figure_of(rose)
    expect(picture).to_have_attribute(
        "aria-label", "A person stands beside a worktop with 1 hand on it and lifts 1 foot off the floor."
    )
    assert rose.locator(".figure-picture path").count() > 15
    for heading in ("What it is for", "How to do it", "Take care", "Common mistakes", "Stop this one if", "How much"):
        expect(rose.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(rose.get_by_text("No clinician has approved this exercise yet.")).to_be_visible()
    # and the one that can be done sitting down is a press away
    rose.get_by_role("link", name="Reach to the side in a chair").click()
    sees(rose, "Reach to the side in a chair")


def test_what_is_typed_as_people_say_it_is_found(rose: Page) -> None:
    rose.goto("/library")
    titles = rose.locator(".rows .row .what")
    rose.get_by_label("Find an exercise").fill("kneeling")
    expect(titles.first).to_have_text("Cat stretch")
    rose.get_by_label("Find an exercise").fill("knee")
    expect(titles.first).to_have_text("Heel slide")
    # every exercise that is done standing or lying down has one to do in a chair
    rose.goto("/library/bridge")
    expect(rose.get_by_text("If lying down is hard")).to_be_visible()
    expect(rose.get_by_role("link", name="Cushion squeeze in a chair")).to_be_visible()


def test_only_what_is_done_sitting_down(rose: Page) -> None:
    rose.goto("/library")
    expect(rose.locator(".rows .row").nth(40)).to_be_attached()
    rose.get_by_role("checkbox", name="Only those done sitting down").check()
    details = rose.locator(".rows .detail")
    expect(details.filter(has_not_text="Sitting down")).to_have_count(0)
    expect(details.filter(has_text="Sitting down").first).to_be_visible()
    # every group still has something
    assert rose.locator("main section").count() == rose.locator("main section:has(.row)").count() == 10


def test_the_picture_moves_until_it_is_stopped(rose: Page) -> None:
    rose.goto("/library/knee-straighten")
    expect(rose.locator(".exercise-figure.moving")).to_be_visible()
    before = rose.evaluate(FOOT_AT)
    rose.wait_for_function(f"(before) => ({FOOT_AT})() !== before", arg=before)
    rose.get_by_role("button", name="Stop the movement").click()
    expect(rose.locator(".figure-caption")).to_have_text(["Start", "Then"])
    still = rose.evaluate(FOOT_AT)
    rose.wait_for_timeout(700)
    assert rose.evaluate(FOOT_AT) == still
    rose.get_by_role("button", name="Show the movement").click()
    expect(rose.locator(".exercise-figure.moving")).to_be_visible()


def test_it_is_still_for_whoever_asks_for_less_motion_and_on_paper(clinic: Clinic, devices: Devices) -> None:
    page = devices.phone(base_url=clinic.url, reduced_motion="reduce")
    joining.signed_in(page, clinic.newcomer("Ned").code)
    page.goto("/library/knee-straighten")
    expect(page.locator(".figure-caption").first).to_be_visible()
    expect(page.locator(".exercise-figure.moving")).to_have_count(0)
    # and on paper both positions are there, whoever prints
    page.emulate_media(reduced_motion="no-preference", media="print")
    page.reload()
    expect(page.locator(".figure-caption")).to_have_count(2)
    expect(page.locator(".figure-caption").last).to_be_visible()
    expect(page.locator(".exercise-figure.moving [role=img] > svg")).to_be_hidden()


def test_the_picture_is_on_the_exercise_itself_and_needs_no_signal(rose: Page) -> None:
    kept_for_later(rose)
    rose.goto("/exercise/sit-to-stand")
    expect(figure_of(rose)).to_be_visible()
    aeroplane_mode(rose)
    rose.reload()
    expect(figure_of(rose)).to_be_visible()
    rose.get_by_role("button", name="Start", exact=True).click()
    expect(figure_of(rose)).to_have_count(0)
