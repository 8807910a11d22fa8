"""Social prescribing: referrals, suggestions, the journal of their steps, tasks, links to answer with, and notices."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import column_types
from piccolo.columns.indexes import IndexMethod

ID = "m0013_prescribing"
VERSION = "1.38.0"
DESCRIPTION = "social prescribing"

KEY = {"type": "UUID", "primary_key": True}
ID_, DAY, TIME = {"type": "UUID"}, {"type": "Date"}, {"type": "Timestamptz"}
INDEXED = ID_ | {"index": True}
MAYBE = {"null": True}
COUNT = {"type": "Integer", "default": 0}
SEALED = {"type": "Bytea"}


def _word(length: int) -> dict:
    return {"type": "Varchar", "length": length}


TABLES = {
    ("Referral", "referral"): (
        ("id", KEY),
        ("person", INDEXED),
        ("service", INDEXED),
        ("source", _word(12)),
        ("state", _word(12)),
        ("owner", ID_),
        ("next_on", DAY | MAYBE),
        ("received_at", TIME),
        ("first_contact_at", TIME | MAYBE),
        ("accepted_at", TIME | MAYBE),
        ("closed_at", TIME | MAYBE),
        ("outcome", _word(16) | MAYBE),
        ("attempts", COUNT),
        ("steps", COUNT),
        ("sealed", SEALED | MAYBE),
    ),
    ("Prescription", "prescription"): (
        ("id", KEY),
        ("person", INDEXED),
        ("service", INDEXED),
        ("referral", ID_ | MAYBE),
        ("organisation", INDEXED | MAYBE),
        ("kind", _word(12)),
        ("thing", _word(80)),
        ("state", _word(12)),
        ("owner", ID_),
        ("next_on", DAY | MAYBE),
        ("made_at", TIME),
        ("sent_at", TIME | MAYBE),
        ("answered_at", TIME | MAYBE),
        ("first_at", TIME | MAYBE),
        ("first_been_at", TIME | MAYBE),
        ("last_been_at", TIME | MAYBE),
        ("visits", COUNT),
        ("missed", COUNT),
        ("closed_at", TIME | MAYBE),
        ("outcome", _word(16) | MAYBE),
        ("steps", COUNT),
        ("sealed", SEALED | MAYBE),
    ),
    ("Step", "step"): (
        ("id", KEY),
        ("about", INDEXED),
        ("person", INDEXED),
        ("service", INDEXED),
        ("number", {"type": "Integer"}),
        ("kind", _word(12)),
        ("side", _word(8)),
        ("by", ID_),
        ("at", TIME),
        ("received_at", TIME),
        ("previous", ID_ | MAYBE),
        ("sealed", SEALED | MAYBE),
    ),
    ("Task", "task"): (
        ("id", KEY),
        ("person", INDEXED),
        ("service", INDEXED),
        ("owner", ID_),
        ("due_on", DAY),
        ("made_at", TIME),
        ("done_at", TIME | MAYBE),
        ("sealed", SEALED),
    ),
    ("AnswerLink", "answer_link"): (
        ("digest", {"type": "Bytea", "primary_key": True}),
        ("prescription", INDEXED),
        ("person", INDEXED),
        ("service", ID_),
        ("made_by", ID_),
        ("made_at", TIME),
        ("ends_at", TIME),
        ("used_at", TIME | MAYBE),
        ("ended", {"type": "Boolean", "default": False}),
    ),
    ("Likeness", "likeness"): (
        ("id", KEY),
        ("person", INDEXED),
        ("service", ID_),
        ("kind", _word(4)),
        ("digest", SEALED | {"index": True}),
    ),
    ("Notice", "notice"): (
        ("id", KEY),
        ("person", INDEXED),
        ("service", ID_),
        ("kind", _word(24)),
        ("about", ID_),
        ("subject", ID_ | MAYBE),
        ("at", TIME),
        ("seen_at", TIME | MAYBE),
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
