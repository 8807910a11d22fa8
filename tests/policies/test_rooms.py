"""The rooms: imports go one way, and kit knows nothing about health."""

import re
import subprocess
import sys
from pathlib import Path

from support.repository import ROOT, files_under, named

HEALTH = re.compile(
    r"\b(pain|exercises?|diary|diaries|programmes?|physio\w*|patients?|symptoms?|knees?|hips?|joints?|clinic\w*|diagnos\w*)\b",
    re.IGNORECASE,
)


def test_imports_go_one_way():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_kit_has_no_word_about_health():
    files = files_under("backend/jointly/kit", ".py")
    assert files
    found = [
        f"{named(file)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if HEALTH.search(line)
    ]
    assert found == []


def test_every_room_says_what_it_is_for():
    rooms = [file for file in files_under("backend/jointly", "__init__.py") if file.parent.name != "migrations"]
    assert [named(room) for room in rooms if not room.read_text(encoding="utf-8").lstrip().startswith('"""')] == []
