"""A service does not start with an unsafe setting, and says which one it is."""

import re
from pathlib import Path

import pytest

from jointly import settings as settings_module
from jointly.house import master_key, prepare_folder
from jointly.kit.errors import UnsafeSetting
from jointly.settings import is_own_machine, move_targets, read
from support.processes import free_port
from support.server import Server

HTTPS = {"JOINTLY_ORIGIN": "https://msk.example.org"}
TILES = "https://tiles.example/{z}/{x}/{y}.png"
NAMED = {"JOINTLY_MAP_ATTRIBUTION": "Somebody's map"}
MAIN, VAULT = "postgresql://app@db/jointly", "postgresql://app@db/vault"
UNSAFE = {
    "JOINTLY_ORIGIN": [
        {"JOINTLY_ORIGIN": "http://msk.example.org"},
        {"JOINTLY_ORIGIN": "http://localhost.example.org"},
        {"JOINTLY_ORIGIN": "https://msk.example.org/jointly"},
        {"JOINTLY_ORIGIN": "msk.example.org"},
        {"JOINTLY_ORIGIN": "ftp://localhost"},
        {"JOINTLY_HOST": "0.0.0.0"},
        {"JOINTLY_HOST": "::"},
        {"JOINTLY_HOST": "192.168.1.5"},
    ],
    "JOINTLY_PORT": [{"JOINTLY_PORT": port} for port in ("http", "-1", "65536", "80.5")],
    "JOINTLY_DATA": [{"JOINTLY_DATA": "/" + "d" * 90}, {"JOINTLY_DATA": "/" + "é" * 45}],
    "JOINTLY_TRUSTED_PROXIES": [{"JOINTLY_TRUSTED_PROXIES": proxies} for proxies in ("*", "10.0.0.1, proxy")],
    "JOINTLY_FEEDS_PRIVATE_HOSTS": [
        {"JOINTLY_FEEDS_PRIVATE_HOSTS": hosts}
        for hosts in ("*", "http://feeds", "feeds:8080", "feeds, a/b", "*.internal", "-a", "10.0.0.0/8", "fd00::zz")
    ],
    "JOINTLY_MAP_TILES": [
        {"JOINTLY_MAP_TILES": tiles} | NAMED
        for tiles in (
            "tiles.example/{z}/{x}/{y}.png",
            "http://tiles.example/{z}/{x}/{y}.png",
            "https://{s}.tiles.example/{z}/{x}/{y}.png",
            "https://tiles.example/{z}/{x}.png",
            "https://tiles.example/{z}/{x}/{y}/{y}.png",
            "https://tiles.example/{z}/{x}/{y}{r}.png",
            "https://me:secret@tiles.example/{z}/{x}/{y}.png",
            "https://tiles.example;script-src/{z}/{x}/{y}.png",
            "https://*/{z}/{x}/{y}.png",
            "https://tiles.example 'unsafe-inline'/{z}/{x}/{y}.png",
            "https://tiles.example/{z}/{x}/{y}.png#{z}",
            "data:image/png,{z}{x}{y}",
        )
    ],
    "JOINTLY_MAP_ATTRIBUTION": [
        {"JOINTLY_MAP_TILES": TILES},
        NAMED,
        {"JOINTLY_MAP_TILES": TILES, "JOINTLY_MAP_ATTRIBUTION": "x" * 201},
        {"JOINTLY_MAP_TILES": TILES, "JOINTLY_MAP_ATTRIBUTION": "Somebody\nelse"},
    ],
    "JOINTLY_DATABASE_URL": [{"JOINTLY_DATABASE_URL": "sqlite:///x", "JOINTLY_VAULT_URL": VAULT}],
    "JOINTLY_OWNER_DATABASE_URL": [{"JOINTLY_OWNER_DATABASE_URL": "mysql://x"}],
    "JOINTLY_VAULT_URL": [
        {"JOINTLY_DATABASE_URL": MAIN},
        {"JOINTLY_VAULT_URL": VAULT},
        {"JOINTLY_DATABASE_URL": MAIN, "JOINTLY_VAULT_URL": MAIN},
    ],
    "JOINTLY_NAME": [{"JOINTLY_NAME": "x" * 41}],
    "JOINTLY_BRAND": [{"JOINTLY_BRAND": colour} for colour in ("red", "#12345", "#ffffff", "#1f4e4a;}*{x:y")],
    "JOINTLY_BRAND_DARK": [{"JOINTLY_BRAND_DARK": "#000000"}],
    "JOINTLY_ACCENT": [{"JOINTLY_ACCENT": "orange"}],
    "JOINTLY_CONTENT": [{"JOINTLY_CONTENT": "/nowhere/at/all"}],
}


