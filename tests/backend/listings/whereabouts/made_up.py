"""Files of postcodes as those who publish them write them, with invented rows; a few thousand, or as many as wanted."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ONSPD = "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,ctry,lat,long,imd"
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def onspd_row(code: str, lat: object, lon: object, *, ended: str = "") -> str:
    """A row of ONSPD. `code` has its blank."""
    packed = code.replace(" ", "")
    country = "E92000001"
    return (
        f'"{packed:<7}","{code:<8}","{code}","198001","{ended}","0","0422000","0433000","1","{country}",{lat},{lon},1'
    )


def point_row(code: str, quality: int, east: int, north: int) -> str:
    """A row of Code-Point Open."""
    packed = f"{code.split()[0]:<4}{code.split()[1]}" if len(code) < 8 else code.replace(" ", "")
    return f'"{packed}",{quality},{east},{north},"E92000001","E19000001","E18000002","","E08000035","E05001411"'


def write_csv(path: Path, rows: Iterable[str], head: str | None = None) -> Path:
    """One CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{row}\r\n" for row in ((head,) if head else ()))
        file.writelines(f"{row}\r\n" for row in rows)
    return path


def write_zip(path: Path, members: dict[str, str]) -> Path:
    """A zip of texts by their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members.items():
            packed.writestr(name, text)
    return path


def codes(count: int) -> Iterator[str]:
    """Postcodes in their order, 4,000 an outcode: AB1 0AA, AB1 0AB and so on."""
    areas = [f"{a}{b}{number}" for a in "ABCDEFGL" for b in "BDEHNS" for number in range(1, 100)]
    inward = [f"{digit}{a}{b}" for digit in range(10) for a in LETTERS for b in LETTERS]
    for at in range(count):
        yield f"{areas[at // len(inward)]} {inward[at % len(inward)]}"
