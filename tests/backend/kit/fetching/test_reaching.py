"""Where a fetch may go: a name is looked up once, checked, and connected to by number; redirects are checked again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jointly.kit.fetching import Failed, Fetcher, Got, Refused
from support.certificates import server_and_client
from support.hostile import Dial, hostile, http, saying

PUBLIC = "93.184.215.14"


def redirecting(*locations: str, status: str = "302 Found") -> Callable:
    """Answers each request with the next of these addresses, and then with a page. `{port}` is the server's own."""
    left = list(locations)

    async def answer(head: str, writer) -> None:
        if not left:
            return writer.write(http())
        port = writer.get_extra_info("sockname")[1]
        writer.write(http(b"", f"Location: {left.pop(0).replace('{port}', str(port))}", status=status))

    return answer


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["169.254.169.254"],
        ["10.0.0.7", "192.168.0.1"],
        ["100.64.1.1"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["fe80::1%eth0"],
        ["fd00:ec2::254"],
        ["64:ff9b::7f00:1"],
        ["224.0.0.1"],
        ["0.0.0.0"],
    ],
)
async def test_a_name_of_a_private_address_is_refused(make_fetcher: Callable[..., Fetcher], found: list[str]) -> None:
    dial = Dial()
    fetcher = make_fetcher(table={"evil.test": found}, dial=dial)
    assert await fetcher.get("http://evil.test/") == Refused("http://evil.test/", "private")
    assert dial.dialled == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0177.0.0.1", "0"]
)
async def test_an_address_of_this_machine_is_refused_however_it_is_written(host: str) -> None:
    """By the system's own resolver, which reads numbers in many ways."""
    async with Fetcher(agent="test") as fetcher:
        found = await fetcher.get(f"http://{host}:9/")
    assert isinstance(found, Refused | Failed)
    assert found.reason in ("private", "unknown-host", "not-an-address")


async def test_the_address_that_was_checked_is_the_one_connected_to(make_fetcher: Callable[..., Fetcher]) -> None:
    """A name that means another address the second time is not asked a second time."""
    dial = Dial()
    fetcher = make_fetcher(table={"rebinding.test": [[PUBLIC], ["127.0.0.1"]]}, dial=dial)
    assert await fetcher.get("http://rebinding.test/") == Failed("http://rebinding.test/", "unreachable")
    assert (dial.dialled, fetcher.names.asked) == ([PUBLIC], ["rebinding.test"])
    assert await fetcher.get("http://rebinding.test/") == Refused("http://rebinding.test/", "private")
    assert dial.dialled == [PUBLIC]


async def test_of_many_addresses_the_public_ones_are_tried_in_turn(make_fetcher: Callable[..., Fetcher]) -> None:
    dial = Dial()
    found = ["10.0.0.1", "1.1.1.1", "127.0.0.1", "1.1.1.2", "1.1.1.3", "1.1.1.4"]
    fetcher = make_fetcher(table={"many.test": found}, dial=dial)
    assert await fetcher.get("https://many.test/") == Failed("https://many.test/", "unreachable")
    assert dial.dialled == ["1.1.1.1", "1.1.1.2", "1.1.1.3"]


async def test_a_host_that_is_not_known(make_fetcher: Callable[..., Fetcher]) -> None:
    fetcher = make_fetcher(table={"empty.test": []})
    for url in ("http://nowhere.test/", "http://empty.test/", f"http://{'a' * 64}.test/"):
        assert (await fetcher.get(url)).reason in ("unknown-host", "not-an-address")


async def test_the_operator_names_a_private_host(make_fetcher: Callable[..., Fetcher]) -> None:
    fetcher = make_fetcher(private=["Feed.Test."], table={"feed.test": ["127.0.0.1"]})
    async with hostile(saying(http(b"[1]"))) as server:
        for host in ("feed.test", "FEED.test", "feed.test."):
            found = await fetcher.get(f"http://{host}:{server.port}/page")
            assert isinstance(found, Got), found
            assert found.body == b"[1]"


async def test_tls_and_the_host_header_keep_the_name(make_fetcher: Callable[..., Fetcher], tmp_path: Path) -> None:
    serving, trust = server_and_client("feed.test", tmp_path)
    names: list[str | None] = []
    serving.sni_callback = lambda connection, name, context: names.append(name)
    fetcher = make_fetcher(trust=trust, private=["feed.test", "other.test"])
    async with hostile(saying(http()), tls=serving) as server:
        assert isinstance(await fetcher.get(f"https://feed.test:{server.port}/"), Got)
        other = f"https://other.test:{server.port}/"
        assert await fetcher.get(other) == Failed(other, "tls")
    assert names == ["feed.test", "other.test"]
    assert f"host: feed.test:{server.port}\r\n" in server.heads[0].lower()


