"""Dates of listings that were cancelled or moved, until those who were going have been told."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import column_types
from piccolo.columns.indexes import IndexMethod

ID = "m0017_date_changes"
VERSION = "1.38.0"
DESCRIPTION = "dates that were cancelled or moved"

ID_, TIME, MAYBE = {"type": "UUID"}, {"type": "Timestamptz"}, {"null": True}
COLUMNS = (
    ("id", {"type": "UUID", "primary_key": True}),
    ("listing", ID_ | {"index": True}),
    ("organisation", ID_),
    ("service", ID_ | {"index": True}),
    ("by", ID_),
    ("start", TIME),
    ("now_at", TIME | MAYBE),
    ("back", {"type": "Boolean", "default": False}),
    ("words", {"type": "Varchar", "length": 400} | MAYBE),
    ("at", TIME),
    ("done_at", TIME | MAYBE),
)
"""Columns in their order, with what of each is not as most are."""
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
    manager.add_table(class_name="DateChange", tablename="date_change", schema=None, columns=None)
    for column, said in COLUMNS:
        kind = getattr(column_types, said["type"])
        manager.add_column(
            table_class_name="DateChange",
            tablename="date_change",
            column_name=column,
            db_column_name=column,
            column_class_name=kind.__name__,
            column_class=kind,
            params=USUAL | {key: value for key, value in said.items() if key != "type"},
            schema=None,
        )
    return manager
