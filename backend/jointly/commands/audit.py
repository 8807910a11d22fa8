"""`jointly audit verify` and `jointly audit heads`."""

import argparse
import sys

from jointly.asking import ask
from jointly.commands.files import absolute
from jointly.settings import read


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("audit", help="look whether the audit is what was written").add_subparsers(required=True)
    verify = area.add_parser("verify", help="work out every chain again", description=check_audit.__doc__)
    verify.add_argument("--heads", metavar="FILE", help="compare with what jointly audit heads wrote earlier")
    verify.set_defaults(run=check_audit)
    heads = area.add_parser("heads", help="write how far every chain has come", description=write_heads.__doc__)
    heads.add_argument("to", metavar="FILE")
    heads.set_defaults(run=write_heads)


async def check_audit(chosen: argparse.Namespace) -> None:
    """Works out every chain of the audit again. Names each chain that does not fit, with its first such row, and ends
    with 2 when there is any."""
    found = await ask(read(), "audit_verify", heads=str(absolute(chosen.heads)) if chosen.heads else None)
    for one in found["unfit"]:
        print(f"chain {one['chain']}: row {one['number']} {one['why']}")
    if found["more"]:
        print(f"… and {found['more']} chains more.")
    if found["unfit"]:
        print("The audit is not what was written.", file=sys.stderr)
        sys.exit(2)
    print(f"{found['chains']:,} chains with {found['rows']:,} rows are what was written.")


async def write_heads(chosen: argparse.Namespace) -> None:
    """Writes how far every chain has come to a file. Keep it on another system: a tail that is cut off later, with
    everything else on this one, is then found."""
    done = await ask(read(), "audit_heads", to=str(absolute(chosen.to)))
    print(f"{done['chains']:,} chains, in {done['to']}")
