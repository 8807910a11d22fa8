"""Texts, links, addresses to write to and numbers to call: what is kept of them, and what is told."""

import time

import pytest

from jointly.listings.reading.cleaning import email, key, line, phone, words
from jointly.listings.reading.links import link, picture
from jointly.listings.reading.postcodes import postcode, split_off
from jointly.listings.reading.raw import tidy

# what came, what is kept, the codes of the problems
TEXTS = {
    "plain": ("Tea & talk, 2 < 3", "Tea & talk, 2 < 3", []),
    "paragraphs": ("<p>One</p><p>Two <b>bold</b></p>", "One\n\nTwo bold", ["html-in-text"]),
    "a list": ("<ul><li>Mats</li><li>Water</li></ul>", "Mats\n\nWater", ["html-in-text"]),
    "line breaks": ("One<br>Two<br/>Three", "One\n\nTwo\n\nThree", ["html-in-text"]),
    "nothing but a break": ("<p><br></p>", None, ["html-in-text"]),
    "entities": ("Caf&eacute;&nbsp;&ndash; all&amp;sundry", "Café – all&sundry", []),
    "escaped once more": ("&lt;p&gt;Hi &lt;b&gt;all&lt;/b&gt;&lt;/p&gt;", "Hi all", ["html-in-text"]),
    "a script": ("Hi<script>alert(1)</script> all", "Hi all", ["html-in-text", "script-in-text"]),
    "an escaped script": ("&lt;script&gt;alert(1)&lt;/script&gt;Hi", "Hi", ["html-in-text", "script-in-text"]),
    "an end of script": ('Hi</script><script>x="', "Hi", ["html-in-text", "script-in-text"]),
    "a drawing": ("<svg onload=alert(1)><text>x</text></svg>Hi", "Hi", ["html-in-text", "script-in-text"]),
    "a handler": ("<img src=x onerror=alert(1)>Hi", "Hi", ["html-in-text"]),
    "a comment": ("Hi<!-- secret --> all", "Hi all", ["html-in-text"]),
    "marked as words": ("<![CDATA[Tea & talk]]> <b>daily</b>", "Tea & talk daily", ["html-in-text"]),
    "a declaration": ("<!DOCTYPE html><?xml version='1'?>Hi<!--", "Hi", ["html-in-text"]),
    "a broken declaration": ("Hi <![x all", "Hi ![x all", ["html-in-text"]),
    "a heart": ("I <3 walking", "I <3 walking", []),
    "turned letters": ("Hi \u202egnp.exe\u202c", "Hi gnp.exe", []),
    "a null": ("Hi\x00 all\x07", "Hi all", []),
    "half a character": ("Hi \ud83d all", "Hi all", []),
    "lines": ("One\r\nTwo\rThree\n\n\n\nFour", "One\nTwo\nThree\n\nFour", []),
    "blanks": (" \t\u00a0 ", None, []),
    "a number": (5, "5", []),
}


@pytest.mark.parametrize("case", TEXTS)
def test_words(case: str):
    given, kept, codes = TEXTS[case]
    problems = []
    assert words(tidy(given), problems) == kept
    assert [problem.code for problem in problems] == codes


def test_a_name_is_one_line_and_not_too_long():
    problems = []
    assert line("Tai chi\nEND:VEVENT\r\nATTENDEE:mailto:x", problems) == "Tai chi END:VEVENT ATTENDEE:mailto:x"
    assert problems == []
    assert len(line("long " * 100, problems)) == 200
    assert [problem.code for problem in problems] == ["text-too-long"]


@pytest.mark.parametrize(
    "hostile", ["<", "<!", "<![", "<a ", "<b>", "&lt;", "<!--x>", "<![CDATA[x>", "<script>", "<?x>"]
)
def test_hostile_markup_takes_no_time(hostile: str):
    began = time.perf_counter()
    words((hostile * 20_000)[:20_000], [])
    assert time.perf_counter() - began < 2


