"""A worker supports somebody: few steps to a suggestion and to a contact that is written down, and nothing covered."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.logging import choose_score
from journeys.steps.moving import aeroplane_mode, sees, unfold
from journeys.steps.working import at_work, open_diary
from journeys.written import written
from support.devices import Devices

TABLET = {"width": 800, "height": 1100}
MOST_STEPS = 6
SECONDS_A_TAP = 3


@pytest.fixture
def sam(own_clinic: Clinic, devices: Devices) -> Page:
    """Sam's tablet."""
    tablet = devices.desktop(base_url=own_clinic.url, viewport=TABLET)
    return at_work(tablet, own_clinic, "Sam", "People and codes")


def open_support(page: Page, name: str = "Margaret") -> None:
    """From the list of people to the record of their support."""
    open_diary(page, name)
    page.get_by_role("link", name="Support and social prescribing").click()
    sees(page, f"Support for {name}")


def counting(page: Page) -> Callable[[], int]:
    """Counts from now on what is pressed on this page, and each field that is typed in."""
    page.evaluate(
        """() => {
            window.steps = 0;
            addEventListener("pointerdown", () => (window.steps += 1), true);
            const typed = "input:not([type=radio],[type=checkbox]), textarea";
            addEventListener("change", (event) => event.target.matches(typed) && (window.steps += 1), true);
        }"""
    )
    return lambda: page.evaluate("window.steps")


def suggested(clinic: Clinic, name: str) -> list[dict]:
    """The versions of what was suggested to Margaret under this name, as her phone has them."""
    rows = clinic.entries_of(clinic.person_called("Margaret"), "prescription")
    return [row["body"] for row in rows if row["body"]["name"] == name]


def test_an_activity_is_suggested_in_a_few_steps(sam: Page, own_clinic: Clinic) -> None:
    open_diary(sam, "Margaret")
    sees(sam, "Margaret")
    steps = counting(sam)
    sam.get_by_role("link", name="Support and social prescribing").click()
    sam.get_by_role("link", name="Suggest something", exact=True).click()
    # then where she can get to is filled in from her page
    expect(sam.get_by_text(re.compile("Near LS29, up to 5 miles"))).to_be_visible()
    sam.get_by_role("link", name="Suggest Pain café").click()
    sees(sam, "Suggest Pain café")
    # and who and why are there already
    expect(sam.get_by_text("Margaret will read that it comes from you, Sam.")).to_be_visible()
    expect(sam.get_by_label("Why may it suit Margaret?")).to_have_value(re.compile("Seeing people again"))
    sam.get_by_role("button", name="Suggest it to Margaret").click()
    expect(sam.locator(".undo")).to_contain_text("Pain café is on the phone of Margaret")
    assert steps() <= MOST_STEPS, f"{steps()} steps to a suggestion"
    # and her phone has it, with who and why, and the group has an account, so that it can be told
    [cafe] = suggested(own_clinic, "Pain café")
    assert (cafe["state"], cafe["called"]) == ("suggested", "Sam")
    assert "Seeing people again" in cafe["why"]
    assert cafe["organisation"] == "Thornbeck Pain Neighbours"
    # when it was a slip, it is taken back with one more
    sam.get_by_role("button", name="Undo").click()
    expect(sam.get_by_text("Taken back.").first).to_be_visible()


def test_a_contact_is_written_down_without_typing(sam: Page) -> None:
    open_support(sam)
    steps = counting(sam)
    sam.get_by_role("link", name="Record a contact").click()
    sam.get_by_text("In person", exact=True).click()
    sam.get_by_role("group", name="How many minutes?").get_by_text("30", exact=True).click()
    sam.get_by_text("Seeing people", exact=True).click()
    sam.get_by_text("Mood", exact=True).click()
    sam.get_by_text("In 2 weeks").click()
    sam.get_by_role("button", name="Save this contact").click()
    # then it stands on her page, and the next date with it
    sees(sam, "Support for Margaret")
    expect(sam.get_by_text("Met in person, 30 minutes")).to_be_visible()
    expect(sam.get_by_text("Talked about: Seeing people, Mood")).to_be_visible()
    assert steps() * SECONDS_A_TAP <= 30, f"{steps()} steps to a contact"


