"""The 30-second chair stand's averages (Jones and Rikli, 2002), every age, sex and count, against its own table."""

import pytest

from jointly.checkins.scoring.rules import norm_of
from support.questionnaires import shipped

WOMEN, MEN = 1, 2
AVERAGES = {
    MEN: {60: (14, 19), 65: (12, 18), 70: (12, 17), 75: (11, 17), 80: (10, 15), 85: (8, 14), 90: (7, 12)},
    WOMEN: {60: (12, 17), 65: (11, 16), 70: (10, 15), 75: (10, 15), 80: (9, 14), 85: (8, 13), 90: (4, 11)},
}
"""By the first of 5 years of age."""


@pytest.mark.parametrize("sex", [WOMEN, MEN], ids=["women", "men"])
def test_the_whole_table_is_as_published(sex: int):
    for age in range(60, 95):
        low, high = AVERAGES[sex][age - age % 5]
        for stands in range(0, 31):
            norm = norm_of(shipped()["chair-stand"], {"stands": stands, "arms": 0, "age": age, "sex": sex})
            assert norm is not None
            assert (norm.low, norm.high, norm.from_age, norm.to_age) == (low, high, age - age % 5, age - age % 5 + 4)
            assert norm.where == ("below" if stands < low else "above" if stands > high else "within")


@pytest.mark.parametrize("age", [18, 59, 95, 120])
@pytest.mark.parametrize("sex", [WOMEN, MEN])
def test_there_is_no_norm_below_60_or_above_94(age: int, sex: int):
    assert norm_of(shipped()["chair-stand"], {"stands": 12, "arms": 0, "age": age, "sex": sex}) is None
