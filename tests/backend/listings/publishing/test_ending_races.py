"""An organisation ends while its publishers are at it: whatever comes first, nothing is left, and nobody hangs."""

from asyncio import gather
from uuid import uuid4

import pytest

from backend.listings.giving_out.test_feeds import SERIES, TAI_CHI, Clock, states
from backend.listings.publishing.test_ended import end, time, told  # noqa: F401
from backend.listings.publishing.test_publishing import GROUP, found, publish, publishing
from jointly.listings.publishing.current import keep_current
from support.phone import at_work
from support.service import Service


@pytest.mark.parametrize("round", range(3))
async def test_nothing_is_left_whatever_comes_first(service: Service, time: Clock, round: int):  # noqa: F811
    async with (
        publishing(service) as hands,
        at_work(service, "publisher", organisation=hands.organisation) as other,
        publishing(service, "Others") as others,
    ):
        ids = [(await publish(hands, **TAI_CHI))["id"] for _ in range(3)]
        stays = (await publish(others, **TAI_CHI | {"name": "Walks"}))["id"]
        time.on(minutes=5)

        async def put(phone, id) -> None:
            answer = await phone.client.put(f"/api/publishing/listings/{id}", json=GROUP | TAI_CHI)
            assert answer.status_code in (200, 401, 403, 404, 409), answer.text

        async def say(phone) -> None:
            profile = {"description": None, "url": None, "email": None, "phone": "0113 496 0777", "charity": None}
            answer = await phone.client.put("/api/publishing/profile", json=profile)
            assert answer.status_code in (200, 401, 403, 404, 409), answer.text

        asked = [put(hands, ids[0]), put(other, uuid4()), say(other), put(hands, uuid4()), put(other, ids[1])]
        asked.insert(round * 2, end(service, hands.organisation))
        await gather(*asked, keep_current(service.house), put(others, stays))
    time.on(seconds=3)
    assert {card["id"] for card in await found(service)} == {stays}
    assert {row["id"] for row in (await told(service, "/open/oruk/services"))["contents"]} == {stays}
    told_states = await states(service, SERIES)
    assert told_states.pop(stays) == "updated"
    assert set(told_states.values()) == {"deleted"}
