"""A page of a list of services, of either version of Open Referral UK, read from its answer. Pure."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec

from jointly.kit.fetching import Got
from jointly.listings.reading.cleaning import key as key_of
from jointly.listings.taking_in.modified import modified_of
from jointly.listings.taking_in.pages import Odd, finite

PER_PAGE = 50
_PAGES = ("total_pages", "totalPages")


class Listed(NamedTuple):
    """A service of a list: its id, when it was changed, and what the list says of it."""

    key: str
    modified: str
    said: dict[str, Any]


class Page(NamedTuple):
    """A page of a list, whether it is the last one, and what it says of the whole list: how many services and pages.
    `marks` are its ETag and Last-Modified, by which it is known again."""

    services: list[Listed]
    last: bool
    total: int | None
    pages: int | None
    marks: tuple[str | None, str | None]
    odd: list[Odd]


def read_list(found: Got) -> Page | None:
    """A page of a list of either version; none for what is none."""
    given = read_json(found.body)
    rows = (
        next((given[name] for name in ("contents", "content") if name in given), None)
        if isinstance(given, dict)
        else None
    )
    if not isinstance(rows, list):
        return None
    odd: list[Odd] = []
    services = list(_listed(rows, odd))
    total, pages = _whole(given, "total_items", "totalElements"), _whole(given, *_PAGES)
    marks = (found.headers.get("etag"), found.headers.get("last-modified"))
    return Page(services, _is_last(given, rows), total, pages, marks, odd)


def _is_last(given: dict[str, Any], rows: Sequence[Any]) -> bool:
    """Whether no page comes after this one. A page that says so, or is empty, while its numbers say otherwise is not
    believed: what the walk does not see is taken away. Version 1 counts its pages from 0 in some places, and from 1 in
    others."""
    last = given.get("last_page", given.get("last"))
    number, pages = _whole(given, "page_number", "number"), _whole(given, *_PAGES)
    if number is None or pages is None:
        return last is True or not rows
    return number >= pages or (last is True and number + 1 >= pages)


def _listed(rows: Sequence[Any], odd: list[Odd]) -> Iterator[Listed]:
    known: set[str] = set()
    for row in rows:
        key = key_of(row.get("id")) if isinstance(row, dict) else None
        if key is None or key in (".", ".."):
            # Either would be the address of something else than a service.
            odd.append(Odd("wrap-id-missing", key or ""))
        elif key in known:
            odd.append(Odd("wrap-twice", key))
        else:
            known.add(key)
            yield Listed(key, modified_of(row.get("last_modified")).text, row)


def number_of(cursor: str) -> int:
    """Which page an address asks for, from 1."""
    found = re.search(r"[?&]page=([0-9]{1,9})(?:&|$)", cursor)
    return int(found[1]) if found else 1


def numbered(url: str, number: int) -> str:
    """The address of a page of the list at `url`."""
    return f"{url}?page={number}&per_page={PER_PAGE}"


def address_of(url: str, key: str) -> str:
    """The address of one service of the list at `url`."""
    return f"{url}/{quote(key, safe='')}"


def read_json(body: bytes) -> Any:
    """What the bytes say; one half of a character does not make a whole list unreadable. None for what is no JSON."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        pass
    try:
        words = body.decode("utf-8-sig", "replace")
        given = json.loads(words, parse_constant=lambda _: None, parse_float=finite)
        return msgspec.json.decode(json.dumps(given, ensure_ascii=False).encode("utf-8", "replace"))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _whole(given: dict[str, Any], *names: str) -> int | None:
    found = next((given[name] for name in names if name in given), None)
    return found if isinstance(found, int) and not isinstance(found, bool) and 0 <= found < 2**31 else None
