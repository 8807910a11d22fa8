"""What each status means for a subscription, and how long to wait."""

from datetime import UTC, datetime, timedelta

import pytest

from jointly.kit.push import Answer, Outcome
from jointly.kit.push.answers import LONGEST_WAIT, answer_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TABLE = {
    200: "sent",
    201: "sent",
    202: "sent",
    204: "sent",
    301: "failed",
    302: "failed",
    303: "failed",
    304: "failed",
    307: "failed",
    308: "failed",
    400: "refused",
    401: "refused",
    403: "refused",
    404: "gone",
    405: "refused",
    406: "wait",
    408: "failed",
    410: "gone",
    413: "too-big",
    415: "refused",
    418: "refused",
    425: "failed",
    429: "wait",
    500: "failed",
    501: "failed",
    502: "failed",
    503: "failed",
    504: "failed",
    599: "failed",
    999: "failed",
}


@pytest.mark.parametrize("status", TABLE)
def test_what_a_status_means(status: int):
    assert answer_of(status, {}, NOW) == Answer(Outcome(TABLE[status]), status)


def test_only_two_statuses_make_us_forget_a_browser():
    assert [status for status in range(100, 1000) if answer_of(status, {}, NOW).outcome is Outcome.GONE] == [404, 410]


@pytest.mark.parametrize("status", [406, 408, 429, 500, 503])
@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"retry-after": "120"}, timedelta(minutes=2)),
        ({"retry-after": "0"}, timedelta()),
        ({"retry-after": "Sun, 22 Nov 2026 12:05:00 GMT"}, timedelta(minutes=5)),
        ({"retry-after": "Sun, 22 Nov 2026 11:05:00 GMT"}, timedelta()),
        ({"retry-after": "Sat, 01 Jan 2056 00:05:00 GMT"}, LONGEST_WAIT),
        (
            {"retry-after": "Sat, 01 Jan 2056 00:05:00 GMT", "date": "Sat, 01 Jan 2056 00:00:00 GMT"},
            timedelta(minutes=5),
        ),
        ({"retry-after": "9" * 400}, LONGEST_WAIT),
        ({"retry-after": "172801"}, LONGEST_WAIT),
        ({"retry-after": "172800"}, timedelta(hours=48)),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": ""}, None),
    ],
)
def test_how_long_to_wait(status: int, headers: dict[str, str], wait: timedelta | None):
    assert answer_of(status, headers, NOW).wait == wait


@pytest.mark.parametrize("status", [201, 400, 403, 404, 410, 413])
def test_for_what_is_decided_nobody_waits(status: int):
    assert answer_of(status, {"retry-after": "120"}, NOW).wait is None
