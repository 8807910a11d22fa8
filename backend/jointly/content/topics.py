"""Topics: short pages to read or talk about, such as pacing, sleep or work. The same for everybody who opens them."""

import re
from dataclasses import dataclass

from jointly.content.facts import read_facts
from jointly.content.faults import Desk
from jointly.content.reviews import check_review
from jointly.content.sections import Sections
from jointly.content.slugs import check_slug
from jointly.content.topic_models import TopicFacts
from jointly.content.words import Page, Section, read_page

SHORT, SEARCH = "In short", "Other words for it"
FEWEST_WORDS, MOST_WORDS = 150, 350
"""Without the words to search by: more is a leaflet, and less says nothing that helps."""
_WORD = re.compile(r"[^\W_][\w’'-]*")


@dataclass(frozen=True)
class Topic:
    facts: TopicFacts
    title: str
    summary: str
    """A sentence or 2: all that is seen in a list."""
    sections: tuple[Section, ...]
    search: tuple[str, ...]
    """What people may type who mean this."""


def read_topics(desk: Desk) -> dict[str, Topic]:
    """The topics that can be used, by slug, in the order of their list."""
    read = [topic for folder in desk.folders("topics") if (topic := _read(desk, folder))]
    _check_orders(desk, read)
    return {topic.facts.slug: topic for topic in sorted(read, key=lambda topic: topic.facts.order)}


def _read(desk: Desk, folder: str) -> Topic | None:
    sheet = read_facts(desk, f"topics/{folder}/topic.yaml", TopicFacts)
    page = read_page(desk, f"topics/{folder}/en.md")
    if sheet is None or page is None:
        return None
    check_slug(sheet, sheet.facts.slug, folder)
    check_review(sheet, sheet.facts.review)
    _check_length(desk, page)
    sections = Sections(desk, page)
    summary = sections.paragraph(SHORT)
    search = sections.bullets(SEARCH)
    rest = tuple(section for name in list(sections.left) if (section := sections.take(name)))
    if not rest:
        desk.fault(page.path, 1, f"there is nothing to read: write a section between '{SHORT}' and '{SEARCH}'")
    return Topic(sheet.facts, page.title, summary, rest, search)


def _check_length(desk: Desk, page: Page) -> None:
    texts = [
        text for section in page.sections if section.name != SEARCH for words in section.words for text in words.texts
    ]
    count = sum(len(_WORD.findall(text)) for text in texts)
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        desk.fault(page.path, 1, f"a topic has {FEWEST_WORDS} to {MOST_WORDS} words: this has {count}")


def _check_orders(desk: Desk, topics: list[Topic]) -> None:
    """No two topics stand in one place."""
    placed: dict[int, str] = {}
    for facts in (topic.facts for topic in topics):
        if first := placed.get(facts.order):
            desk.fault(f"topics/{facts.slug}/topic.yaml", 1, f"'{first}' has the order {facts.order} too")
        placed.setdefault(facts.order, facts.slug)
