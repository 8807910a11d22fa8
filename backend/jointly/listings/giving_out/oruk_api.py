"""The addresses of Open Referral UK 3: read by anybody's machine, from any page."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from litestar import Request, Response, Router, get
from litestar.params import FromPath

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.listings.giving_out import addresses, oruk, reading
from jointly.listings.giving_out.answering import JSON, answer, asked
from jointly.listings.giving_out.dataset import json_of
from jointly.listings.giving_out.oruk_asking import paging, wanted_of
from jointly.listings.giving_out.oruk_document import document
from jointly.listings.giving_out.oruk_filters import chosen
from jointly.listings.giving_out.oruk_terms import TAXONOMIES, row_of, taxonomy_row, terms_of
from jointly.listings.model import Service
from jointly.people.guards import open_to_all

MINUTES = 300
"""Seconds that an answer may be kept."""
WHO = {"purpose": "give out listings"}
PROFILE = "https://docs.openreferraluk.org/en/latest/"


@get("/", guards=[open_to_all], include_in_schema=False)
async def oruk_details(request: Request) -> Response[bytes]:
    """Which version this is, and where it is described."""
    root = asked(request).house.origin
    found = {"version": "HSDS-UK-3.0", "profile": PROFILE, "openapi_url": f"{root}{addresses.ORUK}/openapi.json"}
    return _json(request, found)


@get("/openapi.json", guards=[open_to_all], include_in_schema=False)
async def oruk_openapi(request: Request) -> Response[bytes]:
    """The description of these addresses."""
    return _json(request, document(f"{asked(request).house.origin}{addresses.ORUK}"))


@get("/services", guards=[open_to_all], include_in_schema=False)
async def oruk_services(request: Request) -> Response[bytes]:
    """A page of services."""
    house, wanted, (page, per_page) = asked(request).house, wanted_of(request), paging(request)
    if wanted.everything:
        services, total = await house.db.read(reading.page, per_page, (page - 1) * per_page, **WHO)
    else:
        fit = chosen(await _all(request), wanted)
        services, total = _cut(fit, page, per_page), len(fit)
    rows = [oruk.row(service, house.origin) for service in services]
    return _json(request, oruk.envelope(rows, total=total, page=page, per_page=per_page))


@get("/services/{id:str}", guards=[open_to_all], include_in_schema=False)
async def oruk_service(request: Request, id: FromPath[str]) -> Response[bytes]:
    """One service with everything that belongs to it."""
    house, now = asked(request).house, clock.now()
    out = await house.db.read(reading.with_dates, _uuid(id), now, **WHO)
    if out is None:
        raise Refusal(404, "no-such-listing")
    spoken = [one for one in out.said if max(one.start, one.original_start) >= now]
    return _json(request, oruk.full(out.service, house.origin, spoken))


@get("/service_at_locations", guards=[open_to_all], include_in_schema=False)
async def oruk_at_locations(request: Request) -> Response[bytes]:
    """A page of services at their places."""
    root = asked(request).house.origin
    fit = chosen(await _all(request), wanted_of(request, placed=True))
    return _page(request, [row for service in fit for row in oruk.at_places(service, root)])


@get("/service_at_locations/{id:str}", guards=[open_to_all], include_in_schema=False)
async def oruk_at_location(request: Request, id: FromPath[str]) -> Response[bytes]:
    """One service at one of its places."""
    root, wanted = asked(request).house.origin, str(_uuid(id))
    for service in await _all(request):
        for row in oruk.at_places(service, root):
            if row["id"] == wanted:
                return _json(request, row)
    raise Refusal(404, "no-such-listing")


@get("/taxonomies", guards=[open_to_all], include_in_schema=False)
async def oruk_taxonomies(request: Request) -> Response[bytes]:
    """The lists of terms."""
    return _page(request, [taxonomy_row(one) for one in TAXONOMIES])


@get("/taxonomies/{id:str}", guards=[open_to_all], include_in_schema=False)
async def oruk_taxonomy(request: Request, id: FromPath[str]) -> Response[bytes]:
    """One list of terms."""
    return _one(request, [taxonomy_row(one) for one in TAXONOMIES], id)


@get("/taxonomy_terms", guards=[open_to_all], include_in_schema=False)
async def oruk_terms(request: Request) -> Response[bytes]:
    """The terms that services here have."""
    return _page(request, await _terms(request))


@get("/taxonomy_terms/{id:str}", guards=[open_to_all], include_in_schema=False)
async def oruk_term(request: Request, id: FromPath[str]) -> Response[bytes]:
    """One of them."""
    return _one(request, await _terms(request), id)


async def _all(request: Request) -> list[Service]:
    return await asked(request).house.db.read(reading.every, **WHO)


async def _terms(request: Request) -> list[dict[str, Any]]:
    found = {term.uri: term for service in await _all(request) for term in terms_of(service)}
    return [row_of(found[uri]) for uri in sorted(found)]


def _page(request: Request, rows: Sequence[dict[str, Any]]) -> Response[bytes]:
    page, per_page = paging(request)
    return _json(request, oruk.envelope(_cut(rows, page, per_page), total=len(rows), page=page, per_page=per_page))


def _one(request: Request, rows: Sequence[dict[str, Any]], id: FromPath[str]) -> Response[bytes]:
    found = next((row for row in rows if row["id"] == str(_uuid(id))), None)
    if found is None:
        raise Refusal(404, "no-such-listing")
    return _json(request, found)


def _cut(rows: Sequence[Any], page: int, per_page: int) -> list[Any]:
    return list(rows[(page - 1) * per_page : page * per_page])


def _json(request: Request, found: dict[str, Any]) -> Response[bytes]:
    return answer(request, json_of(found), JSON, keep=MINUTES)


def _uuid(id: str) -> UUID:
    try:
        return UUID(id)
    except ValueError:
        raise Refusal(404, "no-such-listing") from None


router = Router(
    path=addresses.ORUK,
    route_handlers=[
        oruk_details,
        oruk_openapi,
        oruk_services,
        oruk_service,
        oruk_at_locations,
        oruk_at_location,
        oruk_taxonomies,
        oruk_taxonomy,
        oruk_terms,
        oruk_term,
    ],
)
