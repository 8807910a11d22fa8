"""Join codes: 8 characters that are easy to read out and hard to mistake."""

import re
import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
"""No 0, 1, I, L, O, U or V: each looks or sounds like another. 29 to the power 8 is 5 × 10¹¹ codes."""
LENGTH = 8


def new_code() -> str:
    """A fresh code, as it is kept: 8 characters without a dash."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def code_from(secret: bytes) -> str:
    """The code that a secret of 8 bytes or more stands for: always the same."""
    number = int.from_bytes(secret)
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(LENGTH))


def read_code(typed: str) -> str | None:
    """What somebody typed or pasted as a code: any case, with spaces or dashes; none when it cannot be one."""
    code = re.sub(r"[\s\-–—]", "", typed).upper()
    return code if len(code) == LENGTH and all(letter in LETTERS for letter in code) else None


def shown(code: str) -> str:
    """A code as people read it: `ABCD-EFGH`."""
    return f"{code[:4]}-{code[4:]}"
