"""What anybody may read on a lock screen, in an e-mail or a text message: nothing of what somebody has, does or goes
to, unless they chose that names are said. And its length tells nothing either."""

import json
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import combinations
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from jointly.content import Speak, messages
from jointly.kit.push import LONGEST_TEXT, endpoint
from jointly.kit.push.encrypting import encrypted, padded
from jointly.kit.sealing import SealingKey
from jointly.reminders.messages import MOST_KEYS, PLACES, Telling, push_of, token_of, words_of
from jointly.reminders.rules.slots import key_from
from support.phone import Phone, entry
from support.reminded import Kept, Letters, MovedClock, browser_keys, dispatcher_of, plan, utc, wishes
from support.repository import ROOT
from support.service import Service
from support.shipped import shipped_content

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ORIGIN = "https://a.test"
LONG_ORIGIN = f"https://reminders.{'community-' * 6}partnership.nhs.uk"
KINDS = tuple(PLACES)
CONDITIONS = (
    "arthritis", "osteoarthritis", "rheumatoid", "fibromyalgia", "sciatica", "gout", "osteoporosis", "fracture", "pain",
    "ache", "joint", "bone", "muscle", "spine", "depression", "anxiety", "cancer", "blood", "surgery", "hospital",
    "clinic", "physiotherapy", "medicine", "jointly",
)  # fmt: skip
PLAIN = frozenset({"for", "you", "that", "what", "with", "something", "people", "and", "the", "get", "can"})
"""Words of titles in the content that say nothing by themselves: they are in our sentences too."""
PLANTED = ("Knee replacement at St. Mary's", "Chair yoga with Bernadette", "Osteoarthritis clinic")


@cache
def speak() -> Speak:
    return messages(ROOT / "content", "en")


def words(text: str) -> set[str]:
    """The words of a text that have three letters or more."""
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold()))


@cache
def telling_words() -> frozenset[str]:
    """Every word of what the shipped content calls things, and of conditions."""
    content = shipped_content()
    titles = [*content.exercises, *content.programmes, *content.pathways, *content.topics, *content.questionnaires]
    for parts in (content.exercises, content.programmes, content.pathways):
        titles += [one.words.title for one in parts.values()]
    titles += [one.title for one in content.topics.values()]
    titles += [*content.lists.region_words.regions.values(), *(one.part for one in content.lists.regions.regions)]
    titles += [*content.activities.group_words.values(), *content.activities.by_label]
    return frozenset({word for title in titles for word in words(title)} | set(CONDITIONS)) - PLAIN


def tellings(detailed: bool, names: tuple[str, ...] = PLANTED[:1]) -> Iterator[Telling]:
    """One of each kind, of each two kinds, of many of one kind, and of all."""
    ids = [UUID(int=number) for number in range(400)]
    together = [(kind,) for kind in KINDS] + list(combinations(KINDS, 2)) + [(kind,) * 3 for kind in KINDS] + [KINDS]
    for id, kinds in zip(ids, together, strict=False):
        keys = tuple(key_from(ids[number]) for number in range(len(kinds)))
        yield Telling(id, kinds, keys, names, detailed, NOW + timedelta(hours=3))


def push_text(telling: Telling, origin: str = ORIGIN) -> dict[str, Any]:
    """The notification of a push, as a browser reads it."""
    return json.loads(push_bytes(telling, origin))["notification"]


def push_bytes(telling: Telling, origin: str = ORIGIN) -> bytes:
    token = token_of(SealingKey(bytes(32)), telling.id)
    return push_of(telling, token=token, origin=origin, speak=speak(), now=NOW).text


def texts(of: Any) -> Iterator[str]:
    """Every text in a message, whatever it is in."""
    if isinstance(of, dict):
        for value in of.values():
            yield from texts(value)
    elif isinstance(of, list):
        for value in of:
            yield from texts(value)
    elif isinstance(of, str):
        yield of


def readable(notification: dict[str, Any]) -> str:
    """All of it but what is random, and the kinds, which the worker knows by our own words."""
    data = notification["data"]
    assert set(data) == {"token", "keys", "kinds", "title_done", "body_done"}
    assert set(data["kinds"]) <= set(KINDS)
    shown = {name: value for name, value in notification.items() if name not in ("tag", "data")}
    return " ".join([*texts(shown), data["title_done"], data["body_done"]])


def test_the_words_that_are_looked_for_are_those_of_the_content() -> None:
    found = telling_words()
    assert {"knee", "shoulder", "back", "squat", "yoga", "pilates", "pain", "neck", "walking", "sleep"} <= found
    assert len(found) > 250


def test_nothing_says_what_it_is_about_unless_that_was_chosen() -> None:
    checked = 0
    for telling in tellings(detailed=False):
        written = words_of(telling, origin=ORIGIN, speak=speak(), stop=None)
        for text in (readable(push_text(telling)), written.subject, written.text):
            assert not words(text) & telling_words(), text
            assert not words(text) & words(" ".join(PLANTED)) - PLAIN, text
            checked += 1
    assert checked > 3 * 80


