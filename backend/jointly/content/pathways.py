"""Pathways: contacts with the days on which they are due, what belongs to each, and the words around them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.pathway_models import Contact, PathwayFacts
from jointly.content.reviews import check_review
from jointly.content.sections import Sections
from jointly.content.slugs import check_slug
from jointly.content.words import Page, Words, read_page
from jointly.content.yaml_lines import Place

SHORT = "In short"
LONGEST_SHORT = 140
"""Characters: it stands in a list, under the title."""


@dataclass(frozen=True)
class Named:
    """What a contact, a variant or a route is called, and what is said of it."""

    title: str
    words: tuple[Words, ...]


@dataclass(frozen=True)
class PathwayWords:
    title: str
    summary: str
    """A sentence: all that is seen where somebody chooses between pathways."""
    about: tuple[Words, ...]
    contacts: Mapping[str, Named]
    variants: Mapping[str, Named]
    routes: Mapping[str, Named]
    early_finish: tuple[Words, ...]


@dataclass(frozen=True)
class Pathway:
    facts: PathwayFacts
    words: PathwayWords


@dataclass(frozen=True)
class Known:
    """Slugs that a pathway may name: instruments, those of them that only an advisor assigns, topics and care cards."""

    measures: Collection[str]
    assigned: Collection[str]
    topics: Collection[str]
    cards: Collection[str]


def read_pathways(desk: Desk, known: Known) -> dict[str, Pathway]:
    """The pathways that can be used, by slug."""
    read = {folder: _read(desk, folder, known) for folder in desk.folders("pathways")}
    return {folder: pathway for folder, pathway in read.items() if pathway}


def _read(desk: Desk, folder: str, known: Known) -> Pathway | None:
    home = f"pathways/{folder}"
    sheet = read_facts(desk, f"{home}/pathway.yaml", PathwayFacts)
    page = read_page(desk, f"{home}/en.md")
    if sheet is None or page is None:
        return None
    check_slug(sheet, sheet.facts.slug, folder)
    check_review(sheet, sheet.facts.review)
    _check_names(sheet, known)
    _check_windows(sheet)
    return Pathway(sheet.facts, _words(desk, page, sheet.facts))


def _check_names(sheet: Sheet[PathwayFacts], known: Known) -> None:
    facts = sheet.facts
    contacts, variants, routes = (
        [each.slug for each in part] for part in (facts.contacts, facts.variants, facts.routes)
    )
    for part, slugs in (("contacts", contacts), ("variants", variants), ("routes", routes)):
        _check_once(sheet, (part,), slugs, "slug")
    allowed = {
        "measures": (known.measures, "there is no questionnaire '{}'"),
        "optional_measures": (known.measures, "there is no questionnaire '{}'"),
        "topics": (known.topics, "there is no topic '{}'"),
        "safety": (known.cards, "there is no care card '{}'"),
        "refers": (routes, "'{}' is not one of this pathway's routes"),
        "only_for": (variants, "'{}' is not one of this pathway's variants"),
    }
    for place, slugs in _lists(facts):
        _check_once(sheet, place, slugs)
        slugs_allowed, message = allowed[str(place[-1])]
        for index, slug in enumerate(slugs):
            if slug not in slugs_allowed:
                sheet.fault((*place, index), message.format(slug))
            elif "measures" in str(place[-1]) and slug in known.assigned:
                sheet.fault((*place, index), f"'{slug}' is asked only when an advisor assigns it to somebody")
    if facts.early_finish_from not in contacts:
        sheet.fault(("early_finish_from",), f"'{facts.early_finish_from}' is not one of this pathway's contacts")
    shown = {slug for contact in facts.contacts for slug in contact.refers}
    for index, slug in enumerate(routes):
        if slug not in shown:
            sheet.fault(("routes", index, "slug"), f"no contact shows the route '{slug}'")


def _lists(facts: PathwayFacts) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Every list of slugs, with its place."""
    yield ("safety",), facts.safety
    for index, contact in enumerate(facts.contacts):
        for name in ("measures", "optional_measures", "topics", "refers", "only_for"):
            yield ("contacts", index, name), getattr(contact, name)
    for index, variant in enumerate(facts.variants):
        yield ("variants", index, "measures"), variant.measures
        yield ("variants", index, "topics"), variant.topics


def _check_once(sheet: Sheet[PathwayFacts], place: Place, slugs: Iterable[str], *field: str) -> None:
    times = Counter[str]()
    for index, slug in enumerate(slugs):
        times[slug] += 1
        if times[slug] == 2:
            sheet.fault((*place, index, *field), f"'{slug}' is in the list twice")


def _check_windows(sheet: Sheet[PathwayFacts]) -> None:
    contacts = sheet.facts.contacts
    if contacts[0].only_for:
        sheet.fault(("contacts", 0, "only_for"), "the first contact is for everybody")
    for index, contact in enumerate(contacts):
        if contact.due_to_day < contact.due_from_day:
            sheet.fault(("contacts", index, "due_to_day"), "the window ends before it begins")
        if both := set(contact.measures) & set(contact.optional_measures):
            sheet.fault(("contacts", index, "optional_measures"), f"{_quoted(both)} is asked of everybody already")
    for (_, before), (index, after) in combinations(enumerate(contacts), 2):
        if not _met_by_one_person(before, after):
            continue
        if after.due_from_day <= before.due_from_day:
            sheet.fault(("contacts", index, "due_from_day"), f"contacts go forwards: '{before.slug}' is due later")
        elif after.due_from_day <= before.due_to_day:
            sheet.fault(("contacts", index, "due_from_day"), f"'{before.slug}' is still due on that day")


def _met_by_one_person(one: Contact, other: Contact) -> bool:
    return not one.only_for or not other.only_for or bool(set(one.only_for) & set(other.only_for))


def _words(desk: Desk, page: Page, facts: PathwayFacts) -> PathwayWords:
    sections = Sections(desk, page)
    about = sections.take("About")
    early = sections.take("Finishing early")
    words = PathwayWords(
        title=page.title,
        summary=sections.paragraph(SHORT, LONGEST_SHORT),
        about=about.words if about else (),
        contacts=_named(sections, "Contact", [contact.slug for contact in facts.contacts]),
        variants=_named(sections, "Variant", [variant.slug for variant in facts.variants]),
        routes=_named(sections, "Route", [route.slug for route in facts.routes]),
        early_finish=early.words if early else (),
    )
    sections.finish()
    return words


def _named(sections: Sections, kind: str, slugs: list[str]) -> dict[str, Named]:
    """The sections of one kind, each headed with the slug it is about and a title: "Contact baseline: First visit"."""
    found: dict[str, Named] = {}
    for name in [name for name in sections.left if name.startswith(f"{kind} ")]:
        slug, _, title = name.removeprefix(f"{kind} ").partition(":")
        line = sections.left[name].line
        section = sections.take(name)
        if slug not in slugs:
            sections.fault(line, f"there are words for the {kind.lower()} '{slug}', which is not in pathway.yaml")
        elif slug in found:
            sections.fault(line, f"there are words for the {kind.lower()} '{slug}' already")
        elif not title.strip():
            sections.fault(line, f"the title is missing: write '## {kind} {slug}: ' and a title")
        found[slug] = Named(title.strip(), section.words if section else ())
    for slug in slugs:
        if slug not in found:
            sections.fault(
                1, f"there are no words for the {kind.lower()} '{slug}': write '## {kind} {slug}: ' and a title"
            )
    return found


def _quoted(slugs: Iterable[str]) -> str:
    return ", ".join(f"'{slug}'" for slug in sorted(slugs))
