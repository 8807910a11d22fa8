"""Reminders from the app to the lock screen and back: our server, our sender, and both browsers as people have them."""

import json
import os
import shutil
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jointly.kit.push import Key
from journeys.clinic import Clinic
from journeys.pushed.app import App
from journeys.pushed.due import let_the_next_be_due
from journeys.written import plan_for_every_day
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


def try_out(app: App, rig: Rig, *, times: int) -> None:
    """Sends a test, which is shown as the one of that number."""
    app.open("/more/reminders")
    app.press("Send a test")
    until(lambda: [one.title for one in rig.desktop.shown].count(TEST) == times, f"test {times}")


def test_what_comes_while_all_is_closed_is_shown_and_done_reaches_the_service(
    rig: Rig, house: Clinic, app: App
) -> None:
    try_out(app, rig, times=1)
    # when the browser is closed, and the time of her exercises comes
    app.leave()
    rig.browser.close()
    let_the_next_be_due(house.server, "exercise")
    until(lambda: len(rig.service.posted) == 2, "the reminder to be sent")
    assert [one.title for one in rig.desktop.shown] == [TEST]
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
