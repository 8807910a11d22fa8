"""Round trips of web push: both browsers, each with a push service of its own and a desktop that can click."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright

from journeys.pushed.office import Office, new_key, open_office
from journeys.pushed.site import Site
from support.push.rig import Rig, a_rig


@pytest.fixture(params=["chromium", "firefox"])
def rig(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Rig]:
    """The test runs once with each browser."""
    with a_rig(request.param, playwright) as rig:
        yield rig


@pytest.fixture
def site(rig: Rig) -> Iterator[Site]:
    """A site that can be told something, and nothing else."""
    with rig.portal.wrap_async_context_manager(Site().running()) as site:
        yield site


@pytest.fixture
def office(rig: Rig) -> Iterator[Office]:
    """Our sender, with a key of its own."""
    with open_office(rig, new_key()) as office:
        yield office
