"""E-mail reaches a real mail server: safely, once, and readable by Python's own parser as it was meant."""

import email
import email.policy
import logging
import ssl
from email.message import EmailMessage

import pytest

from backend.reminders.channels.conftest import SENDER, TO, WORDS, account
from jointly.reminders.channels.channel import Outcome, Words
from jointly.reminders.channels.email import Email
from support.mail_server import MailService

STOP = "https://msk.example/api/reminders/stop/" + "Aa9_-" * 30


async def sent(channel: Email, words: Words = WORDS, to: str = TO, reference: str = "m1") -> Outcome:
    try:
        return await channel.send(to, words, reference=reference)
    finally:
        await channel.close()


def read(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=email.policy.default)


async def test_a_letter_arrives_as_it_was_meant():
    async with MailService() as mail:
        assert await sent(Email(account(mail.port)), Words("A reminder", WORDS.text, STOP)) is Outcome.SENT
    [letter] = mail.letters
    assert (letter.sender, letter.to) == (SENDER, (TO,))
    found = read(letter.content)
    assert found["From"] == f"Thornbeck MSK <{SENDER}>"
    assert (found["To"], found["Subject"]) == (TO, "A reminder")
    assert found["Message-ID"] == "<m1@msk.example>"
    assert found["Auto-Submitted"] == "auto-generated"
    assert found["List-Unsubscribe"] == f"<{STOP}>"
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert found["Date"].datetime.tzinfo is not None
    assert found.get_content_type() == "text/plain"
    assert found.get_content().rstrip("\r\n").replace("\r\n", "\n") == WORDS.text
    assert mail.heard == ["EHLO", "MAIL", "RCPT", "DATA", "QUIT"]


async def test_no_line_of_a_letter_ends_it():
    text = "One\n.\n..\n.MAIL FROM:<eve@away.example>\n.\nQUIT\n\n."
    async with MailService() as mail:
        assert await sent(Email(account(mail.port)), Words("x", text)) is Outcome.SENT
    [letter] = mail.letters
    assert read(letter.content).get_content().replace("\r\n", "\n").removesuffix("\n") == text
    assert mail.heard == ["EHLO", "MAIL", "RCPT", "DATA", "QUIT"]


async def test_one_that_comes_again_is_seen_to_be_the_same():
    async with MailService() as mail:
        for reference in ("m1", "m1", "m2"):
            await sent(Email(account(mail.port)), reference=reference)
    assert [read(letter.content)["Message-ID"] for letter in mail.letters] == [
        "<m1@msk.example>",
        "<m1@msk.example>",
        "<m2@msk.example>",
    ]


@pytest.mark.parametrize("safety", ["tls", "starttls"])
async def test_a_password_and_a_letter_go_over_tls_alone(safety: str, tls):
    server, trust = tls
    login = ("jointly", "correct horse")
    async with MailService(tls=server, at_once=safety == "tls", login=login) as mail:
        to = account(mail.port, safety=safety, host="localhost", login=login)
        assert await sent(Email(to, trust=trust)) is Outcome.SENT
    [letter] = mail.letters
    assert letter.safe
    opening = ["EHLO", "STARTTLS", "EHLO"] if safety == "starttls" else ["EHLO"]
    assert mail.heard == [*opening, "AUTH", "MAIL", "RCPT", "DATA", "QUIT"]


async def test_a_server_that_nobody_vouches_for_hears_nothing(tls, caplog: pytest.LogCaptureFixture):
    server, _ = tls
    login = ("jointly", "correct horse")
    for at_once in (True, False):
        async with MailService(tls=server, at_once=at_once, login=login) as mail:
            to = account(mail.port, safety="tls" if at_once else "starttls", host="localhost", login=login)
            assert await sent(Email(to)) is Outcome.WAIT
        assert mail.letters == []
        assert mail.heard == ([] if at_once else ["EHLO", "STARTTLS"])
    assert any(record.levelno == logging.ERROR and "certificate" in record.message for record in caplog.records)


async def test_a_certificate_of_another_host_is_not_taken(tls):
    server, trust = tls
    async with MailService(tls=server, at_once=True) as mail:
        assert await sent(Email(account(mail.port, safety="tls", host="127.0.0.1"), trust=trust)) is Outcome.WAIT
    assert mail.letters == []


async def test_no_letter_goes_where_starttls_is_taken_away():
    async with MailService() as mail:
        assert await sent(Email(account(mail.port, safety="starttls", host="localhost"))) is Outcome.WAIT
    assert mail.letters == []
    assert mail.heard == ["EHLO", "STARTTLS"]


async def test_what_is_slipped_in_before_tls_is_not_heard(tls: tuple[ssl.SSLContext, ssl.SSLContext]):
    server, trust = tls
    async with MailService(tls=server, slipped_in=b"250 fine\r\n" * 6) as mail:
        to = account(mail.port, safety="starttls", host="localhost")
        outcome = await sent(Email(to, trust=trust))
    assert (outcome, len(mail.letters)) in [(Outcome.SENT, 1), (Outcome.WAIT, 0)], (
        "never said to be sent when it is not"
    )


@pytest.mark.parametrize(
    "to", ["a@b.example\r\nRCPT TO:<c@d.example>", "a@b.example>\nx", "nobody", "", "a@@b.example"]
)
async def test_what_is_no_address_is_never_said_to_a_server(to: str):
    async with MailService() as mail:
        assert await sent(Email(account(mail.port)), to=to) is Outcome.REFUSED
    assert mail.heard == []


@pytest.mark.parametrize("reference", ["", "a b", "x" * 65, "a\r\nBcc: c@d.example", "a>", "é"])
async def test_a_reference_has_nothing_in_it_that_a_header_could_be_made_of(reference: str):
    async with MailService() as mail:
        with pytest.raises(ValueError, match="reference"):
            await sent(Email(account(mail.port)), reference=reference)
    assert mail.heard == []
