"""Reading a calendar: whole, and only when it has changed."""

from jointly.kit.fetching import Got
from jointly.listings.taking_in.asking import ask, put_off_after
from jointly.listings.taking_in.intake import PURPOSE, Intake
from jointly.listings.taking_in.keeping import keep_page
from jointly.listings.taking_in.modified import Modified
from jointly.listings.taking_in.pages import Item, Odd
from jointly.listings.taking_in.sources import Source, set_down, source
from jointly.listings.taking_in.waiting import CALENDARS, at_end

KEY = "calendar"
ACCEPT = "text/calendar, */*;q=0.1"


async def read_calendar(intake: Intake, feed: Source) -> Source:
    """Asks for the calendar, and keeps it where it is another one than before. Gives the source as it is then."""
    found = await ask(intake, feed.url, accept=ACCEPT, etag=feed.etag, last_modified=feed.last_modified)
    now = intake.now()
    until = now + at_end(intake.chance(), CALENDARS)
    if not isinstance(found, Got):
        await put_off_after(intake, feed, found)
    elif found.not_modified:
        same = {"up_to_date_at": now, "asked_at": now, "fails": 0}
        await intake.db.run(_still, feed, until, same, purpose=PURPOSE)
    elif not is_calendar(found.body):
        await put_off_after(intake, feed, found, [Odd("page-unreadable", feed.url)])
    else:
        text = found.body.decode("utf-8-sig", "replace").replace("\0", "")
        after = {
            "state": "up-to-date",
            "cursor": feed.url,
            "ask_again_at": until,
            "up_to_date_at": now,
            "etag": found.headers.get("etag"),
            "last_modified": found.headers.get("last-modified"),
        }
        item = Item(KEY, KEY, Modified("", None), False, text)
        await intake.db.run(keep_page, feed, [item], (), after, now, purpose=PURPOSE)
    return await intake.db.read(source, feed.id, purpose=PURPOSE) or feed


def is_calendar(body: bytes) -> bool:
    """Whether the bytes begin as a calendar does."""
    return b"BEGIN:VCALENDAR" in body[:2_000].upper()


def _still(feed: Source, until, same):
    yield from set_down(feed.id, "up-to-date", until, **same)
