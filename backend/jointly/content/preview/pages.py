"""The page of one item, and the page that lists them all."""

from collections.abc import Iterable, Mapping
from typing import Any

from jointly.content.faults import Fault
from jointly.content.preview.html import Html, element, listed, page, table, together
from jointly.content.preview.items import Item
from jointly.content.preview.values import facts_shown, shown
from jointly.content.words import Section, Words

INDEX = "index.html"
NOT_APPROVED = "Not clinically approved."


def item_page(item: Item, described: Mapping[str, str], figures: Html | None = None, script: str = "") -> str:
    """All there is of an item: its faults first, then who has approved it, its words and its facts."""
    facts = {name: value for name, value in item.facts.items() if name not in ("review", "slug", "version", "figure")}
    return page(
        f"{item.title}: {item.kind}",
        element("p", element("a", "All items", href=INDEX)),
        element("h1", item.title),
        element("p", f"{item.path} · version {item.facts.get('version', '–')}", class_="soft"),
        faults_box(item.faults),
        _review(item.review),
        together(element("h2", "Figures"), figures) if figures else None,
        together(element("h2", "What people read"), *_words(item)),
        together(element("h2", "Facts"), facts_shown(facts, described)) if facts else None,
        together(element("h2", "Worked cases"), _cases(item.cases)) if item.cases else None,
        script=script,
    )


def index_page(items: Iterable[Item], others: Iterable[Fault]) -> str:
    """Every item with its version, who approved it, and how many faults it has; other faults of the tree on top."""
    items = list(items)
    kinds = dict.fromkeys(item.kind for item in items)
    approved = sum(item.approved for item in items)
    return page(
        "Content to review",
        element("h1", "Content to review"),
        element(
            "p", f"{len(items)} items, {approved} of them clinically approved. Made from the content folder alone."
        ),
        faults_box(tuple(others)),
        *(_kind(kind, [item for item in items if item.kind == kind]) for kind in kinds),
    )


def faults_box(faults: tuple[Fault, ...]) -> Html | None:
    if not faults:
        return None
    return element("div", element("h2", "To mend"), listed(map(str, faults)), class_="notice faults")


def _kind(kind: str, items: list[Item]) -> Html:
    rows = [
        [
            element("a", item.title, href=item.file),
            str(item.facts.get("version", "–")),
            "yes" if item.approved else "no",
            shown(item.review.get("next_due")),
            str(len(item.faults)) if item.faults else "",
        ]
        for item in items
    ]
    head = ["Item", "Version", "Approved", "Look again on", "Faults"]
    return together(element("h2", kind.capitalize()), table(head, rows))


def _review(review: Mapping[str, Any]) -> Html:
    by = ", ".join(str(review[name]) for name in ("by", "role") if review.get(name))
    on, due = shown(review.get("on")), shown(review.get("next_due"))
    said = f"Approved by {by} on {on}. Look again on {due}." if review.get("approved") is True else NOT_APPROVED
    return element(
        "div",
        element("p", element("strong", said)),
        *_review_list("Please check", review.get("to_check")),
        *_review_list("Evidence", review.get("evidence")),
        class_="notice",
    )


def _review_list(name: str, texts: Any) -> tuple[Html, ...]:
    if not isinstance(texts, list) or not texts:
        return (element("p", f"{name}: none.", class_="soft"),)
    return element("h3", name), listed(map(str, texts))


def _words(item: Item) -> Iterable[Html]:
    if item.page:
        return (_section(section) for section in item.page.sections)
    return (facts_shown(item.words, {}),) if item.words else (element("p", "No words could be read."),)


def _section(section: Section) -> Html:
    return together(element("h3", section.name), *map(_block, section.words))


def _block(words: Words) -> Html:
    if words.kind == "paragraph":
        return element("p", *words.texts)
    return listed(words.texts, ordered=words.kind == "numbers")


def _cases(cases: Iterable[Mapping[str, Any]]) -> Html:
    rows = []
    for case in cases:
        given = {name: value for name, value in case.items() if name not in ("id", "says", "expect")}
        rows.append([str(case.get("says", "")), shown(given), shown(case.get("expect"))])
    return table(["Case", "Given", "Expected"], rows)
