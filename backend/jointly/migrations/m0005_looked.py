"""Who looked at a care card that was shown to somebody."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import UUID, Timestamptz
from piccolo.columns.indexes import IndexMethod

ID = "m0005_looked"
VERSION = "1.38.0"
DESCRIPTION = "who looked at a care card"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    manager.add_table(class_name="Looked", tablename="looked", schema=None, columns=None)
    for name, type, key in (
        ("entry", UUID, True),
        ("person", UUID, False),
        ("by", UUID, False),
        ("at", Timestamptz, False),
    ):
        manager.add_column(
            table_class_name="Looked",
            tablename="looked",
            column_name=name,
            db_column_name=name,
            column_class_name=type.__name__,
            column_class=type,
            params={
                "default": None,
                "null": False,
                "primary_key": key,
                "unique": False,
                "index": name == "person",
                "index_method": IndexMethod.btree,
                "choices": None,
                "db_column_name": None,
                "secret": False,
            },
            schema=None,
        )

    return manager
