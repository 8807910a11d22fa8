"""What somebody says about themselves: how to reach and help them, and, only if they like, who they are.

Staff whom they share with see it at the top of their record. Fields of the NHS Accessible Information Standard
(DAPB1605 v4.0) and of PRSB Social Prescribing v1.1, "About me" and "Individual requirements". Nothing is required.
"""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from jointly.record.schemas import Body

Line = Annotated[str, Meta(min_length=1, max_length=150)]
Adjustment = Literal[
    "large-print", "easy-read", "audio", "braille", "bsl", "hearing-loop", "step-free", "seated", "longer"
]


class About(Body):
    """One entry a person, changed by correcting it. Every field may be left out; `none` means not said.

    `age_band` is in years; `sex` is as registered at birth or as the person says.
    """

    scope: ClassVar[str] = "about"

    contact: Literal["phone", "text", "email", "letter", "app"] | None = None
    reach_at: Line | None = None
    """The number or address for that way of contact."""
    when: Line | None = None
    language: Line | None = None
    interpreter: bool | None = None
    adjustments: Annotated[list[Adjustment], Meta(max_length=9)] = []
    other_adjustments: Line | None = None
    carer: Line | None = None
    """Who helps them, in their words."""
    matters: Line | None = None
    """What is most important to them."""
    age_band: Literal["18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+"] | None = None
    sex: Literal["female", "male", "other", "not-said"] | None = None
    ethnicity: Line | None = None
    postcode: Annotated[str, Meta(min_length=1, max_length=10)] | None = None
    """Of where they live, as they write it: for seeing whether a service reaches all neighbourhoods alike."""


KINDS: dict[str, type[Body]] = {"about": About}
