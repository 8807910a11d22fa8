"""The fixed list of what is counted: tables, their figures, when each is ready, and by what each is split.

What a figure means stands in `content/messages/en/reports.ftl` as `report-means-NAME`. Nobody can ask for another
table, another period or two splits crossed: with free questions a hidden number could be worked out (decision 0021).
"""

from datetime import timedelta
from typing import Literal, NamedTuple

from jointly.prescribing.rules.referral import OUTCOMES

WITHIN = timedelta(weeks=12)
"""The time that everybody in a quarter is given, from when their referral came."""
UNANSWERED_AFTER = timedelta(days=14)
MOST_QUARTERS = 12
"""Quarters that are looked back on."""

Name = Literal[
    "referred",
    "accepted",
    "arrived",
    "going",
    "signposts",
    "unanswered",
    "ended",
    "pain",
    "satisfied",
    "worthwhile",
    "happy",
    "anxious",
]
Split = Literal["age", "sex", "ethnicity", "deprivation", "organisation", "outcome"]
NOT_KNOWN = "not-known"
MERGED = "merged"
"""How a referral ends that was one with another: it counts once, where the other one does."""
CATEGORIES: dict[Split, tuple[str, ...]] = {
    "age": ("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+", NOT_KNOWN),
    "sex": ("female", "male", "other", NOT_KNOWN),
    "ethnicity": ("asian", "black", "mixed", "white", "other", NOT_KNOWN),
    "deprivation": ("1", "2", "3", "4", "5", NOT_KNOWN),
    "outcome": tuple(outcome for outcome in OUTCOMES if outcome != MERGED),
}
"""Deprivation is in fifths of England's neighbourhoods, 1 the most deprived; organisations are those that were told."""
PEOPLE: tuple[Split, ...] = ("age", "sex", "ethnicity", "deprivation")


class FigureFacts(NamedTuple):
    """A figure and how many weeks after its quarter it is counted."""

    name: Name
    weeks: int


class AverageFacts(NamedTuple):
    """An average: which figure is counted with it, and beside which one it is told."""

    name: str
    counted_with: Name
    beside: Name


class TableFacts(NamedTuple):
    """Figures of which each counts some of those in the one before, how they are split, and averages with them."""

    name: str
    figures: tuple[FigureFacts, ...]
    splits: tuple[Split, ...] = PEOPLE
    averages: tuple[AverageFacts, ...] = ()


_SETTLE = 1
"""Weeks for what a phone has still to send."""
_WEEKS = WITHIN // timedelta(weeks=1) + _SETTLE

SCORES: dict[str, tuple[str, str]] = {
    "pain": ("pain-nrs", "average"),
    "satisfied": ("ons4", "satisfied"),
    "worthwhile": ("ons4", "worthwhile"),
    "happy": ("ons4", "happy"),
    "anxious": ("ons4", "anxious"),
}
"""Whole numbers from 0 to 10 of which the change is told: instrument and item."""

TABLES: tuple[TableFacts, ...] = (
    TableFacts(
        "referrals",
        (
            FigureFacts("referred", _SETTLE),
            FigureFacts("accepted", _WEEKS),
            FigureFacts("arrived", _WEEKS),
            FigureFacts("going", 2 * _WEEKS),
        ),
        averages=(
            AverageFacts("contact-days", "accepted", "referred"),
            AverageFacts("accept-days", "accepted", "accepted"),
        ),
    ),
    TableFacts("signposting", (FigureFacts("signposts", _SETTLE),)),
    TableFacts("unanswering", (FigureFacts("unanswered", 3),), splits=("organisation",)),
    TableFacts("ending", (FigureFacts("ended", _SETTLE),), splits=("outcome",)),
    *(
        TableFacts(f"change-{name}", (FigureFacts(name, 4),), averages=(AverageFacts(f"{name}-change", name, name),))  # type: ignore[arg-type]
        for name in SCORES
    ),
)
FIGURES: dict[Name, FigureFacts] = {figure.name: figure for table in TABLES for figure in table.figures}
