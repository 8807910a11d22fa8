"""An organisation publishes once: approved, found, changed, one date cancelled or moved, confirmed, reported."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.publishing import units
from jointly.people import organisations
from support.phone import Phone, at_work, joined
from support.service import Service

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)
"""A Monday, two weeks before the clocks go back."""
LEEDS = {"lat": 53.8, "lon": -1.55, "km": 30}
GROUP: dict[str, Any] = {
    "name": "Sore hands, warm drinks",
    "kind": "peer-support",
    "summary": "Talk with others who have arthritis.\nNo need to book.",
    "attendance": "in-person",
    "where": {
        "name": "Town hall",
        "street": "1 Main Street",
        "town": "Leeds",
        "postcode": "LS1 1UR",
        "access": "A lift",
    },
    "join_url": None,
    "runs": [
        {
            "first": "2026-10-13",
            "start": "10:30",
            "end": "12:00",
            "every": "week",
            "interval": 2,
            "days": ["tue"],
            "weeks": [],
            "last": None,
            "not_on": [],
        }
    ],
    "costs": [{"pence": 0, "words": None}],
    "stated": {"step-free": True, "hearing-loop": False, "seated": True},
    "conditions": ["hands", "osteoarthritis"],
    "groups": ["talking"],
    "activity": None,
    "referral": "self",
    "eligibility": None,
    "to_bring": None,
    "capacity": 12,
    "min_age": None,
    "max_age": None,
    "gender": "any",
    "languages": ["English"],
    "contact": "Jo",
    "phone": "0113 496 0000",
    "email": "hello@hands.example",
    "url": "https://hands.example/group",
    "booking_url": None,
    "published": True,
}


@pytest.fixture(autouse=True)
def autumn(monkeypatch: pytest.MonkeyPatch):
    """It is October, so that the clocks change among the dates."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@asynccontextmanager
async def publishing(service: Service, name: str = "Hands of Leeds", *, approved: bool = True) -> AsyncIterator[Phone]:
    """A publisher of a new organisation."""
    made = await organisations.make(service.house, session=None, name=name)
    async with at_work(service, "publisher", organisation=made.id) as phone:
        phone.organisation = made.id
        if approved:
            async with at_work(service, "lead") as lead:
                assert (await lead.client.put(f"/api/publishing/approved/{made.id}", json={})).status_code == 204
        yield phone


async def publish(phone: Phone, id=None, **changes: Any) -> dict:
    answer = await phone.client.put(f"/api/publishing/listings/{id or uuid4()}", json=GROUP | changes)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def to_look_at(phone: Phone) -> dict[str, int]:
    return (await phone.client.get("/api/publishing/to-look-at")).json()


async def found(service: Service, **look) -> list[dict]:
    async with service.client() as nobody:
        answer = await nobody.post("/api/listings/find", json={"around": LEEDS} | look)
    return [line["card"] for line in answer.json()["lines"]]


def starts(card: dict) -> list[str]:
    """When it is, as the clock on the wall says."""
    return [f"{datetime.fromisoformat(when['start']).astimezone(LONDON):%d %b %H:%M}" for when in card["dates"]]


async def test_what_is_published_is_found_with_all_that_was_said_through_the_clock_change(service: Service):
    async with publishing(service) as hands:
        mine = await publish(hands)
        assert (mine["state"], mine["freshness"], mine["asked"], mine["said"]) == ("shown", "fresh", False, GROUP)
        [card] = await found(service, days=[1], all_of=["free", "step-free", "seated", "hands"], words="arthritis")
        assert starts(card)[:3] == ["13 Oct 10:30", "27 Oct 10:30", "10 Nov 10:30"]
        assert (card["by"], card["place"]["postcode"], card["place"]["located"]) == (
            "Hands of Leeds",
            "LS1 1UR",
            "outcode",
        )
        assert await found(service, all_of=["hearing-loop"]) == []
        board = (await hands.client.get("/api/publishing/board")).json()
        assert [one["said"]["name"] for one in board["listings"]] == [GROUP["name"]]


async def test_a_new_organisation_waits_for_the_services_yes(service: Service):
    async with publishing(service, approved=False) as hands, at_work(service, "lead") as lead:
        assert (await publish(hands))["state"] == "waiting"
        assert await found(service) == []
        assert await to_look_at(lead) == {"organisations": 1, "reports": 0}
        assert await to_look_at(hands) == {"organisations": 0, "reports": 0}, "who publishes approves nobody"
        [waits] = (await lead.client.get("/api/publishing/waiting")).json()
        assert (waits["name"], [one["name"] for one in waits["listings"]]) == ("Hands of Leeds", [GROUP["name"]])
        for role in ("advisor", "link-worker", "publisher"):
            async with at_work(service, role) as other:
                refused = await other.client.put(f"/api/publishing/approved/{hands.organisation}", json={})
                assert refused.status_code == 403
        assert (await lead.client.put(f"/api/publishing/approved/{hands.organisation}", json={})).status_code == 204
        assert [card["name"] for card in await found(service)] == [GROUP["name"]]
        assert (await lead.client.get("/api/publishing/waiting")).json() == []
        assert (await to_look_at(lead))["organisations"] == 0
        assert (await publish(hands, name="Another"))["state"] == "shown", "the second is found at once"


