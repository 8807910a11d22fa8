"""What we take for an address to write to. Strict and plain: what is odd is asked about rather than written to."""

import re

LONGEST_EMAIL = 254
LONGEST_LOCAL = 64
"""Characters of an e-mail address, and of what stands before its @ (RFC 5321, 4.5.3.1)."""
_LOCAL = re.compile(r"[A-Za-z0-9_+'&~#-]+(\.[A-Za-z0-9_+'&~#-]+)*")
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"({_LABEL}\.)+[a-z][a-z0-9-]{{0,61}}[a-z0-9]")
_SEPARATORS = re.compile(r"[ ()./-]")
_UK_MOBILE = re.compile(r"\+447([1-5789][0-9]{8}|624[0-9]{6})")
"""070 is for numbers that lead elsewhere and 076 for pagers, the Isle of Man's 07624 excepted (Ofcom's plan)."""
_ABROAD = re.compile(r"\+(?!0|44|80|87|88[1238]|979)[1-9][0-9]{7,14}")
"""E.164: 15 digits at most. Not those that belong to no country: free, shared cost, satellites, premium."""


def email(text: str) -> str | None:
    """The address as we write to it, or none: `name@host.example`, in ASCII, spaces around it left out.

    What stands before the @ stays as it is; what stands after it becomes lower case. No comments, no quotation marks,
    no number for a host, nothing that a server may take for a way on (`%`, `!`).
    """
    local, at, domain = text.strip(" ").rpartition("@")
    found = f"{local}@{domain.lower()}"
    if not at or len(local) > LONGEST_LOCAL or len(found) > LONGEST_EMAIL:
        return None
    return found if _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain.lower()) else None


def mobile(text: str) -> str | None:
    """The number as we write to it, or none: `+` and digits only, such as `+447700900123`.

    A British number has to be a mobile's and may be written with 07, 447, 00447 or +44 (0)7; one of another country
    with its + or 00. Spaces, hyphens, full stops, slashes and brackets may stand in it.
    """
    if len(text) > 40:
        return None
    digits = _SEPARATORS.sub("", re.sub(r"^( *(?:\+|00)44 *)\(0\)", r"\1", text))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("07"):
        digits = f"+44{digits[1:]}"
    elif digits.startswith("447") and len(digits) == 12:
        digits = f"+{digits}"
    return digits if _UK_MOBILE.fullmatch(digits) or _ABROAD.fullmatch(digits) else None
