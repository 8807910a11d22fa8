"""In which categories somebody is counted, by what they say of themselves."""

import pytest

from jointly.reports.traits import UNKNOWN, Said, Traits, group_of, traits_of


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("White British", "white"),
        ("white - irish", "white"),
        ("Any other White background", "white"),
        ("Welsh", "white"),
        ("Gypsy or Irish Traveller", "white"),
        ("Indian", "asian"),
        ("British Pakistani", "asian"),
        ("Asian or Asian British: Chinese", "asian"),
        ("Black Caribbean", "black"),
        ("Black British", "black"),
        ("African", "black"),
        ("White and Black Caribbean", "mixed"),
        ("White and Asian", "mixed"),
        ("Mixed", "mixed"),
        ("Arab", "other"),
        ("White South African", "not-known"),
        ("human", "not-known"),
        ("…", "not-known"),
    ],
)
def test_own_words_are_put_into_the_groups_of_the_census(words, group):
    assert group_of(words) == group


def test_what_was_not_said_is_not_known():
    assert traits_of(Said(), lambda _: "1") == UNKNOWN
    assert traits_of(Said(sex="not-said", age_band="12-14"), lambda _: None) == UNKNOWN


def test_each_is_counted_by_what_they_said():
    said = Said("85+", "male", "Bangladeshi", "tb1 1aa")
    assert traits_of(said, {"tb1 1aa": "2"}.get) == Traits("85+", "male", "asian", "2")
    assert traits_of(said, {}.get).deprivation == "not-known"
