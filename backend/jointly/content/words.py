"""Reads a page of words: a title, then sections of plain paragraphs and lists, each with its line.

Markdown is used for its shape only. Bold, links and HTML are refused: the words are also read aloud, printed and sent
as plain text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from jointly.content.faults import Desk

HTML = re.compile(r"<[A-Za-z/!?]")
NO_HTML = "HTML is not allowed: write plain words"
Kind = Literal["paragraph", "bullets", "numbers"]
_LISTS: dict[str, Kind] = {"bullet_list": "bullets", "ordered_list": "numbers"}


@dataclass(frozen=True)
class Words:
    """A paragraph, or a list whose items are its texts; `lines` says where each text begins."""

    kind: Kind
    texts: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Section:
    name: str
    line: int
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Page:
    path: str
    title: str
    sections: tuple[Section, ...]


def read_page(desk: Desk, path: str) -> Page | None:
    """The page at a path; None when it cannot be read. Other faults are collected, and the page is read on."""
    text = desk.text(path)
    if text is None:
        return None
    for number, line in enumerate(text.splitlines(), start=1):
        if HTML.search(line):
            desk.fault(path, number, NO_HTML)
    desk.pages[path] = _Reader(desk, path).page(_tree(text))
    return desk.pages[path]


@lru_cache(maxsize=1024)
def _tree(text: str) -> SyntaxTreeNode:
    """Kept by its text: whoever checks the tree again after changing one file waits for that file alone."""
    return SyntaxTreeNode(MarkdownIt("commonmark", {"html": False}).parse(text))


class _Reader:
    def __init__(self, desk: Desk, path: str) -> None:
        self.desk, self.path = desk, path

    def page(self, tree: SyntaxTreeNode) -> Page:
        title = ""
        sections: list[Section] = []
        for node in tree.children:
            if node.type != "heading":
                self._add(sections, node)
            elif node.tag == "h1":
                if title or sections:
                    self._fault(node, "a page has 1 title, on its first line")
                title = title or self._plain(node)
            elif node.tag == "h2":
                sections.append(Section(self._plain(node), _line(node), ()))
            else:
                self._fault(node, "use # for the title and ## for sections, nothing smaller")
        if not title:
            self.desk.fault(self.path, 1, "the title is missing: the first line is # and the title")
        return Page(self.path, title, tuple(sections))

    def _add(self, sections: list[Section], node: SyntaxTreeNode) -> None:
        """Puts a paragraph or list into the section it stands under."""
        if not sections:
            self._fault(node, "words stand under a section: begin it with ##")
        elif words := self._words(node):
            last = sections[-1]
            sections[-1] = Section(last.name, last.line, (*last.words, words))

    def _words(self, node: SyntaxTreeNode) -> Words | None:
        if node.type == "paragraph":
            return Words("paragraph", (self._plain(node),), (_line(node),))
        if node.type in _LISTS:
            items = dict(self._items(node))
            return Words(_LISTS[node.type], tuple(items.values()), tuple(items))
        self._fault(node, "only paragraphs and lists are allowed here")
        return None

    def _items(self, node: SyntaxTreeNode) -> Iterator[tuple[int, str]]:
        """The items of a list, each with its line."""
        for item in node.children:
            if [child.type for child in item.children] == ["paragraph"]:
                yield _line(item), self._plain(item.children[0])
            elif not item.children:
                self._fault(item, "this item of the list has no words")
            else:
                self._fault(item, "an item of a list is 1 paragraph, with no list inside it")

    def _plain(self, node: SyntaxTreeNode) -> str:
        """The words of a paragraph or heading on one line; marks within it are a fault, and their words are kept."""
        parts: list[str] = []
        for child in node.children[0].children if node.children else []:
            if child.type not in ("text", "softbreak", "hardbreak"):
                self._fault(node, "plain words only: no bold, links or code")
            parts += [piece.content if piece.type == "text" else " " for piece in child.walk() if not piece.children]
        return "".join(parts).strip()

    def _fault(self, node: SyntaxTreeNode, message: str) -> None:
        self.desk.fault(self.path, _line(node), message)


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1
