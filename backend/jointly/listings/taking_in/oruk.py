"""Reading Open Referral UK: the list page by page, and each service that is new or changed by itself.

A list of version 3 tells no places and no times; one of version 1 may tell all. A walk always begins at the first page
and sees every service; what it did not see is gone, if it saw as many as the list says that there are, or if the
directory says so of the service itself.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit.db import Query
from jointly.kit.fetching import Failed, Got, Outcome
from jointly.listings.taking_in.asking import GONE, ask, put_off_after
from jointly.listings.taking_in.dropping import drop_unseen
from jointly.listings.taking_in.intake import PURPOSE, Intake, Look
from jointly.listings.taking_in.keeping import keep_items, keep_last, keep_page
from jointly.listings.taking_in.modified import modified_of
from jointly.listings.taking_in.oruk_lists import Listed, Page, address_of, number_of, numbered, read_json, read_list
from jointly.listings.taking_in.oruk_marks import as_it_was, marks_with
from jointly.listings.taking_in.oruk_unseen import look_for_unseen
from jointly.listings.taking_in.pages import Item, Odd
from jointly.listings.taking_in.sources import Source, begin_run, source
from jointly.listings.taking_in.waiting import LISTS, STUCK, WHOLE_WALK, at_end

MOST_PAGES = 2_000
_WHOLE = ("service_at_locations", "regular_schedules", "contacts", "eligibilitys")
"""What a service that is told in full has, in version 1."""


class _Known(NamedTuple):
    modified: str
    gone: bool
    seen_at: datetime


async def read_services(intake: Intake, feed: Source, look: Look) -> Source:
    """Reads on, until the end of the list or of this look. Gives the source as it is then."""
    if feed.state not in ("running", "backoff") or feed.cursor is None or _was_away(feed, intake.now()):
        if await as_it_was(intake, feed, look):
            return await _again(intake, feed)
        if not await intake.db.run(begin_run, feed, intake.now(), purpose=PURPOSE):
            return await _again(intake, feed)
        feed = await _again(intake, feed)
    seen: set[int] = set()
    while look.goes_on(intake):
        if not await _take_page(intake, feed, look, seen):
            break
        feed = await _again(intake, feed)
        if feed.state != "running":
            return feed
    return await _again(intake, feed)


async def _take_page(intake: Intake, feed: Source, look: Look, seen: set[int]) -> bool:
    number = number_of(feed.cursor or "")
    url = numbered(feed.url, number)
    found = await ask(intake, url)
    page = read_list(found) if isinstance(found, Got) else None
    if page is None:
        odd = [Odd("page-unreadable", url)] if isinstance(found, Got) else []
        await put_off_after(intake, feed, found, odd)
        return False
    known = await intake.db.read(_known, feed.id, [one.key for one in page.services], purpose=PURPOSE)
    came: list[Item] = []
    for one in page.services:
        if not _is_changed(one, known.get(one.key), intake.now()):
            continue
        answer = await _service(intake, feed, one)
        if isinstance(answer, Item):
            came.append(answer)
        elif isinstance(answer, Odd):
            page.odd.append(answer)
        else:
            await intake.db.run(keep_items, feed, came, page.odd, intake.now(), purpose=PURPOSE)
            await put_off_after(intake, feed, answer)
            return False
    keys = [one.key for one in page.services]
    again = bool(keys) and all(hash(key) in seen for key in keys)
    seen.update(map(hash, keys))
    return await _keep(intake, feed, page, number, came, look, again=again)


async def _keep(
    intake: Intake, feed: Source, page: Page, number: int, came: Sequence[Item], look: Look, *, again: bool
) -> bool:
    now, keys = intake.now(), [one.key for one in page.services]
    # Where services go while the list is read, others move up to pages that were read: the largest number counts.
    total = max(filter(None, (page.total, feed.expected if feed.pages else None)), default=None)
    odd, after = list(page.odd), {"expected": total, "etag": None, "last_modified": None}
    last = page.last or (not keys and page.pages is not None and number > page.pages)
    if not keys and not last:
        odd.append(Odd("list-gap", numbered(feed.url, number)))
    if again or number >= MOST_PAGES:
        odd.append(Odd("list-again" if again else "feed-too-long", numbered(feed.url, number)))
        after |= {"state": "cycle" if again else "too-long", "cursor": feed.url, "ask_again_at": now + STUCK}
    elif last:
        if not await intake.db.run(keep_last, feed, came, now, keys, purpose=PURPOSE):
            return False
        if not await look_for_unseen(intake, feed, look, total):
            return False
        empty = await drop_unseen(intake, feed)
        odd += [Odd("feed-empty", feed.url)] if empty else []
        until = now + at_end(intake.chance(), LISTS)
        after |= {"state": "up-to-date", "cursor": feed.url, "ask_again_at": until}
        after |= {} if empty else {"up_to_date_at": now, "etag": marks_with(feed, page, number)}
    else:
        after |= {"etag": marks_with(feed, page, number)}
        after |= {"state": "running", "cursor": numbered(feed.url, number + 1), "ask_again_at": now}
    fetched = {item.key for item in came}
    rest = [key for key in keys if key not in fetched]
    return await intake.db.run(keep_page, feed, came, odd, after, now, rest, purpose=PURPOSE) is not None


async def _service(intake: Intake, feed: Source, one: Listed) -> Item | Odd | Outcome:
    """The service in full; what is wrong with it; or that the source does not answer any more."""
    if feed.kind == "oruk1" and any(one.said.get(name) for name in _WHOLE):
        return _item(one, msgspec.json.encode(one.said))
    found = await ask(intake, address_of(feed.url, one.key))
    if isinstance(found, Got):
        given = read_json(found.body)
        return _item(one, found.body) if isinstance(given, dict) else Odd("service-unanswered", one.key)
    if isinstance(found, Failed) and found.status in GONE:
        return Odd("service-unanswered", one.key, f"status {found.status}")
    return found


def _is_changed(one: Listed, known: _Known | None, now: datetime) -> bool:
    """Whether it has to be asked for. Where a list does not say when it was changed, it is once a week."""
    if known is None or known.gone:
        return True
    return known.modified != one.modified if one.modified else now - known.seen_at > WHOLE_WALK - timedelta(hours=12)


def _item(one: Listed, body: bytes) -> Item:
    text = body.decode("utf-8", "replace").replace("\0", "")
    return Item(one.key, "service", modified_of(one.modified or None), False, text, one.key)


def _was_away(feed: Source, now: datetime) -> bool:
    return feed.asked_at is not None and now - feed.asked_at > WHOLE_WALK


def _known(id: UUID, keys: Sequence[str]):
    """Unit: what is kept of these services."""
    if not keys:
        return {}
    marks = ", ".join("?" * len(keys))
    rows = yield Query(
        f"select key, modified, gone, seen_at from record where source = ? and key in ({marks})",  # nosec B608 # every value is bound
        (id, *keys),
    )
    return {key: _Known(*rest) for key, *rest in rows}


async def _again(intake: Intake, feed: Source) -> Source:
    known = await intake.db.read(source, feed.id, purpose=PURPOSE)
    return known or feed._replace(stopped_at=intake.now(), state="gone")
