"""Each channel is off until it is set up, and a service does not start with half of one or with an unsafe one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jointly.kit.errors import UnsafeSetting
from jointly.kit.govuk_notify import HOME
from jointly.reminders.channels import channels_of
from jointly.reminders.channels.email import Email
from jointly.reminders.channels.notify import NotifyEmail, Sms
from jointly.settings import read
from support.notify_service import EMAIL_TEMPLATE, KEY, SMS_TEMPLATE

FROM = {"JOINTLY_EMAIL_FROM": "reminders@msk.example"}
SMTP = FROM | {"JOINTLY_SMTP": "smtps://mail.example"}
SMS, MAIL = {"JOINTLY_NOTIFY_SMS_TEMPLATE": SMS_TEMPLATE}, {"JOINTLY_NOTIFY_EMAIL_TEMPLATE": EMAIL_TEMPLATE}
SecretFile = Callable[..., str]


@pytest.fixture
def key(secret_file: SecretFile) -> dict[str, str]:
    return {"JOINTLY_NOTIFY_KEY_FILE": secret_file(f"{KEY}\n")}


def kinds(environment: dict[str, str]) -> dict[str, type]:
    return {name: type(channel) for name, channel in channels_of(read(environment)).items()}


async def test_nothing_is_on_until_it_is_set_up():
    assert kinds({}) == {}


async def test_what_is_set_up_is_on(key: dict[str, str]):
    assert kinds(SMTP) == {"email": Email}
    assert kinds(key | SMS) == {"sms": Sms}
    assert kinds(key | MAIL) == {"email": NotifyEmail}
    assert kinds(key | SMS | MAIL) == {"email": NotifyEmail, "sms": Sms}
    assert kinds(SMTP | key | SMS) == {"email": Email, "sms": Sms}


@pytest.mark.parametrize(
    ("address", "host", "port", "safety"),
    [
        ("smtps://mail.example", "mail.example", 465, "tls"),
        ("smtps://mail.example:1465/", "mail.example", 1465, "tls"),
        ("smtp://mail.example?starttls=required", "mail.example", 587, "starttls"),
        ("smtp://mail.example:25?starttls=required", "mail.example", 25, "starttls"),
        ("smtp://localhost", "localhost", 25, "none"),
        ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, "none"),
        ("smtp://[::1]:2525", "::1", 2525, "none"),
    ],
)
def test_where_mail_is_handed_over(address: str, host: str, port: int, safety: str):
    found = read(FROM | {"JOINTLY_SMTP": address}).mail
    assert (found.host, found.port, found.safety, found.user, found.password) == (host, port, safety, None, None)
    assert (found.sender, found.sender_name, found.domain) == ("reminders@msk.example", "", "msk.example")


def test_a_user_and_the_password_of_a_file(secret_file: SecretFile):
    more = {"JOINTLY_SMTP_PASSWORD_FILE": secret_file("p:a/s@s w%20\n")}
    settings = read(SMTP | {"JOINTLY_SMTP": "smtps://jointly%40msk.example@mail.example"} | more)
    assert (settings.mail.user, settings.mail.password) == ("jointly@msk.example", "p:a/s@s w%20")
    assert "p:a/s" not in repr(settings)


def test_a_sender_may_have_a_name():
    found = read(SMTP | {"JOINTLY_EMAIL_FROM": "Thörnbeck MSK, reminders <r@msk.example>"}).mail
    assert (found.sender_name, found.sender) == ("Thörnbeck MSK, reminders", "r@msk.example")


def test_an_account_at_notify(key: dict[str, str]):
    settings = read(key | SMS)
    assert (settings.notify.key, settings.notify.address) == (KEY, HOME)
    assert (settings.notify.sms_template, settings.notify.email_template) == (SMS_TEMPLATE, None)
    assert KEY[-36:] not in repr(settings)


WRONG_SMTP = [
    *("mail.example", "http://mail.example", "smtp://mail.example", "smtp://10.0.0.1", "smtps://", "smtps://:465"),
    *("smtp://mail.example?starttls=optional", "smtps://mail.example?starttls=required", "smtps://mail.example/x"),
    *("smtps://mail.example:0", "smtps://mail.example:x", "smtps://mail.example:99999", "smtps://mail example"),
    *("smtps://-mail.example", "smtps://mail.example#x", "smtps://a%0Ab@mail.example", "smtp://[::1"),
    "smtp://localhost.example.org",
]


@pytest.mark.parametrize("address", WRONG_SMTP)
def test_an_address_that_is_wrong_or_unsafe_for_mail(address: str):
    with pytest.raises(UnsafeSetting, match=r"^JOINTLY_SMTP (must|_PASSWORD)"):
        read(FROM | {"JOINTLY_SMTP": address})


@pytest.mark.parametrize("address", ["smtps://u:hunter2@mail.example", "smtps://u:hunter2@mail example:x"])
def test_a_password_stands_in_no_address_and_is_not_told(address: str):
    with pytest.raises(UnsafeSetting, match="JOINTLY_SMTP must") as refused:
        read(FROM | {"JOINTLY_SMTP": address})
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    "sender",
    [
        *("", "reminders", "a@b", "a@127.0.0.1", "a@b.example, c@d.example", "A <a@b.example> x", "A<a@b.example>"),
        *("a@b.example\nBcc: c@d.example", "A\nB <a@b.example>", "=?utf-8?q?x?= <a@b.example>", f"{'A' * 61} <a@b.ex>"),
        *(f"{'a' * 65}@b.example", "ä@b.example"),
    ],
)
def test_a_sender_is_one_plain_address(sender: str):
    with pytest.raises(UnsafeSetting, match="JOINTLY_EMAIL_FROM must be"):
        read({"JOINTLY_SMTP": "smtps://mail.example", "JOINTLY_EMAIL_FROM": sender})


def test_half_of_a_mail_server_is_refused(secret_file: SecretFile):
    password = {"JOINTLY_SMTP_PASSWORD_FILE": secret_file("x")}
    for half in (FROM, password):
        with pytest.raises(UnsafeSetting, match="go with JOINTLY_SMTP"):
            read(half)
    for half in (SMTP | password, SMTP | {"JOINTLY_SMTP": "smtps://u@mail.example"}):
        with pytest.raises(UnsafeSetting, match="JOINTLY_SMTP_PASSWORD_FILE goes with"):
            read(half)


def test_half_of_an_account_at_notify_is_refused(key: dict[str, str]):
    for half in (SMS, MAIL, {"JOINTLY_NOTIFY_API": "http://127.0.0.1:9"}):
        with pytest.raises(UnsafeSetting, match="JOINTLY_NOTIFY_KEY_FILE must be set"):
            read(half)
    with pytest.raises(UnsafeSetting, match="JOINTLY_NOTIFY_SMS_TEMPLATE or JOINTLY_NOTIFY_EMAIL_TEMPLATE"):
        read(key)
    for name in (*SMS, *MAIL):
        with pytest.raises(UnsafeSetting, match=f"{name} must be the id"):
            read(key | {name: "reminder"})
    with pytest.raises(UnsafeSetting, match="JOINTLY_SMTP both"):
        read(key | MAIL | SMTP)


@pytest.mark.parametrize(
    "address",
    [
        "https://notify.example",
        "http://10.0.0.1",
        "http://127.0.0.1:9/v2",
        "http://127.0.0.1@notify.example",
        "localhost",
    ],
)
def test_messages_go_to_notify_itself_outside_of_tests(address: str, key: dict[str, str]):
    with pytest.raises(UnsafeSetting, match="JOINTLY_NOTIFY_API is for tests"):
        read(key | SMS | {"JOINTLY_NOTIFY_API": address})


def test_a_test_may_stand_in_for_notify(key: dict[str, str]):
    assert read(key | SMS | {"JOINTLY_NOTIFY_API": "http://127.0.0.1:99/"}).notify.address == "http://127.0.0.1:99"
    inside = {"JOINTLY_NOTIFY_API": "https://notify.internal", "JOINTLY_FEEDS_PRIVATE_HOSTS": "notify.internal"}
    assert read(key | SMS | inside).notify.address == "https://notify.internal"


@pytest.mark.parametrize("text", ["", "\n", "two\nlines", "x" * 1001, "caf\u00e9", "\x00", "a\tb"])
def test_a_secret_is_one_plain_line(text: str, secret_file: SecretFile):
    named = {"JOINTLY_SMTP": "smtps://u@mail.example", "JOINTLY_SMTP_PASSWORD_FILE": secret_file(text)}
    with pytest.raises(UnsafeSetting, match=r"JOINTLY_SMTP_PASSWORD_FILE=.* must hold one line"):
        read(FROM | named)


def test_a_secret_that_others_can_read_or_that_is_not_there_is_refused(secret_file: SecretFile, tmp_path: Path):
    for mode in (0o640, 0o604, 0o620):
        with pytest.raises(UnsafeSetting, match=r"JOINTLY_NOTIFY_KEY_FILE=.*chmod 600"):
            read(SMS | {"JOINTLY_NOTIFY_KEY_FILE": secret_file(KEY, mode)})
    for missing in (tmp_path / "nothing", tmp_path):
        with pytest.raises(UnsafeSetting, match=r"JOINTLY_NOTIFY_KEY_FILE=.*cannot be read"):
            read(SMS | {"JOINTLY_NOTIFY_KEY_FILE": str(missing)})


@pytest.mark.parametrize("text", ["hunter2", KEY[-36:], KEY[-73:], KEY + "0", KEY.upper()])
def test_a_key_that_the_client_would_take_apart_wrongly_is_refused_and_not_told(text: str, secret_file: SecretFile):
    with pytest.raises(UnsafeSetting, match=r"must hold a key of GOV\.UK Notify") as refused:
        read(SMS | {"JOINTLY_NOTIFY_KEY_FILE": secret_file(text)})
    assert text not in str(refused.value)
