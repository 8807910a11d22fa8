"""A full disk: writing is refused in plain words, nothing is half there, reading goes on, and writing comes back."""

import httpx

from faults.near_server import NearServer
from faults.writer import Writer, batch
from jointly.kit.db import Query
from support.server import browser_like


def test_a_full_disk_refuses_whole_batches_and_recovers(near: NearServer) -> None:
    with browser_like(near.url) as client:
        _fill(near, Writer(client, near.join_code()))


def _fill(near: NearServer, writer: Writer) -> None:
    writer.send(batch())
    pages = near.unit(_pages)
    near.unit(_limit, pages + 40)
    refused = None
    sent = []
    while refused is None and len(sent) < 200:
        entries = batch()
        sent.append(entries)
        try:
            writer.send(entries)
        except httpx.HTTPStatusError as fault:
            refused = fault.response
    assert refused is not None
    assert refused.status_code == 507
    assert refused.json()["code"] == "no-room"
    assert "safe on your phone" in refused.json()["message"]
    there = {row["id"] for row in writer.pull_all()}
    assert there == writer.acknowledged
    assert not there & {entry["id"] for entry in sent[-1]}
    near.unit(_limit, 1_000_000)
    writer.send(sent[-1])
    rows = writer.pull_all()
    assert {row["id"] for row in rows} == writer.acknowledged
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))


def _pages():
    [(pages,)] = yield Query("pragma page_count", ())
    return pages


def _limit(pages: int):
    yield Query(f"pragma max_page_count = {pages}", ())
