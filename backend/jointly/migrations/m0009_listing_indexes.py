"""The indexes of listings: in a migration of their own, as plain SQL comes before new tables."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0009_listing_indexes"
VERSION = "1.38.0"
DESCRIPTION = "indexes of listings"

INDEXES = (
    "create unique index source_url on source (url)",
    "create unique index record_key on record (source, key)",
    "create index record_data_id on record (data_id) where data_id is not null",
    "create index record_parent on record (parent) where parent is not null",
    "create index record_work on record (source, id) where work > 0",
    "create index listing_changed on listing (changed_at, id)",
    "create index dated_listing on dated (listing, start)",
    "create index dated_start on dated (start)",
    "create index find_next on find (next_at)",
    "create index report_made on report (made_at)",
    "create unique index feed_item_item on feed_item (feed, item)",
    "create index feed_item_modified on feed_item (feed, modified, item)",
)
SEARCH = {
    "sqlite": "create index find_near on find (day, lat, lon, facets, minute, next_at, listing)",
    "postgres": "create index find_near on find (day, lat, lon) include (facets, minute, next_at, listing)",
}
"""A search reads the index alone: measured in `tests/bench/directory.py`."""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_indexes():
        engine = engine_finder()
        for index in (*INDEXES, SEARCH[engine.engine_type]):
            await engine.run_ddl(index)

    manager.add_raw(make_indexes)
    return manager
