"""Pages that a service completes: its privacy notice and its accessibility statement.

A page is plain words with gaps, such as {controller}, for what only the service knows. What each gap says while it is
not filled in stands in gaps.en.yaml, so that nothing is left out silently.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.models import PageGaps
from jointly.content.words import Section, read_page

FACTS: Mapping[str, frozenset[str]] = {
    "privacy": frozenset(
        {"controller", "contact", "data_protection_officer", "lawful_basis", "processors", "complaints"}
    ),
    "accessibility": frozenset({"contact", "answer_within", "formats", "complaints", "reviewed"}),
}
"""What a service says of itself for each page: see `people.setup_schemas`, which a test holds this to."""
ALWAYS = frozenset({"service", "record_years", "code_days", "session_days", "share_days", "whole_postcode"})
"""What is always known: the service's name, the periods that it has set, and where a whole postcode goes."""
GAP = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class ServicePage:
    """A page with its gaps, and what each of them says while it is not filled in."""

    title: str
    sections: tuple[Section, ...]
    missing: Mapping[str, str]


def read_pages(desk: Desk) -> dict[str, ServicePage]:
    """The pages by name, as far as they can be used."""
    read = {name: _read(desk, name) for name in FACTS}
    for folder in desk.folders("pages"):
        if folder not in FACTS:
            desk.fault(f"pages/{folder}/en.md", 1, f"there is no page '{folder}': only {_listed(FACTS)}")
    return {name: page for name, page in read.items() if page}


def _read(desk: Desk, name: str) -> ServicePage | None:
    page = read_page(desk, f"pages/{name}/en.md")
    sheet = read_facts(desk, f"pages/{name}/gaps.en.yaml", PageGaps)
    if page is None or sheet is None:
        return None
    used: set[str] = set()
    for section in page.sections:
        if not section.words:
            desk.fault(page.path, section.line, f"the section '{section.name}' has no words")
        for words in section.words:
            for line, text in zip(words.lines, words.texts, strict=True):
                used |= _gaps(desk, name, page.path, line, text)
    _check_missing(sheet, FACTS[name], used, page.path)
    return ServicePage(page.title, page.sections, sheet.facts.gaps)


def _gaps(desk: Desk, name: str, path: str, line: int, text: str) -> set[str]:
    """The gaps of one text; those that nothing can fill are faults, and so is half a gap."""
    found = set(GAP.findall(text))
    known = FACTS[name] | ALWAYS
    for gap in sorted(found - known):
        desk.fault(path, line, f"nothing fills the gap {{{gap}}}: there are {_listed(known)}")
    if re.search(r"[{}]", GAP.sub("", text)):
        desk.fault(path, line, "a gap is written with one { before its name and one } after it")
    return found & known


def _check_missing(sheet: Sheet[PageGaps], facts: frozenset[str], used: set[str], page: str) -> None:
    words = sheet.facts.gaps
    for gap in sorted(facts - used):
        sheet.desk.fault(page, 1, f"the gap {{{gap}}} is nowhere on the page, so what the service says would be lost")
    for gap in sorted(facts - words.keys()):
        sheet.fault(("gaps",), f"there are no words for '{gap}' while it is not filled in")
    for gap in sorted(words.keys() - facts):
        sheet.fault(("gaps", gap), f"there are words for '{gap}', which is no gap that a service fills in")


def _listed(names) -> str:
    return ", ".join(sorted(names))
