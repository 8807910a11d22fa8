"""The review block: nothing counts as approved unless it says who approved it, as what, and when to look again."""

from typing import TypeVar

from pydantic import BaseModel

from jointly.content.facts import Sheet
from jointly.content.models import Review

Model = TypeVar("Model", bound=BaseModel)


def check_review(sheet: Sheet[Model], review: Review) -> None:
    if not review.approved:
        return
    for name in ("by", "role", "on", "next_due"):
        if getattr(review, name) is None:
            sheet.fault(("review", name), f"it says approved, but '{name}' is empty")
    if not review.evidence:
        sheet.fault(("review", "evidence"), "it says approved, but 'evidence' is empty")
