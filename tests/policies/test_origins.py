"""No third party: nothing that is built or served names another origin, but for links that people press."""

import re
from pathlib import Path

from jointly.people.setup_schemas import Service
from support.repository import files_under, named
from support.shipped import shipped_content

ADDRESS = re.compile(rb"(?:https?:|wss?:|(?<=[\"'(=\s`])(?=//[a-z0-9-]+\.[a-z]))//[^\s\"'`<>()\\,]+", re.IGNORECASE)
NAMES_OF_XML = re.compile(rb"http://www\.w3\.org/(2000/svg|1999/xhtml|1999/xlink|1998/Math/MathML|XML/1998/namespace)")
"""Names that look like addresses: nothing is ever fetched from them."""
PRESSED: dict[bytes, str] = {
    b"https://www.nhs.uk/service-search/mental-health/find-an-nhs-talking-therapies-service/": (
        "how somebody in England asks for NHS Talking Therapies themselves: shown to everybody, whatever they answer"
    ),
    b"https://maps.apple.com/?daddr=": "the way to a listing, on a phone whose own map it is",
    b"https://www.openstreetmap.org/": "the way to a listing, where there is no map but in the browser",
}
"""How addresses begin of other sites that the app links to, each with why. A service's helplines are its settings."""


def foreign(text: bytes) -> list[bytes]:
    """The addresses of other origins in a file."""
    return [
        found
        for found in ADDRESS.findall(text)
        if not NAMES_OF_XML.fullmatch(found) and not found.startswith(tuple(PRESSED))
    ]


def test_planted_addresses_are_found():
    planted = [
        b'<script src="https://cdn.example.com/a.js">',
        b"@import url(//fonts.example.com/css);",
        b"new WebSocket('wss://live.example.com')",
        b"fetch(`HTTPS://stats.example.com/hit`)",
    ]
    assert [len(foreign(one)) for one in planted] == [1, 1, 1, 1]
    assert foreign(b'createElementNS("http://www.w3.org/2000/svg") // a comment.of ours; "/assets/x.js"') == []


def test_nothing_that_is_built_names_another_origin(built_pwa: Path):
    files = [file for file in built_pwa.rglob("*") if file.is_file()]
    assert {file.suffix for file in files} >= {".html", ".js", ".css", ".svg"}
    found = {file.name: foreign(file.read_bytes()) for file in files}
    assert {name: addresses for name, addresses in found.items() if addresses} == {}


def test_no_content_that_phones_get_names_another_origin():
    packs = shipped_content().packs
    assert packs
    assert [(name, foreign(pack.body)) for name, pack in packs.items() if foreign(pack.body)] == []
    words = files_under("content/messages", ".ftl")
    assert words
    assert [(named(file), foreign(file.read_bytes())) for file in words if foreign(file.read_bytes())] == []


def test_the_page_itself_has_no_inline_script_or_style(built_pwa: Path):
    page = (built_pwa / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\ssrc=)", page) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=", page) == []
    for address in re.findall(r'\s(?:src|href)="([^"]*)"', page):
        assert address.startswith("/") and not address.startswith("//"), address


def test_a_link_that_a_service_sets_is_https():
    helpline = Service.model_json_schema()["$defs"]["Helpline"]["properties"]["url"]["anyOf"][0]
    assert helpline["pattern"].startswith("^https://")
