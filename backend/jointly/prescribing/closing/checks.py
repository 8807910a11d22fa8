"""Whether a number can be what it says it is: an NHS number, or an id of SNOMED CT."""

import re

_PRODUCT = (
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
)
"""The multiplication of the group of a pentagon's turns, on which Verhoeff's check digit stands."""
_TURNS = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)


def is_nhs_number(digits: str) -> bool:
    """10 digits whose last is 11 less the remainder of the others, weighted 10 to 2 (NHS Data Dictionary)."""
    if not re.fullmatch(r"[0-9]{10}", digits):
        return False
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    # A remainder of 1 makes 10, which no digit is: such a number was never given out.
    return rest % 11 == int(digits[9])


def is_snomed(id: str) -> bool:
    """6 to 18 digits that begin with none of 0 and end in Verhoeff's check digit (SNOMED CT's SCTID)."""
    if not re.fullmatch(r"[1-9][0-9]{5,17}", id):
        return False
    found = 0
    for place, digit in enumerate(reversed(id)):
        found = int(_PRODUCT[found][int(_TURNS[place % 8][int(digit)])])
    return found == 0
