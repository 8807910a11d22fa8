"""What an organisation runs, as a plain page that its own site may show in a frame: no script, nothing loaded."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from html import escape
from uuid import UUID

from jointly.content.speaking import Speak
from jointly.listings.dates.clocks import LONDON
from jointly.listings.facets import is_free
from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.plain import line, words
from jointly.listings.model import Occurrence, Service

DATES = 3
"""Dates to come that each listing has."""
LONGEST = 200
"""Letters of a name in the title: messages take no more than some."""
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1rem;color:#1b1b1b;background:#fff}"
    "h1{font-size:1.35rem;margin:0 0 1rem}h2{font-size:1.1rem;margin:0}ul{list-style:none;margin:0;padding:0}"
    "li.one{border-top:1px solid #767676;padding:1rem 0}p{margin:.25rem 0}"
    "a{color:#1f4e4a}a:focus-visible{outline:3px solid #1f4e4a;outline-offset:2px}"
    "@media(prefers-color-scheme:dark){body{color:#f2f2f2;background:#161616}a{color:#8fd0c6}"
    "a:focus-visible{outline-color:#8fd0c6}}"
)
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; object-src 'none'; "
    "frame-ancestors *; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""The page's own content security policy: anybody may frame it, and nothing in it can run, load or be sent."""


def page(
    name: str,
    organisation: UUID,
    services: Sequence[Service],
    dates: Mapping[UUID, Sequence[Occurrence]],
    *,
    root: str,
    speak: Speak,
) -> str:
    """The page. Every link opens outside of the frame."""
    title = escape(speak("open-list-title", name=(line(name) or "")[:LONGEST]))
    listings = "".join(_listing(one, dates.get(one.id, ()), root, speak) for one in services)
    calendar = escape(addresses.calendar_of_all(root, organisation))
    empty = f"<p>{escape(speak('open-list-none'))}</p>"
    subscribe = f'<p><a href="{calendar}" target="_top">{escape(speak("open-list-calendar"))}</a></p>'
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" '
        f'content="light dark"><title>{title}</title><style>{_STYLE}</style></head><body><main><h1>{title}</h1>'
        f"{f'<ul>{listings}</ul>{subscribe}' if listings else empty}</main></body></html>"
    )


def _listing(service: Service, dates: Sequence[Occurrence], root: str, speak: Speak) -> str:
    link = escape(addresses.page(root, service.id))
    cancelled = service.status == "cancelled"
    said = [
        f'<h2><a href="{link}" target="_blank" rel="noopener noreferrer">{_line(service.name)}</a></h2>',
        f"<p>{escape(speak('open-list-stopped'))}</p>" if cancelled else "",
        f"<p>{_where(service, speak)}</p>",
        f"<p>{escape(_costs(service, speak))}</p>" if service.prices else "",
        f"<ul>{''.join(_date(one, speak) for one in dates)}</ul>" if dates and not cancelled else "",
        *(f"<p>{escape(part)}</p>" for part in (words(service.summary) or "").split("\n") if part.strip()),
    ]
    return f'<li class="one">{"".join(said)}</li>'


def _costs(service: Service, speak: Speak) -> str:
    """What it costs: free said outright, else every price with whom or what it is for."""
    free = speak("open-list-free")
    if is_free(service):
        return free
    amounts = [free if price.pence == 0 else f"£{price.pence / 100:.2f}" for price in service.prices]
    said = [line(price.name) or line(price.words) for price in service.prices]
    return "; ".join(f"{amount} ({words_})" if words_ else amount for amount, words_ in zip(amounts, said, strict=True))


def _date(date: Occurrence, speak: Speak) -> str:
    when = _when(date)
    if date.status == "cancelled":
        off = escape(speak("open-list-cancelled", when=when))
        return f"<li>{off}{_also(date)}</li>"
    if date.status == "moved":
        was = _when(Occurrence(id=date.id, original_start=date.original_start, start=date.original_start))
        return f"<li>{escape(speak('open-list-moved', when=when, was=was))}{_also(date)}</li>"
    return f"<li>{escape(when)}</li>"


def _also(date: Occurrence) -> str:
    return f" {_line(date.words)}" if line(date.words) else ""


def _when(date: Occurrence) -> str:
    start = date.start.astimezone(LONDON)
    end = f" to {date.end.astimezone(LONDON):%H:%M}" if date.end else ""
    return f"{start:%A} {start.day} {start:%B}, {start:%H:%M}{end}"


def _where(service: Service, speak: Speak) -> str:
    place = service.place if service.attendance != "online" else None
    parts = [place.name, place.street, place.locality, place.postcode] if place else []
    if service.attendance != "in-person":
        parts.append(speak("open-list-online"))
    return ", ".join(dict.fromkeys(_line(part) for part in parts if line(part)))


def _line(text: str | None) -> str:
    return escape(line(text) or "")
