"""Something is suggested to somebody: they see who and why, answer with a signal or without, and may end it all."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.every_check import HOW_CLOSELY, Check, faults_of
from journeys.steps import joining
from journeys.steps.moving import aeroplane_mode, go_to, sees
from journeys.steps.sharing import under_more
from journeys.steps.suggesting import booked, refer, stands, step, suggest
from journeys.steps.welcoming import Welcome
from journeys.suggested_views import BEFORE, SUGGESTED, prepared
from support.devices import Devices

Supported = tuple[Page, str]


@pytest.fixture
def supported(clinic: Clinic, rose: Page) -> Supported:
    """Rose's phone on Today, with something that Sam suggested to her; and her id."""
    person = joining.person(rose)
    refer(clinic, person)
    suggest(clinic, person)
    looks_again(rose)
    expect(card(rose)).to_be_visible()
    return rose, person


def looks_again(page: Page) -> None:
    """The phone asks what is new."""
    page.evaluate("() => window.dispatchEvent(new Event('online'))")


def card(page: Page, name: str = "Chair yoga"):
    """The suggestion, on Today or in the list."""
    return page.locator(".suggested-card", has_text=name)


def press(page: Page, name: str) -> None:
    """Press a button by its words."""
    page.get_by_role("button", name=name, exact=True).click()


def says(page: Page, words: str) -> None:
    """Where it stands, on the suggestion's own screen."""
    expect(page.locator("main .notice").first).to_contain_text(words)


def until(clinic: Clinic, person: str, wanted: tuple[str, list[str]], page: Page) -> None:
    """Wait for the service to hold that state and those steps."""
    for _ in range(100):
        if stands(clinic, person)["Chair yoga"] == wanted:
            return
        page.wait_for_timeout(200)
    assert stands(clinic, person)["Chair yoga"] == wanted


def test_a_yes_without_a_signal_is_sent_later_and_counts_once(clinic: Clinic, supported: Supported) -> None:
    phone, person = supported
    # given a suggestion on Today, with who and why
    for words in (
        "Suggested by Sam",
        "You said mornings are hard.",
        "It waits for your answer",
        "Say yes, ask something",
    ):
        expect(card(phone)).to_contain_text(words)
    # when she says yes without a signal
    aeroplane_mode(phone)
    card(phone).click()
    press(phone, "Yes, I would")
    # then this phone knows at once, and after it was closed and opened again too
    says(phone, "You said yes. Sam will tell the group.")
    phone.reload()
    says(phone, "You said yes.")
    expect(phone.locator(".suggested-steps")).to_contain_text("Not sent yet")
    assert stands(clinic, person)["Chair yoga"] == ("suggested", [])
    # and when there is a signal it is one step
    aeroplane_mode(phone, on=False)
    until(clinic, person, ("agreed", ["yes"]), phone)
    looks_again(phone)
    expect(phone.locator(".suggested-steps")).not_to_contain_text("Not sent yet")
    assert stands(clinic, person)["Chair yoga"] == ("agreed", ["yes"])


def test_an_answer_can_be_taken_back_before_it_is_sent(clinic: Clinic, supported: Supported) -> None:
    phone, person = supported
    card(phone).click()
    press(phone, "No, thank you")
    says(phone, "You said no. That is fine.")
    press(phone, "Undo")
    says(phone, "It waits for your answer")
    # then nobody ever heard of it, and another answer counts
    press(phone, "Yes, I would")
    says(phone, "You said yes.")
    go_to(phone, "Today")
    until(clinic, person, ("agreed", ["yes"]), phone)
    # and what was taken back is not in the diary
    under_more(phone, "What you saved, day by day")
    expect(phone.locator("main")).to_contain_text("You said yes to Chair yoga")
    expect(phone.locator("main")).not_to_contain_text("You said no")


