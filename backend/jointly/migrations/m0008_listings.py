"""What is on near somebody: sources and their records, listings and their dates, and the table that searches read.

Nothing here belongs to a patient, so no row is anybody's own: these tables have no row security.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import column_types
from piccolo.columns.indexes import IndexMethod

ID = "m0008_listings"
VERSION = "1.38.0"
DESCRIPTION = "listings"

TABLES = {
    "Source": (
        ("id", {"type": "UUID", "primary_key": True}),
        ("kind", {"type": "Varchar", "length": 8}),
        ("url", {"type": "Text"}),
        ("dataset", {"type": "UUID", "index": True}),
        ("name", {"type": "Varchar", "length": 200, "default": ""}),
        ("publisher", {"type": "Varchar", "length": 200, "default": ""}),
        ("publisher_url", {"type": "Text", "null": True}),
        ("licence", {"type": "Text", "null": True}),
        ("added_at", {"type": "Timestamptz"}),
        ("state", {"type": "Varchar", "length": 12, "default": "new"}),
        ("cursor", {"type": "Text", "null": True}),
        ("run", {"type": "Integer", "default": 1}),
        ("run_began_at", {"type": "Timestamptz", "null": True}),
        ("up_to_date_at", {"type": "Timestamptz", "null": True}),
        ("asked_at", {"type": "Timestamptz", "null": True}),
        ("ask_again_at", {"type": "Timestamptz", "null": True}),
        ("fails", {"type": "Integer", "default": 0}),
        ("etag", {"type": "Text", "null": True}),
        ("last_modified", {"type": "Text", "null": True}),
        ("pages", {"type": "BigInt", "default": 0}),
        ("items", {"type": "BigInt", "default": 0}),
        ("expected", {"type": "BigInt", "null": True}),
        ("stopped_at", {"type": "Timestamptz", "null": True}),
    ),
    "Record": (
        ("id", {"type": "UUID", "primary_key": True}),
        ("source", {"type": "UUID"}),
        ("key", {"type": "Text"}),
        ("kind", {"type": "Varchar", "length": 40, "default": ""}),
        ("modified", {"type": "Text", "default": ""}),
        ("modified_number", {"type": "BigInt", "null": True}),
        ("gone", {"type": "Boolean", "default": False}),
        ("data", {"type": "Text", "null": True}),
        ("data_id", {"type": "Text", "null": True}),
        ("parent", {"type": "Text", "null": True}),
        ("run", {"type": "Integer", "default": 1}),
        ("first_seen_at", {"type": "Timestamptz"}),
        ("seen_at", {"type": "Timestamptz"}),
        ("work", {"type": "SmallInt", "default": 1}),
        ("outcome", {"type": "Varchar", "length": 8, "default": ""}),
    ),
    "Fault": (
        ("id", {"type": "UUID", "primary_key": True}),
        ("source", {"type": "UUID", "index": True}),
        ("record", {"type": "UUID", "null": True, "index": True}),
        ("code", {"type": "Varchar", "length": 40}),
        ("item", {"type": "Text", "default": ""}),
        ("found", {"type": "Varchar", "length": 200, "default": ""}),
        ("count", {"type": "BigInt", "default": 1}),
        ("first_at", {"type": "Timestamptz"}),
        ("last_at", {"type": "Timestamptz"}),
    ),
    "Listing": (
        ("id", {"type": "UUID", "primary_key": True}),
        ("source", {"type": "UUID", "index": True}),
        ("organisation", {"type": "UUID", "index": True}),
        ("kind", {"type": "Varchar", "length": 12}),
        ("name", {"type": "Varchar", "length": 200}),
        ("state", {"type": "Varchar", "length": 9, "default": "shown"}),
        ("body", {"type": "Text"}),
        ("card", {"type": "Text"}),
        ("made_at", {"type": "Timestamptz"}),
        ("changed_at", {"type": "Timestamptz"}),
        ("checked_at", {"type": "Timestamptz", "null": True}),
        ("checked_by", {"type": "Varchar", "length": 9, "null": True}),
        ("runs_days", {"type": "SmallInt", "default": 7}),
        ("expanded_until", {"type": "Date", "null": True}),
    ),
    "Dated": (
        ("id", {"type": "UUID", "primary_key": True}),
        ("listing", {"type": "UUID"}),
        ("original_start", {"type": "Timestamptz"}),
        ("start", {"type": "Timestamptz"}),
        ("status", {"type": "Varchar", "length": 9, "default": "scheduled"}),
        ("explicit", {"type": "Boolean", "default": False}),
        ("body", {"type": "Text"}),
    ),
    "Find": (
        ("id", {"type": "UUID", "primary_key": True}),
        ("listing", {"type": "UUID", "index": True}),
        ("day", {"type": "SmallInt"}),
        ("lat", {"type": "DoublePrecision", "null": True}),
        ("lon", {"type": "DoublePrecision", "null": True}),
        ("facets", {"type": "BigInt", "default": 0}),
        ("minute", {"type": "SmallInt", "null": True}),
        ("next_at", {"type": "BigInt", "null": True}),
        ("words", {"type": "Text", "default": ""}),
    ),
    "Word": (
        ("word", {"type": "Varchar", "length": 40, "primary_key": True}),
        ("count", {"type": "BigInt", "default": 1}),
    ),
    "Publisher": (
        ("organisation", {"type": "UUID", "primary_key": True}),
        ("body", {"type": "Text"}),
        ("changed_at", {"type": "Timestamptz"}),
        ("approved_at", {"type": "Timestamptz", "null": True}),
        ("approved_by", {"type": "UUID", "null": True}),
    ),
    "Report": (
        ("id", {"type": "UUID", "primary_key": True}),
        ("listing", {"type": "UUID", "index": True}),
        ("what", {"type": "Varchar", "length": 12}),
        ("happened_on", {"type": "Date", "null": True}),
        ("words", {"type": "Varchar", "length": 500, "null": True}),
        ("staff", {"type": "UUID", "null": True}),
        ("made_at", {"type": "Timestamptz"}),
        ("answered_at", {"type": "Timestamptz", "null": True}),
        ("answer", {"type": "Varchar", "length": 12, "null": True}),
    ),
    "FeedItem": (
        ("id", {"type": "UUID", "primary_key": True}),
        ("feed", {"type": "Varchar", "length": 20}),
        ("item", {"type": "Text"}),
        ("modified", {"type": "BigInt"}),
        ("gone", {"type": "Boolean", "default": False}),
        ("body", {"type": "Text", "null": True}),
    ),
}
"""Columns in their order, with what of each is not as most are."""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)
    for table, columns in TABLES.items():
        name = "feed_item" if table == "FeedItem" else table.lower()
        manager.add_table(class_name=table, tablename=name, schema=None, columns=None)
        for column, said in columns:
            kind = getattr(column_types, said["type"])
            manager.add_column(
                table_class_name=table,
                tablename=name,
                column_name=column,
                db_column_name=column,
                column_class_name=kind.__name__,
                column_class=kind,
                params={
                    "default": None,
                    "null": False,
                    "primary_key": False,
                    "unique": False,
                    "index": False,
                    "index_method": IndexMethod.btree,
                    "choices": None,
                    "db_column_name": None,
                    "secret": False,
                }
                | {key: value for key, value in said.items() if key != "type"},
                schema=None,
            )

    return manager
