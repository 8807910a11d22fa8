"""Files that nobody reads: somebody's work that would be in vain, and a name that may be a slip."""

import re
from pathlib import PurePosixPath

from jointly.content.faults import Desk

_BESIDE = re.compile(r"[^/]+\.md|clinical-safety/.+|schemas/.+\.schema\.json")
"""For people who look after the tree, and for their editors."""
_LANGUAGE = re.compile(r"(.*\.)?[a-z]{2}\.(md|yaml)")
WORDS_ONLY_IN_ENGLISH = "nobody reads this file: only the words of screens, in messages/, have other languages"
NOBODY = "nobody reads this file: is its name right, and its folder?"


def check_unread(desk: Desk) -> None:
    """Call it last, when all has been read. Hidden files are left alone."""
    told = {fault.path for fault in desk.faults}
    for file in sorted(desk.root.rglob("*")):
        path = file.relative_to(desk.root).as_posix()
        hidden = any(part[0] == "." for part in PurePosixPath(path).parts)
        if not file.is_file() or hidden or path in desk.opened or path in told or _BESIDE.fullmatch(path):
            continue
        desk.fault(path, 1, WORDS_ONLY_IN_ENGLISH if _LANGUAGE.fullmatch(file.name) else NOBODY)
