"""The `jointly` command."""

import argparse
import asyncio
import sys
from importlib import import_module

from jointly.kit.errors import Told

EXIT_REFUSED = 2
AREAS = {
    "running": ("demo", "serve"),
    "people": ("code", "people", "erase"),
    "staff": ("staff",),
    "databases": ("migrate", "backup", "restore", "move-to-postgresql"),
    "audit": ("audit",),
    "content": ("content", "openapi"),
    "feeds": ("feeds",),
    "postcodes": ("postcodes",),
    "imd": ("imd",),
    "referrals": ("referrals",),
    "reminders": ("reminders",),
}
"""Each module of `commands` with its verbs. Only the module that is asked for is loaded."""


def main(arguments: list[str] | None = None) -> None:
    """Runs one command. Ends with 2, and one plain line, when it cannot be done."""
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="jointly", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    for area in [area for area, names in AREAS.items() if arguments[:1] and arguments[0] in names] or AREAS:
        import_module(f"jointly.commands.{area}").add_to(verbs)
    chosen = parser.parse_args(arguments)
    try:
        result = chosen.run(chosen)
        if asyncio.iscoroutine(result):
            asyncio.run(result)
    except (Told, OSError) as fault:
        print(f"jointly: {fault}", file=sys.stderr)
        sys.exit(EXIT_REFUSED)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
