"""kill -9 at each statement of a migration: the next start brings the database to the very same schema."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.repository import ROOT


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.long)])
def test_a_migration_killed_anywhere_is_done_at_the_next_start(tmp_path: Path, step: int) -> None:
    program = [sys.executable, "-m", "faults.migrate_killed", str(tmp_path), str(step)]
    done = subprocess.run(program, cwd=ROOT / "tests", capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    print(
        f"a migration killed at {found['kills']} of {found['statements']} statements: "
        f"{len(found['different'])} ended differently"
    )
    assert found["different"] == []
    assert found["kills"] > 20
