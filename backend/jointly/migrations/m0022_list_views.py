"""Ways of looking at the caseload that a worker gave a name."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import UUID, Bytea, Timestamptz
from piccolo.columns.indexes import IndexMethod

ID = "m0022_list_views"
VERSION = "1.38.0"
DESCRIPTION = "named views of a worker's list"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    manager.add_table(class_name="ListView", tablename="list_view", schema=None, columns=None)
    for name, type in (("id", UUID), ("person", UUID), ("made_at", Timestamptz), ("sealed", Bytea)):
        manager.add_column(
            table_class_name="ListView",
            tablename="list_view",
            column_name=name,
            db_column_name=name,
            column_class_name=type.__name__,
            column_class=type,
            params={
                "default": None,
                "null": False,
                "primary_key": name == "id",
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
