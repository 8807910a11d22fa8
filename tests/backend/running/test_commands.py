"""The operator's commands, with a server running and without one."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from support.phone import Phone, entry
from support.repository import ROOT
from support.server import Server


async def test_codes_are_made_with_and_without_a_running_server(make_server, make_code, phone_of):
    server: Server = make_server(afresh=True).start()
    with_server = make_code(server, "service")
    server.stop()
    without = make_code(server, "person", "--called", "Ann")
    server.start()
    people = [await phone_of(server).join(code) for code in (with_server, without)]
    told = [(await phone.client.get("/api/me")).json() for phone in people]
    assert [(one["role"], one["called"]) for one in told] == [("patient", None), ("patient", "Ann")]
    again = await phone_of(server).join(make_code(server, "person", "--open", people[1].person))
    assert again.person == people[1].person


async def test_a_code_for_nobody_is_refused_in_plain_words(server: Server):
    for person in (str(uuid4()), "Ann"):
        done = server.run("code", "person", "--open", person, check=False)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_looking_at_the_list_of_people_is_in_the_audit(server: Server, make_code):
    make_code(server, "person", "--called", "Ann")
    assert "Ann" in server.run("people").stdout
    server.stop()
    with closing(sqlite3.connect(server.data / "jointly.sqlite3")) as database:
        found = database.execute("select role, what, count from audit where action = 'listed'").fetchall()
    assert found == [("operator", "people", 1)]


async def test_erasing_through_a_running_server_is_felt_at_once(server: Server, make_code, phone_of):
    phone: Phone = await phone_of(server).join(make_code(server, "service"))
    await phone.push(entry())
    server.run("erase", phone.person, "--for-good")
    assert (await phone.sync(entry())).status_code == 410


def test_erasing_must_be_meant(make_server: Callable[..., Server]):
    assert make_server().run("erase", str(uuid4()), check=False).returncode == 2


def test_migrate_brings_an_empty_database_up_to_date_and_then_has_nothing_to_do(make_server: Callable[..., Server]):
    server = make_server(afresh=True)
    assert "m0001" in server.run("migrate").stdout
    assert server.run("migrate").stdout.strip() == "Nothing to do."


def test_content_check_ends_with_0_for_the_shipped_tree_and_1_for_a_broken_one(make_server, tmp_path: Path):
    server: Server = make_server()
    assert server.run("content", "check").returncode == 0
    tree = tmp_path / "content"
    shutil.copytree(ROOT / "content", tree)
    broken = tree / "exercises" / "bridge" / "exercise.yaml"
    broken.write_text(broken.read_text().replace("slug: bridge", "slug: tunnel"))
    done = server.run("content", "check", str(tree), check=False)
    assert done.returncode == 1
    assert "exercises/bridge/exercise.yaml:2: " in done.stdout


def test_openapi_needs_no_database_and_describes_the_sync(make_server):
    server: Server = make_server()
    described = json.loads(server.run("openapi").stdout)
    assert {"SyncAnswer", "NewVersion", "Pain", "Plan"} <= described["components"]["schemas"].keys()
    assert not list(server.data.iterdir())
