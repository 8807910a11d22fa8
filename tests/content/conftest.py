"""A copy of the content to plant faults in: with two small languages of messages, and nothing published in it."""

import shutil
from pathlib import Path

import pytest

from jointly.content.published import PUBLISHED
from support.content_tree import Tree
from support.repository import ROOT

ENGLISH = """\
-service = Jointly
hello = Hello { $name }
    .label = Greeting
goodbye = Goodbye from { -service }
"""
WELSH = """\
-service = Jointly
hello = Helo { $name }
    .label = Cyfarchiad
goodbye = Hwyl fawr gan { -service }
"""


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What each tree is a copy of."""
    root = tmp_path_factory.mktemp("sound") / "content"
    shutil.copytree(ROOT / "content", root, ignore=shutil.ignore_patterns("messages", PUBLISHED))
    made = Tree(root)
    made.write("messages/en/app.ftl", ENGLISH)
    made.write("messages/cy/app.ftl", WELSH)
    assert made.faults() == []
    return root


@pytest.fixture
def tree(sound: Path, tmp_path: Path) -> Tree:
    return Tree(Path(shutil.copytree(sound, tmp_path / "content")))
