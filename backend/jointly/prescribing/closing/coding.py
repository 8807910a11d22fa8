"""The SNOMED CT code of an episode, which is carried once (domain.md, section 9).

Ids alone: the terms of SNOMED CT need a UK licence, so the words beside an id are our own.
"""

from jointly.prescribing.closing.model import Ending

REFERRED = "871731000000106"
"""Referral to a social prescribing service: at the first interaction of an episode, when the person said yes."""
DECLINED = "871711000000103"
"""Social prescribing declined."""


def code_of(ending: Ending) -> str:
    """The code that this message carries: none when another message of the episode carried it, and none for an episode
    in which nobody was asked, such as one that ended because the person could not be reached."""
    if ending.coded_before:
        return ""
    if ending.accepted_on:
        return REFERRED
    return DECLINED if ending.outcome == "declined" else ""
