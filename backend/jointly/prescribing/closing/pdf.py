"""A letter as a tagged PDF (PDF/UA-1), by Typst from the template beside this file.

All that somebody wrote goes in as data and is never read as markup; the template loads no package and no file, and all
fonts come with Typst. They have no emoji and not all scripts of the world: what they lack is said by name, or marked
and told at the top, and a service can bring fonts of its own.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from jointly.content.speaking import Speak
from jointly.prescribing.closing.letter import LANGUAGE, Letter, clean

TEMPLATE = Path(__file__).with_name("closing.typ")
SIZE, LARGE = 12, 18
"""Points: of all letters, and of those in large print (RNIB's clear and large print are not less than 12 and 16)."""
MISSING = "□"
_STANDARD = "ua-1"
_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""What only makes one sign of several, or gives it a colour."""


def pdf(
    letter: Letter, *, written_at: datetime, speak: Speak, large: bool = False, fonts: Sequence[Path] = ()
) -> bytes:
    """The letter as PDF: the same bytes for the same letter. `fonts` are folders with more fonts than Typst's own."""
    data = _data(letter, LARGE if large else SIZE)
    folders = tuple(str(path) for path in fonts)
    try:
        return _set(data, written_at, folders, [_STANDARD])
    except typst.TypstError:
        data = _drawable(data, speak, folders)
    try:
        return _set(data, written_at, folders, [_STANDARD])
    except typst.TypstError:
        # Some mixture of signs that each can be drawn: a box stands for it, and nothing else is lost.
        return _set(data, written_at, folders, [])


def _data(letter: Letter, size: int) -> dict[str, Any]:
    sections = [
        {
            "heading": one.heading,
            "blocks": [{"kind": type(each).__name__.lower(), **asdict(each)} for each in one.blocks],
        }
        for one in letter.sections
    ]
    language, _, region = LANGUAGE.partition("-")
    head = {"title": letter.title, "author": letter.author, "foot": letter.foot, "note": ""}
    data = {**head, "language": language, "region": region, "size": size, "sections": sections}
    return _each(data, clean)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    """The same with every text of it changed."""
    match value:
        case str():
            return change(value)
        case list() | tuple():
            return [_each(one, change) for one in value]
        case dict():
            return {key: _each(one, change) for key, one in value.items()}
        case _:
            return value


def _set(data: dict[str, Any], written_at: datetime, fonts: tuple[str, ...], standards: list[str]) -> bytes:
    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        sys_inputs={"letter": json.dumps(data, ensure_ascii=False)},
        font_paths=_fonts(fonts),
        format="pdf",
        pdf_standards=standards,
        timestamp=written_at.astimezone(UTC).replace(microsecond=0),
    )
    return bytes(made)


@lru_cache(maxsize=8)
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """Typst's own fonts and those of the folders; none of the machine, so that a letter looks the same everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(folders))


def _drawable(data: dict[str, Any], speak: Speak, fonts: tuple[str, ...]) -> dict[str, Any]:
    """The same data with a name, or a mark, for each sign that no font has; and a note where there is a mark."""

    said = _each(data, lambda words: "".join(_put(sign, fonts) for sign in _JOINERS.sub("", words)))
    marked = MISSING in json.dumps(said, ensure_ascii=False)
    return {**said, "note": speak("closing-signs-missing", mark=MISSING) if marked else ""}


def _put(sign: str, fonts: tuple[str, ...]) -> str:
    if sign < "\u0180" or _has(sign, fonts):
        return sign
    # Pictures have a name that says what they show; letters have one that says nothing to a reader.
    name = unicodedata.name(sign, "").lower() if unicodedata.category(sign) == "So" else ""
    return f"[{name}]" if name else MISSING


@lru_cache(maxsize=4096)
def _has(sign: str, fonts: tuple[str, ...]) -> bool:
    """Whether some font can draw it: asked of Typst itself, a millisecond each."""
    try:
        typst.compile(
            b'#set document(title: "?")\n#sys.inputs.sign',
            sys_inputs={"sign": sign},
            font_paths=_fonts(fonts),
            format="pdf",
            pdf_standards=[_STANDARD],
        )
    except typst.TypstError:
        return False
    return True
