"""Whatever bytes arrive, a decoder refuses in a way that its caller knows; atheris looks for those that do not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.repository import ROOT

FUZZER = ROOT / "tests" / "faults" / "fuzz_decoders.py"
DECODERS = ("sync_request", "gzip", "code", "credential", "token", "headers", "feed", "directory", "calendar")


def fuzz(folder: Path, *decoders: str, seconds: int, seed: int) -> subprocess.CompletedProcess[str]:
    """Feeds these decoders for so long. What breaks one is kept in the folder, and the exit code is not 0."""
    seeds = folder / "seeds"
    seeds.mkdir()
    # atheris leaves libFuzzer's timer without a handler, so it would end the process itself: what hangs is ended below.
    options = ["-max_len=4096", "-timeout=3600", "-rss_limit_mb=1500", f"-max_total_time={seconds}", f"-seed={seed}"]
    paths = os.pathsep.join((str(ROOT / "backend"), str(ROOT / "tests")))
    environment = os.environ | {"JOINTLY_DECODERS": ",".join(decoders), "PYTHONPATH": paths}
    return subprocess.run(
        [sys.executable, str(FUZZER), str(seeds), *options, f"-artifact_prefix={folder}/"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=seconds + 120,
    )


def tried(done: subprocess.CompletedProcess[str]) -> int:
    """How many inputs were fed."""
    found = re.findall(r"Done (\d+) runs|#(\d+)\s", done.stderr)
    return max((int(number) for pair in found for number in pair if number), default=0)


def test_a_decoder_that_breaks_is_found(tmp_path: Path):
    # It ends when it finds it: in seconds, unless the machine has much else to do.
    done = fuzz(tmp_path, "code", "planted", seconds=180, seed=1)
    assert done.returncode != 0
    assert "KeyError" in done.stderr + done.stdout
    [kept] = tmp_path.glob("crash-*")
    assert kept.read_bytes()[1:4] == b"bug"


def test_no_decoder_breaks(tmp_path: Path):
    done = fuzz(tmp_path, *DECODERS, seconds=5, seed=1)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    print(f"{tried(done):,} inputs")
    assert tried(done) > 2_000


@pytest.mark.long
@pytest.mark.parametrize("decoder", DECODERS)
def test_no_decoder_breaks_in_minutes(tmp_path: Path, decoder: str):
    done = fuzz(tmp_path, decoder, seconds=120, seed=int.from_bytes(os.urandom(3)) + 1)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    print(f"{decoder}: {tried(done):,} inputs")
