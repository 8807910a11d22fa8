"""The lock of the diary on a phone: choosing one, what is seen while it is locked, and the way back in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from journeys.clinic import Clinic, Newcomer
from journeys.steps import joining
from journeys.steps.locking import PASSPHRASE, PIN, lock_now, lock_with, locked, resting, type_secret, unlock
from journeys.steps.logging import choose_score, log_pain
from journeys.steps.moving import aeroplane_mode, go_to, sees, unfold
from support.devices import Devices

A_SLOW_PHONE = """{
  const derive = SubtleCrypto.prototype.deriveKey;
  const now = Performance.prototype.now;
  let lost = 0;
  Performance.prototype.now = function () { return now.call(this) + lost; };
  SubtleCrypto.prototype.deriveKey = async function (...how) {
    const key = await derive.apply(this, how);
    lost += 10_000;
    return key;
  };
}"""


# Writes down what this tab is told by the others.
HEARS = """() => {
  window.heard = [];
  new BroadcastChannel("jointly lock").onmessage = ({ data }) => heard.push(data);
}"""
# A tab that is busy: whatever it tells the others comes late, also when it has closed its own channel by then.
BUSY = """() => {
  const post = BroadcastChannel.prototype.postMessage;
  BroadcastChannel.prototype.postMessage = function (said) {
    const way = new BroadcastChannel(this.name);
    setTimeout(() => post.call(way, said), 1_500);
  };
}"""


# From when words are tried on, nothing else is read for a second.
SLOW_TO_READ = """() => {
  const derive = SubtleCrypto.prototype.deriveKey;
  SubtleCrypto.prototype.deriveKey = async function (...how) {
    SubtleCrypto.prototype.deriveKey = derive;
    await new Promise((held) => {
      indexedDB.open("jointly").onsuccess = ({ target: { result: database } }) => {
        const meta = database.transaction("meta", "readwrite").objectStore("meta");
        const until = Date.now() + 1_000;
        const look = () => {
          held();
          if (Date.now() < until) meta.get("me").onsuccess = look;
        };
        look();
        database.close();
      };
    });
    return derive.apply(this, how);
  };
}"""


@pytest.fixture
def zelda(clinic: Clinic) -> Newcomer:
    """Somebody with a name that nothing else on a phone has."""
    return clinic.newcomer("Zelda")


@pytest.fixture
def phone(clinic: Clinic, devices: Devices, zelda: Newcomer) -> Page:
    """Zelda's phone, with no lock yet. It thinks itself slow, so that words are stretched as little as they may be."""
    page = devices.phone(base_url=clinic.url)
    page.add_init_script(A_SLOW_PHONE)
    return joining.signed_in(page, zelda.code)


def test_joining_offers_a_lock_and_it_can_be_put_off(clinic: Clinic, devices: Devices, zelda: Newcomer) -> None:
    page = devices.phone(base_url=clinic.url)
    joining.open_link(page, zelda.code)
    page.get_by_role("button", name="Open my record").click()
    sees(page, "Lock this diary")
    expect(page.get_by_text("Without a lock, whoever can open this phone can read your diary.")).to_be_visible()
    joining.put_off(page)
    sees(page, "Today")
    # then the entries rest sealed all the same, under a key that no script can read
    log_pain(page, 4)
    words, keys = resting(page)
    assert "Zelda" not in words
    assert "score" not in words
    assert keys == [False]
    page.reload()
    sees(page, "Today")


def test_a_lock_is_set_while_joining(clinic: Clinic, devices: Devices, zelda: Newcomer) -> None:
    page = devices.phone(base_url=clinic.url)
    joining.open_link(page, zelda.code)
    page.get_by_role("button", name="Open my record").click()
    # given somebody who chooses a PIN that is too easy, then a good one
    page.get_by_role("radio", name="With a PIN").check()
    for pin, words in (("123", "6 numbers or more"), ("111111", "first that people try"), ("345678", "first that")):
        page.get_by_label("Your new PIN").fill(pin)
        page.get_by_role("button", name="Lock my diary").click()
        expect(page.get_by_role("alert")).to_contain_text(words)
    page.get_by_label("Your new PIN").fill(PIN)
    page.get_by_role("button", name="Lock my diary").click()
    joining.put_off(page)
    sees(page, "Today")
    # then it is locked when it is opened again
    page.reload()
    locked(page)


