"""What a deploying service can set, read once from `JOINTLY_…` variables and checked before anything starts."""

import ipaddress
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from jointly.kit.colours import PAPER_DARK, PAPER_LIGHT, TEXT_CONTRAST, contrast
from jointly.kit.errors import UnsafeSetting
from jointly.kit.govuk_notify import NotifyAccount, notify_account
from jointly.kit.hosts import hosts
from jointly.kit.mail_server import MailServer, mail_server
from jointly.kit.map_tiles import MapTiles, map_tiles
from jointly.kit.own_machine import is_own_machine
from jointly.kit.postcodes_io import postcodes_io
from jointly.kit.private_keys import read_rsa_key
from jointly.kit.push import PushSetUp, push_set_up
from jointly.kit.secret_files import read_secret

LONGEST_SOCKET = 103
"""Bytes of a Unix socket's path that every system takes."""
POSTGRES = ("postgresql://", "postgres://")
NHS_LOGIN_VTR = ("P9.Cp.Cd", "P9.Cp.Ck", "P9.Cm")


class Settings(BaseModel):
    """Every setting of a running service. Build it with `read`, which also checks it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path
    """Folder of the database, the keys and the control socket. Private to the service's user."""
    host: str
    port: int
    origin: str
    """What people type: `https://msk.example.org`, or `http://localhost:PORT` on one's own machine."""
    database_url: str | None
    """`postgresql://…` for PostgreSQL; none for SQLite in the data folder."""
    owner_database_url: str | None
    """The URL that may change tables, for `jointly migrate`; none means `database_url`."""
    vault_url: str | None
    """The separate small database of keys; required with PostgreSQL."""
    master_key_file: Path
    """32 bytes that wrap everybody's keys."""
    content: Path | None
    """An edited content tree; none means the one that came with the program."""
    name: str
    brand: str
    brand_dark: str
    accent: str
    trusted_proxies: str
    """Addresses, separated by commas, whose X-Forwarded-For is believed; empty means none."""
    demonstration: bool
    feeds_private_hosts: tuple[str, ...] = ()
    """Hosts inside our own network that feeds may be read from; every other host is asked only at public addresses."""
    postcodes_io: str | None = None
    """Address of postcodes.io, or of a copy of it; none means that no postcode is asked for outside."""
    map_tiles: MapTiles | None = None
    """Where the pictures of the map of what is near come from; none means that there is no map."""
    nhs_login_issuer: str | None = None
    """`https://auth.login.nhs.uk`, exactly as it names itself; none means that nobody signs in with NHS login."""
    nhs_login_client_id: str | None = None
    nhs_login_key_file: Path | None = None
    """The RSA private key whose public half NHS login was given."""
    nhs_login_vtr: tuple[str, ...] = ()
    """The vectors of trust to ask for, as they were agreed; each must prove identity at level P9."""
    push: PushSetUp | None = None
    """How pushes are signed and where they may go; `read` always makes it."""
    reminds: bool = True
    """Whether the server reminds people itself, or leaves that to `jointly reminders run`."""
    metrics_token: str | None = None
    """Who has it may read /metrics; none means that nobody may."""
    mail: MailServer | None = None
    """Where e-mail is handed over; none means that none is sent this way."""
    notify: NotifyAccount | None = None
    """The account at GOV.UK Notify; none means that nothing is sent through it."""

    def on_port(self, port: int) -> "Settings":
        """The same once a port is taken: for port 0 that is known only then, and people's links name it."""
        origin = f"http://localhost:{port}" if self.origin == f"http://localhost:{self.port}" else self.origin
        return self.model_copy(update={"port": port, "origin": origin})

    @property
    def database(self) -> str:
        """What `open_database` takes: a URL, or the path of the SQLite file."""
        return self.database_url or str(self.data / "jointly.sqlite3")

    @property
    def vault(self) -> str:
        """The same for the vault of keys and device sessions."""
        return self.vault_url or str(self.data / "vault.sqlite3")

    @property
    def socket(self) -> Path:
        """Where a running server listens to `jointly` commands; only its own user can reach it."""
        return self.data / "control.sock"


