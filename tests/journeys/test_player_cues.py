"""What the phone itself is asked to do: speak, buzz, stay awake, and keep what is written. And when it is not."""

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.exercising import a_clock_to_turn, press, seconds_pass
from journeys.steps.moving import sees, unfold, until
from journeys.written import plan_for_every_day
from support.devices import Devices

LISTENING = """
  window.asked = { spoken: [], buzzes: [], awake: [], asleep: 0, kept: 0 };
  SpeechSynthesis.prototype.speak = (said) => void asked.spoken.push([said.text, said.lang]);
  Navigator.prototype.vibrate = (pattern) => asked.buzzes.push(pattern) > 0;
  WakeLock.prototype.request = async (what) => {
    asked.awake.push(what);
    return { release: async () => void (asked.asleep += 1) };
  };
  StorageManager.prototype.persisted = async () => false;
  StorageManager.prototype.persist = async () => (asked.kept += 1) > 0;
"""
"""Stands in for the phone's own voice, motor, screen and storage, and writes down what they were asked."""


AWAKE = "(wanted) => asked.awake.join() === wanted.join()"
"""Whether the phone was asked to stay awake so often: the app asks once a screen is drawn, not while."""


def asked(page: Page) -> dict:
    """What the phone was asked since this page was loaded."""
    return page.evaluate("() => window.asked")


def in_sight(page: Page, seen: bool) -> None:
    """The page goes out of sight, as for a call, or comes back."""
    hidden = "Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });"
    page.evaluate(
        f"() => {{ {'delete document.visibilityState;' if seen else hidden}"
        " document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); }"
    )


@pytest.fixture
def phone(devices: Devices, clinic: Clinic) -> Page:
    """A phone that writes down what it is asked to do, on which nobody has joined."""
    phone = devices.phone(base_url=clinic.url)
    phone.add_init_script(LISTENING)
    a_clock_to_turn(phone)
    return phone


@pytest.fixture
def rose(phone: Page, clinic: Clinic) -> Page:
    return joining.signed_in(phone, clinic.newcomer("Rose", plan_for_every_day()).code)


def test_each_change_is_spoken_and_felt_and_the_screen_stays_on(rose: Page) -> None:
    rose.get_by_role("link", name="Hip stretch").click()
    sees(rose, "Hip stretch")
    # given that nothing happens before Rose starts
    assert asked(rose)["spoken"] == asked(rose)["buzzes"] == asked(rose)["awake"] == []
    # when she starts, and gets into position
    press(rose, "Start")
    expect(rose.locator(".timer-what")).to_have_text("Get ready")
    seconds_pass(rose, 5.5)
    expect(rose.locator(".timer-what")).to_have_text("Hold")
    # then the phone says so, in English, and buzzes with it
    now = asked(rose)
    assert [words for words, _ in now["spoken"]] == ["Get ready. Left side.", "Hold."]
    assert {language for _, language in now["spoken"]} == {"en-GB"}
    assert len(now["buzzes"]) == 2
    assert (now["awake"], now["asleep"]) == (["screen"], 0)


def test_the_screen_is_kept_on_again_after_a_call_and_let_go_at_the_end(rose: Page) -> None:
    rose.get_by_role("link", name="Hip stretch").click()
    press(rose, "Start")
    seconds_pass(rose, 6)
    # when a call comes, for which the phone itself lets the screen go
    until(rose, AWAKE, ["screen"])
    in_sight(rose, False)
    in_sight(rose, True)
    # then it is asked again, and nothing is spoken while the hold waits
    until(rose, AWAKE, ["screen", "screen"])
    spoken = asked(rose)["spoken"]
    seconds_pass(rose, 30)
    assert asked(rose)["spoken"] == spoken
    # and let go when she stops
    press(rose, "Stop")
    sees(rose, "Stop here?")
    until(rose, "() => asked.asleep === 1")


def test_switched_off_the_phone_is_silent_and_still(rose: Page) -> None:
    rose.get_by_role("link", name="Hip stretch").click()
    press(rose, "Start")
    unfold(rose, "Sound, buzz and counting")
    rose.get_by_role("checkbox", name="Say what to do out loud").uncheck()
    rose.get_by_role("checkbox", name="Buzz when something changes").uncheck()
    before = asked(rose)
    seconds_pass(rose, 12)
    expect(rose.locator(".timer-what")).to_have_text("Hold")
    assert (asked(rose)["spoken"], asked(rose)["buzzes"]) == (before["spoken"], before["buzzes"])
    # and stays so when the app is opened anew
    rose.reload()
    press(rose, "Carry on")
    seconds_pass(rose, 6)
    expect(rose.locator(".timer-what")).to_have_text("Hold")
    assert asked(rose)["spoken"] == asked(rose)["buzzes"] == []
    assert asked(rose)["awake"] == ["screen"]


def test_the_phone_is_asked_to_keep_entries_when_somebody_joins_and_when_they_ask(phone: Page, clinic: Clinic) -> None:
    # given a phone on which nobody has joined
    phone.goto("/")
    sees(phone, "Start using Jointly")
    assert asked(phone)["kept"] == 0
    # when somebody joins
    joining.signed_in(phone, clinic.newcomer("Rose").code)
    assert asked(phone)["kept"] == 1
    # then it is asked again only when they press the button
    phone.goto("/more/phone")
    sees(phone, "Data on this phone")
    assert asked(phone)["kept"] == 0
    phone.get_by_role("button", name="Ask this phone to keep them").click()
    expect(phone.get_by_text("This phone is set to keep them.")).to_be_visible()
    assert asked(phone)["kept"] == 1
