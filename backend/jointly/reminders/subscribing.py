"""Verbs: where a browser is pushed to, as it says itself at each of its starts."""

from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.kit.push import BadEndpoint, Keys, endpoint
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.reminders.handing_over import sealed_endpoint
from jointly.reminders.schemas import NewSubscription, OwnSubscription


async def subscribe(house: House, *, session: Session, new: NewSubscription) -> None:
    """This device is pushed to from now on; saying it again changes nothing, and a new endpoint takes the old one's
    place.

    Raises a `Refusal`: 409 `push-off` where nobody is pushed to, 400 `bad-endpoint` for what no browser gives, 409
    `push-key` for a key that is not ours any more: the browser has to subscribe again.
    """
    if house.push_keys is None:
        raise Refusal(409, "push-off")
    try:
        to = endpoint(new.endpoint, new.p256dh, new.auth, more_hosts=house.push_hosts)
    except BadEndpoint:
        raise Refusal(400, "bad-endpoint") from None
    key = house.push_keys.with_public(new.key)
    if key is None:
        raise Refusal(409, "push-key")
    kept = sealed_endpoint(house.index_key, session.device, to)
    mark = house.index_key.digest(b"endpoint" + to.url.encode())
    given = (session.device, session.person, house.service, kept, mark, key.id, clock.now())
    await house.db.run(_subscribe, *given, **_who(house, session))


async def own(house: House, *, session: Session) -> OwnSubscription:
    """Whether this device is pushed to; a key that is older than ours asks it to subscribe again."""
    rows = await house.db.read(_own, session.device, session.person, **_who(house, session))
    again = bool(rows) and (rows[0][0] != "ok" or not is_current(house.push_keys, rows[0][1]))
    return OwnSubscription(here=bool(rows), wants="resubscribe" if again else "ok")


async def unsubscribe(house: House, *, session: Session) -> None:
    """This device is not pushed to any more."""
    await house.db.run(_unsubscribe, session.device, session.person, **_who(house, session))


def is_current(keys: Keys | None, id: str) -> bool:
    """Whether this is the key with which browsers subscribe now."""
    return keys is not None and keys.current.id == id


def _who(house: House, session: Session) -> dict:
    return {"actor": session.person, "group": house.service, "purpose": "be pushed to"}


def _subscribe(device: UUID, person: UUID, service: UUID, sealed: bytes, mark: bytes, key: str, now):
    # A phone that changes hands keeps its endpoint: who signs in last is the one who is reminded there.
    yield Query("delete from subscription where mark = ? and device <> ?", (mark, device))
    yield Query(
        "insert into subscription (device, person, service, sealed, mark, key, state, made_at) "
        "values (?, ?, ?, ?, ?, ?, 'ok', ?) on conflict (device) do update set sealed = excluded.sealed, "
        "mark = excluded.mark, key = excluded.key, state = 'ok', person = excluded.person, "
        "made_at = case when subscription.mark = excluded.mark then subscription.made_at else excluded.made_at end",
        (device, person, service, sealed, mark, key, now),
    )


def _own(device: UUID, person: UUID):
    return (yield Query("select state, key from subscription where device = ? and person = ?", (device, person)))


def _unsubscribe(device: UUID, person: UUID):
    yield Query("delete from subscription where device = ? and person = ?", (device, person))
