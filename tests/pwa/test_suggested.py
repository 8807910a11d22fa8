"""What a person may say to a suggestion is the same on the phone, which has to know without a signal, and here."""

import json
from pathlib import Path
from typing import get_args

from jointly.prescribing.entries import Reply
from jointly.prescribing.rules.moves import Refused
from jointly.prescribing.rules.prescription import STATES, Kind, state_after
from support.repository import ROOT
from web_build import run_node


def here() -> set[tuple[str, ...]]:
    """Each kind of thing, state, answer, and the state that it leads to, by the service's own rules."""
    found = set()
    for kind in get_args(Kind):
        for state in STATES:
            for says in get_args(Reply.__annotations__["answer"]):
                try:
                    found.add((kind, state, says, state_after(state, says, "person", of=kind)))
                except Refused:
                    continue
    return found


def test_phone_and_service_know_the_same_answers(tmp_path: Path):
    out = tmp_path / "moves.json"
    run_node("--disable-warning=ExperimentalWarning", "tests/node/suggested.ts", out, cwd=ROOT)
    assert {tuple(one) for one in json.loads(out.read_text())} == here()
    assert len(here()) > 100
