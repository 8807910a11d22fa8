"""Referrals that another system leaves as files: each stands or falls alone, and is taken once."""

import json
import re
from pathlib import Path

from support.repository import ROOT
from support.server import Server


def example() -> dict:
    """The example of the README: what is described is what is taken."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [found] = re.findall(r"```json\n(\{\s*\"referrals\".*?)```", text, re.DOTALL)
    return json.loads(found)


def left(folder: Path, name: str, said: object) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return file


def test_the_example_is_taken_once_with_and_without_a_running_server(server: Server, tmp_path: Path):
    folder = tmp_path / "drop"
    left(folder, "a.json", example())
    told = server.run("referrals", "take", str(folder)).stdout
    assert re.search(r"referral 1 \('R-1001'\): taken, as [0-9A-Z]{4}-[0-9A-Z]{4}\n", told)
    assert [file.name for file in sorted(folder.iterdir())] == ["taken"]
    assert sorted(file.name for file in (folder / "taken").iterdir()) == ["a.json", "a.txt"]
    server.stop()
    left(folder, "a.json", example())
    told = server.run("referrals", "take", str(folder)).stdout
    assert "taken before, as" in told
    assert sorted(file.name for file in (folder / "taken").iterdir()) == ["a-2.json", "a-2.txt", "a.json", "a.txt"]


def test_each_referral_stands_or_falls_alone_with_a_plain_reason(server: Server, tmp_path: Path):
    [good] = example()["referrals"]
    who = good["who"]
    many = [
        good,
        good | {"id": "R-2", "who": who | {"reason": "Fell"}},
        good | {"id": "R-3", "who": who | {"nhs_number": "999 123 4567"}},
        good | {"id": "R-4", "who": who | {"born_on": "4.3.1951", "surname": "Secretname"}},
        "not a referral",
    ]
    file = left(tmp_path, "many.json", {"referrals": many})
    left(tmp_path, "broken.json", "{")
    done = server.run("referrals", "take", str(tmp_path), check=False)
    assert done.returncode == 2
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert "cannot be read, and stays where it is: it is not JSON in UTF-8." in lines
    assert (tmp_path / "broken.json").exists() and not file.exists()
    told = [line for line in lines if line.startswith("referral")]
    assert [": taken, as" in line for line in told] == [True, True, False, False, False]
    assert "may be the same as 1 person known here: the team decides" in told[1]
    assert "refused: This is not an NHS number" in told[2]
    assert "who.born_on: not a date: write it as 1951-03-04; who.surname: not a field of a referral" in told[3]
    assert "Secretname" not in done.stdout + done.stderr, "what is in a field is not told"
    assert "4 could not be taken" in done.stderr and "Traceback" not in done.stderr
