"""What the workloads of reminders stand on: a service on PostgreSQL, people who are reminded, dispatchers."""

import asyncio
import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from bench.durable_postgres import start_durable
from jointly.house import close_house, open_house
from jointly.people.house import House
from jointly.reminders.manner import Manner, sealed
from jointly.settings import Settings
from support.postgres import APP, Postgres, as_role
from support.service import bring_up_to_date, settings_for

SPAWN = multiprocessing.get_context("spawn")


class Stand(NamedTuple):
    """A service with nobody in it; `database` is the name of its main one."""

    postgres: Postgres
    settings: Settings

    @property
    def database(self) -> str:
        return self.settings.database.rpartition("/")[2]

    def sql(self, *statements: str) -> str:
        """As the superuser."""
        return self.postgres.sql(*statements, database=self.database)


@contextmanager
def stand(folder: Path) -> Iterator[Stand]:
    """On a PostgreSQL of its own that waits for the disk."""
    postgres = start_durable(folder / "cluster")
    try:
        template = postgres.create_database()
        asyncio.run(bring_up_to_date(template, as_role(template, APP)))
        databases = postgres.for_app(template=template.rpartition("/")[2])
        yield Stand(postgres, settings_for(folder / "data", postgres=databases))
    finally:
        postgres.stop()


def cpu_of(postgres: Postgres) -> float:
    """Seconds of CPU that PostgreSQL took since its start, all its processes together, those that ended too."""
    assert postgres.process
    top = str(postgres.process.pid)
    found = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            said = file.read_text().rpartition(")")[2].split()
            # utime and stime; of the first process also those of its children that ended.
            if said[1] == top or file.parent.name == top:
                found += sum(map(int, said[11 : 15 if file.parent.name == top else 13]))
    return found / os.sysconf("SC_CLK_TCK")


async def with_house(settings: Settings, work: Callable):
    """What `work` gives, with the house open."""
    house = await open_house(settings)
    try:
        return await work(house)
    finally:
        await close_house(house)


async def facts_of(house: House) -> tuple[str, str]:
    """The service's id, and how somebody is told, sealed and written as PostgreSQL writes bytes."""
    return str(house.service), "\\x" + sealed(house.index_key, Manner(email="somebody@example.org")).hex()


def fill(stand: Stand, people: int, each: int, since: str, apart: str) -> None:
    """So many people with a plan that is as new as their record, each with so many reminders.

    The first is due at the SQL time `since`, later ones by the interval `apart`, both in terms of the person's
    number `p` and, for `apart`, of the reminder's number `s`.
    """
    service, manner = asyncio.run(with_house(stand.settings, facts_of))
    stand.sql(
        "create unlogged table someone as select p, gen_random_uuid() as person "
        f"from generate_series(0, {people - 1}) as p",
        "insert into feed (person, number, grant_version) select person, 2, 1 from someone",
        "insert into due (id, person, service, kind, local, at, until, state) "
        f"select gen_random_uuid(), person, '{service}', 'exercise', '2026-11-22T09:00', "
        f"{since} + {apart}, {since} + {apart} + interval '3 hours', 'waiting' "
        f"from someone, generate_series(0, {each - 1}) as s order by p, s",
        "insert into reminded (person, service, number, planned_at, next_at, sealed) "
        f"select person, '{service}', 2, now(), {since}, '{manner}' from someone, lateral (select 0 as s) as first",
        "analyze feed, due, reminded, message, subscription",
        "checkpoint",
    )
