"""Filling the demonstration: once, and to the end even when the first time was cut off."""

import itertools
import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from jointly.demo.arrived import SURGERY, refer_link
from jointly.demo.listings import NEAR
from jointly.demo.people import CAST, demonstration_links, fill_demonstration
from jointly.demo.sharing import session_of
from jointly.kit import clock
from jointly.listings.publishing import overseeing
from jointly.listings.publishing import service as publishing
from jointly.listings.tables import Dated, Listing
from jointly.people import referrers
from jointly.people import service as people
from jointly.people.tables import JoinCode, Person
from jointly.prescribing.arriving import service as arriving
from support.service import Service
from support.shipped import shipped_content

pytestmark = pytest.mark.parametrize("service_settings", ["sqlite"], indirect=True)


class PowerCut(Exception):
    """The process ended here."""


async def test_what_a_first_start_left_undone_is_done_at_the_next(service: Service, monkeypatch: pytest.MonkeyPatch):
    content, make_person = shipped_content(), people.make_person

    async def cut(house, *, called, **rest):
        if called == "Dev":
            raise PowerCut
        return await make_person(house, called=called, **rest)

    with monkeypatch.context() as patched:
        patched.setattr(people, "make_person", cut)
        with pytest.raises(PowerCut):
            await fill_demonstration(service.house, content)
    for _ in range(2):
        await fill_demonstration(service.house, content)
        names = [name for name, *_ in await demonstration_links(service.house)]
        assert names == ["Margaret", "Dev", "Sam", "Joan", "Priya", "Jo"]
        assert await Person.count() == 7, "Rosa was referred, and has not joined"


async def test_its_links_are_the_same_at_each_start_and_do_not_pile_up(service: Service):
    await fill_demonstration(service.house, shipped_content())
    first = await demonstration_links(service.house)
    assert len({link for *_, link in first}) == 6
    assert await demonstration_links(service.house) == first
    assert await JoinCode.count() == 8, "those of the cast, the one that Joan used, and the surgery's"


async def test_people_of_one_moment_keep_their_order_whatever_the_clock_says(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    clocks = itertools.count(1_790_000_000_000_000_000, -3_000_000)
    monkeypatch.setattr(time, "time_ns", lambda: next(clocks))
    await fill_demonstration(service.house, shipped_content())
    everybody = await people.everybody(service.house, patients_only=False)
    called = {one.person: one.called for _, one in everybody if one.called != "Rosa"}
    assert [called[person] for person in sorted(called)] == [name for name, *_ in CAST]
    await fill_demonstration(service.house, shipped_content())
    assert len(await people.everybody(service.house, patients_only=False)) == len(CAST) + 1, "Rosa takes nobody's part"


async def test_its_publisher_has_something_to_confirm_and_a_report_and_a_newcomer_waits(service: Service):
    await fill_demonstration(service.house, shipped_content())
    by_role = {role: one.person for role, one in await people.everybody(service.house, patients_only=False)}
    priya, jo = by_role["lead"], by_role["publisher"]
    organisation = (await service.house.vault.known(jo)).organisation
    publisher = replace(session_of(service.house, jo, "publisher"), organisation=organisation)
    board = await publishing.board(service.house, session=publisher, activities=shipped_content().activities)
    assert (board.name, board.approved, len(board.listings)) == ("Thornbeck Pain Neighbours", True, 5)
    assert [one.said.name for one in board.listings if one.freshness == "fading"] == ["Help with forms"]
    assert [one.said.name for one in board.listings if one.reports] == ["Hands and a chat"]
    waits = await overseeing.to_look_at(service.house, session=session_of(service.house, priya, "lead"))
    assert (waits.organisations, waits.reports) == (1, 1)


async def test_a_town_has_listings_found_near_it_once_and_one_that_waits(service: Service):
    for _ in range(2):
        await fill_demonstration(service.house, shipped_content())
    kept = await Listing.select(Listing.organisation, Listing.state)
    assert Counter(one["state"] for one in kept) == {"shown": 12, "waiting": 1}
    assert len({one["organisation"] for one in kept}) == 3
    assert await Dated.count().where(Dated.status == "cancelled") == 1
    centre = shipped_content().outcodes.centre(NEAR)
    look = {"around": {"lat": centre.lat, "lon": centre.lon, "km": 8}, "days": [1]}
    async with service.client() as nobody:
        found = (
            await nobody.post("/api/listings/find", json=look | {"all_of": ["free", "step-free", "seated"]})
        ).json()
    assert [line["card"]["name"] for line in found["lines"]][:1] == ["Chair-based exercise"]


async def test_a_surgery_refers_here_and_somebody_whom_it_referred_waits(service: Service):
    for _ in range(2):
        await fill_demonstration(service.house, shipped_content())
    by_role = {role: one.person for role, one in await people.everybody(service.house, patients_only=False)}
    waits = await arriving.arrivals(service.house, session=session_of(service.house, by_role["advisor"], "advisor"))
    assert [(one.called, one.details.organisation, one.same_as) for one in waits.arrivals] == [("Rosa", SURGERY, [])]
    assert waits.arrivals[0].received_at < clock.now() - timedelta(days=2)
    assert [one.name for one in await referrers.referrers(service.house)] == [SURGERY]
    code = refer_link(service.house).partition("#")[2]
    assert (await arriving.opens(service.house, typed=code, address="test")).name == SURGERY
    # what somebody ended in the demonstration stays ended
    [one] = await referrers.referrers(service.house)
    await referrers.end(service.house, session=session_of(service.house, by_role["lead"], "lead"), id=one.id)
    await fill_demonstration(service.house, shipped_content())
    assert len(await referrers.referrers(service.house)) == 1
