"""`jointly feeds …` beside a running service, on a small feed on loopback."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from backend.listings.taking_in.conftest import item, page, series
from support.server import Server


class Feed(BaseHTTPRequestHandler):
    """Three pages, and the page about them."""

    def do_GET(self) -> None:
        """Answers with a page of the feed, or the page about the dataset."""
        host = f"http://127.0.0.1:{self.server.server_port}"
        if self.path == "/":
            about = {
                "@type": "Dataset",
                "@id": host,
                "name": "Leeds </script> Leisure",
                "publisher": {"name": "Leeds Leisure", "url": "https://leisure.example"},
                "license": "https://creativecommons.org/licenses/by/4.0/",
                "distribution": [
                    {"@type": "DataDownload", "additionalType": f"https://openactive.io/{kind}", "contentUrl": url}
                    for kind, url in (("SessionSeries", "/feed?at=0"), ("Slot", "/slots"))
                ],
            }
            words = json.dumps(about).replace("<", "\\u003c")
            self._answer(f'<html><script type="application/ld+json">{words}</script>'.encode(), "text/html")
            return
        at = int(self.path.partition("at=")[2])
        items = [item(str(at), at, series(str(at), activity=None))] if at < 3 else []
        self._answer(json.dumps(page(f"{host}/feed?at={min(3, at + 1)}", *items)).encode(), "application/json")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        """Says nothing."""


@pytest.fixture
def feed() -> Iterator[str]:
    """The address of the page about the dataset."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_source_is_added_read_shown_reported_and_taken_away(make_server, feed: str):
    server: Server = make_server(environment={"JOINTLY_FEEDS_PRIVATE_HOSTS": "127.0.0.1"})
    server.start()
    added = server.run("feeds", "add", feed).stdout
    assert "a dataset; feeds that are used here: 1" in added
    assert "left out Slot" in added
    assert server.run("feeds", "add", feed).stdout.count("known already") == 1
    refreshed = server.run("feeds", "refresh").stdout
    assert "read to its end: 4 pages, 3 items" in refreshed
    assert "3 records made into listings, 0 left" in refreshed
    listed = server.run("feeds", "list").stdout
    assert "3 listings shown" in listed
    id = listed.split()[0]
    report = server.run("feeds", "report", id).stdout
    assert "3 × activity-missing (such as " in report
    assert "Choose one of the OpenActive activity list." in report
    assert "3 records made" in server.run("feeds", "derive", "--again").stdout
    with server.client() as client:
        look = {"around": {"lat": 53.8, "lon": -1.549, "km": 5}}
        found = client.post("/api/listings/find", json=look).json()
    assert {line["card"]["name"] for line in found["lines"]} == {"Class 0", "Class 1", "Class 2"}
    assert found["sources"][0]["publisher"] == "Leeds Leisure"
    assert server.run("feeds", "remove", id).returncode == 0
    assert "no source yet" in server.run("feeds", "list").stdout
    assert server.run("feeds", "remove", id, check=False).returncode == 2


def test_private_addresses_are_refused_in_plain_words(make_server, feed: str):
    server: Server = make_server()
    server.start()
    added = server.run("feeds", "add", feed).stdout
    assert "no answer that can be used (private)" in added
    assert "Nothing was added." in added