async def test_one_date_is_cancelled_another_moved_and_both_can_be_taken_back(service: Service):
    async with publishing(service) as hands:
        id = (await publish(hands))["id"]

        async def change(start: str, **said) -> int:
            body = {"start": start, "to_start": None, "to_end": None, "words": None} | said
            return (await hands.client.put(f"/api/publishing/listings/{id}/date", json=body)).status_code

        assert await change("2026-10-27T10:30:00+00:00", change="cancelled", words="The hall is shut") == 200
        moved = {"to_start": "2026-11-11T14:00:00+00:00", "to_end": "2026-11-11T15:30:00+00:00"}
        assert await change("2026-11-10T10:30:00Z", change="moved", **moved) == 200
        assert await change("2026-10-20T10:30:00+01:00", change="cancelled") == 404, "it does not run in that week"
        [card] = await found(service)
        assert starts(card)[:4] == ["13 Oct 10:30", "27 Oct 10:30", "11 Nov 14:00", "24 Nov 10:30"]
        assert [when.get("status") for when in card["dates"][:3]] == [None, "cancelled", "moved"]
        assert [card["name"] for card in await found(service, days=[2])] == [GROUP["name"]], "it is on a Wednesday once"
        await publish(hands, id, name="New name")
        [card] = await found(service)
        assert [when.get("status") for when in card["dates"][:3]] == [None, "cancelled", "moved"], "a change keeps them"
        assert await change("2026-10-27T10:30:00+00:00", change=None) == 200
        assert await change("2026-11-10T10:30:00Z", change=None) == 200
        [card] = await found(service)
        assert starts(card)[:3] == ["13 Oct 10:30", "27 Oct 10:30", "10 Nov 10:30"]
        assert not any("status" in when for when in card["dates"])


async def test_what_nobody_confirms_is_asked_about_fades_and_comes_back_with_one_tap(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    async with publishing(service) as hands:
        id = (await publish(hands))["id"]

        async def after(days: int) -> tuple[bool, str]:
            monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))
            async with at_work(service, "publisher", organisation=hands.organisation) as later:
                [one] = (await later.client.get("/api/publishing/board")).json()["listings"]
            return one["asked"], one["freshness"]

        assert [await after(days) for days in (13, 14, 41, 42, 84)] == [
            (False, "fresh"),
            (True, "fresh"),
            (True, "fresh"),
            (True, "fading"),
            (True, "hidden"),
        ]
        async with at_work(service, "publisher", organisation=hands.organisation) as later:
            mine = (await later.client.put(f"/api/publishing/listings/{id}/correct", json={})).json()
        assert (mine["asked"], mine["freshness"], mine["state"]) == (False, "fresh", "shown")


async def test_still_correct_pressed_by_mistake_is_taken_back_and_never_makes_it_fresher(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    async with publishing(service) as hands:
        mine = await publish(hands)
        monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=20))
        async with at_work(service, "publisher", organisation=hands.organisation) as later:
            path = f"/api/publishing/listings/{mine['id']}/correct"
            assert (await later.client.put(path, json={})).json()["asked"] is False
            before = {"checked_at": mine["checked_at"]}
            back = (await later.client.put(f"{path}/taken-back", json=before)).json()
            assert (back["asked"], back["checked_at"]) == (True, mine["checked_at"])
            fresher = {"checked_at": (NOW + timedelta(days=90)).isoformat()}
            assert (await later.client.put(f"{path}/taken-back", json=fresher)).json() == back


async def test_its_publisher_sees_the_dates_that_can_be_changed_before_anybody_else_does(service: Service):
    async with publishing(service, approved=False) as hands, publishing(service, "Others") as others:
        path = f"/api/publishing/listings/{(await publish(hands))['id']}"
        body = {"start": "2026-10-27T10:30:00Z", "change": "cancelled", "words": "The hall is shut"}
        assert (await hands.client.put(f"{path}/date", json=body)).status_code == 200
        dates = (await hands.client.get(f"{path}/dates")).json()
        assert starts({"dates": dates})[:3] == ["13 Oct 10:30", "27 Oct 10:30", "10 Nov 10:30"]
        assert [(each.get("status"), each.get("words")) for each in dates[:3]] == [
            (None, None),
            ("cancelled", "The hall is shut"),
            (None, None),
        ]
        assert (await others.client.get(f"{path}/dates")).status_code == 404


