"""The shipped questionnaires as rules take them, and their worked cases."""

from functools import cache

from jointly.checkins.scoring.worked import licensed as with_wording
from jointly.content.questionnaire_pack import PackQuestionnaire, pack_of
from support.repository import ROOT, named
from support.shipped import shipped_content, yaml_of

HOME = ROOT / "content" / "questionnaires"


@cache
def shipped() -> dict[str, PackQuestionnaire]:
    return {slug: pack_of(one, "") for slug, one in shipped_content().questionnaires.items()}


@cache
def licensed() -> dict[str, PackQuestionnaire]:
    """Those that ship as scores only, as a service has them that holds a licence: with words of nobody's."""
    return {
        slug: pack_of(with_wording(one), "")
        for slug, one in shipped_content().questionnaires.items()
        if one.wording is None and one.facts.items
    }


@cache
def cases() -> list[tuple[str, dict]]:
    """Every worked case with the slug that it is of."""
    return [
        (file.parts[-3], case)
        for file in sorted(HOME.glob("*/v1/cases.yaml"))
        for case in yaml_of(named(file))["cases"]
    ]


def of_case(slug: str, case: dict) -> PackQuestionnaire:
    return licensed()[slug] if case.get("licensed") else shipped()[slug]
