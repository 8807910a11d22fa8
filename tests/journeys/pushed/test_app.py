"""Reminders from the app to the lock screen and back: our server, our sender, and both browsers as people have them."""

import json
import os
import shutil
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from jointly.kit.push import Key
from journeys.clinic import Clinic
from journeys.pushed.app import App
from journeys.pushed.due import let_it_come_again, let_the_next_be_due, wait_for_the_next
from journeys.steps.reminding import slot, wishes
from journeys.written import day, plan_for_every_day
from support.push.rig import Rig
from support.push.waiting import until
from support.server import Server

TEST, TIME = "This is a test. It works.", "Time for something you planned"


@pytest.fixture
def house(rig: Rig, make_server: Callable[..., Server], demo_data: Path) -> Iterator[Clinic]:
    """A service that posts to the push service of the rig whatever is for the real one."""
    server = make_server(verb="demo", environment={"JOINTLY_PUSH_INSTEAD": json.dumps(rig.service.instead)})
    shutil.copytree(demo_data, server.data, ignore=shutil.ignore_patterns("*.sock"), dirs_exist_ok=True)
    with closing(Clinic(server.start())) as house:
        yield house


@pytest.fixture
def app(rig: Rig, house: Clinic) -> App:
    """The app on the phone of Rose, who exercises every day and has turned reminders on."""
    app = App(rig.browser, house.url)
    app.sign_in(house.newcomer("Rose", plan_for_every_day()).code)
    app.turn_reminders_on()
    return app


def titles(rig: Rig) -> list[str]:
    """All that was shown, in order."""
    return [one.title for one in rig.desktop.shown]


def try_out(app: App, rig: Rig, *, times: int) -> None:
    """Sends a test, which is shown as the one of that number."""
    app.open("/more/reminders")
    app.press("Send a test")
    until(lambda: titles(rig).count(TEST) == times, f"test {times}")


def test_what_comes_while_all_is_closed_is_shown_and_done_reaches_the_service(
    rig: Rig, house: Clinic, app: App
) -> None:
    try_out(app, rig, times=1)
    # when the browser is closed, and the time of her exercises comes
    app.leave()
    rig.browser.close()
    let_the_next_be_due(house.server, "exercise")
    until(lambda: len(rig.service.posted) == 2, "the reminder to be sent")
    assert titles(rig) == [TEST]
    # then it is shown as soon as the browser is back, without any page of the app, and says nothing of what it is for
    rig.browser.open()
    shown = rig.desktop.sees(TIME)
    assert {"Done", "Later"} <= shown.actions.keys()
    # and "Done" on the lock screen is known to the service
    rig.desktop.click(shown, "Done")
    until(lambda: shown.id in rig.desktop.closed, "the notification to go")
    app.open("/more/reminders/sent")
    until(lambda: app.told()[0]["done_at"], "the service to hear of it")
    newest, tested = app.told()
    assert (newest["channel"], newest["state"]) == ("push", "sent") and newest["shown_at"] and tested["shown_at"]
    assert [item["kind"] for item in newest["items"]] == ["exercise"]
    # and nobody who looks on learns anything: all are of one length, and the address is in no log
    assert len({len(posted.body) for posted in rig.service.posted}) == 1
    assert not any(token in house.server.logged() for token in rig.service.subscriptions)


def test_later_brings_it_again_after_an_hour_and_done_is_done(rig: Rig, house: Clinic, app: App) -> None:
    # given a worker that the browser ended since she subscribed
    app.leave()
    rig.browser.stop_workers()
    let_the_next_be_due(house.server, "exercise")
    rig.desktop.click(rig.desktop.sees(TIME), "Later")
    # when the hour is over
    assert timedelta(minutes=45) < let_it_come_again(house.server, "exercise") <= timedelta(hours=1)
    until(lambda: titles(rig) == [TIME, TIME], "it to come again")
    # then it is answered as any other is
    rig.desktop.click(rig.desktop.shown[-1], "Done")
    app.open("/more/reminders/sent")
    until(lambda: app.told()[0]["done_at"], "the service to hear of it")
    assert [bool(one["done_at"]) for one in app.told()] == [True, False]


