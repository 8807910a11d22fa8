"""The account at GOV.UK Notify, if the operator has one: its key, and the templates that messages are put into."""

import re
from collections.abc import Container
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from jointly.kit.errors import UnsafeSetting
from jointly.kit.own_machine import is_own_machine
from jointly.kit.secret_files import read_secret

HOME = "https://api.notifications.service.gov.uk"
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


@dataclass(frozen=True, slots=True)
class NotifyAccount:
    """An account. A message goes out on a channel if there is a template for it: at least one of the two is there."""

    key: str = field(repr=False)
    sms_template: str | None
    """Its id. The template has the placeholder `((text))`."""
    email_template: str | None
    """Its id. The template has the placeholders `((subject))` and `((text))`."""
    address: str = HOME
    """Where the API is; another than its own only in tests, on this machine or in the operator's own network."""


def notify_account(
    key_file: str, sms_template: str, email_template: str, address: str, private_hosts: Container[str]
) -> NotifyAccount | None:
    """The account of four settings; none when all are empty. Raises `UnsafeSetting`, naming the one that is wrong."""
    if not key_file:
        if sms_template or email_template or address:
            raise UnsafeSetting("JOINTLY_NOTIFY_KEY_FILE must be set too: GOV.UK Notify needs the key of an account.")
        return None
    if not (sms_template or email_template):
        raise UnsafeSetting(
            "JOINTLY_NOTIFY_SMS_TEMPLATE or JOINTLY_NOTIFY_EMAIL_TEMPLATE must be set too: GOV.UK Notify sends nothing "
            "without a template."
        )
    for kind, template in (("SMS", sms_template), ("EMAIL", email_template)):
        if template and not re.fullmatch(_UUID, template):
            raise UnsafeSetting(
                f"JOINTLY_NOTIFY_{kind}_TEMPLATE must be the id of a template, such as "
                "f33517ff-2a88-4f6e-b855-c550268ce08a."
            )
    key = read_secret(key_file, "JOINTLY_NOTIFY_KEY_FILE")
    # The client takes the account and the secret from the end, by counting, and says nothing when they are not there.
    if not re.fullmatch(rf".+-{_UUID}-{_UUID}", key):
        raise UnsafeSetting(
            f"JOINTLY_NOTIFY_KEY_FILE={key_file} must hold a key of GOV.UK Notify: a name and two ids, with - between."
        )
    return NotifyAccount(key, sms_template or None, email_template or None, _address(address, private_hosts))


def _address(address: str, private_hosts: Container[str]) -> str:
    if not address:
        return HOME
    host = urlsplit(address).hostname or ""
    ours = is_own_machine(host) or host in private_hosts
    if not ours or not re.fullmatch(r"https?://[A-Za-z0-9.\[\]:-]+/?", address):
        raise UnsafeSetting(
            "JOINTLY_NOTIFY_API is for tests only: leave it out, or name http://127.0.0.1:PORT or a host of "
            "JOINTLY_FEEDS_PRIVATE_HOSTS."
        )
    return address.rstrip("/")
