"""Every picture of the library at many moments: bones, joints, what touches the ground and what the hands hold."""

import json
from pathlib import Path

from support.repository import ROOT
from support.shipped import shipped_content, yaml_of
from web_build import run_node


def test_no_picture_has_a_fault_that_an_eye_would_see(tmp_path: Path):
    joints = yaml_of("content/lists/joints.yaml")
    (tmp_path / "library.json").write_bytes(shipped_content().packs["library"].body)
    (tmp_path / "joints.json").write_text(json.dumps(joints["figures"]))

    files = [tmp_path / name for name in ("library.json", "joints.json", "faults.json")]
    run_node("--disable-warning=ExperimentalWarning", "tests/node/figures.ts", *files, cwd=ROOT)

    assert json.loads((tmp_path / "faults.json").read_text()) == []
