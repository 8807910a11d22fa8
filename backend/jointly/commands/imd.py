"""`jointly imd …`: how deprived neighbourhoods are, by postcode, for the figures of the service."""

import argparse
from pathlib import Path

from jointly.asking import ask
from jointly.commands.files import handed_over
from jointly.settings import read


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("imd", help="split figures by how deprived neighbourhoods are").add_subparsers(
        required=True
    )
    new = area.add_parser("import", help="take deciles by postcode from a CSV or its zip", description=take.__doc__)
    new.add_argument("file", metavar="FILE", type=Path)
    new.set_defaults(run=take)
    area.add_parser("status", help="show what there is, and from where").set_defaults(run=status)
    area.add_parser("remove", help="take all of it away").set_defaults(run=remove)


async def take(chosen: argparse.Namespace) -> None:
    """Reads the English Indices of Deprivation by postcode, and puts their deciles in the place of those that were
    there. A file that cannot be read, or an import that is ended in the middle, changes nothing."""
    import msgspec

    from jointly.reports.deprivation.importing import packed

    settings = read()
    made = packed(chosen.file, progress=lambda rows: print(f"{rows:,} rows read", flush=True))
    with handed_over(settings, "imd-", msgspec.msgpack.encode(made)) as path:
        done = await ask(settings, "imd_take", path=str(path))
    _show(done)
    print("Figures that are counted from now on use it; those that were counted before stay as they are.")


async def status(chosen: argparse.Namespace) -> None:
    """What there is, from where and since when."""
    _show(await ask(read(), "imd_status"))


async def remove(chosen: argparse.Namespace) -> None:
    """Takes all of it away: deprivation is not known again."""
    done = await ask(read(), "imd_remove")
    print("It is gone." if done["removed"] else "There was none.")


def _show(found: dict) -> None:
    told = found["told"]
    if told is None:
        print("There is none: deprivation is “not known” in figures. Add it: jointly imd import FILE")
        return
    print(f"{told['kept']:,} postcodes ({told['file']}), {found['bytes'] / 1_000_000:.1f} MB")
    print(f"  taken {found['taken_at']} from {told['rows']:,} rows")
    print(f"  left out: {told['nowhere']:,} without a decile, {told['twice']:,} there twice, {told['faulty']:,} faulty")
    for example in told["examples"]:
        print(f"    {example}")
