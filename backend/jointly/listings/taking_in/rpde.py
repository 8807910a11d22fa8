"""Reading an RPDE feed: page after page from where it was left, to its end, and from the first page once a week.

The rules are those of `listings.md` 3.1 and 3.2. Each page is kept with the place after it in one transaction, so that
a process that dies at any moment goes on at the same page, and a page that is read twice changes nothing.
"""

import asyncio
import re
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit, urlunsplit

from jointly.kit.db import Query
from jointly.kit.fetching import Got, Outcome
from jointly.listings.taking_in.asking import ask, put_off_after
from jointly.listings.taking_in.dropping import drop_unseen
from jointly.listings.taking_in.intake import PURPOSE, Intake, Look
from jointly.listings.taking_in.keeping import keep_last, keep_page
from jointly.listings.taking_in.pages import NotAPage, Odd, Page, read_page
from jointly.listings.taking_in.sources import Source, begin_run, set_down, source
from jointly.listings.taking_in.waiting import STUCK, WHOLE_WALK, at_end

MOST_PAGES = 50_000
MOST_ITEMS = 10_000_000
"""In one walk from the first page: whatever a feed says, it is not longer than this."""
ACCEPT = "application/vnd.openactive.rpde+json; version=1, application/json;q=0.9, */*;q=0.1"
_WITH_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_JSON = ("application/json", "application/vnd.openactive.rpde+json", "application/ld+json")


class _Onward(NamedTuple):
    """Where a page leads: the state that the feed is in then, the address to ask next, and what is wrong with it."""

    state: str
    cursor: str
    odd: list[Odd]


async def read_feed(intake: Intake, feed: Source, look: Look) -> Source:
    """Reads on, until the end of the feed or of this look. Gives the source as it is then."""
    if _starts_anew(feed, intake.now()):
        if not await intake.db.run(begin_run, feed, intake.now(), purpose=PURPOSE):
            return await _again(intake, feed)
        feed = await _again(intake, feed)
    seen: set[int] = set()
    while look.goes_on(intake):
        url = feed.cursor or feed.url
        seen.add(hash(url))
        # Only of the last page can nothing have changed: it is the one that is asked for again and again.
        known = {"etag": feed.etag, "last_modified": feed.last_modified} if feed.state == "up-to-date" else {}
        found = await ask(intake, url, accept=ACCEPT, **known)
        if not await _take_page(intake, feed, url, found, seen):
            return await _again(intake, feed)
        feed = await _again(intake, feed)
        if feed.state != "running":
            return feed
    return feed


async def _take_page(intake: Intake, feed: Source, url: str, found: Outcome, seen: set[int]) -> bool:
    """Keeps what a page brought. Whether it could be, and this process is still the one that reads."""
    if not isinstance(found, Got):
        await put_off_after(intake, feed, found)
        return False
    if found.not_modified and feed.state == "up-to-date":
        now = intake.now()
        same = {"up_to_date_at": now, "asked_at": now, "fails": 0}
        await intake.db.run(_still, feed, _ask_again(feed.state, now, intake), same, purpose=PURPOSE)
        return True
    try:
        page = await asyncio.to_thread(read_page, found.body, intake.now())
    except NotAPage:
        said = [Odd("page-unreadable", url, found.headers.get("content-type", "")[:100])]
        await put_off_after(intake, feed, found, said)
        return False
    now = intake.now()
    onward = _onward(feed, page, url, found, seen)
    after = {"state": onward.state, "cursor": onward.cursor, "ask_again_at": _ask_again(onward.state, now, intake)}
    after |= {"etag": None, "last_modified": None}
    if page.licence and not feed.licence:
        after["licence"] = page.licence
    odd = [*page.odd, *onward.odd, *_odd_answer(found, page)]
    if onward.state == "up-to-date" or (onward.state == "self-loop" and url != feed.url):
        # What a whole walk did not see is gone. It goes before the end is kept: whoever dies here does it again. A page
        # after the first that names itself is an end too, and its own items were seen.
        if page.items and not await intake.db.run(keep_last, feed, page.items, now, purpose=PURPOSE):
            return False
        empty = await drop_unseen(intake, feed)
        odd += [Odd("feed-empty", url)] if empty else []
        headers = {"etag": found.headers.get("etag"), "last_modified": found.headers.get("last-modified")}
        after |= {} if empty else {"up_to_date_at": now} | headers
    return await intake.db.run(keep_page, feed, page.items, odd, after, now, purpose=PURPOSE) is not None


