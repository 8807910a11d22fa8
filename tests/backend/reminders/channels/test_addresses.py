"""What is taken for an address, by cases and by properties."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointly.reminders.channels.addresses import email, mobile

EMAILS = {
    "margaret@home.example": "margaret@home.example",
    "  Margaret.Hill@HOME.Example ": "Margaret.Hill@home.example",
    "o'neill+pain@a.b-c.co.uk": "o'neill+pain@a.b-c.co.uk",
    "a@xn--bcher-kva.example": "a@xn--bcher-kva.example",
    "1@2.example": "1@2.example",
    f"{'a' * 64}@b.example": f"{'a' * 64}@b.example",
}
NO_EMAILS = [
    *("", "@", "a@", "@b.example", "a", "a@b", "a@b.", "a@.example", "a@b..example", "a@-b.example", "a@b-.example"),
    *(".a@b.example", "a.@b.example", "a..b@c.example", "a b@c.example", "a@b@c.example", "a@b c.example"),
    *("a@127.0.0.1", "a@[127.0.0.1]", "a@b.1", "a@b.x", "a%c@b.example", "a!c@b.example", '"a b"@c.example'),
    *("<a@b.example>", "Margaret <a@b.example>", "a@b.example,c@d.example", "a@b.example\n", "\ta@b.example"),
    *("a@b.example\r\nBcc: c@d.example", "ä@b.example", "a@bücher.example", "a@b.example\x00", "a@b。example"),
    *(f"{'a' * 65}@b.example", f"a@{'b' * 64}.example", f"a@{'b.' * 126}example"),
]
MOBILES = {
    "07700 900123": "+447700900123",
    "07700900123": "+447700900123",
    "(07700) 900-123": "+447700900123",
    "07700.900.123": "+447700900123",
    "447700900123": "+447700900123",
    "+44 7700 900123": "+447700900123",
    "+44 (0)7700 900123": "+447700900123",
    "+44(0) 7700 900123": "+447700900123",
    "0044 7700 900123": "+447700900123",
    "00 44 7700 900123": "+447700900123",
    "07624 400000": "+447624400000",
    "+353 85 123 4567": "+353851234567",
    "0048 512 345 678": "+48512345678",
    "+1 (202) 555-0123": "+12025550123",
    "+880 1712 345678": "+8801712345678",
    "+970 59 1234567": "+970591234567",
}
NO_MOBILES = [
    *("", "+", "0", "999", "112", "01274 432111", "02079460000", "03069990000", "0800 1111", "0900 1234567"),
    *("07012 345678", "07612 345678", "7700900123", "0770090012", "077009001234", "+4477009001", "+447700900123x"),
    *("+44 1274 432111", "+44 0 7700 900123", "512345678", "+353 85", "+3538512345678901", "++447700900123"),
    *("+800 1234 5678", "+881 6 1234 5678", "+882 12345678", "+870 773 123456", "+979 1 2345 6789", "+0123456789"),
    *(
        "07700 900123\n",
        "07700\t900123",
        "٠٧٧٠٠٩٠٠١٢٣",
        "０７７００９００１２３",
        "07700900123 ext 4",
        "07700900123,07700900124",
    ),
]


@pytest.mark.parametrize(("text", "address"), EMAILS.items())
def test_an_email_address(text: str, address: str):
    assert email(text) == address


@pytest.mark.parametrize("text", NO_EMAILS)
def test_no_email_address(text: str):
    assert email(text) is None


@pytest.mark.parametrize(("text", "number"), MOBILES.items())
def test_a_mobile_number(text: str, number: str):
    assert mobile(text) == number


@pytest.mark.parametrize("text", NO_MOBILES)
def test_no_mobile_number(text: str):
    assert mobile(text) is None


@given(st.text() | st.from_regex(r"[a-zA-Z0-9.+_' -]{0,70}@[a-zA-Z0-9.-]{0,70}", fullmatch=True))
def test_an_email_address_is_one_word_of_plain_letters_and_stays_one(text: str):
    found = email(text)
    if found is not None:
        assert re.fullmatch(r"[!-~]{1,64}@[a-z0-9.-]+", found)
        assert len(found) <= 254
        assert not set(found) & set('<>()[]\\,;:" \r\n%!')
        assert email(found) == found
        assert found.lower() == text.strip(" ").lower(), "nothing was added to it"


@given(st.text() | st.from_regex(r"(\+|00|0|44)?[0-9 ().-]{0,20}", fullmatch=True))
def test_a_mobile_number_is_plus_and_digits_and_stays_so(text: str):
    found = mobile(text)
    if found is not None:
        assert re.fullmatch(r"\+[1-9][0-9]{7,14}", found)
        assert mobile(found) == found
        digits = re.sub(r"[^0-9]", "", text)
        assert digits.endswith(found[3:]), "no digit of a subscriber was lost or added"
        assert not found.startswith("+44") or re.match(r"\+447[1-9]", found)


@given(st.from_regex(r"07[1-57-9][0-9]{8}", fullmatch=True), st.data())
def test_however_it_is_spaced_it_is_the_same_number(number: str, data: st.DataObject):
    cut = data.draw(st.lists(st.integers(1, len(number) - 1), max_size=5, unique=True))
    spaced = "".join(f" {digit}" if at in cut else digit for at, digit in enumerate(number))
    for way in (spaced, f"+44{spaced[1:]}", f"0044 {spaced[1:]}", f"+44 (0){spaced[1:]}"):
        assert mobile(way) == f"+44{number[1:]}", way
