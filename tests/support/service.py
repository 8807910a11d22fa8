"""The application inside the test's own process, on either engine, spoken to without a socket."""

from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

import httpx
from litestar import Litestar

from jointly import settings
from jointly.app import create_app
from jointly.content import load, messages
from jointly.granting import let_use, role_at
from jointly.kit.db import open_database
from jointly.kit.map_tiles import MapTiles
from jointly.migrating import migrate
from jointly.people.house import House
from jointly.settings import Settings
from support.csrf import hold_token

ORIGIN = "https://jointly.test"


@dataclass
class Service:
    """A started application. Each client is a browser of its own, with its own cookies."""

    app: Litestar
    settings: Settings

    @property
    def house(self) -> House:
        """What the process holds: databases, keys, the service's name."""
        return self.app.state.house

    def client(self) -> httpx.AsyncClient:
        """A browser on our own pages; close it, or use it as a context."""
        headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        return hold_token(httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers))


def settings_for(data: Path, *, postgres: tuple[str, str] | None = None) -> Settings:
    """Settings on a data folder, on SQLite or on two PostgreSQL databases: the main one and the vault."""
    data.mkdir(mode=0o700, exist_ok=True)
    environment = {"JOINTLY_DATA": str(data), "JOINTLY_ORIGIN": ORIGIN}
    if postgres:
        key = data / "master.key"
        key.write_bytes(bytes(range(32)))
        key.chmod(0o600)
        environment |= {"JOINTLY_DATABASE_URL": postgres[0], "JOINTLY_VAULT_URL": postgres[1]}
    # Nobody tells anything behind a test's back: who is about reminders has a dispatcher of their own.
    return settings.read(environment).model_copy(update={"reminds": False})


# Content is frozen and takes most of a start: the tree in the checkout is read once a run.
_LOAD, _MESSAGES = cache(load), cache(messages)


def application(chosen: Settings) -> Litestar:
    """What `create_app` makes, sharing the checkout's content among the tests."""
    if chosen.content:
        return create_app(chosen)
    with patch.multiple("jointly.app", load=_LOAD, messages=_MESSAGES):
        return create_app(chosen)


async def bring_up_to_date(database: str, service: str | None = None) -> None:
    """Run the migrations that a database lacks, as its owner; `service` is its address for the service's own role."""
    db = await open_database(database, pool_size=2)
    try:
        await migrate(db)
        if service:
            await let_use(db, await role_at(service))
    finally:
        await db.close()


# Putting routes together takes four times as long as opening databases, and nothing of a service is in them: an
# application that ended in order is started again for the next test, on that one's settings.
_RESTING: defaultdict[MapTiles | None, list[Litestar]] = defaultdict(list)


@asynccontextmanager
async def running(chosen: Settings) -> AsyncIterator[Service]:
    """Start the application, which migrates SQLite itself, and close it at the end."""
    resting = [] if chosen.content else _RESTING[chosen.map_tiles]
    app = resting.pop() if resting else application(chosen)
    app.state.settings = chosen
    async with app.lifespan():
        yield Service(app, chosen)
    resting.append(app)
