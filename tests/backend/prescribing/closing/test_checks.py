"""Check digits, against numbers that their owners publish."""

import re

import pytest

from jointly.prescribing.closing import coding as codes
from jointly.prescribing.closing.checks import is_nhs_number, is_snomed


@pytest.mark.parametrize("number", ["9990000018", "9434765919", "9000000009"])
def test_an_nhs_number_that_fits(number: str):
    assert is_nhs_number(number)


@pytest.mark.parametrize(
    "number",
    [
        "9991234567",
        "9990000019",
        "9990000081",
        "999000001",
        "99900000180",
        "999 000 0018",
        "QQ123456C",
        "",
        "٩٩٩٠٠٠٠٠١٨",
    ],
)
def test_an_nhs_number_that_cannot_be(number: str):
    assert not is_nhs_number(number)


def test_by_hand():
    # 9×10 + 9×9 + 9×8 = 243, and 1×2 for the ninth digit: 245 = 22×11 + 3, so the last is 11 − 3 = 8.
    assert sum(int(digit) * weight for digit, weight in zip("999000001", range(10, 1, -1), strict=True)) == 245
    assert is_nhs_number("9990000018")


@pytest.mark.parametrize("id", [codes.REFERRED, codes.DECLINED, "22298006", "138875005"])
def test_an_id_of_snomed(id: str):
    assert is_snomed(id)


@pytest.mark.parametrize("place", range(15))
def test_an_id_with_a_slip_is_found(place: int):
    for other in set("0123456789") - {codes.REFERRED[place]}:
        assert not is_snomed(codes.REFERRED[:place] + other + codes.REFERRED[place + 1 :])


@pytest.mark.parametrize("id", ["", "12345", "0871731000000106", "87173100000010６", "8717310000001060000"])
def test_what_is_no_id(id: str):
    assert not is_snomed(id)


def test_the_ids_are_those_of_the_domain():
    assert (codes.REFERRED, codes.DECLINED) == ("871731000000106", "871711000000103")
    assert all(re.fullmatch(r"[0-9]+", id) for id in (codes.REFERRED, codes.DECLINED))
