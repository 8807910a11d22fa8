"""Moving a SQLite service to PostgreSQL: the counts agree, and phones go on as if nothing had happened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from piccolo.table import Table

from jointly import moving
from jointly.house import close_house, open_house
from jointly.kit.db import Database, Query
from jointly.people import service as people
from jointly.people.tables import Audit
from support.phone import Phone, correction, entry
from support.postgres import APP, OWNER, Postgres, as_role
from support.server import Server
from support.service import settings_for


@pytest.fixture
def urls(postgres: Postgres) -> Iterator[tuple[str, str]]:
    """Two empty databases: the main one as its owner, and the vault's as the service's role."""
    main, vault = postgres.for_app()
    made = as_role(main, OWNER), vault
    yield made
    for url in made:
        postgres.drop_database(url)


async def test_a_phone_goes_on_syncing_after_the_move(server: Server, make_code, phone_of, urls: tuple[str, str]):
    phone: Phone = await phone_of(server).join(make_code(server, "service"), called="Ann")
    sent = [entry(body={"score": 3, "regions": [], "note": "née Smith 😀"}) for _ in range(1200)]
    for start in range(0, len(sent), 400):
        await phone.push(*sent[start : start + 400])
    await phone.push(correction(sent[0], gone=True, body=None), device_now="2024-01-01T00:00:00Z")
    before = await phone.everything()
    number = phone.number

    unsaid = server.run("move-to-postgresql", check=False)
    assert (unsaid.returncode, "JOINTLY_MOVE_TO_DATABASE_URL must be set" in unsaid.stderr) == (2, True)
    server.environment |= {"JOINTLY_MOVE_TO_DATABASE_URL": urls[0], "JOINTLY_MOVE_TO_VAULT_URL": urls[1]}
    refused = server.run("move-to-postgresql", check=False)
    assert refused.returncode == 2, "never under a running server"
    server.stop()
    told = server.run("move-to-postgresql").stdout
    assert "version          1,201 rows, the same on both sides" in told
    again = server.run("move-to-postgresql", check=False)
    assert again.returncode == 2, "never into a database with rows"
    assert "Traceback" not in refused.stderr + again.stderr

    use(server, urls)
    server.run("migrate")
    server.start()
    pull = await phone.push(entry())
    assert (pull["again"], pull["number"], pull["rows"]) == (False, number + 1, [])
    assert (await phone.everything())[:-1] == before
    assert (await phone.client.get("/api/me")).json()["called"] == "Ann"
    reopened = await phone_of(server).join(make_code(server, "person", "--open", phone.person))
    assert reopened.person == phone.person


def use(server: Server, urls: tuple[str, str]) -> None:
    """Settings of a service on PostgreSQL: its role uses what its owner migrates."""
    server.environment |= {"JOINTLY_DATABASE_URL": as_role(urls[0], APP), "JOINTLY_VAULT_URL": urls[1]}
    server.environment |= {"JOINTLY_OWNER_DATABASE_URL": urls[0]}


class CutOff(BaseException):
    """The process ended here."""


FORCED = "select count(*) filter (where not relforcerowsecurity), count(*) from pg_class where relrowsecurity"


@pytest.mark.parametrize("fault", [OSError, CutOff])
async def test_a_move_that_fails_leaves_no_row_and_forces_row_security(
    tmp_path: Path, urls: tuple[str, str], postgres: Postgres, monkeypatch, fault: type[BaseException]
):
    settings = settings_for(tmp_path / "data")
    house = await open_house(settings)
    await people.make_person(house, role="patient", called="Ann", purpose="test")
    await close_house(house)
    database, copy, freed = urls[0].rpartition("/")[2], moving._copy_table, []

    async def cut(source: Database, target: Database, table: type[Table]) -> None:
        if table is Audit:
            [(free, _)] = await target.read(count_free, purpose="test")
            freed.append(free)
            raise fault
        await copy(source, target, table)

    with monkeypatch.context() as patched, pytest.raises(fault):
        patched.setattr(moving, "_copy_table", cut)
        await moving.move(settings, *urls)
    forced = postgres.sql(FORCED, database=database).split("|")
    assert freed == [int(forced[1])], "it was cut off while the owner was free"
    assert forced[0] == "0"
    assert postgres.sql("select count(*) from person", database=database) == "0"

    counts = await moving.move(settings, *urls)
    assert (counts["person"], counts["account"]) == (1, 1)
    assert postgres.sql(FORCED, database=database).split("|")[0] == "0"
    assert postgres.sql("select count(*) from person", database=database) == "1"


def count_free():
    """Unit: how many tables do not force row security, and how many have it."""
    return (yield Query(FORCED))


def test_postgresql_is_never_migrated_by_the_service_itself(make_server: Callable[..., Server], urls: tuple[str, str]):
    server = make_server()
    use(server, urls)
    key = server.data / "master.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    early = server.run("serve", "--port", "0", check=False)
    assert early.returncode == 2
    assert "jointly migrate" in early.stderr
    server.run("migrate")
    server.start()
    assert server.run("code", "service").stdout
    assert server.run("restore").stdout.startswith("Restored")
