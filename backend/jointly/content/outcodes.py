"""Where the first half of a postcode is, and what places are in it, without asking anybody: lists/outcodes.csv.

Centres are WGS 84 degrees rounded to 3 decimals and good to a few kilometres: distances from them are "about". The
table is of 2017; a newer outcode is taken to be in the middle of those that begin with the same letters. A place has as
many rows as it has outcodes, and a row as many places as there are names for it, with / between them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from jointly.content.faults import Desk

OUTCODES = "lists/outcodes.csv"
HEAD = "outcode,lat,lon,country,region,places"
LIKE = "AB10,57.135,-2.117,SCT,Aberdeen City,Aberdeen"
_NAME = r"[A-Z][A-Za-z '.-]*"
_ROW = re.compile(
    r"(?P<area>[A-Z]{1,2})[0-9][0-9A-Z]?,(?P<lat>[0-9]{2}\.[0-9]{3}),(?P<lon>-?[0-9]\.[0-9]{3}),(?P<country>[A-Z]{2,3}),"
    rf"(?P<region>{_NAME}),(?P<places>(?:{_NAME}(?:/{_NAME})*)?)"
)


class Centre(NamedTuple):
    """The middle of an outcode. `country` is ENG, SCT, WLS, NIR, IM, GG or JE; `known` says whether it is in the table
    itself, or guessed from its letters."""

    lat: float
    lon: float
    country: str
    known: bool = True


class Named(NamedTuple):
    """What an outcode is called: its county or council, and the places in it, by which somebody may look for it."""

    region: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Outcodes:
    """The table, and the middle of each area (the letters that outcodes begin with). `names` are by outcode, too."""

    centres: Mapping[str, Centre]
    areas: Mapping[str, Centre]
    names: Mapping[str, Named]

    def centre(self, outcode: str) -> Centre | None:
        """The middle of an outcode such as `S1` or `sw1a`; None when not even its letters are known."""
        name = outcode.strip().upper()
        known = self.centres.get(name)
        if known is not None:
            return known
        letters = re.fullmatch(r"([A-Z]{1,2})[0-9][0-9A-Z]?", name)
        return self.areas.get(letters[1]) if letters else None


def read_outcodes(desk: Desk) -> Outcodes | None:
    """The table; None, with faults, when it is missing or a line of it is not in its shape."""
    text = desk.text(OUTCODES)
    if text is None:
        return None
    head, *rows = text.splitlines() or [""]
    if head != HEAD:
        desk.fault(OUTCODES, 1, f"the first line must be '{HEAD}'")
        return None
    centres: dict[str, Centre] = {}
    areas: dict[str, list[Centre]] = {}
    names: dict[str, Named] = {}
    for line, row in enumerate(rows, start=2):
        read = _ROW.fullmatch(row)
        if read is None:
            desk.fault(OUTCODES, line, f"a line must be like '{LIKE}', with 3 decimals")
            continue
        name = row.partition(",")[0]
        if name in centres:
            desk.fault(OUTCODES, line, f"the outcode '{name}' is there twice")
        centres[name] = Centre(float(read["lat"]), float(read["lon"]), read["country"])
        areas.setdefault(read["area"], []).append(centres[name])
        names[name] = Named(read["region"], tuple(filter(None, read["places"].split("/"))))
    return Outcodes(centres, {area: _middle(found) for area, found in areas.items()}, names)


def _middle(centres: list[Centre]) -> Centre:
    countries = [centre.country for centre in centres]
    return Centre(
        round(fmean(centre.lat for centre in centres), 3),
        round(fmean(centre.lon for centre in centres), 3),
        max(set(countries), key=lambda country: (countries.count(country), country)),
        known=False,
    )
