"""`jointly reminders …`: a process that only reminds, what was not delivered, and what is due."""

import argparse
import asyncio
import signal

from jointly.asking import ask
from jointly.kit.errors import Told
from jointly.settings import read


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("reminders", help="send reminders, and see what became of them")
    area = area.add_subparsers(required=True)
    only = area.add_parser("run", help="only remind, and serve nobody (PostgreSQL)", description=run.__doc__)
    only.set_defaults(run=run)
    lost = area.add_parser("failed", help="list messages that came to nothing", description=failed.__doc__)
    lost.set_defaults(run=failed)
    dry = area.add_parser("dry-run", help="count what is due, and tell nobody", description=dry_run.__doc__)
    dry.add_argument("--hours", type=int, default=24, help="how far ahead, 1 to 336 (default 24)")
    dry.set_defaults(run=dry_run)


async def run(chosen: argparse.Namespace) -> None:
    """Sends reminders until it is told to stop; any number of such processes share the work. A server with
    JOINTLY_REMINDERS=elsewhere leaves it to them. On SQLite the server itself reminds."""
    from jointly.content import content_root, load, messages
    from jointly.house import close_house, open_house
    from jointly.reminders.outlets import outlets_of
    from jointly.reminders.running import dispatching

    settings = read()
    if not settings.database_url:
        raise Told("On SQLite the server itself reminds: there is nothing to run beside it.")
    root = content_root(settings.content)
    content, speak = load(root), messages(root, "en")
    pathways = {slug: pathway.facts for slug, pathway in content.pathways.items()}
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    house = await open_house(settings)
    try:
        async with outlets_of(settings, house) as outlets, dispatching(house, pathways, speak, outlets):
            print(f"Jointly reminds ({house.db.version})", flush=True)
            await stop.wait()
    finally:
        await close_house(house)


async def failed(chosen: argparse.Namespace) -> None:
    """Lists the last 200 messages that came to nothing: for whom (an id), by which channel, and what went wrong."""
    found = (await ask(read(), "reminders_failed"))["failed"]
    for one in found:
        print(
            f"{one['made_at']}  {one['channel']:5}  {one['fault'] or one['state']:16}  {one['kinds']}  {one['person']}"
        )
    if not found:
        print("Every message that was sent arrived where it was sent to.")


async def dry_run(chosen: argparse.Namespace) -> None:
    """Counts what is due, by hour (UTC) and kind, as plans stand. Nothing is sent and nothing is changed."""
    answer = await ask(read(), "reminders_waiting", hours=chosen.hours)
    for one in answer["waiting"]:
        print(f"{one['hour']:16}  {one['kind']:10}  {one['count']}")
    if not answer["waiting"]:
        print("Nothing is due.")
    if answer["more"]:
        print("There is more than can be counted here.")
