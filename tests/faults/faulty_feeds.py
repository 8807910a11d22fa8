"""Publishers of feeds that do it wrong, one way each: what they answer, and what must come of it.

A feed has 60 items, 4 of them tombstones, in pages of 25, unless its fault changes that. Its numbers stand for those of
`listings.md` 4, where the feeds have 1,200 items in pages of 500.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from support.hostile import http

ITEMS, TOMBSTONES, SIZE = 60, 4, 25
FIRST = 1_790_000_000_000
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
RPDE = "Content-Type: application/vnd.openactive.rpde+json; version=1"
Item = dict[str, Any]


@dataclass
class Publisher:
    """A sound publisher. A fault is a class of its own that does one thing otherwise; `home` is its address."""

    home: str = ""
    asked: int = 0
    head: str = RPDE
    closes: ClassVar[bool] = False

    def items(self) -> list[Item]:
        """All items in the order of the feed."""
        return [self.item(number) for number in range(ITEMS)]

    def item(self, number: int) -> Item:
        """One item; the last ones are tombstones."""
        wrap = {"id": f"i{number}", "kind": "SessionSeries", "modified": self.modified(number)}
        if number >= ITEMS - TOMBSTONES:
            return wrap | {"state": "deleted"}
        data = {"@type": "SessionSeries", "@id": f"{self.home}/{number}", "name": f"Class {number}"}
        return wrap | {"state": "updated", "data": data}

    def modified(self, number: int) -> Any:
        """When an item was changed."""
        return FIRST + number

    def answer(self, target: str) -> bytes:
        """All that is sent for a request; `target` is its path and query."""
        self.asked += 1
        at = int(parse_qs(urlsplit(target).query).get("at", ["0"])[0])
        return self.page(at)

    def page(self, at: int) -> bytes:
        """The page that begins after so many items."""
        some = self.items()[at : at + SIZE]
        return self.sent(self.written(some, self.next(at, len(some))))

    def written(self, some: list[Item], next: Any) -> dict[str, Any]:
        """A page before it is text."""
        return {"items": some, "license": LICENCE} | ({} if next is None else {"next": next})

    def sent(self, page: dict[str, Any]) -> bytes:
        """A page as it goes out."""
        return http(json.dumps(page).encode(), self.head)

    def next(self, at: int, count: int) -> Any:
        """The address after a page."""
        return f"{self.home}/feed?at={at + count}"


@dataclass(frozen=True)
class Expected:
    """What must come of a feed: its state, how many items are there and gone, and what is told, once each time."""

    state: str = "up-to-date"
    there: int = ITEMS - TOMBSTONES
    gone: int = TOMBSTONES
    told: Mapping[str, int] = field(default_factory=dict)
    looks: int = 1


class Changed(Publisher):
    """Change numbers above 2^53, which some readers round."""

    def modified(self, number: int) -> int:
        return 576_460_752_303_423_489 + number


class FromNotAfter(Publisher):
    """Asks for what is from, not after, the last item: its last page never empties."""

    def next(self, at: int, count: int) -> str:
        return f"{self.home}/feed?at={min(at + count - 1, ITEMS - 1)}"


class NextIsFirst(Publisher):
    """The first page names itself."""

    def next(self, at: int, count: int) -> str:
        return f"{self.home}/feed"


class TiesLost(Publisher):
    """Goes on after the time of the last item alone: one that was changed in the same moment is lost, and no consumer
    can see it. The weekly walk is for that."""

    def page(self, at: int) -> bytes:
        some = self.items()[at : at + SIZE]
        return self.sent(self.written(some, self.next(at, len(some) + (1 if at == 0 else 0))))


class Relative(Publisher):
    """`next` without its host."""

    def next(self, at: int, count: int) -> str:
        return f"/feed?at={at + count}" if count else f"{self.home}/feed?at={at}"


class TextModified(Publisher):
    """Times as texts, with an offset."""

    def modified(self, number: int) -> str:
        return f"2026-09-15T09:12:{number:02}.706+01:00"


class GoneWithData(Publisher):
    """Tombstones with data."""

    def item(self, number: int) -> Item:
        return super().item(number) | {"data": {"@type": "SessionSeries", "name": "Still here?"}}


class WrongType(Publisher):
    """Says that it is a page of text."""

    def __init__(self) -> None:
        super().__init__(head="Content-Type: text/html; charset=utf-8")


class NoNext(Publisher):
    """The last page with items does not name the next."""

    def next(self, at: int, count: int) -> Any:
        return None if at == 50 else super().next(at, count)


class EmptyMiddle(Publisher):
    """A page in the middle is empty, and is not the last."""

    def page(self, at: int) -> bytes:
        if at == 25:
            return self.sent(self.written([], f"{self.home}/feed?at=26"))
        return super().page(at - 1 if at == 26 else at)


class Stale(Publisher):
    """An older copy of the first item comes on the last page."""

    def items(self) -> list[Item]:
        return [*super().items(), self.item(0) | {"modified": FIRST - 1, "data": {"name": "STALE"}}]


class TwiceOnAPage(Publisher):
    """An item is updated and then deleted on one page."""

    def items(self) -> list[Item]:
        return [*super().items(), {"id": "i40", "state": "deleted", "kind": "SessionSeries", "modified": FIRST + 99}]

    def page(self, at: int) -> bytes:
        some = self.items()[at : at + SIZE] if at < 50 else []
        some += self.items()[50:] if at == 25 else []
        return self.sent(self.written(some, f"{self.home}/feed?at={at + 25 if at < 50 else 50}"))


class NoData(Publisher):
    """An item is updated, and has no data."""

    def items(self) -> list[Item]:
        return [*super().items(), {"id": "new", "state": "updated", "kind": "Event", "modified": FIRST + 99}]


class NumericIds(Publisher):
    """Ids that are numbers."""

    def item(self, number: int) -> Item:
        return super().item(number) | {"id": number}


class Unwrapped(Publisher):
    """Items that have their data and nothing round it; tombstones cannot be told then."""

    def items(self) -> list[Item]:
        return [{"data": one["data"]} for one in super().items() if "data" in one] + [7, "x", [], {}, None]


class Circle(Publisher):
    """The third page leads back to the second."""

    def next(self, at: int, count: int) -> str:
        return f"{self.home}/feed?at=25" if at == 50 else super().next(at, count)


class Elsewhere(Publisher):
    """The next page is on another host."""

    def next(self, at: int, count: int) -> str:
        return f"http://127.0.0.2:1/feed?at={at + count}" if at == 25 else super().next(at, count)


class Script(Elsewhere):
    """The next page is a script."""

    def next(self, at: int, count: int) -> str:
        return "javascript:alert(1)//?a=://" if at == 25 else super(Elsewhere, self).next(at, count)


class Endless(Publisher):
    """Always has another page, with the same items."""

    def page(self, at: int) -> bytes:
        return self.sent(self.written(self.items()[:SIZE], f"{self.home}/feed?at={at + 25}"))


class HalfCharacters(Publisher):
    """Half characters, stray bytes and numbers that are none."""

    def sent(self, page: dict[str, Any]) -> bytes:
        words = json.dumps(page).replace("Class 1", "Class \\ud83d NaN").replace('"Class 2', 'NaN, "x": "\\u0000')
        return http(words.encode() + b"\n", RPDE)


class Ahead(Publisher):
    """A clock that runs eleven years ahead."""

    def modified(self, number: int) -> int:
        return 2_140_000_000_000 + number


class NoLicence(Publisher):
    """Says nothing of a licence."""

    def written(self, some: list[Item], next: Any) -> dict[str, Any]:
        return {"items": some, "next": next}


FEEDS: dict[Callable[[], Publisher], Expected] = {
    Publisher: Expected(),
    Changed: Expected(),
    FromNotAfter: Expected("self-loop", told={"next-itself": 1}),
    NextIsFirst: Expected("self-loop", 25, 0, {"next-itself": 1}),
    TiesLost: Expected(there=ITEMS - TOMBSTONES - 1),
    Relative: Expected(told={"next-relative": 3}),
    TextModified: Expected(told={"wrap-modified-text": ITEMS}),
    GoneWithData: Expected(told={"wrap-data-of-gone": TOMBSTONES}),
    WrongType: Expected(told={"type-of-answer": 4}),
    NoNext: Expected("stalled", told={"next-missing": 1}),
    EmptyMiddle: Expected(),
    Stale: Expected(told={"wrap-older": 1}),
    TwiceOnAPage: Expected(there=ITEMS - TOMBSTONES - 1, gone=TOMBSTONES + 1, told={"wrap-twice": 1}),
    NoData: Expected(there=ITEMS - TOMBSTONES + 1, told={"wrap-data-missing": 1}),
    NumericIds: Expected(),
    Unwrapped: Expected(
        gone=0,
        told={
            "wrap-unreadable": 4,
            "wrap-id-missing": ITEMS - TOMBSTONES + 1,
            "wrap-state-missing": ITEMS - TOMBSTONES,
            "wrap-kind-missing": ITEMS - TOMBSTONES,
            "wrap-modified-missing": ITEMS - TOMBSTONES,
        },
    ),
    Circle: Expected("cycle", told={"next-again": 1}),
    Elsewhere: Expected("blocked", 50, 0, {"next-elsewhere": 1}),
    Script: Expected("blocked", 50, 0, {"next-elsewhere": 1}),
    Endless: Expected("too-long", 25, 0, {"feed-too-long": 1}),
    HalfCharacters: Expected(),
    Ahead: Expected(told={"wrap-modified-future": ITEMS}),
    NoLicence: Expected(told={"licence-missing": 4}),
}
