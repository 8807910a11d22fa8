"""Feeds of others that the tests read where they lie: `JOINTLY_FIXTURES`, else ../shared/fixtures by the repository.

No copy of them is in the repository. Where the folder is missing the tests that need it verify nothing, and the run
says in words what was not verified.
"""

import functools
import inspect
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from support.repository import ROOT

SETTING = "JOINTLY_FIXTURES"
FOLDER = Path(os.environ.get(SETTING) or ROOT.parent / "shared" / "fixtures")
NOT_VERIFIED: set[str] = set()
"""What tests of this process would have verified, had the fixtures been there."""


def needs_fixtures(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Marks a test that reads the fixtures, and says in words what it verifies. Innermost of a test's decorators."""

    def decorate(test: Callable[..., Any]) -> Callable[..., Any]:
        if FOLDER.is_dir():
            return test

        @functools.wraps(test)
        def not_done(*_: Any, **__: Any) -> None:
            NOT_VERIFIED.add(what)

        @functools.wraps(test)
        async def not_done_either(*_: Any, **__: Any) -> None:
            NOT_VERIFIED.add(what)

        return not_done_either if inspect.iscoroutinefunction(test) else not_done

    return decorate


def fixture_bytes(path: str) -> bytes:
    """A file of the fixtures, by its path inside the folder."""
    return (FOLDER / path).read_bytes()


def fixture_json(path: str) -> Any:
    """What a JSON file of the fixtures says."""
    return json.loads(fixture_bytes(path))
