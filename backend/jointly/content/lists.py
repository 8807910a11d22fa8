"""Lists that exercises and screens draw on: the body map, and the things to get ready."""

from collections.abc import Mapping
from dataclasses import dataclass

from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.models import BodyRegions, BodyRegionWords, EquipmentWords
from jointly.content.reviews import check_review

REGIONS = "lists/body-regions.yaml"
REGION_WORDS = "lists/body-regions.en.yaml"
EQUIPMENT_WORDS = "lists/equipment.en.yaml"


@dataclass(frozen=True)
class Lists:
    regions: BodyRegions
    region_words: BodyRegionWords
    equipment: Mapping[str, str]
    """What each thing is called, such as `chair`: "A firm chair"."""

    @property
    def parts(self) -> set[str]:
        return {region.part for region in self.regions.regions}


def read_lists(desk: Desk) -> Lists | None:
    regions = read_facts(desk, REGIONS, BodyRegions)
    words = read_facts(desk, REGION_WORDS, BodyRegionWords)
    equipment = read_facts(desk, EQUIPMENT_WORDS, EquipmentWords)
    if regions is None or words is None or equipment is None:
        return None
    _check_slugs(regions)
    _check_words(regions, words)
    check_review(regions, regions.facts.review)
    return Lists(regions.facts, words.facts, equipment.facts.equipment)


def _check_slugs(sheet: Sheet[BodyRegions]) -> None:
    seen: set[str] = set()
    for index, region in enumerate(sheet.facts.regions):
        if region.slug in seen:
            sheet.fault(("regions", index, "slug"), f"the slug '{region.slug}' is there twice")
        seen.add(region.slug)


def _check_words(facts: Sheet[BodyRegions], words: Sheet[BodyRegionWords]) -> None:
    wanted = {
        "regions": {region.slug for region in facts.facts.regions},
        "groups": {region.group for region in facts.facts.regions},
    }
    for kind, ids in wanted.items():
        named = getattr(words.facts, kind)
        for missing in sorted(ids - named.keys()):
            words.fault((kind,), f"there are no words for '{missing}'")
        for extra in sorted(named.keys() - ids):
            words.fault((kind, extra), f"there are words for '{extra}', but {REGIONS} does not have it")
