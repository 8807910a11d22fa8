"""The body of a goal: what matters to somebody, what they want to reach, and the plan for getting there.

After Joint Pain Advice (goal, action plan and coping plan, looked at again at each contact); confidence is asked as in
Brief Action Planning. Everything but the goal itself may be left out.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from jointly.plans.schemas import ZeroToTen
from jointly.record.schemas import Body

Own = Annotated[str, Meta(min_length=1, max_length=400)]
"""A sentence or two in somebody's own words."""


class Action(Body):
    """What somebody will do, when and where. `confidence` that they can: 0 not at all, 10 very; under 7 the app offers
    a smaller step and saves it all the same."""

    what: Own
    when: Own | None
    where: Own | None
    confidence: ZeroToTen | None


class Coping(Body):
    """If this gets in the way, then that is what somebody will do."""

    if_: Own = msgspec.field(name="if")
    then: Own


class Reviewed(Body):
    """When the plan was last looked at again, and how it went: done, partly, or not this time."""

    on: date
    went: Literal["done", "part", "not"]


class Goal(Body):
    """One entry a goal, changed by correcting it. `importance` is 0 (none) to 10; `helped` and `bad_day` are own words:
    what helped, and what was agreed for a bad day. `reviewed` left out or null: not looked at again so far."""

    scope: ClassVar[str] = "checkins"

    matters: Own | None
    goal: Own
    importance: ZeroToTen | None
    action: Action | None
    coping: Annotated[list[Coping], Meta(max_length=5)]
    review_on: date | None
    status: Literal["active", "done", "part", "stopped"]
    helped: Own | None
    bad_day: Own | None
    reviewed: Reviewed | None = None


KINDS: dict[str, type[Body]] = {"goal": Goal}
