"""Disclosure control: what of a table of counts may be told, so that nobody in it can be picked out.

One layer under all figures. Counts of 1 to 7 are hidden, others are rounded to the nearest 5, totals are summed
before they are rounded, percentages are made of rounded figures, and an average is told of 8 or more only (the rule of
NHS England for secondary care below national level, September 2018). What would let a hidden count be worked out is
hidden too.

The level of protection, and who it protects against, is written in `backend/decisions/0021`. The words of this room: a
*figure* is one count; a *chain* is figures of which each counts some of those in the one before; a *split* is the same
total once more by category, every one of the total in exactly one category.
"""

from jointly.kit.disclosure.averages import Average, beside, mean, middle
from jointly.kit.disclosure.chains import Chain, Told
from jointly.kit.disclosure.numbers import HIDDEN, LEAST_FOR_AVERAGE, SMALL, Shown, percentage, shown
from jointly.kit.disclosure.telling import tell

__all__ = [
    "HIDDEN",
    "LEAST_FOR_AVERAGE",
    "SMALL",
    "Average",
    "Chain",
    "Shown",
    "Told",
    "beside",
    "mean",
    "middle",
    "percentage",
    "shown",
    "tell",
]
