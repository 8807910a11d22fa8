"""A page of an RPDE feed, read from its bytes: where the next one is, and its items, each once. Pure."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from math import isfinite
from typing import Any, NamedTuple

import msgspec

from jointly.listings.reading.merging import reference_of
from jointly.listings.reading.raw import tail, tidy_text
from jointly.listings.taking_in.modified import Modified, is_older, modified_of

LONGEST_KEY = 1_000
LONGEST_KIND = 40
LONGEST_LICENCE = 500
_MILLISECONDS = 10**13
"""A number below this may count them since 1970, until the year 2286; above it, it counts something else."""


class NotAPage(ValueError):
    """The bytes are no page of a feed."""


class Item(NamedTuple):
    """One item of a feed. `data` is its own JSON; `data_id` and `parent` are how others name it and its parent."""

    key: str
    kind: str
    modified: Modified
    gone: bool
    data: str | None = None
    data_id: str | None = None
    parent: str | None = None


class Odd(NamedTuple):
    """Something wrong with the wrapping: a code, the item's id, and what stood there."""

    code: str
    item: str = ""
    found: str = ""


class Page(NamedTuple):
    """What a page says. `came` counts its items as they stand there; `next` is none when it is not said."""

    next: str | None
    licence: str | None
    came: int
    items: list[Item]
    odd: list[Odd]


class _Page(msgspec.Struct):
    items: list[msgspec.Raw]
    next: Any = None
    license: Any = None


class _Wrap(msgspec.Struct):
    id: Any = None
    state: Any = None
    kind: Any = None
    modified: Any = None
    data: msgspec.Raw = msgspec.Raw(b"")


class _Head(msgspec.Struct):
    at_id: Any = msgspec.field(default=None, name="@id")
    id: Any = None
    identifier: Any = None
    at_type: Any = msgspec.field(default=None, name="@type")
    type: Any = None
    superEvent: Any = None
    facilityUse: Any = None


_read_page = msgspec.json.Decoder(_Page).decode
_read_wrap = msgspec.json.Decoder(_Wrap).decode
_read_head = msgspec.json.Decoder(_Head).decode
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError)


def read_page(body: bytes, now: datetime) -> Page:
    """The page that these bytes are; raises `NotAPage`. An item that is none does not spoil its page."""
    try:
        given = _read_page(body)
    except _UNREADABLE:
        given = _mended(body)
    odd: list[Odd] = []
    return Page(
        next=_next(given.next),
        licence=_licence(given.license),
        came=len(given.items),
        items=_newest(_items(given.items, now, odd), odd),
        odd=odd,
    )


def _next(value: Any) -> str | None:
    """The address as it was given, but for what no database keeps."""
    return value.strip().replace("\0", "%00") or None if isinstance(value, str) else None


def _licence(value: Any) -> str | None:
    """The address of a licence, or its name; no other sort of address, as pages link to it."""
    found = tidy_text(value)[:LONGEST_LICENCE] if isinstance(value, str) else ""
    if set(found) & set("<>\"'\n\0"):
        return None
    return found if found and (found.startswith(("https://", "http://")) or ":" not in found) else None


def _mended(body: bytes) -> _Page:
    """The same page as strict JSON: half characters, NaN and stray bytes are common where pages are put together by
    hand. Raises `NotAPage` for what is no page at all."""
    try:
        words = body.decode("utf-8-sig", "replace")
        given = json.loads(words, parse_constant=lambda _: None, parse_float=finite)
        return _read_page(json.dumps(given, ensure_ascii=False).encode("utf-8", "replace"))
    except _UNREADABLE:
        raise NotAPage from None


def finite(digits: str) -> float | None:
    """The number that some digits are; none for one that is too large."""
    number = float(digits)
    return number if isfinite(number) else None


def _items(given: list[msgspec.Raw], now: datetime, odd: list[Odd]) -> Iterator[Item]:
    latest = int((now + timedelta(days=1)).timestamp() * 1000)
    for raw in given:
        try:
            wrap = _read_wrap(raw)
        except _UNREADABLE:
            odd.append(Odd("wrap-unreadable", found=bytes(raw)[:100].decode("utf-8", "replace")))
            continue
        item = _item(wrap, odd)
        if item is None:
            continue
        number = item.modified.number or 0
        if latest < number < _MILLISECONDS:
            odd.append(Odd("wrap-modified-future", item.key, item.modified.text))
        yield item


def _item(wrap: _Wrap, odd: list[Odd]) -> Item | None:
    data = bytes(wrap.data) if wrap.data and bytes(wrap.data) != b"null" else None
    head = _head(data)
    reference = reference_of(head)
    key = _text(wrap.id)
    if key is None:
        key = reference.own
        odd.append(Odd("wrap-id-missing", key or ""))
        if key is None:
            return None
    state = (_text(wrap.state) or "").casefold()
    if state not in ("updated", "deleted"):
        odd.append(Odd("wrap-state-missing", key, state))
    gone = state == "deleted" or (state != "updated" and data is None)
    if gone and data is not None:
        odd.append(Odd("wrap-data-of-gone", key))
    elif not gone and data is None:
        odd.append(Odd("wrap-data-missing", key))
    modified = modified_of(wrap.modified)
    if not modified.text:
        odd.append(Odd("wrap-modified-missing", key))
    elif isinstance(wrap.modified, str):
        odd.append(Odd("wrap-modified-text", key, modified.text))
    kind = _text(wrap.kind)
    if kind is None:
        odd.append(Odd("wrap-kind-missing", key))
    kind = _text(tail(head.get("@type") or head.get("type"))) or kind or ""
    key, kind = key[:LONGEST_KEY], kind[:LONGEST_KIND]
    if gone or data is None:
        return Item(key, kind, modified, gone)
    return Item(key, kind, modified, gone, data.decode("utf-8", "replace").replace("\0", ""), *reference)


def _head(data: bytes | None) -> dict[str, Any]:
    """What names the item and its parent, of data that may be large; nothing of data that is no object."""
    if data is None:
        return {}
    try:
        head = _read_head(data)
    except _UNREADABLE:
        return {}
    given = {
        "@id": head.at_id,
        "id": head.id,
        "identifier": head.identifier,
        "@type": head.at_type,
        "type": head.type,
        "superEvent": _only_named(head.superEvent),
        "facilityUse": _only_named(head.facilityUse),
    }
    return {name: value for name, value in given.items() if value is not None}


def _only_named(above: Any) -> Any:
    """An embedded parent without all that does not name it."""
    if not isinstance(above, dict):
        return above
    return {name: above[name] for name in ("@id", "id", "@type", "type") if name in above} or {"@type": "Thing"}


def _newest(items: Iterator[Item], odd: list[Odd]) -> list[Item]:
    """Each id once: the newest copy, and never one without data over one with it."""
    kept: dict[str, Item] = {}
    for item in items:
        known = kept.get(item.key)
        if known is not None:
            odd.append(Odd("wrap-twice", item.key))
            if is_older(item.modified, known.modified):
                odd.append(Odd("wrap-older", item.key, item.modified.text))
                continue
            if not item.gone and item.data is None and not known.gone:
                continue
            kept.pop(item.key)
        kept[item.key] = item
    return list(kept.values())


def _text(value: Any) -> str | None:
    """An id, state or kind: a text, or a number as its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = value.replace("\0", "").strip() if isinstance(value, str) else None
    return found or None
