"""The National Grid as degrees, against the Ordnance Survey's own points."""

import pytest

from jointly.listings.geo import km_between
from jointly.listings.whereabouts.grid import degrees_of

METRE = 0.001
POINTS = {
    # Easting and northing by OSTN15, and latitude and longitude (ETRS89), of points that the Survey publishes.
    "Scilly, the south-west": (91492.146, 11318.804, 49.922263937, -6.299777520),
    "Bristol": (362269.991, 169978.690, 51.427547430, -2.544076183),
    "Leeds": (422242.186, 433818.701, 53.800215196, -1.663791682),
    "Norfolk, the east": (651409.792, 313177.448, 52.65800783, 1.71605222),
}


@pytest.mark.parametrize("point", POINTS.values(), ids=POINTS)
def test_a_point_of_the_survey_is_where_they_say_to_within_five_metres(point: tuple[float, float, float, float]):
    east, north, lat, lon = point
    assert km_between(*degrees_of(east, north), lat, lon) < 5 * METRE


def test_without_the_change_of_datum_it_would_be_a_hundred_metres_off():
    # The Survey's worked example: this point is 52°39′27.2531″ N 1°43′4.5177″ E on OSGB36, which is not WGS 84.
    airy = 52 + 39 / 60 + 27.2531 / 3600, 1 + 43 / 60 + 4.5177 / 3600
    off = km_between(*degrees_of(651409.903, 313177.270), *airy)
    assert 90 * METRE < off < 140 * METRE
