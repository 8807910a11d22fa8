"""The content in the checkout and the worked cases, read as quickly as can be: every process of a run needs them."""

from functools import cache
from typing import Any

import yaml

from jointly.content import Content, load
from support.repository import ROOT


@cache
def shipped_content() -> Content:
    """The content in the checkout, read once a process. It is frozen; who tests the reading itself calls `load`."""
    return load(ROOT / "content")


def yaml_of(file: str) -> Any:
    """What a YAML file says, by its path from the root: by the C library, in a tenth of the time of Python alone."""
    return yaml.load((ROOT / file).read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
