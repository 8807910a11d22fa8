"""What may be told: neither more than fits, nor for longer than it is of use."""

from datetime import timedelta

import pytest

from jointly.kit.push import LONGEST_TEXT, Message

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("size", [1, LONGEST_TEXT])
@pytest.mark.parametrize("ttl", [timedelta(seconds=1), timedelta(hours=48)])
@pytest.mark.parametrize("topic", [None, "a", "Aa0-_" * 6 + "Aa"])
@pytest.mark.parametrize("urgency", ["very-low", "low", "normal", "high"])
def test_what_may_be_told(size: int, ttl: timedelta, topic: str | None, urgency: str):
    assert Message(b"x" * size, ttl, urgency, topic).topic == topic


@pytest.mark.parametrize(
    "facts",
    [
        {"text": b""},
        {"text": b"x" * (LONGEST_TEXT + 1)},
        {"ttl": timedelta()},
        {"ttl": timedelta(seconds=-1)},
        {"ttl": timedelta(hours=48, seconds=1)},
        {"urgency": "urgent"},
        {"urgency": "high\r\nX: y"},
        {"topic": ""},
        {"topic": "x" * 33},
        {"topic": "two words"},
        {"topic": "a\r\nX: y"},
        {"topic": "a\n"},
        {"topic": "é"},
    ],
)
def test_what_may_not(facts: dict):
    with pytest.raises(ValueError):
        Message(**({"text": b"{}", "ttl": HOUR} | facts))


def test_the_words_are_not_in_what_is_logged_of_it():
    assert "knee" not in repr(Message(b'{"title":"Your knee"}', HOUR))
