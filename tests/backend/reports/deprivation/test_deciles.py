"""Deciles by postcode, from an operator's file to the fifth that somebody is counted in."""

import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from jointly.reports.deprivation.finding import Fifths, fifths
from jointly.reports.deprivation.importing import NotDeciles, packed
from jointly.reports.deprivation.operating import imd_remove, imd_status, imd_take
from support.service import Service

HEAD = "Postcode,Postcode Status,LSOA code,Index of Multiple Deprivation Rank,Index of Multiple Deprivation Decile"


def file_of(folder: Path, rows: Mapping[str, object], head: str = HEAD) -> Path:
    file = folder / "imd.csv"
    lines = [f"{postcode},Live,E01000001,17,{decile}" for postcode, decile in rows.items()]
    file.write_text("\n".join([head, *lines, ""]), encoding="utf-8-sig")
    return file


def test_two_deciles_are_one_fifth(tmp_path):
    postcodes = {f"TB1 1A{chr(64 + decile)}": decile for decile in range(1, 11)}
    found = Fifths(packed(file_of(tmp_path, postcodes)).outcodes)
    assert [found.of(postcode) for postcode in postcodes] == ["1", "1", "2", "2", "3", "3", "4", "4", "5", "5"]
    assert found.of("tb11ab") == "1"
    assert [found.of(odd) for odd in ("TB1 1AZ", "TB2 1AB", "TB1", "nowhere", "")] == [None] * 5


def test_it_finds_what_a_plain_table_finds(tmp_path):
    dice = random.Random(5)

    def any_postcode():
        half = "".join(dice.choices("ABDEFGH", k=2))
        return f"{dice.choice(('TB', 'E', 'SW'))}{dice.randint(1, 20)} {dice.randint(0, 9)}{half}"

    plain = {any_postcode(): dice.randint(1, 10) for _ in range(3_000)}
    made = packed(file_of(tmp_path, plain))
    found = Fifths(made.outcodes)
    for postcode in [*plain, *(any_postcode() for _ in range(500))]:
        assert found.of(postcode) == (str((plain[postcode] + 1) // 2) if postcode in plain else None)
    assert made.tally.kept == len(plain)
    assert sum(map(len, made.outcodes.values())) == 4 * len(plain)


def test_a_zip_is_read_as_its_csv(tmp_path):
    file = file_of(tmp_path, {"TB1 1AA": 3})
    with zipfile.ZipFile(tmp_path / "imd.zip", "w") as whole:
        whole.write(file, "tables/imd.csv")
        whole.writestr("notes.txt", "x" * 10_000)
    assert Fifths(packed(tmp_path / "imd.zip").outcodes).of("TB1 1AA") == "2"


def test_rows_that_cannot_be_read_are_counted_and_shown(tmp_path):
    rows = {"TB1 1AA": 3, "TB1 1AB": "", "TB1 1AD": 11, "here": 4, "tb1 1aa": 9, "TB2 2AA": "10"}
    tally = packed(file_of(tmp_path, rows)).tally
    assert (tally.rows, tally.kept, tally.nowhere, tally.twice, tally.faulty) == (6, 2, 1, 1, 2)
    assert tally.examples == ["line 4: its decile is no number from 1 to 10", "line 5: that is no postcode"]


@pytest.mark.parametrize("words", ["", "a,b\n1,2\n", f"{HEAD}\n", f"{HEAD}\nx,y,z,1,99\n"])
def test_what_is_no_such_table_is_not_taken(tmp_path, words):
    file = tmp_path / "odd.csv"
    file.write_text(words)
    with pytest.raises(NotDeciles):
        packed(file)


def test_what_is_damaged_is_not_taken(tmp_path):
    broken = tmp_path / "imd.zip"
    with zipfile.ZipFile(broken, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("imd.csv", HEAD + "\n" + "TB1 1AA,Live,E01,17,3\n" * 5_000)
    body = bytearray(broken.read_bytes())
    body[200:240] = bytes(40)
    broken.write_bytes(bytes(body))
    with pytest.raises(NotDeciles):
        packed(broken)


async def test_an_import_takes_the_place_of_the_one_before(service: Service, tmp_path: Path):
    house = service.house
    assert await imd_status(house) == {"told": None}
    for decile in (2, 9):
        made = tmp_path / "made"
        made.write_bytes(msgspec.msgpack.encode(packed(file_of(tmp_path, {"TB1 1AA": decile, f"TB{decile} 1AA": 1}))))
        told = await imd_take(house, path=str(made))
    assert (told["told"]["kept"], told["bytes"]) == (2, 8)
    known = await fifths(house)
    assert [known.of("TB1 1AA"), known.of("TB2 1AA"), known.of("TB9 1AA")] == ["5", None, "1"]
    assert await imd_remove(house) == {"removed": True}
    assert (await fifths(house)).of("TB1 1AA") is None
    assert await imd_remove(house) == {"removed": False}


async def test_a_file_that_the_command_did_not_pack_is_refused(service: Service, tmp_path: Path):
    (tmp_path / "odd").write_bytes(b"Postcode")
    with pytest.raises(ValueError, match="jointly imd import"):
        await imd_take(service.house, path=str(tmp_path / "odd"))
