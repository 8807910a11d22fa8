"""What is published once is found for as long as it is confirmed: the next date takes the place of one that passed."""

from datetime import timedelta

import pytest

from backend.listings.publishing.test_publishing import GROUP, NOW, found, publish, publishing, starts
from jointly.kit import clock
from jointly.listings.publishing.current import keep_current
from support.phone import at_work
from support.service import Service

WEEKLY = [GROUP["runs"][0] | {"interval": 1}]


async def test_the_next_date_is_found_and_what_nobody_confirms_hides(service: Service, monkeypatch: pytest.MonkeyPatch):
    def on(days: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))

    on(0)
    async with publishing(service) as hands:
        id = (await publish(hands, runs=WEEKLY))["id"]
    assert await keep_current(service.house) == 0, "nothing has passed"
    on(9)
    assert await found(service) == []
    assert await keep_current(service.house) == 1
    [card] = await found(service, days=[1])
    assert starts(card)[0] == "27 Oct 10:30"
    on(41)
    await keep_current(service.house)
    assert len(await found(service)) == 1, "it fades, and is found"
    on(42)
    assert await keep_current(service.house) == 1
    assert await found(service) == []
    async with service.client() as nobody:
        assert (await nobody.get(f"/open/oruk/services/{id}")).status_code == 404
    assert await keep_current(service.house) == 0, "it is hidden once"


async def test_what_is_over_is_found_no_more_and_nobody_is_asked_about_it(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    async def mine(days: float, hands) -> dict:
        monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))
        await keep_current(service.house)
        async with at_work(service, "publisher", organisation=hands.organisation) as later:
            [one] = (await later.client.get("/api/publishing/board")).json()["listings"]
        return {name: one[name] for name in ("state", "asked", "over")}

    on, over = {"state": "shown", "over": False}, {"state": "hidden", "asked": False, "over": True}
    monkeypatch.setattr(clock, "now", lambda: NOW)
    async with publishing(service) as hands:
        last = GROUP["runs"][0] | {"interval": 1, "last": "2026-10-27"}
        id = (await publish(hands, runs=[last]))["id"]
        assert await mine(8.5, hands) == on | {"asked": True}
        async with at_work(service, "publisher", organisation=hands.organisation) as later:
            moved = {"to_start": "2026-11-03T10:30:00Z", "to_end": "2026-11-03T11:30:00Z", "change": "moved"}
            body = {"start": "2026-10-27T10:30:00Z"} | moved
            assert (await later.client.put(f"/api/publishing/listings/{id}/date", json=body)).status_code == 200
        assert await mine(17, hands) == on | {"asked": True}, "its last date was moved past its last day"
        assert [starts(card) for card in await found(service)] == [["03 Nov 10:30"]]
        assert await mine(24, hands) == over
        assert await found(service) == []
        async with service.client() as nobody:
            for path in (f"/api/listings/{id}", f"/open/ical/{id}.ics", f"/open/oruk/services/{id}"):
                assert (await nobody.get(path)).status_code == 404, path
        assert await keep_current(service.house) == 0, "it is hidden once"
        async with at_work(service, "publisher", organisation=hands.organisation) as later:
            await publish(later, id, runs=[last | {"last": None}])
        assert await mine(24, hands) == on | {"asked": False}, "it goes on after all"


async def test_what_begins_in_months_has_its_dates_when_they_come_near(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    async with publishing(service) as hands:
        once = GROUP["runs"][0] | {"first": "2027-03-02", "every": None, "days": [], "interval": 1}
        assert (await publish(hands, runs=[once]))["next_at"] is None
    assert await keep_current(service.house) == 0
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=60))
    assert await keep_current(service.house) == 1
    [card] = await found(service, days=[1])
    assert starts(card) == ["02 Mar 10:30"]
    assert await keep_current(service.house) == 0
