"""Searches read bands of latitude, each from west to east: see decision 20."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0012_find_by_band"
VERSION = "1.38.0"
DESCRIPTION = "an index of find by bands of latitude"

SEARCH = {
    "sqlite": (
        "create index find_band on find (day, cast(lat * 25 as integer), lon, lat, facets, minute, next_at, listing)"
    ),
    "postgres": (
        "create index find_band on find "
        "(day, (floor(lat * 25)::int), lon) include (lat, facets, minute, next_at, listing)"
    ),
}
"""The bands are those of `listings.finding.asking`. What was there before stays for programs of before."""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_index():
        engine = engine_finder()
        await engine.run_ddl(SEARCH[engine.engine_type])

    manager.add_raw(make_index)
    return manager
