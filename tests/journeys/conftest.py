"""Who and what the journeys stand on: one clinic for all of them, and phones that joined it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.written import plan_for_every_day
from support.devices import Devices
from support.server import Server

expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def clinic(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """A running service that no journey stops: each brings its own people."""
    folder = tmp_path_factory.mktemp("clinic") / "data"
    shutil.copytree(demo_data, folder, ignore=shutil.ignore_patterns("*.sock"))
    folder.chmod(0o700)
    with Server(folder, verb="demo") as server, closing(Clinic(server)) as clinic:
        yield clinic


@pytest.fixture
def own_clinic(demo_server: Server) -> Iterator[Clinic]:
    """A service of this journey's own, which may be stopped and started."""
    with closing(Clinic(demo_server)) as clinic:
        yield clinic


@pytest.fixture
def rose(clinic: Clinic, devices: Devices) -> Page:
    """Rose's phone, on Today: she has a plan with exercises every day and nothing else yet."""
    return joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Rose", plan_for_every_day()).code)


@pytest.fixture
def margaret(clinic: Clinic, devices: Devices) -> Callable[..., Page]:
    """Margaret's phone or desktop, with 8 weeks in her diary: `margaret(devices.desktop, color_scheme="dark")`."""

    def open_on(device: Callable[..., Page] = devices.phone, **options: object) -> Page:
        return joining.signed_in(device(base_url=clinic.url, **options), clinic.link_of("Margaret").partition("#")[2])

    return open_on
