"""How the routes of listings and of publishing are asked for what another organisation has there."""

from collections.abc import Callable
from typing import Any

from support.ask import MANAGERS, READERS, Ask, Ids, ask
from support.published import LEEDS, LISTING, NOBODY_SAID, START

TEAM = READERS | MANAGERS
PUBLIC = {"listing", "listingname", "listingcontact", "organisation", "organisation_name"}
"""What everybody may read of another's: what it shows, who shows it, and whom to ask there."""
MISTYPED = " ".join(f"zz{mark}{name}" for mark in ("same", "elsewhere") for name in ("draftnam", "waitingnam"))
"""Names that nobody is told, each without its last letter: a search forgives that, and says what it took it for."""
ANY = {"around": LEEDS | {"km": 30}}
HIDDEN = ("draft", "waiting")
OTHERS = ("listing", *HIDDEN)


def report_of(name: str) -> Callable[[Ids, Ids], dict[str, Any]]:
    """A report about another's listing, or about one that everybody finds."""
    return lambda ids, _own: {"listing": ids[name], "what": "other", "on": None, "words": "The door was shut"}


def reports() -> list[Ask]:
    """What nobody finds cannot be reported, and a report is nobody's to write again."""
    hidden = [ask(report="fresh", body=report_of(name)) for name in HIDDEN]
    return [ask(report="report", body=report_of("shown")), *hidden]


def each(body: Any = None, *, refused: bool = False) -> list[Ask]:
    """A way for each listing of theirs: the one that is shown, too, is theirs alone to change."""
    return [ask(listing=name, body=body, refused=refused) for name in OTHERS]


CANCELLED = {"start": START.isoformat(), "change": "cancelled", "words": "Closed"}
LISTINGS: dict[str, list[Ask]] = {
    "POST /api/listings/find": [ask(body=ANY, public=PUBLIC), ask(body=ANY | {"words": MISTYPED})],
    "POST /api/listings/area": [ask(body=ANY, public=PUBLIC)],
    "GET /api/listings/{listing}": [ask(listing="listing", public=PUBLIC), *(ask(listing=name) for name in HIDDEN)],
    "POST /api/listings/place": [ask(body={"postcode": "LS1 1UR"})],
    "GET /api/publishing/board": [ask()],
    "PUT /api/publishing/profile": [ask(body=NOBODY_SAID)],
    "PUT /api/publishing/listings/{listing}": [
        *each(LISTING, refused=True),
        *each(LISTING | {"published": False}, refused=True),
    ],
    "DELETE /api/publishing/listings/{listing}": each(),
    "GET /api/publishing/listings/{listing}/dates": each(),
    "PUT /api/publishing/listings/{listing}/date": [*each(CANCELLED), *each(CANCELLED | {"change": None})],
    "PUT /api/publishing/listings/{listing}/correct": each({}),
    "PUT /api/publishing/listings/{listing}/correct/taken-back": each({"checked_at": "2026-01-01T00:00:00Z"}),
    "GET /api/publishing/to-look-at": [ask()],
    "GET /api/publishing/waiting": [
        ask(may=MANAGERS, seen={"newcomer", "newcomername", "waitingname", "waitingcontact"})
    ],
    "PUT /api/publishing/approved/{organisation}": [
        ask(organisation="newcomer", may=MANAGERS, body={}),
        ask(organisation="organisation", may=MANAGERS, body={}),
        ask(organisation="person", body={}),
    ],
    "GET /api/publishing/reports": [
        ask(may=TEAM, seen={"report", "reportwords", "listing", "listingname", "organisation_name"})
    ],
    "PUT /api/publishing/reports/{report}": reports(),
    "PUT /api/publishing/reports/{report}/from-staff": reports(),
    "PUT /api/publishing/reports/{report}/answer": [ask(report="report", may=TEAM, body={"answer": "was-right"})],
}
"""As `ASKS` of the rest. A draft has no reader outside its organisation, and a report none but the team besides."""
