"""The page from which others learn that there are feeds here: HTML with JSON-LD in it, and a catalogue of it alone."""

from html import escape
from typing import Any

import msgspec

from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.plain import line

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_KINDS = {addresses.SERIES: "SessionSeries", addresses.SESSIONS: "ScheduledSession"}
_RPDE = "application/vnd.openactive.rpde+json; version=1"


def dataset(name: str, root: str) -> dict[str, Any]:
    """What the dataset is. `name` is what the service is called."""
    url = f"{root}{addresses.OPENACTIVE}"
    called = line(name) or "Jointly"
    return {
        "@context": ["https://schema.org/", "https://openactive.io/"],
        "@type": "Dataset",
        "@id": url,
        "url": url,
        "name": f"{called}: sessions and activities",
        "description": f"Physical activities that organisations publish with {called}, kept up to date by them.",
        "keywords": ["Sessions", "Activities", "Sports", "Physical Activity", "OpenActive"],
        "license": LICENCE,
        "discussionUrl": f"{root}/",
        "documentation": "https://permalink.openactive.io/dataset-site/open-data-documentation",
        "inLanguage": ["en-GB"],
        "schemaVersion": "https://openactive.io/modelling-opportunity-data/2.0/",
        "publisher": {
            "@type": "Organization",
            "name": called,
            "legalName": called,
            "url": f"{root}/",
            "logo": {"@type": "ImageObject", "url": f"{root}/icon-512.png"},
        },
        "distribution": [
            {
                "@type": "DataDownload",
                "name": kind,
                "additionalType": f"https://openactive.io/{kind}",
                "encodingFormat": _RPDE,
                "contentUrl": addresses.feed(root, feed),
            }
            for feed, kind in _KINDS.items()
        ],
    }


def catalogue(name: str, root: str) -> dict[str, Any]:
    """A catalogue with this one dataset in it."""
    return {
        "@context": "https://schema.org/",
        "@type": "DataCatalog",
        "@id": f"{root}{addresses.OPENACTIVE}/catalogue",
        "name": f"{line(name) or 'Jointly'}: data catalogue",
        "license": LICENCE,
        "publisher": {"@type": "Organization", "name": line(name) or "Jointly", "url": f"{root}/"},
        "dataset": [f"{root}{addresses.OPENACTIVE}"],
    }


def in_script(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return json_of(value).decode()


def json_of(value: Any) -> bytes:
    """JSON as it is given out: nothing in it is a tag, wherever it is put."""
    return msgspec.json.encode(value).replace(b"<", b"\\u003c")


def site(name: str, root: str) -> str:
    """The page."""
    said = dataset(name, root)
    feeds = "".join(
        f'<li><p><a href="{escape(one["contentUrl"])}">{escape(one["name"])}</a></p></li>'
        for one in said["distribution"]
    )
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(said['name'])}</title>"
        f'<script type="application/ld+json">{in_script(said)}</script></head>'
        f"<body><main><h1>{escape(said['name'])}</h1><p>{escape(said['description'])}</p>"
        f'<h2>OpenActive</h2><ul>{feeds}</ul><p><a href="{LICENCE}">CC BY 4.0</a></p>'
        f'<h2>Open Referral UK</h2><p><a href="{escape(root)}{addresses.ORUK}">HSDS-UK-3.0</a></p>'
        f'<h2>RSS</h2><p><a href="{escape(root)}{addresses.OPEN}/rss">RSS 2.0</a></p></main></body></html>'
    )
