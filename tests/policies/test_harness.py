"""The harness itself: a green run means something only if its own instruments work."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from jointly.web import HEADERS
from support.devices import Devices
from support.network_guard import OutsideConnection, is_loopback
from support.node import packages_match
from support.postgres import Postgres

FAULTY = """<!doctype html><html><meta name="viewport" content="width=device-width">
<img src="x"><input><p><font color="#cccccc">faint</font></p></html>"""


def test_a_connection_to_another_machine_is_refused():
    with socket.socket() as outside, pytest.raises(OutsideConnection, match=r"192\.0\.2\.1"):
        outside.settimeout(0.1)
        outside.connect(("192.0.2.1", 80))


async def test_an_async_connection_to_another_machine_is_refused():
    with pytest.raises(OutsideConnection):
        await asyncio.open_connection("192.0.2.1", 80)


@pytest.mark.parametrize("address", [("127.0.0.1", 1), ("::1", 1, 0, 0), ("localhost", 1), "/run/a.sock"])
def test_this_machine_may_be_reached(address):
    assert is_loopback(address)


def test_each_test_has_a_postgres_database_of_its_own(postgres: Postgres, postgres_url: str):
    another = postgres.create_database()
    postgres.sql("create table diary (id int)", database=another.rpartition("/")[2])
    assert postgres.sql("select count(*) from pg_tables where tablename = 'diary'") == "0"
    assert postgres_url != another
    postgres.drop_database(another)


def test_packages_that_differ_from_the_lock_file_are_noticed(tmp_path: Path):
    (tmp_path / "node_modules").mkdir()
    installed = tmp_path / "node_modules" / ".package-lock.json"
    (tmp_path / "package-lock.json").write_text(
        '{"packages": {"": {}, "a": {"version": "2"}, "b": {"version": "1", "optional": true}}}'
    )
    assert not packages_match(tmp_path)
    installed.write_text('{"packages": {"a": {"version": "1"}}}')
    assert not packages_match(tmp_path)
    installed.write_text('{"packages": {"a": {"version": "2"}}}')
    assert packages_match(tmp_path)


@pytest.fixture
def faulty_page(phone: Page) -> Page:
    """A page with three planted faults, under the policy that every page is served with."""
    phone.route("**", lambda route: route.fulfill(body=FAULTY, content_type="text/html", headers=HEADERS))
    phone.goto("http://localhost/")
    return phone


def test_axe_finds_planted_faults(faulty_page: Page, axe: Callable[..., None]):
    with pytest.raises(AssertionError) as found:
        axe(faulty_page)
    for rule in ("image-alt", "label", "color-contrast"):
        assert rule in str(found.value)


def test_a_phone_is_narrow_and_touched(faulty_page: Page):
    assert faulty_page.evaluate("[innerWidth, innerHeight, navigator.maxTouchPoints > 0]") == [360, 740, True]


def test_an_error_that_nobody_sees_fails_the_test(browser: Browser):
    watched = Devices(browser)
    page = watched.phone()
    page.evaluate("setTimeout(() => { throw new Error('lost') })")
    page.wait_for_timeout(50)
    with pytest.raises(AssertionError, match="lost"):
        watched.close()


def test_a_breach_of_the_content_security_policy_fails_the_test(browser: Browser):
    watched = Devices(browser)
    page = watched.phone()
    breach = "<!doctype html><p style='color: red'>styled in the page</p>"
    page.route("**", lambda route: route.fulfill(body=breach, content_type="text/html", headers=HEADERS))
    page.goto("http://localhost/")
    with pytest.raises(AssertionError, match="Content Security Policy"):
        watched.close()
