"""Half letters in JSON. Cutting a text may cut an emoji in two, and JavaScript then sends one surrogate alone."""

import re

_ESCAPES = re.compile(
    rb"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
"""An escaped backslash, a whole pair, or (the group) half of one."""


def whole_letters(json: bytes) -> bytes:
    """`json` with every half letter replaced by the sign for one that cannot be shown (U+FFFD).

    >>> whole_letters(rb'"\\ud83d \\ud83d\\ude00"')
    b'"\\\\ufffd \\\\ud83d\\\\ude00"'
    """
    return _ESCAPES.sub(lambda found: rb"\ufffd" if found[1] else found[0], json)
