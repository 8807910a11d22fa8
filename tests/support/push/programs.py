"""The programs that a real round trip needs: the machine's own, else installed. A run that can have none fails."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

from support.chromium import WHOLE
from support.node import only_one_in


@dataclass(frozen=True)
class Program:
    """A program by the names that it goes by, a library that it cannot do without, and what brings them on Debian."""

    names: Sequence[str]
    packages: Sequence[str]
    library: str | None = None


CHROMIUM = Program(WHOLE, ["chromium"])
"""Whole: the headless shell has neither push nor notifications."""
FIREFOX = Program(("firefox-esr", "firefox"), ["firefox-esr", "libnotify4"], library="notify")
"""Its package brings it without the library, and without that it shows no notification."""
BUS = Program(("dbus-daemon",), ["dbus-daemon"])


def path_of(program: Program) -> str:
    """Where it is; root on Debian gets it from the system's packages if it is missing."""
    found = _find(program)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        with only_one_in(Path(tempfile.gettempdir())):
            _install(program.packages)
        found = _find(program)
    assert found, (
        f"Real round trips of web push need {' and '.join(program.packages)}. Debian: `apt-get install "
        f"{' '.join(program.packages)}` as root; elsewhere put one of these on PATH: {', '.join(program.names)}."
    )
    return found


def _find(program: Program) -> str | None:
    if program.library and not find_library(program.library):
        return None
    return next((path for path in map(shutil.which, program.names) if path), None)


def _install(packages: Sequence[str]) -> None:
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(command, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, **quiet)
