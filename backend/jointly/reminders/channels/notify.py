"""SMS and e-mail through GOV.UK Notify, with the client that it gives out."""

import errno
import logging
import socket
import ssl
from collections.abc import Iterator
from functools import partial
from typing import Any, Literal

import requests
from notifications_python_client.errors import HTTPError, InvalidResponse
from notifications_python_client.notifications import NotificationsAPIClient

from jointly.kit.govuk_notify import NotifyAccount
from jointly.reminders.channels import addresses
from jointly.reminders.channels.channel import Outcome, Words, check_reference
from jointly.reminders.channels.resting import Rest
from jointly.reminders.channels.waiting import Late, Threads

log = logging.getLogger("jointly")
# The client logs what the service answers, and somebody's number may stand in that.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)

CONNECT, ANSWER = 10.0, 20.0
"""Seconds for a connection, and for each silence of the service after it."""
LONGEST = 60.0
"""Seconds that one message may take."""
LONGEST_SMS = 612
"""Characters of a text message: four parts; the service itself takes 918."""
_GATEWAY = (502, 504)
"""Said by what stands before the service: it may have passed the message on."""
_NO_CONNECTION = (
    requests.ConnectTimeout,
    requests.exceptions.ProxyError,
    socket.gaierror,
    ssl.SSLCertVerificationError,
)
_NO_WAY = {errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN}


class Notify:
    """What both channels share: the account, and a client for each message, which no two threads ever have."""

    def __init__(self, account: NotifyAccount, name: str, *, longest: float, answer: float) -> None:
        self._account = account
        self._longest, self._timeout = longest, (min(CONNECT, answer), answer)
        self._threads = Threads(f"notify-{name}")
        self._rest = Rest(f"GOV.UK Notify ({name})")

    async def hand_over(self, verb: str, *, field: str, **message: Any) -> Outcome:
        """What comes of one call of the client; `field` is the name that the service has for the address."""
        if self._rest.is_on:
            return Outcome.WAIT
        try:
            outcome = await self._threads.run(partial(self._call, verb, field, message), seconds=self._longest)
        except Late as late:
            log.warning("GOV.UK Notify: no answer within %d seconds", self._longest)
            outcome = Outcome.UNKNOWN if late.is_begun else Outcome.WAIT
        self._rest.hear(outcome)
        return outcome

    async def close(self) -> None:
        """See `Channel.close`."""
        self._threads.close()

    def _call(self, verb: str, field: str, message: dict[str, Any]) -> Outcome:
        client = NotificationsAPIClient(self._account.key, base_url=self._account.address, timeout=self._timeout)
        with client.request_session as session:
            # The service redirects nobody; what did would get the number too.
            session.max_redirects = 0
            try:
                answer = getattr(client, verb)(**message)
            except HTTPError as fault:
                return _of(fault, field)
            except (InvalidResponse, requests.RequestException, OSError) as fault:
                log.error("GOV.UK Notify: what answered was not the service: %s", type(fault).__name__)
                return Outcome.UNKNOWN
        return Outcome.SENT if isinstance(answer, dict) and answer.get("id") else Outcome.UNKNOWN


class Sms(Notify):
    """The channel `sms`. `Words.subject` and `Words.stop` are left out."""

    name: Literal["sms"] = "sms"

    def __init__(self, account: NotifyAccount, *, longest: float = LONGEST, answer: float = ANSWER) -> None:
        super().__init__(account, "sms", longest=longest, answer=answer)

    async def send(self, to: str, words: Words, *, reference: str) -> Outcome:
        """See `Channel.send`. Raises `ValueError` for a text of more than 612 characters too."""
        check_reference(reference)
        if len(words.text) > LONGEST_SMS:
            raise ValueError(f"a text message has {LONGEST_SMS} characters at most")
        number = addresses.mobile(to)
        if number is None:
            return Outcome.REFUSED
        return await self.hand_over(
            "send_sms_notification",
            field="phone_number",
            phone_number=number,
            template_id=self._account.sms_template,
            personalisation={"text": words.text},
            reference=reference,
        )


class NotifyEmail(Notify):
    """The channel `email`, through GOV.UK Notify instead of a mail server of the operator's own."""

    name: Literal["email"] = "email"

    def __init__(self, account: NotifyAccount, *, longest: float = LONGEST, answer: float = ANSWER) -> None:
        super().__init__(account, "email", longest=longest, answer=answer)

    async def send(self, to: str, words: Words, *, reference: str) -> Outcome:
        """See `Channel.send`."""
        check_reference(reference)
        address = addresses.email(to)
        if address is None:
            return Outcome.REFUSED
        return await self.hand_over(
            "send_email_notification",
            field="email_address",
            email_address=address,
            template_id=self._account.email_template,
            personalisation={"subject": words.subject, "text": words.text},
            reference=reference,
            one_click_unsubscribe_url=words.stop,
        )


def _of(fault: HTTPError, field: str) -> Outcome:
    """The client says 503 of an answer that never came: then the connection tells more."""
    if fault.response is None:
        never_left = _never_left(fault)
        log.warning("GOV.UK Notify: no answer: %s", type(fault.__cause__).__name__)
        return Outcome.WAIT if never_left else Outcome.UNKNOWN
    status = fault.status_code
    if status == 400 and _is_about(fault.message, field):
        return Outcome.REFUSED
    if status == 429 or status >= 500:
        log.warning("GOV.UK Notify: status %d", status)
        return Outcome.UNKNOWN if status in _GATEWAY else Outcome.WAIT
    # The key, the template or the account: the same for everybody, and no fault of any address.
    log.error("GOV.UK Notify: status %d: look at the key, the template and the limits of the account", status)
    return Outcome.WAIT


def _is_about(errors: object, field: str) -> bool:
    """Whether the address is what the service will not take. It names the field first; the rest of its words change."""
    told = errors if isinstance(errors, list) else []
    return any(
        isinstance(one, dict)
        and one.get("error") == "ValidationError"
        and str(one.get("message", "")).startswith(f"{field} ")
        for one in told
    )


def _never_left(fault: BaseException) -> bool:
    """Whether no connection came about, so that nothing can have been sent over it."""
    return any(
        isinstance(one, _NO_CONNECTION) or (isinstance(one, OSError) and one.errno in _NO_WAY) for one in _causes(fault)
    )


def _causes(fault: object) -> Iterator[BaseException]:
    """What led to it. A layer below names its cause among the arguments only."""
    while isinstance(fault, BaseException):
        yield fault
        fault = fault.__cause__ or fault.__context__ or next(iter(fault.args), None)
