"""On PostgreSQL the owner of the tables migrates, and the service is a role to which row security applies."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from support.phone import Phone, entry
from support.postgres import APP, OWNER, Postgres, as_role
from support.server import Server


@pytest.fixture
def served(make_server: Callable[..., Server], postgres: Postgres) -> Iterator[Server]:
    """A server on two empty databases, with its key, as the service's role; nothing was migrated yet."""
    with on_databases(make_server(), postgres, "template0") as server:
        yield server


@pytest.fixture
def ready(make_server: Callable[..., Server], postgres: Postgres, migrated: str) -> Iterator[Server]:
    """The same once it was migrated."""
    with on_databases(make_server(), postgres, migrated) as server:
        yield server


@contextmanager
def on_databases(server: Server, postgres: Postgres, template: str) -> Iterator[Server]:
    main, vault = postgres.for_app(template=template)
    server.environment |= {"JOINTLY_DATABASE_URL": main, "JOINTLY_VAULT_URL": vault}
    key = server.data / "master.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    yield server
    server.stop()
    for url in (main, vault):
        postgres.drop_database(url)


async def test_the_service_runs_as_a_role_that_owns_nothing(served: Server, make_code, phone_of, postgres: Postgres):
    database = served.environment["JOINTLY_DATABASE_URL"].rpartition("/")[2]
    alone = served.run("migrate", check=False)
    assert alone.returncode == 2, "the service's own role may make no table"
    assert "set JOINTLY_OWNER_DATABASE_URL" in alone.stderr
    assert len(alone.stderr.splitlines()) == 1
    served.environment["JOINTLY_OWNER_DATABASE_URL"] = postgres.database_url(database, OWNER)
    assert f"The role {APP} may use the tables." in served.run("migrate").stdout
    # What somebody granted by hand is put right by the next migrate.
    postgres.sql(f"grant update, delete, truncate on audit to {APP}", database=database)
    postgres.sql(f"revoke insert on version from {APP}", database=database)
    assert served.run("migrate").stdout.startswith("Nothing to do.")

    served.start()
    phone: Phone = await phone_of(served).join(make_code(served, "service"))
    assert (await phone.push(entry()))["number"] == 1
    assert postgres.sql("select count(*) from version", database=database) == "1"
    assert postgres.sql(f"select count(*) from pg_tables where tableowner = '{APP}'", database=database) == "0"
    rights = postgres.sql(
        "select string_agg(privilege_type, ' ' order by privilege_type) "
        "from information_schema.table_privileges "
        f"where grantee = '{APP}' and table_name = 'audit'",
        database=database,
    )
    assert rights == "INSERT SELECT"


@pytest.mark.parametrize("variable", ["JOINTLY_DATABASE_URL", "JOINTLY_VAULT_URL"])
@pytest.mark.parametrize("right", ["superuser", "bypassrls"])
def test_a_role_that_row_security_does_not_bind_is_refused(
    ready: Server, postgres: Postgres, variable: str, right: str
):
    role = f"{postgres.new_name()}_{right}"
    postgres.sql(f"create role {role} {postgres.login} {right}")
    try:
        ready.environment[variable] = as_role(ready.environment[variable], role)
        for verb in (("serve", "--port", "0"), ("code", "service")):
            done = ready.run(*verb, check=False)
            assert done.returncode == 2
            assert done.stderr.startswith(f"jointly: {variable} signs in to PostgreSQL as {role}"), done.stderr
            assert len(done.stderr.splitlines()) == 1
    finally:
        postgres.sql(f"drop role {role}")


@pytest.mark.parametrize("member", [False, True])
def test_a_role_that_could_change_the_audit_is_refused(ready: Server, postgres: Postgres, member: bool):
    database = ready.environment["JOINTLY_DATABASE_URL"].rpartition("/")[2]
    role = postgres.new_name() if member else OWNER
    if member:
        postgres.sql(f"create role {role} {postgres.login} noinherit in role {OWNER}")
    try:
        ready.environment["JOINTLY_DATABASE_URL"] = postgres.database_url(database, role)
        for verb in (("serve", "--port", "0"), ("code", "service")):
            done = ready.run(*verb, check=False)
            assert done.returncode == 2
            assert done.stderr.startswith(f"jointly: JOINTLY_DATABASE_URL signs in to PostgreSQL as {role}, which owns")
            assert len(done.stderr.splitlines()) == 1
    finally:
        if member:
            postgres.sql(f"drop role {role}")
