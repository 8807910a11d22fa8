"""A channel through which nothing gets leaves the service alone for a while, and longer each time."""

import logging

import pytest

from backend.reminders.channels.conftest import TO, WORDS, account
from jointly.kit.govuk_notify import NotifyAccount
from jointly.reminders.channels.channel import Outcome
from jointly.reminders.channels.email import Email
from jointly.reminders.channels.notify import Sms
from jointly.reminders.channels.resting import FIRST, IN_A_ROW, LONGEST, Rest
from support.mail_server import MailService
from support.notify_service import KEY, SMS_TEMPLATE, NotifyService, error


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def fail(rest: Rest, times: int = IN_A_ROW) -> None:
    for _ in range(times):
        rest.hear(Outcome.WAIT)


def test_it_rests_after_five_in_a_row_and_not_before():
    rest = Rest("x", now=Clock())
    fail(rest, IN_A_ROW - 1)
    assert not rest.is_on
    rest.hear(Outcome.UNKNOWN)
    assert rest.is_on


@pytest.mark.parametrize("works", [Outcome.SENT, Outcome.REFUSED])
def test_one_that_works_begins_the_count_anew(works: Outcome):
    rest = Rest("x", now=Clock())
    for _ in range(3):
        fail(rest, IN_A_ROW - 1)
        rest.hear(works)
    assert not rest.is_on


def test_each_rest_is_twice_as_long_up_to_the_longest():
    clock = Clock()
    rest = Rest("x", now=clock)
    fail(rest)
    lengths = []
    for _ in range(7):
        began = clock.seconds
        while rest.is_on:
            rest.hear(Outcome.WAIT)  # what was still under way
            clock.seconds += 10
        lengths.append(clock.seconds - began)
        rest.hear(Outcome.WAIT)
    assert lengths == [30, 60, 120, 240, 480, 600, 600]
    assert (lengths[0], lengths[-1]) == (FIRST, LONGEST)


def test_after_a_rest_one_that_works_ends_it():
    clock = Clock()
    rest = Rest("x", now=clock)
    fail(rest)
    clock.seconds = FIRST
    assert not rest.is_on
    rest.hear(Outcome.SENT)
    fail(rest)
    clock.seconds += FIRST
    assert not rest.is_on, "the next rest is a first one"


async def test_a_mail_server_that_refuses_our_password_is_not_stormed(caplog: pytest.LogCaptureFixture):
    async with MailService(login=("jointly", "right")) as mail:
        channel = Email(account(mail.port, login=("jointly", "wrong")))
        outcomes = {await channel.send(TO, WORDS, reference=f"m{number}") for number in range(3 * IN_A_ROW)}
        assert await channel.send("nobody", WORDS, reference="m") is Outcome.REFUSED, "what is no address is none"
        await channel.close()
    assert outcomes == {Outcome.WAIT}
    assert mail.heard.count("AUTH") == IN_A_ROW
    assert caplog.records[-1].levelno == logging.ERROR
    assert len(caplog.records) == IN_A_ROW + 1


async def test_notify_that_refuses_our_key_is_not_stormed():
    with NotifyService() as notify:
        channel = Sms(NotifyAccount(KEY, SMS_TEMPLATE, None, notify.url))
        notify.answers = [error(403, "AuthError", "Invalid token")] * 3 * IN_A_ROW
        outcomes = {await channel.send("07700900123", WORDS, reference=f"m{n}") for n in range(3 * IN_A_ROW)}
        await channel.close()
    assert outcomes == {Outcome.WAIT}
    assert len(notify.asked) == IN_A_ROW
