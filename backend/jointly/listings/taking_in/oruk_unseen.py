"""Services that a walk through a list did not see: a list may shift while it is read, or one of its pages be empty."""

from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.fetching import Failed, Got
from jointly.listings.taking_in.asking import GONE, ask, put_off_after
from jointly.listings.taking_in.intake import PURPOSE, Intake, Look
from jointly.listings.taking_in.keeping import keep_items
from jointly.listings.taking_in.modified import Modified
from jointly.listings.taking_in.oruk_lists import address_of, read_json
from jointly.listings.taking_in.pages import Item
from jointly.listings.taking_in.sources import Source

MOST_ASKED = 200
"""In one walk: the others stay until the next."""
TOGETHER = 500


async def look_for_unseen(intake: Intake, feed: Source, look: Look, total: int | None) -> bool:
    """Where the walk saw fewer services than the list says that there are, asks for each that it did not see: one that
    answers counts as seen, and one of which the directory says that it is gone goes. Whether that came to its end."""
    seen, unseen = await intake.db.read(_counted, feed.id, feed.run, purpose=PURPOSE)
    if feed.run == 1 or not seen or not unseen or (total is not None and seen >= total):
        return True
    for key, text, number in unseen[:MOST_ASKED]:
        if not look.goes_on(intake):
            return False
        found = await ask(intake, address_of(feed.url, key))
        if isinstance(found, Failed) and found.status in GONE:
            item = Item(key, "service", Modified(text, number), True)
        elif not isinstance(found, Got):
            await put_off_after(intake, feed, found)
            return False
        elif isinstance(read_json(found.body), dict):
            words = found.body.decode("utf-8", "replace").replace("\0", "")
            item = Item(key, "service", Modified(text, number), False, words, key)
        else:
            await intake.db.run(_stays, feed.id, feed.run, [key], purpose=PURPOSE)
            continue
        # Each at once: a look that ends here goes on with the next.
        await intake.db.run(keep_items, feed, [item], (), intake.now(), purpose=PURPOSE)
    left = [key for key, *_ in unseen[MOST_ASKED:]]
    for start in range(0, len(left), TOGETHER):
        await intake.db.run(_stays, feed.id, feed.run, left[start : start + TOGETHER], purpose=PURPOSE)
    return True


def _counted(id: UUID, run: int):
    """Unit: how many services the walk saw, and which it did not."""
    rows = yield Query(
        "select key, modified, modified_number, run from record where source = ? and gone = ? order by key", (id, False)
    )
    unseen = [(key, text, number) for key, text, number, last in rows if last not in (run, -run)]
    return len(rows) - len(unseen), unseen


def _stays(id: UUID, run: int, keys: list[str]):
    """Unit: these count as seen."""
    marks = ", ".join("?" * len(keys))
    yield Query(f"update record set run = ? where source = ? and key in ({marks})", (run, id, *keys))  # nosec B608 # every value is bound
