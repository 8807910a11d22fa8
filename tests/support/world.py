"""A running service with everybody who takes steps, for tests that have no loop of their own."""

import asyncio
from contextlib import AsyncExitStack
from typing import Any

from anyio.from_thread import BlockingPortal

from jointly.kit.db import Query
from jointly.people import organisations
from support.phone import Phone, at_work, joined
from support.published import publish


class World:
    """A running service, with everybody who takes steps, driven from a thread that has no loop."""

    def __init__(self, portal: BlockingPortal, service, opened: AsyncExitStack, unbound) -> None:
        self.portal, self.service, self.opened, self.unbound = portal, service, opened, unbound

    async def gather(self) -> None:
        """Who works here."""
        made = await organisations.make(self.service.house, session=None, name="Thornbeck Movers")
        self.organisation = str(made.id)
        self.worker = await self.opened.enter_async_context(at_work(self.service, "link-worker"))
        self.group = await self.opened.enter_async_context(at_work(self.service, "publisher", organisation=made.id))
        self.listing = await publish(self.group, published=False)

    def person(self) -> Phone:
        """Somebody new."""

        async def new() -> Phone:
            return await self.opened.enter_async_context(joined(self.service))

        return self.portal.call(new)

    def at_once(self, *asked: tuple[Phone, str, Any]) -> list[int]:
        """Sends requests together; gives the status of each."""

        async def send() -> list[int]:
            answers = await asyncio.gather(*(by.client.put(path, json=said) for by, path, said in asked))
            assert all(answer.status_code < 500 for answer in answers), [answer.text for answer in answers]
            return [answer.status_code for answer in answers]

        return self.portal.call(send)

    def rows(self, sql: str, *values: Any) -> list[tuple]:
        """What stands in the database."""

        async def read() -> list[tuple]:
            return await self.unbound.read(_rows, sql, values, purpose="test")

        return [tuple(row) for row in self.portal.call(read)]


def _rows(sql: str, values: tuple):
    return (yield Query(sql, values))
