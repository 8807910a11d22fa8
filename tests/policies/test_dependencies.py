"""What we depend on: said why, locked without addresses, and never older than a known fault."""

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from importlib.metadata import distributions, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from support.repository import ROOT, files_under, named, tracked_files

FLOORS = {
    name: Version(floor["version"])
    for name, floor in tomllib.loads((Path(__file__).parent / "floors.toml").read_text())["floors"].items()
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCK = ROOT / "backend" / "requirements.lock"


def below_floor(versions: Mapping[str, str]) -> list[str]:
    """The packages that are older than their floor."""
    return [
        f"{name} {version} is below {FLOORS[name]}"
        for name, version in versions.items()
        if name in FLOORS and Version(version) < FLOORS[name]
    ]


def locked_versions() -> dict[str, str]:
    """Package to version, as the lock file has them."""
    return {
        canonicalize_name(name): version for name, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", LOCK.read_text())
    }


def installed_versions() -> dict[str, str]:
    """Package to version, as installed for this very run."""
    return {canonicalize_name(found.metadata["Name"]): found.version for found in distributions()}


def without_reason(lines: Iterable[str]) -> list[str]:
    """The requirements of a TOML file that have no comment line above them."""
    bare, above = [], ""
    for line in map(str.strip, lines):
        if re.fullmatch(r'"[a-z][\w.-]*(\[.*\])?[<>=~!].*",', line) and not above.startswith("# "):
            bare.append(line)
        above = line
    return bare


def imported(source: str) -> set[str]:
    """The packages that a Python text imports, without those of Python itself and our own."""
    names = set()
    for part in ast.walk(ast.parse(source)):
        if isinstance(part, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in part.names}
        elif isinstance(part, ast.ImportFrom) and part.module and not part.level:
            names.add(part.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"jointly"}


def brought_along() -> set[str]:
    """What an installation has: what the project asks for, and what that asks for itself."""
    asked = [Requirement(text) for text in PROJECT["dependencies"]]
    also = [Requirement(text) for one in asked for text in requires(one.name) or ()]
    return {canonicalize_name(one.name) for one in (*asked, *also)}


def test_everything_that_is_imported_is_asked_for():
    assert imported("import os, bs4.element\nfrom yaml import load\nfrom jointly import app") == {"bs4", "yaml"}
    names, there = packages_distributions(), brought_along()
    missing = {
        f"{named(file)}: {package}"
        for file in files_under("backend/jointly", ".py")
        for package in imported(file.read_text(encoding="utf-8"))
        if not there & {canonicalize_name(name) for name in names.get(package, ())}
    }
    assert missing == set(), "an installation without it does not start"


def test_a_package_below_its_floor_is_found():
    assert below_floor({"piccolo": "1.0.0", "httpx": "0.28.1", "unheard-of": "0.1"}) == ["piccolo 1.0.0 is below 1.1.1"]


@pytest.mark.parametrize("versions", [locked_versions, installed_versions])
def test_nothing_is_older_than_a_known_fault(versions):
    assert len(versions()) > 20
    assert below_floor(versions()) == []


def test_a_dependency_without_a_reason_is_found():
    assert without_reason(["# Serves.", '"uvicorn>=0.54,<1",', '"kinto[postgresql]>=25",']) == [
        '"kinto[postgresql]>=25",'
    ]


def test_every_dependency_says_why():
    assert without_reason((ROOT / "pyproject.toml").read_text().splitlines()) == []


@pytest.mark.parametrize("folder", ["pwa", "tests/node"])
def test_every_node_package_says_why(folder: str):
    package = json.loads((ROOT / folder / "package.json").read_text())
    wanted = package.get("dependencies", {}).keys() | package.get("devDependencies", {}).keys()
    assert package.get("why", {}).keys() == wanted


def test_the_lock_file_meets_what_the_project_asks_for():
    locked = locked_versions()
    for requirement in map(Requirement, PROJECT["dependencies"]):
        version = locked.get(canonicalize_name(requirement.name), "0")
        assert requirement.specifier.contains(version), f"{requirement}, but the lock has {version}"


def test_lock_files_hold_hashes_and_no_addresses():
    assert "://" not in LOCK.read_text()
    assert LOCK.read_text().count("--hash=sha256:") >= len(locked_versions())
    locks = [file for file in tracked_files() if file.name == "package-lock.json"]
    assert locks
    for lock in locks:
        for path, package in json.loads(lock.read_text())["packages"].items():
            assert "resolved" not in package, f"{named(lock)}: {path}"
            assert not path or package["integrity"].startswith("sha512-"), f"{named(lock)}: {path}"
