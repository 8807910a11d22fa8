"""What a run stood on, printed with it: without this no figure means anything."""

import os
import platform
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("jointly-msk", "litestar", "piccolo", "msgspec", "pydantic", "cryptography", "uvicorn", "uvloop", "asyncpg")


@contextmanager
def reported(what: str, *, seed: int, folder: Path, **more: str) -> Iterator[None]:
    """Print versions, machine, disk and seed before, and the load before and after."""
    print(f"== {what}")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        *(f"{k} {v}" for k, v in more.items()),
        sep=", ",
    )
    disk = f"{fdatasyncs_a_second(folder):,.0f} fdatasync/s"
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.release()}, {disk}")
    print(f"seed {seed}; load before {load()}")
    yield
    print(f"load after {load()}")


def load() -> str:
    """Load averages over 1, 5 and 15 minutes."""
    return " ".join(f"{average:.2f}" for average in os.getloadavg())


def fdatasyncs_a_second(folder: Path, seconds: float = 0.5) -> float:
    """How often the disk of `folder` makes 4 kB durable."""
    path = folder / "fdatasync-probe"
    handle = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    try:
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            os.pwrite(handle, b"x" * 4096, 4096 * (count % 256))
            os.fdatasync(handle)
            count += 1
        return count / (time.perf_counter() - began)
    finally:
        os.close(handle)
        path.unlink()
