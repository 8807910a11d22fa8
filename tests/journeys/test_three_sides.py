"""A practice, a worker, a group and the person herself: each on a device of their own, from a referral to its end."""

import re
from uuid import uuid4

from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.checking import eventually
from journeys.steps.moving import aeroplane_mode, go_to, sees, unfold
from journeys.steps.suggesting import stands
from journeys.steps.welcoming import PASSED_ON, Welcome
from journeys.steps.working import at_work
from support.devices import Devices

NELL = {
    "given_name": "Nell",
    "family_name": "Farrow",
    "born_on": "1949-03-02",
    "phone": "07700 900456",
    "prefers": "phone",
    "reason": "Knee pain, lives alone",
    "agreed": "asked",
}
TABLET = {"width": 820, "height": 1180}


def referred(clinic: Clinic) -> str:
    """A practice refers Nell with its code; gives who she is here."""
    with clinic.signed_in_as("Priya") as office:
        made = office.post("/api/referrers", json={"source": "practice", "name": "Beck Surgery"}).json()
    with clinic.server.client() as practice:
        sent = practice.post("/api/refer", json={"code": made["code"], "id": str(uuid4()), "who": NELL})
        assert sent.status_code == 200, sent.text
        assert "Nell" not in sent.text
    arrived = clinic.sam.get("/api/referrals/new").json()["arrivals"]
    return next(one["person"] for one in arrived if one["called"] == "Nell")


def support(page: Page, name: str) -> None:
    """From the list of people to somebody's support."""
    page.goto("/people")
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1, name="People and codes")).to_have_count(0)
    page.get_by_role("link", name=re.compile("upport")).first.click()
    sees(page, f"Support for {name}")


def open_suggestion(page: Page, name: str) -> None:
    """Their suggestion, on the worker's page."""
    page.get_by_role("link", name=re.compile(name)).first.click()
    sees(page, name)


def test_from_a_practice_to_the_end_of_support(own_clinic: Clinic, devices: Devices) -> None:
    welcome = Welcome(own_clinic)
    person = referred(own_clinic)
    sam = at_work(devices.desktop(base_url=own_clinic.url, viewport=TABLET), own_clinic, "Sam", "People and codes")
    # the worker sees that nobody has taken her on, takes it, and writes down a conversation
    expect(sam.get_by_role("row", name=re.compile("Nell"))).to_contain_text(
        "Was referred today. Nobody has taken it on"
    )
    support(sam, "Nell")
    sam.get_by_role("link", name="The whole referral").click()
    sam.get_by_role("button", name="Take this on").click()
    expect(sam.get_by_text("You have this in hand.")).to_be_visible()
    support(sam, "Nell")
    sam.get_by_role("link", name="Record a contact").click()
    sam.get_by_role("radio", name="Phone").check()
    sam.get_by_text("Nell says yes to support").click()
    sam.get_by_role("button", name="Save this contact").click()
    sees(sam, "Support for Nell")
    # she joins with a code, and something is suggested to her: she sees who and why, and says yes
    nell = joining.signed_in(devices.phone(base_url=own_clinic.url), own_clinic.person_code(person=person))
    suggestion = str(uuid4())
    said = {"person": person, "kind": "activity", "thing": welcome.listing, "name": welcome.session}
    said |= {"organisation": welcome.organisation, "why": "You miss the choir.", "start": welcome.start.isoformat()}
    assert own_clinic.sam.put(f"/api/prescriptions/{suggestion}", json=said).status_code == 200
    nell.evaluate("() => window.dispatchEvent(new Event('online'))")
    card = nell.locator(".suggested-card", has_text=welcome.session)
    expect(card).to_contain_text("You miss the choir.")
    card.click()
    nell.get_by_role("button", name="Yes, I would", exact=True).click()
    expect(nell.locator("main .notice").first).to_contain_text("You said yes.")
    go_to(nell, "Today")  # what can be taken back is sent when she moves on
    expect(nell.locator(".suggested-card", has_text=welcome.session)).to_be_visible()
    eventually(nell, lambda: stands(own_clinic, person)[welcome.session] == ("agreed", ["yes"]))
    # the worker tells the group, which reads what it needs and offers a place
    support(sam, "Nell")
    open_suggestion(sam, welcome.session)
    expect(sam.locator("main")).to_contain_text("said yes")
    unfold(sam, "Tell the group")
    expect(sam.get_by_label("Nell agreed that I tell them this")).not_to_be_checked()  # a yes to going is not that
    sam.get_by_text("Nell agreed that I tell them this").click()
    sam.get_by_role("button", name="Tell the group").click()
    expect(sam.get_by_text("The group was told.", exact=False).first).to_be_visible()
    jo = welcome.at_the_door(devices.phone(base_url=own_clinic.url))
    jo.get_by_role("link", name="People sent to you").click()
    jo.locator(".rows .row").filter(has_text="Nell").click()
    expect(jo.get_by_role("button", name="Offer a place")).to_be_visible()
    for secret in ("Knee pain", "lives alone", "You miss the choir.", "Farrow", "1949"):
        expect(jo.get_by_text(secret)).to_have_count(0)
    jo.get_by_role("button", name="Offer a place").click()
    jo.get_by_label("Who meets them, and where?").fill("Jo, at the front door")
    jo.get_by_role("button", name="Send").first.click()
    expect(jo.get_by_text("The place is offered.").first).to_be_visible()
    # the visit is booked; she has it on her phone, and is ticked at the door
    welcome.step(own_clinic.sam, suggestion, "book", start=welcome.start.isoformat(), meets="Jo, at the front door")
    nell.evaluate("() => window.dispatchEvent(new Event('online'))")
    expect(nell.locator(".suggested-card", has_text=welcome.session)).to_contain_text("Your visit")
    jo.goto("/organisation")
    jo.get_by_role("link", name="Register").click()
    jo.locator(".rows .row").filter(has_text=welcome.session).click()
    jo.locator(".tick").filter(has_text="Nell").click()
    expect(jo.get_by_text("1 mark waits to be sent.")).to_be_visible()
    expect(jo.get_by_text("All marks have been sent.")).to_be_visible()
    # then the worker sees that she went, and support ends with a message to her practice
    support(sam, "Nell")
    open_suggestion(sam, welcome.session)
    expect(sam.locator("main")).to_contain_text(re.compile("[Ww]ent|[Bb]een"))
    support(sam, "Nell")
    sam.get_by_role("link", name="The whole referral").click()
    unfold(sam, "End the support")
    sam.get_by_role("radio", name="They reached what they wanted").check()
    sam.get_by_role("button", name="End the support").click()
    sees(sam, "Support for Nell")
    [episode] = own_clinic.sam.get(f"/api/people/{person}/support").json()["referrals"]
    assert (episode["state"], episode["outcome"], episode["next_on"]) == ("closed", "goals-met", None)
    letters = own_clinic.sam.get(f"/api/referrals/{episode['id']}/closing")
    assert letters.status_code == 200
    assert "Beck Surgery" in letters.text
    assert welcome.session in letters.text


