"""One command a workload: `python tests/bench year`, `load`, `slow_phone`, `phone`, `start`, `engine`,
`directory`, `directory_http`, `feeds`, `figures`, `caseload`, `push`."""

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORKLOADS = (
    "year",
    "slow_phone",
    "load",
    "phone",
    "start",
    "engine",
    "directory",
    "directory_http",
    "feeds",
    "figures",
    "caseload",
    "push",
)


def main() -> None:
    """Run the workload named first; what follows the name is its own."""
    if len(sys.argv) < 2 or sys.argv[1] not in WORKLOADS:
        sys.exit(f"{__doc__}\nEach tells its choices with --help.")
    # This folder's parent stands in for the folder itself, so that no file here hides a module of the same name.
    sys.path[0] = str(HERE.parent)
    name = sys.argv.pop(1)
    sys.argv[0] = f"bench {name}"
    runpy.run_module(f"bench.{name}", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