def test_ons4_is_asked_again_and_stands_beside_the_first_time(sam: Page, own_clinic: Clinic) -> None:
    open_support(sam)
    # given what she answered at her first check-in
    first = sam.get_by_text(re.compile("Satisfied with life: 6 out of 10 on "))
    expect(first).to_be_visible()
    steps = counting(sam)
    sam.get_by_role("link", name="Ask well-being questions").first.click()
    sees(sam, "Questions for Margaret")
    sam.get_by_role("button", name="Save for Margaret").click()
    expect(sam.get_by_text("Answer one question first.")).to_be_visible()
    for question, score in (("satisfied", 8), ("worthwhile", 7), ("happy", 7), ("anxious", 2)):
        choose_score(sam, score, question=re.compile(question))
    expect(sam.get_by_role("radio", name="Together, here")).to_be_checked()
    sam.get_by_role("button", name="Save for Margaret").click()
    # then the first and the latest stand on the page of her support, with their days
    sees(sam, "Support for Margaret")
    expect(sam.get_by_text(re.compile(r"Satisfied with life: 6 out of 10 on .*, then 8 out of 10 on "))).to_be_visible()
    assert steps() <= 7, f"{steps()} steps to ONS4 at a later time, one of them to be told that nothing was answered"
    # and it is in her own diary, as asked by Sam
    [kept] = [
        row for row in own_clinic.entries_of(own_clinic.person_called("Margaret"), "check-in") if row["how"] != "self"
    ]
    assert kept["body"]["answers"]["ons4"]["values"] == {"satisfied": 8, "worthwhile": 7, "happy": 7, "anxious": 2}
    assert (kept["how"], kept["body"]["pathway"]) == ("together", "support-measures")
    # and a score from a form is reached from there too, and leads back
    sam.get_by_role("link", name="Ask well-being questions").first.click()
    sam.get_by_role("link", name="Write down a score from a form that they filled in elsewhere").click()
    sees(sam, "A score for Margaret")
    sam.get_by_role("link", name="Back without saving").click()
    sees(sam, "Questions for Margaret")


def test_nobody_answered_is_one_tap_and_one_to_take_back(sam: Page, own_clinic: Clinic) -> None:
    open_diary(sam, "Dev")
    sees(sam, "This diary is not shared with you")
    sam.get_by_role("link", name="Begin support").click()
    sam.get_by_role("button", name="Begin support").click()
    expect(sam.get_by_role("alert")).to_contain_text("first. Then tick that they said yes.")
    sam.get_by_text(re.compile("and they said yes")).click()
    sam.get_by_role("button", name="Begin support").click()
    sees(sam, "Support for Dev")
    expect(sam.get_by_text("New.")).to_be_visible()
    sam.get_by_role("button", name="Nobody answered").click()
    expect(sam.get_by_text("Rung 1 time, nobody answered yet.")).to_be_visible()
    sam.get_by_role("button", name="Undo").click()
    expect(sam.get_by_text("New.")).to_be_visible()
    expect(sam.get_by_text("Taken back.")).to_be_visible()


def test_two_who_write_one_part_at_once_are_both_kept(sam: Page, own_clinic: Clinic, devices: Devices) -> None:
    other = at_work(devices.desktop(base_url=own_clinic.url, viewport=TABLET), own_clinic, "Sam", "People and codes")
    said = {sam: "The garden, and the choir.", other: "The garden, and Amy."}
    for page in said:
        open_support(page)
        page.get_by_role("link", name="Change: What matters to them").click()
        expect(page.get_by_label("Words")).to_have_value(re.compile("Seeing people again"))
    for page, words in said.items():
        page.get_by_label("Words").fill(words)
        page.get_by_role("button", name="Save", exact=True).click()
        sees(page, "Support for Margaret")
    # then both stand there for both of them, to be joined
    part = other.get_by_role("article", name="What matters to them")
    expect(part).to_contain_text("Two people wrote this at the same time.")
    for words in said.values():
        expect(part).to_contain_text(words)
    other.get_by_role("link", name="Join both: What matters to them").click()
    expect(other.get_by_label("Words")).to_have_value(re.compile("Amy.*\n.*choir|choir.*\n.*Amy"))
    other.get_by_label("Words").fill("The garden, the choir, and Amy.")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(part).to_contain_text("The garden, the choir, and Amy.")
    expect(part).not_to_contain_text("at the same time")
    unfold(other, "3 earlier versions")
    expect(part).to_contain_text("The garden, and Amy.")


def test_no_known_risks_is_said_outright(sam: Page) -> None:
    open_support(sam)
    risks = sam.get_by_role("article", name="Risks")
    expect(risks).to_contain_text("No known risks")
    sam.get_by_role("link", name="Change: Risks").click()
    sees(sam, "Risks")  # the page before says that there are none, too
    sam.get_by_text("No known risks").click()
    sam.get_by_role("button", name="Save", exact=True).click()
    expect(sam.get_by_role("alert")).to_contain_text("Write something first.")
    sam.get_by_label("Words").fill("A large dog. Ring before you come.")
    sam.get_by_role("button", name="Save", exact=True).click()
    expect(risks).to_contain_text("A large dog.")
    expect(sam.get_by_role("article", name="Keeping safe")).to_contain_text("Only your team sees this.")


