"""The addresses of OpenActive: the dataset site, a catalogue of it, and two RPDE feeds."""

from litestar import Request, Response, Router, get

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.listings.giving_out import addresses, dataset, reading
from jointly.listings.giving_out.answering import RPDE, answer, asked
from jointly.listings.giving_out.rpde import PAGE, SETTLED_MS, page_of
from jointly.people.guards import open_to_all
from jointly.people.setup import present

HOUR, SITE = 3600, 3600
LAST_PAGE = 8
"""Seconds: nobody may ask for the last page more often (RPDE 1.0)."""
_MOST = 2**53


@get("/", guards=[open_to_all], include_in_schema=False)
async def dataset_site(request: Request) -> Response[bytes]:
    """The page about the feeds, with the same for machines in it."""
    house, _ = asked(request)
    html = dataset.site((await present(house)).name, house.origin)
    return answer(request, html.encode(), "text/html", keep=SITE)


@get("/catalogue", guards=[open_to_all], include_in_schema=False)
async def data_catalogue(request: Request) -> Response[bytes]:
    """A catalogue that holds this dataset."""
    house, _ = asked(request)
    made = dataset.json_of(dataset.catalogue((await present(house)).name, house.origin))
    return answer(request, made, "application/ld+json", keep=SITE)


@get(f"/{addresses.SERIES}", guards=[open_to_all], include_in_schema=False)
async def series_feed(request: Request) -> Response[bytes]:
    """The feed of series."""
    return await _feed(request, addresses.SERIES)


@get(f"/{addresses.SESSIONS}", guards=[open_to_all], include_in_schema=False)
async def sessions_feed(request: Request) -> Response[bytes]:
    """The feed of sessions that are not as their series says."""
    return await _feed(request, addresses.SESSIONS)


async def _feed(request: Request, feed: str) -> Response[bytes]:
    house, address = asked(request)
    after, after_id = _after(request)
    settled = int(clock.now().timestamp() * 1000) - SETTLED_MS
    rows = await house.db.read(reading.items, feed, after, after_id, settled, PAGE, purpose="give out a feed")
    made = page_of(feed, rows, root=house.origin, address=address)
    return answer(request, made, RPDE, keep=HOUR if rows else LAST_PAGE)


def _after(request: Request) -> tuple[int, str]:
    """Where the page begins; a 400 `Refusal` for what no `next` of ours says."""
    after, after_id = request.query_params.get("afterTimestamp"), request.query_params.get("afterId", "")
    if after is None:
        return -1, ""
    if not (after.isascii() and after.isdigit() and len(after) <= 16 and int(after) < _MOST) or "\x00" in after_id:
        raise Refusal(400, "bad-request")
    return int(after), after_id[:200]


router = Router(path=addresses.OPENACTIVE, route_handlers=[dataset_site, data_catalogue, series_feed, sessions_feed])
