"""A letter holds what was said and nothing else, whatever is in it, in lines that every server takes."""

import email
import email.policy
import re
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backend.reminders.channels.conftest import SENDER, TO, account
from jointly.reminders.channels import addresses
from jointly.reminders.channels.channel import LONGEST_LINK, LONGEST_SUBJECT, LONGEST_TEXT, Words
from jointly.reminders.channels.email import written

AT = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
HEADERS = {
    *("date", "message-id", "auto-submitted", "x-auto-response-suppress", "from", "to", "subject"),
    *("mime-version", "content-type", "content-transfer-encoding"),
}
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
SUBJECTS = st.text(LETTERS, min_size=1, max_size=LONGEST_SUBJECT)
TEXTS = st.text(LETTERS | st.just("\n"), min_size=1, max_size=300)
LONG_TO = f"{'l' * 64}@{'.'.join(['d' * 60] * 3)}.ex"


def read(content: bytes) -> email.message.EmailMessage:
    return email.message_from_bytes(content, policy=email.policy.default)


@given(subject=SUBJECTS, text=TEXTS)
@example(subject="Überraschung " * 9, text="ẞ" * 3_000)
@example(subject="=?utf-8?q?Bcc?=", text=".\n..\nFrom me\n.")
@example(subject="x" * LONGEST_SUBJECT, text="x" * LONGEST_TEXT)
@example(subject="Bcc: eve@away.example", text="\n\nBcc: eve@away.example")
def test_what_is_written_is_what_is_read(subject: str, text: str):
    content = written(account(1), TO, Words(subject, text), reference="m1", at=AT)
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")
    found = read(content)
    assert {name.lower() for name in found.keys()} == HEADERS  # noqa: SIM118
    assert (found["From"].addresses[0].addr_spec, found["To"]) == (SENDER, TO)
    assert found.get_content().replace("\r\n", "\n").removesuffix("\n") == text.removesuffix("\n")
    assert not found.defects


@given(subject=st.text(st.characters(categories=["L", "N", "Po"], exclude_characters="?="), min_size=1, max_size=120))
def test_a_subject_is_read_as_it_was_written(subject: str):
    found = read(written(account(1), TO, Words(subject, "x"), reference="m1", at=AT))
    assert found["Subject"] == subject


@pytest.mark.parametrize("to", [LONG_TO, "o'neill+jointly@a-b.example", "a.b_c~d&e#f@xn--bcher-kva.example"])
def test_an_address_stays_whole(to: str):
    assert addresses.email(to) == to
    content = written(account(1), to, Words("x", "x"), reference="m1", at=AT)
    assert [one.addr_spec for one in read(content)["To"].addresses] == [to]


def test_a_long_link_to_stop_stays_on_one_line():
    stop = "https://msk.example/" + "a" * (LONGEST_LINK - 20)
    content = written(account(1), TO, Words("x", "x", stop), reference="m" * 64, at=AT)
    assert f"\r\nList-Unsubscribe: <{stop}>\r\n".encode() in content
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_without_one_nothing_promises_it():
    assert b"Unsubscribe" not in written(account(1), TO, Words("x", "x"), reference="m1", at=AT)


@pytest.mark.parametrize(
    "subject", ["", "x" * 121, "a\nb", "a\r\nBcc: x@y.example", "a\x00", "a\x85b", "a\u2028b", "\ud800", "a\tb"]
)
def test_a_subject_is_one_line(subject: str):
    with pytest.raises(ValueError, match="subject"):
        Words(subject, "x")


@pytest.mark.parametrize("text", ["", "x" * 5001, "a\r\n", "a\x00", "a\x1b[2J", "\udc00", "a\u2029b"])
def test_a_text_holds_nothing_that_steers(text: str):
    with pytest.raises(ValueError, match="text"):
        Words("x", text)


@pytest.mark.parametrize(
    "stop",
    [
        *("http://msk.example/a", "https://msk.example", "https://msk.example/a b", "https://msk.example/>"),
        *("https://msk.example/\r\nBcc: x@y.example", "mailto:a@b.example", "https://msk.example/" + "a" * 900),
        *("https://msk.example/é", ""),
    ],
)
def test_a_link_to_stop_is_plain(stop: str):
    with pytest.raises(ValueError, match="link"):
        Words("x", "x", stop)


def test_a_name_of_a_service_cannot_leave_its_header():
    for name in ('O"Neill, Ltd', "a@b.example", "Thörnbeck", "x" * 60):
        server = account(1)
        content = written(
            type(server)(server.host, 1, "none", None, None, SENDER, name), TO, Words("x", "x"), reference="m1", at=AT
        )
        assert [one.addr_spec for one in read(content)["From"].addresses] == [SENDER], name
        assert re.findall(rb"(?im)^(?:bcc|cc|to):", content) == [b"To:"]
