"""An organisation ends its work with the service: what it publishes here is found no more, and goes out no more."""

from datetime import datetime
from uuid import UUID

from jointly.kit.db import Query
from jointly.listings.model import decode_service
from jointly.listings.publishing.units import put

TOGETHER = 200
"""Listings that are read at once."""


def withdraw(organisation: UUID, now: datetime):
    """Unit, in the transaction that ends the organisation: all its listings are gone, and the feeds tell of it."""
    after = UUID(int=0)
    while True:
        rows = yield Query(
            "select id, body from listing where organisation = ? and id > ? "
            "and source in (select id from source where kind = 'here') order by id limit ?",
            (organisation, after, TOGETHER),
        )
        if not rows:
            return
        yield from put([decode_service(body) for _, body in rows], now)
        after = rows[-1][0]
