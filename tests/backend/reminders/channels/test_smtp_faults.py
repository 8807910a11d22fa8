"""Whatever a mail server does, what came of a letter is never told wrongly, and no secret is told at all."""

import asyncio
import logging
import ssl

import pytest

from backend.reminders.channels.conftest import TO, WORDS, account
from jointly.reminders.channels.channel import Outcome
from jointly.reminders.channels.email import Email
from jointly.reminders.channels.smtp import Letter
from jointly.reminders.channels.waiting import MOST_AT_ONCE
from support.mail_server import DRIP, DROP, HANG, MailService
from support.processes import free_port

LOGIN = ("jointly-user", "correct-horse")
BEFORE = ["greeting", "ehlo", "auth", "mail", "rcpt", "data"]
SENT, REFUSED, WAIT, UNKNOWN = Outcome


async def outcome(mail: MailService, /, **faults: str) -> Outcome:
    mail.faults = faults
    channel = Email(account(mail.port, login=mail.login))
    try:
        return await channel.send(TO, WORDS, reference="m1")
    finally:
        await channel.close()


@pytest.fixture
async def mail():
    async with MailService(login=LOGIN) as service:
        yield service


@pytest.mark.parametrize("step", [*BEFORE, "letter"])
@pytest.mark.parametrize("code", ["421 4.3.2 going down", "450 4.2.1 later", "451 oops"])
async def test_a_no_for_the_moment_is_waited_out(mail: MailService, step: str, code: str):
    assert await outcome(mail, **{step: code}) is WAIT
    assert mail.letters == []
    assert await outcome(mail) is SENT


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("550 5.1.1 <margaret@home.example> no such user", REFUSED),
        ("550 5.1.10 the host takes no mail", REFUSED),
        ("551 5.1.6 moved", REFUSED),
        ("550 5.2.1 disabled", REFUSED),
        ("550-5.1.1 no such\r\n550 5.1.1 user", REFUSED),
        ("550 no such user", REFUSED),
        ("553 mailbox name not allowed", REFUSED),
        ("552 5.2.2 full", WAIT),
        ("550 5.7.1 relaying denied", WAIT),
        ("554 5.7.1 your address is on a list", WAIT),
        ("530 5.7.0 log in first", WAIT),
        ("554 no", WAIT),
        ("500 5.5.1 what?", WAIT),
    ],
)
async def test_only_what_is_said_of_the_address_ends_it(mail: MailService, said: str, expected: Outcome):
    assert await outcome(mail, rcpt=said) is expected
    assert mail.letters == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [("550 5.1.1 no such user after all", REFUSED), ("550 it looks like spam", WAIT), ("554 5.7.1 spam", WAIT)],
)
async def test_the_last_word_may_still_be_about_the_address(mail: MailService, said: str, expected: Outcome):
    assert await outcome(mail, letter=said) is expected
    assert mail.letters == []


@pytest.mark.parametrize("step", ["greeting", "ehlo", "auth", "mail", "data"])
async def test_a_lasting_no_to_us_is_told_to_the_operator_and_nobodys_address_suffers(
    mail: MailService, step: str, caplog: pytest.LogCaptureFixture
):
    assert await outcome(mail, **{step: "550 5.1.1 no"}) is WAIT
    assert [record.levelno for record in caplog.records if record.name == "jointly"] == [logging.ERROR]


@pytest.mark.parametrize("step", BEFORE)
async def test_a_connection_that_ends_before_the_letter_leaves_nothing_sent(mail: MailService, step: str):
    assert await outcome(mail, **{step: DROP}) is WAIT
    assert mail.letters == []


@pytest.mark.parametrize("answer", [DROP, "354 go on", "what?", "", "999 x", "x" * 9000, "250-more\r\nwhat?"])
async def test_no_clear_answer_to_the_letter_leaves_open_whether_it_was_sent(mail: MailService, answer: str):
    assert await outcome(mail, letter=answer) is UNKNOWN


