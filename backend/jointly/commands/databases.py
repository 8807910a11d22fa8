"""`jointly migrate`, `backup`, `restore` and `move-to-postgresql`."""

import argparse

from jointly.asking import ask
from jointly.commands.files import absolute
from jointly.kit.errors import UnsafeSetting
from jointly.settings import move_targets, read


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    verbs.add_parser("migrate", help="bring the database up to date").set_defaults(run=bring_up_to_date)
    backup = verbs.add_parser("backup", help="copy the database while the service runs (SQLite)")
    backup.add_argument("to", metavar="FILE")
    backup.add_argument("--vault", metavar="FILE", help="copy the keys too; keep this copy apart, and for days only")
    backup.set_defaults(run=back_up)
    restoring = verbs.add_parser("restore", help="put a copy back and begin a new epoch (service stopped)")
    restoring.add_argument("copy", metavar="FILE", nargs="?", help="a copy made by jointly backup; not for PostgreSQL")
    restoring.add_argument("--vault", metavar="FILE", help="a copy of the keys, for a new machine that has no vault")
    restoring.set_defaults(run=put_back)
    moving = verbs.add_parser(
        "move-to-postgresql",
        help="copy a SQLite service to PostgreSQL (service stopped)",
        description="Copies to JOINTLY_MOVE_TO_DATABASE_URL and JOINTLY_MOVE_TO_VAULT_URL.",
    )
    moving.set_defaults(run=move_to_postgresql)


async def bring_up_to_date(_chosen: argparse.Namespace) -> None:
    """Runs the migrations that have not run, as the owner of the tables, and lets the service's role use them."""
    from asyncpg import InsufficientPrivilegeError

    from jointly.granting import let_use, role_at
    from jointly.house import prepare_folder
    from jointly.kit.db import open_database
    from jointly.migrating import migrate

    settings = read()
    prepare_folder(settings)
    owner, service = settings.owner_database_url or settings.database, settings.database_url
    role = await role_at(service) if service else None
    db = await open_database(owner)
    try:
        done = await migrate(db)
        used = role and await let_use(db, role)
    except InsufficientPrivilegeError as fault:
        raise UnsafeSetting(
            f"PostgreSQL says: {fault.args[0]}. Tables are changed by their owner alone: "
            "set JOINTLY_OWNER_DATABASE_URL to the owner's address."
        ) from None
    finally:
        await db.close()
    print("\n".join(done) or "Nothing to do.")
    if used:
        print(f"The role {role} may use the tables.")


async def back_up(chosen: argparse.Namespace) -> None:
    """Copies the database, through the process that owns it."""
    done = await ask(
        read(), "backup", to=str(absolute(chosen.to)), vault_to=str(absolute(chosen.vault)) if chosen.vault else None
    )
    print("\n".join(filter(None, done.values())))


async def put_back(chosen: argparse.Namespace) -> None:
    """Puts a copy back, begins a new epoch, and erases again who was erased since."""
    from jointly.restoring import restore

    epoch = await restore(
        read(), absolute(chosen.copy) if chosen.copy else None, absolute(chosen.vault) if chosen.vault else None
    )
    print(
        f"Restored. New epoch {epoch}: phones will send again what they hold. Unused codes for one person have ended, "
        "because the copy does not know which were used since: make new ones."
    )
    if chosen.vault:
        print("Who was erased since the vault's copy was made must be erased again.")


async def move_to_postgresql(_chosen: argparse.Namespace) -> None:
    """Copies every table and compares the counts."""
    from jointly.moving import move

    for table, count in (await move(read(), *move_targets())).items():
        print(f"{table:12} {count:>9,} rows, the same on both sides")
