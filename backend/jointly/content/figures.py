"""Figures: the picture of an exercise as poses, each a base pose with some angles changed, checked against limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.figures_models import (
    Angles,
    BasePose,
    FigureFacts,
    FigureKind,
    JointLimits,
    Joints,
    PoseFacts,
    Poses,
)
from jointly.content.yaml_lines import Place

Model = TypeVar("Model", bound=BaseModel)

JOINTS = "lists/joints.yaml"
POSES = "lists/poses.yaml"


@dataclass(frozen=True)
class Pose:
    """A whole position: every angle that is not 0, joint by joint."""

    angles: Mapping[str, Mapping[str, float]]
    planted: tuple[str, ...]
    resting: tuple[str, ...]
    hold: Mapping[str, str]


@dataclass(frozen=True)
class Figure:
    """A picture: its positions in order are start, any between, and end."""

    kind: FigureKind
    facts: FigureFacts
    poses: tuple[Pose, ...]


@dataclass(frozen=True)
class Figures:
    """What every picture is made from: the joints with their limits, and the base poses."""

    joints: Mapping[FigureKind, Joints]
    bases: Mapping[str, BasePose]


def read_figures(desk: Desk) -> Figures | None:
    limits, poses = read_facts(desk, JOINTS, JointLimits), read_facts(desk, POSES, Poses)
    if limits is None or poses is None:
        return None
    figures = Figures(limits.facts.figures, poses.facts.poses)
    for name, base in figures.bases.items():
        check_angles(poses, ("poses", name), base.angles, figures.joints[base.figure])
    return figures


def figure_of(sheet: Sheet[Model], place: Place, facts: FigureFacts, figures: Figures) -> Figure | None:
    """The picture whose facts stand at a place of a file. Faults unknown names, and what no body could do."""
    base = figures.bases.get(facts.base)
    if base is None:
        sheet.fault((*place, "base"), f"'{facts.base}' is not a pose named in {POSES}")
        return None
    joints = figures.joints[base.figure]
    between = [(("between", index), pose) for index, pose in enumerate(facts.between)]
    steps = [(("start",), facts.start), *between, (("end",), facts.end)]
    for step, pose in ((("always",), facts.always), *steps):
        check_angles(sheet, (*place, *step), pose.angles, joints)
    poses = tuple(_whole(base, (facts.always, pose), joints) for _, pose in steps)
    if base.figure == "body" and not all(pose.planted + pose.resting for pose in poses):
        sheet.fault(place, "the figure touches nothing: say what is planted or resting")
    return Figure(base.figure, facts, poses)


def check_angles(sheet: Sheet[Model], place: Place, angles: Angles, joints: Joints) -> None:
    for joint, movements in angles.items():
        limits = _limits(joint, joints)
        if limits is None:
            sheet.fault((*place, "angles", joint), f"'{joint}' is not a joint named in {JOINTS}")
            continue
        for movement, degrees in movements.items():
            spot = (*place, "angles", joint, movement)
            if movement not in limits:
                sheet.fault(spot, f"'{joint}' has no movement '{movement}': use {', '.join(limits)}")
            elif not limits[movement][0] <= degrees <= limits[movement][1]:
                low, high = (f"{limit:g}" for limit in limits[movement])
                sheet.fault(spot, f"'{joint}' cannot do this: '{movement}' goes from {low} to {high}")


def _whole(base: BasePose, changes: tuple[PoseFacts, ...], joints: Joints) -> Pose:
    angles: dict[str, dict[str, float]] = {}
    for layer in (base.angles, *(change.angles for change in changes)):
        # What is said of both knees comes first, so that what is said of one can differ from it.
        for joint, movements in sorted(layer.items(), key=lambda item: item[0] not in joints.groups):
            for one in joints.groups.get(joint, (joint,)):
                angles.setdefault(one, {}).update(movements)
    chosen = {"planted": base.planted, "resting": base.resting, "hold": base.hold}
    for change in changes:
        chosen |= {name: value for name in chosen if (value := getattr(change, name)) is not None}
    moved = {joint: {name: degrees for name, degrees in of.items() if degrees} for joint, of in sorted(angles.items())}
    return Pose(
        angles={joint: of for joint, of in moved.items() if of},
        planted=_each(chosen["planted"]),
        resting=_each(chosen["resting"]),
        hold={side: place for hand, place in chosen["hold"].items() for side in _SIDES.get(hand, (hand,))},
    )


_SIDES = {"both": ("left", "right")}
_PAIRS = {"feet": "foot", "heels": "heel", "knees": "knee", "hands": "hand"}


def _each(contacts: tuple[str, ...]) -> tuple[str, ...]:
    """Left and right by themselves: feet become left-foot and right-foot."""
    return tuple(
        one
        for contact in contacts
        for one in ((f"left-{_PAIRS[contact]}", f"right-{_PAIRS[contact]}") if contact in _PAIRS else (contact,))
    )


def _limits(joint: str, joints: Joints) -> Mapping[str, tuple[float, float]] | None:
    if joint in joints.limits:
        return joints.limits[joint]
    return next((limits for group, limits in joints.limits.items() if joint in joints.groups.get(group, ())), None)
