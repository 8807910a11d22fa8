"""An operator's file, row by row: what is kept, what is left out and why, and which files are refused."""

import tracemalloc
from pathlib import Path

import pytest

from backend.listings.whereabouts.made_up import ONSPD, codes, onspd_row, point_row, write_csv, write_zip
from jointly.listings.whereabouts.files import NotPostcodes
from jointly.listings.whereabouts.importing import Packed, packed
from jointly.listings.whereabouts.packed import code_of, look_up

ROWS = [
    onspd_row("LS29 9AA", 53.92512, -1.82234),
    onspd_row("LS1 1UR", 53.79891, -1.54812),
    onspd_row("LS1 1BA", 53.79712, -1.54701),
    onspd_row("LS1 1AA", 53.79000, -1.54000, ended="201006"),
    onspd_row("BT1 1AA", 54.60000, -5.93000),
    onspd_row("IM1 1AA", "99.999999", "0.000000"),
    onspd_row("LS1 1UR", 50, 0),
    onspd_row("NOT ONE", 53.8, -1.5),
    onspd_row("LS1 1XY", "north", "west"),
    onspd_row("LS1 1XZ", 12.0, 44.0),
    '"LS1 1ZZ"',
]


def found(made: Packed, written: str) -> tuple[float, float] | None:
    code = code_of(written)
    row = made.outcodes.get(code.outcode)
    return row and look_up(row, code.inward)


def test_onspd_is_read_row_by_row_and_every_row_is_accounted_for(tmp_path: Path):
    made = packed(write_csv(tmp_path / "ONSPD_MAY_2026_UK.csv", ROWS, ONSPD))
    assert found(made, "ls29 9aa") == (53.92512, -1.82234)
    assert found(made, "LS11UR") == (53.79891, -1.54812), "the first of two counts"
    assert (found(made, "LS1 1AA"), found(made, "LS1 1BB"), found(made, "LS2 1BB")) == (None, None, None)
    tally = made.tally
    assert (tally.kind, tally.rows, tally.kept, tally.ended, tally.nowhere) == ("onspd", 11, 4, 1, 1)
    assert (tally.twice, tally.faulty, tally.left_out) == (1, 4, 0)
    assert tally.rows == tally.kept + tally.ended + tally.nowhere + tally.twice + tally.faulty
    assert tally.examples == [
        "ONSPD_MAY_2026_UK.csv, line 9: that is no postcode",
        "ONSPD_MAY_2026_UK.csv, line 10: its place is no pair of numbers",
        "ONSPD_MAY_2026_UK.csv, line 11: its place is outside the United Kingdom",
        "ONSPD_MAY_2026_UK.csv, line 12: it has too few columns",
    ]
    without = packed(tmp_path / "ONSPD_MAY_2026_UK.csv", northern_ireland=False)
    assert (without.tally.left_out, "BT1" in without.outcodes, "BT1" in made.outcodes) == (1, False, True)


def test_in_the_zip_of_onspd_the_rows_that_stand_there_twice_are_read_once(tmp_path: Path):
    rows = "\r\n".join([ONSPD, *ROWS[:3]])
    members = {
        "Data/ONSPD_MAY_2026_UK.csv": "\ufeff" + rows,
        "Data/multi_csv/ONSPD_MAY_2026_UK_LS.csv": rows,
        "Documents/names.csv": "code,name\r\n1,One\r\n",
        "User Guide/guide.txt": "nothing",
    }
    made = packed(write_zip(tmp_path / "onspd.zip", members))
    assert (made.tally.rows, made.tally.kept, made.tally.twice) == (3, 3, 0)
    del members["Data/ONSPD_MAY_2026_UK.csv"]
    assert packed(write_zip(tmp_path / "parts.zip", members)).tally.kept == 3


def test_code_point_open_is_put_on_the_map_from_its_grid(tmp_path: Path):
    members = {
        "Doc/Code-Point_Open_Column_Headers.csv": "PC,PQ,EA,NO\r\nPostcode,Positional_quality_indicator,Eastings,N\r\n",
        "Data/CSV/ls.csv": "\r\n".join([point_row("LS28 5AA", 10, 422242, 433819), point_row("LS1 1AA", 90, 0, 0)]),
        "Data/CSV/bs.csv": point_row("BS7 8AA", 10, 362270, 169979),
    }
    made = packed(write_zip(tmp_path / "codepo_gb.zip", members))
    lat, lon = found(made, "LS28 5AA")
    assert (abs(lat - 53.80022), abs(lon + 1.66379)) < (0.00005, 0.00005)
    assert (made.tally.kind, made.tally.kept, made.tally.nowhere, made.tally.faulty) == ("code-point-open", 2, 1, 0)
    assert found(made, "BS7 8AA") is not None
    write_csv(tmp_path / "ls.csv", [point_row("LS1 1AA", 10, 429900, 433600), point_row("LS1 1AB", 10, 9_999_999, 1)])
    one = packed(tmp_path / "ls.csv").tally
    assert (one.kept, one.faulty, one.examples) == (
        1,
        1,
        ["ls.csv, line 2: its place is outside the United Kingdom"],
    )


@pytest.mark.parametrize("body", [b"", b"a,b\r\n1,2\r\n", b"\x00\xff\x00", b"pcds,lat,long\r\nLS1 1AA,53,-1\r\n"])
def test_what_is_no_file_of_postcodes_is_refused(tmp_path: Path, body: bytes):
    (tmp_path / "file.csv").write_bytes(body)
    with pytest.raises(NotPostcodes, match="holds no postcodes that can be read"):
        packed(tmp_path / "file.csv")


def test_a_damaged_zip_one_full_of_faults_and_one_of_nothing_are_refused(tmp_path: Path):
    whole = write_zip(tmp_path / "whole.zip", {"ONSPD.csv": "\r\n".join([ONSPD, *ROWS[:3] * 500])})
    body = bytearray(whole.read_bytes())
    body[60:70] = b"\x00" * 10
    (tmp_path / "damaged.zip").write_bytes(body)
    with pytest.raises(NotPostcodes, match="is damaged"):
        packed(tmp_path / "damaged.zip")
    with pytest.raises(NotPostcodes, match="2 of 3 rows cannot be read"):
        packed(write_csv(tmp_path / "faulty.csv", [ROWS[0], ROWS[7], ROWS[8]], ONSPD))
    with pytest.raises(NotPostcodes, match="no postcode in it that is in use"):
        packed(write_csv(tmp_path / "ended.csv", [ROWS[3]], ONSPD))


def test_memory_holds_the_result_and_not_the_file_and_progress_is_told(tmp_path: Path):
    path = tmp_path / "onspd.csv"
    write_csv(path, (onspd_row(code, 53.8, -1.5) for code in codes(120_000)), ONSPD)
    told: list[tuple[int, float]] = []
    tracemalloc.start()
    made = packed(path, progress=lambda rows, share: told.append((rows, share)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert made.tally.kept == 120_000
    [(rows, share)] = told
    assert rows == 100_000 and 0.8 < share < 0.9
    assert most < 6_000_000 < path.stat().st_size
