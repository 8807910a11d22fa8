"""The activities that matter here, found by the address or the label that a listing gives, with their groups."""

from collections.abc import Mapping
from dataclasses import dataclass

from jointly.content.activity_models import Activity, ActivityGroupWords, ActivityList
from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.reviews import check_review

ACTIVITIES = "lists/activities.yaml"
GROUP_WORDS = "lists/activities.en.yaml"


@dataclass(frozen=True)
class Activities:
    """`by_address` holds whole addresses (scheme, #, id); `by_label` labels in small letters."""

    facts: ActivityList
    group_words: Mapping[str, str]
    by_address: Mapping[str, Activity]
    by_label: Mapping[str, Activity]

    def address(self, activity: Activity) -> str:
        return f"{self.facts.scheme}#{activity.id}"


def read_activities(desk: Desk) -> Activities | None:
    """The list; None, with faults, when it cannot be used."""
    sheet = read_facts(desk, ACTIVITIES, ActivityList)
    words = read_facts(desk, GROUP_WORDS, ActivityGroupWords)
    if sheet is None or words is None:
        return None
    _check_activities(sheet)
    _check_words(sheet, words)
    check_review(sheet, sheet.facts.review)
    facts = sheet.facts
    return Activities(
        facts,
        words.facts.groups,
        {f"{facts.scheme}#{activity.id}": activity for activity in facts.activities},
        {activity.label.casefold(): activity for activity in facts.activities},
    )


def _check_activities(sheet: Sheet[ActivityList]) -> None:
    ids: set[str] = set()
    labels: set[str] = set()
    for index, activity in enumerate(sheet.facts.activities):
        if activity.id in ids:
            sheet.fault(("activities", index, "id"), f"the id '{activity.id}' is there twice")
        if activity.label.casefold() in labels:
            sheet.fault(("activities", index, "label"), f"the label '{activity.label}' is there twice")
        if activity.group not in sheet.facts.groups:
            sheet.fault(("activities", index, "group"), f"'{activity.group}' is not one of the groups above")
        ids.add(activity.id)
        labels.add(activity.label.casefold())


def _check_words(sheet: Sheet[ActivityList], words: Sheet[ActivityGroupWords]) -> None:
    groups = set(sheet.facts.groups)
    for missing in sorted(groups - words.facts.groups.keys()):
        words.fault(("groups",), f"there are no words for '{missing}'")
    for extra in sorted(words.facts.groups.keys() - groups):
        words.fault(("groups", extra), f"there are words for '{extra}', but {ACTIVITIES} does not have it")
