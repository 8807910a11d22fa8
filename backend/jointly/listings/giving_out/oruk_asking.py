"""The parameters of a request, as `oruk_filters` takes them. What is asked for wrongly is refused, not passed over."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from litestar import Request

from jointly.kit.errors import Refusal
from jointly.listings.giving_out.oruk_filters import MOST_PER_PAGE, PER_PAGE, Spot, Wanted, day_of

_LONGEST = 200


def paging(request: Request) -> tuple[int, int]:
    """The page, from 1, and how many are on one."""
    page, per_page = _number(request, "page"), _number(request, "per_page")
    return max(1, min(int(page or 1), 1_000_000)), max(1, min(int(per_page or PER_PAGE), MOST_PER_PAGE))


def wanted_of(request: Request, *, placed: bool = False) -> Wanted:
    """What is asked for; `placed` services may also be asked for by how near they are."""
    day = _said(request, "day")
    spot = _spot(request) if placed else None
    return Wanted(
        words=_said(request, "search"),
        term=_id(request, "taxonomy_term_id"),
        taxonomy=_id(request, "taxonomy_id"),
        organisation=_id(request, "organization_id"),
        changed_after=_moment(request, "modified_after"),
        youngest=_number(request, "minimum_age"),
        oldest=_number(request, "maximum_age"),
        from_time=_time(request, "start_time"),
        to_time=_time(request, "end_time"),
        day=_known(day_of(day)) if day else None,
        near=spot,
        metres=_number(request, "proximity") or 0 if spot else None,
    )


def _spot(request: Request) -> Spot | None:
    """About where a postcode is; refused when not even its letters are known."""
    said = _said(request, "postcode")
    if said is None:
        return None
    whole = re.fullmatch(r"([A-Za-z]{1,2}[0-9][0-9A-Za-z]?)\s*([0-9][A-Za-z]{2})?", said)
    centre = request.app.state.content.outcodes.centre(_known(whole)[1])
    return _known(centre).lat, centre.lon


def _said(request: Request, name: str) -> str | None:
    return request.query_params.get(name, "").strip()[:_LONGEST] or None


def _number(request: Request, name: str) -> float | None:
    said = _said(request, name)
    if said is None:
        return None
    return float(_known(re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", said))[0])


def _time(request: Request, name: str) -> str | None:
    said = _said(request, name)
    return _known(re.fullmatch(r"(([01][0-9]|2[0-3]):[0-5][0-9])(:[0-9]{2}Z?)?", said))[1] if said else None


def _id(request: Request, name: str) -> UUID | None:
    said = _said(request, name)
    try:
        return UUID(said) if said else None
    except ValueError:
        raise Refusal(400, "bad-request") from None


def _moment(request: Request, name: str) -> datetime | None:
    said = _said(request, name)
    try:
        read = datetime.fromisoformat(said.replace(" ", "+")) if said else None
    except ValueError:
        raise Refusal(400, "bad-request") from None
    return read if read is None or read.tzinfo else read.replace(tzinfo=UTC)


def _known(found: Any) -> Any:
    if found is None:
        raise Refusal(400, "bad-request")
    return found
