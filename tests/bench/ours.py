"""Jointly as a contender: `jointly serve` as it is shipped, on SQLite or PostgreSQL, everything on.

What is timed includes sign-in, validation, sealing with the person's own key, the feed and a durable commit.
"""

import gzip
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from bench.entries import packed
from bench.wire import Answer, Connection, Void, request
from support.pwa_build import ensure_built
from support.server import Server

COOKIE = b"__Host-jointly="


class Pulled(msgspec.Struct):
    """As much of an answer as the client looks at while the clock runs; the rows are looked at after."""

    number: int
    head: int
    grant: int
    more: bool
    again: bool
    numbers: list[tuple[int, int, int]]
    refused: list[msgspec.Raw]
    rows: list[msgspec.Raw]


class Synced(msgspec.Struct):
    """An answer of /api/sync."""

    epoch: str
    subjects: list[Pulled]


_synced = msgspec.json.Decoder(Synced)


class Diary:
    """A signed-in device: one person's record, written to or read. `number` is its cursor."""

    def __init__(self, person: str, cookie: str, csrf: str) -> None:
        self.person = person
        self.cookie = cookie
        self.csrf = csrf
        self.number = 0
        self.grant = 0
        self.epoch: str | None = None

    async def meet(self, connection: Connection) -> None:
        """An empty sync, as the app makes when it starts: learns the epoch and the grant."""
        pulled = self._read(await connection.ask(self.request([], after=0)))
        self.grant = pulled.grant

    def pushes(self, entries: Sequence[dict], size: int) -> list[bytes]:
        """The requests that push the entries in batches, each knowing the cursor that the one before will leave."""
        made = [
            self.request(entries[first : first + size], after=self.number + first)
            for first in range(0, len(entries), size)
        ]
        self.number += len(entries)
        return made

    def request(self, entries: Sequence[dict], *, after: int) -> bytes:
        """One sync, packed as a phone packs it."""
        push = {"subject": self.person, "grant": self.grant, "number": after, "entries": entries}
        body = packed({"device_now": datetime.now(UTC).isoformat(), "epoch": self.epoch, "subjects": [push]})
        return request(
            "POST",
            "/api/sync",
            gzip.compress(body, 6),
            content_type="application/json",
            content_encoding="gzip",
            accept_encoding="gzip",
            sec_fetch_site="same-origin",
            cookie=self.cookie,
            x_jointly_csrf=self.csrf,
        )

    def pushed(self, answers: Sequence[Answer], count: int) -> None:
        """Every entry must have been kept, and nothing come back for it."""
        kept = 0
        for answer in answers:
            pulled = self._read(answer)
            if pulled.refused or pulled.rows or pulled.again:
                raise Void(f"a push was not taken as it should be: {answer.body[:300]!r}")
            kept += sum(length for _, _, length in pulled.numbers)
        if kept != count:
            raise Void(f"{kept} of {count} entries were kept")

    async def pull(self, connection: Connection) -> list[Pulled]:
        """Everything from the start, unpacked, as a new device asks for it."""
        after, pages, more = 0, [], True
        while more:
            pulled = self._read(await connection.ask(self.request([], after=after)))
            pages.append(pulled)
            after, more = pulled.number, pulled.more
        return pages

    def pulled(self, pages: Sequence[Pulled], entries: Sequence[dict]) -> None:
        """The pages must hold exactly these entries, word for word."""
        rows = [msgspec.json.decode(row) for page in pages for row in page.rows]
        got = {row["id"]: (row["at"], row["body"]) for row in rows}
        if len(rows) != len(entries) or got != {one["id"]: (one["at"], one["body"]) for one in entries}:
            raise Void(f"{len(rows)} of {len(entries)} entries came back, or not as they were")

    def _read(self, answer: Answer) -> Pulled:
        plain = gzip.decompress(answer.body) if answer.header("content-encoding") == b"gzip" else answer.body
        synced = _synced.decode(plain)
        self.epoch = synced.epoch
        [pulled] = synced.subjects
        return pulled


class Ours:
    """A server with a fresh database."""

    pushed_status = 200

    def __init__(self, folder: Path, environment: dict[str, str] | None = None) -> None:
        ensure_built()
        folder.mkdir(mode=0o700)
        self.server = Server(folder, environment=environment)
        self.name = "Jointly on PostgreSQL" if environment else "Jointly"
        self.durability = "fsync on" if environment else "WAL, synchronous=FULL"

    async def start(self) -> None:
        """Migrate, start, and make the join code."""
        self.server.run("migrate")
        self.server.start()
        self._code = self._make_code("service")

    async def stop(self) -> None:
        """End it in order."""
        self.server.stop()

    @property
    def port(self) -> int:
        return self.server.port

    @property
    def pid(self) -> int:
        return self.server.process.pid

    async def diary(self) -> Diary:
        """A new person, signed in and met."""
        return await self._join(self._code)

    async def second_device(self, diary: Diary) -> Diary:
        """The same person on another phone."""
        return await self._join(self.code_for(diary))

    def code_for(self, diary: Diary) -> str:
        """A code that opens this person's record once more."""
        return self._make_code("person", "--open", diary.person)

    def _make_code(self, *arguments: str) -> str:
        return self.server.run("code", *arguments).stdout.split()[0]

    async def _join(self, code: str) -> Diary:
        connection = await Connection.open(self.port)
        body = packed({"code": code, "device": str(uuid4()), "called": "Ann"})
        asked = request("POST", "/api/join", body, content_type="application/json", sec_fetch_site="same-origin")
        answer = await connection.ask(asked)
        token = answer.head[answer.head.index(COOKIE) :].partition(b";")[0].decode()
        me = msgspec.json.decode(answer.body)
        diary = Diary(me["person"], token, me["csrf"])
        await diary.meet(connection)
        connection.close()
        return diary
