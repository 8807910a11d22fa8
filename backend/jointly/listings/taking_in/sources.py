"""Rows of sources: what is known of each, and units that find, add and end them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.listings.reading.feed import FeedFacts

COLUMNS = (
    "id, kind, url, dataset, name, publisher, publisher_url, licence, state, cursor, run, run_began_at, "
    "up_to_date_at, asked_at, ask_again_at, fails, etag, last_modified, pages, items, expected, stopped_at"
)


class Source(NamedTuple):
    """A source as its row says. `asked_at` is when it last answered with something that could be used, and
    `ask_again_at` when it is asked next; none when only an operator has it asked. See `tables.Source`."""

    id: UUID
    kind: str
    url: str
    dataset: UUID
    name: str
    publisher: str
    publisher_url: str | None
    licence: str | None
    state: str
    cursor: str | None
    run: int
    run_began_at: datetime | None
    up_to_date_at: datetime | None
    asked_at: datetime | None
    ask_again_at: datetime | None
    fails: int
    etag: str | None
    last_modified: str | None
    pages: int
    items: int
    expected: int | None
    stopped_at: datetime | None

    @property
    def facts(self) -> FeedFacts:
        """What reading an item of it needs to know."""
        kind = "activity" if self.kind == "rpde" else "service"
        return FeedFacts(self.dataset, self.publisher or self.name, self.publisher_url, self.licence, kind)


class Found(NamedTuple):
    """A source that is not kept yet, as an address or a page about it told."""

    kind: str
    url: str
    dataset: UUID
    name: str
    publisher: str = ""
    publisher_url: str | None = None
    licence: str | None = None


def sources():
    """Unit: every source but this service itself, oldest first."""
    rows = yield Query(f"select {COLUMNS} from source where kind <> 'here' order by added_at, id")  # nosec B608 # every value is bound
    return [Source(*row) for row in rows]


def source(id: UUID):
    """Unit: one source; none when there is none of that id."""
    rows = yield Query(f"select {COLUMNS} from source where id = ? and kind <> 'here'", (id,))  # nosec B608 # every value is bound
    return Source(*rows[0]) if rows else None


def due(now: datetime):
    """Unit: the sources whose time has come, longest overdue first."""
    rows = yield Query(
        f"select {COLUMNS} from source where kind <> 'here' and stopped_at is null "  # nosec B608 # every value is bound
        "and ask_again_at <= ? order by ask_again_at, id",
        (now,),
    )
    return [Source(*row) for row in rows]


def add(found: Sequence[tuple[UUID, Found]], now: datetime):
    """Unit: keeps sources that are new; gives the ids of those. One that is known by its address stays as it is."""
    added: list[UUID] = []
    for id, one in found:
        rows = yield Query(
            "insert into source (id, kind, url, dataset, name, publisher, publisher_url, licence, added_at, state, "
            "run, fails, pages, items, ask_again_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'new', 1, 0, 0, 0, ?) "
            "on conflict (url) do nothing returning id",
            (
                id,
                one.kind,
                one.url,
                one.dataset,
                one.name[:200],
                one.publisher[:200],
                one.publisher_url,
                one.licence,
                now,
                now,
            ),
        )
        added += [id for (id,) in rows]
    return added


def begin_run(source: Source, now: datetime):
    """Unit: the walk begins, or begins anew, at the first page. What was counted of the last one is forgotten."""
    run = source.run if source.state == "new" else source.run + 1
    began = yield Query(
        "update source set run = ?, cursor = ?, run_began_at = ?, state = 'running', expected = ?, pages = 0, "
        "items = 0 where id = ? and run = ? and stopped_at is null returning id",
        (run, source.url, now, source.items or source.expected, source.id, source.run),
    )
    if began:
        yield Query("delete from fault where source = ? and record is null", (source.id,))
    return bool(began)


def put_off(id: UUID, state: str, fails: int, until: datetime | None):
    """Unit: it could not be read on; it is asked again then, and what is known of it stays."""
    yield Query("update source set state = ?, fails = ?, ask_again_at = ? where id = ?", (state, fails, until, id))


def hold_off(host: str, until: datetime):
    """Unit: no source of a host is asked again before then: the host asked for it, whichever address was asked for."""
    rows = yield Query(
        "select id, url, coalesce(cursor, url) from source where kind <> 'here' and ask_again_at < ?", (until,)
    )
    held = [(until, id) for id, *urls in rows if host in map(host_of, urls)]
    yield Many("update source set ask_again_at = ? where id = ?", held)


def held(now: datetime):
    """Unit: the hosts that are waited for: one of their sources is to be left alone until later."""
    rows = yield Query(
        "select coalesce(cursor, url) from source where state = 'backoff' and ask_again_at > ? and kind <> 'here'",
        (now,),
    )
    return {host_of(url) for (url,) in rows}


def host_of(url: str) -> str:
    """Whose address it is; an empty text where it is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def set_down(id: UUID, state: str, until: datetime | None, **also: Any):
    """Unit: where a look came to its end. `also` are more columns of the row."""
    names = {"state": state, "ask_again_at": until} | also
    settings = ", ".join(f"{name} = ?" for name in names)
    yield Query(f"update source set {settings} where id = ?", (*names.values(), id))  # nosec B608 # every value is bound


def stop(id: UUID, now: datetime):
    """Unit: a source is being taken away: it is asked no more. Gives its id, none when there is no such source."""
    rows = yield Query("update source set stopped_at = ? where id = ? and kind <> 'here' returning id", (now, id))
    return bool(rows)
