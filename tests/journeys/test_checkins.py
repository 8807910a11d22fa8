"""Check-ins: from the first to the last, in pieces and without signal, stopped by a sign, and ended early and glad."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import (
    ADVISOR,
    FIRST,
    bodies,
    checked_in,
    choose_pathway,
    eventually,
    finish,
    none_of_these,
    numbers,
    on_a_pathway,
    pain,
    part,
    state_of,
)
from journeys.steps.exercising import a_clock_to_turn
from journeys.steps.logging import said, undo
from journeys.steps.moving import aeroplane_mode, go_to, kept, sees, unfold
from journeys.written import ZONE, day
from support.devices import Devices

Phone = Callable[..., Page]


@pytest.fixture
def phone_of(clinic: Clinic, devices: Devices) -> Phone:
    """The phone of somebody who wrote these entries before."""

    def open_phone(*entries: dict) -> Page:
        return joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Rose", *entries).code)

    return open_phone


def the_day_is(page: Page, day: datetime) -> None:
    """Another day on the phone's clock, which goes on from there."""
    page.clock.set_system_time(day)


def test_from_the_first_to_6_months(clinic: Clinic, devices: Devices) -> None:
    begin = datetime.now(ZoneInfo(ZONE)) - timedelta(days=181)
    phone = devices.phone(base_url=clinic.url)
    a_clock_to_turn(phone, begin)
    joining.signed_in(phone, clinic.person_code("Rose"))
    # given the first check-in, done
    choose_pathway(phone, ADVISOR)
    pain(phone, 6, 5, 8)
    finish(phone)
    expect(phone.locator("main")).to_contain_text("This is your start")
    phone.goto("/check-in")
    later = begin.date() + timedelta(days=18)
    expect(phone.locator("main")).to_contain_text(f"Your next one is from {later.day} {later:%B %Y}")
    # when 3 weeks, 6 weeks and 6 months have passed, Today says so each time
    for days, name, now in ((21, "After 3 weeks", 5), (43, "After 6 weeks", 6), (180, "After 6 months", 3)):
        the_day_is(phone, begin + timedelta(days=days))
        phone.goto("/")
        row = phone.get_by_role("link", name=f"Your check-in “{name}” is open until")
        row.click()
        sees(phone, name)
        pain(phone, now, 5, 8)
        finish(phone)
    # then the change since the start is said, with what counts as one and who found that, and drawn
    main = phone.locator("main")
    expect(main).to_contain_text("3 points lower than at the start: from 6 to 3.")
    expect(main).to_contain_text(
        "1 point or more is one that people notice. People with more pain at the start need a larger change."
    )
    expect(main).to_contain_text("Source: Salaffi")
    expect(main).to_contain_text("The same as at the start: 5.")
    expect(phone.get_by_role("img", name="3 points lower than at the start").locator("circle")).to_have_count(4)
    expect(phone.get_by_role("table").first.get_by_role("row")).to_have_count(5)
    # and the end is a finish
    phone.goto("/check-in")
    phone.get_by_role("link", name="Finish").click()
    phone.get_by_role("button", name="Finish").click()
    expect(said(phone)).to_contain_text(f"{ADVISOR} is finished.")
    expect(said(phone)).to_contain_text("Received", timeout=30_000)
    assert bodies(clinic, phone, "pathway")[-1]["ended"]["why"] == "finished"
    done = [body for body in bodies(clinic, phone, "check-in") if body["state"] == "done"]
    assert [body["contact"] for body in done] == ["baseline", "three-weeks", "six-weeks", "six-months"]
    assert done[-1]["answers"]["pain-nrs"] == {
        "version": 1,
        "values": {"now": 3, "average": 5, "worst": 8},
        "left": False,
    }


