"""What a browser does with a push, from subscribing to the click: by its real parts, on a site that does no more.

It holds the parts that other round trips stand on, and what we know of browsers: see the app's own in this folder.
"""

import json
from typing import Any

import pytest

from journeys.pushed.sending import OtherSender
from journeys.pushed.site import Site
from support.push.rig import Rig
from support.push.waiting import until

CREATED, GONE = 201, 410


@pytest.fixture
def sender() -> OtherSender:
    """Somebody who may write to the browser."""
    return OtherSender()


def subscribed(rig: Rig, site: Site, sender: OtherSender) -> dict[str, Any]:
    """What the page was given when it subscribed."""
    rig.browser.goto(f"{site.url}/")
    options = json.dumps({"userVisibleOnly": True, "applicationServerKey": sender.key})
    return rig.browser.evaluate(
        f"""navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready)
        .then((registration) => registration.pushManager.subscribe({options})).then((made) => made.toJSON())"""
    )


def test_from_subscribing_to_the_click(rig: Rig, site: Site, sender: OtherSender) -> None:
    subscription = subscribed(rig, site, sender)
    assert sender.send(rig.service, subscription, "Time", data={"token": "t1", "open": "/plan"}) == CREATED
    # then it is shown, and only the click opens the page and tells who sent it
    shown = rig.desktop.sees("Time")
    rig.desktop.click(shown, "Done")
    until(lambda: any(said.get("token") == "t1" for said in site.said), "what was pressed")
    assert [said["pressed"] for said in site.said if "pressed" in said] == ["done"]
    until(lambda: f"{site.url}/plan" in rig.browser.addresses(), "the page that it leads to")
    until(lambda: shown.id in rig.desktop.closed, "the notification to go")
    # and nobody else may send, nor anybody once it is over
    assert OtherSender().send(rig.service, subscription, "Not for you") == rig.service.wrong_key
    ending = "registration.pushManager.getSubscription().then((held) => held.unsubscribe())"
    assert rig.browser.evaluate(f"navigator.serviceWorker.ready.then((registration) => {ending})")
    until(lambda: sender.send(rig.service, subscription, "Late") == GONE, "the subscription to be gone")
    assert [one.title for one in rig.desktop.shown] == ["Time"]


def test_what_comes_while_the_browser_is_closed_is_shown_when_it_is_back(
    rig: Rig, site: Site, sender: OtherSender
) -> None:
    subscription = subscribed(rig, site, sender)
    # given that a worker was told something before, and stopped since
    assert sender.send(rig.service, subscription, "First") == CREATED
    rig.desktop.sees("First")
    rig.browser.stop_workers()
    assert sender.send(rig.service, subscription, "Second") == CREATED
    rig.desktop.sees("Second")
    until(lambda: len(born(site)) == 2, "a worker that was started anew")
    # when it is closed, and three messages come of which two are about the same
    rig.browser.close()
    for title, topic in (("Third, early", "third"), ("Other", None), ("Third", "third")):
        assert sender.send(rig.service, subscription, title, topic=topic) == CREATED
    rig.browser.open()
    # then it shows what still counts, though no page is open, and a click reaches the worker
    rig.desktop.sees("Other")
    third = rig.desktop.sees("Third")
    rig.desktop.click(third, "Done")
    until(lambda: any(said.get("pressed") == "done" for said in site.said), "what was pressed")
    assert sorted(one.title for one in rig.desktop.shown) == ["First", "Other", "Second", "Third"]
    # and when it is opened once more, nothing comes a second time
    rig.browser.close()
    rig.browser.open()
    assert sender.send(rig.service, subscription, "Last") == CREATED
    rig.desktop.sees("Last")
    assert len(rig.desktop.shown) == 5


def born(site: Site) -> set[str]:
    """The lives of the worker so far."""
    return {said["born"] for said in site.said}


def test_a_lost_line_loses_nothing(rig: Rig, site: Site, sender: OtherSender) -> None:
    subscription = subscribed(rig, site, sender)
    rig.portal.call(rig.service.cut)
    assert sender.send(rig.service, subscription, "Through") == CREATED
    rig.desktop.sees("Through")
    # and a service that has forgotten the subscription says so to senders alone
    rig.portal.call(rig.service.expire)
    assert sender.send(rig.service, subscription, "Gone") == GONE
    assert [one.title for one in rig.desktop.shown] == ["Through"]
