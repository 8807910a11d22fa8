"""Programmes: which exercises, on which days, with which ladder, and the words around them."""

import string
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from jointly.content.exercises import Exercise
from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.models import Ladder, ProgrammeFacts
from jointly.content.reviews import check_review
from jointly.content.sections import Sections
from jointly.content.slugs import check_slug
from jointly.content.words import Page, Words, read_page


@dataclass(frozen=True)
class ProgrammeWords:
    title: str
    about: tuple[Words, ...]
    stop: tuple[str, ...]
    stop_advice: str
    up: tuple[Words, ...]
    stay: tuple[Words, ...]
    down: tuple[Words, ...]
    gentle: str


@dataclass(frozen=True)
class Programme:
    facts: ProgrammeFacts
    words: ProgrammeWords
    exercises: tuple[Exercise, ...]


def read_programme(desk: Desk, folder: str, exercises: Mapping[str, Exercise], known: set[str]) -> Programme | None:
    """One programme from its folder. `known` are all slugs, faulty ones too, so as not to fault them again."""
    home = f"programmes/{folder}"
    sheet = read_facts(desk, f"{home}/programme.yaml", ProgrammeFacts)
    page = read_page(desk, f"{home}/en.md")
    if sheet is None or page is None:
        return None
    facts = sheet.facts
    check_slug(sheet, facts.slug, folder)
    _check_exercises(sheet, known)
    _check_ladder(sheet)
    check_review(sheet, facts.review)
    chosen = tuple(exercises[slug] for slug in facts.exercises if slug in exercises)
    return Programme(facts, _words(desk, page, facts.ladder), chosen)


def _check_exercises(sheet: Sheet[ProgrammeFacts], known: set[str]) -> None:
    facts = sheet.facts
    lists = {("exercises",): facts.exercises, ("gentle", "exercises"): facts.gentle.exercises}
    for place, slugs in lists.items():
        times = Counter[str]()
        for index, slug in enumerate(slugs):
            times[slug] += 1
            if times[slug] == 2:
                sheet.fault((*place, index), f"'{slug}' is in the list twice")
            elif slug not in known:
                sheet.fault((*place, index), f"there is no exercise '{slug}'")
            elif slug not in facts.exercises:
                sheet.fault((*place, index), f"'{slug}' is not one of this programme's exercises")


def _check_ladder(sheet: Sheet[ProgrammeFacts]) -> None:
    ladder = sheet.facts.ladder
    if ladder.go_max >= ladder.caution_max:
        sheet.fault(("ladder", "caution_max"), "the pain bands have a gap: 'caution_max' must be more than 'go_max'")


def _words(desk: Desk, page: Page, ladder: Ladder) -> ProgrammeWords:
    sections = Sections(desk, page)
    about = sections.take("About")
    words = ProgrammeWords(
        title=page.title,
        about=about.words if about else (),
        stop=sections.bullets("Stop now if you have"),
        stop_advice=sections.paragraph("What to do when you stop"),
        up=_rule(sections, "When to move up", ladder),
        stay=_rule(sections, "When to stay", ladder),
        down=_rule(sections, "When to move down", ladder),
        gentle=sections.paragraph("On a bad day"),
    )
    sections.finish()
    return words


def _rule(sections: Sections, name: str, ladder: Ladder) -> tuple[Words, ...]:
    """A printed rule with the ladder's own numbers in it, so that words and numbers cannot disagree."""
    section = sections.take(name)
    numbers = {
        "go_max": ladder.go_max,
        "caution_min": ladder.go_max + 1,
        "caution_max": ladder.caution_max,
        "stop_min": ladder.caution_max + 1,
        "sessions_to_move_up": ladder.sessions_to_move_up,
    }
    printed = []
    for words in section.words if section else ():
        strange = [
            (line, name)
            for line, text in zip(words.lines, words.texts, strict=True)
            for name in _asked(text) - numbers.keys()
        ]
        for line, name in strange:
            sections.fault(line, f"{{{name}}} is not a number of the ladder: use {', '.join(numbers)}")
        if not strange:
            printed.append(replace(words, texts=tuple(text.format(**numbers) for text in words.texts)))
    return tuple(printed)


def _asked(text: str) -> set[str]:
    """The names in braces; an empty name when the braces do not close."""
    try:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
    except ValueError:
        return {""}
