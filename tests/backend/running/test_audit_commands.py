"""`jointly audit`: what it finds is named, and a restore is said in the audit."""

import sqlite3
from contextlib import closing
from pathlib import Path

from jointly.house import close_house, open_house
from jointly.people.audit_checking import remember_heads
from support.phone import entry
from support.server import Server
from support.service import settings_for

GUARDS = ("drop trigger audit_not_changed", "drop trigger audit_not_deleted")


async def test_the_commands_name_the_first_row_that_does_not_fit(server: Server, make_code, phone_of, tmp_path: Path):
    phone = await phone_of(server).join(make_code(server, "service"))
    await phone.push(entry())
    heads = tmp_path / "heads"
    assert "chains" in server.run("audit", "heads", str(heads)).stdout
    assert "are what was written" in server.run("audit", "verify", "--heads", str(heads)).stdout
    server.stop()
    with closing(sqlite3.connect(server.data / "jointly.sqlite3", isolation_level=None)) as thief:
        for statement in GUARDS:
            thief.execute(statement)
        thief.execute("delete from audit where chain = ? and number > 1", (phone.person,))
        thief.execute(
            "update chain set number = 1, hash = (select hash from audit where chain = ?) where id = ?",
            (phone.person, phone.person),
        )
    done = server.run("audit", "verify", "--heads", str(heads), check=False)
    assert done.returncode == 2
    assert f"chain {phone.person}: row 2 is missing" in done.stdout


async def test_after_a_restore_the_audit_begins_again_and_says_so(server: Server, make_code, phone_of, tmp_path: Path):
    phone = await phone_of(server).join(make_code(server, "service"))
    copy = tmp_path / "copy"
    server.run("backup", str(copy))
    await phone.push(entry())
    server.stop()
    settings_ = settings_for(server.data)
    house = await open_house(settings_)
    await remember_heads(house)
    await close_house(house)
    server.run("restore", str(copy))
    assert "are what was written" in server.run("audit", "verify").stdout
    with closing(sqlite3.connect(server.data / "jointly.sqlite3")) as database:
        assert database.execute("select count from audit where action = 'restored'").fetchall() == [(1,)]
