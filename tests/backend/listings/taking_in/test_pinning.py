"""Places of feeds that came without coordinates are where their whole postcode is, if the operator's table has it."""

from dataclasses import replace

import msgspec

from backend.listings.taking_in.conftest import SERIES, Board, item, page, series
from jointly.kit import clock
from jointly.listings.taking_in.deriving import derive_again
from jointly.listings.whereabouts import units
from jointly.listings.whereabouts.packed import bytes_of, code_of, entry
from jointly.listings.whereabouts.service import Whereabouts

EXACT = {"LS1 1UR": (53.79891, -1.54812), "LS2 9AA": (53.80712, -1.55501)}


def without_geo(name: str, postcode: str, **also) -> dict:
    return item(name, 1, series(name, location={"name": "Hall", "address": {"postalCode": postcode}} | also))


async def places(board: Board) -> dict[str, tuple]:
    rows = await board.rows("select name, body from listing where state = 'shown'")
    found = {name: msgspec.json.decode(body)["place"] for name, body in rows}
    return {name: (place["lat"], place["lon"], place["located"]) for name, place in found.items()}


async def test_places_are_where_their_postcodes_are_and_what_a_source_said_stays(board: Board):
    geo = {"geo": {"latitude": 53.9, "longitude": -1.7}}
    items = [without_geo("1", "LS1 1UR"), without_geo("2", "LS1 4AP"), without_geo("3", "LS2 9AA", **geo)]
    board.net.answers |= {SERIES: page(f"{SERIES}?end", *items), f"{SERIES}?end": page(f"{SERIES}?end")}
    feed = await board.add(SERIES)
    await board.read(feed)
    await board.derive(feed)
    rough, said = (53.797, -1.548, "outcode"), (53.9, -1.7, "source")
    assert await places(board) == {"Class 1": rough, "Class 2": rough, "Class 3": said}
    rows = {}
    for postcode, (lat, lon) in EXACT.items():
        code = code_of(postcode)
        rows[code.outcode] = bytes_of([entry(code.inward, lat, lon)])[0]
    await board.db.run(units.take, "{}", rows, clock.now(), purpose="test")
    board.intake = replace(board.intake, whereabouts=Whereabouts(board.db, board.intake.outcodes))
    await derive_again(board.intake, await board.source(feed))
    await board.derive(feed)
    exact = (*EXACT["LS1 1UR"], "postcode")
    assert await places(board) == {"Class 1": exact, "Class 2": rough, "Class 3": said}
