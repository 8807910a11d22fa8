"""Sentences in which data formats are told what they have no field for. English, as are the formats themselves."""

from collections.abc import Iterator
from datetime import datetime

from jointly.listings.dates.clocks import LONDON
from jointly.listings.giving_out.plain import words
from jointly.listings.model import Occurrence, Service

_REFERRAL = {
    "self": "You can come without a referral.",
    "professional": "You need a referral from a health professional.",
    "either": "You can come with or without a referral.",
}
_BODY = ("back", "neck", "shoulder", "hip", "knee", "hands", "feet")


def also_said(service: Service) -> Iterator[str]:
    """Who may come, whether a referral is needed, and what the group says that it copes with."""
    eligibility = words(service.eligibility)
    if eligibility:
        yield eligibility
    if service.referral:
        yield _REFERRAL[service.referral]
    if service.conditions:
        yield f"Copes with: {', '.join(condition_words(slug) for slug in service.conditions)}."


def date_words(one: Occurrence) -> str:
    """What was said of one date: that it is off, or when it is instead; by the clock in London."""
    usual = _day_words(one.original_start)
    if one.status == "cancelled":
        said = f"Not on {usual}"
    else:
        said = f"On {_day_words(one.start)} at {one.start.astimezone(LONDON):%H:%M} instead of {usual}"
    return f"{said} ({words(one.words)})." if words(one.words) else f"{said}."


def _day_words(at: datetime) -> str:
    local = at.astimezone(LONDON)
    return f"{local.day} {local:%B %Y}"


def condition_words(slug: str) -> str:
    """A condition, such as `long-term-pain`, in words."""
    return f"{slug} problems" if slug in _BODY else slug.replace("-", " ").replace("long term", "long-term")


def term_words(name: str) -> str:
    """A slug of ours, such as `step-free`, as a label."""
    return {"step-free": "Step-free", "drop-in": "Drop-in"}.get(name) or name.replace("-", " ").capitalize()
