"""Node packages for the tests: installed from the lock files when what is there differs, one run at a time."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.repository import ROOT
from web_build import install_packages

TEST_PACKAGES = ROOT / "tests" / "node"


@contextmanager
def only_one_in(folder: Path) -> Iterator[None]:
    """Hold the folder against other runs; the lock goes with the process, however that ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def ensure_packages(folder: Path) -> Path:
    """Install the folder's packages if they are not those of its lock file; returns node_modules."""
    with only_one_in(folder):
        if not packages_match(folder):
            install_packages(folder)
    return folder / "node_modules"


def packages_match(folder: Path) -> bool:
    """Whether node_modules holds what package-lock.json says; packages for other machines may be absent."""
    # npm writes down what it installed in this file.
    installed_list = folder / "node_modules" / ".package-lock.json"
    if not installed_list.is_file():
        return False
    locked = _packages(folder / "package-lock.json")
    installed = _packages(installed_list)
    wanted = {path for path, package in locked.items() if path and not package.get("optional")}
    return wanted <= installed.keys() and all(
        installed[path].get("version") == locked.get(path, {}).get("version") for path in installed
    )


def _packages(lock: Path) -> dict[str, dict]:
    return json.loads(lock.read_text())["packages"]
