"""The map of what is near: only when asked for, only from the operator's source, and never more than the list says."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.clinic import Clinic
from journeys.measures import largest_motion_ms, sideways, small_targets, without_outline
from journeys.steps.joining import DRAWN, ready_for_no_signal
from journeys.steps.moving import aeroplane_mode, sees, until
from support.devices import Devices
from support.server import Server
from support.tile_server import TileServer

NO_SIGNAL = "The map cannot be shown just now. It needs signal. The list below has the same things."
HOSTILE = '<img src=x onerror="window.hurt = 1">'


KEPT = """async () => {
  const shells = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return shells.flat().map(({ url }) => new URL(url).pathname);
}"""


POLICY_NAMES = """async (origin) => {
  const [shell] = (await caches.keys()).filter((name) => name.startsWith("shell-"));
  const kept = await (await caches.open(shell)).match("/index.html", { ignoreSearch: true });
  return kept.headers.get("content-security-policy").includes(origin);
}"""


@pytest.fixture(scope="module")
def source() -> Iterator[TileServer]:
    with TileServer() as tiles:
        yield tiles


@pytest.fixture(scope="module")
def mapped(demo_data: Path, source: TileServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service whose operator named a source of pictures."""
    folder = tmp_path_factory.mktemp("mapped") / "data"
    shutil.copytree(demo_data, folder, ignore=shutil.ignore_patterns("*.sock"))
    folder.chmod(0o700)
    with Server(folder, verb="demo", environment=source.settings) as server:
        yield server


@pytest.fixture
def tiles(source: TileServer) -> TileServer:
    """The source, asked for nothing yet."""
    source.asked.clear()
    source.broken = False
    return source


@pytest.fixture
def page(mapped: Server, devices: Devices) -> Page:
    """A phone that never joined, with what is near before it."""
    return look(devices.phone(base_url=mapped.url))


def look(page: Page) -> Page:
    page.goto("/near")
    sees(page, "What’s on near me")
    page.get_by_label("Your postcode").fill("LS29")
    page.get_by_role("button", name="Show what’s on").click()
    expect(page.locator(".rows .row").first).to_be_visible()
    return page


def show(page: Page) -> Page:
    """Ask for the map, and wait until its pictures are there."""
    page.get_by_role("button", name="Show on a map").click()
    expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
    expect(pins(page).first).to_be_visible()
    return page


def pins(page: Page) -> Locator:
    return page.locator(".near-pin")


def moved(page: Page) -> str:
    """How far the map has been moved."""
    return page.locator(".leaflet-map-pane").evaluate("(pane) => pane.style.transform")


def still(page: Page) -> None:
    """The map glides no more: a glide begins with the next frame at the latest, and has a name while it lasts."""
    page.evaluate(DRAWN)
    expect(page.locator(".leaflet-pan-anim, .leaflet-zoom-anim")).to_have_count(0)


def close_together(page: Page) -> Locator:
    return pins(page).filter(has_text=re.compile(r"\d")).first


