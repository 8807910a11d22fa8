"""What is looked at on every screen in every state: light and dark, large text, keyboard, sore thumbs."""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from journeys.measures import help_in_one_tap, largest_motion_ms, sideways, small_targets, without_outline
from journeys.steps.moving import until
from journeys.viewing import View
from support.accessibility import COLOURS
from support.devices import PHONE

Check = Callable[..., None]
SMALL_SCREEN = {"width": 320, "height": 640}


HOW_CLOSELY = pytest.mark.parametrize("closely", [False, pytest.param(True, marks=pytest.mark.long)])
"""`faults_of` takes it: the long run looks closely."""
IN_TURN = 4
"""One screen of so many is looked at in every way, when nobody looks closely."""


def faults_of(page: Page, seen: Mapping[str, View], axe: Check, *, closely: bool) -> list[str]:
    """What is wrong with these views, in words.

    Every state is reached, and has what costs next to nothing to look at. Looked at closely, it has everything. If
    not, axe looks once at each screen, which is an address, and one screen in four is dark, large and used by keyboard
    too: colours, letters and outlines are made in one place for all of them.
    """
    faults, screens = [], set[str]()
    for view, reach in seen.items():
        reach(page)
        screen = urlsplit(page.url).path
        checks = dict(QUICK)
        if closely or screen not in screens:
            checks["light"] = axe
        if closely or (screen not in screens and len(screens) % IN_TURN == 0):
            checks |= THOROUGH | {"dark": in_the_dark(axe)}
        screens.add(screen)
        for words, check in checks.items():
            try:
                check(page)
            except AssertionError as fault:
                faults.append(f"{view}, {words}: {fault}")
    return faults


def in_the_dark(axe: Check) -> Check:
    """The same page in dark colours: what they alone can break."""

    def check(page: Page) -> None:
        page.emulate_media(color_scheme="dark")
        try:
            axe(page, rules=COLOURS)
        finally:
            page.emulate_media(color_scheme="light")

    return check


def thumbs(page: Page) -> None:
    """What is to be pressed is large enough for a sore thumb."""
    assert (small := small_targets(page)) == [], small


def help_first(page: Page) -> None:
    """Every care card is two taps away: the list of them is one tap away, and each of them one more."""
    assert help_in_one_tap(page)


def large_text(page: Page) -> None:
    """Letters of twice the size fit a screen of 320 pixels."""
    page.set_viewport_size(SMALL_SCREEN)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    wide = sideways(page)
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(PHONE["viewport"])
    assert wide == [], wide


def motion(page: Page) -> None:
    """Nothing moves for longer than 200 ms, and nothing at all for those who ask for that."""
    assert largest_motion_ms(page) <= 200
    page.emulate_media(reduced_motion="reduce")
    moves = largest_motion_ms(page)
    page.emulate_media(reduced_motion="no-preference")
    assert moves <= 1, moves


def focus(page: Page) -> None:
    """A keyboard's focus can be seen wherever it goes, with forced colours too."""
    for colours in ("none", "active"):
        page.emulate_media(forced_colors=colours)
        unseen = without_outline(page)
        page.emulate_media(forced_colors="none")
        assert unseen == [], (colours, unseen)


def name_and_language(page: Page) -> None:
    """The browser knows the screen's name and its language."""
    assert page.locator("html").get_attribute("lang") == "en"
    # Both at one moment: a screen that has just been left may still be in sight.
    until(page, "() => document.title.startsWith(`${document.querySelector('h1')?.innerText} – `)", seconds=5)


QUICK: dict[str, Check] = {"help": help_first, "thumbs": thumbs, "name": name_and_language}
THOROUGH: dict[str, Check] = {"large text": large_text, "motion": motion, "focus": focus}
