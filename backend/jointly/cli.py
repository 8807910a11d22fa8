"""The `jointly` command."""

import argparse
import asyncio
import sys

from jointly.commands import audit, content, databases, people, running, staff
from jointly.content import ContentFaults
from jointly.control import Refused
from jointly.kit.db import AlreadyOpen, DatabaseError
from jointly.kit.errors import UnsafeSetting

EXIT_REFUSED = 2


def main(arguments: list[str] | None = None) -> None:
    """Runs one command. Ends with 2, and one plain line, when it cannot be done."""
    parser = argparse.ArgumentParser(prog="jointly", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    for area in (running, people, staff, databases, audit, content):
        area.add_to(verbs)
    chosen = parser.parse_args(arguments)
    try:
        result = chosen.run(chosen)
        if asyncio.iscoroutine(result):
            asyncio.run(result)
    except (UnsafeSetting, AlreadyOpen, Refused, DatabaseError, OSError) as fault:
        _refuse(str(fault))
    except ContentFaults as faults:
        _refuse("\n".join(map(str, faults.faults)))
    except KeyboardInterrupt:
        sys.exit(130)


def _refuse(why: str) -> None:
    print(f"jointly: {why}", file=sys.stderr)
    sys.exit(EXIT_REFUSED)


if __name__ == "__main__":
    main()
