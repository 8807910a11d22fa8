"""The question about self-harm in the PHQ-9: any answer but the first stops everything for help, whoever enters it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import bodies, checked_in, eventually, on, on_a_pathway, part, state_of
from journeys.steps.moving import sees
from journeys.steps.working import at_work, open_diary
from support.devices import Devices

AT = "/check-in/pain-and-mood/baseline"
HELP = "Talk to somebody now"
ANSWERS = ("Several days", "More than half the days", "Nearly every day")
Phone = Callable[..., Page]


@pytest.fixture
def phone_of(clinic: Clinic, devices: Devices) -> Phone:
    """The phone of somebody on the pathway for pain and mood."""

    def open_phone(*entries: dict, extra: tuple[str, ...] = ("phq-9",)) -> Page:
        pathway = on_a_pathway(days_ago=0, pathway="pain-and-mood", extra=extra)
        return joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Rose", pathway, *entries).code)

    return open_phone


def to_item_9(page: Page) -> None:
    """From the overview to the screen with the 9th question."""
    part(page, "PHQ-9")
    for _ in range(4):
        on(page)
    expect(page.get_by_text("better off dead")).to_be_visible()


def answer(page: Page, words: str) -> None:
    """Answer the 9th question."""
    page.get_by_role("radio", name=words).first.click()


def test_nobody_is_asked_it_unless_an_advisor_says_so(phone_of: Phone) -> None:
    everybody = phone_of(extra=())
    everybody.goto(AT)
    expect(everybody.get_by_role("link", name="PHQ-4")).to_be_visible()
    assert everybody.get_by_role("link", name="PHQ-9").count() == 0


def test_each_answer_but_the_first_stops_it_at_once_also_when_it_was_left_for_later(
    clinic: Clinic, phone_of: Phone
) -> None:
    phone = phone_of()
    phone.goto(AT)
    # given that it was begun, and the rest was left for later
    part(phone, "PHQ-9")
    phone.get_by_role("radio", name="Nearly every day").first.click()
    phone.get_by_role("radio", name="Nearly every day").nth(1).click()
    phone.get_by_role("button", name="Leave this for later").click()
    expect(state_of(phone, "PHQ-9")).to_contain_text("Left for later")
    # when the 9th question is answered with "Not at all", nothing happens, whatever the others say
    to_item_9(phone)
    answer(phone, "Not at all")
    expect(phone.get_by_role("radio", name="Not at all").first).to_be_checked()
    expect(phone.get_by_text("better off dead")).to_be_visible()
    for words in ANSWERS:
        # when it is answered with anything else, the help is there before anything else is asked
        answer(phone, words)
        sees(phone, HELP)
        expect(phone.get_by_role("link", name="116 123")).to_be_visible()
        assert phone.locator("main .help-numbers a").first.get_attribute("href") == "tel:999"
        expect(phone.locator("main")).to_contain_text("We show you this first because of one of your answers.")
        expect(phone.locator("main")).not_to_contain_text("You said yes")
        expect(phone.locator("main")).to_contain_text("Nobody is watching this live")
        expect(phone.locator("main")).to_contain_text("We cannot say when.")
        assert phone.locator("main :is(input, textarea, select)").count() == 0
        phone.get_by_role("button", name="I have read this").click()
        phone.get_by_role("link", name="Go on now").click()
        expect(phone.get_by_role("radio", name=words).first).to_be_checked()
        answer(phone, "Not at all")
        phone.wait_for_timeout(1100)  # times are kept in seconds, and nobody thinks that fast
    # then it is one event, that says that the same yes was given again
    answer(phone, ANSWERS[0])
    sees(phone, HELP)
    phone.get_by_role("button", name="I have read this").click()
    phone.get_by_role("link", name="Finish this check-in here").click()
    phone.get_by_role("button", name="Finish this check-in").click()
    sees(phone, "What has changed")
    eventually(phone, lambda: [body["state"] for body in bodies(clinic, phone, "check-in")][-1:] == ["done"])
    values = bodies(clinic, phone, "check-in")[-1]["answers"]["phq-9"]["values"]
    assert values == {"interest": 3, "down": 3, "self-harm": 1}
    eventually(phone, lambda: len(bodies(clinic, phone, "safety")[-1].get("again", [])) == len(ANSWERS))
    rows = clinic.entries_of(joining.person(phone), "safety")
    assert len({row.get("entry") or row["id"] for row in rows}) == 1
    last = rows[-1]["body"]
    assert (last["card"], last["trigger"], last["did"]) == ("crisis", "crisis-thoughts", "dismissed")


def test_an_answer_whose_help_was_never_shown_shows_it_before_anything_else(clinic: Clinic, phone_of: Phone) -> None:
    # given an answer that reached the service from a phone that died in the same moment
    begun = checked_in("baseline", days_ago=0, pain=4, state="open")
    given = {"phq-9": {"version": 1, "values": {"self-harm": 2}, "left": True}}
    begun["body"] |= {"pathway": "pain-and-mood", "answers": begun["body"]["answers"] | given}
    phone = phone_of(begun)
    # when they carry on
    phone.goto(AT)
    sees(phone, HELP)
    phone.get_by_role("button", name="I have read this").click()
    phone.get_by_role("link", name="Go on now").click()
    eventually(phone, lambda: len(bodies(clinic, phone, "safety")) == 2)
    # then it is shown once, and the check-in is theirs again
    phone.goto(AT)
    expect(state_of(phone, "PHQ-9")).to_be_visible()
    phone.reload()
    expect(state_of(phone, "PHQ-9")).to_be_visible()
    phone.wait_for_timeout(500)  # as long as the help would take to come
    expect(state_of(phone, "PHQ-9")).to_be_visible()


def test_staff_who_enter_it_see_the_help_and_the_list_says_so(own_clinic: Clinic, devices: Devices) -> None:
    sam = at_work(devices.desktop(base_url=own_clinic.url), own_clinic, "Sam", "People and codes")
    open_diary(sam, "Margaret")
    # given that Sam has added it to what Margaret is asked
    sam.get_by_role("link", name="Change this pathway").click()
    sam.get_by_role("checkbox", name="PHQ-9").check()
    sam.get_by_role("radio", name="Together").check()
    sam.get_by_role("button", name="Save for Margaret").click()
    sam.get_by_role("link", name="Do this check-in").click()
    sam.get_by_role("button", name="Begin").click()
    to_item_9(sam)
    # when Sam enters what she says
    answer(sam, "Several days")
    # then the help comes first for Sam too, with what to do with it
    sees(sam, HELP)
    expect(sam.get_by_role("link", name="116 123")).to_be_visible()
    expect(sam.locator("main")).to_contain_text("This comes first because of one of the answers of Margaret.")
    expect(sam.locator("main")).to_contain_text("Go through this with Margaret now")
    expect(sam.locator("main")).to_contain_text("Your service has not said when somebody looks at that list.")
    assert sam.locator("main :is(input, textarea, select)").count() == 0
    # and it stays when the page is loaded again, without being noted twice
    sam.reload()
    sees(sam, HELP)
    sam.get_by_role("button", name="I have read this").click()
    expect(sam.get_by_text("If Margaret has not got help yet")).to_be_visible()
    # and the list says so, with when somebody looks at it
    sam.goto("/people")
    row = sam.get_by_role("row", name=re.compile("Margaret"))
    expect(row).to_contain_text("The help card “If you think of ending your life or hurting yourself” was shown today.")
    expect(sam.get_by_text("Your service has not said when somebody looks at this list.")).to_be_visible()
    open_diary(sam, "Margaret")
    expect(sam.get_by_role("button", name="I have looked at this")).to_have_count(1)
    rows = own_clinic.entries_of(own_clinic.person_called("Margaret"), "safety")
    assert len({row.get("entry") or row["id"] for row in rows}) == 1
    assert "again" not in rows[-1]["body"]
    # from paper it is said that Margaret has not seen this
    sam.get_by_role("link", name="Do this check-in").click()
    sam.get_by_role("radio", name="From paper").check()
    sam.get_by_role("button", name="Begin").click()
    to_item_9(sam)
    answer(sam, "Nearly every day")
    sees(sam, HELP)
    expect(sam.locator("main")).to_contain_text("This comes from paper, so Margaret has not seen this page.")
