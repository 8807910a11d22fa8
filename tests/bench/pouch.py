"""express-pouchdb 4.2.0 as a contender: PouchDB's own server, which signs nobody in and does not wait for the disk."""

import shutil
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import msgspec

from bench.entries import packed
from bench.wire import Answer, Connection, Void, request
from support import processes
from support.node import ensure_packages
from support.server import service_environment
from web_build import node_folder

PEERS = Path(__file__).resolve().parent / "peers"
PAGE = 500
"""Rows of one page of changes, as PouchDB's own replication asks for them at this batch size."""


class Changes(msgspec.Struct):
    """As much of a page of changes as the client looks at while the clock runs."""

    results: list[msgspec.Raw]
    last_seq: msgspec.Raw
    pending: int = 0


_changes = msgspec.json.Decoder(Changes)


class Database:
    """One database, which is what a person has there."""

    def __init__(self, name: str) -> None:
        self.name = name

    def pushes(self, entries: Sequence[dict], size: int) -> list[bytes]:
        """The requests that push the entries in batches."""
        return [self._push(entries[first : first + size]) for first in range(0, len(entries), size)]

    def _push(self, entries: Sequence[dict]) -> bytes:
        docs = [{"_id": entry["id"], **{name: entry[name] for name in entry if name != "id"}} for entry in entries]
        return request("POST", f"/{self.name}/_bulk_docs", packed({"docs": docs}), content_type="application/json")

    def pushed(self, answers: Sequence[Answer], count: int) -> None:
        """Every document must have been kept."""
        said = [one for answer in answers for one in msgspec.json.decode(answer.body)]
        if len(said) != count or not all(one.get("ok") for one in said):
            raise Void(f"{sum(bool(one.get('ok')) for one in said)} of {count} documents were kept")

    async def pull(self, connection: Connection) -> list[Changes]:
        """Every page of changes with its documents."""
        pages, since = [], "0"
        while True:
            path = f"/{self.name}/_changes?include_docs=true&limit={PAGE}&since={since}"
            page = _changes.decode((await connection.ask(request("GET", path))).body)
            pages.append(page)
            since = bytes(page.last_seq).decode()
            if len(page.results) < PAGE and not page.pending:
                return pages

    def pulled(self, pages: Sequence[Changes], entries: Sequence[dict]) -> None:
        """The pages must hold exactly these entries, word for word."""
        docs = [msgspec.json.decode(row)["doc"] for page in pages for row in page.results]
        got = {doc["_id"]: (doc["at"], doc["body"]) for doc in docs}
        if len(docs) != len(entries) or got != {one["id"]: (one["at"], one["body"]) for one in entries}:
            raise Void(f"{len(docs)} of {len(entries)} documents came back, or not as they were")


class Pouch:
    """A server with an empty folder."""

    name = "express-pouchdb 4.2.0"
    durability = "no fsync"
    pushed_status = 201

    def __init__(self, folder: Path) -> None:
        ensure_packages(PEERS)
        self.folder = folder
        self.port = processes.free_port()
        self._names = (f"d{number}" for number in count())

    async def start(self) -> None:
        """Start it, and wait until it answers."""
        self.folder.mkdir()
        log = self.folder.with_suffix(".log")
        command = [str(node_folder() / "node"), str(PEERS / "pouch-server.cjs"), str(self.port), str(self.folder)]
        environment = service_environment(self.folder) | {"NODE_ENV": "production"}
        self._process = processes.start(command, log=log, cwd=self.folder, env=environment)
        processes.wait_until(lambda: listens(self.port), self._process, log=log)

    async def stop(self) -> None:
        """End it."""
        processes.stop(self._process)
        shutil.rmtree(self.folder)

    async def diary(self) -> Database:
        """A new database."""
        made = Database(next(self._names))
        connection = await Connection.open(self.port)
        await connection.ask(request("PUT", f"/{made.name}"), expect=201)
        connection.close()
        return made

    async def second_device(self, diary: Database) -> Database:
        """Anybody may read any database."""
        return diary


def listens(port: int) -> bool:
    """Whether somebody listens on the port."""
    import socket

    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
