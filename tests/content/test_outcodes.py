"""Where the first half of a postcode is: from the table, else from its letters, else not at all."""

import gzip
import json
from statistics import fmean

from jointly.content.outcodes import Centre, Named, Outcodes
from jointly.listings.geo import km_between
from support.content_tree import Tree
from support.shipped import shipped_content

TABLE = "lists/outcodes.csv"


def test_an_outcode_is_in_the_table():
    outcodes = shipped_content().outcodes
    assert outcodes.centre("AB10") == Centre(57.135, -2.117, "SCT")
    assert outcodes.centre(" sw1a ") == outcodes.centre("SW1A")
    assert len(outcodes.centres) == 2856
    assert {centre.country for centre in outcodes.centres.values()} == {"ENG", "SCT", "WLS", "NIR", "IM", "GG", "JE"}


def test_a_newer_outcode_is_in_the_middle_of_its_letters():
    outcodes = shipped_content().outcodes
    assert "AB99" not in outcodes.centres
    found = outcodes.centre("AB98")
    assert found is not None and not found.known
    assert (57 < found.lat < 58, -4 < found.lon < -2, found.country) == (True, True, "SCT")


def test_what_is_no_outcode_is_nowhere():
    outcodes = shipped_content().outcodes
    assert [outcodes.centre(text) for text in ("", "ZZ1", "AB10 1AA", "10", "../AB10", "QQQ1")] == [None] * 6


def test_faults_in_the_table_are_found(tree: Tree):
    tree.plant(TABLE, "AB10,57.135", "AB10,57.13")
    tree.plant(TABLE, "AB12,", "AB13,")
    assert tree.faults() == [
        f"{TABLE}:2: a line must be like 'AB10,57.135,-2.117,SCT,Aberdeen City,Aberdeen', with 3 decimals",
        f"{TABLE}:5: the outcode 'AB13' is there twice",
    ]
    tree.plant(TABLE, "outcode,", "code,")
    assert tree.faults() == [f"{TABLE}:1: the first line must be 'outcode,lat,lon,country,region,places'"]


def test_a_place_is_in_the_middle_of_its_outcodes():
    outcodes = shipped_content().outcodes
    assert outcodes.names["LS29"] == Named("Bradford", ("Ilkley", "Bradford"))
    assert outcodes.names["IV27"] == Named("Highland", ())
    # a town whose rows had no name has that of its council, and what was not in the source at all is ours
    ilkley, leeds, andrews = (_middle_of(outcodes, name) for name in ("Ilkley", "Leeds", "St Andrews"))
    assert km_between(*ilkley, 53.925, -1.823) < 3
    assert km_between(*leeds, 53.798, -1.544) < 3
    assert km_between(*andrews, 56.340, -2.797) < 3


def test_phones_are_given_the_whole_table():
    content = shipped_content()
    areas = json.loads(content.packs["outcodes"].body)["areas"]
    rows, named = {}, {}
    for letters, text in areas.items():
        last = ""
        for row in text.split(";"):
            name, lat, lon, *said = row.split(" ", 3)
            last = "" if not said else last if said == ["="] else said[0]
            rows[letters + name] = (int(lat), int(lon))
            named[letters + name] = tuple(each.partition("@")[0] for each in last.split("/") if each)
    outcodes = content.outcodes
    assert rows == {name: (round(each.lat * 1000), round(each.lon * 1000)) for name, each in outcodes.centres.items()}
    assert named == {name: each.places for name, each in outcodes.names.items()}
    assert "Newport@Isle of Wight" in areas["PO"] and "Ilkley@" not in areas["LS"]
    assert len(gzip.compress(content.packs["outcodes"].body)) < 36_000


def _middle_of(outcodes: Outcodes, place: str) -> tuple[float, float]:
    """Of the larger of its name."""
    regions: dict[str, list[Centre]] = {}
    for outcode, (region, places) in outcodes.names.items():
        if place in places:
            regions.setdefault(region, []).append(outcodes.centres[outcode])
    found = max(regions.values(), key=len)
    return fmean(each.lat for each in found), fmean(each.lon for each in found)
