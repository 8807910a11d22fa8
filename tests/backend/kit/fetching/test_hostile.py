"""What a server may do to us: nothing, within seconds and with flat memory; each is one of three outcomes."""

import asyncio
import gzip
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import pytest

from jointly.kit.fetching import Failed, Fetcher, Got, Limits, Refused
from support.hostile import Answer, bomb, hostile, http, saying

MOST = 100_000
"""Bytes that the fetchers of these tests take."""
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
GZIP = "Content-Encoding: gzip"
END = b"0\r\n\r\n"
PACKED = CHUNKED.removesuffix(b"\r\n") + b"Content-Encoding: gzip\r\n\r\n"


def _piece(words: bytes) -> bytes:
    """One chunk of an answer."""
    return b"%x\r\n%b\r\n" % (len(words), words)


async def fetched(fetcher: Fetcher, answer: Answer):
    """What comes of fetching from a server that answers so, without the address."""
    async with hostile(answer) as server:
        return await fetcher.get(f"http://feed.test:{server.port}/")


async def closing(head: str, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def resetting(head: str, writer: asyncio.StreamWriter) -> None:
    writer.write(http(b"x" * 50, "Content-Length: 5000"))
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.transport.abort()


async def silent(head: str, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


@pytest.mark.parametrize(
    ("answer", "reason", "status"),
    [
        pytest.param(silent, "timeout", None, id="says nothing"),
        pytest.param(saying(b"", times=1000, pause=0.05, more=b"H"), "timeout", None, id="drips a status line"),
        pytest.param(saying(CHUNKED, times=1000, pause=0.3, more=_piece(b"x")), "timeout", 200, id="drips a body"),
        pytest.param(
            saying(b"", times=10**6, more=b"HTTP/1.1 103 Early Hints\r\n\r\n", pause=0.001),
            "timeout",
            None,
            id="hints on",
        ),
        pytest.param(
            saying(b"HTTP/1.1 200 OK\r\n", times=10**6, more=b"X-More: yes\r\n" * 100),
            "broken",
            None,
            id="endless headers",
        ),
        pytest.param(saying(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000), "broken", None, id="a header without end"),
        pytest.param(saying(http(b"", "Content-Length: 99999999999")), "too-big", 200, id="says that it is huge"),
        pytest.param(saying(http(b"", f"Content-Length: {'9' * 400}")), "broken", None, id="a length of 400 digits"),
        pytest.param(saying(CHUNKED, times=10**6, more=_piece(bytes(0x4000))), "too-big", 200, id="huge"),
        pytest.param(saying(http(bomb(50_000_000), GZIP)), "too-big", 200, id="a bomb"),
        pytest.param(
            saying(http(gzip.compress(bomb(50_000_000)), "Content-Encoding: gzip, gzip")), "encoding", 200, id="two"
        ),
        pytest.param(saying(http(b"x", "Content-Encoding: br")), "encoding", 200, id="packed as nobody asked"),
        pytest.param(saying(http(b"not gzip", GZIP)), "encoding", 200, id="gzip that is none"),
        pytest.param(saying(http(gzip.compress(b"{}") + b"more", GZIP)), "encoding", 200, id="more behind the gzip"),
        pytest.param(
            saying(PACKED + _piece(gzip.compress(b"{}")), times=2, more=_piece(b"more")),
            "encoding",
            200,
            id="more behind the gzip, later",
        ),
        pytest.param(saying(http(gzip.compress(b"{}" * 99)[:-9], GZIP)), "cut-off", 200, id="gzip cut off"),
        pytest.param(saying(http(b"", GZIP)), "cut-off", 200, id="no gzip at all"),
        pytest.param(resetting, "cut-off", 200, id="resets in the middle"),
        pytest.param(closing, "broken", None, id="closes at once"),
        pytest.param(saying(b"<html>Sign in to the hotel</html>\r\n\r\n"), "broken", None, id="no HTTP"),
        pytest.param(saying(b"HTTP/1.1 999999 OK\r\n\r\n"), "broken", None, id="a status that is none"),
        pytest.param(saying(http(b"", "Content-Length: -5")), "broken", None, id="a length below nothing"),
        pytest.param(saying(http(b"12", "Content-Length: 1", "Content-Length: 2")), "broken", None, id="two lengths"),
        pytest.param(saying(CHUNKED + b"zz\r\n"), "cut-off", 200, id="chunks that are none"),
        pytest.param(
            saying(http(b"part", status="206 Partial Content")), "status", 206, id="a part that nobody asked for"
        ),
        pytest.param(saying(http(b"", status="304 Not Modified")), "broken", 304, id="not modified since when?"),
        pytest.param(saying(http(status="404 Not Found")), "status", 404, id="not found"),
        pytest.param(saying(http(status="410 Gone")), "status", 410, id="gone"),
        pytest.param(saying(http(status="500 Oops")), "status", 500, id="oops"),
    ],
)
async def test_a_hostile_answer_is_a_failure(
    make_fetcher: Callable[..., Fetcher], answer: Answer, reason: str, status: int | None
) -> None:
    patience = 0.7 if reason == "timeout" else 10
    async with asyncio.timeout(15):
        found = await fetched(make_fetcher(limits=Limits(body=MOST, whole=patience, between=0)), answer)
    assert isinstance(found, Failed)
    assert (found.reason, found.status) == (reason, status)


async def test_gzip_that_unpacks_to_nothing_for_ever_is_too_much(fetcher: Fetcher) -> None:
    """Empty blocks of deflate: 5 bytes each, and no byte comes of them."""
    nothing = _piece(b"\0\0\0\xff\xff" * 4_000)
    found = await fetched(fetcher, saying(PACKED + _piece(bomb(0)[:10]), times=10**6, more=nothing))
    assert (found.reason, found.status) == ("too-big", 200)


async def test_the_time_for_one_fetch_holds_over_its_redirects(make_fetcher: Callable[..., Fetcher]) -> None:
    async def onward(head: str, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.4)
        writer.write(http(b"", "Location: /on", status="302 Found"))

    found = await fetched(make_fetcher(limits=Limits(whole=1, between=0)), onward)
    assert found.reason == "timeout"


async def test_a_pause_in_the_middle_is_not_waited_out(make_fetcher: Callable[..., Fetcher]) -> None:
    found = await fetched(
        make_fetcher(limits=Limits(read=0.3, between=0)), saying(CHUNKED, times=9, pause=30, more=_piece(b"x"))
    )
    assert (found.reason, found.status) == ("timeout", 200)


async def test_a_body_ended_early_is_no_answer(fetcher: Fetcher) -> None:
    async def short(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(http(b"x" * 50, "Content-Length: 51"))
        writer.close()

    assert (await fetched(fetcher, short)).reason == "cut-off"


async def test_what_comes_behind_an_answer_belongs_to_no_other_host(make_fetcher: Callable[..., Fetcher]) -> None:
    """Though both are at one address: a second answer that nobody asked for stays on its own connection."""

    async def answer(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(http(b"first") + http(b"smuggled") if "feed.test" in head else http(b"mine"))

    fetcher = make_fetcher(private=["feed.test", "other.test"])
    async with hostile(answer) as server:
        assert (await fetcher.get(f"http://feed.test:{server.port}/")).body == b"first"
        assert (await fetcher.get(f"http://other.test:{server.port}/")).body == b"mine"
    assert server.connections == 2


@pytest.mark.parametrize("size", [0, 1, MOST])
@pytest.mark.parametrize("packed", [False, True])
async def test_up_to_the_limit_it_is_taken(fetcher: Fetcher, size: int, packed: bool) -> None:
    body = bytes(size)
    found = await fetched(fetcher, saying(http(bomb(size), GZIP) if packed else http(body)))
    assert isinstance(found, Got)
    assert found.body == body


@pytest.mark.parametrize("packed", [False, True])
async def test_a_byte_more_is_too_much(fetcher: Fetcher, packed: bool) -> None:
    found = await fetched(
        fetcher, saying(http(bomb(MOST + 1), GZIP) if packed else CHUNKED + _piece(bytes(MOST + 1)) + END)
    )
    assert found.reason == "too-big"


async def test_a_bomb_is_never_whole_in_memory(make_fetcher: Callable[..., Fetcher]) -> None:
    fetcher = make_fetcher(limits=Limits(between=0, body=1_000_000))
    packed = bomb(60_000_000)
    async with hostile(saying(http(packed, GZIP))) as server:
        tracemalloc.start()
        try:
            found = await fetcher.get(f"http://feed.test:{server.port}/")
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert found.reason == "too-big"
    assert most < 8_000_000


async def test_chunks_and_a_body_until_the_end_are_whole(fetcher: Fetcher) -> None:
    async def until_the_end(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.0 200 OK\r\n\r\nall of it")
        writer.close()

    assert (
        await fetched(fetcher, saying(CHUNKED + b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: x\r\n\r\n"))
    ).body == b"abcde"
    assert (await fetched(fetcher, until_the_end)).body == b"all of it"


async def test_nothing_changed(fetcher: Fetcher) -> None:
    async with hostile(saying(http(b"", 'ETag: "b"', status="304 Not Modified"))) as server:
        url = f"http://feed.test:{server.port}/"
        found = await fetcher.get(url, etag='"a"', last_modified="Sat, 21 Nov 2026 12:00:00 GMT")
    assert found == Got(url, 304, found.headers, b"", not_modified=True)
    assert found.headers["etag"] == '"b"'
    assert 'if-none-match: "a"\r\n' in server.heads[0].lower()
    assert "if-modified-since: sat, 21 nov 2026 12:00:00 gmt\r\n" in server.heads[0].lower()


@pytest.mark.parametrize("etag", ['"a"\r\nX-Evil: yes', "é", "x" * 501, "", None])
async def test_a_condition_that_no_header_can_hold_is_left_out(fetcher: Fetcher, etag: str | None) -> None:
    async with hostile(saying(http())) as server:
        assert isinstance(await fetcher.get(f"http://feed.test:{server.port}/", etag=etag), Got)
    assert "if-none-match" not in server.heads[0].lower()
    assert "evil" not in server.heads[0].lower()


async def test_headers_that_stand_twice_are_both_told(fetcher: Fetcher) -> None:
    found = await fetched(fetcher, saying(http(b"{}", "X-Odd: one", "x-odd: \xe9", "Content-Type: text/html")))
    assert found.headers["x-odd"] == "one, é"
    assert found.headers["content-type"] == "text/html"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        (("Retry-After: 120",), 120),
        (("Retry-After: 0",), 0),
        (("Retry-After: 99999999999999999999",), 7 * 86400),
        (("Retry-After: -5",), None),
        (("Retry-After: soon",), None),
        (("Retry-After: ²",), None),
        ((), None),
        (("Retry-After: Sat, 21 Nov 2026 12:05:00 GMT",), 300),
        (("Retry-After: Sat, 21 Nov 2026 11:05:00 GMT",), 0),
        (("Retry-After: Fri, 01 Jan 2055 00:05:00 GMT", "Date: Fri, 01 Jan 2055 00:00:00 GMT"), 300),
        (("Retry-After: Sat, 99 Nov 2026 12:05:00 GMT",), None),
    ],
)
async def test_how_long_we_are_asked_to_wait(
    make_fetcher: Callable[..., Fetcher], headers: tuple[str, ...], seconds: int | None
) -> None:
    """A date counts from the other side's own clock, which may be years wrong."""
    fetcher = make_fetcher(now=lambda: datetime(2026, 11, 21, 12, tzinfo=UTC))
    found = await fetched(fetcher, saying(http(b"", *headers, status="429 Too Many Requests")))
    assert (found.reason, found.status, found.retry_after) == ("status", 429, seconds)


async def test_no_bytes_make_it_fall_over(make_fetcher: Callable[..., Fetcher]) -> None:
    """150 sound answers, each with some bytes changed, left out, doubled or cut: one of the outcomes, always."""
    chance = Random(20261121)
    sound = (
        http(b"{}", 'ETag: "x"', "Content-Type: application/json"),
        http(bomb(500), GZIP),
        CHUNKED + b"3\r\nabc\r\n0\r\n\r\n",
        http(b"", "Location: /next?a=b#c", status="302 Found"),
        http(b"", "Retry-After: Sat, 21 Nov 2026 12:05:00 GMT", status="503 Busy"),
    )

    async def answer(head: str, writer: asyncio.StreamWriter) -> None:
        words = bytearray(chance.choice(sound))
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(words))
            words[at : at + chance.randint(0, 3)] = chance.choice((b"", chance.randbytes(2), bytes(words[at : at + 9])))
        writer.write(words)
        writer.close()

    fetcher = make_fetcher()
    outcomes = []
    async with hostile(answer) as server:
        for _ in range(150):
            outcomes.append(await fetcher.get(f"http://feed.test:{server.port}/", etag="x"))
    assert {type(one) for one in outcomes} == {Got, Failed, Refused}
    assert len({one.reason for one in outcomes if isinstance(one, Failed)}) > 3
