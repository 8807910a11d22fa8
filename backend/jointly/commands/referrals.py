"""`jointly referrals …`: referrals that another system leaves as files."""

import argparse
import json
from pathlib import Path

from jointly.asking import Refused, ask
from jointly.commands.files import absolute
from jointly.kit.errors import Told
from jointly.settings import read

TAKEN = "taken"
"""Files that are done are moved into this folder beside them."""
MOST_BYTES = 20_000_000


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("referrals", help="take referrals in that another system leaves as files")
    area = area.add_subparsers(required=True)
    new = area.add_parser("take", help="take in a file, or all files of a folder", description=take.__doc__)
    new.add_argument("path", metavar="FOLDER_OR_FILE", type=absolute)
    new.set_defaults(run=take)


async def take(chosen: argparse.Namespace) -> None:
    """Reads JSON files of the shape that the README describes. Each referral stands or falls alone; one that was taken
    before is not taken again. A file that is done is moved to a folder `taken` beside it, with a report."""
    settings, refused = read(), 0
    files = sorted(chosen.path.glob("*.json")) if chosen.path.is_dir() else [chosen.path]
    for file in files:
        print(f"{file.name}:")
        try:
            found = _read(file)
        except ValueError as fault:
            print(f"  cannot be read, and stays where it is: {fault}")
            refused += 1
            continue
        told = [await _one(settings, number, one) for number, one in enumerate(found, 1)]
        for line in told:
            print(f"  {line}")
        refused += sum(": refused" in line for line in told)
        _move(file, told)
    if not files:
        print("There is no file that ends in .json.")
    if refused:
        raise Told(f"{refused} could not be taken: see above.")


async def _one(settings, number: int, referral: object) -> str:
    own = referral.get("id") if isinstance(referral, dict) else None
    name = f"referral {number}" + (f" ({own[:80]!r})" if isinstance(own, str) else "")
    try:
        done = await ask(settings, "referral_take", referral=referral)
    except Refused as why:
        return f"{name}: refused: {why}"
    if done["before"]:
        return f"{name}: taken before, as {done['number']}"
    people = "person" if done["alike"] == 1 else "people"
    also = f"; may be the same as {done['alike']} {people} known here: the team decides" if done["alike"] else ""
    return f"{name}: taken, as {done['number']}{also}"


def _read(file: Path) -> list[object]:
    if file.stat().st_size > MOST_BYTES:
        raise ValueError("it is larger than 20 MB.")
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise ValueError("it is not JSON in UTF-8.") from None
    found = said.get("referrals") if isinstance(said, dict) else None
    if not isinstance(found, list):
        raise ValueError('it has no list called "referrals".')
    return found


def _move(file: Path, told: list[str]) -> None:
    folder = file.parent / TAKEN
    folder.mkdir(mode=0o700, exist_ok=True)
    to, number = folder / file.name, 1
    while to.exists():
        number += 1
        to = folder / f"{file.stem}-{number}{file.suffix}"
    file.rename(to)
    to.with_suffix(".txt").write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
