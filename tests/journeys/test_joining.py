"""Joining: by link or by typed code, with nothing used up by looking and nothing lost on the way."""

import time

from playwright.sync_api import Page, Route, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import log_pain
from journeys.steps.moving import aeroplane_mode, sees
from support.devices import Devices

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.5 Mobile/15E148 Safari/604.1"
)


def test_a_typed_code_in_small_letters_opens_a_new_record_in_under_a_minute(clinic: Clinic, devices: Devices) -> None:
    code = clinic.service_code().lower()
    phone = devices.phone(base_url=clinic.url)
    begun = time.monotonic()
    # given somebody who opens the address and types the code from a poster
    phone.goto("/")
    sees(phone, "Start using Jointly")
    joining.type_code(phone, f" {code[:4]} - {code[4:]} ")
    # when they say what to be called
    joining.confirm(phone, called="Winifred")
    # then they are on their own Today
    sees(phone, "Today")
    expect(phone.get_by_text("Good to see you, Winifred")).to_be_visible()
    assert time.monotonic() - begun < 60
    # and a second person can use the same code
    other = devices.phone(base_url=clinic.url)
    joining.open_link(other, code)
    joining.confirm(other, called="Albert")
    expect(other.get_by_text("Good to see you, Albert")).to_be_visible()
    assert joining.person(phone) != joining.person(other)


def test_opening_a_link_does_not_use_the_code(clinic: Clinic, devices: Devices) -> None:
    code = clinic.newcomer("Ivy").code
    # given that a curious friend opened the link and went no further
    friend = devices.phone(base_url=clinic.url)
    joining.open_link(friend, code)
    expect(friend.get_by_text("It opens the record of Ivy.")).to_be_visible()
    # then the code is out of the address, and still opens Ivy's record
    assert friend.url == f"{clinic.url}/join"
    ivy = devices.phone(base_url=clinic.url)
    joining.open_link(ivy, code)
    joining.confirm(ivy)
    sees(ivy, "Today")


def test_a_link_cut_off_in_the_middle_of_a_letter_still_asks_for_the_code(clinic: Clinic, phone: Page) -> None:
    phone.goto(f"{clinic.url}/join#ABCD%E0%A4%A")
    expect(phone.get_by_label("Your code")).to_be_visible()


def test_codes_that_do_not_work_say_why(clinic: Clinic, devices: Devices) -> None:
    used = clinic.newcomer("Ted").code
    joining.signed_in(devices.phone(base_url=clinic.url), used)
    phone = devices.phone(base_url=clinic.url)
    phone.goto("/join")
    for code, words in (
        ("ABC", "You have typed 3"),
        ("ABCD-EFG1", "A code does not have 1 in it"),
        ("IBCO-EFG1", "A code does not have I, O or 1 in it"),
        ("2345 6789", "We do not know that code"),
        (
            used,
            "That code has been used. Ask for a new one. If you have a record here,",
        ),
    ):
        joining.type_code(phone, code)
        expect(phone.get_by_role("alert")).to_contain_text(words)
        expect(phone.get_by_label("Your code")).not_to_have_value("")


def test_an_old_code_says_that_it_is_too_old(own_clinic: Clinic, devices: Devices) -> None:
    code = own_clinic.person_code("Nell")
    own_clinic.let_codes_grow_old()
    phone = devices.phone(base_url=own_clinic.url)
    joining.open_link(phone, code)
    expect(phone.get_by_role("alert")).to_contain_text("That code is too old")


def test_in_a_tab_on_an_iphone_the_home_screen_comes_first(clinic: Clinic, devices: Devices) -> None:
    newcomer = clinic.newcomer("Maud")
    phone = devices.phone(base_url=clinic.url, user_agent=IPHONE)
    joining.open_link(phone, newcomer.code)
    # then the steps are there with the code to type, before anything is used
    expect(phone.get_by_role("heading", name="First, put Jointly on your Home Screen")).to_be_visible()
    expect(phone.get_by_text(f"{newcomer.code[:4]}-{newcomer.code[4:]}")).to_be_visible()
    # and whoever wants to go on in the tab may
    phone.get_by_role("button", name="Carry on here").click()
    joining.confirm(phone)
    sees(phone, "Today")


