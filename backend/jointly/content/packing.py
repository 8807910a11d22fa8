"""Puts facts and words together into the shapes that phones keep."""

from jointly.content.exercises import Exercise
from jointly.content.lists import Lists
from jointly.content.models import Dose
from jointly.content.pack_shapes import (
    ListsPack,
    PackBlock,
    PackDose,
    PackExercise,
    PackGentle,
    PackLadder,
    PackLevel,
    PackRegion,
    PackRules,
    ProgrammePack,
)
from jointly.content.programmes import Programme


def programme_pack(programme: Programme, lists: Lists) -> ProgrammePack:
    facts, words = programme.facts, programme.words
    rules = PackRules(up=words.up, stay=words.stay, down=words.down)
    return ProgrammePack(
        slug=facts.slug,
        version=facts.version,
        title=words.title,
        about=tuple(PackBlock(kind=block.kind, texts=block.texts) for block in words.about),
        approved=facts.review.approved,
        ladder=PackLadder(**facts.ladder.model_dump(), rules=rules),
        stop=words.stop,
        stop_advice=words.stop_advice,
        days_suggested=facts.days_suggested,
        times_suggested=facts.times_suggested,
        gentle=PackGentle(exercises=facts.gentle.exercises, words=words.gentle),
        exercises=tuple(_exercise(exercise, lists) for exercise in programme.exercises),
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


def _exercise(exercise: Exercise, lists: Lists) -> PackExercise:
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
            PackLevel(level=level.level, words=text, **_amounts(level))
            for level, text in zip(facts.levels, words.levels, strict=True)
        ),
        gentle=PackDose(words=words.gentle, **_amounts(facts.gentle)),
        approved=facts.review.approved,
    )


def _amounts(dose: Dose) -> dict[str, int | None]:
    return {name: getattr(dose, name) for name in Dose.model_fields}
