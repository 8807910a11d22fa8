"""The library on the phone: every exercise with all its words and its picture, whatever programme it is in."""

from collections.abc import Iterable
from typing import Literal

from jointly.content.exercise_models import Group
from jointly.content.exercises import Exercise
from jointly.content.figures import Figure
from jointly.content.lists import Lists
from jointly.content.pack_shapes import PackExercise, Shape
from jointly.content.packing import exercise_pack


class PackPose(Shape):
    """A position: degrees by joint and movement, what it stands on, and what its hands hold, left and right."""

    angles: dict[str, dict[str, float]]
    planted: tuple[str, ...]
    resting: tuple[str, ...]
    hold: dict[str, str]


class PackFigure(Shape):
    """Poses from start to end. `seconds` is there and back again, or null: as long as one repetition."""

    kind: Literal["body", "hand", "foot"]
    view: Literal["side", "front", "back", "above"]
    crop: Literal["all", "upper"]
    props: tuple[str, ...]
    poses: tuple[PackPose, ...]
    alternate: bool
    seconds: float | None
    arrow: str | None


class LibraryExercise(PackExercise):
    version: int
    group: Group
    seated: str | None
    """The exercise that can be done instead, sitting down."""
    mistakes: tuple[str, ...]
    stop_if: tuple[str, ...]
    picture: str
    """What the picture shows, for those who do not see it."""
    search: tuple[str, ...]
    """What people may type who mean this."""
    figure: PackFigure


class LibraryPack(Shape):
    exercises: tuple[LibraryExercise, ...]


def library_pack(exercises: Iterable[Exercise], lists: Lists) -> LibraryPack:
    ordered = sorted(exercises, key=lambda exercise: exercise.words.title)
    return LibraryPack(exercises=tuple(_exercise(exercise, lists) for exercise in ordered))


def _exercise(exercise: Exercise, lists: Lists) -> LibraryExercise:
    facts, words = exercise.facts, exercise.words
    return LibraryExercise(
        **dict(exercise_pack(exercise, lists)),
        version=facts.version,
        group=facts.group,
        seated=facts.seated,
        mistakes=words.mistakes,
        stop_if=words.stop_if,
        picture=words.picture,
        search=words.search,
        figure=figure_pack(exercise.figure),
    )


def figure_pack(figure: Figure) -> PackFigure:
    facts = figure.facts
    return PackFigure(
        kind=figure.kind,
        view=facts.view,
        crop=facts.crop,
        props=facts.props,
        poses=tuple(PackPose(**vars(pose)) for pose in figure.poses),
        alternate=facts.alternate,
        seconds=facts.seconds,
        arrow=facts.arrow,
    )
