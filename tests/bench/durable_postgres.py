"""A PostgreSQL that waits for the disk, as a service's does; the tests' own does not."""

from pathlib import Path

from support.postgres import Postgres, start_cluster


def start_durable(folder: Path) -> Postgres:
    """Start one with its default settings in a new folder, and print what it is."""
    folder.mkdir(mode=0o700)
    postgres = start_cluster(folder, {})
    said = ", ".join(f"{name} {postgres.sql(f'show {name}')}" for name in ("fsync", "synchronous_commit"))
    print(f"PostgreSQL {postgres.version()}, {said}")
    return postgres
