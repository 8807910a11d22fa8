"""The table of outcodes as phones keep it, so that a whole postcode never has to leave one, nor the name of a place."""

import re
from collections import defaultdict
from collections.abc import Sequence

from jointly.content.outcodes import Named, Outcodes
from jointly.content.pack_shapes import Shape

_LETTERS = re.compile(r"[A-Z]+")
SAME = "="


class OutcodesPack(Shape):
    """By the letters that outcodes begin with, the rest of each with its centre in thousandths of a degree, latitude
    first, and the places in it: `{"LS": "27 53748 -1603 Morley/Gildersome;29 53921 -1804 Ilkley;…"}`. So written it is
    a quarter of the table with a name for each value.

    Where a name is that of places in several regions, its region follows it (`Newport@Isle of Wight`); = says that the
    places are those of the row before.
    """

    areas: dict[str, str]


def outcodes_pack(outcodes: Outcodes) -> OutcodesPack:
    regions: dict[str, set[str]] = defaultdict(set)
    for region, places in outcodes.names.values():
        for place in places:
            regions[place].add(region)
    several = {place for place, found in regions.items() if len(found) > 1}
    found: dict[str, list[Sequence[str]]] = defaultdict(list)
    for name, centre in outcodes.centres.items():
        letters = _LETTERS.match(name)[0]
        where = f"{name[len(letters) :]} {round(centre.lat * 1000)} {round(centre.lon * 1000)}"
        found[letters].append((where, _said(outcodes.names[name], several)))
    return OutcodesPack(areas={letters: _written(rows) for letters, rows in found.items()})


def _said(named: Named, several: set[str]) -> str:
    return "/".join(f"{place}@{named.region}" if place in several else place for place in named.places)


def _written(rows: list[Sequence[str]]) -> str:
    before = ["", *(said for _, said in rows)]
    pairs = zip(rows, before, strict=False)
    return ";".join(f"{where} {SAME if said and said == last else said}".rstrip() for (where, said), last in pairs)
