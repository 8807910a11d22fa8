"""Questionnaires: the facts, the words, and the wording that may be shown, in numbered versions.

An instrument whose owner licenses its wording is kept as scores alone, unless the service has put the wording that it
holds a licence for into wording.local.yaml.
"""

import re
from dataclasses import dataclass

from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.questionnaire_checks import Signs, check_questionnaire
from jointly.content.questionnaire_models import QuestionnaireFacts
from jointly.content.questionnaire_wording import LicensedWording, QuestionnaireWords, SharedWords, Wording
from jointly.content.questionnaire_words import check_scores_words, check_wording
from jointly.content.reviews import check_review
from jointly.content.safety import Card, Safety

HOME = "questionnaires"
SHARED = f"{HOME}/words.en.yaml"
LICENSED = "wording.local.yaml"
_VERSION = re.compile(r"v[1-9][0-9]*")


@dataclass(frozen=True)
class Questionnaire:
    facts: QuestionnaireFacts
    words: QuestionnaireWords
    wording: Wording | None
    """What is asked, word for word; None when only scores are kept."""
    earlier: tuple["Questionnaire", ...] = ()
    """Older versions, the newest of them first: answers are read with the version that they were given to."""


@dataclass(frozen=True)
class Questionnaires:
    """The newest version of each by its slug, and what is said beside every one."""

    by_slug: dict[str, Questionnaire]
    not_watched: str


def read_questionnaires(desk: Desk, safety: Safety | None) -> Questionnaires | None:
    """Every questionnaire that can be used; None when what is said beside all of them cannot be."""
    shared = read_facts(desk, SHARED, SharedWords)
    signs = {card.facts.slug: _signs(card) for card in safety.cards} if safety else None
    read = {slug: newest for slug in desk.folders(HOME) if (newest := _read_versions(desk, slug, signs))}
    return Questionnaires(read, shared.facts.not_watched) if shared else None


def _signs(card: Card) -> set[str]:
    sooner = card.facts.sooner.triggers if card.facts.sooner else ()
    return {trigger.id for trigger in (*card.facts.triggers, *sooner)}


def _read_versions(desk: Desk, slug: str, signs: Signs | None) -> Questionnaire | None:
    """The newest version, with the older ones behind it."""
    folders = desk.folders(f"{HOME}/{slug}")
    numbers = sorted(int(name[1:]) for name in folders if _VERSION.fullmatch(name))
    for name in folders:
        if not _VERSION.fullmatch(name):
            desk.fault(f"{HOME}/{slug}/{name}", 1, "a version's folder is named v1, v2 and so on")
    for number in sorted(set(range(1, max(numbers, default=1) + 1)) - set(numbers)):
        desk.fault(f"{HOME}/{slug}", 1, f"the version v{number} is missing")
    older: tuple[Questionnaire, ...] = ()
    for number in numbers:
        read = _read(desk, slug, number, signs)
        older = (Questionnaire(read.facts, read.words, read.wording, older), *older) if read else older
    return older[0] if older else None


def _read(desk: Desk, slug: str, version: int, signs: Signs | None) -> Questionnaire | None:
    home = f"{HOME}/{slug}/v{version}"
    sheet = read_facts(desk, f"{home}/questionnaire.yaml", QuestionnaireFacts)
    words = read_facts(desk, f"{home}/en.yaml", QuestionnaireWords)
    if sheet is None or words is None:
        return None
    if sheet.facts.slug != slug:
        sheet.fault(("slug",), f"the slug is '{sheet.facts.slug}', but its folder is '{slug}'")
    if sheet.facts.version != version:
        sheet.fault(("version",), f"the version is {sheet.facts.version}, but its folder is 'v{version}'")
    check_questionnaire(sheet, signs)
    check_scores_words(sheet.facts, words)
    check_review(sheet, sheet.facts.review)
    return Questionnaire(sheet.facts, words.facts, _wording(desk, home, sheet, words))


def _wording(
    desk: Desk, home: str, sheet: Sheet[QuestionnaireFacts], words: Sheet[QuestionnaireWords]
) -> Wording | None:
    """The wording that may be shown. Of a licensed instrument it may stand in the service's own file only."""
    licensed = desk.files(home, LICENSED)
    if sheet.facts.shipped == "wording":
        if licensed:
            desk.fault(licensed[0], 1, "this wording ships already, so there is nothing to add here")
        check_wording(sheet.facts, words)
        return words.facts
    for name in ("items", "options", "intro"):
        if getattr(words.facts, name):
            words.fault((name,), f"the wording of '{sheet.facts.slug}' is its owner's: it may stand in {LICENSED} only")
    if not licensed:
        return None
    if not sheet.facts.items:
        desk.fault(
            licensed[0], 1, f"there is no place for the wording of '{sheet.facts.slug}': its scoring is not known"
        )
        return None
    local = read_facts(desk, licensed[0], LicensedWording)
    if local is None:
        return None
    check_wording(sheet.facts, local)
    return local.facts
