"""Who is referred: NHS numbers by worked cases, birth dates, and what is alike."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jointly.prescribing.rules.moves import Refused
from jointly.prescribing.rules.who import birth_date, features, name_key, nhs_number
from support.repository import ROOT

CASES = yaml.safe_load((ROOT / "tests/verification/nhs-number.yaml").read_text(encoding="utf-8"))


def said_of(typed: str) -> dict[str, str]:
    try:
        return {"is": nhs_number(typed)}
    except Refused as refused:
        return {"wrong": refused.code}


@pytest.mark.parametrize("case", CASES, ids=[case["typed"] for case in CASES])
def test_a_number_is_read_or_said_to_be_wrong_in_its_own_way(case):
    assert {"typed": case["typed"]} | said_of(case["typed"]) == case


@given(st.integers(0, 10**9 - 1), st.integers(0, 8), st.integers(1, 9))
def test_one_digit_mistyped_is_always_found(first: int, place: int, off: int):
    digits = f"{first:09d}"
    good = [digits + last for last in "0123456789" if said_of(digits + last) == {"is": digits + last}]
    assert len(good) <= 1, "at most one digit checks the nine before"
    for number in good:
        wrong = number[:place] + str((int(number[place]) + off) % 10) + number[place + 1 :]
        assert said_of(wrong) == {"wrong": "nhs-check"}


def test_a_birth_date_is_an_adults():
    today = date(2026, 11, 22)
    assert birth_date(date(2008, 11, 22), today)
    for born, code in (
        (date(2008, 11, 23), "born-young"),
        (date(2026, 11, 23), "born-ahead"),
        (date(1905, 11, 22), "born-old"),
    ):
        with pytest.raises(Refused, match=code):
            birth_date(born, today)


def test_names_are_alike_without_marks_and_accents():
    assert name_key("O’Neill") == name_key("O NEILL") == name_key("o'neill")
    assert name_key("Müller") == name_key("MULLER")
    assert name_key("Smith") != name_key("Smyth")


def test_only_what_is_known_is_compared():
    born = date(1950, 2, 1)
    assert features(None, born, None) == {} == features(None, None, "Smith") == features(None, born, "–")
    assert features("9990000018", born, "Smith") == {"nhs": "9990000018", "born": "1950-02-01/smith"}
