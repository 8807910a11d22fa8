"""Opens the house: databases, keys and the service's own row, in the order that keeps them safe."""

import os
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import UUID

from jointly.granting import refuse_owner, refuse_unbound
from jointly.kit import clock
from jointly.kit.db import Database, Query, open_database
from jointly.kit.errors import UnsafeSetting
from jointly.kit.ids import uuid7
from jointly.kit.sealing import KEY_BYTES, SealingKey, derive, new_key
from jointly.listings.publishing.ending import withdraw
from jointly.migrating import migrate, pending
from jointly.people.house import House
from jointly.people.referrers import seal_names
from jointly.people.setup_schemas import defaults
from jointly.people.vault import Vault
from jointly.prescribing.groups.cancelled import soon
from jointly.prescribing.leaving import hand_back
from jointly.prescribing.resealing import seal_things
from jointly.prescribing.withdrawing import end_with_share, say_so_on_phone
from jointly.record import lives
from jointly.reminders.channels import channels_set_up
from jointly.settings import Settings
from jointly.tables import TABLES

MARK = "demonstration"


async def open_house(settings: Settings) -> House:
    """Everything a process needs, with the erased erased again. Raises `UnsafeSetting` or `AlreadyOpen`."""
    prepare_folder(settings)
    master = master_key(settings)
    async with AsyncExitStack() as opened:
        db = await open_database(settings.database)
        opened.push_async_callback(db.close)
        db.bind(*TABLES)
        await refuse_unbound(db, "JOINTLY_DATABASE_URL")
        await refuse_owner(db, "JOINTLY_DATABASE_URL")
        await _bring_up_to_date(db)
        vault = Vault(await open_database(settings.vault), SealingKey(derive(master, b"vault")))
        opened.push_async_callback(vault.close)
        await refuse_unbound(vault.database, "JOINTLY_VAULT_URL")
        await vault.prepare()
        house = House(
            db=db,
            vault=vault,
            index_key=SealingKey(derive(master, b"index")),
            audit_key=derive(master, b"audit"),
            service=await db.run(_service, uuid7(), clock.now(), purpose="open"),
            defaults=defaults(
                name=settings.name, brand=settings.brand, brand_dark=settings.brand_dark, accent=settings.accent
            ),
            origin=settings.origin,
            demonstration=settings.demonstration,
            feeds_private_hosts=settings.feeds_private_hosts,
            map_tiles=settings.map_tiles,
            postcodes_io=settings.postcodes_io,
            content=settings.content,
            push_keys=settings.push.keys(derive(master, b"push")) if settings.push else None,
            push_hosts=settings.push.more_hosts if settings.push else frozenset(),
            channels=channels_set_up(settings),
            nhs_login=settings.nhs_login_issuer is not None,
            when_ended=(withdraw,),
            when_withdrawn=(end_with_share,),
            when_left=(hand_back,),
            after_listing_changed=(soon,),
            after_withdrawn=(say_so_on_phone,),
        )
        await lives.epoch(db)
        await lives.erase_the_erased(house)
        await seal_names(house)
        await seal_things(house)
        opened.pop_all()  # from here on they are closed by `close_house`
    return house


async def close_house(house: House) -> None:
    """Closes both databases once queued work is done."""
    await house.vault.close()
    await house.db.close()


async def _bring_up_to_date(db: Database) -> None:
    """SQLite is migrated at each start; PostgreSQL by its owner, with `jointly migrate`."""
    if db.kind == "sqlite":
        await migrate(db)
    elif waiting := await pending(db):
        raise UnsafeSetting(f"The database is behind this program ({', '.join(waiting)}): run jointly migrate first.")


def prepare_folder(settings: Settings) -> None:
    """Makes the data folder, private to its user, and keeps demonstrations and services apart."""
    os.umask(0o077)
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    mark = settings.data / MARK
    if settings.demonstration and not mark.exists() and (settings.data / "jointly.sqlite3").exists():
        raise UnsafeSetting(
            f"JOINTLY_DATA={settings.data} holds a real service: the demonstration needs a folder of its own."
        )
    if not settings.demonstration and mark.exists():
        raise UnsafeSetting(
            f"JOINTLY_DATA={settings.data} holds a demonstration: choose another folder for a real service."
        )
    if settings.demonstration:
        if settings.database_url:
            raise UnsafeSetting(
                "JOINTLY_DATABASE_URL is set: the demonstration keeps to a folder of its own. Unset it."
            )
        mark.touch()


def master_key(settings: Settings) -> bytes:
    """The key that wraps everybody's keys: made at the first start on SQLite, never made silently on PostgreSQL."""
    path = settings.master_key_file
    if not path.exists():
        if settings.database_url or (settings.data / "vault.sqlite3").exists():
            raise UnsafeSetting(
                f"JOINTLY_MASTER_KEY_FILE={path} is missing. Without it nobody's record can be read: put it back, "
                "or for a new service make it with: head -c 32 /dev/urandom > FILE"
            )
        _write_key(path)
    if path.stat().st_mode & 0o077:
        raise UnsafeSetting(f"JOINTLY_MASTER_KEY_FILE={path} can be read by other users: chmod 600 it.")
    secret = path.read_bytes()
    if len(secret) != KEY_BYTES:
        raise UnsafeSetting(f"JOINTLY_MASTER_KEY_FILE={path} must hold exactly {KEY_BYTES} bytes.")
    return secret


def _write_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(new_key())
        file.flush()
        os.fsync(file.fileno())


def _service(new: UUID, now):
    rows = yield Query("select id from service order by made_at limit 1", ())
    if not rows:
        yield Query("insert into service (id, made_at, settings) values (?, ?, '{}')", (new, now))
        return new
    return rows[0][0]
