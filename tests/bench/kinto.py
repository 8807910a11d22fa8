"""Kinto 26.5.0 on PostgreSQL as a contender, with accounts: a server that signs in each part of a batch."""

import base64
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from textwrap import dedent

import msgspec

from bench.entries import packed
from bench.pouch import PEERS, listens
from bench.wire import Answer, Connection, Void, request
from support import processes
from support.postgres import Postgres
from support.repository import ROOT
from support.server import service_environment

HOUSE = PEERS / "venv"
PASSWORD = "correct-horse-battery"
RECORDS = "/buckets/default/collections/diary/records"


def ensure_installed() -> Path:
    """Kinto in a virtual environment of its own, as the project's `bench` extra pins it; gives its bin folder."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["bench"]
    mark = HOUSE / "installed"
    if not mark.is_file() or mark.read_text() != "\n".join(wanted):
        subprocess.run([sys.executable, "-m", "venv", "--clear", HOUSE], check=True)
        subprocess.run([HOUSE / "bin" / "pip", "install", "--quiet", *wanted], check=True)
        mark.write_text("\n".join(wanted))
    return HOUSE / "bin"


class Collection:
    """One account's own collection."""

    def __init__(self, account: str) -> None:
        self.account = account
        self._sign_in = "Basic " + base64.b64encode(f"{account}:{PASSWORD}".encode()).decode()

    def pushes(self, entries: Sequence[dict], size: int) -> list[bytes]:
        """The requests that push the entries in batches."""
        return [self._push(entries[first : first + size]) for first in range(0, len(entries), size)]

    def _push(self, entries: Sequence[dict]) -> bytes:
        parts = [{"path": f"/v1{RECORDS}/{entry['id']}", "body": {"data": entry}} for entry in entries]
        return self._request("POST", "/v1/batch", packed({"defaults": {"method": "PUT"}, "requests": parts}))

    def pushed(self, answers: Sequence[Answer], count: int) -> None:
        """Every part of every batch must have made a record."""
        said = [part["status"] for answer in answers for part in msgspec.json.decode(answer.body)["responses"]]
        if said != [201] * count:
            raise Void(f"{said.count(201)} of {count} records were kept")

    async def pull(self, connection: Connection) -> list[bytes]:
        """Every record, in one page."""
        return [(await connection.ask(self._request("GET", f"/v1{RECORDS}?_limit=5000"))).body]

    def pulled(self, pages: Sequence[bytes], entries: Sequence[dict]) -> None:
        """The page must hold exactly these entries."""
        got = {one["id"]: one["body"] for page in pages for one in msgspec.json.decode(page)["data"]}
        if got != {one["id"]: one["body"] for one in entries}:
            raise Void(f"{len(got)} of {len(entries)} records came back, or not as they were")

    def _request(self, method: str, path: str, body: bytes = b"") -> bytes:
        return request(method, path, body, content_type="application/json", authorization=self._sign_in)


class Kinto:
    """A server with a fresh database on a PostgreSQL that waits for the disk."""

    name = "Kinto 26.5.0"
    durability = "PostgreSQL, fsync on"
    pushed_status = 200

    def __init__(self, folder: Path, postgres: Postgres) -> None:
        self._bin = ensure_installed()
        self._folder = folder
        self._postgres = postgres
        self._names = (f"account{number}" for number in count())
        self.port = processes.free_port()

    async def start(self) -> None:
        """Make the tables, start it, and wait until it answers."""
        self._folder.mkdir()
        self._url = self._postgres.create_database()
        settings = self._folder / "kinto.ini"
        settings.write_text(_settings(self._url, self.port))
        environment = service_environment(self._folder)
        kinto = str(self._bin / "kinto")
        subprocess.run([kinto, "migrate", "--ini", settings], check=True, capture_output=True, env=environment)
        log = self._folder / "log.txt"
        self._process = processes.start([kinto, "start", "--ini", str(settings)], log=log, env=environment)
        processes.wait_until(lambda: listens(self.port), self._process, log=log)

    async def stop(self) -> None:
        """End it."""
        processes.stop(self._process)
        self._postgres.drop_database(self._url)

    async def diary(self) -> Collection:
        """A new account."""
        made = Collection(next(self._names))
        connection = await Connection.open(self.port)
        body = packed({"data": {"password": PASSWORD}})
        asked = request("PUT", f"/v1/accounts/{made.account}", body, content_type="application/json")
        await connection.ask(asked, expect=201)
        connection.close()
        return made

    async def second_device(self, diary: Collection) -> Collection:
        """The same account."""
        return diary


def _settings(url: str, port: int) -> str:
    parts = "\n".join(
        f"kinto.{part}_backend = kinto.core.{part}.postgresql\nkinto.{part}_url = {url}"
        for part in ("storage", "cache", "permission")
    )
    return (
        dedent(
            f"""\
            [server:main]
            use = egg:waitress#main
            host = 127.0.0.1
            port = {port}
            threads = 8

            [app:main]
            use = egg:kinto
            kinto.includes = kinto.plugins.default_bucket kinto.plugins.accounts
            kinto.account_create_principals = system.Everyone
            multiauth.policies = account basicauth
            multiauth.policy.account.use = kinto.plugins.accounts.authentication.AccountsAuthenticationPolicy
            kinto.batch_max_requests = 100
            kinto.paginate_by = 5000
            kinto.userid_hmac_secret = benchmark
            """
        )
        + parts
        + "\n"
    )