def test_a_no_show_is_followed_up_kindly(sam: Page, own_clinic: Clinic) -> None:
    open_support(sam)
    sam.get_by_role("link", name=re.compile("Hands and a chat")).click()
    sees(sam, "Hands and a chat")
    # when the group answers on the telephone, and the first visit is booked
    unfold(sam, "Write down what the group said")
    sam.get_by_text("There is a place", exact=True).click()
    sam.get_by_role("button", name="Save", exact=True).first.click()
    expect(sam.get_by_text("The group has a place for them.")).to_be_visible()
    unfold(sam, "Book the first visit")
    sam.get_by_label("Day and time").first.fill(f"{datetime.now(UTC).date()}T00:01")
    sam.get_by_label("Who meets them?").first.fill("Jo, at the door")
    sam.get_by_role("button", name="Book it").click()
    expect(sam.get_by_text("The first visit is booked.", exact=False).first).to_be_visible()
    # and she does not come: kind words are there, and a day to ring
    unfold(sam, "Write down whether Margaret went")
    sam.get_by_text("They did not come", exact=True).click()
    expect(sam.get_by_label("A kind word to Margaret")).to_have_value(re.compile("That is all right"))
    sam.get_by_role("button", name="Save", exact=True).first.click()
    expect(sam.get_by_text("Did not come last time.")).to_be_visible()
    # then she reads the words, and the group does not
    sam.get_by_text("What the group sees").click()
    expect(sam.locator(".support-steps")).not_to_contain_text("That is all right")
    sam.get_by_text("What Margaret sees").click()
    expect(sam.locator(".support-steps")).to_contain_text("That is all right")
    hands = suggested(own_clinic, "Hands and a chat")
    assert "That is all right" in hands[-1]["steps"][-1]["words"]


def test_a_group_is_told_only_after_a_yes(sam: Page) -> None:
    open_support(sam)
    sam.get_by_role("link", name=re.compile("Beckside walk")).click()
    # a visit may be booked before: the group is to be told all the same
    unfold(sam, "Book the first visit")
    sam.get_by_label("Day and time").first.fill(f"{datetime.now(UTC).date() + timedelta(days=2)}T10:00")
    sam.get_by_role("button", name="Book it").click()
    expect(sam.get_by_text("The first visit is booked.", exact=False).first).to_be_visible()
    unfold(sam, "Tell the group")
    expect(sam.get_by_text("The group reads their name, “Margaret”, and this.")).to_be_visible()
    sam.get_by_role("button", name="Tell the group").click()
    expect(sam.get_by_role("alert")).to_contain_text("Ask Margaret first.")
    sam.get_by_text("Margaret agreed that I tell them this").click()
    sam.get_by_role("button", name="Tell the group").click()
    expect(sam.locator(".support-steps")).to_contain_text("The group was told")
    expect(sam.locator("summary", has_text="Tell the group")).to_have_count(0)
    expect(sam.locator("summary", has_text="Change the visit")).to_be_visible()  # and it is booked as before
    # and that she agreed stands with it, and where it is read what she agreed to
    expect(sam.locator(".support-steps")).to_contain_text("Margaret agreed to this first")
    open_support(sam)
    told = sam.locator("#part_consent li", has_text="The group of “Beckside walk” was told about Margaret")
    expect(told).to_contain_text("Margaret agreed to that first.")


def test_a_task_is_added_ticked_and_taken_back(sam: Page) -> None:
    open_support(sam)
    unfold(sam, "Add a task")
    sam.get_by_role("button", name="Ring Margaret").click()
    sam.get_by_text("Tomorrow", exact=True).click()
    sam.get_by_role("button", name="Save this task").click()
    sam.get_by_role("button", name="Done: Ring Margaret").click()
    expect(sam.get_by_role("button", name="Done: Ring Margaret")).to_have_count(0)
    sam.get_by_role("button", name="Undo").click()
    expect(sam.get_by_role("button", name="Done: Ring Margaret")).to_be_visible()


def test_a_shortlist_goes_to_the_phone(sam: Page, own_clinic: Clinic) -> None:
    open_support(sam)
    sam.get_by_role("link", name="Suggest something", exact=True).click()
    for name in ("Pain café", "Help with forms"):
        sam.get_by_role("button", name=f"Put {name} on the shortlist").click()
    sam.get_by_role("link", name="Shortlist: 2").click()
    sees(sam, "For Margaret to choose from")
    sam.get_by_role("button", name="Send all 2 to the phone of Margaret").click()
    sees(sam, "Support for Margaret")
    assert suggested(own_clinic, "Pain café") and suggested(own_clinic, "Help with forms")


