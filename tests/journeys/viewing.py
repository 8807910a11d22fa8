"""Ways to a screen and to what is done there: what views are put together from."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from journeys.steps.exercising import press
from journeys.steps.logging import choose_score
from journeys.steps.moving import unfold

View = Callable[[Page], None]


def at(address: str) -> View:
    """A screen as it is at first."""

    def go(page: Page) -> None:
        page.goto(address)
        expect(page.locator("h1")).to_be_visible()

    return go


def then(first: View, *steps: View) -> View:
    """A screen after something was done there."""

    def go(page: Page) -> None:
        for step in (first, *steps):
            step(page)

    return go


def button(name: str) -> View:
    """Press a button."""
    return lambda page: page.get_by_role("button", name=name, exact=True).first.click()


def link(name: str) -> View:
    """Follow a link."""
    return lambda page: page.get_by_role("link", name=name, exact=True).first.click()


def only(words: str) -> View:
    """Narrow a list by one of its filters, whatever number stands beside it; on a phone they are folded away."""
    return then(fold("Show: "), lambda page: page.get_by_role("radio", name=re.compile(rf"^{words} \(")).check())


def fold(words: str) -> View:
    """Open what is folded away."""
    return lambda page: unfold(page, words)


def slowly(name: str) -> View:
    """Press a button of the player."""
    return lambda page: press(page, name)


def settled(address: str, selector: str) -> View:
    """A screen once what it had to ask for is there."""
    return then(at(address), lambda page: expect(page.locator(selector).first).to_be_visible())


def choose(*names: str) -> View:
    """Choose answers by their words."""

    def check(page: Page) -> None:
        for name in names:
            page.get_by_role("radio", name=name, exact=True).check()

    return check


def fill(label: str, words: str) -> View:
    """Type into a field."""
    return lambda page: page.get_by_label(label).fill(words)


def score(number: int, question: str) -> View:
    """Press a number on a 0 to 10 scale."""
    return lambda page: choose_score(page, number, question=question)


def in_trouble(name: str, asks: str, view: View) -> dict[str, View]:
    """A screen that asks for something at this address when that fails, when nobody answers, and while it waits."""
    said = {"failed": "main .notice button", "no answer": "main .notice button", "waiting": "main .waiting"}
    return {f"{name}, {how}": _troubled(asks, how, then(view, shows(where))) for how, where in said.items()}


def unsent(asks: str, press: View) -> View:
    """What was pressed could not be sent, as nobody answers at this address."""
    return unanswered(asks, then(press, shows("main [role=alert]")))


def unanswered(asks: str, view: View) -> View:
    """As `view` has it when nobody answers at this address: without a signal, from what the device keeps."""
    return _troubled(asks, "no answer", view)


def shows(selector: str) -> View:
    """Once this is to be seen."""
    return lambda page: expect(page.locator(selector).first).to_be_visible()


def _troubled(asks: str, how: str, view: View) -> View:
    def answer(route: Route) -> None:
        if how == "failed":
            route.fulfill(status=500, json={})
        elif how == "no answer":
            route.abort()

    def go(page: Page) -> None:
        if how == "waiting":  # what is asked once is never answered
            return then(lambda page: page.route(asks, answer, times=1), view)(page)
        page.route(asks, answer)
        view(page)
        page.unroute(asks)

    return go