@pytest.mark.parametrize(
    ("named", "environment"), [(name, given) for name in UNSAFE for given in UNSAFE[name]], ids=str
)
def test_an_unsafe_setting_is_refused_by_name(named: str, environment: dict[str, str]):
    with pytest.raises(UnsafeSetting) as refused:
        read(environment)
    assert named in str(refused.value)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"JOINTLY_HOST": "0.0.0.0"} | HTTPS,
        {"JOINTLY_HOST": "::1", "JOINTLY_PORT": "0"},
        {"JOINTLY_DATA": "/" + "d" * 89},
        {"JOINTLY_ORIGIN": "http://localhost:9000/"},
        {"JOINTLY_TRUSTED_PROXIES": "10.0.0.1, 192.168.0.0/16"},
        {"JOINTLY_DATABASE_URL": MAIN, "JOINTLY_VAULT_URL": VAULT},
    ],
    ids=str,
)
def test_a_safe_setting_is_taken(environment: dict[str, str]):
    assert read(environment).name == "Jointly"


def test_private_hosts_of_feeds_are_named_one_by_one():
    assert read({}).feeds_private_hosts == ()
    given = {"JOINTLY_FEEDS_PRIVATE_HOSTS": " Feeds.Internal, localhost,,10.0.0.7, [fd00::7] "}
    assert read(given).feeds_private_hosts == ("feeds.internal", "localhost", "10.0.0.7", "fd00::7")


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        (TILES, "https://tiles.example"),
        ("https://Maps.Example:8443/tile?z={z}&x={x}&y={y}&key=a1", "https://maps.example:8443"),
        ("http://127.0.0.1:9000/{z}/{x}/{y}", "http://127.0.0.1:9000"),
    ],
)
def test_the_pictures_of_a_map_come_from_one_origin(address: str, origin: str):
    assert read({}).map_tiles is None
    found = read({"JOINTLY_MAP_TILES": address} | NAMED).map_tiles
    assert (found.address, found.attribution, found.origin) == (address, "Somebody's map", origin)


@pytest.mark.parametrize("port", [99999, -1])
def test_a_port_of_the_command_line_is_checked_too(port: int):
    with pytest.raises(UnsafeSetting, match="--port"):
        read({}, port=port)


def test_a_free_port_is_named_in_the_address_once_it_is_known():
    assert read({}, port=0).on_port(54321).origin == "http://localhost:54321"
    own = {"JOINTLY_ORIGIN": "https://msk.example.org"}
    assert read(own, port=0).on_port(54321).origin == "https://msk.example.org"


def test_where_to_move_is_said_by_two_different_urls():
    said = {"JOINTLY_MOVE_TO_DATABASE_URL": MAIN, "JOINTLY_MOVE_TO_VAULT_URL": VAULT}
    assert move_targets(said) == (MAIN, VAULT)
    for name, wrong in (("DATABASE", ""), ("VAULT", ""), ("DATABASE", "mysql://x"), ("VAULT", MAIN)):
        with pytest.raises(UnsafeSetting, match=f"JOINTLY_MOVE_TO_{name}_URL"):
            move_targets(said | {f"JOINTLY_MOVE_TO_{name}_URL": wrong})


@pytest.mark.parametrize("host", ["localhost", "x.localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"])
def test_own_machine(host: str):
    assert is_own_machine(host)


@pytest.mark.parametrize("host", ["localhost.example.org", "0.0.0.0", "example.org", "10.0.0.1", "::", ""])
def test_not_own_machine(host: str):
    assert not is_own_machine(host)


def test_a_key_that_others_can_read_is_refused(tmp_path: Path):
    settings = read({"JOINTLY_DATA": str(tmp_path)})
    master_key(settings)
    assert settings.master_key_file.stat().st_mode & 0o777 == 0o600
    settings.master_key_file.chmod(0o640)
    with pytest.raises(UnsafeSetting, match=r"JOINTLY_MASTER_KEY_FILE.*chmod 600"):
        master_key(settings)


def test_a_key_of_another_length_is_refused(tmp_path: Path):
    settings = read({"JOINTLY_DATA": str(tmp_path)})
    settings.master_key_file.write_bytes(bytes(31))
    settings.master_key_file.chmod(0o600)
    with pytest.raises(UnsafeSetting, match=r"JOINTLY_MASTER_KEY_FILE.*32 bytes"):
        master_key(settings)


