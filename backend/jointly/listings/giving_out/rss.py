"""What is new or changed here, as RSS 2.0: each change is an item of its own."""

from collections.abc import Iterable
from email.utils import format_datetime
from html import escape

from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.plain import line, words
from jointly.listings.model import Service

MOST = 50


def rss_of(name: str, services: Iterable[Service], *, root: str) -> bytes:
    """The document. `services` are those that changed last, newest first; `name` is what this service is called."""
    listings = list(services)
    here = f"{root}{addresses.OPEN}/rss"
    built = f"<lastBuildDate>{format_datetime(listings[0].changed_at)}</lastBuildDate>" if listings else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"<title>{_text(line(name))}</title><link>{_text(root)}/near</link>"
        f"<description>{_text(line(name))}: what is new or has changed</description><language>en-GB</language>{built}"
        f'<atom:link href="{_text(here)}" rel="self" type="application/rss+xml"/>'
        f"{''.join(_item(one, root) for one in listings)}</channel></rss>\n"
    ).encode()


def _item(service: Service, root: str) -> str:
    by = line(service.organisation.name) or ""
    cancelled = "Cancelled: " if service.status == "cancelled" else ""
    where = line(service.place.name) if service.place and service.attendance != "online" else "Online"
    said = "\n\n".join(filter(None, (f"{by}, {where}", words(service.summary))))
    return (
        f"<item><title>{cancelled}{_text(line(service.name))}</title>"
        f"<link>{_text(addresses.page(root, service.id))}</link>"
        f'<guid isPermaLink="false">urn:uuid:{service.id}:{int(service.changed_at.timestamp())}</guid>'
        f"<pubDate>{format_datetime(service.changed_at)}</pubDate>"
        f"<description>{_text(escape(said))}</description></item>"
    )


def _text(value: str | None) -> str:
    return escape(value or "")
