"""Somebody is sent to a group: the group reads what it needs, answers, and writes a word back."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from jointly.kit.ids import uuid7
from journeys.clinic import Clinic
from journeys.steps.moving import sees, unfold
from journeys.steps.welcoming import PASSED_ON, Welcome
from support.devices import Devices


def open_one(page: Page, name: str) -> None:
    page.goto("/organisation")
    page.get_by_role("link", name="People sent to you").click()
    sees(page, "People sent to you")
    page.locator(".rows .row").filter(has_text=name).click()
    sees(page, name)


def test_a_group_answers_somebody_who_was_sent_to_it(clinic: Clinic, devices: Devices, axe: Callable[[Page], None]):
    welcome = Welcome(clinic)
    ida, _ = welcome.sent("Ida Brook")
    jo = welcome.at_the_door(devices.phone(base_url=clinic.url))
    # given somebody whom nobody has answered, at the top and with how long
    expect(jo.get_by_text("thing is new").or_(jo.get_by_text("things are new"))).to_be_visible()
    open_one(jo, "Ida Brook")
    expect(jo.get_by_text("Sent today")).to_be_visible()
    for words in (*PASSED_ON.values(), welcome.session):
        expect(jo.get_by_text(words).first).to_be_visible()
    expect(jo.get_by_text("A secret of theirs.")).to_have_count(0)
    axe(jo)
    # when it says that it has seen it, and offers a place
    jo.get_by_role("button", name="We have seen it").click()
    expect(jo.get_by_text("They can see that you have seen it.")).to_be_visible()
    jo.get_by_role("button", name="Offer a place").click()
    jo.get_by_label("Who meets them, and where?").fill("Jo, at the front door")
    axe(jo)
    jo.get_by_role("button", name="Send").first.click()
    expect(jo.get_by_text("The place is offered.")).to_be_visible()
    expect(jo.get_by_text("You offered a place").first).to_be_visible()
    # then the worker reads it, and a word back
    unfold(jo, "Write a message")
    jo.get_by_label("Your message").fill("The bus stops outside.")
    jo.get_by_role("button", name="Send").last.click()
    expect(jo.get_by_text("Your message was sent.")).to_be_visible()
    made = welcome.support_of(ida)
    assert made["state"] == "offered"
    told = [(step["kind"], step["said"].get("meets") or step["said"].get("words")) for step in made["steps"]]
    assert told[1:] == [("seen", None), ("offer", "Jo, at the front door"), ("say", "The bus stops outside.")]


def test_not_suitable_is_said_kindly_and_never_without_words(clinic: Clinic, devices: Devices):
    welcome = Welcome(clinic)
    max_, _ = welcome.sent("Max Ferry")
    jo = welcome.at_the_door(devices.desktop(base_url=clinic.url))
    open_one(jo, "Max Ferry")
    jo.get_by_role("button", name="It does not suit").click()
    jo.get_by_role("button", name="Send").first.click()
    expect(jo.get_by_role("alert").filter(has_text="Write a few words first.")).to_be_visible()
    jo.get_by_role("button", name="Our group may be too lively").click()
    jo.get_by_role("button", name="Send").first.click()
    expect(jo.get_by_text("You said it does not suit").first).to_be_visible()
    assert "too lively" in welcome.support_of(max_)["steps"][-1]["said"]["words"]


def test_an_answer_whose_reply_was_lost_is_one(clinic: Clinic, devices: Devices):
    welcome = Welcome(clinic)
    una, _ = welcome.sent("Una Lost")
    jo = welcome.at_the_door(devices.phone(base_url=clinic.url))
    open_one(jo, "Una Lost")
    arrived = []

    def lose(route):
        arrived.append(route.fetch())
        route.abort()

    jo.route("**/api/prescriptions/*/steps/*", lose, times=1)
    jo.get_by_role("button", name="We have seen it").click()
    expect(jo.get_by_role("alert")).to_be_visible()
    jo.get_by_role("button", name="We have seen it").click()
    expect(jo.get_by_text("They can see that you have seen it.")).to_be_visible()
    assert len(arrived) == 1
    assert [step["kind"] for step in welcome.support_of(una)["steps"]] == ["send", "seen"]


def test_who_withdraws_is_gone_from_the_inbox(clinic: Clinic, devices: Devices):
    welcome = Welcome(clinic)
    tom, _ = welcome.sent("Tom Away")
    jo = welcome.at_the_door(devices.phone(base_url=clinic.url))
    open_one(jo, "Tom Away")
    with clinic.signed_in_with(tom.code) as phone:
        for share in phone.get("/api/shares").json()["given"]:
            phone.request("DELETE", f"/api/shares/{share['id']}", json={}).raise_for_status()
    jo.get_by_role("button", name="We have seen it").click()
    expect(jo.get_by_role("alert")).to_be_visible()
    jo.reload()
    expect(jo.get_by_text("This person is not in your list any more.")).to_be_visible()
    expect(jo.get_by_text("Tom Away")).to_have_count(0)


def test_a_worker_makes_a_link_and_ends_it(clinic: Clinic, devices: Devices, axe: Callable[[Page], None]):
    welcome = Welcome(clinic)
    eve, made = welcome.sent("Eve Green")
    sam = devices.phone(base_url=clinic.url)
    sam.goto(clinic.link_of("Sam"))
    sam.get_by_role("button", name="Open the demonstration").click()
    sam.wait_for_url("**/people")
    sam.goto(f"/person/{eve.person}/support/suggested/{made}")
    unfold(sam, "Let the group answer by a link")
    sam.get_by_role("button", name="Make a link").click()
    expect(sam.locator(".code-box")).to_be_visible()
    axe(sam)
    address = sam.locator(".code-address").inner_text().partition("/answer")[2]
    sam.get_by_role("button", name="End this link").click()
    expect(sam.get_by_text("The last link was ended.")).to_be_visible()
    group = devices.phone(base_url=clinic.url)
    group.goto(f"/answer{address}")
    expect(group.get_by_role("alert").filter(has_text="This link is over.")).to_be_visible()
    expect(group.get_by_text("Eve Green")).to_have_count(0)


def test_a_group_without_an_account_answers_by_a_link_once(
    clinic: Clinic, devices: Devices, axe: Callable[[Page], None]
):
    welcome = Welcome(clinic)
    eve, made = welcome.sent("Eve Link")
    link = clinic.sam.put(f"/api/prescriptions/{made}/link/{uuid7()}", json={}).json()["link"]
    path = link.partition("/answer")[2]
    group = devices.phone(base_url=clinic.url)
    group.goto(f"/answer{path}")
    sees(group, "Can this person come?")
    for words in ("Eve Link", *PASSED_ON.values()):
        expect(group.get_by_text(words).first).to_be_visible()
    axe(group)
    group.get_by_role("button", name="Send").click()
    expect(group.get_by_text("Choose your answer first.")).to_be_visible()
    group.get_by_role("radio", name="There is a waiting list").check()
    group.get_by_label("Anything else?").fill("About 3 weeks.")
    group.get_by_label("Your name").fill("Priti")
    axe(group)
    group.get_by_role("button", name="Send").click()
    expect(group.get_by_role("heading", name="Thank you")).to_be_visible()
    step = welcome.support_of(eve)["steps"][-1]
    assert (step["kind"], step["side"], step["said"]) == ("wait", "group", {"words": "About 3 weeks.", "name": "Priti"})
    # whoever opens it again learns nothing of her
    other = devices.phone(base_url=clinic.url)
    other.goto("/answer")
    other.get_by_label("Code").fill(path.removeprefix("#").lower())
    other.get_by_role("button", name="Look").click()
    expect(other.get_by_role("heading", name="This was answered already")).to_be_visible()
    expect(other.get_by_text("Eve Link")).to_have_count(0)
