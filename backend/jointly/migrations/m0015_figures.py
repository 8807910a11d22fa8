"""Figures of a service, in which categories a referral was counted, and an operator's deciles of deprivation."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import column_types
from piccolo.columns.indexes import IndexMethod

ID = "m0015_figures"
VERSION = "1.38.0"
DESCRIPTION = "figures of a service"

TABLES = {
    ("Figure", "figure"): (
        ("id", {"type": "UUID", "primary_key": True}),
        ("service", {"type": "UUID", "index": True}),
        ("quarter", {"type": "Date"}),
        ("name", {"type": "Varchar", "length": 16}),
        ("body", {"type": "Text"}),
        ("counted_at", {"type": "Timestamptz"}),
    ),
    ("Placed", "placed"): (
        ("referral", {"type": "UUID", "primary_key": True}),
        ("person", {"type": "UUID", "index": True}),
        ("service", {"type": "UUID"}),
        ("quarter", {"type": "Date"}),
        ("sealed", {"type": "Bytea"}),
    ),
    ("Deprivation", "deprivation"): (
        ("outcode", {"type": "Varchar", "length": 4, "primary_key": True}),
        ("body", {"type": "Bytea"}),
    ),
    ("DeprivationImport", "deprivation_import"): (
        ("id", {"type": "SmallInt", "primary_key": True}),
        ("body", {"type": "Text"}),
        ("taken_at", {"type": "Timestamptz"}),
    ),
}
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
    for (table, name), columns in TABLES.items():
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
                params=USUAL | {key: value for key, value in said.items() if key != "type"},
                schema=None,
            )

    return manager
