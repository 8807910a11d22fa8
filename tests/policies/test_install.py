"""The first command of the README, in a new virtual environment: `pip install .`, then `jointly demo`."""

import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from support.repository import ROOT, tracked_files
from support.server import Server


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git holds, in a folder of its own: nothing that was built here comes along."""
    folder = tmp_path_factory.mktemp("clone")
    for file in tracked_files():
        target = folder / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, target)
    return folder


@pytest.fixture(scope="module")
def programs(clone: Path) -> Path:
    """The programs of a new virtual environment into which the clone was installed."""
    subprocess.run([sys.executable, "-m", "venv", clone / ".venv"], check=True)
    programs = clone / ".venv" / "bin"
    installed = subprocess.run([programs / "pip", "install", "."], cwd=clone, capture_output=True, text=True)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return programs


def test_ci_runs_the_command_of_the_readme():
    assert ".venv/bin/pip install -e '.[test]' && .venv/bin/pytest\n" in (ROOT / "README.md").read_text(
        encoding="utf-8"
    )
    install, run = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-2:]
    assert install.split("#")[0].rstrip().endswith("-e '.[test]' </dev/null")
    assert run == '"$place/venv/bin/pytest" </dev/null'


@pytest.mark.long
def test_a_fresh_clone_installs_and_shows_its_demonstration(programs: Path, tmp_path: Path):
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    server = Server(data, verb="demo")
    server.jointly = [str(programs / "jointly")]
    with server:
        assert 'id="app"' in httpx.get(server.url, trust_env=False).text
        assert all(link.startswith(f"{server.url}/join#") for link in server.links().values())
        assert set(server.links()) == {"Margaret", "Dev", "Sam", "Joan", "Priya", "Jo"}
        assert httpx.get(f"{server.url}/content/manifest.json", trust_env=False).json()["packs"]
    with server:
        assert server.started_in_seconds < 3


@pytest.mark.long
def test_the_locked_versions_install_with_their_hashes(clone: Path, tmp_path: Path):
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    pip = tmp_path / "venv" / "bin" / "pip"
    install = [pip, "install", "--require-hashes", "-r", clone / "backend" / "requirements.lock"]
    done = subprocess.run(install, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert subprocess.run([pip, "check"]).returncode == 0