def test_one_title_for_all_that_was_planned() -> None:
    """Who sees many notifications of somebody cannot tell one kind from another."""
    planned = ("exercise", "check-in", "session", "date", "week")
    shown = {(found["title"], found["body"]) for kind in planned if (found := push_text(Telling(UUID(int=1), (kind,))))}
    assert shown == {("Time for something you planned", "Tap to see it.")}


def test_with_names_chosen_the_one_that_comes_is_said() -> None:
    [date_] = [push_text(one)["title"] for one in tellings(detailed=True) if one.kinds == ("date",)]
    assert date_ == f"Coming up: {PLANTED[0]}"
    without = {one.kinds: push_text(one)["title"] for one in tellings(detailed=True, names=())}
    assert without["exercise",] == without[("exercise",) * 3] == "Time for your exercises"
    assert without["exercise", "date"] == "2 things that you planned"
    assert len({without[kind,] for kind in KINDS}) == len(KINDS)


def test_every_sentence_that_is_written_ends_once() -> None:
    for detailed in (True, False):
        for telling in tellings(detailed, names=()):
            text = words_of(telling, origin=ORIGIN, speak=speak(), stop=None).text
            assert not re.search(r"[.?!…][.?!]", text), text


def test_every_push_has_the_same_length() -> None:
    p256dh, auth = browser_keys()
    to = endpoint("https://fcm.googleapis.com/fcm/send/a", p256dh, auth, more_hosts=frozenset())
    all_ = [*tellings(False), *tellings(True), *tellings(True, names=()), *tellings(True, names=("x" * 80,))]
    assert len({len(push_bytes(one)) for one in all_}) > 10, "they differ before they are padded"
    some_ = all_[:: len(all_) // 40]
    assert {len(encrypted(to, padded(push_bytes(one)))) for one in some_} == {2_048 + 103}
    assert {len(padded(push_bytes(one))) for one in all_} == {2_048}


@given(some.text(min_size=1, max_size=80), some.sampled_from([("date",), ("session",), ("date", "session")]))
@example("\U0001f9d1\U0001f3ff" * 40, ("date",))
@example('"' * 80, ("date",))
@example("\\" * 80, ("date",))
@example("\x01" * 80, ("session",))
@example("a\nb\u2028c\x85d", ("date",))
@example(" \n ", ("date",))
def test_any_name_fits(name: str, kinds: tuple[str, ...]) -> None:
    """However long, in whatever script, and with whatever in it that a lock screen or a subject cannot hold."""
    keys = tuple(key_from(UUID(int=number)) for number in range(2 * MOST_KEYS))
    telling = Telling(UUID(int=1), kinds, keys, (name,), True, NOW + timedelta(hours=3))
    assert len(push_bytes(telling, LONG_ORIGIN)) <= LONGEST_TEXT
    title = push_text(telling, LONG_ORIGIN)["title"]
    assert title.isprintable() or all(
        letter not in title for letter in "\x00\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    )
    assert words_of(telling, origin=LONG_ORIGIN, speak=speak(), stop=None).subject == title


@pytest.mark.parametrize("detailed", [False, True], ids=["discreet", "detailed"])
async def test_of_a_record_nothing_is_told_but_what_was_chosen(
    service: Service, rose: Phone, moved: MovedClock, push: Kept, detailed: bool
) -> None:
    """Everything that can be named is in the record; it goes to the phone and, as that says nothing, by e-mail."""
    letters = Letters()
    dispatcher = dispatcher_of(service, push, channels={"email": letters})
    pathway = {"pathway": "low-back", "version": 1, "variant": None, "started_on": "2026-03-16", "extra": []}
    await rose.push(
        wishes(detailed=detailed, email="rose@a.test", week={"day": "thu", "time": "12:00"}),
        plan("09:00"),
        entry(kind="own-date", body={"on": "2026-03-17", "at": "17:00", "what": PLANTED[0]}),
        entry(kind="own-date", body={"on": "2026-03-19", "at": None, "what": PLANTED[2] + "\n" + os.urandom(2).hex()}),
        entry(kind="pathway", body=pathway | {"ended": None}),
    )
    found: list[dict[str, Any]] = []
    for hours in range(1, 24 * 5):
        moved.to(utc("2026-03-16T07:00:01+00:00") + timedelta(hours=hours))
        await dispatcher.look()
        found += push.take()
    assert {kind for one in found for kind in one["data"]["kinds"]} == {"exercise", "date", "check-in", "week"}
    assert letters.sent, "three pushes in a row that nobody answered"
    said = [readable(one).replace(service.house.origin, ORIGIN) for one in found]
    said += [f"{one.subject} {one.text}".replace(service.house.origin, ORIGIN) for _, one in letters.sent]
    if detailed:
        assert any(f"Coming up: {PLANTED[0]}" in one for one in said)
        assert any(f"Coming up: {PLANTED[2]} " in one for one in said)
        assert any("Time for your exercises" in one for one in said)
        return
    for one in said:
        assert not words(one) & telling_words(), one
        assert not words(one) & words(" ".join(PLANTED)) - PLAIN, one
