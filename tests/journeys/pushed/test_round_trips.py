"""Our sender and both browsers, from subscribing to the click, on a site that does no more than that.

It holds the parts that the app's own round trips stand on, and what we believe of browsers.
"""

import json
from typing import Any

import pytest

from jointly.kit.push import Key, Outcome
from journeys.pushed.office import Office, new_key, open_office
from journeys.pushed.site import Site
from support.push.rig import Rig
from support.push.waiting import until


def subscribed(rig: Rig, site: Site, key: Key) -> dict[str, Any]:
    """What the page was given when it subscribed with this key."""
    rig.browser.goto(f"{site.url}/")
    ready = """navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready)"""
    wanted = json.dumps({"userVisibleOnly": True, "applicationServerKey": key.public})
    return rig.browser.evaluate(
        f"{ready}.then((here) => here.pushManager.subscribe({wanted})).then((it) => it.toJSON())"
    )


def with_subscription(rig: Rig, then: str) -> Any:
    """What a function of the subscription that the page has gives, or of null."""
    here = "navigator.serviceWorker.ready.then((here) => here.pushManager.getSubscription())"
    return rig.browser.evaluate(f"{here}.then({then})")


def titles(rig: Rig) -> list[str]:
    """All that was shown, in order."""
    return [one.title for one in rig.desktop.shown]


def test_from_subscribing_to_the_click(rig: Rig, site: Site, office: Office) -> None:
    subscription = subscribed(rig, site, office.key)
    assert office.tell(subscription, "Time", data={"token": "t1", "open": "/plan"}) is Outcome.SENT
    # then it is shown, and only the click opens the page and says for which message it was
    shown = rig.desktop.sees("Time")
    rig.desktop.click(shown, "Done")
    until(lambda: any(said.get("token") == "t1" for said in site.said), "what was pressed")
    assert [said["pressed"] for said in site.said if "pressed" in said] == ["done"]
    until(lambda: f"{site.url}/plan" in rig.browser.addresses(), "the page that it leads to")
    until(lambda: shown.id in rig.desktop.closed, "the notification to go")
    # and a short message is as long as a long one
    assert office.tell(subscription, "Another time", body="and a long one " * 60) is Outcome.SENT
    rig.desktop.sees("Another time")
    assert len({len(posted.body) for posted in rig.service.posted}) == 1
    # and nobody tells it anything once it does not want to hear any more
    assert with_subscription(rig, "(held) => held.unsubscribe()")
    until(lambda: office.tell(subscription, "Late") is Outcome.GONE, "the subscription to be gone")
    assert titles(rig) == ["Time", "Another time"]


def test_what_comes_while_the_browser_is_closed_is_shown_when_it_is_back(rig: Rig, site: Site, office: Office) -> None:
    subscription = subscribed(rig, site, office.key)
    # given that a worker was told something before, and stopped since
    assert office.tell(subscription, "First") is Outcome.SENT
    rig.desktop.sees("First")
    until(lambda: site.said, "the worker to have said so")  # which comes after showing it
    rig.browser.stop_workers()
    assert office.tell(subscription, "Second") is Outcome.SENT
    rig.desktop.sees("Second")
    until(lambda: len({said["born"] for said in site.said}) == 2, "a worker that was started anew")
    # when it is closed, and three messages come of which two are about the same
    rig.browser.close()
    for title, topic in (("Third, early", "third"), ("Other", None), ("Third", "third")):
        assert office.tell(subscription, title, topic=topic) is Outcome.SENT
    rig.browser.open()
    # then it shows what still counts, though no page is open, and a click reaches the worker
    rig.desktop.sees("Other")
    rig.desktop.click(rig.desktop.sees("Third"), "Done")
    until(lambda: any(said.get("pressed") == "done" for said in site.said), "what was pressed")
    assert sorted(titles(rig)) == ["First", "Other", "Second", "Third"]
    # and when it is opened once more, nothing comes a second time
    rig.browser.close()
    rig.browser.open()
    assert office.tell(subscription, "Last") is Outcome.SENT
    rig.desktop.sees("Last")
    assert len(titles(rig)) == 5


def test_a_busy_service_and_an_expired_subscription_are_told_to_the_sender(
    rig: Rig, site: Site, office: Office
) -> None:
    subscription = subscribed(rig, site, office.key)
    rig.service.answers.append((429, {"Retry-After": "60"}))
    assert office.tell(subscription, "Busy") is Outcome.WAIT
    assert office.tell(subscription, "Through") is Outcome.SENT
    rig.desktop.sees("Through")
    rig.portal.call(rig.service.expire)
    assert office.tell(subscription, "Gone") is Outcome.GONE
    # and the browser hears nothing of that: only the page can find out, or our service
    assert with_subscription(rig, "(held) => held.endpoint") == subscription["endpoint"]
    assert titles(rig) == ["Through"]


@pytest.mark.long
@pytest.mark.parametrize("rig", ["firefox"], indirect=True)  # Chromium waits for 10 seconds before it comes back
def test_a_lost_line_loses_nothing(rig: Rig, site: Site, office: Office) -> None:
    subscription = subscribed(rig, site, office.key)
    rig.portal.call(rig.service.cut)
    assert office.tell(subscription, "Through") is Outcome.SENT
    rig.desktop.sees("Through")


def test_a_new_key_loses_nobody(rig: Rig, site: Site, office: Office) -> None:
    """Whoever subscribed with the old key is written to with that, until the page subscribes anew."""
    old, new = office.key, new_key()
    subscription = subscribed(rig, site, old)
    with open_office(rig, new, old) as office:
        assert office.tell(subscription, "With the new key", key=new) is Outcome.REFUSED
        assert office.tell(subscription, "With the old key", key=old) is Outcome.SENT
        rig.desktop.sees("With the old key")
        # a page cannot have both, as little as it can change from one to the other
        wanted = json.dumps({"userVisibleOnly": True, "applicationServerKey": new.public})
        again = f"navigator.serviceWorker.ready.then((here) => here.pushManager.subscribe({wanted}))"
        assert rig.browser.evaluate(f"{again}.then(() => null, (fault) => fault.name)") == "InvalidStateError"
        assert with_subscription(rig, "(held) => held.unsubscribe()")
        anew = subscribed(rig, site, new)
        assert anew["endpoint"] != subscription["endpoint"] and anew["keys"] != subscription["keys"]
        assert office.tell(anew, "To the new one") is Outcome.SENT
        rig.desktop.sees("To the new one")
        assert office.tell(subscription, "To the old one", key=old) is Outcome.GONE
    assert titles(rig) == ["With the old key", "To the new one"]


@pytest.mark.long
@pytest.mark.parametrize("rig", ["firefox"], indirect=True)
def test_a_service_that_forgot_the_browser_is_noticed_by_the_worker(rig: Rig, site: Site, office: Office) -> None:
    subscription = subscribed(rig, site, office.key)
    rig.portal.call(rig.service.forget_browsers)
    until(lambda: {"changed": True}.items() <= (site.said or [{}])[-1].items(), "the worker to be told")
    assert with_subscription(rig, "(held) => held") is None
    assert office.tell(subscription, "Gone") is Outcome.GONE
