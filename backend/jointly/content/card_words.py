"""The words of a care card: a heading that ends in "if:", its signs by their ids, and what to do.

What cannot wait has advice of its own: what is right for the other signs of the card may be too slow for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jointly.content.faults import Desk
from jointly.content.safety_models import CardFacts
from jointly.content.sections import Sections
from jointly.content.words import Words, read_page

IF = " if:"


@dataclass(frozen=True)
class PartWords:
    """One card as it is printed: `heading` ends in "if:", and `lead` goes between it and the signs."""

    heading: str
    lead: str | None
    signs: Mapping[str, str]
    """What is said of each trigger, by its id."""
    advice: tuple[Words, ...]

    @property
    def action(self) -> str:
        """What to do, without the "if:"."""
        return self.heading.removesuffix(IF)


@dataclass(frozen=True)
class CardWords:
    title: str
    part: PartWords
    sooner: PartWords | None


def read_card_words(desk: Desk, path: str, facts: CardFacts | None) -> CardWords | None:
    """The words of one card, held to its facts; None when there is no page or there are no facts to hold them to."""
    page = read_page(desk, path)
    if page is None or facts is None:
        return None
    sections = Sections(desk, page)
    part = _part(sections, "", [trigger.id for trigger in facts.triggers])
    sooner = _part(sections, "Sooner: ", [trigger.id for trigger in facts.sooner.triggers]) if facts.sooner else None
    sections.finish()
    return CardWords(page.title, part, sooner)


def _part(sections: Sections, start: str, ids: list[str]) -> PartWords:
    def named(name: str) -> str:
        return start + (name.lower() if start else name)

    line = sections.left[named("Heading")].line if named("Heading") in sections.left else 1
    heading = sections.paragraph(named("Heading"))
    if heading and not heading.endswith(IF):
        sections.fault(line, "the heading is what to do, and ends with “if:”")
    lead = sections.paragraph(named("Together with")) if named("Together with") in sections.left else None
    signs = _signs(sections, named("Signs"), ids)
    advice = sections.take(named("What to do"))
    return PartWords(heading, lead, signs, advice.words if advice else ())


def _signs(sections: Sections, name: str, ids: list[str]) -> Mapping[str, str]:
    """What is said of each trigger. They stand in the order of the facts."""
    section = sections.take(name)
    if section is None:
        return {}
    found: dict[str, str] = {}
    for words in section.words:
        for line, text in zip(words.lines, words.texts, strict=True):
            id, colon, said = text.partition(": ")
            if words.kind != "bullets" or not colon:
                sections.fault(line, "a sign is written with a hyphen, its id, a colon and its words")
            elif id not in ids:
                sections.fault(line, f"there are words for '{id}', which is no trigger of this part of the card")
            elif id in found:
                sections.fault(line, f"there are words for '{id}' already")
            else:
                found[id] = said
    for missing in [id for id in ids if id not in found]:
        sections.fault(section.line, f"there are no words for the trigger '{missing}'")
    return {id: found[id] for id in ids if id in found}
