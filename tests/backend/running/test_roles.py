"""On PostgreSQL the service needs no right to change its tables: their owner migrates, the service only uses them."""

import os
from collections.abc import Callable, Iterator

import pytest

from support.phone import Phone, entry
from support.postgres import Postgres
from support.server import Server

ROLE = f"jointly_app_{os.getpid()}"
USES = f"alter default privileges in schema public grant select, insert, update, delete on tables to {ROLE}"


@pytest.fixture
def owned(postgres: Postgres) -> Iterator[tuple[str, str]]:
    """Two databases of an owner, in which the service's role may use tables and make none."""
    postgres.sql(f"create role {ROLE} login")
    made = postgres.create_database(), postgres.create_database()
    for url in made:
        postgres.sql(USES, database=url.rpartition("/")[2])
    yield made
    for url in made:
        postgres.drop_database(url)
    postgres.sql(f"drop role {ROLE}")


async def test_the_service_runs_as_a_role_that_owns_nothing(
    make_server: Callable[..., Server], make_code, phone_of, postgres: Postgres, owned: tuple[str, str]
):
    main, vault = owned
    server = make_server()
    key = server.data / "master.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    server.environment |= {"JOINTLY_DATABASE_URL": main, "JOINTLY_VAULT_URL": vault}
    server.run("migrate")
    make_code(server, "service")  # the owner's first start makes the vault's tables

    as_role = [url.replace("postgres@", f"{ROLE}@") for url in owned]
    server.environment |= {"JOINTLY_DATABASE_URL": as_role[0], "JOINTLY_VAULT_URL": as_role[1]}
    server.environment |= {"JOINTLY_OWNER_DATABASE_URL": main}
    assert server.run("migrate").stdout.strip() == "Nothing to do."
    server.start()
    phone: Phone = await phone_of(server).join(make_code(server, "service"))
    assert (await phone.push(entry()))["number"] == 1
    assert postgres.sql("select count(*) from version", database=main.rpartition("/")[2]) == "1"
