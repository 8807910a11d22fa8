"""What can come of a fetch. Nothing else is raised by it, and no words of the other side are in a reason."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Refusing = Literal["not-an-address", "scheme", "password", "private", "downgrade", "redirects"]
"""Why we do not ask: no address at all; not http or https; a name or password in it; a private address of the network;
a redirect from https to http; or too many redirects."""
Failing = Literal["unknown-host", "unreachable", "tls", "timeout", "too-big", "encoding", "cut-off", "broken", "status"]
"""What went wrong: no such host; no connection; no trust in its certificate; too slow; too much; packed in a way that
was not asked for, or damaged; ended early; not HTTP; or a status that is no success."""


class Got(NamedTuple):
    """A whole answer. `url` is where it came from in the end; `headers` have names in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    not_modified: bool = False
    """It is as it was when `etag` or `last_modified` was taken; the body is empty then."""


class Refused(NamedTuple):
    """It was not asked for, or not followed further: asking again changes nothing until the address does."""

    url: str
    reason: Refusing


class Failed(NamedTuple):
    """It was asked for, and no answer came that can be used. `retry_after` is how many seconds the other side asks us
    to wait; `status` is there when there was one."""

    url: str
    reason: Failing
    retry_after: int | None = None
    status: int | None = None


Outcome = Got | Refused | Failed
