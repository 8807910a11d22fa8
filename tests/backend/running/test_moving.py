"""Moving a SQLite service to PostgreSQL: the counts agree, and phones go on as if nothing had happened."""

from collections.abc import Callable, Iterator

import pytest

from support.phone import Phone, correction, entry
from support.postgres import Postgres
from support.server import Server


@pytest.fixture
def urls(postgres: Postgres) -> Iterator[tuple[str, str]]:
    """Two empty databases: the main one and the vault's."""
    made = postgres.create_database(), postgres.create_database()
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

    server.environment |= {"JOINTLY_DATABASE_URL": urls[0], "JOINTLY_VAULT_URL": urls[1]}
    server.start()
    pull = await phone.push(entry())
    assert (pull["again"], pull["number"], pull["rows"]) == (False, number + 1, [])
    assert (await phone.everything())[:-1] == before
    assert (await phone.client.get("/api/me")).json()["called"] == "Ann"
    reopened = await phone_of(server).join(make_code(server, "person", "--open", phone.person))
    assert reopened.person == phone.person


def test_postgresql_is_never_migrated_by_the_service_itself(make_server: Callable[..., Server], urls: tuple[str, str]):
    server = make_server(environment={"JOINTLY_DATABASE_URL": urls[0], "JOINTLY_VAULT_URL": urls[1]})
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
