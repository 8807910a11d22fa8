"""When dates of listings were last seen to be, for whoever was going; and a place for sealed names of referrers."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import column_types
from piccolo.columns.indexes import IndexMethod

ID = "m0024_dates_seen"
VERSION = "1.38.0"
DESCRIPTION = "dates that people go to, and sealed names of referrers"

ID_, TIME = {"type": "UUID"}, {"type": "Timestamptz"}
TABLES = {
    ("DateSeen", "date_seen"): (
        ("id", {"type": "UUID", "primary_key": True}),
        ("listing", ID_ | {"index": True}),
        ("service", ID_ | {"index": True}),
        ("source", ID_),
        ("organisation", ID_),
        ("original_start", TIME),
        ("start", TIME | {"null": True}),
        ("loose", {"type": "Boolean", "default": False}),
    ),
    ("JoinCode", "join_code"): (("sealed", {"type": "Bytea", "null": True}),),
}
"""Columns in their order, with what of each is not as most are. The second table is there already."""
USUAL = {
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


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)
    manager.add_table(class_name="DateSeen", tablename="date_seen", schema=None, columns=None)
    for (table, name), columns in TABLES.items():
        for column, said in columns:
            kind = getattr(column_types, said["type"])
            manager.add_column(
                table_class_name=table,
                tablename=name,
                column_name=column,
                db_column_name=column,
                column_class_name=kind.__name__,
                column_class=kind,
                params=USUAL | {key: value for key, value in said.items() if key != "type"},
                schema=None,
            )
    return manager
