"""Running text in the shape that phones keep: paragraphs and lists."""

from jointly.content.pack_shapes import PackList, PackParagraph
from jointly.content.words import Words


def blocks(words: tuple[Words, ...]) -> tuple[PackParagraph | PackList, ...]:
    return tuple(map(_block, words))


def _block(words: Words) -> PackParagraph | PackList:
    if words.kind == "paragraph":
        return PackParagraph(type="paragraph", text=words.texts[0])
    return PackList(type=words.kind, items=words.texts)
