"""What a page about open data says of the sources it has: a dataset, a catalogue, or a catalogue of those. Pure."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit
from uuid import NAMESPACE_URL, uuid5

from jointly.listings.reading.cleaning import line
from jointly.listings.reading.raw import tail, text, thing, things, tidy
from jointly.listings.taking_in.groups import SKIPPED
from jointly.listings.taking_in.sources import Found

NAMES = {"type": "@type", "id": "@id"}
DATASETS = ("Dataset", "DataFeed")
CATALOGUES = ("DataCatalog", "DataCatalogCollection")
_SHOWN = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"'\\^`{|}]{1,1500}")
"""Addresses that pages may link to: nothing in them means more than itself where it is written."""


class About(NamedTuple):
    """What a page told: sources, pages that tell of more, and the kinds of feeds that are not used here."""

    found: list[Found]
    more: list[str]
    skipped: list[str]


def about_page(body: bytes, url: str) -> About | None:
    """What the page at `url` says; none for one that says nothing of data."""
    told = About([], [], [])
    known = False
    for given in _documents(body):
        for one in _things(given):
            kinds = {tail(kind) for kind in _list(one.get("@type"))}
            if kinds & set(DATASETS):
                known = True
                _dataset(one, url, told)
            elif kinds & set(CATALOGUES):
                known = True
                told.more.extend(_links(one, url))
    return told if known else None


def _documents(body: bytes) -> Iterator[Any]:
    words = body.decode("utf-8-sig", "replace")
    texts = [words] if words.lstrip()[:1] in ("{", "[") else _scripts(words)
    for one in texts:
        try:
            yield tidy(json.loads(one), NAMES)
        except (ValueError, RecursionError):
            continue


class _Scripts(HTMLParser):
    """Collects what is written for machines on a page; nothing of it is ever run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").strip().lower()
        self._inside = tag == "script" and kind.partition(";")[0] == "application/ld+json"
        if self._inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


def _scripts(page: str) -> list[str]:
    reader = _Scripts()
    reader.feed(page)
    return reader.texts


def _things(given: Any) -> Iterator[dict[str, Any]]:
    for one in things(given):
        yield from things(one["@graph"]) if "@graph" in one else (one,)


def _dataset(one: dict[str, Any], url: str, told: About) -> None:
    name = line(one.get("name"), []) or url
    publisher = thing(one.get("publisher"))
    about = {
        # A page speaks for its own host: what it calls itself makes no dataset of another host its own.
        "dataset": uuid5(NAMESPACE_URL, f"{_host(url)} {text(one.get('@id')) or text(one.get('url')) or url}"),
        "publisher": line(publisher.get("name"), []) or line(publisher.get("legalName"), []) or name,
        "publisher_url": _shown(text(publisher.get("url"))),
        "licence": _shown(text(one.get("license"))),
    }
    for part in things(one.get("distribution")):
        address = text(part.get("contentUrl"))
        kind = tail(part.get("additionalType")) or line(part.get("name"), []) or ""
        if address is None:
            continue
        if kind in SKIPPED:
            told.skipped.append(kind)
        elif address := _web(urljoin(url, address)):
            told.found.append(Found("rpde", address, name=line(f"{name}: {kind}", []) if kind else name, **about))


def _links(one: dict[str, Any], url: str) -> Iterator[str]:
    for name in ("hasPart", "dataset"):
        for part in _list(one.get(name)):
            address = text(part.get("url") or part.get("@id")) if isinstance(part, dict) else text(part)
            if address and (found := _web(urljoin(url, address))):
                yield found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("https://", "http://")) else None


def _shown(address: str | None) -> str | None:
    return address if address and _SHOWN.fullmatch(address) else None