@pytest.mark.parametrize(
    ("kind", "secret"), [("PIN", PIN), pytest.param("passphrase", PASSPHRASE, marks=pytest.mark.long)]
)
def test_locked_nothing_is_seen_and_the_words_open_it(phone: Page, kind: str, secret: str) -> None:
    log_pain(phone, 4)
    lock_with(phone, kind, secret)
    phone.goto("/diary")
    # then no part of the diary is there, in sight or not
    locked(phone)
    assert phone.get_by_role("navigation").count() == 0
    assert not re.search("Zelda|Pain 4|Diary", phone.content())
    words, keys = resting(phone)
    assert "Zelda" not in words
    assert keys == []
    # when the wrong words are typed, and then the right ones
    type_secret(phone, f"Your {kind}", "not the right one 1")
    expect(phone.get_by_role("alert")).to_contain_text(f"That is not the right {kind}.")
    unlock(phone, f"Your {kind}", secret)
    sees(phone, "Diary")
    expect(phone.locator("main .row", has_text="Pain 4")).to_have_count(1)


def test_a_passkey_locks_and_opens_without_a_connection(phone: Page) -> None:
    authenticator(phone)
    phone.goto("/more/lock")
    phone.get_by_role("radio", name="With your fingerprint").check()
    phone.get_by_role("button", name="Lock my diary").click()
    expect(phone.get_by_text("Your diary is locked with your fingerprint")).to_be_visible()
    go_to(phone, "Today")
    log_pain(phone, 6)
    aeroplane_mode(phone)
    phone.goto("/diary")
    locked(phone)
    assert resting(phone)[1] == []
    phone.get_by_role("button", name="Unlock with this phone").click()
    sees(phone, "Diary")
    # and without the finger it stays shut
    lock_now(phone)
    with nobody_there(phone):
        phone.get_by_role("button", name="Unlock with this phone").click()
        expect(phone.get_by_role("alert")).to_contain_text("closed, or took too long", timeout=20_000)
    locked(phone)


def test_a_phone_whose_passkeys_cannot_lock_says_so(phone: Page) -> None:
    authenticator(phone, prf=False)
    phone.goto("/more/lock")
    phone.get_by_role("radio", name="With your fingerprint").check()
    phone.get_by_role("button", name="Lock my diary").click()
    expect(phone.get_by_role("alert")).to_be_visible()
    sees(phone, "Lock this diary")
    assert len(resting(phone)[1]) == 1


def test_it_locks_after_five_idle_minutes_in_every_tab(phone: Page) -> None:
    lock_with(phone, "PIN", PIN)
    phone.clock.install()
    phone.goto("/pain")
    unlock(phone, "Your PIN", PIN)
    choose_score(phone, 6)
    second = phone.context.new_page()
    second.goto("/")
    sees(second, "Today")
    second.evaluate(HEARS)
    # given four minutes of nothing, a touch, and four more
    phone.clock.fast_forward("04:00")
    phone.mouse.move(50, 300)
    phone.mouse.down()
    phone.mouse.up()
    phone.clock.run_for(6_000)
    second.wait_for_function("() => heard.some(({ what, idle_ms }) => what === 'in-use' && idle_ms < 60_000)")
    phone.clock.fast_forward("04:00")
    stays(phone, "Log pain")
    # when five go by
    phone.clock.fast_forward("05:10")
    locked(phone)
    locked(second)
    # then what was being filled in is there again
    unlock(phone, "Your PIN", PIN)
    sees(phone, "Log pain")
    expect(phone.get_by_role("radio", name="6 out of 10")).to_be_checked()


