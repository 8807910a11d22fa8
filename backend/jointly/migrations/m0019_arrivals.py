"""Referrers' codes say whose they are, and what a human said of two records that are alike is kept."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import column_types
from piccolo.columns.indexes import IndexMethod

ID = "m0019_arrivals"
VERSION = "1.38.0"
DESCRIPTION = "one way in"

TABLES = {
    ("Judged", "judged"): (
        ("id", {"type": "UUID", "primary_key": True}),
        ("referral", {"type": "UUID"}),
        ("arrived", {"type": "UUID"}),
        ("person", {"type": "UUID", "index": True}),
        ("service", {"type": "UUID", "index": True}),
        ("same", {"type": "Boolean"}),
        ("by", {"type": "UUID"}),
        ("at", {"type": "Timestamptz"}),
    ),
    ("JoinCode", "join_code"): (("name", {"type": "Varchar", "length": 80, "null": True}),),
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
    manager.add_table(class_name="Judged", tablename="judged", schema=None, columns=None)
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
