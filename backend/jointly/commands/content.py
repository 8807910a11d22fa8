"""`jointly content check` and `jointly openapi`."""

import argparse
import sys
from pathlib import Path

from jointly.content import check, content_root


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("content", help="look after the content tree").add_subparsers(required=True)
    checking = area.add_parser("check", help="find every fault, with file and line")
    checking.add_argument("tree", nargs="?", type=Path, help="the content tree (default: the one in use)")
    checking.set_defaults(run=check_tree)
    openapi = verbs.add_parser("openapi", help="write the description of the API")
    openapi.add_argument("to", nargs="?", type=Path, help="a file; standard output when left out")
    openapi.set_defaults(run=write_openapi)


def check_tree(chosen: argparse.Namespace) -> None:
    """Prints every fault in the content tree, one a line; ends with 1 when there is any."""
    from jointly.settings import read

    root = content_root(chosen.tree or read().content)
    faults = check(root)
    for fault in faults:
        print(fault)
    print("No faults." if not faults else f"{len(faults)} to mend.")
    sys.exit(bool(faults))


def write_openapi(chosen: argparse.Namespace) -> None:
    """Writes the API's OpenAPI document."""
    from jointly.app import create_app
    from jointly.openapi import written
    from jointly.settings import read

    text = written(create_app(read(), built=False))
    chosen.to.write_text(text) if chosen.to else print(text, end="")
