"""Jo ticks off who comes, in a hall without signal: nothing is lost by a reload or a lost reply."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from journeys.clinic import Clinic
from journeys.steps.checking import eventually
from journeys.steps.moving import aeroplane_mode, sees, until
from journeys.steps.welcoming import Welcome
from support.devices import Devices


def open_register(page: Page, welcome: Welcome) -> None:
    page.goto("/organisation")
    page.get_by_role("link", name="Register").click()
    sees(page, "Register")
    page.locator(".rows .row").filter(has_text=welcome.session).click()
    sees(page, welcome.session)


def name(page: Page, words: str):
    return page.locator(".tick").filter(has_text=words)


def states(welcome: Welcome, *people) -> list[str]:
    return [welcome.support_of(who)["state"] for who in people]


def marks(welcome: Welcome, who) -> list[str]:
    kinds = [step["kind"] for step in welcome.support_of(who)["steps"]]
    return [kind for kind in kinds if kind in ("been", "missed", "undo")]


def test_names_are_ticked_without_signal_and_sent_when_there_is_some(
    own_clinic: Clinic, devices: Devices, axe: Callable[[Page], None]
):
    welcome = Welcome(own_clinic)
    ida, max_, una = (welcome.sent(called, booked=True)[0] for called in ("Ida Brook", "Max Ferry", "Una Lee"))
    jo = welcome.at_the_door(devices.phone(base_url=own_clinic.url))
    # given a session that was opened with signal; names are short
    open_register(jo, welcome)
    expect(jo.locator(".tick")).to_have_count(3)
    expect(jo.get_by_text("Ida Brook")).to_have_count(0)
    expect(name(jo, "Ida B.")).to_contain_text("Not ticked")
    axe(jo)
    # when there is no signal any more
    aeroplane_mode(jo, True)
    name(jo, "Ida B.").click()
    expect(name(jo, "Ida B.")).to_contain_text("Came")
    name(jo, "Max F.").click()
    name(jo, "Max F.").click()
    expect(name(jo, "Max F.")).to_contain_text("Did not come")
    name(jo, "Una L.").click()
    jo.get_by_role("button", name="Undo the last tap").click()
    expect(name(jo, "Una L.")).to_contain_text("Not ticked")
    expect(jo.get_by_text("2 marks wait to be sent.")).to_be_visible()
    # then a reload loses nothing
    jo.reload()
    expect(name(jo, "Ida B.")).to_contain_text("Came")
    expect(name(jo, "Max F.")).to_contain_text("Did not come")
    expect(jo.get_by_text("2 marks wait to be sent.")).to_be_visible()
    axe(jo)
    # and with signal all of it is sent, each once
    aeroplane_mode(jo, False)
    expect(jo.get_by_text("All marks have been sent.")).to_be_visible()
    assert states(welcome, ida, max_, una) == ["going", "missed", "booked"]
    assert [marks(welcome, who) for who in (ida, max_, una)] == [["been"], ["missed"], []]


def test_a_lost_reply_makes_one_visit_and_a_sent_mark_can_be_taken_back(own_clinic: Clinic, devices: Devices):
    welcome = Welcome(own_clinic)
    ida, _ = welcome.sent("Ida Brook", booked=True)
    jo = welcome.at_the_door(devices.phone(base_url=own_clinic.url))
    open_register(jo, welcome)
    lost = []

    def lose(route):
        lost.append(route.fetch())
        route.abort()

    jo.route("**/api/prescriptions/*/steps/*", lose, times=1)
    with jo.expect_event("requestfailed", lambda request: "/steps/" in request.url):
        name(jo, "Ida B.").click()
    expect(jo.get_by_text("1 mark waits to be sent.")).to_be_visible()
    assert len(lost) == 1
    # reloaded, it is sent again, and is the same one
    jo.reload()
    expect(jo.get_by_text("All marks have been sent.")).to_be_visible()
    assert marks(welcome, ida) == ["been"]
    assert welcome.support_of(ida)["visits"] == 1
    # a slip: taken back after it was sent, it is as it was
    expect(name(jo, "Ida B.")).to_contain_text("Came")
    for _ in range(2):
        name(jo, "Ida B.").click()
    expect(name(jo, "Ida B.")).to_contain_text("Not ticked")
    expect(jo.get_by_text("1 mark waits to be sent.")).to_be_visible()
    expect(jo.get_by_text("All marks have been sent.")).to_be_visible()
    assert marks(welcome, ida) == ["been", "undo"]
    assert (welcome.support_of(ida)["state"], welcome.support_of(ida)["visits"]) == ("booked", 0)


def test_a_mark_that_was_lost_as_the_signal_came_back_is_sent_again(own_clinic: Clinic, devices: Devices):
    welcome = Welcome(own_clinic)
    ida, _ = welcome.sent("Ida Brook", booked=True)
    jo = welcome.at_the_door(devices.phone(base_url=own_clinic.url))
    open_register(jo, welcome)
    # given a request without an answer, as where there is hardly any signal
    late: list[Route] = []
    jo.route("**/api/prescriptions/*/steps/*", lambda route: late.append(route), times=1)
    with jo.expect_request("**/api/prescriptions/*/steps/*"):
        name(jo, "Ida B.").click()
    eventually(jo, lambda: bool(late))
    expect(jo.get_by_text("1 mark waits to be sent.")).to_be_visible()
    # when the signal is back before that is given up
    jo.evaluate("() => dispatchEvent(new Event('online'))")
    late[0].abort()
    # then nobody has to tap again
    expect(jo.get_by_text("All marks have been sent.")).to_be_visible()
    assert marks(welcome, ida) == ["been"]


def test_who_withdrew_meanwhile_is_gone_from_the_device_at_next_contact(own_clinic: Clinic, devices: Devices):
    welcome = Welcome(own_clinic)
    ida, _ = welcome.sent("Ida Brook", booked=True)
    max_, _ = welcome.sent("Max Ferry", booked=True)
    jo = welcome.at_the_door(devices.phone(base_url=own_clinic.url))
    open_register(jo, welcome)
    aeroplane_mode(jo, True)
    for who in ("Ida B.", "Max F."):
        name(jo, who).click()
    expect(jo.get_by_text("2 marks wait to be sent.")).to_be_visible()
    with own_clinic.signed_in_with(ida.code) as phone:
        for share in phone.get("/api/shares").json()["given"]:
            phone.request("DELETE", f"/api/shares/{share['id']}", json={}).raise_for_status()
    aeroplane_mode(jo, False)
    expect(jo.get_by_text("All marks have been sent.")).to_be_visible()
    expect(jo.locator(".tick")).to_have_count(1)
    expect(name(jo, "Max F.")).to_contain_text("Came")
    assert states(welcome, max_) == ["going"]


def test_signing_out_leaves_no_name_on_the_device(own_clinic: Clinic, devices: Devices):
    welcome = Welcome(own_clinic)
    welcome.sent("Ida Brook", booked=True)
    jo = welcome.at_the_door(devices.phone(base_url=own_clinic.url))
    open_register(jo, welcome)
    expect(jo.locator(".tick")).to_have_count(1)
    until(jo, IS_KEPT)
    # what is kept is sealed
    assert "Ida" not in jo.evaluate(READ)
    jo.goto("/more/sign-out")
    jo.get_by_role("button", name="Sign out").first.click()
    sees(jo, "Start using Jointly")
    assert "register" not in kept_in(jo)


IS_KEPT = """async () => {
  const open = indexedDB.open("jointly");
  await new Promise((done) => (open.onsuccess = done));
  const get = open.result.transaction("meta").objectStore("meta").getKey("register");
  await new Promise((done) => (get.onsuccess = done));
  open.result.close();
  return get.result !== undefined;
}"""
READ = """async () => {
  const open = indexedDB.open("jointly");
  await new Promise((done) => (open.onsuccess = done));
  const get = open.result.transaction("meta").objectStore("meta").get("register");
  await new Promise((done) => (get.onsuccess = done));
  open.result.close();
  return new TextDecoder().decode(get.result);
}"""


def kept_in(page: Page) -> list[str]:
    """The names of what the device keeps."""
    return page.evaluate(
        """async () => {
          const open = indexedDB.open("jointly");
          await new Promise((done) => (open.onsuccess = done));
          const keys = open.result.transaction("meta").objectStore("meta").getAllKeys();
          await new Promise((done) => (keys.onsuccess = done));
          open.result.close();
          return keys.result;
        }"""
    )