def _starts_anew(feed: Source, now: datetime) -> bool:
    """Whether to begin at the first page: at the very first, after a week, and after a week without an answer, as
    deletions that were made meanwhile may not be told any more."""
    if feed.state == "new" or feed.cursor is None or feed.run_began_at is None:
        return True
    if feed.asked_at is not None and now - feed.asked_at > WHOLE_WALK:
        return True
    return feed.state not in ("running", "backoff") and now - feed.run_began_at >= WHOLE_WALK


def _onward(feed: Source, page: Page, url: str, found: Got, seen: set[int]) -> _Onward:
    if page.next is None:
        return _Onward("stalled", url, [Odd("next-missing", url)])
    odd: list[Odd] = []
    onward = page.next
    if not _WITH_SCHEME.match(onward):
        odd.append(Odd("next-relative", url, onward))
        onward = urljoin(found.url, onward)
    if (secure := _secured(onward, feed.url, found.url)) is not None:
        odd.append(Odd("next-insecure", url, onward))
        onward = secure
    if onward in (url, found.url):
        if page.came:
            return _Onward("self-loop", url, [*odd, Odd("next-itself", url)])
        return _Onward("up-to-date", url, odd)
    if not _is_at_home(onward, feed.url, found.url):
        return _Onward("blocked", url, [*odd, Odd("next-elsewhere", url, onward)])
    if hash(onward) in seen or onward == feed.url:
        # It is of no use to go on from inside a circle: the next look begins at the first page.
        return _Onward("cycle", feed.url, [*odd, Odd("next-again", url, onward)])
    if feed.pages + 1 >= MOST_PAGES or feed.items + page.came >= MOST_ITEMS:
        return _Onward("too-long", url, [*odd, Odd("feed-too-long", url)])
    return _Onward("running", onward, odd)


def _is_at_home(onward: str, *homes: str) -> bool:
    """Whether an address is one of the same web server as the feed, or as the answer that a redirect led to."""
    there, known = _server(onward), {_server(home) for home in homes}
    if there is None:
        return False
    return there in known or (there.scheme == "https" and there.port == 443 and there.plain in known)


def _secured(onward: str, *homes: str) -> str | None:
    """An address of a server that is read over https, where the next page is given with http, as behind many a proxy:
    it is asked for over https too. None for any other."""
    there = _server(onward)
    if there is None or there.scheme != "http" or there.port not in (80, 443):
        return None
    safe = _Server("https", there.host, 443)
    if there in map(_server, homes) or safe not in map(_server, homes):
        return None
    name = f"[{there.host}]" if ":" in there.host else there.host
    return urlunsplit(urlsplit(onward)._replace(scheme="https", netloc=name))


class _Server(NamedTuple):
    scheme: str
    host: str
    port: int

    @property
    def plain(self) -> "_Server":
        """The same host without encryption."""
        return _Server("http", self.host, 80)


def _server(url: str) -> _Server | None:
    """Who answers at an address; none where that is no web address."""
    try:
        there = urlsplit(url)
        usual = {"http": 80, "https": 443}.get(there.scheme)
        if usual is None or not there.hostname:
            return None
        return _Server(there.scheme, there.hostname, there.port or usual)
    except ValueError:
        return None


def _ask_again(state: str, now: datetime, intake: Intake) -> datetime:
    if state == "running":
        return now
    return now + (at_end(intake.chance()) if state in ("up-to-date", "self-loop", "stalled") else STUCK)


def _odd_answer(found: Got, page: Page) -> list[Odd]:
    odd = []
    said = found.headers.get("content-type", "")
    if said.partition(";")[0].strip().lower() not in _JSON:
        odd.append(Odd("type-of-answer", found.url, said))
    if page.licence is None:
        odd.append(Odd("licence-missing", found.url))
    return odd


def _still(feed: Source, until: datetime, same: dict):
    """Unit: the last page is as it was, unless somebody else has read on meanwhile."""
    rows = yield Query("select 1 from source where id = ? and run = ? and cursor = ?", (feed.id, feed.run, feed.cursor))
    if rows:
        yield from set_down(feed.id, feed.state, until, **same)


async def _again(intake: Intake, feed: Source) -> Source:
    """The source as it is kept now; as it was, stopped, when it has been taken away meanwhile."""
    known = await intake.db.read(source, feed.id, purpose=PURPOSE)
    return known or feed._replace(stopped_at=intake.now(), state="gone")
