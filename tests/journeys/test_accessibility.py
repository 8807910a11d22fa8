"""For everybody: every screen in every state, light and dark, with large text, by keyboard, with sore thumbs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from journeys import views
from journeys.clinic import Clinic
from journeys.measures import largest_motion_ms, sideways, small_targets, without_outline
from journeys.steps import joining
from support.devices import PHONE, Devices

Check = Callable[[Page], None]
SMALL_SCREEN = {"width": 320, "height": 640}


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Margaret", views.PATIENT),
        (None, views.STRANGER),
        ("Sam", views.ADVISOR),
        ("Priya", views.LEAD),
        ("Joan", views.CARER),
    ],
    ids=["a person", "somebody who has not joined", "an advisor", "a lead", "a carer"],
)
def test_every_screen_in_every_state(
    own_clinic: Clinic, devices: Devices, axe: Check, name: str | None, seen: dict[str, views.View]
) -> None:
    page = devices.phone(base_url=own_clinic.url)
    if name:
        joining.open_link(page, own_clinic.link_of(name).partition("#")[2])
        joining.confirm(page)
        page.wait_for_selector("nav")
    checks = {**CHECKS, "light": axe, "dark": in_the_dark(axe)}
    faults = []
    for view, reach in seen.items():
        reach(page)
        for words, check in checks.items():
            try:
                check(page)
            except AssertionError as fault:
                faults.append(f"{view}, {words}: {fault}")
    assert not faults, "\n".join(faults)


def in_the_dark(axe: Check) -> Check:
    """The same in dark colours."""

    def check(page: Page) -> None:
        page.emulate_media(color_scheme="dark")
        try:
            axe(page)
        finally:
            page.emulate_media(color_scheme="light")

    return check


def thumbs(page: Page) -> None:
    """What is to be pressed is large enough for a sore thumb."""
    assert (small := small_targets(page)) == [], small


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
    heading = page.locator("h1").inner_text()
    assert page.title().startswith(f"{heading} – "), (page.title(), heading)


CHECKS: dict[str, Check] = {
    "thumbs": thumbs,
    "large text": large_text,
    "motion": motion,
    "focus": focus,
    "name": name_and_language,
}
