"""UK postcodes, as people write them."""

import re

from jointly.listings.model import Problem
from jointly.listings.reading.problems import note

_OUTWARD = r"[A-Z]{1,2}[0-9][0-9A-Z]?"
_INWARD = r"[0-9][ABD-HJLNP-UW-Z]{2}"
_WHOLE = re.compile(rf"({_OUTWARD})\s*({_INWARD})")
_WITHIN = re.compile(rf"\b({_OUTWARD})\s{{0,2}}({_INWARD})\b", re.IGNORECASE)


def postcode(found: str | None, problems: list[Problem]) -> str | None:
    """A postcode with its one blank; the first half alone when there is no more; none for anything else."""
    if found is None:
        return None
    written = " ".join(found.upper().split())
    read = _WHOLE.fullmatch(written.replace(" ", ""))
    if read:
        return f"{read[1]} {read[2]}"
    if re.fullmatch(_OUTWARD, written):
        note(problems, "postcode-half", found)
        return written
    note(problems, "postcode-wrong", found)
    return None


def split_off(address: str) -> tuple[str, str | None]:
    """An address written as one text, without its postcode, and that postcode."""
    found = list(_WITHIN.finditer(address))
    if not found:
        return address, None
    last = found[-1]
    rest = address[: last.start()].rstrip(" ,\n") + address[last.end() :]
    return rest.strip(" ,\n"), f"{last[1].upper()} {last[2].upper()}"


def outcode_of(written: str) -> str:
    """The first half of a postcode."""
    return written.partition(" ")[0]
