"""The facts of figures: poses as angles of joints, and how far each joint may go."""

from typing import Annotated, Literal

from pydantic import Field

from jointly.content.models import Fact, Slug

FigureKind = Literal["body", "hand", "foot"]
View = Literal["side", "front", "back", "above"]
Prop = Literal[
    "chair",
    "mat",
    "step",
    "wall",
    "worktop",
    "worktop-beside",
    "table",
    "rail",
    "stick",
    "towel",
    "cushion",
    "pillow",
    "line",
]
Contact = Literal[
    "seat", "back", "shoulders", "side",
    "feet", "left-foot", "right-foot", "heels", "left-heel", "right-heel",
    "knees", "left-knee", "right-knee", "hands", "left-hand", "right-hand",
]  # fmt: skip
Place = Literal[
    "thigh", "knee", "other-knee", "hip", "tummy", "chest", "other-shoulder", "head",
    "chair-seat", "chair-back", "worktop", "worktop-beside", "wall", "rail", "table",
]  # fmt: skip
Part = Literal[
    "head", "nose", "chest", "pelvis",
    "left-shoulder", "right-shoulder", "left-elbow", "right-elbow", "left-hand", "right-hand",
    "left-knee", "right-knee", "left-foot", "right-foot",
]  # fmt: skip

Degrees = Annotated[float, Field(ge=-180, le=180)]
Angles = dict[Slug, dict[Slug, Degrees]]


class PoseFacts(Fact):
    """One position: only what differs from the base pose. What is null is as in the base pose."""

    angles: Angles = Field(default={}, description="Degrees by joint and movement; see lists/joints.yaml.")
    planted: tuple[Contact, ...] | None = Field(
        default=None, description="What keeps its place on the ground. The first carries the figure."
    )
    resting: tuple[Contact, ...] | None = Field(default=None, description="What touches the ground and may slide.")
    hold: dict[Literal["left", "right", "both"], Place] | None = Field(
        default=None, description="What each hand holds; empty when they are free."
    )


class FigureFacts(Fact):
    """The picture of an exercise: the figure goes from start to end and back."""

    base: Slug = Field(description="A pose named in lists/poses.yaml.")
    view: View = Field(default="side", description="Where it is seen from.")
    crop: Literal["all", "upper"] = Field(default="all", description="All of the figure, or from the hips up.")
    props: tuple[Prop, ...] = Field(default=(), description="What is in the picture besides the figure.")
    always: PoseFacts = Field(default=PoseFacts(), description="What all its poses have in common.")
    start: PoseFacts = PoseFacts()
    between: Annotated[tuple[PoseFacts, ...], Field(max_length=3)] = Field(
        default=(), description="Positions on the way, where the way is not plain."
    )
    end: PoseFacts
    alternate: bool = Field(default=False, description="True when left and right take turns.")
    seconds: Annotated[float, Field(ge=1, le=12)] | None = Field(
        default=None, description="There and back again; if null, as long as one repetition."
    )
    arrow: Part | None = Field(default=None, description="Part whose way from start to end an arrow shows.")


class BasePose(Fact):
    """A pose that figures begin from."""

    figure: FigureKind
    angles: Angles
    planted: tuple[Contact, ...] = ()
    resting: tuple[Contact, ...] = ()
    hold: dict[Literal["left", "right", "both"], Place] = {}


class Poses(Fact):
    """lists/poses.yaml"""

    poses: dict[Slug, BasePose]


class Joints(Fact):
    """The joints of one kind of figure."""

    groups: dict[Slug, tuple[Slug, ...]] = Field(description="A name for several joints at once.")
    limits: dict[Slug, dict[Slug, tuple[Degrees, Degrees]]] = Field(
        description="By joint or group: from how many degrees to how many each movement goes."
    )


class JointLimits(Fact):
    """lists/joints.yaml"""

    figures: dict[FigureKind, Joints]
