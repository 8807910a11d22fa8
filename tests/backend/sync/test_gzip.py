"""gzip both ways: a packed request is read, a packed answer is given when asked for, and no trick gets through."""

import gzip
import json

import pytest

from support.phone import Phone, entry

PACKED = {"Content-Encoding": "gzip", "Content-Type": "application/json"}


async def send(phone: Phone, body: bytes):
    """Sends a body as it is, said to be gzip."""
    return await phone.client.post("/api/sync", content=body, headers=PACKED)


async def test_a_packed_request_gets_a_packed_answer(phone: Phone, second_phone: Phone):
    packed = gzip.compress(json.dumps(phone.request(*(entry() for _ in range(50)))).encode())
    assert (await send(phone, packed)).json()["subjects"][0]["numbers"] == [[0, 1, 50]]
    answer = await second_phone.sync()
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.json()["subjects"][0]["rows"]) == 50


async def test_a_phone_that_does_not_take_gzip_gets_none(phone: Phone, second_phone: Phone):
    await phone.push(*(entry() for _ in range(50)))
    second_phone.client.headers["Accept-Encoding"] = "identity"
    assert "content-encoding" not in (await second_phone.sync()).headers


BOMB = gzip.compress(b" " * 50_000_000)
WHOLE = gzip.compress(b"{}" + b" " * 500)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (BOMB, 413, "too-big"),
        (WHOLE[:-12], 400, "bad-gzip"),
        (WHOLE[:-1], 400, "bad-gzip"),
        (WHOLE + WHOLE, 400, "bad-gzip"),
        (WHOLE + b"more", 400, "bad-gzip"),
        (WHOLE[:20] + bytes(9) + WHOLE[29:], 400, "bad-gzip"),
        (b"", 400, "bad-gzip"),
        (b"{}", 400, "bad-gzip"),
    ],
    ids=["bomb", "cut off", "a byte short", "second member", "more behind", "damaged", "empty", "not packed"],
)
async def test_a_body_that_is_not_one_whole_small_gzip_is_refused(phone: Phone, body: bytes, status: int, code: str):
    answer = await send(phone, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await phone.push(entry()))["number"] == 1


async def test_a_packed_request_with_an_entry_cut_in_half_keeps_none_of_it(phone: Phone):
    packed = gzip.compress(json.dumps(phone.request(*(entry() for _ in range(200)))).encode())
    for cut in (len(packed) // 2, len(packed) - 4):
        assert (await send(phone, packed[:cut])).status_code == 400
    assert await phone.everything() == []
