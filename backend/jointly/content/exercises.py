"""Exercises: the facts of exercise.yaml with the words of en.md."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import pairwise

from jointly.content.exercise_models import Dose, ExerciseFacts
from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.figures import Figure, Figures, figure_of
from jointly.content.lists import EQUIPMENT_WORDS, REGIONS, Lists
from jointly.content.reviews import check_review
from jointly.content.sections import Sections
from jointly.content.slugs import check_slug
from jointly.content.words import Page, read_page

FEWEST_LEVELS = 3
MISTAKES = range(2, 4)
REASONS_TO_STOP = range(1, 4)
SEARCH, SEARCH_WORDS = "Other words for it", range(2, 13)
LONGEST_PICTURE = 124
"""Characters: longer words beside a picture are heard as a burden."""

_NEEDED = {"reps": ("reps", "seconds_a_rep"), "hold": ("reps", "hold_seconds", "seconds_a_rep"), "timed": ("seconds",)}
_AMOUNTS = ("reps", "hold_seconds", "seconds", "seconds_a_rep")


@dataclass(frozen=True)
class ExerciseWords:
    title: str
    purpose: str
    steps: tuple[str, ...]
    care: tuple[str, ...]
    mistakes: tuple[str, ...]
    stop_if: tuple[str, ...]
    """When to stop this one, besides what stops any exercise."""
    picture: str
    """What the picture shows, for those who do not see it."""
    levels: tuple[str, ...]
    """One for each level, in order."""
    gentle: str
    search: tuple[str, ...]
    """What people may type who mean this."""


@dataclass(frozen=True)
class Exercise:
    facts: ExerciseFacts
    words: ExerciseWords
    figure: Figure
    sheet: Sheet[ExerciseFacts] = field(repr=False)


def read_exercise(desk: Desk, folder: str, lists: Lists | None, figures: Figures | None) -> Exercise | None:
    """One exercise from its folder; None when its facts, words or picture cannot be used.

    `lists` and `figures` are None when they cannot be used themselves: then what the exercise names is not looked up.
    """
    home = f"exercises/{folder}"
    sheet = read_facts(desk, f"{home}/exercise.yaml", ExerciseFacts)
    page = read_page(desk, f"{home}/en.md")
    if sheet is None or page is None:
        return None
    check_slug(sheet, sheet.facts.slug, folder)
    if lists is not None:
        _check_lists(sheet, lists)
    _check_levels(sheet)
    _check_doses(sheet)
    check_review(sheet, sheet.facts.review)
    words = _words(desk, page, len(sheet.facts.levels))
    figure = figure_of(sheet, ("figure",), sheet.facts.figure, figures) if figures else None
    if figure is None:
        return None
    _check_sitting(sheet, figure)
    return Exercise(sheet.facts, words, figure, sheet)


def check_seated(exercises: Mapping[str, Exercise], known: Set[str]) -> None:
    """What is named as the seated choice is there, and is done sitting down."""
    for exercise in exercises.values():
        slug = exercise.facts.seated
        if slug is not None and slug not in known:
            exercise.sheet.fault(("seated",), f"there is no exercise '{slug}'")
        elif slug in exercises and exercises[slug].facts.position != "sitting":
            exercise.sheet.fault(("seated",), f"'{slug}' is not done sitting down")


def _check_sitting(sheet: Sheet[ExerciseFacts], figure: Figure) -> None:
    """An exercise for a chair stays in the chair."""
    up = any("seat" not in pose.planted for pose in figure.poses)
    if sheet.facts.position == "sitting" and figure.kind == "body" and up:
        sheet.fault(("figure",), "it says sitting, but the figure gets up: 'planted' has no seat")


def _words(desk: Desk, page: Page, levels: int) -> ExerciseWords:
    sections = Sections(desk, page)
    words = ExerciseWords(
        title=page.title,
        purpose=sections.paragraph("What it is for"),
        steps=sections.numbers("How to do it"),
        care=sections.bullets("Take care"),
        mistakes=sections.bullets("Common mistakes", MISTAKES),
        stop_if=sections.bullets("Stop this one if", REASONS_TO_STOP),
        picture=sections.paragraph("Picture", LONGEST_PICTURE),
        levels=tuple(sections.paragraph(f"Level {number}") for number in range(1, levels + 1)),
        gentle=sections.paragraph("On a bad day"),
        search=sections.bullets(SEARCH, SEARCH_WORDS),
    )
    for name in [name for name in sections.left if name.startswith("Level ")]:
        sections.fault(sections.left.pop(name).line, f"there are words for '{name}', but there is no such level")
    sections.finish()
    return words


def _check_lists(sheet: Sheet[ExerciseFacts], lists: Lists) -> None:
    for index, part in enumerate(sheet.facts.body_regions):
        if part not in lists.parts:
            sheet.fault(("body_regions", index), f"'{part}' is not a part named in {REGIONS}")
    for index, thing in enumerate(sheet.facts.equipment):
        if thing not in lists.equipment:
            sheet.fault(("equipment", index), f"there are no words for '{thing}' in {EQUIPMENT_WORDS}")


def _check_levels(sheet: Sheet[ExerciseFacts]) -> None:
    numbers = [level.level for level in sheet.facts.levels]
    top = max([*numbers, FEWEST_LEVELS])
    for number in sorted(set(range(1, top + 1)) - set(numbers)):
        sheet.fault(("levels",), f"level {number} is missing")
    for index, (before, after) in enumerate(pairwise(numbers), start=1):
        if after <= before:
            sheet.fault(("levels", index, "level"), f"levels go up: {after} comes after {before}")


def _check_doses(sheet: Sheet[ExerciseFacts]) -> None:
    facts = sheet.facts
    for index, level in enumerate(facts.levels):
        for amount, message in _dose_faults(facts.kind, level):
            sheet.fault(("levels", index, amount), message)
    for amount, message in _dose_faults(facts.kind, facts.gentle):
        sheet.fault(("gentle", amount), message)
    if facts.levels and _volume(facts.gentle) > _volume(facts.levels[0]):
        sheet.fault(("gentle",), "the dose for a bad day is more than level 1")


def _dose_faults(kind: str, dose: Dose) -> Iterator[tuple[str, str]]:
    """Which amounts a dose lacks, or has and should not, for its kind of exercise."""
    for amount in _AMOUNTS:
        given = getattr(dose, amount) is not None
        if given and amount not in _NEEDED[kind]:
            yield amount, f"'{amount}' does not belong to an exercise of kind '{kind}'"
        elif not given and amount in _NEEDED[kind]:
            yield amount, f"'{amount}' is missing: an exercise of kind '{kind}' needs it"
    if dose.hold_seconds and dose.seconds_a_rep and dose.seconds_a_rep < dose.hold_seconds:
        yield "seconds_a_rep", "'seconds_a_rep' counts the hold too, so it cannot be less than 'hold_seconds'"


def _volume(dose: Dose) -> int:
    """Seconds of work, rests left out."""
    return dose.sets * (dose.seconds or (dose.reps or 0) * (dose.seconds_a_rep or 0))
