"""Puts facts and words together into the shapes that phones keep."""

from collections.abc import Mapping

from jointly.content.blocks import blocks
from jointly.content.exercise_models import Dose
from jointly.content.exercises import Exercise
from jointly.content.lists import Lists
from jointly.content.pack_shapes import (
    ListsPack,
    PackDose,
    PackExercise,
    PackGentle,
    PackLadder,
    PackLevel,
    PackPage,
    PackRegion,
    PackRules,
    PackSection,
    PagesPack,
    ProgrammePack,
)
from jointly.content.pages import ServicePage
from jointly.content.programmes import Programme


def programme_pack(programme: Programme, lists: Lists) -> ProgrammePack:
    facts, words = programme.facts, programme.words
    rules = PackRules(up=blocks(words.up), stay=blocks(words.stay), down=blocks(words.down))
    return ProgrammePack(
        slug=facts.slug,
        version=facts.version,
        title=words.title,
        about=blocks(words.about),
        approved=facts.review.approved,
        ladder=PackLadder(**facts.ladder.model_dump(), rules=rules),
        stop=words.stop,
        stop_advice=words.stop_advice,
        days_suggested=facts.days_suggested,
        times_suggested=facts.times_suggested,
        gentle=PackGentle(exercises=facts.gentle.exercises, note=words.gentle),
        exercises=tuple(exercise_pack(exercise, lists) for exercise in programme.exercises),
    )


def lists_pack(lists: Lists) -> ListsPack:
    names = lists.region_words
    return ListsPack(
        regions=tuple(
            PackRegion(
                slug=region.slug,
                name=names.regions[region.slug],
                side=region.side,
                group=names.groups[region.group],
            )
            for region in lists.regions.regions
        ),
    )


def pages_pack(pages: Mapping[str, ServicePage]) -> PagesPack:
    return PagesPack(**{name: _page(page) for name, page in pages.items()})


def _page(page: ServicePage) -> PackPage:
    sections = tuple(PackSection(heading=section.name, words=blocks(section.words)) for section in page.sections)
    return PackPage(title=page.title, sections=sections, missing=dict(page.missing))


def exercise_pack(exercise: Exercise, lists: Lists) -> PackExercise:
    facts, words = exercise.facts, exercise.words
    return PackExercise(
        slug=facts.slug,
        title=words.title,
        purpose=words.purpose,
        steps=words.steps,
        care=words.care,
        position=facts.position,
        kind=facts.kind,
        sided=facts.sided,
        equipment=tuple(lists.equipment[thing] for thing in facts.equipment),
        levels=tuple(
            PackLevel(level=level.level, **_dose(level, text).model_dump())
            for level, text in zip(facts.levels, words.levels, strict=True)
        ),
        gentle=_dose(facts.gentle, words.gentle),
        approved=facts.review.approved,
    )


def _dose(dose: Dose, words: str) -> PackDose:
    return PackDose(
        words=words,
        sets=dose.sets,
        reps=dose.reps,
        hold_seconds=dose.hold_seconds,
        seconds=dose.seconds,
        rest_seconds=dose.rest_seconds,
        seconds_a_rep=dose.seconds_a_rep or dose.seconds or 0,
    )