def test_a_lost_key_is_never_replaced_in_silence(tmp_path: Path):
    (tmp_path / "vault.sqlite3").touch()
    for environment in ({}, {"JOINTLY_DATABASE_URL": MAIN, "JOINTLY_VAULT_URL": VAULT}):
        with pytest.raises(UnsafeSetting, match=r"JOINTLY_MASTER_KEY_FILE.*missing"):
            master_key(read({"JOINTLY_DATA": str(tmp_path)} | environment))


def test_a_demonstration_and_a_service_never_share_a_folder(tmp_path: Path):
    environment = {"JOINTLY_DATA": str(tmp_path / "demo")}
    prepare_folder(read(environment, demonstration=True))
    with pytest.raises(UnsafeSetting, match="JOINTLY_DATA"):
        prepare_folder(read(environment))
    environment = {"JOINTLY_DATA": str(tmp_path / "real")}
    prepare_folder(read(environment))
    (tmp_path / "real" / "jointly.sqlite3").touch()
    with pytest.raises(UnsafeSetting, match="JOINTLY_DATA"):
        prepare_folder(read(environment, demonstration=True))


def test_the_command_ends_with_one_plain_line(make_server):
    server: Server = make_server(environment={"JOINTLY_ORIGIN": "http://msk.example.org"})
    done = server.run("serve", "--port", "0", check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("jointly: JOINTLY_ORIGIN")
    assert len(done.stderr.splitlines()) == 1
    assert not list(server.data.iterdir()), "nothing was made"


def test_a_postgresql_that_cannot_be_reached_is_told_in_one_plain_line(make_server):
    url = f"postgresql://app:sesame@127.0.0.1:{free_port()}"
    server: Server = make_server(environment={"JOINTLY_DATABASE_URL": f"{url}/main", "JOINTLY_VAULT_URL": f"{url}/v"})
    (server.data / "master.key").write_bytes(bytes(32))
    (server.data / "master.key").chmod(0o600)
    for verb in (("serve", "--port", "0"), ("migrate",), ("code", "service")):
        done = server.run(*verb, check=False)
        assert done.returncode == 2, verb
        assert done.stderr.startswith("jointly: PostgreSQL main at 127.0.0.1 cannot be used"), done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert "sesame" not in done.stderr


HOLD_PASSWORDS = {"DATABASE_URL", "OWNER_DATABASE_URL", "VAULT_URL", "MOVE_TO_DATABASE_URL", "MOVE_TO_VAULT_URL"}
"""Addresses of databases: a password in one is the only secret that an environment may hold. All else is in files."""


def test_secrets_come_from_files_and_never_from_the_environment():
    written = Path(settings_module.__file__).read_text(encoding="utf-8")
    known = set(re.findall(r'given\(\s*"([A-Z_]+)"', written)) | set(re.findall(r'"JOINTLY_([A-Z_]+)"', written))
    assert known >= HOLD_PASSWORDS | {"MASTER_KEY_FILE", "NHS_LOGIN_KEY_FILE"}
    secret = re.compile(r"KEY|SECRET|PASSW|TOKEN|CREDENTIAL|PEM")
    assert {name for name in known if secret.search(name) and not name.endswith("_FILE")} == set()
    assert {name for name in known if name.endswith(("_URL", "_DSN", "_URI"))} == HOLD_PASSWORDS


@pytest.mark.parametrize("name", ["DATABASE_URL", "OWNER_DATABASE_URL", "VAULT_URL"])
def test_a_password_is_not_told_when_its_setting_is_refused(name: str):
    with pytest.raises(UnsafeSetting) as refused:
        read({f"JOINTLY_{name}": "mysql://jointly:hunter2@db/main"})
    assert "hunter2" not in str(refused.value)


def test_postcodes_are_asked_for_outside_only_where_the_operator_said_and_never_in_the_open():
    assert read({}).postcodes_io is None
    assert read({"JOINTLY_POSTCODES_IO": "https://api.postcodes.io/"}).postcodes_io == "https://api.postcodes.io"
    inside = {
        "JOINTLY_POSTCODES_IO": "http://postcodes.internal:8000",
        "JOINTLY_FEEDS_PRIVATE_HOSTS": "postcodes.internal",
    }
    assert read(inside).postcodes_io == "http://postcodes.internal:8000"
    for wrong in ("http://api.postcodes.io", "api.postcodes.io", "https://a.b/?q=", "https://u:p@a.b", "ftp://a.b"):
        with pytest.raises(UnsafeSetting, match="JOINTLY_POSTCODES_IO must"):
            read({"JOINTLY_POSTCODES_IO": wrong})
