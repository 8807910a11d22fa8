"""GOV.UK Notify through its own client: what it takes goes out once, and what it answers is told as it is."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator

import pytest

from backend.reminders.channels.conftest import TO, WORDS
from jointly.kit.govuk_notify import NotifyAccount
from jointly.reminders.channels.channel import Channel, Outcome, Words
from jointly.reminders.channels.notify import LONGEST_SMS, NotifyEmail, Sms
from jointly.reminders.channels.waiting import MOST_AT_ONCE, Late, Threads
from support.certificates import server_and_client
from support.mail_server import MailService
from support.notify_service import (
    EMAIL_TEMPLATE,
    KEY,
    SECRET,
    SMS_TEMPLATE,
    Answer,
    Fault,
    NotifyService,
    drip,
    drop,
    error,
    hang,
)
from support.processes import free_port

SENT, REFUSED, WAIT, UNKNOWN = Outcome
NUMBER = "+447700900123"
STOP = "https://msk.example/api/reminders/stop/abc"


def account(url: str, key: str = KEY) -> NotifyAccount:
    return NotifyAccount(key, SMS_TEMPLATE, EMAIL_TEMPLATE, url)


@pytest.fixture
def notify():
    with NotifyService() as service:
        yield service


@pytest.fixture
async def sms(notify: NotifyService) -> AsyncIterator[Channel]:
    channel = Sms(account(notify.url))
    yield channel
    await channel.close()


@pytest.fixture
async def mail(notify: NotifyService) -> AsyncIterator[Channel]:
    channel = NotifyEmail(account(notify.url))
    yield channel
    await channel.close()


async def test_a_text_message_goes_out(notify: NotifyService, sms: Channel):
    assert await sms.send("07700 900 123", Words("x", "Zeit für Übungen …"), reference="m1") is SENT
    [taken] = notify.taken
    assert taken == {
        "kind": "sms",
        "phone_number": NUMBER,
        "template_id": SMS_TEMPLATE,
        "personalisation": {"text": "Zeit für Übungen …"},
        "reference": "m1",
    }


async def test_an_email_goes_out_with_the_link_that_stops_them(notify: NotifyService, mail: Channel):
    assert await mail.send(f" {TO} ", Words(WORDS.subject, WORDS.text, STOP), reference="m1") is SENT
    assert await mail.send(TO, WORDS, reference="m2") is SENT
    first, second = notify.taken
    assert first == {
        "kind": "email",
        "email_address": TO,
        "template_id": EMAIL_TEMPLATE,
        "personalisation": {"subject": WORDS.subject, "text": WORDS.text},
        "reference": "m1",
        "one_click_unsubscribe_url": STOP,
    }
    assert "one_click_unsubscribe_url" not in second


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (error(400, "ValidationError", "phone_number Not enough digits"), REFUSED),
        (error(400, "ValidationError", "phone_number Not a UK mobile number"), REFUSED),
        (error(400, "ValidationError", "template_id is not a valid UUID"), WAIT),
        (error(400, "BadRequestError", "Template not found"), WAIT),
        (error(400, "BadRequestError", "phone_number looks odd to a proxy"), WAIT),
        (error(400, "BadRequestError", "Can’t send to this recipient using a team-only API key"), WAIT),
        (error(403, "AuthError", "Invalid token: API key not found"), WAIT),
        (error(404, "NotFound", "No result found"), WAIT),
        (error(429, "RateLimitError", "Exceeded rate limit"), WAIT),
        (error(429, "TooManyRequestsError", "Exceeded send limits"), WAIT),
        (error(500, "Exception", "Internal server error"), WAIT),
        (Answer(503, "<html>busy"), WAIT),
        (Answer(502, "<html>bad gateway"), UNKNOWN),
        (Answer(504, "<html>gateway timeout"), UNKNOWN),
        (Answer(400, '{"errors": "phone_number"}'), WAIT),
        (Answer(400, '[["ValidationError"]]'), WAIT),
        (Answer(400, '{"errors": [null, {"error": "ValidationError", "message": null}]}'), WAIT),
        (Answer(200, "<html>Sign in to this network"), UNKNOWN),
        (Answer(201, "[]"), UNKNOWN),
        (Answer(201, "{}"), UNKNOWN),
        (Answer(204), UNKNOWN),
    ],
    ids=str,
)
async def test_each_answer_means_what_it_says(notify: NotifyService, sms: Channel, answer: Answer, expected: Outcome):
    notify.answers = [answer]
    assert await sms.send(NUMBER, WORDS, reference="m1") is expected
    assert len(notify.asked) == 1, "nothing is tried again in here"
    assert await sms.send(NUMBER, WORDS, reference="m2") is SENT


async def test_a_connection_that_ends_without_an_answer_leaves_open_whether_it_went_out(
    notify: NotifyService, sms: Channel
):
    notify.answers = [drop]
    assert await sms.send(NUMBER, WORDS, reference="m1") is UNKNOWN
    assert len(notify.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_nobody_leads_a_message_elsewhere(notify: NotifyService, sms: Channel, status: int):
    with NotifyService() as elsewhere:
        notify.answers = [Answer(status, headers={"location": f"{elsewhere.url}/v2/notifications/sms"})]
        assert await sms.send(NUMBER, WORDS, reference="m1") is WAIT
        assert elsewhere.asked == []


@pytest.mark.parametrize("kind", ["email_address", "phone_number"])
async def test_each_channel_knows_its_own_field(notify: NotifyService, sms: Channel, mail: Channel, kind: str):
    notify.answers = [error(400, "ValidationError", f"{kind} Not a valid one")] * 2
    found = [await sms.send(NUMBER, WORDS, reference="m1"), await mail.send(TO, WORDS, reference="m1")]
    assert found == ([REFUSED, WAIT] if kind == "phone_number" else [WAIT, REFUSED])


@pytest.mark.parametrize("limits", [{"longest": 3600, "answer": 0.2}, {"longest": 0.2}], ids=["silent", "in all"])
@pytest.mark.parametrize("fault", [hang, drip], ids=["hang", "drip"])
async def test_a_service_that_holds_us_up_is_left_and_may_have_sent_it(
    notify: NotifyService, fault: Fault, limits: dict[str, float]
):
    if fault is drip:
        limits = {"longest": 0.2}
    channel = Sms(account(notify.url), **limits)
    notify.answers = [fault]
    assert await channel.send(NUMBER, WORDS, reference="m1") is UNKNOWN
    await channel.close()


async def test_what_no_thread_took_up_in_time_was_not_sent():
    threads, held = Threads("test"), threading.Event()
    stuck = [asyncio.create_task(threads.run(held.wait, seconds=0.01)) for _ in range(MOST_AT_ONCE)]
    assert [late.is_begun for late in await asyncio.gather(*stuck, return_exceptions=True)] == [True] * MOST_AT_ONCE
    with pytest.raises(Late) as late:
        await threads.run(held.wait, seconds=0.01)
    assert not late.value.is_begun
    held.set()
    assert await threads.run(held.wait, seconds=3600)
    threads.close()


async def test_what_never_left_is_waited_for(tmp_path):
    for url in (f"http://127.0.0.1:{free_port()}", "https://nowhere.invalid"):
        channel = Sms(account(url))
        assert await channel.send(NUMBER, WORDS, reference="m1") is WAIT, url
        await channel.close()


async def test_a_service_that_nobody_vouches_for_hears_nothing(tmp_path):
    server, _ = server_and_client("localhost", tmp_path)
    async with MailService(tls=server, at_once=True) as other:
        channel = Sms(account(f"https://localhost:{other.port}"))
        assert await channel.send(NUMBER, WORDS, reference="m1") is WAIT
        await channel.close()
    assert other.heard == []


async def test_another_key_is_told_to_the_operator_and_no_address_suffers(
    notify: NotifyService, caplog: pytest.LogCaptureFixture
):
    channel = Sms(account(notify.url, key=KEY[:-4] + "0000"))
    assert await channel.send(NUMBER, WORDS, reference="m1") is WAIT
    await channel.close()
    assert [record.levelno for record in caplog.records if record.name == "jointly"] == [logging.ERROR]
    assert notify.taken == []


@pytest.mark.parametrize("to", ["", "01274 432111", "a@b.example", "+44770090012", "07700900123\n"])
async def test_what_is_no_mobile_number_is_never_asked_for(notify: NotifyService, sms: Channel, to: str):
    assert await sms.send(to, WORDS, reference="m1") is REFUSED
    assert notify.asked == []


async def test_what_is_no_email_address_is_never_asked_for(notify: NotifyService, mail: Channel):
    assert await mail.send(NUMBER, WORDS, reference="m1") is REFUSED
    assert notify.asked == []


async def test_a_text_that_is_too_long_is_refused_here(notify: NotifyService, sms: Channel):
    assert await sms.send(NUMBER, Words("x", "x" * LONGEST_SMS), reference="m1") is SENT
    with pytest.raises(ValueError, match="612"):
        await sms.send(NUMBER, Words("x", "x" * (LONGEST_SMS + 1)), reference="m2")
    with pytest.raises(ValueError, match="reference"):
        await sms.send(NUMBER, WORDS, reference="a b")
    assert len(notify.asked) == 1


async def test_many_at_once_all_go_out_once(notify: NotifyService, sms: Channel):
    many = [f"m{number}" for number in range(30)]
    assert {*await asyncio.gather(*(sms.send(NUMBER, WORDS, reference=one) for one in many))} == {SENT}
    assert sorted(taken["reference"] for taken in notify.taken) == sorted(many)


async def test_nothing_that_was_said_is_in_the_logs(
    notify: NotifyService, sms: Channel, mail: Channel, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    secrets = (SECRET, NUMBER, "7700900123", TO, "planned", "margaret")
    echo = " ".join(secrets)
    bad = [error(status, "ValidationError", f"phone_number {echo}") for status in (400, 403, 404, 429, 500, 502)]
    for answer in (*bad, Answer(200, echo), drop):
        for channel, to in ((sms, NUMBER), (mail, TO)):
            notify.answers = [answer]
            await channel.send(to, WORDS, reference="m1")
            assert await channel.send(to, WORDS, reference="m2") is SENT, "and it does not rest"
    assert caplog.records
    told = "\n".join(caplog.handler.format(record) for record in caplog.records)
    assert [secret for secret in secrets if secret in told] == []
    assert SECRET not in repr(account(notify.url))
