"""A change of what the server takes or gives stops the app's type check: there are no twin types to forget."""

import re
from pathlib import Path

import pytest

from support.node import ensure_packages
from support.pwa_build import PWA
from web_build import WebBuildFailed, run_node

CHANGES = {
    "side": (r"(\bPain: \{)", r"\1 side: string;"),
    "gentle": (r"(\bExercise: \{.*?)gentle: boolean; ", r"\1"),
    "part": (r'(\bExercise: \{.*?)"part" \| ', r"\1"),
    "mood": (r"(\bBodies: \{)", r'\1 mood: Schemas["Pain"];'),
    "place": (r"(\bNewVersion: \{)", r"\1 place: string;"),
    "again": (r"(\bSyncPull: \{.*?)again: boolean; ", r"\1"),
    "build": (r"(\bSyncRequest: \{)", r"\1 build: string;"),
}
"""What a server may do to the words of the protocol: new fields, kinds and types, and some that are gone."""


@pytest.fixture(scope="module")
def said(node_test_packages: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the type check says of the app with all these changes."""
    ensure_packages(PWA)
    app = tmp_path_factory.mktemp("types") / "pwa"
    for file in (PWA / "src").rglob("*.ts*"):
        copy = app / file.relative_to(PWA)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(file.read_text())
    for name in ("node_modules", "tsconfig.json"):
        (app / name).symlink_to(PWA / name)
    (app.parent / "content").symlink_to(PWA.parent / "content")
    schema = app / "src/shared/api/schema.d.ts"
    changed = schema.read_text()
    for pattern, other in CHANGES.values():
        changed, count = re.subn(pattern, other, changed, count=1)
        assert count == 1, pattern
    schema.write_text(changed)
    with pytest.raises(WebBuildFailed) as failed:
        run_node(PWA / "node_modules/typescript/bin/tsc", "-p", app / "tsconfig.json", cwd=app)
    return str(failed.value)


@pytest.mark.parametrize("name", CHANGES)
def test_the_types_stop_a_change_of_the_server(name: str, said: str):
    faults = [line for line in said.splitlines() if "error TS" in line or line.startswith(" ")]
    assert any(re.search(rf"""['"]{name}['"]""", line) for line in faults), said
