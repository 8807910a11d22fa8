"""`python -m jointly.content check` lists every fault of a content folder; `schemas` writes its JSON Schemas anew."""

import argparse
import sys
from pathlib import Path

from jointly.content.loading import check
from jointly.content.schemas import write_schemas
from jointly.content.where import content_root


def main() -> None:
    """Ends with status 1 when there are faults."""
    parser = argparse.ArgumentParser(prog="python -m jointly.content", description=__doc__)
    parser.add_argument("verb", choices=["check", "schemas"])
    parser.add_argument("folder", type=Path, nargs="?", help="the content folder; without it, the one in use")
    chosen = parser.parse_args()
    root = content_root(chosen.folder)
    if chosen.verb == "schemas":
        write_schemas(root)
    elif faults := check(root):
        sys.exit("\n".join(map(str, faults)))
    else:
        sys.stdout.write("No faults.\n")


if __name__ == "__main__":
    main()
