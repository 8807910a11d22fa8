"""PostgreSQL shows reminders to whom they are for and to the service that sends them, and to that service how far each
feed is of those whom it reminds. What is due is found by its time. Notices of before are no news.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0027_reminders_rows"
VERSION = "1.38.0"
DESCRIPTION = "row security of reminders"


def _is(column: str, setting: str) -> str:
    return f"{column} = nullif(current_setting('app.{setting}', true), '')::uuid"


RULE = f"{_is('service', 'group')} or {_is('person', 'actor')} or {_is('person', 'subject')}"
TABLES = ("reminded", "due", "message", "subscription")
INDEXES = (
    "create index if not exists reminded_next on reminded (next_at) where next_at is not null",
    "create index if not exists due_waiting on due (person, at) where state = 'waiting'",
    "create index if not exists due_of on due (person, at)",
    "create index if not exists message_sending on message (next_at) where state = 'sending'",
    "create index if not exists message_of on message (person, made_at)",
    "create index if not exists notice_news on notice (at) where told_at is null",
)
REMINDED = f"person in (select person from reminded where {_is('service', 'group')})"  # nosec B608 # the names are ours, no value comes from outside


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_policies():
        engine = engine_finder()
        for index in INDEXES:
            await engine.run_ddl(index)
        await engine.run_ddl("update notice set told_at = at where told_at is null")
        if engine.engine_type == "sqlite":
            return
        for table in TABLES:
            await engine.run_ddl(f"create policy {table}_rows on {table} using ({RULE}) with check ({RULE})")
            await engine.run_ddl(f"alter table {table} enable row level security, force row level security")
        await engine.run_ddl(f"create policy feed_reminded on feed for select using ({REMINDED})")

    manager.add_raw(make_policies)
    return manager