def test_no_needs_no_words(clinic: Clinic, supported: Supported) -> None:
    phone, person = supported
    card(phone).click()
    expect(phone.locator("main")).to_contain_text("No is fine. You do not have to say why.")
    press(phone, "No, thank you")
    expect(phone.locator(".undo")).to_contain_text("You said no to Chair yoga. That is fine.")
    go_to(phone, "Today")
    expect(card(phone)).to_have_count(0)
    until(clinic, person, ("closed", ["no"]), phone)
    phone.goto("/suggested")
    expect(card(phone)).to_contain_text("You said no. That is fine.")


def test_a_question_says_whom_it_goes_to_and_waits_without_a_signal(clinic: Clinic, supported: Supported) -> None:
    phone, person = supported
    card(phone).click()
    press(phone, "Ask something")
    expect(phone.locator(".suggested-write")).to_contain_text(
        "Who reads it: Sam and the rest of the team. The group does not see it."
    )
    expect(phone.locator(".suggested-write")).to_contain_text("It is not watched live.")
    press(phone, "Send my question")
    expect(phone.get_by_role("alert")).to_have_text("Write something first")
    aeroplane_mode(phone)
    phone.get_by_label("What would you like to ask?").fill("Is there a lift?")
    press(phone, "Send my question")
    expect(phone.locator(".suggested-thread")).to_contain_text("Is there a lift?")
    aeroplane_mode(phone, on=False)
    go_to(phone, "Today")
    until(clinic, person, ("suggested", ["ask"]), phone)


def test_from_a_booked_visit_to_its_end(clinic: Clinic, supported: Supported) -> None:
    phone, person = supported
    suggestion = clinic.sam.get(f"/api/people/{person}/support").json()["prescriptions"][0]["id"]
    start = booked(clinic, suggestion)
    looks_again(phone)
    # given a visit that the group booked, with its plan
    expect(card(phone)).to_contain_text(re.compile(r"Your visit: \w+ \d+ \w+ at 10:30am"))
    card(phone).click()
    for words in ("Jo, at the door", "Flat shoes", "Not said yet. You can ask."):
        expect(phone.locator(".pairs")).to_contain_text(words)
    with phone.expect_download() as kept:
        press(phone, "Put it in my calendar")
    calendar = kept.value.path().read_text()
    assert "SUMMARY:Chair yoga" in calendar
    assert f"DTSTART:{start[:19].replace('-', '').replace(':', '')}Z" in calendar
    # when she writes to the group, which was told, and goes
    phone.get_by_role("radio", name="The group").check()
    phone.get_by_label("Your message").fill("I come by bus.")
    press(phone, "Send")
    expect(phone.locator(".suggested-thread")).to_contain_text("You to the group")
    press(phone, "I went")
    says(phone, "You have been once.")
    # then it ends as she says
    phone.locator("summary", has_text="It has ended").click()
    press(phone, "Save this")
    expect(phone.get_by_role("alert")).to_have_text("Choose one of these")
    phone.get_by_role("radio", name="I still go").check()
    press(phone, "Save this")
    says(phone, "You are still going.")
    go_to(phone, "Today")
    until(clinic, person, ("closed", ["send", "book", "say", "been", "finish"]), phone)
    # and what others did is in a list that counts what is new, and keeps it without a signal
    phone.goto("/")
    phone.get_by_role("link", name="4 new things").click()
    sees(phone, "What is new")
    expect(phone.locator(".rows")).to_contain_text("A visit is booked: Chair yoga")
    aeroplane_mode(phone)
    phone.reload()
    expect(phone.locator(".rows")).to_contain_text("A visit is booked: Chair yoga")
    expect(phone.locator("main")).to_contain_text("As this phone last heard")
    aeroplane_mode(phone, on=False)
    with phone.expect_response("**/api/notices"):
        go_to(phone, "Today")
    sees(phone, "Today")
    expect(phone.get_by_role("link", name="new thing")).to_have_count(0)


