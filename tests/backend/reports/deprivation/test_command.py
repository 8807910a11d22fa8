"""`jointly imd`: an operator gives the service a table, and sees what became of it."""

from pathlib import Path

from support.server import Server

TABLE = """Postcode,Postcode Status,Index of Multiple Deprivation Decile
TB1 1AA,Live,1
TB1 1AB,Live,10
TB1 1AD,Terminated,
here,Live,3
"""


def test_a_table_is_taken_shown_and_taken_away(server: Server, tmp_path: Path):
    file = tmp_path / "imd.csv"
    file.write_text(TABLE)
    assert "There is none" in server.run("imd", "status").stdout
    done = server.run("imd", "import", str(file))
    assert done.returncode == 0, done.stderr
    assert "2 postcodes (imd.csv), 0.0 MB" in done.stdout
    assert "1 without a decile, 0 there twice, 1 faulty" in done.stdout
    assert "line 5: that is no postcode" in done.stdout
    assert not list(server.data.glob("imd-*"))
    assert "2 postcodes (imd.csv)" in server.run("imd", "status").stdout
    assert server.run("imd", "remove").stdout == "It is gone.\n"
    assert server.run("imd", "remove").stdout == "There was none.\n"


def test_a_file_that_is_none_changes_nothing(server: Server, tmp_path: Path):
    file = tmp_path / "imd.csv"
    file.write_text(TABLE)
    server.run("imd", "import", str(file))
    (tmp_path / "odd.csv").write_text("name,colour\nJo,red\n")
    done = server.run("imd", "import", str(tmp_path / "odd.csv"), check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "“Postcode”" in done.stderr and "Traceback" not in done.stderr
    assert "2 postcodes (imd.csv)" in server.run("imd", "status").stdout
