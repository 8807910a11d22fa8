"""`jointly content check`, `preview` and `publish`, and `jointly openapi`."""

import argparse
import sys
from collections.abc import Sequence
from importlib.resources import files as package_files
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from jointly.content.faults import Desk, Fault


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("content", help="look after the content tree").add_subparsers(required=True)
    checking = area.add_parser("check", help="find every fault, with file and line")
    showing = area.add_parser("preview", help="make a page for each item, to be looked at")
    showing.add_argument("--to", type=Path, required=True, help="the folder for the pages")
    publishing = area.add_parser("publish", help="freeze every version that is new")
    for verb, run in ((checking, check_tree), (showing, preview_tree), (publishing, publish_tree)):
        verb.add_argument("tree", nargs="?", type=Path, help="the content tree (default: the one in use)")
        verb.set_defaults(run=run)
    openapi = verbs.add_parser("openapi", help="write the description of the API")
    openapi.add_argument("to", nargs="?", type=Path, help="a file; standard output when left out")
    openapi.set_defaults(run=write_openapi)


def check_tree(chosen: argparse.Namespace) -> None:
    """Prints every fault in the content tree, one a line; ends with 1 when there is any."""
    desk, notes = read_tree(_root(chosen))
    _tell(desk.told, notes)


def read_tree(root: Path) -> "tuple[Desk, list[Fault]]":
    """A whole tree with all its faults: also cases that come out otherwise, and messages that the app does not know.

    With it, what is no fault and yet worth saying.
    """
    from jointly.checkins.scoring.worked import check_cases
    from jointly.content import content_root
    from jointly.content.built_words import check_built
    from jointly.content.loading import read_all

    reading = read_all(root)
    check_cases(reading.questionnaires, reading.cases)
    return reading.desk, check_built(reading.desk, content_root())


def preview_tree(chosen: argparse.Namespace) -> None:
    """Writes a page for each item into a folder, with its faults on top; ends with 1 when there is any.

    Pictures are drawn by the built app's own script; before it is built there are none.
    """
    from jointly.content.preview import preview

    desk, notes = read_tree(_root(chosen))
    drawing = Path(str(package_files("jointly") / "static" / "preview.js"))
    files = preview(desk, chosen.to, drawing.read_text(encoding="utf-8") if drawing.is_file() else "")
    print(f"{len(files)} pages. Open {files[0]}")
    _tell(desk.told, notes)


def publish_tree(chosen: argparse.Namespace) -> None:
    """Freezes every new version of a tree without faults: from then on a change needs another version."""
    from jointly.content.published import publish

    desk, notes = read_tree(_root(chosen))
    if desk.faults:
        _tell(desk.told, notes)
    for item in publish(desk):
        print(f"{item.home}: version {item.version}")
    print("Everything is published.")


def _root(chosen: argparse.Namespace) -> Path:
    from jointly.content import content_root
    from jointly.settings import read

    return content_root(chosen.tree or read().content)


def _tell(faults: Sequence[object], notes: Sequence[object]) -> NoReturn:
    """Prints notes and faults, one a line, and ends with 1 when there is any fault."""
    for note in notes:
        print(f"Note: {note}")
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