def test_a_date_that_is_off_comes_first_on_today(clinic: Clinic, supported: Supported) -> None:
    phone, person = supported
    suggestion = clinic.sam.get(f"/api/people/{person}/support").json()["prescriptions"][0]["id"]
    booked(clinic, suggestion)
    step(clinic, suggestion, "off", side="group", words="The hall has no heating.")
    looks_again(phone)
    off = phone.locator("main .notice.stop")
    expect(off).to_contain_text("Chair yoga: a date was called off")
    expect(off).to_contain_text("at 10:30am was called off.")
    assert (
        phone.evaluate(
            "() => document.querySelector('.notice.stop').compareDocumentPosition(document.querySelector('.thumb'))"
        )
        & 4
    ), "it stands before everything that there is to do"
    off.get_by_role("link").click()
    expect(phone.locator(".suggested-steps")).to_contain_text("The hall has no heating.")


def test_who_goes_there_anyway_hears_of_a_date_that_is_off_until_they_saw_it(clinic: Clinic, rose: Page) -> None:
    welcome = Welcome(clinic, "Stretch club", in_days=2)
    person = joining.person(rose)
    refer(clinic, person)
    where = {"thing": welcome.listing, "organisation": welcome.organisation, "name": welcome.session}
    made = suggest(clinic, person, **where)
    step(clinic, made, "send")
    step(clinic, made, "been", side="person")
    with clinic.signed_in_as("Jo") as jo:
        off = {"start": welcome.start.isoformat(), "change": "cancelled", "words": "No heating"}
        jo.put(f"/api/publishing/listings/{welcome.listing}/date", json=off).raise_for_status()
    rose.reload()
    notice = rose.locator("main .notice.stop")
    expect(notice).to_contain_text(f"{welcome.session}: a date was called off")
    expect(notice.get_by_role("link", name="See its dates")).to_have_attribute("href", f"/near/{welcome.listing}")
    notice.get_by_role("link", name="What is new").click()
    expect(rose.locator(".rows")).to_contain_text(f"A date was called off: {welcome.session}")
    go_to(rose, "Today")
    expect(card(rose, welcome.session)).to_be_visible()
    expect(notice).to_have_count(0)


def test_the_place_and_the_way_there_come_with_what_the_phone_keeps(clinic: Clinic, rose: Page) -> None:
    welcome = Welcome(clinic, "Hall walk")
    person = joining.person(rose)
    refer(clinic, person)
    made = suggest(clinic, person, thing=welcome.listing, organisation=welcome.organisation, name=welcome.session)
    booked(clinic, made)
    looks_again(rose)
    card(rose, welcome.session).click()
    expect(rose.locator(".pairs")).to_contain_text("Where")
    expect(rose.get_by_role("link", name="Directions")).to_have_attribute("href", re.compile("maps|geo:|openstreetmap"))
    rose.get_by_role("link", name="About this activity").click()
    sees(rose, welcome.session)


def test_ending_the_share_says_what_happens_and_ends_it_on_the_phone(clinic: Clinic, supported: Supported) -> None:
    phone, person = supported
    under_more(phone, "Who can see my diary")
    support = phone.locator(".card", has_text="your support")
    expect(support).to_contain_text(
        "Support is what was suggested to you, what you said to it, and what you talked about"
    )
    expect(support).to_contain_text("If you stop this, your support ends.")
    # and the diary is not shared by it
    expect(phone.get_by_role("link", name="Share with the team")).to_be_visible()
    support.get_by_role("button").click()
    expect(phone.locator(".empty")).to_contain_text("You do not share your diary")
    assert clinic.sam.get(f"/api/people/{person}/support").status_code == 404
    looks_again(phone)
    go_to(phone, "Today")
    sees(phone, "Today")
    expect(card(phone)).to_have_count(0)
    phone.goto("/suggested")
    expect(card(phone)).to_contain_text("It ended when the sharing ended.")
    # and who did what can be read
    phone.goto("/more/seen")
    for words in ("suggested something to you", "asked for support for you", "You stopped sharing"):
        expect(phone.locator("main")).to_contain_text(words)


