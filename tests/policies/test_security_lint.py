"""bandit finds nothing in the backend that is not accepted on its line, with why; and it does find what is planted."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from support.repository import ROOT, files_under, named

MARK = re.compile(r"#\s*nosec\b.*")
ACCEPTED = re.compile(r"# nosec B\d{3} # \S.{15,}")
WRITTEN_BY_PICCOLO = "backend/jointly/migrations/"
"""Its migrations say `"secret": False` of each column, which bandit takes for a password (B105)."""

PLANTED = """import hashlib, pickle, random, tempfile
import subprocess
import requests, yaml

password = "hunter2"


def bad(query, host, data):
    subprocess.run("ping " + host, shell=True)
    exec(query)
    pickle.loads(data)
    yaml.load(data)
    hashlib.md5(data)
    requests.get(host, verify=False)
    tempfile.mktemp()
    token = random.random()
    cursor.execute("select * from person where name = '%s'" % query)
    try:
        assert token
    except Exception:
        pass
"""


@cache
def findings(path: Path) -> tuple[dict[str, Any], ...]:
    """What bandit says of every Python file below a path."""
    command = [sys.executable, "-m", "bandit", "-r", str(path), "-f", "json", "-q"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    told = json.loads(done.stdout)
    assert told["errors"] == []
    assert sum(one.get("loc", 0) for one in told["metrics"].values()) > 0, "it looked at something"
    return tuple(told["results"])


def test_bandit_finds_what_is_planted(tmp_path: Path):
    (tmp_path / "bad.py").write_text(PLANTED)
    found = {one["test_id"] for one in findings(tmp_path)}
    wanted = {"B101", "B102", "B105", "B110", "B301", "B306", "B311", "B324", "B404", "B501", "B506", "B602", "B608"}
    assert wanted <= found


def test_bandit_finds_nothing_in_the_backend():
    left = [
        f"{one['filename']}:{one['line_number']}: {one['test_id']} {one['issue_text']}"
        for one in findings(ROOT / "backend")
        if (one["test_id"], Path(one["filename"]).parent) != ("B105", ROOT / WRITTEN_BY_PICCOLO)
    ]
    assert left == [], "mend it, or accept it on its line: # nosec B608 # why this one is harmless"


def test_what_is_accepted_says_which_and_why():
    found = [
        (f"{named(file)}:{number}", line[MARK.search(line).start() :])
        for file in files_under("backend", ".py")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if MARK.search(line)
    ]
    assert len(found) > 10
    assert [where for where, mark in found if not ACCEPTED.fullmatch(mark)] == []
