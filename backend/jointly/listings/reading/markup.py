"""Text from HTML: words kept, tags and everything that could run thrown away. What comes out is never HTML again."""

import re
from html import unescape

from bs4 import BeautifulSoup, ParserRejectedMarkup
from bs4.element import Comment, Declaration, Doctype, NavigableString, ProcessingInstruction, Tag

from jointly.listings.model import Problem
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import tidy_text

BLOCKS = frozenset(
    re.findall(
        "[a-z0-6]+",
        """address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
        h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul""",
    )
)
ACTIVE = frozenset(
    re.findall(
        "[a-z]+",
        """applet audio base button canvas embed frame frameset head iframe img input link math meta noembed noframes
        noscript object param script select style svg template textarea title video""",
    )
)
"""Their insides are thrown away with them. An img holds none; a picture in a text is left out."""
HARMLESS = frozenset({"img", "head", "title", "meta", "base", "link"})
_NOT_WORDS = (Comment, Declaration, Doctype, ProcessingInstruction)
_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_UNCLOSED = re.compile(r"<(?=[^<>]*(?:<|$))")
_MOST_ROUNDS = 4


def plain(text: str, problems: list[Problem]) -> str:
    """The words of a text that may be HTML, with a line feed where a block of it began or ended.

    Some feeds escape their HTML once or twice more: it is read again until no tag is left.
    """
    if "<" not in text and "&" not in text:
        return _tidy_lines(text)
    for _ in range(_MOST_ROUNDS):
        if _TAG.search(text):
            note(problems, "html-in-text")
            text = _words(text, problems)
            continue
        text = unescape(text)
        if not _TAG.search(text) and "&lt;" not in text:
            break
    return _tidy_lines(_TAG.sub("", tidy_text(text)))


def _words(text: str, problems: list[Problem]) -> str:
    # The parser looks for the end of each tag up to the end of the text: thousands without one take it minutes.
    closed = _UNCLOSED.sub("&lt;", _DECLARATION.sub("", _without_comments(text)))
    try:
        soup = BeautifulSoup(closed, "html.parser")
    except ParserRejectedMarkup:
        return _TAG.sub("", text)
    parts: list[str] = []
    _gather(soup, parts, problems)
    return "".join(parts)


def _without_comments(text: str) -> str:
    """The text without comments, of which the last may have no end. What is marked as CDATA is kept: it is words."""
    first, *rest = text.replace("<![CDATA[", "").replace("]]>", "").split("<!--")
    return "".join([first, *(part.partition("-->")[2] for part in rest)])


def _gather(root: Tag, parts: list[str], problems: list[Problem]) -> None:
    """Collects the words below a tag, in order. A stack of its own: a source may nest tags without end."""
    stack: list[Tag | NavigableString | str] = [root]
    while stack:
        part = stack.pop()
        if isinstance(part, Tag):
            if part.name in ACTIVE:
                if part.name not in HARMLESS:
                    note(problems, "script-in-text", f"<{part.name}>")
                continue
            if part.name in BLOCKS:
                parts.append("\n")
                stack.append("\n")
            stack.extend(reversed(part.contents))
        elif not isinstance(part, _NOT_WORDS):
            # A line feed in the source of a page is a blank; only blocks break lines.
            parts.append(part if part == "\n" and type(part) is str else re.sub(r"\s+", " ", part))


def _tidy_lines(text: str) -> str:
    if "\n" not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
