"""A service with NHS login switched on, and the provider that plays NHS login."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from jointly.kit.db import Database, open_database
from jointly.settings import NHS_LOGIN_VTR, Settings
from support.oidc_provider import CLIENT, Provider, key, pem
from support.postgres import Postgres
from support.service import Service, running


@pytest.fixture
def provider() -> Iterator[Provider]:
    """NHS login, as far as we can tell."""
    with Provider() as started:
        yield started


@pytest.fixture
async def nhs(
    service_settings: Settings, provider: Provider, tmp_path: Path, built_pwa: Path
) -> AsyncIterator[Service]:
    """A service that has NHS login switched on."""
    file = tmp_path / "nhs-login.pem"
    file.write_bytes(pem(key("client")))
    file.chmod(0o600)
    known = {"issuer": provider.url, "client_id": CLIENT, "key_file": file, "vtr": NHS_LOGIN_VTR}
    chosen = service_settings.model_copy(update={f"nhs_login_{name}": value for name, value in known.items()})
    async with running(chosen) as started:
        yield started


@pytest.fixture
async def unbound_nhs(nhs: Service, request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """The main database of that service, with every row of everybody."""
    if nhs.house.db.kind == "sqlite":
        yield nhs.house.db
        return
    server: Postgres = request.getfixturevalue("postgres")
    opened = await open_database(server.database_url(nhs.settings.database.rpartition("/")[2]), pool_size=2)
    yield opened
    await opened.close()
