"""Reminders: who is reminded, what is due, messages on their way, and where browsers are pushed to."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import column_types
from piccolo.columns.indexes import IndexMethod

ID = "m0026_reminders"
VERSION = "1.38.0"
DESCRIPTION = "reminders"

ID_, TIME, TIME_OR_NONE = {"type": "UUID"}, {"type": "Timestamptz"}, {"type": "Timestamptz", "null": True}
BYTES_OR_NONE = {"type": "Bytea", "null": True}


def _text(length: int, **more: object) -> dict:
    return {"type": "Varchar", "length": length} | more


TABLES = {
    ("Reminded", "reminded"): (
        ("person", ID_ | {"primary_key": True}),
        ("service", ID_),
        ("number", {"type": "BigInt", "default": -1}),
        ("planned_at", TIME_OR_NONE),
        ("changed_at", TIME_OR_NONE),
        ("next_at", TIME_OR_NONE),
        ("taken_until", TIME_OR_NONE),
        ("sealed", BYTES_OR_NONE),
        ("calendar", BYTES_OR_NONE | {"unique": True}),
    ),
    ("Due", "due"): (
        ("id", ID_ | {"primary_key": True}),
        ("person", ID_),
        ("service", ID_),
        ("kind", _text(12)),
        ("local", _text(32)),
        ("at", TIME),
        ("until", TIME),
        ("state", _text(8, default="waiting")),
        ("told_at", TIME_OR_NONE),
        ("telling", ID_ | {"null": True}),
    ),
    ("Message", "message"): (
        ("id", ID_ | {"primary_key": True}),
        ("telling", ID_ | {"index": True}),
        ("person", ID_),
        ("service", ID_),
        ("channel", _text(8)),
        ("device", ID_ | {"null": True}),
        ("kinds", _text(120)),
        ("made_at", TIME),
        ("until", TIME),
        ("state", _text(8, default="sending")),
        ("tries", {"type": "Integer", "default": 0}),
        ("next_at", TIME_OR_NONE),
        ("fault", _text(40, null=True)),
        ("shown_at", TIME_OR_NONE),
        ("done_at", TIME_OR_NONE),
        ("later_at", TIME_OR_NONE),
    ),
    ("Subscription", "subscription"): (
        ("device", ID_ | {"primary_key": True}),
        ("person", ID_ | {"index": True}),
        ("service", ID_),
        ("sealed", {"type": "Bytea"}),
        ("mark", {"type": "Bytea", "index": True}),
        ("key", _text(16)),
        ("state", _text(8, default="ok")),
        ("made_at", TIME),
        ("reached_at", TIME_OR_NONE),
    ),
    ("Notice", "notice"): (("told_at", TIME_OR_NONE),),
}
"""Columns in their order, with what of each is not as most are. The last table is there already."""
NEW = tuple(TABLES)[:-1]
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
    for table, name in NEW:
        manager.add_table(class_name=table, tablename=name, schema=None, columns=None)
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
