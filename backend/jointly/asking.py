"""How `jointly` commands reach the process that owns the database: a Unix socket only its own user can open.

One line of JSON each way: `{"verb": "backup", "arguments": {…}}` → `{"done": {…}}` or `{"refused": "…"}`.
What a service stands on is loaded only when no server runs, so that most commands answer at once.
"""

import asyncio
import json
from pathlib import Path

from jointly.kit.errors import Told
from jointly.settings import Settings

LONGEST_LINE = 2_000_000
"""Bytes: 1,000 people with the longest names take half of it."""
ANSWER_WITHIN = 600
"""Seconds that the longest verb, a backup, may take."""


class Refused(Told):
    """The verb was refused; the text says why, in plain words."""


async def ask(settings: Settings, verb: str, **arguments) -> dict:
    """Has `verb` done: by the running server, or by this process when there is none. Raises `Refused`."""
    answer = await _ask_server(settings.socket, verb, arguments)
    if answer is None:
        from jointly.control import answered_here

        answer = await answered_here(settings, verb, arguments)
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