def test_on_the_home_screen_of_an_iphone_the_steps_are_over(clinic: Clinic, devices: Devices) -> None:
    phone = devices.phone(base_url=clinic.url, user_agent=IPHONE)
    phone.add_init_script("Object.defineProperty(navigator, 'standalone', { value: true })")
    phone.goto("/join")
    expect(phone.get_by_label("Your code")).to_be_visible()


def test_a_reload_on_the_way_keeps_what_was_typed(clinic: Clinic, devices: Devices) -> None:
    phone = devices.phone(base_url=clinic.url)
    # given a link opened and a name begun
    joining.open_link(phone, clinic.service_code())
    phone.get_by_label("What should we call you?").fill("Dorothy Ann")
    # when the page is reloaded
    phone.reload()
    # then nothing has to be typed again
    expect(phone.get_by_label("What should we call you?")).to_have_value("Dorothy Ann")
    joining.confirm(phone)
    expect(phone.get_by_text("Good to see you, Dorothy Ann")).to_be_visible()


def test_a_lost_answer_is_asked_for_again(clinic: Clinic, devices: Devices) -> None:
    phone = devices.phone(base_url=clinic.url)
    joining.open_link(phone, clinic.service_code())
    expect(phone.get_by_label("What should we call you?")).to_be_visible()
    before = clinic.head_count()
    # given a signal that goes after the code was used and before the answer came
    phone.route("**/api/join", lose_the_answer, times=1)
    joining.confirm(phone, called="Hilda")
    expect(phone.get_by_role("alert")).to_contain_text("You are not connected")
    # when she presses again
    phone.get_by_role("button", name="Open my record").click()
    joining.put_off(phone)
    # then she is in, and there is one Hilda
    sees(phone, "Today")
    assert clinic.head_count() == before + 1


def test_joining_as_somebody_else_with_unsent_entries_warns(clinic: Clinic, rose: Page) -> None:
    other = clinic.newcomer("Peter")
    # given an entry of Rose's that was not sent
    aeroplane_mode(rose)
    log_pain(rose, 5)
    rose.route("**/api/sync", lambda route: route.abort())
    aeroplane_mode(rose, False)
    # when a code of Peter's is opened on her phone
    joining.open_link(rose, other.code)
    # then it says what would be lost, and using the code mixes nothing
    expect(rose.get_by_role("heading", name="1 entry of Rose has not been received")).to_be_visible()
    rose.get_by_role("button", name="It is for Rose").click()
    joining.confirm(rose)
    expect(rose.get_by_role("alert")).to_contain_text("It is the record of Peter, not of Rose")
    rose.unroute("**/api/sync")
    rose.get_by_role("button", name="Keep the record of Rose").click()
    sees(rose, "Today")
    expect(rose.locator(".header")).to_contain_text("Signed out")
    # and Rose comes back with a code of her own, and her entry is sent
    rose_id = clinic.person_called("Rose")
    joining.open_link(rose, clinic.person_code(person=rose_id))
    rose.get_by_role("button", name="It is for Rose").click()
    joining.confirm(rose)
    sees(rose, "Today")
    expect(rose.locator("details .receipt").first).to_contain_text("Received")
    assert len(clinic.entries_of(rose_id, "pain")) == 1
    assert clinic.entries_of(other.person, "pain") == []


def test_starting_needs_the_internet_once_and_says_so(clinic: Clinic, devices: Devices) -> None:
    phone = devices.phone(base_url=clinic.url)
    phone.goto("/join")
    sees(phone, "Start using Jointly")
    aeroplane_mode(phone)
    joining.type_code(phone, clinic.service_code())
    expect(phone.get_by_role("alert")).to_contain_text("You are not connected to the internet")
    # when the signal is back, the code is still there to send
    aeroplane_mode(phone, False)
    phone.get_by_role("button", name="Carry on", exact=True).click()
    expect(phone.get_by_label("What should we call you?")).to_be_visible()


def lose_the_answer(route: Route) -> None:
    """The server does what it was asked to; nobody hears of it."""
    route.fetch()
    route.abort("connectionreset")