def test_support_ends_with_what_helped(sam: Page) -> None:
    open_support(sam)
    sam.get_by_role("link", name="The whole referral").click()
    expect(sam.get_by_text("Dr Shah, GP, Thornbeck Surgery").first).to_be_visible()
    unfold(sam, "End the support")
    sam.get_by_role("button", name="End the support").click()
    expect(sam.get_by_role("alert")).to_contain_text("Choose how it ended.")
    sam.get_by_role("radio", name="They reached some of it").check()
    sam.get_by_label("What did not help?").fill("The walk was too fast.")
    sam.get_by_role("button", name="End the support").click()
    expect(sam.get_by_text("The last support for Margaret has ended.")).to_be_visible()
    expect(sam.get_by_text("Did not help: The walk was too fast.")).to_be_visible()


def test_somebody_new_is_looked_for_with_what_they_need(sam: Page, own_clinic: Clinic) -> None:
    needs = {"contact": "phone", "adjustments": ["seated"], "matters": "Being with people"}
    own_clinic.newcomer("Rose", written("about", needs))
    open_diary(sam, "Rose")
    sam.get_by_role("link", name="Begin support").click()
    sam.get_by_text(re.compile("and they said yes")).click()
    sam.get_by_role("button", name="Begin support").click()
    sees(sam, "Support for Rose")
    # when nobody has said yet where she can get to, that is the only thing to be typed
    steps = counting(sam)
    sam.get_by_role("link", name="Suggest something", exact=True).click()
    sam.get_by_label("Your postcode or town").fill("LS29")
    sam.get_by_role("button", name="Show what’s on").click()
    expect(sam.get_by_text("Rose needs: Can be done sitting.")).to_be_visible()
    expect(sam.get_by_role("link", name="Suggest Pain café")).to_be_visible()
    expect(sam.get_by_role("link", name="Suggest Beckside walk")).to_have_count(0)
    sam.get_by_role("link", name="Suggest Pain café").click()
    expect(sam.get_by_label("Why may it suit Rose?")).to_have_value(
        re.compile("Being with people.*can be done sitting")
    )
    sam.get_by_role("button", name="Suggest it to Rose").click()
    expect(sam.locator(".undo")).to_contain_text("on the phone of Rose")
    assert steps() <= MOST_STEPS, f"{steps()} steps to a suggestion"
    # and the place is on her page for the next time
    sam.get_by_role("link", name="Rose").first.click()
    expect(sam.get_by_role("article", name="Getting there")).to_contain_text("From LS29, up to 5 miles")


def test_without_a_signal_it_is_read_and_written_and_goes_later(sam: Page) -> None:
    open_support(sam)
    joining.ready_for_no_signal(sam, "/support")
    aeroplane_mode(sam)
    sam.reload()
    expect(sam.get_by_text(re.compile("No signal. This is as it was at"))).to_be_visible()
    expect(sam.get_by_role("article", name="Risks")).to_contain_text("No known risks")
    sam.get_by_role("button", name="Nobody answered").click()
    note = sam.locator(".support-steps li", has_text="Rang, and nobody answered.")
    expect(note).to_contain_text("Not sent yet: it is on this device.")
    # when there is a signal again, it goes by itself
    aeroplane_mode(sam, False)
    expect(note).not_to_contain_text("Not sent yet")
    sam.reload()
    expect(note).to_have_count(1)


def test_a_programme_a_topic_and_a_check_in_are_suggested_too(sam: Page, own_clinic: Clinic) -> None:
    open_support(sam)
    for kind, name in (
        ("An exercise programme", "Knee and hip"),
        ("Something to read", "Pacing"),
        ("A check-in", "Low back pain"),
    ):
        sam.get_by_role("link", name="Suggest something", exact=True).click()
        sam.get_by_role("link", name=kind, exact=True).click()
        expect(sam.get_by_role("link", name=kind, exact=True)).to_have_attribute("aria-current", "page")
        row = sam.locator(".rows a", has_text=name).first
        title = row.locator(".what").inner_text()
        row.click()
        sees(sam, f"Suggest {title}")
        sam.get_by_role("button", name="Suggest it to Margaret").click()
        expect(sam.locator(".undo")).to_contain_text("on the phone of Margaret")
        assert suggested(own_clinic, title)[0]["kind"] in ("programme", "topic", "check-in")
        sam.get_by_role("link", name="Margaret").first.click()
    # then no group has to do with any of them
    sam.get_by_role("link", name=re.compile("Low back pain")).first.click()
    unfold(sam, "Write down what Margaret said")
    expect(sam.get_by_text("Tell the group")).to_have_count(0)
    sam.get_by_role("button", name="Margaret says yes").click()
    expect(sam.get_by_text("They said yes.", exact=False).first).to_be_visible()