def read(
    environment: Mapping[str, str] = os.environ,
    *,
    demonstration: bool = False,
    port: int | None = None,
    host: str | None = None,
) -> Settings:
    """The settings from the environment, command-line choices first; raises `UnsafeSetting`, naming the variable."""

    def given(name: str, default: str = "") -> str:
        return environment.get(f"JOINTLY_{name}", "").strip() or default

    data = Path(given("DATA", "jointly-demo" if demonstration else "jointly-data")).expanduser().absolute()
    port = _port(given("PORT", "8080"), "JOINTLY_PORT") if port is None else _port(str(port), "--port")
    settings = Settings(
        data=data,
        host=host or given("HOST", "127.0.0.1"),
        port=port,
        origin=given("ORIGIN", f"http://localhost:{port}").rstrip("/"),
        database_url=given("DATABASE_URL") or None,
        owner_database_url=given("OWNER_DATABASE_URL") or None,
        vault_url=given("VAULT_URL") or None,
        master_key_file=Path(given("MASTER_KEY_FILE", str(data / "master.key"))).expanduser().absolute(),
        content=Path(given("CONTENT")).expanduser().absolute() if given("CONTENT") else None,
        name=given("NAME", "Jointly"),
        brand=given("BRAND", "#1f4e4a"),
        brand_dark=given("BRAND_DARK", "#8fd0c6"),
        accent=given("ACCENT", "#e07a3f"),
        trusted_proxies=given("TRUSTED_PROXIES"),
        demonstration=demonstration,
        feeds_private_hosts=hosts(given("FEEDS_PRIVATE_HOSTS"), "JOINTLY_FEEDS_PRIVATE_HOSTS"),
        postcodes_io=postcodes_io(
            given("POSTCODES_IO"), hosts(given("FEEDS_PRIVATE_HOSTS"), "JOINTLY_FEEDS_PRIVATE_HOSTS")
        ),
        map_tiles=map_tiles(given("MAP_TILES"), given("MAP_ATTRIBUTION")),
        nhs_login_issuer=given("NHS_LOGIN_ISSUER") or None,
        nhs_login_client_id=given("NHS_LOGIN_CLIENT_ID") or None,
        nhs_login_key_file=Path(given("NHS_LOGIN_KEY_FILE")).expanduser().absolute()
        if given("NHS_LOGIN_KEY_FILE")
        else None,
        nhs_login_vtr=_vtr(given("NHS_LOGIN_VTR"), given("NHS_LOGIN_ISSUER")),
        push=push_set_up(
            given("PUSH_KEYS_FILE"),
            given("PUSH_CONTACT"),
            hosts(given("PUSH_SERVICES"), "JOINTLY_PUSH_SERVICES"),
            given("PUSH_INSTEAD"),
            given("ORIGIN", f"http://localhost:{port}"),
        ),
        reminds=_reminds(given("REMINDERS", "here"), given("DATABASE_URL")),
        metrics_token=_token(given("METRICS_TOKEN_FILE")),
        mail=mail_server(given("SMTP"), given("SMTP_PASSWORD_FILE"), given("EMAIL_FROM")),
        notify=notify_account(
            given("NOTIFY_KEY_FILE"),
            given("NOTIFY_SMS_TEMPLATE"),
            given("NOTIFY_EMAIL_TEMPLATE"),
            given("NOTIFY_API"),
            hosts(given("FEEDS_PRIVATE_HOSTS"), "JOINTLY_FEEDS_PRIVATE_HOSTS"),
        ),
    )
    _check(settings)
    return settings


