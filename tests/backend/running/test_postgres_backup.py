"""A backup of PostgreSQL is made with its own tools, by a role that may read everybody, and put back by the owner."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.phone import Phone, entry
from support.postgres import APP, OWNER, Postgres, as_role
from support.server import Server


@pytest.fixture
def backup_role(postgres: Postgres) -> Iterator[str]:
    """The role that the README makes for backups."""
    role = postgres.new_name()
    postgres.sql(f"create role {role} {postgres.login} bypassrls")
    postgres.sql(f"grant pg_read_all_data to {role}")
    yield role
    postgres.sql(f"drop role {role}")


@pytest.fixture
def databases(postgres: Postgres) -> Iterator[list[str]]:
    """Main and vault of a service as its owner sees them, and an empty database to restore into."""
    main, vault = postgres.for_app()
    made = [as_role(main, OWNER), vault, postgres.create_database()]
    yield made
    for url in made:
        postgres.drop_database(url)


def tool(postgres: Postgres, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs one of PostgreSQL's own tools."""
    return subprocess.run([postgres.binaries / name, *arguments], capture_output=True, text=True, timeout=60)


async def test_a_dump_is_put_back_with_row_security_and_the_erased_stay_erased(
    make_server: Callable[..., Server],
    make_code: Callable[..., str],
    phone_of: Callable[[Server], Phone],
    postgres: Postgres,
    databases: list[str],
    backup_role: str,
    tmp_path: Path,
):
    main, vault, empty = databases
    server = make_server(environment=_environment(main, vault))
    key = server.data / "master.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    server.run("migrate")
    server.start()
    stays, goes = [await phone_of(server).join(make_code(server, "service")) for _ in range(2)]
    sent = [entry(), entry()]
    await stays.push(*sent)
    await goes.push(entry())

    copy = str(tmp_path / "copy")
    for role in (APP, OWNER):
        refused = tool(postgres, "pg_dump", "--format=custom", f"--file={copy}", as_role(main, role))
        assert refused.returncode, f"{role} has no whole copy to give"
    dumped = tool(postgres, "pg_dump", "--format=custom", f"--file={copy}", as_role(main, backup_role))
    assert not dumped.returncode, dumped.stderr
    late = entry()
    await stays.push(late)
    server.run("erase", goes.person, "--for-good")
    server.stop()

    put_back = tool(postgres, "pg_restore", "--no-owner", "--no-privileges", f"--dbname={empty}", copy)
    assert not put_back.returncode, put_back.stderr
    server.environment |= _environment(empty, vault)
    server.run("migrate")
    assert "New epoch" in server.run("restore").stdout
    server.start()
    heard = await stays.push()
    assert (heard["again"], stays.number) == (True, 0)
    await stays.push(*sent, late)
    assert [row["id"] for row in await stays.everything()] == [version["id"] for version in (*sent, late)]
    assert (await goes.sync(entry())).status_code == 410
    name = empty.rpartition("/")[2]
    assert postgres.sql("select distinct person from version", database=name) == stays.person
    counted = "select count(*) from pg_class where relrowsecurity and relforcerowsecurity"
    there, before = (postgres.sql(counted, database=url.rpartition("/")[2]) for url in (empty, main))
    assert there == before != "0"


def _environment(main: str, vault: str) -> dict[str, str]:
    return {
        "JOINTLY_DATABASE_URL": as_role(main, APP),
        "JOINTLY_OWNER_DATABASE_URL": main,
        "JOINTLY_VAULT_URL": vault,
    }
