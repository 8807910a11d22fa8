"""Hosts that answer badly, one way each, in front of a feed that is sound: what must come of it."""

import gzip
from collections.abc import Callable

from faults.faulty_feeds import RPDE, Expected, Publisher
from support.hostile import http


class Html(Publisher):
    """Answers 200 with a page of HTML in the middle."""

    def page(self, at: int) -> bytes:
        return http(b"<html>Sorry", "Content-Type: text/html") if at == 25 else super().page(at)


class Cut(Publisher):
    """JSON that ends in the middle."""

    def page(self, at: int) -> bytes:
        return http(b'{"items": [{"state": "upd', RPDE) if at == 25 else super().page(at)


class Often503(Publisher):
    """Every other answer is 503."""

    def answer(self, target: str) -> bytes:
        made = super().answer(target)
        return http(b"", status="503 Busy") if self.asked % 2 == 0 else made


class RedirectRound(Publisher):
    """Redirects to itself."""

    def answer(self, target: str) -> bytes:
        return http(b"", f"Location: {target}", status="302 Found")


class RedirectInside(Publisher):
    """Redirects to a private address."""

    def answer(self, target: str) -> bytes:
        return http(b"", "Location: http://169.254.169.254/latest/meta-data/", status="302 Found")


class Gone(Publisher):
    """Is gone in the middle."""

    def page(self, at: int) -> bytes:
        return http(b"", status="410 Gone") if at == 25 else super().page(at)


class TooMany(Publisher):
    """Asks to be left alone for a while."""

    def page(self, at: int) -> bytes:
        return http(b"", "Retry-After: 900", status="429 Slow") if at == 25 else super().page(at)


class Huge(Publisher):
    """A page of more bytes than are read."""

    def page(self, at: int) -> bytes:
        return http(b" " * 400_000, RPDE) if at == 25 else super().page(at)


class Bomb(Publisher):
    """A page that is small and unfolds to more than is read."""

    def page(self, at: int) -> bytes:
        packed = gzip.compress(b" " * 3_000_000, 6, mtime=0)
        return http(packed, RPDE, "Content-Encoding: gzip") if at == 25 else super().page(at)


class Short(Publisher):
    """Says that more comes than does."""

    closes = True

    def page(self, at: int) -> bytes:
        return http(b'{"items": []', "Content-Length: 5000", "Connection: close") if at == 25 else super().page(at)


HOSTS: dict[Callable[[], Publisher], Expected] = {
    Html: Expected("backoff", 25, 0, {"page-unreadable": 1}),
    Cut: Expected("backoff", 25, 0, {"page-unreadable": 1}),
    Often503: Expected(told={"source-unanswered": 3}, looks=4),
    RedirectRound: Expected("blocked", 0, 0, {"source-refused": 1}),
    RedirectInside: Expected("blocked", 0, 0, {"source-refused": 1}),
    Gone: Expected("gone", 25, 0, {"source-gone": 1}),
    TooMany: Expected("backoff", 25, 0, {"source-unanswered": 1}),
    Huge: Expected("backoff", 25, 0, {"source-unanswered": 1}),
    Bomb: Expected("backoff", 25, 0, {"source-unanswered": 1}),
    Short: Expected("backoff", 25, 0, {"source-unanswered": 1}),
}
