"""How long a later `jointly demo` takes until it answers at /health: 5 starts on data that a first one has made.

python tests/bench start [--times 5]
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.conditions import reported
from bench.verdicts import Verdicts
from support.pwa_build import ensure_built
from support.server import Server

TARGET = 3.0


def main() -> None:
    """Start it again and again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    chosen = parser.parse_args()
    ensure_built()
    verdicts = Verdicts()
    with TemporaryDirectory() as made:
        data = Path(made) / "data"
        data.mkdir(mode=0o700)
        with reported("A later start of the demonstration", seed=0, folder=data), Server(data, verb="demo") as server:
            print(f"first start, making the demonstration: {server.started_in_seconds:.2f} s")
            took = [server.restart().started_in_seconds for _ in range(chosen.times)]
            print("later starts:", *(f"{seconds:.2f} s" for seconds in took))
            verdicts.figure("slowest later start in s", max(took), at_most=TARGET)
            print(f"median {median(took):.2f} s")
    sys.exit(1 if verdicts.missed else 0)


if __name__ == "__main__":
    main()
