"""What every test can ask for. Each fixture costs nothing until a test names it; see the modules in support/."""

import asyncio
import gc
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, Playwright

from jointly.kit.db import Database, open_database
from jointly.settings import Settings
from support import forking
from support import postgres as postgres_support
from support.accessibility import check_accessibility
from support.devices import Devices
from support.held_loop import HeldLoop
from support.memory import work_in_memory
from support.network_guard import stand_guard
from support.node import TEST_PACKAGES, ensure_packages
from support.postgres import APP, Postgres, as_role
from support.pwa_build import ensure_built
from support.server import Server
from support.service import Service, bring_up_to_date, running, settings_for
from support.summary import Summary

summary = Summary()


def pytest_configure(config: pytest.Config) -> None:
    """Guard the network before any test module is read, and tell at the end what the run stood on."""
    work_in_memory()
    stand_guard()
    # How quickly a busy machine makes an example says nothing about what is tested.
    hypothesis.settings.register_profile(
        "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
    )
    hypothesis.settings.load_profile("any machine")
    config.pluginmanager.register(summary)


def pytest_unconfigure() -> None:
    """Nothing that the run began outlives it."""
    forking.end()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes comes first: begun last, two of three processes would wait for it."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/journeys/test_accessibility.py"))


def pytest_collection_finish() -> None:
    """What was read for the run stays, so Python need not look through it again and again: half of a test's setup."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Async tests run on asyncio, as the server does."""
    return "asyncio"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The run's PostgreSQL: the one at JOINTLY_TEST_POSTGRES, else one started from a wheel.

    Its folder is not below pytest's own: a second run of pytest closes that to the account the server runs as.
    """
    with TemporaryDirectory(prefix="jointly-postgres-") as folder:
        server = postgres_support.given_server() or postgres_support.start_cluster(Path(folder))
        summary.note(f"PostgreSQL {server.version()}")
        yield server
        server.stop()


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The address of a fresh, empty PostgreSQL database in which the service's role may make tables."""
    url = as_role(postgres.create_database(app_makes_tables=True), APP)
    yield url
    postgres.drop_database(url)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh, empty database for `open_database`: the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres_url")
    return str(tmp_path / "jointly.sqlite3")


def _apart(work: Coroutine) -> None:
    """Runs it in a thread: a module of journeys holds this one's event loop."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, work).result()


@pytest.fixture(scope="session")
def migrated(postgres: Postgres) -> Iterator[str]:
    """The name of a PostgreSQL database with our tables in it, to make others from."""
    url = postgres.create_database()
    _apart(bring_up_to_date(url, as_role(url, APP)))
    yield url.rpartition("/")[2]
    postgres.drop_database(url)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with our tables in it, to copy."""
    file = tmp_path_factory.mktemp("migrated") / "jointly.sqlite3"
    _apart(bring_up_to_date(str(file)))
    return file


@pytest.fixture(params=["sqlite", "postgres"])
def service_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a service on fresh databases: the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        settings = settings_for(tmp_path / "data")
        shutil.copyfile(request.getfixturevalue("migrated_file"), settings.database)
        yield settings
        return
    server: Postgres = request.getfixturevalue("postgres")
    databases = server.for_app(template=request.getfixturevalue("migrated"))
    yield settings_for(tmp_path / "data", postgres=databases)
    server.drop_database(*databases)


@pytest.fixture
async def service(service_settings: Settings, built_pwa: Path) -> AsyncIterator[Service]:
    """The application, started in this process on either engine: `async with service.client() as client: …`."""
    async with running(service_settings) as started:
        yield started


@pytest.fixture
async def unbound(service: Service, request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """The service's main database as a thief has it: every row of everybody, on either engine."""
    if service.house.db.kind == "sqlite":
        yield service.house.db
        return
    server: Postgres = request.getfixturevalue("postgres")
    opened = await open_database(server.database_url(service.settings.database.rpartition("/")[2]), pool_size=2)
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def node_test_packages() -> Path:
    """tests/node/node_modules, as its lock file says."""
    return ensure_packages(TEST_PACKAGES)


@pytest.fixture(scope="session")
def built_pwa() -> Path:
    """The built PWA in backend/jointly/static, made from the sources as they are now."""
    return ensure_built()


@pytest.fixture
def make_server(tmp_path: Path, built_pwa: Path) -> Iterator[Callable[..., Server]]:
    """Makes servers that are not started yet: `make_server(verb="demo", environment={…})`. All end with the test."""
    made: list[Server] = []

    def make(**options) -> Server:
        data = tmp_path / f"data-{len(made)}"
        data.mkdir(mode=0o700)
        made.append(Server(data, **options))
        return made[-1]

    yield make
    for server in made:
        server.stop()


@pytest.fixture
def server(make_server: Callable[..., Server]) -> Server:
    """A running `jointly serve` on SQLite with nothing in it yet."""
    return make_server().start()


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory, built_pwa: Path) -> Path:
    """A data folder as the first `jointly demo` leaves it; copy it, do not use it."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    folder.mkdir(mode=0o700)
    with Server(folder, verb="demo"):
        pass
    return folder


@pytest.fixture
def demo_server(make_server: Callable[..., Server], demo_data: Path) -> Server:
    """A running `jointly demo` on its own copy of the demonstration data."""
    server = make_server(verb="demo")
    shutil.copytree(demo_data, server.data, ignore=shutil.ignore_patterns("*.sock"), dirs_exist_ok=True)
    return server.start()


@pytest.fixture(scope="session")
def held_loop() -> Iterator[HeldLoop]:
    """Playwright's blocking interface and a headless Chromium, each started once a run; see `support.held_loop`."""
    held = HeldLoop()
    yield held
    held.end()


@pytest.fixture(scope="module")
def playwright(held_loop: HeldLoop) -> Iterator[Playwright]:
    """Playwright's blocking interface. It holds the thread's event loop: no async tests in a module of journeys."""
    with held_loop.held():
        yield held_loop.playwright


@pytest.fixture(scope="module")
def browser(held_loop: HeldLoop, playwright: Playwright) -> Browser:
    """A headless Chromium."""
    summary.note(f"Chromium {held_loop.browser.version}")
    return held_loop.browser


@pytest.fixture
def devices(browser: Browser) -> Iterator[Devices]:
    """Makes phones and desktops, each with its own storage; an uncaught error on any of their pages fails the test."""
    made = Devices(browser)
    yield made
    made.close()


@pytest.fixture
def phone(devices: Devices) -> Page:
    """A page on a 360 × 740 touch phone in London."""
    return devices.phone()


@pytest.fixture
def desktop(devices: Devices) -> Page:
    """A page 1280 × 800 with mouse and keyboard."""
    return devices.desktop()


@pytest.fixture
def axe() -> Callable[..., None]:
    """`axe(page)` fails with every accessibility rule that the page breaks."""
    return check_accessibility
