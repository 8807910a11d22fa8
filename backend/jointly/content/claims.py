"""What no words may claim, as it is a medical device that does so: to diagnose, foresee, watch, or raise an alarm."""

import re

SAID = "this claims what a medical device does (to find out, foresee or watch): say what somebody can do"

CLAIMS = re.compile(
    r"\b(monitor\w*|detect\w*|predict\w*|diagnos\w*|alerts?|alarms?|screen(s|ing)? (you |people )?for|"
    r"watch(es|ed|ing)?( over)?|keeps? (an eye|watch) (on|over)|"
    r"your (symptoms|signs|pain|answers|entries|score|total)s? (suggest|mean|show|tell us|point to)s?|"
    r"(this|that|it|these signs) (may|might|could|can) be (a sign|signs) of|"
    r"you (may|might|probably|must|seem to) (have|suffer)|likely to (have|get)|at (high |low |some )?risk|"
    r"cures?|guarantee\w*)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(not|nobody|never)\b", re.IGNORECASE)
"""What is denied is no claim."""
OTHERS = frozenset(
    {"You can also complain to the Information Commissioner, who watches over data in the United Kingdom."}
)
"""Sentences that use such a word of somebody else."""


_WORD = re.compile(r"[a-z]+")
_BEGIN = (
    *("monitor", "detect", "predict", "diagnos", "alert", "alarm", "screen", "watch", "cure", "guarantee", "suffer"),
    *("suggest", "mean", "show", "tell", "point", "sign", "may", "might", "probably", "must", "seem", "likely", "risk"),
    "keep",
)
"""How the words begin without which nothing is claimed: few texts have one, and a start of the service reads all."""


def claims(text: str) -> list[str]:
    """The sentences of a text that claim it. What comes before a colon is a sentence."""
    if not any(word.startswith(_BEGIN) for word in _WORD.findall(text.lower())):
        return []
    found = [sentence for sentence in re.split(r"(?<=[.:?!])\s+", text) if CLAIMS.search(sentence)]
    return [sentence for sentence in found if not DENIED.search(sentence) and sentence not in OTHERS]
