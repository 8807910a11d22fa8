"""`jointly postcodes …`: whole postcodes of the operator's own, from ONSPD or Code-Point Open."""

import argparse
from pathlib import Path

from jointly.asking import ask
from jointly.commands.files import handed_over
from jointly.settings import read


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("postcodes", help="find whole postcodes by a table of your own").add_subparsers(
        required=True
    )
    new = area.add_parser("import", help="take postcodes from ONSPD or Code-Point Open", description=take.__doc__)
    new.add_argument("file", metavar="FILE", type=Path)
    new.add_argument("--without-northern-ireland", action="store_true", help="leave out those that begin with BT")
    new.set_defaults(run=take)
    area.add_parser("status", help="show what there is, and from where").set_defaults(run=status)
    area.add_parser("remove", help="take all of them away").set_defaults(run=remove)


async def take(chosen: argparse.Namespace) -> None:
    """Reads a CSV, or the zip that it came in, and puts its postcodes in the place of those that were there. A file
    that cannot be read, or an import that is ended in the middle, changes nothing."""
    import msgspec

    from jointly.listings.whereabouts.importing import packed

    def told(rows: int, share: float) -> None:
        print(f"{rows:,} rows read, {share:.0%}", flush=True)

    settings = read()
    made = packed(chosen.file, progress=told, northern_ireland=not chosen.without_northern_ireland)
    with handed_over(settings, "postcodes-", msgspec.msgpack.encode(made)) as path:
        done = await ask(settings, "postcodes_take", path=str(path))
    _show(done)
    print("Listings of feeds are put on the map anew with: jointly feeds derive --again")
    print("Phones are told that whole postcodes can be found here, and the privacy notice says so.")
    if made.tally.kind == "onspd" and any(outcode.startswith("BT") for outcode in made.outcodes):
        print(
            "Those of Northern Ireland (BT) in ONSPD are free for use that is not commercial only; for any other "
            "leave them out with --without-northern-ireland, or ask Land and Property Services for a licence."
        )


async def status(chosen: argparse.Namespace) -> None:
    """What there is, from where and since when."""
    _show(await ask(read(), "postcodes_status"))


async def remove(chosen: argparse.Namespace) -> None:
    """Takes all of them away: postcodes are found by their first half again."""
    done = await ask(read(), "postcodes_remove")
    print("They are gone." if done["removed"] else "There were none.")


def _show(found: dict) -> None:
    from jointly.listings.whereabouts.files import NAMES

    told = found["told"]
    if told is None:
        print("There are none: postcodes are found by their first half. Add them: jointly postcodes import FILE")
    else:
        size = found["bytes"] / 1_000_000
        print(f"{told['kept']:,} postcodes of {NAMES[told['kind']]} ({told['file']}), {size:.1f} MB")
        print(f"  taken {found['taken_at']} from {told['rows']:,} rows")
        print(
            f"  left out: {told['ended']:,} not in use any more, {told['nowhere']:,} without a place, "
            f"{told['left_out']:,} of Northern Ireland, {told['twice']:,} there twice, {told['faulty']:,} faulty"
        )
        for example in told["examples"]:
            print(f"    {example}")
        print("  Contains OS data, Royal Mail data and National Statistics data: see content/LICENCES.md.")
    if found["online"]:
        print(f"What is not there is asked of {found['online']}.")