def test_a_running_exercise_is_not_idle(clinic: Clinic, devices: Devices, rose: Page) -> None:
    lock_with(rose, "PIN", PIN)
    rose.clock.install()
    rose.goto("/exercise/sit-to-stand")
    unlock(rose, "Your PIN", PIN)
    rose.get_by_role("button", name="Start").click()
    expect(rose.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    for _ in range(3):
        rose.clock.fast_forward("05:10")
    expect(rose.get_by_role("button", name="Done this set")).to_be_visible()
    # stopped it is idle like anything else, and goes on from the same place
    rose.clock.run_for(1_000)
    rose.get_by_role("button", name="Stop", exact=True).click()
    expect(rose.get_by_role("button", name="Save as partly done")).to_be_visible()
    rose.clock.fast_forward("05:10")
    locked(rose)
    assert "Rose" not in resting(rose)[0]
    unlock(rose, "Your PIN", PIN)
    expect(rose.get_by_role("button", name="Save as partly done")).to_be_visible()


def test_out_of_sight_it_locks_after_the_time_that_was_chosen(phone: Page) -> None:
    lock_with(phone, "PIN", PIN)
    phone.goto("/more/lock")
    unlock(phone, "Your PIN", PIN)
    phone.get_by_role("radio", name="1 minute").check()
    # it is pressed before it is kept: whoever comes back sees what was kept
    go_to(phone, "More")
    phone.get_by_role("link", name="Lock Who can open").click()
    expect(phone.get_by_role("radio", name="1 minute")).to_be_checked()
    phone.clock.install()
    phone.goto("/")
    unlock(phone, "Your PIN", PIN)
    hide(phone)
    phone.clock.fast_forward("00:50")
    hide(phone, False)
    stays(phone, "Today")
    hide(phone)
    phone.clock.fast_forward("01:20")
    locked(phone)


def test_a_tab_that_another_one_opens_late_is_open_all_the_same(phone: Page) -> None:
    lock_with(phone, "PIN", PIN)
    phone.evaluate(BUSY)
    second = phone.context.new_page()
    second.goto("/")
    sees(second, "Today")


@pytest.mark.long
def test_another_tab_is_open_as_long_as_one_is(phone: Page) -> None:
    lock_with(phone, "PIN", PIN)
    phone.goto("/")
    unlock(phone, "Your PIN", PIN)
    second = phone.context.new_page()
    second.goto("/diary")
    sees(second, "Diary")
    lock_now(second)
    locked(phone)
    # and a tab opened now is locked as well
    third = phone.context.new_page()
    third.goto("/")
    locked(third)


def test_pain_is_logged_while_locked_with_and_without_signal(clinic: Clinic, phone: Page, zelda: Newcomer) -> None:
    lock_with(phone, "PIN", PIN)
    phone.goto("/")
    locked(phone)
    # given signal: it goes straight to the service
    log_locked(phone, 7)
    expect(phone.get_by_text("Your service has received it.")).to_be_visible()
    assert [row["body"]["score"] for row in clinic.entries_of(zelda.person, "pain")] == [7]
    # given none, and then an answer that got lost: it is sealed, and says so
    aeroplane_mode(phone)
    log_locked(phone, 5)
    expect(phone.get_by_text("It is on this phone, locked away.")).to_be_visible()
    aeroplane_mode(phone, False)
    phone.route("**/api/sync", lose_the_answer, times=1)
    log_locked(phone, 3)
    expect(phone.get_by_text("It is on this phone, locked away.")).to_be_visible()
    words, keys = resting(phone)
    assert "score" not in words
    assert keys == []
    # when it is unlocked, each is in the diary and at the service once
    phone.get_by_role("button", name="Back").click()
    unlock(phone, "Your PIN", PIN)
    unfold(phone, "done today")
    expect(phone.locator("details .receipt.received")).to_have_count(3)
    scores = [row["body"]["score"] for row in clinic.entries_of(zelda.person, "pain")]
    assert sorted(scores) == [3, 5, 7]


def test_wrong_tries_wait_longer_and_longer_and_delete_nothing(phone: Page) -> None:
    aeroplane_mode(phone)
    log_pain(phone, 8)
    lock_with(phone, "PIN", PIN)
    phone.clock.install()
    phone.goto("/")
    for _ in range(5):
        type_secret(phone, "Your PIN", "000001")
        expect(phone.get_by_role("alert")).to_contain_text("That is not the right PIN.")
    expect(phone.get_by_role("alert")).to_contain_text("again in 1 minute.")
    # neither the right PIN, nor a reload, nor the clock put back a day helps before its time
    type_secret(phone, "Your PIN", PIN)
    expect(phone.get_by_role("alert")).to_contain_text("again in 1 minute.")
    locked(phone)
    phone.clock.fast_forward("01:05")
    unlock(phone, "Your PIN", PIN)
    unfold(phone, "done today")
    expect(phone.locator("details .receipt")).to_contain_text("On this phone")


def test_a_late_answer_opens_nothing_that_was_locked_meanwhile(phone: Page) -> None:
    lock_with(phone, "PIN", PIN)
    phone.evaluate(BUSY)
    second = phone.context.new_page()
    second.goto("/")
    locked(second)
    # when the phone is locked while the answer is on its way
    second.evaluate("() => new BroadcastChannel('jointly').postMessage({ what: 'lock-now' })")
    locked(phone)
    second.wait_for_timeout(2_000)
    locked(second)


def test_the_field_is_empty_once_it_takes_the_next_try(phone: Page) -> None:
    lock_with(phone, "PIN", PIN)
    phone.goto("/")
    # given a phone that is slow to look up how often it was tried
    locked(phone)
    phone.evaluate(SLOW_TO_READ)
    type_secret(phone, "Your PIN", "000001")
    # then whoever sees it empty, and types, is heard
    unlock(phone, "Your PIN", PIN)
    sees(phone, "Today")


def test_forgotten_says_what_is_lost_and_starts_again_signed_out(clinic: Clinic, phone: Page, zelda: Newcomer) -> None:
    log_pain(phone, 2)
    expect(phone.locator(".undo .receipt.received")).to_be_visible()
    lock_with(phone, "PIN", PIN)
    phone.route("**/api/sync", lambda route: route.abort())
    phone.goto("/")
    log_locked(phone, 9)
    phone.get_by_role("button", name="Back").click()
    phone.get_by_role("button", name="I cannot unlock it").click()
    expect(phone.get_by_role("heading", name="1 entry has not been received")).to_be_visible()
    phone.get_by_role("button", name="Clear this phone").click()
    sees(phone, "Start using Jointly")
    # then the sign-in is gone too: nobody gets in without a code
    phone.reload()
    sees(phone, "Start using Jointly")
    assert phone.request.get("/api/me").status == 401
    phone.unroute("**/api/sync")
    joining.signed_in(phone, clinic.person_code(person=zelda.person))
    unfold(phone, "done today")
    expect(phone.locator("details .receipt")).to_have_count(1)


def test_the_lock_is_changed_and_taken_away_only_by_whoever_can_open_it(phone: Page) -> None:
    lock_with(phone, "PIN", PIN)
    phone.goto("/more/lock")
    unlock(phone, "Your PIN", PIN)
    phone.get_by_role("button", name="Change the lock").click()
    type_secret(phone, "Your PIN", "000001", button="Carry on")
    expect(phone.get_by_role("alert")).to_contain_text("not the right PIN")
    type_secret(phone, "Your PIN", PIN, button="Carry on")
    phone.get_by_role("radio", name="With a passphrase").check()
    phone.get_by_label("Your new passphrase").fill(PASSPHRASE)
    phone.get_by_role("button", name="Lock my diary").click()
    expect(phone.get_by_text("Your diary is locked with a passphrase.")).to_be_visible()
    phone.reload()
    unlock(phone, "Your passphrase", PASSPHRASE)
    phone.get_by_role("button", name="Take the lock away").click()
    type_secret(phone, "Your passphrase", PASSPHRASE, button="Carry on")
    expect(phone.get_by_text("This diary has no lock.")).to_be_visible()
    phone.reload()
    sees(phone, "Lock this diary")
    expect(phone.get_by_text("This diary has no lock.")).to_be_visible()


def test_signing_out_leaves_nothing_behind(phone: Page, zelda: Newcomer) -> None:
    lock_with(phone, "PIN", PIN)
    phone.goto("/more/sign-out")
    unlock(phone, "Your PIN", PIN)
    phone.get_by_role("button", name="Sign out").click()
    sees(phone, "Start using Jointly")
    empty(phone, zelda)
    assert phone.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft'))") == []
    held = phone.evaluate("caches.keys()")
    assert [name for name in held if not name.startswith(("shell-", "content", "settings-"))] == []


def test_a_lost_phone_is_wiped_even_while_it_is_locked(phone: Page, zelda: Newcomer) -> None:
    lock_with(phone, "PIN", PIN)
    phone.goto("/")
    locked(phone)
    refused = '{"code": "revoked", "message": "This phone was signed out."}'
    phone.route("**/api/me", lambda route: route.fulfill(status=410, content_type="application/json", body=refused))
    phone.evaluate("dispatchEvent(new Event('online'))")
    sees(phone, "Start using Jointly")
    empty(phone, zelda)


def empty(page: Page, person: Newcomer) -> None:
    """No key, and nothing of the person, not even in cipher; what everybody may know of the service stays."""
    words, keys = resting(page)
    assert keys == []
    assert person.person not in words
    assert "wrapped" not in words
    assert "blob" not in words


def log_locked(page: Page, score: int) -> None:
    """One tap from the lock, the number, and Save."""
    back = page.get_by_role("button", name="Back")
    if back.count():
        back.click()
    page.get_by_role("button", name="Log pain").click()
    choose_score(page, score)
    page.get_by_role("button", name="Save pain").click()
    sees(page, f"Pain {score} out of 10 saved")


def lose_the_answer(route: Route) -> None:
    """The server does what it was asked to; nobody hears of it."""
    route.fetch()
    route.abort("connectionreset")


def hide(page: Page, hidden: bool = True) -> None:
    """As when another app comes to the front."""
    state = "hidden" if hidden else "visible"
    page.evaluate(
        """(state) => {
          Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
          document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
        }""",
        state,
    )


def stays(page: Page, heading: str) -> None:
    """This screen is still open after as long as a lock takes to come."""
    page.wait_for_timeout(500)
    sees(page, heading)


def authenticator(page: Page, *, prf: bool = True) -> None:
    """The phone's own screen lock, which makes passkeys and finds its owner there."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": True}
    owner = {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True, "hasPrf": prf}
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options | owner})
    page.authenticator = devtools, made["authenticatorId"]


@contextmanager
def nobody_there(page: Page) -> Iterator[None]:
    """Somebody else's finger."""
    devtools, made = page.authenticator
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": made, "isUserVerified": False})
    yield
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": made, "isUserVerified": True})
