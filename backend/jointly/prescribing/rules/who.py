"""Who is referred: what can be wrong with an NHS number or a birth date, and what two records may have in common."""

import re
import unicodedata
from datetime import date

from jointly.prescribing.rules.moves import Refused

ADULT = 18
"""Years. PRSB Social Prescribing v1.1 is for adults."""
OLDEST = 120
_INSURANCE = re.compile(r"[A-Z]{2}\d{6}[A-D]?")


def nhs_number(typed: str) -> str:
    """The ten digits of an NHS number as it was typed, with spaces or dashes.

    Raises `Refused`: `nhs-insurance` for a National Insurance number, `nhs-letters`, `nhs-length`, or `nhs-check` when
    the last digit does not fit the others (modulus 11, NHS Data Dictionary). It says nothing about whose it is.
    """
    said = re.sub(r"[\s\-\u2010-\u2015.]", "", typed).upper()
    if _INSURANCE.fullmatch(said):
        raise Refused("nhs-insurance")
    if not re.fullmatch(r"[0-9]*", said):
        raise Refused("nhs-letters")
    if len(said) != 10:
        raise Refused("nhs-length")
    weighed = sum(int(digit) * weight for digit, weight in zip(said[:9], range(10, 1, -1), strict=True))
    check = (11 - weighed % 11) % 11
    if check == 10 or check != int(said[9]):
        raise Refused("nhs-check")
    return said


def birth_date(born: date, today: date) -> date:
    """A birth date. Raises `Refused`: `born-ahead`, `born-young` under 18, or `born-old` past 120 years."""
    if born > today:
        raise Refused("born-ahead")
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if years < ADULT:
        raise Refused("born-young")
    if years > OLDEST:
        raise Refused("born-old")
    return born


def name_key(family: str) -> str:
    """A family name as it is compared: no capitals, accents, spaces or marks. "O’Neill" and "O NEILL" are alike."""
    plain = unicodedata.normalize("NFKD", family).casefold()
    return "".join(letter for letter in plain if letter.isalpha())


def features(number: str | None, born: date | None, family: str | None) -> dict[str, str]:
    """What of somebody is compared with others: `nhs`, the number; `born`, birth date and family name together."""
    found = {"nhs": number} if number else {}
    key = name_key(family or "")
    return found | ({"born": f"{born.isoformat()}/{key}"} if born and key else {})
