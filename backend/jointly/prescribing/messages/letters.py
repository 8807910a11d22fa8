"""A letter as the wire has it."""

from jointly.prescribing.closing.letter import Block as Said
from jointly.prescribing.closing.letter import Facts, Letter, Points, Quote, Table, Text, Under
from jointly.prescribing.messages.schemas import Block, Part, ReadLetter


def shown(letter: Letter) -> ReadLetter:
    """All that the letter says, in its order."""
    parts = [
        Part(key=one.key, heading=one.heading, blocks=[_block(each) for each in one.blocks]) for one in letter.sections
    ]
    return ReadLetter(title=letter.title, sections=parts)


def _block(block: Said) -> Block:
    match block:
        case Text(words):
            return Block(kind="text", words=words)
        case Quote(words):
            return Block(kind="quote", words=words)
        case Under(words):
            return Block(kind="under", words=words)
        case Points(items):
            return Block(kind="points", items=list(items))
        case Facts(pairs):
            return Block(kind="facts", pairs=list(pairs))
        case Table(caption, header, rows):
            return Block(kind="table", caption=caption, header=list(header), rows=[list(row) for row in rows])
