"""From the National Grid of Great Britain to WGS 84, to within about 5 m.

The grid's projection is turned back on the Airy 1830 ellipsoid, and what that gives is moved, turned and stretched with
the seven numbers of the Ordnance Survey ("A guide to coordinate systems in Great Britain", annexes A to C). Their exact
transformation needs a table of 15 MB, and a postcode is no point anyway.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

AIRY = (6_377_563.396, 6_356_256.909)
WGS84 = (6_378_137.000, 6_356_752.3142)
"""Half axes of both ellipsoids in metres."""
SCALE = 0.9996012717
NORTH, WEST = radians(49), radians(-2)
EAST_0, NORTH_0 = 400_000.0, -100_000.0
"""Scale on the central meridian, the true origin, and its grid coordinates in metres."""
MOVED = (446.448, -125.157, 542.060)
TURNED = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
STRETCHED = 1 - 20.4894e-6
"""From OSGB36 to WGS 84: metres, seconds of arc and parts in a million."""
CLOSE_ENOUGH = 0.001
"""Metres by which a northing may still be off when the latitude is taken for found."""


def degrees_of(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude (WGS 84, degrees) of a point in metres east and north."""
    return _on_wgs84(*_on_airy(easting, northing))


def _on_airy(easting: float, northing: float) -> tuple[float, float]:
    a, b = AIRY
    af, bf = a * SCALE, b * SCALE
    e2 = 1 - (b / a) ** 2
    n = (a - b) / (a + b)
    lat = NORTH + (northing - NORTH_0) / af
    while abs(off := northing - NORTH_0 - _meridian(bf, n, lat)) >= CLOSE_ENOUGH:
        lat += off / af
    s, t = sin(lat), tan(lat)
    nu = af / sqrt(1 - e2 * s * s)
    rho = af * (1 - e2) * (1 - e2 * s * s) ** -1.5
    eta2 = nu / rho - 1
    t2, sec, x = t * t, 1 / cos(lat), (easting - EAST_0) / nu
    t4 = t2 * t2
    up = t * nu / rho
    north = up / 2 * x**2 - up / 24 * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) * x**4
    north += up / 720 * (61 + 90 * t2 + 45 * t4) * x**6
    east = sec * x - sec / 6 * (nu / rho + 2 * t2) * x**3 + sec / 120 * (5 + 28 * t2 + 24 * t4) * x**5
    east -= sec / 5040 * (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2) * x**7
    return lat - north, WEST + east


def _meridian(bf: float, n: float, lat: float) -> float:
    """Metres along the central meridian from the true origin."""
    by, to = lat - NORTH, lat + NORTH
    n2, n3 = n * n, n * n * n
    return bf * (
        (1 + n + 5 / 4 * n2 + 5 / 4 * n3) * by
        - (3 * n + 3 * n2 + 21 / 8 * n3) * sin(by) * cos(to)
        + (15 / 8 * n2 + 15 / 8 * n3) * sin(2 * by) * cos(2 * to)
        - 35 / 24 * n3 * sin(3 * by) * cos(3 * to)
    )


def _on_wgs84(lat: float, lon: float) -> tuple[float, float]:
    a, b = AIRY
    e2 = 1 - (b / a) ** 2
    nu = a / sqrt(1 - e2 * sin(lat) ** 2)
    x, y, z = nu * cos(lat) * cos(lon), nu * cos(lat) * sin(lon), nu * (1 - e2) * sin(lat)
    (tx, ty, tz), (rx, ry, rz), s = MOVED, TURNED, STRETCHED
    x, y, z = tx + s * x - rz * y + ry * z, ty + rz * x + s * y - rx * z, tz - ry * x + rx * y + s * z
    a, b = WGS84
    e2 = 1 - (b / a) ** 2
    p = hypot(x, y)
    lat = atan2(z, p * (1 - e2))
    for _ in range(3):
        nu = a / sqrt(1 - e2 * sin(lat) ** 2)
        lat = atan2(z + e2 * nu * sin(lat), p)
    return degrees(lat), degrees(atan2(y, x))
