"""Writes the pages of a whole tree into a folder."""

from pathlib import Path

from jointly.content.faults import Desk
from jointly.content.preview.descriptions import descriptions
from jointly.content.preview.figures import figures_of
from jointly.content.preview.items import FACTS, items_of
from jointly.content.preview.pages import INDEX, index_page, item_page
from jointly.content.schemas import MODELS


def preview(desk: Desk, to: Path, script: str = "") -> list[Path]:
    """Writes an index and one page an item of a tree that was read; gives the files. Faults do not stop it.

    `script` draws the pictures (pwa/src/page/preview/figures.ts, built); without it there are none.
    """
    to.mkdir(parents=True, exist_ok=True)
    items = list(items_of(desk))
    of_items = {fault for item in items for fault in item.faults}
    others = [fault for fault in desk.told if fault not in of_items]
    described = {
        kind: descriptions(MODELS[name.removesuffix(".yaml")])
        for kind, name in FACTS.items()
        if name.removesuffix(".yaml") in MODELS
    }
    figures = figures_of(desk) if script else {}
    pages = {INDEX: index_page(items, others)}
    for item in items:
        figure = figures.get(item.home)
        pages[item.file] = item_page(item, described.get(item.kind, {}), figure, script if figure else "")
    for name, text in pages.items():
        (to / name).write_text(text, encoding="utf-8")
    return [to / name for name in pages]
