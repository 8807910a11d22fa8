"""kill -9 at each statement of a migration: the next start brings the database to the very same schema."""

import json
import subprocess
import sys
from pathlib import Path

from support.repository import ROOT


def test_a_migration_killed_anywhere_is_done_at_the_next_start(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "faults.migrate_killed", str(tmp_path)]
    done = subprocess.run(program, cwd=ROOT / "tests", capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    print(
        f"a migration killed at each of {found['statements']} statements: {len(found['different'])} ended differently"
    )
    assert found["different"] == []
    assert found["statements"] > 20