def test_somebody_asks_for_support_and_sees_that_nobody_answered_yet(clinic: Clinic, rose: Page) -> None:
    under_more(rose, "Ask for support")
    sees(rose, "Ask for support")
    for words in ("What happens next", "Your diary is not shared by this."):
        expect(rose.locator("main")).to_contain_text(words)
    rose.get_by_label("What would help you?").fill("I would like company.")
    press(rose, "Ask for support")
    expect(rose.get_by_role("alert")).to_have_text("Tick that you agree, or leave this page")
    rose.get_by_role("checkbox", name="I agree").check()
    # without a signal the words stay
    aeroplane_mode(rose)
    press(rose, "Ask for support")
    expect(rose.get_by_role("alert")).to_contain_text("This needs the internet")
    aeroplane_mode(rose, on=False)
    rose.reload()
    expect(rose.get_by_label("What would help you?")).to_have_value("I would like company.")
    rose.get_by_role("checkbox", name="I agree").check()
    press(rose, "Ask for support")
    for words in ("Nobody has answered yet. You asked today.", "I would like company."):
        expect(rose.locator("main .notice")).to_contain_text(words)
    # then Sam finds it, tries, and she sees that
    person = joining.person(rose)
    [one] = clinic.sam.get(f"/api/people/{person}/support").json()["referrals"]
    for kind, said in (
        ("take", {"owner": clinic.sam.get("/api/me").json()["person"]}),
        ("attempt", {"method": "phone"}),
    ):
        at = {"kind": kind, "at": one["received_at"]} | said
        assert (
            clinic.sam.put(
                f"/api/referrals/{one['id']}/steps/{one['id'][:-4]}{kind[:2].encode().hex()}", json=at
            ).status_code
            == 200
        )
    rose.reload()
    expect(rose.locator("main .notice")).to_contain_text("They tried to reach you once.")
    expect(rose.locator("main .notice")).to_contain_text("Sam has it in hand.")
    # and without a signal it is what the phone heard last
    aeroplane_mode(rose)
    rose.reload()
    expect(rose.locator("main .notice")).to_contain_text("Sam has it in hand.")


def test_what_is_read_here_leads_there(clinic: Clinic, rose: Page) -> None:
    person = joining.person(rose)
    refer(clinic, person)
    for kind, thing, name in (
        ("programme", "knee-hip", "Knee and hip"),
        ("topic", "pacing", "Pacing yourself"),
        ("check-in", "joint-pain-advisor", "A check-in"),
    ):
        suggest(clinic, person, kind=kind, thing=thing, name=name)
    looks_again(rose)
    for name, way, heading in (
        ("Knee and hip", "Look at this programme", "Knee and hip"),
        ("Pacing yourself", "Read it", "Pacing"),
    ):
        rose.goto("/suggested")
        card(rose, name).click()
        expect(rose.get_by_role("link", name=way)).to_be_visible()
        expect(rose.get_by_role("button", name="Put it in my calendar")).to_have_count(0)
        rose.get_by_role("link", name=way).click()
        expect(rose.get_by_role("heading", level=1)).to_contain_text(re.compile(heading, re.IGNORECASE))
    rose.goto("/suggested")
    card(rose, "A check-in").click()
    press(rose, "Yes, I would")
    press(rose, "I have done it")
    says(rose, "You have done it.")


@HOW_CLOSELY
def test_every_state_for_everybody(clinic: Clinic, devices: Devices, axe: Check, closely: bool) -> None:
    nobody = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Rosalind").code)
    faults = faults_of(nobody, BEFORE, axe, closely=closely)
    somebody = joining.signed_in(devices.phone(base_url=clinic.url), prepared(clinic))
    faults += faults_of(somebody, SUGGESTED, axe, closely=closely)
    assert not faults, "\n".join(faults)
