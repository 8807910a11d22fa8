"""E-mails that are ended by the link in one of them, without signing in and without a question."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from httpx import ASGITransport, AsyncClient, Response

from jointly.reminders.messages import token_of
from jointly.reminders.stopping import PURPOSE
from support.phone import Phone
from support.reminded import Kept, Letters, MovedClock, dispatcher_of, plan, told, utc, wishes
from support.service import Service


@pytest.fixture
async def letters(service: Service, rose: Phone) -> Letters:
    """Rose's e-mails: she exercises at nine, and her browser is pushed to no more."""
    await rose.push(wishes(email="rose@a.test"), plan("09:00"))
    assert (await rose.client.request("DELETE", "/api/reminders/device", json={})).status_code == 204
    return Letters()


async def outside(service: Service, method: str, address: str) -> Response:
    """What a mail reader's own server asks: with no cookie, from no page, and what it posts is a form."""
    body = {"data": {"List-Unsubscribe": "One-Click"}} if method == "POST" else {}
    async with AsyncClient(transport=ASGITransport(app=service.app), base_url=service.house.origin) as client:
        return await client.request(method, address, **body)


async def day(service: Service, moved: MovedClock, letters: Letters, march: int) -> list[tuple[str, str | None]]:
    """Who is written to on this day of March, and by which address it is ended."""
    dispatcher = dispatcher_of(service, Kept(), channels={"email": letters})
    moved.to(utc(f"2026-03-{march}T08:59:00+00:00"))
    for _ in range(4):
        moved.by(minutes=1)
        await dispatcher.look()
        await dispatcher.finish()
    found, letters.sent = letters.sent, []
    return [(to, words.stop) for to, words in found]


async def ways(rose: Phone, of: int) -> dict[str, str]:
    """By which ways she was told on this day of March, and what became of each."""
    return {one["channel"]: one["state"] for one in await told(rose) if one["at"].startswith(f"2026-03-{of}")}


async def test_one_press_ends_them_until_they_are_wanted_again(
    service: Service, rose: Phone, moved: MovedClock, letters: Letters
):
    [(to, link)] = await day(service, moved, letters, 17)
    assert to == "rose@a.test"
    address = link.removeprefix(service.house.origin)
    # A program that looks at each link of a letter ends nothing: somebody who opens it is asked.
    asked = await outside(service, "GET", address)
    assert (asked.status_code, asked.headers["location"]) == (303, f"/stop-emails#{address.rpartition('/')[2]}")
    assert len(await day(service, moved, letters, 18)) == 1
    # What a mail reader does (RFC 8058), and does again.
    for _ in range(2):
        pressed = await outside(service, "POST", address)
        assert pressed.status_code == 204, pressed.text
    assert await day(service, moved, letters, 19) == []
    assert await ways(rose, of=19) == {"email": "failed", "list": "sent"}, "the app shows it still"
    stopped_at = (await rose.client.get("/api/reminders")).json()["stopped_at"]
    assert utc(stopped_at) < moved.now
    # Whatever else she changes, it stays so until she says that she wants them.
    await rose.push(wishes(email="rose@a.test", detailed=True), plan("09:00"))
    assert await day(service, moved, letters, 20) == []
    assert (await rose.client.post("/api/reminders/emails", json={})).status_code == 204
    assert (await rose.client.get("/api/reminders")).json()["stopped_at"] is None
    assert len(await day(service, moved, letters, 21)) == 1


async def test_one_on_its_way_is_not_sent_after_the_press(
    service: Service, rose: Phone, moved: MovedClock, letters: Letters
):
    """The server for mail does not answer; before it is tried again she presses the link in an older one."""
    [(_, link)] = await day(service, moved, letters, 17)
    letters.down = True
    assert await day(service, moved, letters, 18) == []
    letters.down = False
    await outside(service, "POST", link.removeprefix(service.house.origin))
    dispatcher = dispatcher_of(service, Kept(), channels={"email": letters})
    for _ in range(30):
        moved.to(moved.now + timedelta(minutes=1))
        await dispatcher.look()
        await dispatcher.finish()
    assert letters.sent == []
    assert await ways(rose, of=18) == {"email": "failed", "list": "sent"}


async def test_no_token_but_ours_ends_anything(service: Service, rose: Phone, moved: MovedClock, letters: Letters):
    [(_, link)] = await day(service, moved, letters, 17)
    token = link.rpartition("/")[2]
    of_a_message = token_of(service.house.index_key, UUID(rose.person))
    for wrong in (token[:-2] + "AA", of_a_message, "é", "a" * 43, "stop"):
        answer = await outside(service, "POST", f"/open/reminders/stop/{wrong}")
        assert answer.status_code == 404, wrong
        assert answer.json()["code"] == "no-such-link"
    assert len(await day(service, moved, letters, 18)) == 1


async def test_a_test_takes_the_way_that_is_left(service: Service, rose: Phone, letters: Letters) -> None:
    async def tried() -> tuple[int, str]:
        answer = await rose.client.post("/api/reminders/test", json={})
        return answer.status_code, answer.json().get("channel") or answer.json()["code"]

    await rose.push(wishes(email="rose@a.test", mobile="+447700900123"), plan("09:00"))
    await dispatcher_of(service, Kept(), channels={"email": letters}).look()
    service.app.state.house = replace(service.house, channels=("email",))
    assert await tried() == (202, "email")
    address = f"/open/reminders/stop/{token_of(service.house.index_key, UUID(rose.person), PURPOSE)}"
    assert (await outside(service, "POST", address)).status_code == 204
    assert await tried() == (409, "not-reached")
    service.app.state.house = replace(service.house, channels=("email", "sms"))
    assert await tried() == (202, "sms")
