"""The list of activities: its groups are those that listings are filtered by, and what is wrong in it is found."""

import pytest

from jointly.listings.facets import GROUPS
from support.content_tree import Tree
from support.shipped import shipped_content

LIST = "lists/activities.yaml"
WORDS = "lists/activities.en.yaml"
TAI_CHI = "c16df6ed-a4a0-4275-a8c3-1c8cff56856f"
QIGONG = "c5e5beaf-0af7-4f43-a28f-6f4ef0e6da92"

# file, what stands there, what is planted, a text on the line of the fault, the message
PLANTED = {
    "id twice": (LIST, QIGONG, TAI_CHI, 'label: "Qigong"', f"the id '{TAI_CHI}' is there twice"),
    "label twice": (LIST, 'Qigong"', 'tai chi"', "tai chi", "the label 'tai chi' is there twice"),
    "unknown group": (
        LIST,
        "group: cycling",
        "group: wheels",
        "group: wheels",
        "'wheels' is not one of the groups above",
    ),
    "no words": (WORDS, '  advice: "Advice and help"\n', "", "groups:", "there are no words for 'advice'"),
    "extra words": (
        WORDS,
        "  advice:",
        '  wheels: "On wheels"\n  advice:',
        "wheels",
        f"there are words for 'wheels', but {LIST} does not have it",
    ),
    "no id": (
        LIST,
        QIGONG,
        "qigong",
        '"qigong"',
        "'id' must be a UUID, such as 0198a6f0-0000-4000-8000-000000000000",
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_on_its_line(tree: Tree, fault: str):
    path, old, new, at, message = PLANTED[fault]
    tree.plant(path, old, new)
    assert tree.faults() == [f"{path}:{tree.line(path, at)}: {message}"]


def test_the_groups_are_those_that_listings_are_filtered_by():
    activities = shipped_content().activities
    assert activities.facts.groups == GROUPS
    assert set(activities.group_words) == set(GROUPS)


def test_an_activity_is_found_by_its_address_and_by_its_label():
    activities = shipped_content().activities
    tai_chi = activities.by_label["tai chi"]
    assert (tai_chi.id, tai_chi.group) == (TAI_CHI, "gentle-movement")
    assert activities.by_address[activities.address(tai_chi)] is tai_chi
    assert len(activities.by_address) == len(activities.by_label) == 69
