"""The list that an organisation's own site frames: under its own policy, on a phone and wide, light and dark."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, Route

from backend.listings.giving_out.conftest import ROOT, peers, said, tai_chi
from jointly.content import content_root, messages
from jointly.listings.giving_out import dataset, listed
from jointly.web import HEADERS
from support.devices import Devices

PLACE = f"{ROOT}/open/list/{tai_chi().organisation.id}"
THEIRS = "https://ashford-leisure.org.uk/"


def made() -> str:
    speak = messages(content_root(None), "en")
    services = [tai_chi(), peers(), tai_chi(id=peers().organisation.id, name="Has stopped", status="cancelled")]
    dates = [
        said(tai_chi(), datetime(2026, 12, 1, 10, 30, tzinfo=UTC), status="cancelled", words="The hall is shut."),
        said(
            tai_chi(),
            datetime(2026, 12, 15, 10, 30, tzinfo=UTC),
            start=datetime(2026, 12, 16, 14, tzinfo=UTC),
            status="moved",
            end=None,
        ),
        said(tai_chi(), datetime(2026, 12, 29, 10, 30, tzinfo=UTC)),
    ]
    by = tai_chi().organisation
    return listed.page(by.name, by.id, services, {tai_chi().id: dates}, root=ROOT, speak=speak)


def serve(page: Page, policy: str = listed.POLICY) -> None:
    """The list on our origin, and a page of somebody else's that frames it."""

    def answer(route: Route) -> None:
        if route.request.url == PLACE:
            headers = HEADERS | {"content-security-policy": policy, "cross-origin-resource-policy": "cross-origin"}
            route.fulfill(body=made(), content_type="text/html; charset=utf-8", headers=headers)
        else:
            frame = f'<!doctype html><html lang="en"><title>Us</title><iframe title="List" src="{PLACE}"></iframe>'
            route.fulfill(body=frame, content_type="text/html")

    page.route("**/*", answer)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_it_reads_well_and_breaks_no_rule(devices: Devices, axe: Callable[..., None], size: str, scheme: str):
    page = getattr(devices, size)(color_scheme=scheme)
    serve(page)
    page.goto(PLACE)
    axe(page)
    assert page.get_by_role("heading", level=1).inner_text() == "What Ashford Leisure runs"
    assert page.get_by_text("Cancelled: Tuesday 1 December, 10:30 to 11:30. The hall is shut.").is_visible()
    assert page.get_by_text("Wednesday 16 December, 14:00. This one moved: it was Tuesday 15 December").is_visible()
    assert page.get_by_text("£4.50 (Adult); Free (Carers)").first.is_visible()
    assert page.get_by_text("Free", exact=True).is_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_somebody_elses_page_may_frame_it_and_its_links_leave_the_frame(devices: Devices):
    page = devices.desktop()
    serve(page)
    page.goto(THEIRS)
    frame = page.frame_locator("iframe")
    link = frame.get_by_role("link", name="Tai chi for sore joints")
    link.wait_for()
    assert link.get_attribute("target") == "_blank"
    assert frame.locator("script").count() == 0


def test_the_policy_of_the_app_itself_would_not_let_them(devices: Devices):
    page = devices.desktop()
    serve(page, HEADERS["content-security-policy"])
    page.goto(THEIRS)
    page.wait_for_timeout(300)
    assert page.frame_locator("iframe").get_by_role("heading").count() == 0
    devices.faults.clear()


def test_the_dataset_site_breaks_no_rule(phone: Page, axe: Callable[..., None]):
    def answer(route: Route) -> None:
        route.fulfill(body=dataset.site("Leeds joints", ROOT), content_type="text/html", headers=HEADERS)

    phone.route("**/*", answer)
    phone.goto(f"{ROOT}/open/openactive")
    axe(phone)
    assert "Leeds joints" in phone.get_by_role("heading", level=1).inner_text()
