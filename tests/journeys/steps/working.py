"""Working at a service: signing in with a passkey, the office's screens, and time that passes."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from playwright.sync_api import CDPSession, Page, expect

from journeys.clinic import Clinic
from journeys.steps.moving import sees, unfold
from support.server import Server

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_passkeys(page: Page) -> CDPSession:
    """Give the device a finger to press and a place for passkeys; the answer can turn the finger away."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return device


def second_key(page: Page) -> None:
    """Plug a security key into the device: a new passkey goes there, as the device holds one of this person already."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | {"transport": "usb"}})


def at_work(page: Page, clinic: Clinic, name: str, heading: str) -> Page:
    """Somebody of the demonstration who works there, on their first screen."""
    page.goto(clinic.link_of(name))
    page.get_by_role("button", name="Open the demonstration").click()
    sees(page, heading)
    return page


def invite(lead: Page, name: str, part: str) -> str:
    """Invite somebody on the lead's screen, and read their link off the card."""
    lead.goto("/service/staff")
    lead.get_by_label("Their name").fill(name)
    lead.get_by_role("radio", name=part).check()
    lead.get_by_role("button", name="Make an invitation").click()
    expect(lead.get_by_role("heading", name=f"An invitation for {name}")).to_be_focused()
    return lead.locator(".code-link").inner_text()


def make_passkey(page: Page, link: str) -> None:
    """Open an invitation and make a passkey with the name that it was made for."""
    page.goto(link)
    sees(page, "Your invitation")
    page.get_by_role("button", name="Make your passkey").click()


def open_diary(page: Page, name: str) -> None:
    """From the list of people to somebody's page."""
    page.goto("/people")
    page.get_by_role("link", name=name, exact=True).first.click()


def break_glass(page: Page, reason: str) -> None:
    """Open a diary that is not shared."""
    unfold(page, "In a true emergency")
    page.get_by_label("Why do you need to open it?").fill(reason)
    page.get_by_role("button", name="Open for 1 hour").click()


def let_time_pass(server: Server, minutes: int) -> None:
    """As if everybody who is signed in had last been heard, and had last proved who they are, so long ago."""
    then = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat(" ", "seconds")
    server.stop()
    with closing(sqlite3.connect(server.data / "vault.sqlite3")) as vault, vault:
        vault.execute("update device set proved_at = ? where proved_at is not null", (then,))
        vault.execute("update device set heard_at = ?", (then,))
    server.start()
