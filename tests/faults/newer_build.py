"""A newer build of the app, made from the present one: every asset has another name, as after any real change."""

import re
import shutil
from pathlib import Path

import pytest

from faults.near_server import NearServer
from jointly.kit.files import files_below
from support.service import application

HASHED = re.compile(r"-([\w-]{8})(\.(?:js|css))$")
REVISION = re.compile(r"(?<=[\"'`])[0-9a-f]{12}(?=[\"'`])")
MARK = '<meta name="build" content="newer">'


def newer_build(built: Path, folder: Path) -> Path:
    """A copy of `built` in `folder` whose assets, and so their list in the worker, are all new."""
    shutil.copytree(built, folder)
    names = {file.name: HASHED.sub(r"-newer\1\2", file.name) for file in (folder / "assets").iterdir()}
    for file in [*folder.rglob("*.js"), *folder.rglob("*.css"), folder / "index.html"]:
        text = file.read_text()
        for old, new in names.items():
            text = text.replace(old, new)
        file.write_text(text)
    for old, new in names.items():
        (folder / "assets" / old).rename(folder / "assets" / new)
    page, worker = folder / "index.html", folder / "sw.js"
    page.write_text(page.read_text().replace("<title>", f"{MARK}<title>"))
    worker.write_text(REVISION.sub(lambda found: f"f{found[0][:11]}", worker.read_text()))
    return folder


def serve(near: NearServer, build: Path, patch: pytest.MonkeyPatch) -> None:
    """Restarts the service with another build, as an upgrade does."""
    near.stop()
    patch.setattr("jointly.app.files_below", lambda _: files_below(build))
    near.app = application(near.settings)
    near.start()
