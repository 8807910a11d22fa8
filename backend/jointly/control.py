"""How `jointly` commands reach the process that owns the database: a Unix socket only its own user can open.

One line of JSON each way: `{"verb": "backup", "arguments": {…}}` → `{"done": {…}}` or `{"refused": "…"}`.
When no server runs, the command opens the house itself; the lock on the file keeps a second process out.
"""

import asyncio
import inspect
import json
import logging
import os
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from jointly.content import content_root, messages
from jointly.house import close_house, open_house
from jointly.kit.db import DatabaseError
from jointly.kit.errors import Refusal
from jointly.operations import VERBS
from jointly.people.house import House
from jointly.settings import Settings

LONGEST_LINE = 2_000_000
"""Bytes: 1,000 people with the longest names take half of it."""
ANSWER_WITHIN = 600
"""Seconds that the longest verb, a backup, may take."""

log = logging.getLogger("jointly")


class Refused(Exception):
    """The verb was refused; the text says why, in plain words."""


@asynccontextmanager
async def listening(house: House, settings: Settings) -> AsyncIterator[None]:
    """Listens to commands while the block runs. The database's lock is held, so an old socket is nobody's.

    On PostgreSQL commands go straight to the database, and nobody listens.
    """
    if house.db.kind == "postgres":
        yield
        return
    speak = messages(content_root(settings.content), "en")

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                asked = json.loads(await reader.readline())
                answer = await _answer(house, speak, asked)
                writer.write(json.dumps(answer).encode() + b"\n")
                await writer.drain()
        except (TimeoutError, ValueError, OSError) as fault:
            log.warning("a command was cut off: %s", type(fault).__name__)
        finally:
            writer.close()

    settings.socket.unlink(missing_ok=True)
    os.umask(0o077)
    server = await asyncio.start_unix_server(serve, settings.socket, limit=LONGEST_LINE)
    try:
        yield
    finally:
        server.close()
        settings.socket.unlink(missing_ok=True)


async def ask(settings: Settings, verb: str, **arguments) -> dict:
    """Has `verb` done: by the running server, or by this process when there is none. Raises `Refused`."""
    answer = await _ask_server(settings.socket, verb, arguments)
    if answer is None:
        if not settings.database_url and not Path(settings.database).exists():
            log.warning("There was no service in %s yet: this begins a new one.", settings.data)
        house = await open_house(settings)
        try:
            speak = messages(content_root(settings.content), "en")
            answer = await _answer(house, speak, {"verb": verb, "arguments": arguments})
        finally:
            await close_house(house)
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer["done"]


async def _ask_server(socket: Path, verb: str, arguments: dict) -> dict | None:
    try:
        reader, writer = await asyncio.open_unix_connection(socket, limit=LONGEST_LINE)
    except (FileNotFoundError, ConnectionRefusedError):
        return None
    try:
        writer.write(json.dumps({"verb": verb, "arguments": arguments}).encode() + b"\n")
        async with asyncio.timeout(ANSWER_WITHIN):
            line = await reader.readline()
    finally:
        writer.close()
    if not line:
        raise Refused("The server ended before it answered.")
    return json.loads(line)


async def _answer(house: House, speak, asked: dict) -> dict:
    try:
        verb, arguments = VERBS[asked["verb"]], asked["arguments"]
        inspect.signature(verb).bind(house, **arguments)
    except (KeyError, TypeError):
        return {"refused": "This command and the running server are of different versions: restart the server."}
    try:
        return {"done": await verb(house, **arguments)}
    except Refusal as refusal:
        return {"refused": speak(f"error-{refusal.code}", **refusal.words)}
    except (ValueError, OSError, DatabaseError, NotImplementedError) as fault:
        return {"refused": str(fault) or type(fault).__name__}
    except Exception as fault:
        # Its own text may hold what somebody wrote: only its kind and place are told.
        last = traceback.extract_tb(fault.__traceback__)[-1]
        log.error("the command %s failed: %s at %s:%d", asked["verb"], type(fault).__name__, last.filename, last.lineno)
        return {"refused": f"This went wrong inside Jointly ({type(fault).__name__}). The server's log says where."}
