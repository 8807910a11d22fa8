"""What there is at an address: a feed, a calendar, a service directory, a page about a dataset, or a catalogue."""

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from jointly.kit.fetching import Got, Outcome
from jointly.kit.fetching.addresses import is_public
from jointly.listings.taking_in.asking import ask, words_of
from jointly.listings.taking_in.ical import is_calendar
from jointly.listings.taking_in.intake import Intake
from jointly.listings.taking_in.oruk_lists import read_list
from jointly.listings.taking_in.pages import NotAPage, read_page
from jointly.listings.taking_in.pages_about import About, about_page
from jointly.listings.taking_in.sources import Found

MOST_PAGES = 400
"""A catalogue of catalogues had some 180 pages in 2026."""


class Discovered(NamedTuple):
    """What was found, and what is to be told about it in plain words."""

    found: list[Found]
    told: list[str]


async def discover(intake: Intake, url: str) -> Discovered:
    """Looks at an address, and at all that a catalogue there names. Nothing is kept."""
    made = Discovered([], [])
    waiting, seen = [url], {url}
    while waiting and len(seen) <= MOST_PAGES:
        at = waiting.pop(0)
        answer = await ask(intake, at)
        if not isinstance(answer, Got):
            made.told.append(f"{at}: no answer that can be used ({words_of(answer)}).")
            continue
        found = await what_is(intake, answer, at)
        if found is None:
            made.told.append(f"{at}: neither a feed, a calendar, a directory nor a page about a dataset.")
            continue
        made.found.extend(found.found)
        made.told.extend(found.told)
        fresh = [link for link in found.more if link not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    if waiting:
        made.told.append(f"Only the first {MOST_PAGES} pages of the catalogue were looked at.")
    known = {one.url: one for one in made.found}
    return Discovered(list(known.values()), made.told)


class _Look(NamedTuple):
    found: list[Found]
    told: list[str]
    more: list[str]


async def what_is(intake: Intake, answer: Got, url: str) -> _Look | None:
    """What an answer is; none for what is of no use."""
    host = urlsplit(url).hostname or url
    if is_calendar(answer.body):
        return _Look([Found("ical", url, _dataset(url), host, host)], [f"{url}: a calendar."], [])
    told = about_page(answer.body, answer.url)
    if told is not None:
        open_to_it = [one for one in told.found if not _leads_inside(intake, one.url, answer.url)]
        more = [link for link in dict.fromkeys(told.more) if not _leads_inside(intake, link, answer.url)]
        inside = len(told.found) - len(open_to_it) + len(set(told.more)) - len(more)
        told = About(open_to_it, more, told.skipped)
        words = [f"{url}: a dataset; feeds that are used here: {len(told.found)}."] if told.found else []
        words += [f"{url}: left out {kind}, which is not shown here." for kind in told.skipped]
        words += [f"{url}: a catalogue that names {len(told.more)} pages."] if told.more else []
        words += [f"{url}: left out {inside} addresses inside a private network."] if inside else []
        return _Look(told.found, words or [f"{url}: it names no feed."], told.more)
    try:
        page = read_page(answer.body, intake.now())
    except NotAPage:
        return await _directory(intake, answer, url)
    found = Found("rpde", url, _dataset(url.rpartition("/")[0]), host, host, None, page.licence)
    return _Look([found], [f"{url}: an RPDE feed."], [])


async def _directory(intake: Intake, answer: Got, url: str) -> _Look | None:
    """A directory of Open Referral UK: the address of its list, or of its API as a whole."""
    host = urlsplit(url).hostname or url
    plain = url.partition("?")[0].rstrip("/")
    if read_list(answer) is not None:
        if not _has_services(answer):
            return _Look([], [f"{url}: {_OTHER}"], [])
        return _Look([Found(_version(answer), plain, _dataset(plain), host, host)], [f"{url}: {_WORDS}"], [])
    if not isinstance(_json(answer.body), dict) or plain.endswith("/services"):
        return None
    below = urljoin(plain + "/", "services")
    services: Outcome = await ask(intake, below)
    if not isinstance(services, Got) or read_list(services) is None or not _has_services(services):
        return None
    return _Look([Found(_version(services), below, _dataset(below), host, host)], [f"{url}: {_WORDS}"], [])


def _leads_inside(intake: Intake, address: str, page: str) -> bool:
    """Whether a page leads to another host that is private, or may be by the operator's word: what is inside, the
    operator adds by its own address."""
    try:
        host, home = ((urlsplit(one).hostname or "").rstrip(".") for one in (address, page))
    except ValueError:
        return True
    if host == home:
        return False
    return host in intake.private_hosts or host == "localhost" or (_is_number(host) and not is_public(host))


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


_WORDS = "a directory of Open Referral UK."
_OTHER = "a list of Open Referral UK, but not of services. Add the address of its services."
_OF_SERVICES = frozenset({"status", "organization", "organisation", "organization_id", "service", "attending_type"})
"""What a row says of a service, and of an organisation or a term never."""


def _has_services(answer: Got) -> bool:
    """Whether a list is one of services: an empty one may be."""
    given = _json(answer.body)
    rows = given.get("contents", given.get("content")) or []
    return not rows or any(isinstance(row, dict) and not row.keys().isdisjoint(_OF_SERVICES) for row in rows)


def _version(answer: Got) -> str:
    return "oruk3" if "contents" in (_json(answer.body) or {}) else "oruk1"


def _dataset(url: str) -> UUID:
    """Sources below one address are taken to refer to each other's items, where no page says what belongs together."""
    return uuid5(NAMESPACE_URL, url)


def _json(body: bytes):
    try:
        return msgspec.json.decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
