"""What the app says that each side sees is what the service gives out."""

import re
from itertools import product

from jointly.prescribing.rules import prescription
from support.repository import ROOT

SOURCE = ROOT / "pwa" / "src" / "shared" / "rules" / "three-sides.ts"


def test_a_group_is_shown_what_it_is_given() -> None:
    source = SOURCE.read_text()
    [listed] = re.findall(r"GROUP_SEES = \[(.*?)\]", source, re.S)
    shown = set(re.findall(r'"([a-z-]+)"', listed))
    given = {
        kind
        for kind, side in product(prescription.MOVES, ("person", "worker"))
        if kind != "say" and prescription.sees("group", kind, side, None)
    }
    assert shown == given
    [table] = re.findall(r"GROUP_READS: .*? = \{(.*?)\};", source, re.S)
    words = {kind: set(re.findall(r'"([a-z]+)"', said)) for kind, said in re.findall(r"(\w+): \[(.*?)\]", table)}
    assert words == prescription.GROUP_READS
