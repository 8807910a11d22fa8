"""NHS login in a real browser: over to the provider's own page, on another site, and back with only Lax cookies."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys.steps import joining
from journeys.steps.moving import sees
from support.devices import Devices
from support.oidc_provider import Lies, Provider, key, pem
from support.server import Server


@pytest.fixture
def provider() -> Iterator[Provider]:
    """NHS login, as far as the browser can tell."""
    with Provider() as started:
        yield started


@pytest.fixture
def with_nhs_login(make_server: Callable[..., Server], provider: Provider, tmp_path: Path, built_pwa: Path) -> Server:
    """A service that has NHS login switched on."""
    file = tmp_path / "nhs-login.pem"
    file.write_bytes(pem(key("client")))
    file.chmod(0o600)
    server = make_server(environment=provider.environment(str(file)))
    provider.back = f"{server.url}/api/nhs-login/back"
    return server.start()


def test_nhs_login_opens_the_record_it_was_linked_to(
    with_nhs_login: Server, provider: Provider, devices: Devices, axe: Callable[[Page], None]
) -> None:
    # given Rose, who joined with a code
    old = devices.phone(base_url=with_nhs_login.url)
    code = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", with_nhs_login.run("code", "service").stdout)
    assert code
    joining.open_link(old, code[0].replace("-", ""))
    joining.confirm(old, called="Rose")
    old.wait_for_function("() => !location.pathname.startsWith('/join')")
    # when somebody signs in by an NHS login that is linked to nothing
    new = devices.phone(base_url=with_nhs_login.url)
    new.goto("/join")
    new.get_by_text("Use NHS login instead").click()
    axe(new)
    over_there(new, "rose-at-nhs-login")
    # then nothing opens, and it says what to do first
    expect(new.get_by_role("alert")).to_contain_text("This NHS login is not linked to a record yet")
    expect(new).to_have_url(f"{with_nhs_login.url}/join")  # nothing stays in the address
    assert new.evaluate("() => fetch('/api/me').then((answer) => answer.status)") == 401
    # when Rose links it under More
    old.goto("/more")
    old.get_by_role("link", name="NHS login").click()
    sees(old, "NHS login")
    axe(old)
    over_there(old, "rose-at-nhs-login")
    expect(old.locator(".notice")).to_contain_text("Done. NHS login is linked to your record.")
    # then a login that proved too little opens nothing, and her own opens her record
    provider.lies = Lies(claims={"vot": "P5.Cp.Cd", "identity_proofing_level": "P5"})
    over_there(new, "rose-at-nhs-login")
    expect(new.get_by_role("alert")).to_contain_text("NHS login does not know for sure who you are yet")
    provider.lies = Lies()
    over_there(new, "rose-at-nhs-login")
    new.wait_for_url(lambda address: address.startswith(with_nhs_login.url) and "/join" not in address)
    assert joining.person(new) == joining.person(old)
    new.goto("/more")
    expect(new.get_by_text("Rose")).to_be_visible()
    # and not agreeing over there changes nothing
    old.goto("/more/nhs-login")
    old.get_by_role("button", name="Stop using NHS login").click()
    old.get_by_role("button", name="Continue to NHS login").click()
    old.get_by_role("button", name="Do not agree").click()
    expect(old.get_by_role("alert")).to_contain_text("You did not finish at NHS login")
    expect(old.get_by_text("NHS login is not linked to your record.")).to_be_visible()


def over_there(page: Page, who: str) -> None:
    """From our page to the provider's, and back as `who`."""
    page.get_by_role("button", name="Continue to NHS login").click()
    expect(page).to_have_title("Sign in at the provider")
    page.get_by_label("Who are you?").fill(who)
    page.get_by_role("button", name="Continue").click()
