"""A section as the XHTML that FHIR allows in a narrative: elements of our own choice, all that was written escaped."""

from collections.abc import Iterable
from html import escape

from jointly.prescribing.closing.letter import LANGUAGE, Block, Facts, Points, Quote, Table, Text, Under, clean

XHTML = "http://www.w3.org/1999/xhtml"


def narrative(blocks: Iterable[Block]) -> str:
    """A `div`, as Narrative.div wants it."""
    return f'<div xmlns="{XHTML}" lang="{LANGUAGE}" xml:lang="{LANGUAGE}">{"".join(map(_block, blocks))}</div>'


def _block(block: Block) -> str:
    match block:
        case Text(words=words):
            return f"<p>{_lines(words)}</p>"
        case Quote(words=words):
            return f"<blockquote><p>{_lines(words)}</p></blockquote>"
        case Under(words=words):
            return f"<h3>{_lines(words)}</h3>"
        case Points(items=items):
            return f"<ul>{''.join(f'<li>{_lines(item)}</li>' for item in items)}</ul>"
        case Facts(pairs=pairs):
            return f"<dl>{''.join(f'<dt>{_lines(name)}</dt><dd>{_lines(said)}</dd>' for name, said in pairs)}</dl>"
        case Table(caption=caption, header=header, rows=rows):
            return (
                f"<table><caption>{_lines(caption)}</caption><thead>{_row(header, 'th')}</thead>"
                f"<tbody>{''.join(_row(row, 'td') for row in rows)}</tbody></table>"
            )


def _row(cells: Iterable[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_lines(cell)}</{tag}>' for cell in cells)}</tr>"


def _lines(words: str) -> str:
    return escape(clean(words)).replace("\n", "<br/>")
