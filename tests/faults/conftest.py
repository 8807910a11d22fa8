"""Fixtures of the fault tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.near_server import NearServer


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory, built_pwa: Path) -> Iterator[NearServer]:
    """One service in this process that can be stopped, restored and restarted at will."""
    server = NearServer(tmp_path_factory.mktemp("near"))
    yield server
    server.close()