LINKS = {
    "https://a.org.uk/tai-chi?day=2#map": ("https://a.org.uk/tai-chi?day=2#map", []),
    "http://a.org.uk": ("http://a.org.uk", []),
    "www.a.org.uk/classes": ("https://www.a.org.uk/classes", ["url-without-scheme"]),
    'https://a.org.uk/"><script>': ("https://a.org.uk/%22%3E%3Cscript%3E", []),
    "https://a.org.uk/it's": ("https://a.org.uk/it%27s", []),
    "http://www.example.com": (None, ["url-placeholder"]),
    "https://example.org/x": (None, ["url-placeholder"]),
    "https://feeds.invalid/x": (None, ["url-placeholder"]),
    "javascript:alert(1)": (None, ["url-wrong"]),
    "JAVASCRIPT:alert(1)//https://a.org.uk": (None, ["url-wrong"]),
    "data:text/html,<script>alert(1)</script>": (None, ["url-wrong"]),
    "ftp://a.org.uk/": (None, ["url-wrong"]),
    "//a.org.uk/": (None, ["url-wrong"]),
    "https://user:secret@a.org.uk/": (None, ["url-wrong"]),
    "https://a.org.uk@evil.net/": (None, ["url-wrong"]),
    "https://localhost/": (None, ["url-wrong"]),
    "http://127.0.0.1/": (None, ["url-wrong"]),
    "http://10.0.0.8:8000/admin": (None, ["url-wrong"]),
    "http://[::1]/": (None, ["url-wrong"]),
    "http://[::1": (None, ["url-wrong"]),
    "http://169.254.169.254/latest": (None, ["url-wrong"]),
    "http://2130706433/": (None, ["url-wrong"]),
    "http://router.local/": (None, ["url-wrong"]),
    "https://a.org.uk:99999/": (None, ["url-wrong"]),
    "https://a.org.uk/\\..\\x": (None, ["url-wrong"]),
    "https://a.org.uk/a b": (None, ["url-wrong"]),
    "counselling": (None, ["url-wrong"]),
    "example/counselling": (None, ["url-wrong"]),
    "https://" + "a" * 2000 + ".org.uk": (None, ["url-wrong"]),
}


@pytest.mark.parametrize("given", LINKS)
def test_links(given: str):
    problems = []
    kept, codes = LINKS[given]
    assert link(given, problems) == kept
    assert [problem.code for problem in problems] == codes


def test_pictures():
    problems = []
    assert (
        picture([{"url": "https://a.org.uk/x.svg?v=1"}, {"url": "https://a.org.uk/x.jpg"}], problems)
        == "https://a.org.uk/x.jpg"
    )
    assert [problem.code for problem in problems] == ["picture-not-used"]
    assert picture("data:image/svg+xml,<svg onload=alert(1)>", problems) is None
    assert picture({"url": {"x": 1}}, problems) is None
    assert picture(None, problems) is None


def test_addresses_to_write_to():
    problems = []
    assert email("mailto:hello@a.org.uk", problems) == "hello@a.org.uk"
    assert problems == []
    assert [email(given, problems) for given in ("x@noemail.invalid", "x@example.com")] == [None, None]
    assert [problem.code for problem in problems] == ["email-placeholder"] * 2
    problems.clear()
    wrong = ("email-example_com", "a@b", "a@b.org?bcc=x@y.org", "a b@c.org", "a@b.org\nBcc: x@y.org", "<a@b.org>")
    assert [email(given, problems) for given in wrong] == [None] * len(wrong)
    assert [problem.code for problem in problems] == ["email-wrong"] * len(wrong)


def test_numbers_to_call():
    assert phone('"+44 1234 234567"', []) == "+44 1234 234567"
    assert phone("Ring Monday to Friday, 01234 567890", []) == "Ring Monday to Friday, 01234 567890"
    assert phone(1234567890, []) == "1234567890"
    assert phone("''", []) is None


def test_ids_only_name():
    assert key("../../etc/passwd") == "../../etc/passwd"
    assert key(576460752303423489) == "576460752303423489"
    assert key("a\nb") == "a b"
    assert [key(given) for given in (None, True, {}, [], "", float("nan"))] == [None] * 6


@pytest.mark.parametrize(
    "given, kept, codes",
    [
        ("cw121qu", "CW12 1QU", []),
        (" S1  2HE ", "S1 2HE", []),
        ("SW1A 1AA", "SW1A 1AA", []),
        ("S1", "S1", ["postcode-half"]),
        ("ABC 1234", None, ["postcode-wrong"]),
        ("S1 2CV", None, ["postcode-wrong"]),
        (None, None, []),
    ],
)
def test_postcodes(given, kept, codes):
    problems = []
    assert postcode(given, problems) == kept
    assert [problem.code for problem in problems] == codes


def test_a_postcode_is_taken_out_of_an_address():
    assert split_off("1 High Street, Sheffield, S1 2HE") == ("1 High Street, Sheffield", "S1 2HE")
    assert split_off("Hall, s12he") == ("Hall", "S1 2HE")
    assert split_off("Village Hall") == ("Village Hall", None)
