"""Pages of an RPDE feed (Realtime Paged Data Exchange 1.0), from the items that `feeding` keeps."""

from collections.abc import Sequence
from urllib.parse import urlencode

import msgspec

from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.dataset import LICENCE

PAGE = 500
SETTLED_MS = 2_000
"""Milliseconds: newer items wait, so that none is passed over that is kept a moment later with an earlier time."""
KINDS = {addresses.SERIES: "SessionSeries", addresses.SESSIONS: "ScheduledSession"}
Row = tuple[str, int, bool, str | None]
"""An item, its `modified`, whether it is gone, and its body."""


def page_of(feed: str, rows: Sequence[Row], *, root: str, address: str) -> bytes:
    """A page. `address` is the one that was asked for: the last page, which is empty, names itself as the next."""
    following = address
    if rows:
        item, modified, *_ = rows[-1]
        following = f"{addresses.feed(root, feed)}?{urlencode({'afterTimestamp': modified, 'afterId': item})}"
    page = {"next": following, "items": [_item(feed, row, root) for row in rows], "license": LICENCE}
    return msgspec.json.encode(page).replace(b"<", b"\\u003c")


def _item(feed: str, row: Row, root: str) -> dict:
    item, modified, gone, body = row
    said = {"state": "deleted" if gone else "updated", "kind": KINDS[feed], "id": item, "modified": modified}
    if gone or body is None:
        return said
    return said | {"data": msgspec.Raw(body.replace(f'"{addresses.STANDS_FOR_ROOT}/', f'"{root}/').encode())}
