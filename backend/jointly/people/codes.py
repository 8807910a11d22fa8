"""Codes that people type: characters that are easy to read out and hard to mistake."""

import re
import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
"""No 0, 1, I, L, O, U or V: each looks or sounds like another."""
LENGTH = 8
"""Of a join code: 29 to the power 8 is 5 × 10¹¹ of them, each for days only."""
RECOVERY_LENGTH = 12
"""Of a recovery code, which is good for years: 29 to the power 12 is 3.5 × 10¹⁷."""


def new_code(length: int = LENGTH) -> str:
    """A fresh code, as it is kept: without a dash."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def code_from(secret: bytes, length: int = LENGTH) -> str:
    """The code that a secret of as many bytes as it has letters, or more, stands for: always the same."""
    number = int.from_bytes(secret)
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(length))


def read_code(typed: str) -> str | None:
    """What somebody typed or pasted as a code: any case, with spaces or dashes; none when it cannot be one."""
    code = re.sub(r"[\s\-–—]", "", typed).upper()
    return code if len(code) in (LENGTH, RECOVERY_LENGTH) and all(letter in LETTERS for letter in code) else None


def shown(code: str) -> str:
    """A code as people read it: `ABCD-EFGH`."""
    return "-".join(code[first : first + 4] for first in range(0, len(code), 4))