def test_without_signal_in_pieces_and_over_a_reload(clinic: Clinic, phone_of: Phone) -> None:
    phone = phone_of(on_a_pathway(days_ago=0))
    phone.goto("/check-in")
    expect(phone.get_by_role("heading", name=ADVISOR)).to_be_visible()
    # given no signal, and somebody who is called away in the middle of a screen
    aeroplane_mode(phone)
    phone.get_by_role("link", name="Start").click()
    part(phone, "Pain, 0 to 10")
    phone.locator(".scale").first.get_by_text("7", exact=True).click()
    kept(phone)
    phone.reload()
    # then the answer is there
    expect(phone.locator(".scale").first.get_by_role("radio", name="7 out of 10")).to_be_checked()
    phone.goto(FIRST)
    expect(state_of(phone, "Pain, 0 to 10")).to_contain_text("Begun")
    # when they leave it for later, and do another part
    part(phone, "Pain, 0 to 10")
    phone.get_by_role("button", name="Leave this for later").click()
    expect(state_of(phone, "Pain, 0 to 10")).to_contain_text("Left for later")
    part(phone, "How you feel about your life")
    numbers(phone, 7, 8, 6)
    numbers(phone, 2)
    # and come back to the first
    expect(phone.get_by_role("link", name="See all parts")).to_be_visible()
    phone.reload()
    phone.get_by_role("link", name="See all parts").click()
    part(phone, "Pain, 0 to 10")
    expect(phone.locator(".scale").first.get_by_role("radio", name="7 out of 10")).to_be_checked()
    numbers(phone, 7, 4, 9)
    # then with signal it all arrives, as one entry that is not done yet
    aeroplane_mode(phone, on=False)
    eventually(phone, lambda: "worst" in str(bodies(clinic, phone, "check-in")[-1:]))
    rows = clinic.entries_of(joining.person(phone), "check-in")
    assert len({row.get("entry") or row["id"] for row in rows}) == 1
    last = rows[-1]["body"]
    assert last["state"] == "open" and last["answers"]["pain-nrs"]["values"] == {"now": 7, "average": 4, "worst": 9}
    assert last["answers"]["ons4"]["left"] is False
    # and another phone of theirs carries on from there
    phone.goto("/check-in")
    expect(phone.locator("main")).to_contain_text("You have begun it")


def test_another_phone_carries_on(clinic: Clinic, phone_of: Phone) -> None:
    phone = phone_of(on_a_pathway(days_ago=0), checked_in("baseline", days_ago=0, pain=4, state="open"))
    phone.goto("/check-in")
    phone.get_by_role("link", name="Carry on").click()
    expect(state_of(phone, "Pain, 0 to 10")).to_contain_text("Done")
    finish(phone)
    phone.goto(FIRST)
    sees(phone, "This check-in is done")


def test_a_yes_to_a_sign_stops_it_at_once(clinic: Clinic, phone_of: Phone) -> None:
    phone = phone_of(on_a_pathway(days_ago=0))
    phone.goto(FIRST)
    phone.get_by_role("link", name="Start").click()
    # when somebody says yes to 1 sign of an emergency
    phone.get_by_role("button", name="Yes: it is hard to pee").click()
    # then there is the advice and nothing else, and nobody is said to watch
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Call 999")
    expect(phone.locator("main")).to_contain_text("You said yes to: it is hard to pee")
    expect(phone.locator("main")).to_contain_text("Nobody is watching this live")
    assert phone.locator("main input, main .scale").count() == 0
    phone.get_by_role("button", name="I have read this").click()
    # then they choose: later
    sees(phone, "What now?")
    phone.get_by_role("link", name="Go on later").click()
    sees(phone, "Check-ins")
    # or go on, where they were
    phone.go_back()
    phone.get_by_role("link", name="Go on now").click()
    sees(phone, "Is any of this new for you?")
    none_of_these(phone)
    sees(phone, "Pain, 0 to 10")
    eventually(phone, lambda: bodies(clinic, phone, "safety")[-1:] != [])
    eventually(phone, lambda: bodies(clinic, phone, "safety")[-1]["did"] == "dismissed")
    last = bodies(clinic, phone, "safety")[-1]
    assert (last["card"], last["trigger"]) == ("back-emergency", "back-hard-to-pee")


def test_a_reload_of_the_page_that_stops_it_adds_nothing_and_the_same_yes_again_is_the_same_event(
    clinic: Clinic, phone_of: Phone
) -> None:
    phone = phone_of(on_a_pathway(days_ago=0))
    phone.goto(f"{FIRST}/signs")
    phone.get_by_role("button", name="Yes: it is hard to pee").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Call 999")
    # when the page is loaded again, with no signal either
    phone.reload()
    expect(phone.locator("main")).to_contain_text("You said yes to: it is hard to pee")
    aeroplane_mode(phone)
    phone.reload()
    expect(phone.locator("main")).to_contain_text("You said yes to: it is hard to pee")
    phone.get_by_role("button", name="I have read this").click()
    aeroplane_mode(phone, on=False)
    # then it is 1 event, which says what was done
    eventually(phone, lambda: [body["did"] for body in bodies(clinic, phone, "safety")] == ["shown", "dismissed"])
    # when they go on and say yes once more
    phone.get_by_role("link", name="Go on now").click()
    phone.get_by_role("button", name="Yes: it is hard to pee").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Call 999")
    phone.reload()
    expect(phone.locator("main")).to_contain_text("You said yes to: it is hard to pee")
    # then the same event says so, once
    eventually(phone, lambda: len(bodies(clinic, phone, "safety")) == 3)
    rows = clinic.entries_of(joining.person(phone), "safety")
    assert len({row.get("entry") or row["id"] for row in rows}) == 1
    last = rows[-1]["body"]
    assert (last["did"], len(last["again"])) == ("dismissed", 1)
    [check_in] = {row.get("entry") or row["id"] for row in clinic.entries_of(joining.person(phone), "check-in")}
    assert last["check_in"] == check_in
    # and another sign is another event
    phone.get_by_role("button", name="I have read this").click()
    phone.get_by_role("link", name="Go on now").click()
    phone.get_by_role("button", name="Yes: your chest hurts too").click()
    eventually(phone, lambda: bodies(clinic, phone, "safety")[-1]["trigger"] == "back-chest-pain")
    assert "again" not in bodies(clinic, phone, "safety")[-1]


