"""A phone on its side, and large text: what matters most is seen first, and nothing lies over it."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from journeys import views
from journeys.steps.exercising import begin
from journeys.steps.joining import DRAWN
from journeys.steps.moving import go_to, sees
from support.devices import PHONE, Devices

SIDE = {"width": PHONE["viewport"]["height"], "height": PHONE["viewport"]["width"]}
LARGE_TEXT = "() => { document.documentElement.style.fontSize = '237.5%'; }"
"""200 %: twice what the page asks for."""

UPDATE_BAR = """(words) => {
  const bar = Object.assign(document.createElement('div'), { className: 'bar', role: 'status' });
  const button = Object.assign(document.createElement('button'), { className: 'button quiet', textContent: words[1] });
  bar.append(Object.assign(document.createElement('p'), { textContent: words[0] }), button);
  document.querySelector('main').before(bar);
}"""

IN_SIGHT = """(element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const inside = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  return inside && (element.contains(at) || at.contains(element));
}"""


def in_sight(thing: Locator) -> bool:
    """Whether all of it is on the screen without scrolling, with nothing over its middle."""
    drawn(thing.page)
    return thing.evaluate(IN_SIGHT)


def drawn(page: Page) -> None:
    """What follows from another size is worked out and drawn: first the sizes, then what the app makes of them."""
    page.evaluate(DRAWN)
    page.evaluate(DRAWN)


def player_is_in_sight(page: Page) -> None:
    """What to do, how long or how often, and the buttons for it are seen together."""
    for part in (".timer-what", ".timer-number", ".player-controls > .button", ".player-row .button >> nth=2"):
        assert in_sight(page.locator(part).first), part


def test_the_player_on_a_phone_on_its_side(rose: Page) -> None:
    rose.set_viewport_size(SIDE)
    begin(rose, "Hip stretch")
    expect(rose.locator(".timer-number")).to_be_visible()
    player_is_in_sight(rose)
    # and when a newer version of the app is on offer
    rose.evaluate(UPDATE_BAR, ["A newer version is ready. Nothing you wrote is lost.", "Use it now"])
    player_is_in_sight(rose)


def test_nothing_stays_put_on_a_phone_on_its_side_until_it_is_turned(rose: Page) -> None:
    are = "(all) => [...document.querySelectorAll('.nav, .thumb')].every((it) => getComputedStyle(it).position === all)"
    expect(rose.get_by_role("button", name="Bad day")).to_be_visible()
    expect(rose.locator(".nav, .thumb")).to_have_count(2)
    rose.wait_for_function(are, arg="fixed")
    rose.set_viewport_size(SIDE)
    rose.wait_for_function(are, arg="static")
    assert in_sight(rose.get_by_role("button", name="Bad day"))
    rose.set_viewport_size(PHONE["viewport"])
    rose.wait_for_function(are, arg="fixed")


def test_a_bad_day_is_in_reach_with_large_text(rose: Page) -> None:
    rose.evaluate(LARGE_TEXT)
    for button in (rose.get_by_role("link", name="Log pain"), rose.get_by_role("button", name="Bad day")):
        assert in_sight(button)


def test_the_table_of_progress_with_large_text(margaret: Callable[..., Page], devices: Devices) -> None:
    page = margaret(devices.phone)
    go_to(page, "Progress")
    sees(page, "Your progress")
    page.evaluate(LARGE_TEXT)
    drawn(page)
    frame = page.locator(".table-frame")
    assert frame.evaluate("(frame) => frame.scrollWidth <= frame.clientWidth"), "no column is out of sight"
    # it is still a table to a screen reader, and every number says to the eye what it counts
    row = page.get_by_role("row").nth(1)
    expect(row.get_by_role("cell")).to_have_count(3)
    expect(page.get_by_role("columnheader")).to_have_count(4)
    heads = "(row) => [...row.querySelectorAll('td')].map((each) => getComputedStyle(each, '::before').content)"
    shown = [each.split('"')[1] for each in row.evaluate(heads)]
    assert shown == ["Average pain: ", "Exercise days: ", "Bad days: "]


def test_the_days_of_the_chart_are_under_their_columns_and_on_it(
    margaret: Callable[..., Page], devices: Devices
) -> None:
    page = margaret(devices.phone)
    views.at("/progress")(page)
    for large in (False, True):
        if large:
            page.evaluate(LARGE_TEXT)
        expect(page.locator(".chart-day")).to_have_count(2)
        drawn(page)
        outside = page.evaluate(
            """() => {
              const chart = document.querySelector('.chart').getBoundingClientRect();
              return [...document.querySelectorAll('.chart-day')].map((each) => each.getBoundingClientRect())
                .filter(({ left, right }) => left < chart.left - 1 || right > chart.right + 1).length;
            }"""
        )
        assert outside == 0
    # and the bars have a scale
    expect(page.locator(".chart svg").nth(1).locator(".chart-number")).to_have_text(["0", "7"])