def move_targets(environment: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """The URLs to move to: database and vault. They hold passwords, so no command line has them, nor `ps`."""
    names = ("JOINTLY_MOVE_TO_DATABASE_URL", "JOINTLY_MOVE_TO_VAULT_URL")
    database, vault = (environment.get(name, "").strip() for name in names)
    for name, url in zip(names, (database, vault), strict=True):
        if not url.startswith(POSTGRES):
            raise UnsafeSetting(f"{name} must be set, and start with postgresql://.")
    if database == vault:
        raise UnsafeSetting("JOINTLY_MOVE_TO_VAULT_URL must name another database than JOINTLY_MOVE_TO_DATABASE_URL.")
    return database, vault


def _port(text: str, name: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > 65535:
        raise UnsafeSetting(f"{name} must be a number from 0 to 65535.")
    return int(text)


def _reminds(text: str, database_url: str) -> bool:
    if text not in ("here", "elsewhere"):
        raise UnsafeSetting("JOINTLY_REMINDERS must be here or elsewhere.")
    if text == "elsewhere" and not database_url:
        raise UnsafeSetting("JOINTLY_REMINDERS=elsewhere needs PostgreSQL: on SQLite only the server can remind.")
    return text == "here"


def _token(file: str) -> str | None:
    token = read_secret(file, "JOINTLY_METRICS_TOKEN_FILE") if file else None
    if token is not None and (len(token) < 32 or " " in token):
        raise UnsafeSetting("JOINTLY_METRICS_TOKEN_FILE must hold 32 letters and digits: openssl rand -hex 32.")
    return token


def _check(settings: Settings) -> None:
    _check_address(settings)
    _check_databases(settings)
    if len(os.fsencode(settings.socket)) > LONGEST_SOCKET:
        most = LONGEST_SOCKET - len(f"/{settings.socket.name}")
        raise UnsafeSetting(
            f"JOINTLY_DATA={settings.data} is too long: a socket is made in it, so its full path may have "
            f"{most} bytes at most."
        )
    _check_look(settings)
    if settings.content and not settings.content.is_dir():
        raise UnsafeSetting(f"JOINTLY_CONTENT names no folder: {settings.content}")
    _check_nhs_login(settings)
    if settings.mail and settings.notify and settings.notify.email_template:
        raise UnsafeSetting("JOINTLY_NOTIFY_EMAIL_TEMPLATE and JOINTLY_SMTP both send e-mail: set one of them only.")


def _check_address(settings: Settings) -> None:
    origin = urlsplit(settings.origin)
    if origin.scheme not in ("http", "https") or not origin.hostname or origin.path or origin.query:
        raise UnsafeSetting("JOINTLY_ORIGIN must look like https://msk.example.org, with nothing after the host.")
    if origin.scheme == "http" and not is_own_machine(origin.hostname):
        raise UnsafeSetting(
            "JOINTLY_ORIGIN must start with https://. Browsers keep health data off plain http, "
            "and the app would not work without signal there."
        )
    if not settings.demonstration and not is_own_machine(settings.host) and origin.scheme != "https":
        raise UnsafeSetting(
            f"JOINTLY_HOST={settings.host} can be reached from other machines, "
            "so JOINTLY_ORIGIN must be an https:// address."
        )
    for address in filter(None, settings.trusted_proxies.split(",")):
        try:
            ipaddress.ip_network(address.strip(), strict=False)
        except ValueError:
            raise UnsafeSetting("JOINTLY_TRUSTED_PROXIES must be addresses separated by commas; never *.") from None


def _check_databases(settings: Settings) -> None:
    for name in ("database_url", "owner_database_url", "vault_url"):
        value = getattr(settings, name)
        if value and not value.startswith(POSTGRES):
            raise UnsafeSetting(f"JOINTLY_{name.upper()} must start with postgresql://; leave it empty for SQLite.")
    if settings.database_url and not settings.vault_url:
        raise UnsafeSetting(
            "JOINTLY_VAULT_URL is needed with JOINTLY_DATABASE_URL: keys live in a database of their own, "
            "so that a backup of one does not open the other."
        )
    if settings.vault_url and not settings.database_url:
        raise UnsafeSetting("JOINTLY_VAULT_URL goes with JOINTLY_DATABASE_URL: set both or neither.")
    if settings.vault_url and settings.vault_url == settings.database_url:
        raise UnsafeSetting("JOINTLY_VAULT_URL must name another database than JOINTLY_DATABASE_URL.")


def _check_look(settings: Settings) -> None:
    if not 1 <= len(settings.name) <= 40:
        raise UnsafeSetting("JOINTLY_NAME must have 1 to 40 characters.")
    for name, paper in (("brand", PAPER_LIGHT), ("brand_dark", PAPER_DARK), ("accent", None)):
        value = getattr(settings, name)
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
            raise UnsafeSetting(f"JOINTLY_{name.upper()} must be a colour such as #1f4e4a.")
        if paper and contrast(value, paper) < TEXT_CONTRAST:
            raise UnsafeSetting(
                f"JOINTLY_{name.upper()}={value} is too faint to read on its background "
                f"({contrast(value, paper):.1f} to 1; at least {TEXT_CONTRAST} to 1 is needed)."
            )


def _vtr(text: str, issuer: str) -> tuple[str, ...]:
    if not issuer:
        if text:
            raise UnsafeSetting("JOINTLY_NHS_LOGIN_VTR goes with JOINTLY_NHS_LOGIN_ISSUER: set both or neither.")
        return ()
    try:
        found = json.loads(text) if text else NHS_LOGIN_VTR
    except ValueError:
        found = None
    if not found or not isinstance(found, list | tuple) or not all(_proves_identity(vector) for vector in found):
        raise UnsafeSetting(
            f"JOINTLY_NHS_LOGIN_VTR must be a JSON array of vectors at level P9, such as {json.dumps(NHS_LOGIN_VTR)}: "
            "health records need proof of identity."
        )
    return tuple(found)


def _proves_identity(vector: object) -> bool:
    return isinstance(vector, str) and re.fullmatch(r"P9(\.C[a-z])+", vector) is not None


def _check_nhs_login(settings: Settings) -> None:
    names = ("nhs_login_issuer", "nhs_login_client_id", "nhs_login_key_file")
    if missing := [f"JOINTLY_{name.upper()}" for name in names if not getattr(settings, name)]:
        if len(missing) < len(names):
            raise UnsafeSetting(f"{' and '.join(missing)} must be set too: NHS login needs all of its settings.")
        return
    issuer = urlsplit(settings.nhs_login_issuer)
    http_here = issuer.scheme == "http" and is_own_machine(issuer.hostname or "")
    if not (issuer.scheme == "https" or http_here) or not issuer.hostname or issuer.query or issuer.fragment:
        raise UnsafeSetting("JOINTLY_NHS_LOGIN_ISSUER must look like https://auth.login.nhs.uk.")
    read_rsa_key(settings.nhs_login_key_file, "JOINTLY_NHS_LOGIN_KEY_FILE")
