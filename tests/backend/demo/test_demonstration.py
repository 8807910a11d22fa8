"""The demonstration: its links work again and again, its people are who they say, and a real service has none of it."""

import shutil
from pathlib import Path

import httpx

from support.server import Server


def code_in(link: str) -> str:
    """The code at the end of a sign-in link."""
    return link.partition("#")[2]


def look(server: Server, link: str) -> httpx.Response:
    """What a link opens, without opening it."""
    with server.client() as client:
        return client.post("/api/join/look", json={"code": code_in(link)})


def join(server: Server, link: str, device: str) -> dict:
    """Who signs in by a link on a device."""
    with server.client() as client:
        answer = client.post("/api/join", json={"code": code_in(link), "device": device})
        assert answer.status_code == 200, answer.text
        return answer.json()


DEVICES = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(4)]


def test_each_link_opens_its_person_on_phone_after_phone_and_after_a_restart(demo_server: Server):
    links = demo_server.links()
    assert list(links) == ["Margaret", "Dev", "Sam", "Joan", "Priya", "Jo"]
    people = {}
    for name, link in links.items():
        assert link.startswith(f"{demo_server.url}/join#")
        assert look(demo_server, link).json()["called"] == name
        first, second = (join(demo_server, link, device) for device in DEVICES[:2])
        assert first["person"] == second["person"]
        people[name] = first["person"]
    demo_server.afresh = True
    demo_server.restart()
    for name, link in links.items():
        assert join(demo_server, link, DEVICES[2])["person"] == people[name], "older links go on working"
    for name, link in demo_server.links().items():
        assert join(demo_server, link, DEVICES[3])["person"] == people[name], "and new ones open the same people"


def test_margaret_has_eight_weeks_and_sam_sees_who_joined(demo_server: Server):
    links = demo_server.links()
    with demo_server.client() as client:
        me = client.post("/api/join", json={"code": code_in(links["Margaret"]), "device": DEVICES[0]}).json()
        subject = {"subject": me["person"], "grant": 0, "number": 0, "entries": []}
        request = {"device_now": "2026-11-21T08:00:00Z", "epoch": None, "subjects": [subject]}
        rows = client.post("/api/sync", json=request).json()["subjects"][0]["rows"]
    assert {row["kind"] for row in rows} == {
        *("plan", "level", "pain", "exercise", "settled", "bad-day"),
        *("pathway", "check-in", "goal", "prescription", "reminding", "own-date"),
    }
    days = {row["at"][:10] for row in rows}
    assert len(days) > 40
    with demo_server.client() as client:
        client.post("/api/join", json={"code": code_in(links["Sam"]), "device": DEVICES[1]})
        listed = client.get("/api/people").json()["people"]
    assert {one["called"] for one in listed} == {"Margaret", "Dev", "Rosa"}
    assert all(one["joined_at"] for one in listed if one["called"] != "Rosa"), "she was referred, and has not joined"


def test_they_have_reminders_to_come_which_reach_nobody_outside(demo_server: Server):
    links = demo_server.links()
    margaret = reminded(demo_server, links["Margaret"], DEVICES[0])
    kinds = [item["kind"] for telling in margaret["rehearsal"]["tellings"] for item in telling["items"]]
    assert {kinds.count("week"), kinds.count("date")} == {2}, (
        "two Sundays; the evening before her blood test and the day"
    )
    assert 5 <= kinds.count("exercise") <= 7, "three times a week"
    times = {telling["local"][11:] for telling in margaret["rehearsal"]["tellings"]}
    assert all("08:00" <= time < "21:00" for time in times), "nothing at night"
    dev = reminded(demo_server, links["Dev"], DEVICES[1])
    assert (dev["rehearsal"]["zone"], dev["rehearsal"]["tellings"]) == ("Europe/London", [])
    for person in (margaret, dev):
        assert (person["how"]["channels"], person["how"]["devices"]) == ([], [])
        assert {told["channel"] for told in person["told"]["told"]} <= {"list"}
    with demo_server.client() as client:
        client.post("/api/join", json={"code": code_in(links["Sam"]), "device": DEVICES[2]})
        rounds = client.get("/api/reminders/rounds").json()
        assert (rounds["kinds"], rounds["time"]) == (["unanswered", "due"], "08:30")
        client.put("/api/reminders/rounds", json=rounds | {"kinds": []}).raise_for_status()
        demo_server.restart()
        assert client.get("/api/reminders/rounds").json()["kinds"] == [], "what somebody chose is kept"


def reminded(server: Server, link: str, device: str) -> dict:
    """What somebody sees of their reminders: what is to come, what was told, and how they are reached."""
    with server.client() as client:
        client.post("/api/join", json={"code": code_in(link), "device": device})
        asked = {"rehearsal": "/rehearsal", "told": "/told", "how": ""}
        return {name: client.get(f"/api/reminders{path}").json() for name, path in asked.items()}


def test_demonstration_links_do_nothing_in_a_real_service(demo_data: Path, make_server):
    """Even one whose files were copied from a demonstration and unmarked."""
    demonstration: Server = make_server(verb="demo")
    shutil.copytree(demo_data, demonstration.data, dirs_exist_ok=True)
    demonstration.start()
    links = demonstration.links()
    demonstration.stop()
    (demonstration.data / "demonstration").unlink()
    demonstration.verb = "serve"
    demonstration.start()
    for link in links.values():
        assert look(demonstration, link).json()["code"] == "code-unknown"
