"""A stolen phone: all that its browser left on the disk, looked through byte by byte, and what guessing a PIN costs."""

import hashlib
import time
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from playwright.sync_api import Page, Playwright, expect

from faults.near_server import NearServer
from faults.phone_page import RECORD, fill_pain, log_pain, wait_until_sent
from faults.profile import Profile
from journeys.steps.joining import put_off
from journeys.steps.locking import PASSPHRASE, PIN, locked

NAME, NOTE, DRAFT = "Zeldacanary", "zebracanary at the kerb", "half a quaggacanary"
# How the data key rests, bytes as hexadecimal digits.
KEY_AT_REST = """async () => {
  const open = indexedDB.open("jointly");
  await new Promise((resolve) => { open.onsuccess = resolve; });
  const asked = open.result.transaction("meta").objectStore("meta").get("keys");
  await new Promise((resolve) => { asked.onsuccess = resolve; });
  open.result.close();
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const { id, lock } = asked.result;
  return { id, salt: hex(lock.salt), rounds: lock.rounds, wrapped: hex(lock.wrapped) };
}"""


@pytest.mark.parametrize(("kind", "secret"), [("passphrase", PASSPHRASE), ("PIN", PIN)])
def test_nothing_of_a_locked_diary_is_on_the_disk(
    near: NearServer, playwright: Playwright, tmp_path: Path, kind: str, secret: str
) -> None:
    near.start()
    profile = Profile(playwright, tmp_path / "profile")
    page = profile.open()
    person = _join_and_lock(page, near, kind, secret)
    log_pain(page, 4, NOTE)
    wait_until_sent(page)
    fill_pain(page, 6, DRAFT)
    page.wait_for_timeout(500)
    page.goto(near.url)
    locked(page)
    at_rest = page.evaluate(KEY_AT_REST)
    profile.close()
    files = {file: file.read_bytes() for file in profile.folder.rglob("*") if file.is_file()}
    assert _found(files, person), "what rests in the clear is found: the search works"
    for canary in (NOTE, DRAFT):
        assert _found(files, canary) == [], canary
    # The name was typed into a form, which the browser itself may remember; it rests nowhere in what the app stores.
    ours = {file: content for file, content in files.items() if {"IndexedDB", "Local Storage"} & set(file.parts)}
    assert _found(ours, NAME) == []
    # and the key is not there either: only somebody who knows the words gets at it
    key, seconds = _unwrapped(at_rest, secret)
    assert len(key) == 32
    assert [file for file, content in files.items() if key in content] == []
    with pytest.raises(InvalidTag):
        _unwrapped(at_rest, "000001")
    assert at_rest["rounds"] >= 600_000
    hours = seconds * 10 ** len(PIN) / 3600
    print(f"{kind}: {at_rest['rounds']:,} rounds of PBKDF2-SHA-256, {seconds * 1000:,.0f} ms of one core a guess")
    print(f"all PINs of {len(PIN)} digits: {hours:,.0f} hours of one core")


def _join_and_lock(page: Page, near: NearServer, kind: str, secret: str) -> str:
    page.goto(f"{near.url}/join#{near.join_code()}")
    page.get_by_label("What should we call you?").fill(NAME)
    page.get_by_role("button", name="Open my record").click()
    page.get_by_role("radio", name=f"With a {kind}").check()
    page.get_by_label(f"Your new {kind}").fill(secret)
    page.get_by_role("button", name="Lock my diary").click()
    put_off(page)
    expect(page.get_by_text(f"Good to see you, {NAME}")).to_be_visible()
    return page.evaluate(f"{RECORD}; record().then((found) => found.subject)")


def _found(files: dict[Path, bytes], words: str) -> list[Path]:
    """The files that hold the words in either way in which browsers write them."""
    ways = words.encode(), words.encode("utf-16-le")
    return [file for file, content in files.items() if any(way in content for way in ways)]


def _unwrapped(at_rest: dict, words: str) -> tuple[bytes, float]:
    """The data key, and how long the guess took in seconds. Raises InvalidTag for other words."""
    began = time.perf_counter()
    key = hashlib.pbkdf2_hmac("sha256", words.encode(), bytes.fromhex(at_rest["salt"]), at_rest["rounds"])
    seconds = time.perf_counter() - began
    wrapped = bytes.fromhex(at_rest["wrapped"])
    assert wrapped[0] == 1
    about = f"data key {at_rest['id']}".encode()
    return AESGCM(key).decrypt(wrapped[1:13], wrapped[13:], about), seconds