def test_what_was_done_without_a_signal_is_not_asked_for(rig: Rig, house: Clinic) -> None:
    last = "23:59"  # it is still to come, at whatever time this runs
    rose = house.newcomer("Rose", plan_for_every_day(times=(last,)), wishes())
    app = App(rig.browser, house.url)
    app.sign_in(rose.code)
    app.turn_on_here()
    app.holds_everything()
    # given what the service has not heard of
    wait_for_the_next(house.server, "exercise")
    house.server.stop()
    app.exercise("sit-to-stand", sets=2)
    app.knows_done(slot("exercise", "", f"{day()}T{last}"))
    app.leave()
    # when it reminds her of that
    let_the_next_be_due(house.server, "exercise")
    # then her phone says that it is done, and asks for nothing
    shown = rig.desktop.sees("Already done")
    assert shown.body.endswith("You have done what this was for.")  # Chromium says above it which site that is from
    assert not {"Done", "Later"} & shown.actions.keys()
    assert titles(rig) == ["Already done"]
    assert house.entries_of(rose.person, "exercise") == []
    # and the service hears of it when the app is opened
    app.open("/")
    until(lambda: house.entries_of(rose.person, "exercise"), "the exercise to be sent")


@pytest.mark.parametrize("rig", ["chromium"], indirect=True)  # what Firefox does otherwise is in the other trips
def test_a_member_of_staff_is_told_of_their_round_and_of_nobody_by_name(rig: Rig, house: Clinic) -> None:
    app = App(rig.browser, house.url)
    app.sign_in_at_work(house.link_of("Sam").partition("#")[2])
    app.turn_on_here()
    app.choose("People who are due")
    app.press("Save")
    app.says("Saved")
    app.leave()
    # given somebody for whom there is something to do today
    task = {"person": house.person_called("Margaret"), "due_on": day().isoformat(), "words": "Ask after her knee"}
    house.sam.put(f"/api/tasks/{uuid4()}", json=task).raise_for_status()
    let_the_next_be_due(house.server, "due")
    # then these are all the words there are
    shown = rig.desktop.sees("There is something to look at")
    assert shown.body.removeprefix(f"{house.url.removeprefix('http://')}\n\n") == "Tap to see it."
    assert set(shown.actions) - {"Activate", "Settings"} == {"Later"}
    # and it leads to the people
    rig.desktop.open(shown)
    until(lambda: f"{house.url}/people" in rig.browser.addresses(), "the page that it leads to")


def test_neither_a_new_key_nor_an_expired_subscription_loses_anybody(
    rig: Rig, house: Clinic, app: App, tmp_path: Path
) -> None:
    [old] = rig.service.subscriptions
    # given an operator who changes the key while the app is closed
    app.leave()
    new, keys = os.urandom(32), tmp_path / "push-keys"
    keys.touch(0o600)
    keys.write_text(urlsafe_b64encode(new).decode())
    house.server.environment["JOINTLY_PUSH_KEYS_FILE"] = str(keys)
    let_the_next_be_due(house.server, "exercise")
    # then she is reminded by the old one
    rig.desktop.sees(TIME)
    # and the app subscribes with the new key at its next start, and the old subscription is over
    app.open("/")
    until(lambda: old in rig.service.ended, "the old subscription to end")
    until(lambda: [one["wants"] for one in app.devices()] == ["ok"], "the service to be told")
    [now] = rig.service.subscriptions.keys() - {old}
    assert rig.service.subscriptions[now].key == Key.from_secret(new).public
    try_out(app, rig, times=1)
    # when the push service lets the subscription go, which no browser hears of
    rig.portal.call(rig.service.expire)
    app.press("Send a test")
    until(lambda: app.devices() == [], "the service to forget this browser")
    assert rig.service.posted[-1].status == 410
    # then the app subscribes anew at its next start
    app.open("/")
    until(lambda: app.devices(), "the service to be told once more")
    try_out(app, rig, times=2)
    assert len(rig.service.subscriptions) == 3