def test_done_early_and_glad_of_it(clinic: Clinic, phone_of: Phone) -> None:
    phone = phone_of(on_a_pathway(days_ago=22), checked_in("baseline", days_ago=21, pain=5))
    phone.goto("/check-in")
    phone.get_by_role("link", name="Finish here or change").click()
    expect(phone.locator("main")).to_contain_text("That is a good way to end.")
    phone.get_by_role("button", name="I have what I need").click()
    # then it is a happy end, which can be taken back
    expect(said(phone)).to_contain_text("You have what you need")
    expect(phone.locator("main")).to_contain_text("You have no check-ins now.")
    expect(said(phone)).to_contain_text("Received", timeout=30_000)
    assert bodies(clinic, phone, "pathway")[-1]["ended"] == {"on": day().isoformat(), "why": "early"}
    undo(phone)
    expect(phone.get_by_role("link", name="Finish here or change")).to_be_visible()


def test_not_yet_glad_but_stopping_and_moving_on_always(clinic: Clinic, phone_of: Phone) -> None:
    phone = phone_of(on_a_pathway(days_ago=1))
    phone.goto("/check-in")
    phone.get_by_role("link", name="Stop or change").click()
    expect(phone.get_by_role("button", name="I have what I need")).to_have_count(0)
    # when they choose others
    phone.get_by_role("link", name="Choose other check-ins").click()
    phone.get_by_role("link", name="Shoulder pain").click()
    expect(phone.locator("main")).to_contain_text(f"This ends “{ADVISOR}”.")
    phone.get_by_role("button", name="Start these check-ins").click()
    expect(phone.locator(".rows")).to_contain_text("Not begun")
    eventually(phone, lambda: len(bodies(clinic, phone, "pathway")) == 3)
    ended = [(body["pathway"], body["ended"] and body["ended"]["why"]) for body in bodies(clinic, phone, "pathway")]
    assert ended == [("joint-pain-advisor", None), ("shoulder", None), ("joint-pain-advisor", "moved-on")]
    # and they can stop
    phone.goto("/check-in/end")
    phone.get_by_role("button", name="Stop these check-ins").click()
    expect(said(phone)).to_contain_text("Shoulder pain is stopped.")


def test_talking_therapies_is_shown_to_everybody(phone_of: Phone) -> None:
    # given somebody with no check-ins and no answers
    phone = phone_of()
    go_to(phone, "More")
    phone.get_by_role("link", name="Check-ins").click()
    unfold(phone, "NHS Talking Therapies")
    expect(phone.locator("details")).to_contain_text("You can ask for it yourself, without seeing a GP")
    expect(phone.locator("details")).to_contain_text("In Wales, Scotland and Northern Ireland, ask a GP surgery")
    find = phone.get_by_role("link", name="Find it in England")
    assert (find.get_attribute("href") or "").startswith("https://www.nhs.uk/")
    # and at every contact of a pathway that has it
    choose_pathway(phone, ADVISOR)
    part(phone, "Other help")
    expect(phone.get_by_role("heading", name="NHS Talking Therapies")).to_be_visible()
    phone.get_by_role("link", name="How to ask, also outside England").click()
    expect(phone.get_by_role("heading", name="If you live elsewhere")).to_be_visible()
    phone.get_by_role("link", name="Back").click()
    expect(phone.get_by_role("heading", name="NHS Talking Therapies")).to_be_visible()


def test_from_progress_to_what_has_changed(phone_of: Phone) -> None:
    phone = phone_of(on_a_pathway(days_ago=40), checked_in("baseline", days_ago=40, pain=5))
    go_to(phone, "Progress")
    phone.get_by_role("link", name="Check-ins").click()
    sees(phone, "What has changed")
    expect(phone.get_by_role("heading", name="Pain, 0 to 10")).to_be_visible()
