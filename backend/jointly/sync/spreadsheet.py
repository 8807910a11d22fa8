"""A person's record as a spreadsheet: one row an entry as it stands, in the words of the phone's own."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from jointly.content import Content, Speak
from jointly.record.rules import Entry, Version, entry_of
from jointly.record.schemas import Row
from jointly.sync.check_in_words import cells_of
from jointly.sync.exporting import Held
from jointly.sync.support_words import support_lines

COLUMNS = (
    "date", "time", "kind", "exercise", "level", "gentle", "outcome", "sets", "pain", "where", "effort", "sure",
    "about", "settled", "plan", "check-in", "answers", "goal", "note", "by", "how", "changed",
)  # fmt: skip
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BYTE_ORDER_MARK = "\ufeff"
"""Excel takes a file without it for the machine's old code page and spoils every accent."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that starts like this would be run as a formula (OWASP, CSV injection)."""

Cells = dict[str, Any]


def spreadsheet(held: Held, content: Content, speak: Speak) -> str:
    """The record as CSV (RFC 4180), the oldest entry first; what was deleted is left out."""
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([speak(f"csv-{column}") for column in COLUMNS])
    for cells in _rows(held, content, speak):
        writer.writerow([_safe(cells.get(column)) for column in COLUMNS])
    return out.getvalue()


def _rows(held: Held, content: Content, speak: Speak) -> Iterator[Cells]:
    standing = []
    names: dict[str, str] = {}
    for id, versions in held.entries.items():
        by_id = {str(row.id): row for row in versions}
        entry = entry_of(map(_version, versions))
        if not entry.gone:
            standing.append((by_id[entry.head.id], entry, len(versions) > 1))
            if versions[0].kind == "prescription" and entry.head.body:
                names[str(id)] = entry.head.body["name"]
    for row, entry, changed in sorted(standing, key=lambda one: one[0].at):
        cells = _when_and_who(row, changed, held, speak) | _said(row.kind, entry, content, speak)
        if lines := support_lines(row.kind, entry.head.body or {}, names, speak):
            cells["note"] = "; ".join(lines)
        yield cells


def _version(row: Row) -> Version:
    body = None if row.body is None else msgspec.json.decode(row.body)
    previous = str(row.previous) if row.previous else None
    return Version(id=str(row.id), previous=previous, number=row.number, at=row.at, gone=row.gone, body=body)


def _when_and_who(row: Row, changed: bool, held: Held, speak: Speak) -> Cells:
    return {
        "date": row.at[:10],
        "time": row.at[11:16],
        "kind": speak("csv-kind-name", kind=row.kind),
        "by": held.by.get(row.by),
        "how": speak("csv-how-name", how=row.how),
        "changed": _yes_no(changed, speak),
    }


def _said(kind: str, entry: Entry, content: Content, speak: Speak) -> Cells:
    """What one entry says, in words; a field that this does not know is in the JSON."""
    body: Mapping[str, Any] = entry.head.body or {}
    cells: Cells = {
        "exercise": _exercise(body.get("exercise", ""), content),
        "level": body.get("level"),
        "sets": body.get("sets"),
        "pain": body.get("score", body.get("pain")),
        "effort": body.get("effort"),
        "about": body.get("on"),
        "note": body.get("note"),
        "where": "; ".join(content.lists.region_words.regions.get(part, part) for part in body.get("regions", ())),
    }
    cells |= {
        column: _yes_no(body.get(field), speak)
        for column, field in (("gentle", "gentle"), ("sure", "confident"), ("settled", "settled"))
    }
    if outcome := body.get("outcome"):
        cells["outcome"] = speak("csv-outcome-name", outcome=outcome)
    if kind == "plan":
        cells["plan"] = "; ".join(_plan(body, content, speak))
    if kind == "about":
        cells["note"] = "; ".join(_about(body, speak))
    return cells | cells_of(kind, body, entry.head.previous is None, content, speak)


def _exercise(slug: str, content: Content) -> str:
    """What an exercise is called, whichever programme it was done in."""
    exercise = content.exercises.get(slug)
    return exercise.words.title if exercise else slug


def _plan(body: Mapping[str, Any], content: Content, speak: Speak) -> Iterator[str]:
    programme = content.programmes.get(body["programme"])
    yield programme.words.title if programme else body["programme"]
    for day in WEEK:
        if times := body["days"].get(day):
            yield speak("plan-says-days", days=speak("csv-weekday", day=day), times=", ".join(times))
    if paused := body["paused"]:
        until = paused["until"]
        said = {"from": paused["from"]} | ({"until": until} if until else {})
        yield speak("plan-says-paused-until" if until else "plan-says-paused", **said)
    if chosen := body.get("exercises"):
        yield speak("plan-says-exercises", exercises=", ".join(_exercise(slug, content) for slug in chosen))


def _about(body: Mapping[str, Any], speak: Speak) -> Iterator[str]:
    """What somebody said about themselves, as the phone says it."""
    contact, interpreter = body.get("contact"), body.get("interpreter")
    reach = [speak(f"contact-{contact}") if contact else None, body.get("reach_at")]
    helps = [*(speak(f"adjust-{one}") for one in body.get("adjustments", ())), body.get("other_adjustments")]
    said = {
        "reach": ", ".join(filter(None, reach)),
        "best": body.get("when"),
        "language": body.get("language"),
        "interpreter": None if interpreter is None else speak("answer-yes" if interpreter else "answer-no"),
        "helps": ", ".join(filter(None, helps)),
        "carer": body.get("carer"),
        "matters": body.get("matters"),
        "age": body.get("age_band") and speak(f"age-{body['age_band'].replace('+', '-up')}"),
        "sex": body.get("sex") and speak(f"sex-{body['sex']}"),
        "ethnicity": body.get("ethnicity"),
        "postcode": body.get("postcode"),
    }
    return (speak(f"said-{id}", words=words) for id, words in said.items() if words)


def _yes_no(said: bool | None, speak: Speak) -> str | None:
    return None if said is None else speak("csv-yes" if said else "csv-no")


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
