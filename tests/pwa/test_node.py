"""The PWA's own tests, run by Node on the sources as they are, and its two type checks."""

from pathlib import Path

import pytest

from support.node import ensure_packages
from support.pwa_build import PWA
from support.repository import ROOT
from web_build import run_node

HERE = Path(__file__).parent
TEST_FILES = sorted(HERE.rglob("*.test.ts"))


@pytest.fixture(scope="module")
def packages(node_test_packages: Path) -> Path:
    """What the tests and the sources under test import."""
    return ensure_packages(PWA)


@pytest.mark.parametrize("file", TEST_FILES, ids=lambda file: file.relative_to(HERE).as_posix())
def test_in_node(file: Path, packages: Path):
    # One process, which ends with its last test; a test that hangs fails after a minute.
    limits = "--test-isolation=none", "--test-force-exit", "--test-timeout=60000"
    run_node("--test", *limits, "--disable-warning=ExperimentalWarning", file, cwd=ROOT / "tests")


def test_node_finds_tests():
    assert TEST_FILES


@pytest.mark.parametrize("configuration", ["tsconfig.json", "tsconfig.worker.json"])
def test_the_types_hold(configuration: str, packages: Path):
    run_node("node_modules/typescript/bin/tsc", "-p", configuration, cwd=PWA)
