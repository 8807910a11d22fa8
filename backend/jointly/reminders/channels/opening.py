"""Which channels an operator set up."""

from typing import Protocol

from jointly.kit.govuk_notify import NotifyAccount
from jointly.kit.mail_server import MailServer
from jointly.reminders.channels.channel import Channel
from jointly.reminders.channels.email import Email
from jointly.reminders.channels.notify import NotifyEmail, Sms


class SetUp(Protocol):
    """What has the two settings: `jointly.settings.Settings`."""

    @property
    def mail(self) -> MailServer | None: ...

    @property
    def notify(self) -> NotifyAccount | None: ...


def channels_set_up(settings: SetUp) -> tuple[str, ...]:
    """The names of the channels that an operator set up."""
    email = settings.mail or (settings.notify and settings.notify.email_template)
    sms = settings.notify and settings.notify.sms_template
    return tuple(name for name, there in (("email", email), ("sms", sms)) if there)


def channels_of(settings: SetUp) -> dict[str, Channel]:
    """The channels by their name, `email` and `sms`; none without settings. Close each at the end."""
    found: list[Channel] = []
    if settings.mail:
        found.append(Email(settings.mail))
    elif settings.notify and settings.notify.email_template:
        found.append(NotifyEmail(settings.notify))
    if settings.notify and settings.notify.sms_template:
        found.append(Sms(settings.notify))
    return {channel.name: channel for channel in found}