def test_consent_that_ends_in_the_middle_ends_everywhere(own_clinic: Clinic, devices: Devices) -> None:
    welcome = Welcome(own_clinic)
    rose, suggestion = welcome.sent("Rose")
    sam = at_work(devices.desktop(base_url=own_clinic.url, viewport=TABLET), own_clinic, "Sam", "People and codes")
    jo = welcome.at_the_door(devices.phone(base_url=own_clinic.url))
    link = own_clinic.sam.put(f"/api/prescriptions/{suggestion}/link/{uuid4()}", json={}).json()["link"]
    # given a worker who opened her record and is now without a signal
    support(sam, "Rose")
    joining.ready_for_no_signal(sam, "/support")
    aeroplane_mode(sam)
    sam.goto(f"/person/{rose.person}/support")
    sees(sam, "Support for Rose")
    # when she ends what she shares, on her own phone
    with own_clinic.signed_in_with(rose.code) as phone:
        for share in phone.get("/api/shares").json()["given"]:
            phone.request("DELETE", f"/api/shares/{share['id']}", json={}).raise_for_status()
    # then the service, the group and the link have nothing more to say about her at once
    assert own_clinic.sam.get(f"/api/people/{rose.person}/support").status_code == 404
    jo.goto("/organisation")
    jo.get_by_role("link", name="People sent to you").click()
    sees(jo, "People sent to you")
    expect(jo.get_by_role("link", name=re.compile("^Margaret"))).to_be_visible()
    expect(jo.get_by_text("Rose")).to_have_count(0)
    outsider = devices.phone(base_url=own_clinic.url)
    outsider.goto(f"/answer{link.partition('/answer')[2]}")
    expect(outsider.locator("main .notice")).to_be_visible()
    expect(outsider.locator("main")).not_to_contain_text(PASSED_ON["words"])
    # and the worker's device drops its copy when it next has a signal, also for later
    aeroplane_mode(sam, on=False)
    sam.goto("/people")
    expect(sam.get_by_role("row", name=re.compile("Rose"))).to_be_visible()
    expect(sam.get_by_role("row", name=re.compile("Rose"))).not_to_contain_text("supported")
    sam.goto(f"/person/{rose.person}/support")
    sees(sam, "Begin support")
    aeroplane_mode(sam)
    sam.reload()
    expect(sam.get_by_text("You are not connected.")).to_be_visible()
    expect(sam.locator("main")).not_to_contain_text(welcome.session)