async def test_a_certificate_that_nobody_vouches_for(make_fetcher: Callable[..., Fetcher], tmp_path: Path) -> None:
    serving, _ = server_and_client("feed.test", tmp_path)
    async with hostile(saying(http()), tls=serving) as server:
        url = f"https://feed.test:{server.port}/"
        assert await make_fetcher().get(url) == Failed(url, "tls")
        plain = f"http://feed.test:{server.port}/"
        assert await make_fetcher().get(plain) == Failed(plain, "broken")


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 Other", "307 Same", "308 Same"])
async def test_a_redirect_is_followed(fetcher: Fetcher, status: str) -> None:
    async with hostile(
        redirecting("/a?x={1}", "//feed.test:{port}/b", "http://feed.test:{port}/c", status=status)
    ) as server:
        found = await fetcher.get(f"http://feed.test:{server.port}/start")
    assert (found.url, found.status) == (f"http://feed.test:{server.port}/c", 200)
    assert [head.split()[1] for head in server.heads][2:] == ["/b", "/c"]


async def test_a_redirect_without_end_is_left(fetcher: Fetcher) -> None:
    async with hostile(redirecting(*["/again"] * 9)) as server:
        found = await fetcher.get(f"http://feed.test:{server.port}/")
    assert found == Refused(f"http://feed.test:{server.port}/again", "redirects")
    assert len(server.heads) == 4


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://inside.test/", "private"),
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://[::1]/", "private"),
        ("http://printer.test:{port}/", "private"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://feed.test/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://user:word@feed.test:{port}/", "password"),
        ("http://feed.test\\@127.0.0.1/", "not-an-address"),
        ("http://feed.test:99999/", "not-an-address"),
        ("http:///etc", "not-an-address"),
    ],
)
async def test_a_redirect_leads_nowhere_else(make_fetcher: Callable[..., Fetcher], location: str, reason: str) -> None:
    """Not even to a host that the operator named: only a source of its own is asked there."""
    table = {name: [name.strip("[]")] for name in ("169.254.169.254", "::1")} | {"inside.test": ["10.0.0.1"]}
    fetcher = make_fetcher(private=["feed.test", "printer.test"], table=table)
    async with hostile(redirecting(location)) as server:
        found = await fetcher.get(f"http://feed.test:{server.port}/")
    assert isinstance(found, Refused)
    assert found.reason == reason
    assert len(server.heads) == 1


async def test_a_redirect_from_https_to_http_is_refused(make_fetcher: Callable[..., Fetcher], tmp_path: Path) -> None:
    serving, trust = server_and_client("feed.test", tmp_path)
    async with hostile(redirecting("http://feed.test:{port}/"), tls=serving) as server:
        found = await make_fetcher(trust=trust).get(f"https://feed.test:{server.port}/")
    assert found == Refused(f"http://feed.test:{server.port}/", "downgrade")


async def test_a_redirect_to_nowhere_is_broken(fetcher: Fetcher) -> None:
    async with hostile(saying(http(status="302 Found"))) as server:
        found = await fetcher.get(f"http://feed.test:{server.port}/")
    assert (found.reason, found.status) == ("broken", 302)


@pytest.mark.parametrize(
    "url", ["", "feed", "/page", "ftp://feed.test/", "http://", "http://a b/", "http://feed.test/\n", "x" * 9000]
)
async def test_what_is_no_address_is_not_asked_for(fetcher: Fetcher, url: str) -> None:
    assert (await fetcher.get(url)).reason in ("not-an-address", "scheme")
    assert fetcher.names.asked == []


async def test_path_and_query_are_sent_as_they_were_given(fetcher: Fetcher) -> None:
    """The next page of a feed is opaque: ids hold braces, pluses and what else there is."""
    async with hostile(saying(http())) as server:
        for path in ("/a/../b?afterId={A+5}&x=%7b&y='|^`\"<>", "?only", "/a//b?", "/%2e%2e/", "/a?b?c#left"):
            assert isinstance(await fetcher.get(f"http://feed.test:{server.port}{path}"), Got)
    assert [head.split()[1] for head in server.heads] == [
        "/a/../b?afterId={A+5}&x=%7b&y='|^`\"<>",
        "/?only",
        "/a//b?",
        "/%2e%2e/",
        "/a?b?c",
    ]


async def test_letters_beyond_ascii_are_escaped(fetcher: Fetcher) -> None:
    async with hostile(saying(http())) as server:
        assert isinstance(await fetcher.get(f"http://feed.test:{server.port}/café?x=ü"), Got)
    assert server.heads[0].split()[1] == "/caf%C3%A9?x=%C3%BC"


async def test_who_asks_is_told_and_nothing_else(fetcher: Fetcher) -> None:
    async with hostile(saying(http())) as server:
        await fetcher.get(f"http://feed.test:{server.port}/")
    names = {line.partition(":")[0].lower() for line in server.heads[0].splitlines()[1:] if line}
    assert names == {"host", "user-agent", "accept", "accept-encoding"}
    assert "user-agent: Jointly/0 (+https://jointly.test)".lower() in server.heads[0].lower()