def test_pictures_are_asked_of_the_source_only_once_the_map_is_asked_for(page: Page, mapped: Server, tiles: TileServer):
    ready_for_no_signal(page, "listings-area")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(page.get_by_text(f"pictures come from {tiles.origin.removeprefix('http://')}.")).to_be_visible()
    page.wait_for_timeout(1_500)  # as quiet moments come, other screens are fetched; the map is not
    assert tiles.asked == []
    assert not [url for url in asked if "TheMap" in url or not url.startswith(mapped.url)]
    kept = page.evaluate(KEPT)
    assert any("/near-" in path for path in kept) and not any("TheMap" in path for path in kept)
    show(page)
    # the source is told squares of the map, and nothing of the app or the person
    assert tiles.asked
    for path, headers in tiles.asked:
        assert re.fullmatch(r"/\d+/\d+/\d+\.png", path)
        assert not {"referer", "cookie", "authorization", "origin"} & {name.lower() for name in headers}
    assert {url.split("/", 3)[2] for url in asked} == {each.split("/")[2] for each in (mapped.url, tiles.origin)}
    expect(page.get_by_text("Map: Plain colours & nobody’s streets.")).to_be_visible()
    # and when it is put away and the app is opened anew, nothing more
    page.get_by_role("button", name="Hide the map").click()
    expect(page.locator(".near-map")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Show on a map")).to_be_visible()
    count = len(tiles.asked)
    page.wait_for_timeout(500)
    assert len(tiles.asked) == count


def test_every_thing_with_a_place_is_at_a_pin_and_said_as_in_the_list(
    mapped: Server, devices: Devices, tiles: TileServer
):
    page = devices.phone(base_url=mapped.url)
    with page.expect_response("**/api/listings/area") as answer:
        look(page)
    cards = answer.value.json()["cards"]
    placed = [card for card in cards if card.get("place", {}).get("lat") is not None and card["attendance"] != "online"]
    show(page)
    for _ in range(3):
        page.get_by_role("button", name="Zoom out").click()
        still(page)
    counted = sum(int(words or 1) for words in pins(page).all_inner_texts())
    listed = page.locator(".near-found").inner_text()
    assert str(counted) in listed and 0 < counted <= len(placed), listed
    # several things are one pin with their number, which opens their lines of the list
    group = close_together(page)
    count = int(group.inner_text())
    group.click()
    here = page.locator(".near-on-map section")
    expect(here.get_by_role("heading")).to_be_focused()
    expect(here.locator(".row")).to_have_count(count)
    name = here.locator(".what").first.inner_text()
    here.locator(".row").first.click()
    sees(page, name)
    # and on the way back the map is as it was left
    page.get_by_role("link", name="What’s on near me").first.click()
    expect(pins(page).first).to_be_visible()
    assert sum(int(words or 1) for words in pins(page).all_inner_texts()) == counted


def test_with_a_keyboard_alone(mapped: Server, devices: Devices, tiles: TileServer):
    page = look(devices.desktop(base_url=mapped.url, reduced_motion="reduce"))
    page.get_by_role("button", name="Show on a map").focus()
    page.keyboard.press("Enter")
    expect(pins(page).first).to_be_visible()
    for name in ("Zoom in", "Zoom out", "Map. Move it with the arrow keys."):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_attribute("aria-label", name)
    before = moved(page)
    page.keyboard.press("ArrowUp")
    now = moved(page)
    assert now != before
    page.wait_for_timeout(400)
    assert moved(page) == now, "it is there at once: nothing glides for whoever wants no movement"
    # the pins come next, each with a name
    page.keyboard.press("Tab")
    pin = page.locator(".near-pin:focus")
    called = pin.get_attribute("aria-label")
    assert called
    page.keyboard.press("Enter")
    expect(page.locator(".near-on-map section h2")).to_be_focused()
    expect(page.locator(".near-pin[aria-expanded=true]")).to_have_attribute("aria-label", called)
    # Escape goes back the way that it came
    page.keyboard.press("Escape")
    expect(page.locator(":focus")).to_have_attribute("aria-label", called)
    expect(page.locator(".near-on-map section")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Hide the map")).to_be_focused()
    assert largest_motion_ms(page) == 0
    assert without_outline(page) == []


def test_dragging_is_no_press_and_is_not_needed(mapped: Server, devices: Devices, tiles: TileServer):
    page = show(look(devices.desktop(base_url=mapped.url)))
    page.locator(".near-map-ways").scroll_into_view_if_needed()
    box, before = close_together(page).bounding_box(), moved(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 30, steps=5)
    page.mouse.up()
    still(page)
    dragged = moved(page)
    assert dragged != before
    expect(page.locator(".near-on-map section")).to_have_count(0)
    # a button for each way does the same
    for way in ("left", "up", "right", "down"):
        page.get_by_role("button", name=f"Move {way}").click()
        still(page)
        assert moved(page) != before
        before = moved(page)
    assert moved(page) == dragged, "there and back"


@pytest.mark.parametrize("device", ["phone", pytest.param("desktop", marks=pytest.mark.long)])
def test_it_is_for_everybody(
    mapped: Server, devices: Devices, tiles: TileServer, axe: Callable[..., None], device: str
):
    page = show(look(getattr(devices, device)(base_url=mapped.url)))
    close_together(page).click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        axe(page)
    assert small_targets(page) == []
    page.evaluate("document.documentElement.style.fontSize = '237.5%'")
    page.wait_for_timeout(300)
    assert sideways(page) == []
    over = "([a, b]) => { const r = a.getBoundingClientRect(), s = b.getBoundingClientRect();"
    over += " return r.right > s.left && r.left < s.right && r.bottom > s.top && r.top < s.bottom; }"
    ways = page.locator(".near-map-zoom button").element_handles()
    assert page.evaluate(over, ways) is False, "the two buttons lie over each other"


def test_a_name_from_a_feed_is_words_on_the_map_too(mapped: Server, devices: Devices, tiles: TileServer):
    page = devices.phone(base_url=mapped.url)

    def with_hostile_names(route) -> None:
        found = route.fetch().json()
        for number, card in enumerate(found["cards"]):
            card["name"] = f"{HOSTILE} {number}"
            if card.get("place"):
                card["place"]["name"] = f"</script>{HOSTILE}"
        route.fulfill(json=found)

    page.route("**/api/listings/area", with_hostile_names)
    show(look(page))
    expect(pins(page).first).to_have_attribute("aria-label", re.compile(re.escape(HOSTILE)))
    close_together(page).click()
    here = page.locator(".near-on-map section")
    expect(here.locator(".what").first).to_contain_text(HOSTILE)
    expect(page.locator("img[src=x], img[onerror]")).to_have_count(0)
    assert page.evaluate("window.hurt") is None


def test_without_a_source_there_is_no_map(clinic: Clinic, devices: Devices):
    page = devices.phone(base_url=clinic.url)
    with page.expect_response("**/api/service") as said:
        look(page)
    assert said.value.json()["map"] is None
    page.wait_for_timeout(300)
    expect(page.get_by_role("button", name="Show on a map")).to_have_count(0)


def test_a_source_that_is_named_later_reaches_phones_that_have_the_app(
    demo_server: Server, devices: Devices, tiles: TileServer
):
    page = look(devices.phone(base_url=demo_server.url))
    ready_for_no_signal(page, "listings-area")
    demo_server.stop()
    demo_server.environment |= tiles.settings
    demo_server.start()
    # the page comes from the phone, with the policy of before; the one of now is there the next time
    page.reload()
    expect(page.get_by_role("button", name="Show on a map")).to_be_visible()
    until(page, POLICY_NAMES, tiles.origin)
    page.reload()
    show(page)


def test_without_signal_it_says_so_and_the_list_stays(page: Page, tiles: TileServer):
    ready_for_no_signal(page)
    rows = page.locator(".rows .row").count()
    aeroplane_mode(page)
    # pressed for the first time, when the map itself is not here
    page.get_by_role("button", name="Show on a map").click()
    expect(page.get_by_role("alert").filter(has_text=NO_SIGNAL)).to_be_visible()
    assert page.locator(".rows .row").count() == rows
    aeroplane_mode(page, on=False)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
    expect(page.get_by_text(NO_SIGNAL)).to_have_count(0)
    # and when it is open already, and somebody looks closer
    aeroplane_mode(page)
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
        still(page)
    expect(page.get_by_role("status").filter(has_text=NO_SIGNAL)).to_be_visible()
    assert page.locator(".rows .row").count() >= rows
    aeroplane_mode(page, on=False)
    expect(page.get_by_text(NO_SIGNAL)).to_have_count(0)


def test_a_source_that_answers_nothing_is_no_empty_map(page: Page, tiles: TileServer):
    tiles.broken = True
    page.get_by_role("button", name="Show on a map").click()
    expect(page.get_by_role("status").filter(has_text=NO_SIGNAL)).to_be_visible()
    expect(pins(page).first).to_be_visible()