async def test_any_yes_to_the_letter_is_a_yes(mail: MailService):
    assert await outcome(mail, letter="251 2.0.0 forwarded") is SENT


@pytest.mark.parametrize("fault", [DROP, "500 5.5.1 no goodbyes"])
async def test_how_it_says_goodbye_does_not_matter(mail: MailService, fault: str):
    assert await outcome(mail, quit=fault) is SENT
    assert len(mail.letters) == 1


@pytest.mark.parametrize("fault", [HANG, DRIP])
@pytest.mark.parametrize(
    ("step", "expected"), [*((step, WAIT) for step in BEFORE), ("letter", UNKNOWN), ("quit", SENT)]
)
async def test_when_the_time_is_over_what_is_known_is_told(mail: MailService, step: str, expected: Outcome, fault: str):
    mail.faults = {step: fault}
    letter = Letter(account(mail.port, login=LOGIN), ssl.create_default_context(), TO, b"Subject: x\r\n\r\nx\r\n")
    handing_over = asyncio.create_task(asyncio.to_thread(letter.hand_over))
    await mail.hanging.wait()
    letter.cut()
    assert await handing_over is expected


async def test_what_is_cut_before_it_began_says_nothing(mail: MailService):
    letter = Letter(account(mail.port, login=LOGIN), ssl.create_default_context(), TO, b"x\r\n")
    letter.cut()
    assert await asyncio.to_thread(letter.hand_over) is WAIT
    assert (mail.heard, mail.letters) == ([], [])


async def test_a_server_that_holds_us_up_is_left(mail: MailService):
    mail.faults = {"greeting": DRIP}
    channel = Email(account(mail.port), longest=0.05)
    assert await channel.send(TO, WORDS, reference="m1") is WAIT
    await channel.close()


async def test_who_stops_waiting_leaves_no_conversation_behind(mail: MailService):
    mail.faults = {"mail": HANG}
    channel = Email(account(mail.port, login=LOGIN))
    sending = asyncio.create_task(channel.send(TO, WORDS, reference="m1"))
    await mail.hanging.wait()
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    mail.faults = {}
    assert await channel.send(TO, WORDS, reference="m2") is SENT
    await channel.close()


async def test_many_at_once_all_arrive_once(mail: MailService):
    channel = Email(account(mail.port, login=LOGIN))
    many = [f"m{number}" for number in range(3 * MOST_AT_ONCE)]
    assert {*await asyncio.gather(*(channel.send(TO, WORDS, reference=one) for one in many))} == {SENT}
    await channel.close()
    ids = [line for letter in mail.letters for line in letter.content.split(b"\r\n") if b"Message-ID" in line]
    assert sorted(ids) == sorted(f"Message-ID: <{one}@msk.example>".encode() for one in many)


async def test_a_server_that_is_not_there_is_waited_for():
    channel = Email(account(free_port()))
    assert await channel.send(TO, WORDS, reference="m1") is WAIT
    await channel.close()


async def test_a_server_that_speaks_something_else_is_waited_for(mail: MailService):
    for nonsense in ("HTTP/1.1 400 Bad Request", "no", "", "220x" * 9000, "2²0 ready", "\x00\x01"):
        assert await outcome(mail, greeting=nonsense) is WAIT, nonsense


async def test_nothing_that_was_said_is_in_the_logs(mail: MailService, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    secrets = (*LOGIN, TO, "planned", "margaret")
    echo = " ".join(secrets)
    for step in (*BEFORE, "letter", "quit"):
        for said in (f"550 5.7.1 {echo}", f"450 4.0.0 {echo}", f"{echo}", DROP):
            await outcome(mail, **{step: said})
    mail.login = ("jointly-user", "another")
    channel = Email(account(mail.port, login=LOGIN))
    assert await channel.send(TO, WORDS, reference="m1") is WAIT
    await channel.close()
    assert caplog.records
    told = "\n".join(caplog.handler.format(record) for record in caplog.records)
    assert [secret for secret in secrets if secret in told] == []
    assert LOGIN[1] not in repr(account(1, login=LOGIN))
