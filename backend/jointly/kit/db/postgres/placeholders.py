"""From `?` to PostgreSQL's `$1`, `$2`…"""

import re
from functools import lru_cache
from itertools import count

_TOKEN = re.compile(
    r"""
      '(?:[^']|'')*'                        # text; a quote inside is doubled
    | "(?:[^"]|"")*"                        # a quoted name
    | --[^\n]*                              # a comment to the end of the line
    | /\*.*?\*/                             # a comment in between
    | \$(?P<tag>[A-Za-z_]*)\$.*?\$(?P=tag)\$  # dollar-quoted text
    | \?
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=1024)
def numbered(sql: str) -> str:
    """The statement with each `?` numbered from the left; quoted text, names and comments stay as they are."""
    numbers = count(1)
    return _TOKEN.sub(lambda token: f"${next(numbers)}" if token.group() == "?" else token.group(), sql)