async def test_nobody_touches_what_another_organisation_publishes_or_learns_of_its_drafts(service: Service):
    async with publishing(service) as hands, publishing(service, "Others") as others, joined(service) as rose:
        id = (await publish(hands, published=False))["id"]
        assert await found(service) == []
        for phone, status in ((others, 404), (rose, 403)):
            for path, body in (
                (f"listings/{id}", GROUP),
                (f"listings/{id}/correct", {}),
                (f"listings/{id}/date", {"start": "2026-10-13T10:30:00+01:00", "change": "cancelled"}),
            ):
                assert (await phone.client.put(f"/api/publishing/{path}", json=body)).status_code == status
        assert (await others.client.get("/api/publishing/board")).json()["listings"] == []
        async with service.client() as nobody:
            assert (await nobody.get(f"/api/listings/{id}")).status_code == 404


async def test_it_was_not_on_reaches_its_publisher_and_the_service_once_and_nobody_else(service: Service):
    async with publishing(service) as hands, publishing(service, "Others") as others, at_work(service) as sam:
        id = (await publish(hands))["id"]
        said = {"listing": id, "what": "was-not-on", "on": "2026-10-13", "words": "The door was shut"}
        report = uuid4()
        async with service.client() as nobody:
            for _ in range(2):
                assert (await nobody.put(f"/api/publishing/reports/{report}", json=said)).status_code == 204
            unknown = said | {"listing": str(uuid4())}
            assert (await nobody.put(f"/api/publishing/reports/{uuid4()}", json=unknown)).status_code == 404
        staffs = said | {"words": None}
        assert (await sam.client.put(f"/api/publishing/reports/{uuid4()}/from-staff", json=staffs)).status_code == 204
        told = (await hands.client.get("/api/publishing/reports")).json()
        assert sorted((one["words"], one["by_staff"]) for one in told if one["words"]) == [("The door was shut", False)]
        assert len(told) == len((await sam.client.get("/api/publishing/reports")).json()) == 2
        assert (await others.client.get("/api/publishing/reports")).json() == []
        [mine] = (await hands.client.get("/api/publishing/board")).json()["listings"]
        assert mine["reports"] == 2
        assert {one["by"] for one in told} == {"Hands of Leeds"}
        assert [(await to_look_at(one))["reports"] for one in (hands, sam, others)] == [2, 2, 0]
        path = f"/api/publishing/reports/{report}/answer"
        assert (await others.client.put(path, json={"answer": "noted"})).status_code == 404
        assert (await hands.client.put(path, json={"answer": "put-right"})).status_code == 204
        came = [one["answer"] for one in (await sam.client.get("/api/publishing/reports")).json()]
        assert sorted(came, key=str) == [None, "put-right"], "the team sees what came of it"
        assert [(await to_look_at(one))["reports"] for one in (hands, sam)] == [1, 1]
        assert (await hands.client.put(path, json={"answer": "put-right"})).status_code == 404, "it is answered once"
        async with joined(service) as rose:
            assert (await rose.client.get("/api/publishing/reports")).status_code == 403
            assert (await rose.client.get("/api/publishing/to-look-at")).status_code == 403


async def test_what_makes_no_sense_is_refused_and_nothing_of_it_kept(service: Service):
    runs = GROUP["runs"][0]
    async with publishing(service) as hands:
        for wrong in (
            {"name": "<script>alert(1)</script>"},
            {"where": None},
            {"url": "javascript:alert(1)"},
            {"url": "http://insecure.example"},
            {"runs": [runs | {"end": "10:30"}]},
            {"runs": [runs | {"days": []}]},
            {"runs": [runs | {"every": "month"}]},
            {"runs": [runs | {"last": "2026-10-01"}]},
            {"min_age": 60, "max_age": 50},
            {"stated": {"swimming-pool": True}},
            {"costs": [{"pence": -1, "words": None}]},
            {"activity": str(uuid4())},
            {"email": "nobody"},
        ):
            answer = await hands.client.put(f"/api/publishing/listings/{uuid4()}", json=GROUP | wrong)
            assert answer.status_code == 400, wrong
        assert (await hands.client.get("/api/publishing/board")).json()["listings"] == []


async def test_something_that_is_once_is_found_until_it_is_over(service: Service, monkeypatch: pytest.MonkeyPatch):
    once = GROUP["runs"][0] | {"first": str(date(2026, 10, 15)), "every": None, "days": [], "interval": 1}
    async with publishing(service) as hands:
        await publish(hands, runs=[once])
        [card] = await found(service, days=[3])
        assert starts(card) == ["15 Oct 10:30"]


async def test_a_listing_stands_under_the_source_of_its_own_service(service: Service):
    """A database may be two services'; the other one's source was there first."""
    db, listing = service.house.db, uuid4()
    await db.run(units.own_source, UUID(int=1), uuid4(), NOW, purpose="test")
    async with publishing(service) as phone:
        await publish(phone, listing)
    [(url,)] = await db.read(_source_of, listing, purpose="test")
    assert url == f"here:{service.house.service}"


def _source_of(listing: UUID):
    return (yield Query("select url from source where id = (select source from listing where id = ?)", (listing,)))
