"""Where the run keeps its files: in memory if there is room; a database for each test is mostly waiting for disks.

Nothing is tested less: what a process that is killed has not written is lost in memory too, and no test can take the
power away from the machine.
"""

import os
import shutil
import tempfile
from pathlib import Path

IN_MEMORY = Path("/dev/shm")
ROOM = 6_000_000_000
"""Bytes free: the run needs a third of them."""


def work_in_memory() -> None:
    """Puts all temporary files of this process, and of those it starts, in memory; not where TMPDIR says otherwise."""
    if "TMPDIR" in os.environ or not IN_MEMORY.is_dir() or shutil.disk_usage(IN_MEMORY).free < ROOM:
        return
    os.environ["TMPDIR"] = str(IN_MEMORY)
    tempfile.tempdir = None  # which remembers where it was
