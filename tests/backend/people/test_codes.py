"""Codes as people type them: any case, spaces and dashes; a letter that looks like another is no code."""

from collections import Counter

import pytest

from jointly.people.codes import LENGTH, LETTERS, code_from, new_code, read_code, shown


@pytest.mark.parametrize(
    "typed", ["ABCDEFGH", "abcdefgh", "ABCD-EFGH", " abcd efgh\n", "ABCD–EFGH", "A B C D E F G H", "ab-cd—ef gh"]
)
def test_a_code_is_read_however_it_is_typed(typed: str):
    assert read_code(typed) == "ABCDEFGH"


LONG_OR_SHORT = ("", "ABCDEFG", "ABCDEFGHJ")


@pytest.mark.parametrize("typed", [*LONG_OR_SHORT, *("ABCDEFG" + odd for odd in "01ILOUV!ß２"), "АBCDEFGH"])
def test_what_cannot_be_a_code_is_none(typed: str):
    assert read_code(typed) is None


def test_no_letter_of_a_code_looks_like_another():
    assert not set(LETTERS) & set("01ILOUV")
    assert max(Counter(LETTERS).values()) == 1


def test_new_codes_differ_and_can_be_read_back():
    codes = {new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert all(read_code(shown(code)) == code and len(code) == LENGTH for code in codes)


def test_a_secret_stands_for_one_code():
    codes = {code_from(number.to_bytes(16)) for number in range(1000)}
    assert len(codes) == 1000
    assert all(read_code(code) == code for code in codes)
    assert code_from(bytes(16)) == LETTERS[0] * LENGTH
