"""Answers `jointly` commands (asking.py), in the process that owns the database.

Where no server runs that is the command's own; the lock on the file keeps a second process out.
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

from jointly.asking import ANSWER_WITHIN, LONGEST_LINE
from jointly.content import content_root, messages
from jointly.house import close_house, open_house
from jointly.kit.db import DatabaseError
from jointly.kit.errors import Refusal
from jointly.operations import VERBS
from jointly.people.house import House
from jointly.settings import Settings

log = logging.getLogger("jointly")


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


async def answered_here(settings: Settings, verb: str, arguments: dict) -> dict:
    """The answer of this process, which opens the house itself: for when no server runs."""
    if not settings.database_url and not Path(settings.database).exists():
        log.warning("There was no service in %s yet: this begins a new one.", settings.data)
    house = await open_house(settings)
    try:
        speak = messages(content_root(settings.content), "en")
        return await _answer(house, speak, {"verb": verb, "arguments": arguments})
    finally:
        await close_house(house)


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
