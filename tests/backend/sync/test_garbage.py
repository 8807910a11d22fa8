"""Whatever stands beside them, good entries land; whatever is sent, the server never breaks."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jointly.sync.kinds import KINDS
from support.kinds import BODIES
from support.phone import PAIN, Phone, entry, joined, numbers_of
from support.service import running, settings_for

GOOD = object()
finite = some.floats(allow_nan=False, allow_infinity=False)
scalars = some.none() | some.booleans() | some.integers() | finite | some.text(max_size=20)
anything = some.recursive(
    scalars, lambda inner: some.lists(inner) | some.dictionaries(some.text(max_size=8), inner), max_leaves=8
)
kinds = some.sampled_from(sorted(KINDS))
fields = some.sampled_from(["id", "kind", "at", "zone", "entry", "previous", "picked", "how", "gone", "body", "more"])
damaged = some.builds(
    lambda changes, kind: entry(kind=kind) | changes, some.dictionaries(fields, anything, min_size=1), kinds
)
odd_bodies = some.builds(
    lambda changes: entry(body=PAIN | changes),
    some.dictionaries(some.sampled_from(["score", "regions", "note", "x"]), anything),
)
odd_parts = kinds.flatmap(
    lambda kind: some.builds(
        lambda field, value: entry(kind=kind, body=BODIES[kind] | {field: value}),
        some.sampled_from(sorted(BODIES[kind])),
        anything,
    )
)
batches = some.lists(some.just(GOOD) | anything | damaged | odd_bodies | odd_parts, max_size=25)


@pytest.fixture
async def phone(tmp_path: Path, built_pwa: Path) -> AsyncIterator[Phone]:
    """One phone for all examples, on SQLite: a fresh service for each would take all the time."""
    async with running(settings_for(tmp_path / "data")) as service, joined(service) as made:
        yield made


async def in_thread(work: Callable[[Callable[[Coroutine[Any, Any, Any]], Any]], None]) -> None:
    """Runs `work`, which is not asynchronous, beside the loop, with a way to have the loop do something for it."""
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(work, lambda something: asyncio.run_coroutine_threadsafe(something, loop).result(60))


async def test_good_entries_land_whatever_stands_beside_them(phone: Phone):
    def work(do: Callable) -> None:
        @settings(max_examples=100, deadline=None, database=None)
        @given(batches)
        def good_ones_land(batch: list) -> None:
            sent = [entry() if item is GOOD else item for item in batch]
            answer = do(phone.sync(*sent))
            assert answer.status_code == 200, answer.text
            pull = answer.json()["subjects"][0]
            kept = numbers_of(pull)
            assert {place for place, item in enumerate(batch) if item is GOOD} <= kept.keys()
            assert len(kept) + len(pull["refused"]) == len(sent)

        good_ones_land()

    await in_thread(work)
    rows = await phone.everything()
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))


async def test_no_body_at_all_breaks_the_server(phone: Phone):
    def work(do: Callable) -> None:
        whole = json.dumps(phone.request(entry(), entry())).encode()
        cut_and_patched = some.builds(
            lambda start, end, patch: whole[:start] + patch + whole[end:],
            some.integers(0, len(whole)),
            some.integers(0, len(whole)),
            some.binary(max_size=12),
        )

        @settings(max_examples=100, deadline=None, database=None)
        @given(some.binary(max_size=200) | cut_and_patched, some.booleans())
        def never_5xx(body: bytes, said_to_be_packed: bool) -> None:
            headers = {"Content-Type": "application/json"} | ({"Content-Encoding": "gzip"} if said_to_be_packed else {})
            answer = do(phone.client.post("/api/sync", content=body, headers=headers))
            assert answer.status_code < 500, answer.text

        never_5xx()

    await in_thread(work)
