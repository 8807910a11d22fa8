"""Whether a whole list is as it was when it was last read: each of its pages is asked for on the condition that it has
changed, by the ETag or the Last-Modified that it had. A list of which no page has changed is not walked through again.
"""

from datetime import datetime
from typing import Any

import msgspec

from jointly.kit.db import Query
from jointly.kit.fetching import Got
from jointly.listings.taking_in.asking import ask, put_off_after
from jointly.listings.taking_in.intake import PURPOSE, Intake, Look
from jointly.listings.taking_in.oruk_lists import Page, numbered
from jointly.listings.taking_in.sources import Source, set_down
from jointly.listings.taking_in.waiting import LISTS, WHOLE_WALK, at_end

MOST_MARKED = 200
"""Pages; a longer list is walked through each time."""
LONGEST = 500
Marks = list[tuple[str | None, str | None]]


def marks_with(feed: Source, page: Page, number: int) -> str | None:
    """The marks of the pages up to this one, as they are kept; none where one has no mark, or is not whole."""
    before = _marks(feed) if number > 1 else []
    here = tuple(mark if mark and len(mark) <= LONGEST else None for mark in page.marks)
    if page.odd or len(before) != number - 1 or number > MOST_MARKED or not any(here):
        return None
    return msgspec.json.encode([*before, here]).decode()


async def as_it_was(intake: Intake, feed: Source, look: Look) -> bool:
    """Whether there is nothing to walk through: no page has changed, or no answer comes, which is kept. Once a week the
    list is walked through all the same, as some of its services do not say when they were changed."""
    marks = _marks(feed) if feed.state == "up-to-date" else []
    if not marks or feed.run_began_at is None or intake.now() - feed.run_began_at > WHOLE_WALK - LISTS:
        return False
    for number, (etag, last_modified) in enumerate(marks, 1):
        if not look.goes_on(intake):
            return False
        found = await ask(intake, numbered(feed.url, number), etag=etag, last_modified=last_modified)
        if not isinstance(found, Got):
            await put_off_after(intake, feed, found)
            return True
        if not found.not_modified:
            return False
    now = intake.now()
    await intake.db.run(_still, feed, now + at_end(intake.chance(), LISTS), now, purpose=PURPOSE)
    return True


def _marks(feed: Source) -> Marks:
    try:
        return msgspec.json.decode(feed.etag or "[]", type=Marks)
    except msgspec.MsgspecError:
        return []


def _still(feed: Source, until: datetime, now: datetime):
    """Unit: the list is as it was, unless somebody else has begun to read it meanwhile."""
    rows = yield Query("select 1 from source where id = ? and run = ? and state = ?", (feed.id, feed.run, feed.state))
    same: dict[str, Any] = {"up_to_date_at": now, "asked_at": now, "fails": 0}
    if rows:
        yield from set_down(feed.id, feed.state, until, **same)
