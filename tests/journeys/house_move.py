"""A copy of the house that can be upgraded, as a service upgrades: other files on disk, and a restart."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import jointly
from support.repository import ROOT
from support.server import Server


class Upgradable:
    """`jointly demo` from a folder of its own, in which a later build can be put."""

    def __init__(self, folder: Path, make_server: Callable[..., Server], data: Path) -> None:
        package = Path(jointly.__file__).parent
        shutil.copytree(package, folder / "backend" / "jointly", ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "content").symlink_to(ROOT / "content")
        self.built = folder / "backend" / "jointly" / "static"
        self.server = make_server(verb="demo", environment={"PYTHONPATH": str(folder / "backend")})
        shutil.copytree(data, self.server.data, ignore=shutil.ignore_patterns("*.sock"), dirs_exist_ok=True)
        self.server.start()

    def upgrade(self) -> None:
        """Put in a build whose first page is another, and whose worker names it, and restart."""
        page, worker = self.built / "index.html", self.built / "sw.js"
        page.write_text(page.read_text().replace("<body>", '<body class="later">'))
        old = worker.read_text()
        [revision] = set(re.findall(r"`/index\.html`,`(\w{12})`", old))
        [build] = set(re.findall(r"`shell-(\w{12})`", old))
        worker.write_text(old.replace(revision, "1" * 12).replace(build, "2" * 12))
        self.server.restart()
