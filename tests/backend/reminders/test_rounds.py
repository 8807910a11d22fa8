"""What staff wish to be reminded of is kept as they wish it."""

from support.phone import at_work
from support.reminded import MovedClock
from support.service import Service

KINDS = ["unanswered", "due", "confirm", "referral", "reply", "change"]


async def test_every_kind_at_once_is_kept(service: Service, moved: MovedClock) -> None:
    async with at_work(service, "link-worker") as worker:
        answer = await worker.client.put("/api/reminders/rounds", json={"kinds": KINDS, "days": ["mon"]})
        assert answer.status_code == 204, answer.text
        assert (await worker.client.get("/api/reminders/rounds")).json()["kinds"] == KINDS
