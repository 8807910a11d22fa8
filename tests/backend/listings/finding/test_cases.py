"""The search meets every worked case in tests/verification/near.yaml, as the phone in tests/pwa/near.test.ts."""

import re
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4, uuid5

import pytest

from backend.listings.conftest import add_source
from jointly.kit import clock
from jointly.listings.facets import CONDITIONS, DECIDED, FACETS, GROUPS, KINDS, ORDER
from jointly.listings.model import DAYS, Occurrence, Organisation, Place, Price, Schedule
from jointly.listings.model import Service as Listing
from jointly.listings.showing import Shown, show
from support.repository import ROOT
from support.service import Service
from support.shipped import yaml_of

FILE = yaml_of("tests/verification/near.yaml")
NOW = datetime.fromisoformat(FILE["now"])
HERE = FILE["here"]
KM_A_DEGREE = 111.19508
"""Of latitude, on the sphere of listings/geo.py."""


def listing(said: dict) -> Listing:
    """A listing as the file says it, in the fields that its facets follow from."""
    has, usual, ran = said["has"], said.get("usual"), said.get("ran")
    return Listing(
        id=UUID(said["id"]),
        key=said["id"],
        kind=next(name for name in has if name in KINDS),
        name=said["name"],
        summary=said.get("summary"),
        organisation=Organisation(id=uuid4(), name=said["by"]),
        changed_at=NOW,
        attendance="mixed" if said.get("mixed") else "online" if "online" in has else "in-person",
        place=None if said["km"] is None else hall(said["km"]),
        also_at=(hall(said["also_km"]),) if "also_km" in said else (),
        prices=(Price(pence=0),) if "free" in has else (),
        stated={name: True for name in has if name in FACETS and name not in DECIDED},
        conditions=tuple(name for name in has if name in CONDITIONS),
        schedules=(
            *([Schedule(id=uuid4(), start=usual["start"], days=(DAYS[usual["day"]],), usual=True)] if usual else []),
            *([weekly(ran)] if ran else []),
        ),
    )


def weekly(ran: dict) -> Schedule:
    """A class each week between two days."""
    first, last = (date.fromisoformat(ran[name]) for name in ("first", "last"))
    end = f"{int(ran['start'][:2]) + 1:02}{ran['start'][2:]}"
    days = (DAYS[ran["day"]],)
    return Schedule(id=uuid4(), start_on=first, start=ran["start"], end=end, every="week", days=days, ends_on=last)


def hall(km: float) -> Place:
    """A place so far north."""
    return Place(id=uuid4(), name="Hall", lat=HERE["lat"] + km / KM_A_DEGREE, lon=HERE["lon"])


def dates(said: dict) -> list[Occurrence]:
    """Its dates, those that are cancelled among them."""
    return [
        Occurrence(
            id=uuid5(UUID(said["id"]), start),
            original_start=datetime.fromisoformat(start),
            start=datetime.fromisoformat(start),
            end=datetime.fromisoformat(start) + timedelta(hours=1),
            status=status,
        )
        for status, name in (("cancelled", "cancelled"), ("scheduled", "starts"))
        for start in said.get(name, ())
    ]


async def test_every_case_is_met(service: Service, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    source = uuid4()
    await service.house.db.run(add_source, source, NOW, purpose="test")
    shown = [
        Shown(listing(said), tuple(dates(said)), source, "shown", tuple(set(said["has"]) & {*GROUPS}), 7, None)
        for said in FILE["listings"]
    ]
    await service.house.db.run(show, shown, NOW, purpose="test")
    async with service.client() as nobody:
        for case in FILE["cases"]:
            ask = dict(case["ask"])
            km = ask.pop("km")
            answer = await nobody.post("/api/listings/find", json={"around": km and HERE | {"km": km}} | ask)
            assert answer.status_code == 200, answer.text
            assert [line["card"]["name"] for line in answer.json()["lines"]] == case["expect"], case["says"]


def test_the_phone_knows_the_same_names_in_the_same_order():
    source = (ROOT / "pwa/src/shared/listings/facets.ts").read_text(encoding="utf-8")
    lists = dict(re.findall(r"export const ([A-Z]+) = \[(.*?)\] as const;", source, re.DOTALL))
    names = {name: re.findall(r'"([a-z-]+)"', text) for name, text in lists.items()}
    assert names["FACETS"] + names["KINDS"] + names["CONDITIONS"] + names["GROUPS"] == [*ORDER]
    assert re.findall(r"\.\.\.([A-Z]+)", lists["ORDER"]) == ["FACETS", "KINDS", "CONDITIONS", "GROUPS"]
